# Two stages: the first installs what the lock files name, hashes checked; the second holds only the result.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements ./requirements
# Our own package is built with setuptools, taken with its hashes from the development lock file.
RUN python -m venv --without-pip /opt/steady \
 && python -m pip --disable-pip-version-check --no-cache-dir --python /opt/steady/bin/python \
    install --require-hashes --only-binary :all: --requirement requirements/run.lock \
 && sed -n '/^setuptools==/,/[^\\]$/p' requirements/dev.lock > build.lock \
 && python -m pip --disable-pip-version-check --no-cache-dir \
    install --require-hashes --only-binary :all: --requirement build.lock
COPY pyproject.toml README.md LICENSE ./
COPY care ./care
COPY store ./store
COPY content ./content
COPY scheduler ./scheduler
COPY handlers ./handlers
COPY bot ./bot
COPY simulator ./simulator
RUN python -m pip --disable-pip-version-check wheel --no-deps --no-build-isolation --wheel-dir dist . \
 && python -m pip --disable-pip-version-check --python /opt/steady/bin/python install --no-deps dist/*.whl

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 steady \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin steady \
 && install --directory --owner steady --group steady --mode 0700 /data
COPY --from=build /opt/steady /opt/steady
ENV PATH=/opt/steady/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STEADY_DATABASE=/data/steady.db \
    STEADY_KEY_FILE=/run/secrets/steady_key \
    STEADY_LISTEN=127.0.0.1:8081
WORKDIR /opt/steady
USER 10001:10001
VOLUME ["/data"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8081/livez', timeout=3)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["steady"]
CMD ["run"]
