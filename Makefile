# Every task of the project is one command here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help
.PHONY: help demo test check lock picture watched simulate kills powercuts bench

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.run: requirements/run.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes --requirement requirements/run.lock
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes --requirement requirements/dev.lock
	@touch $@

$(VENV)/.bench: $(VENV)/.run requirements/bench.lock
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes --requirement requirements/bench.lock
	@touch $@

demo: $(VENV)/.run ## The bot and a Telegram of its own on this machine (DATA=folder keeps what you do)
	$(BIN)/steady demo $(if $(DATA),--data "$(DATA)")

test: $(VENV)/.dev ## The tests, on all cores
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist worksteal

simulate: $(VENV)/.dev ## A clinic's year, killed and hindered, judged by an oracle (SEED=1 DAYS=365 PATIENTS=300 KILLS=1500)
	$(BIN)/python -m tests.year --seed $(or $(SEED),1) --days $(or $(DAYS),365) --patients $(or $(PATIENTS),300) --kills $(or $(KILLS),1500)

kills: $(VENV)/.dev ## Kill the running program N times (200) while a morning drains, and count; SEED chooses the moments
	$(BIN)/python -m tests.kills.loop --kills $(or $(N),200) --seed $(or $(SEED),1)

powercuts: $(VENV)/.dev ## Cut the power of a made-up disk N times (10000), and open what is left
	$(BIN)/python -m tests.power.cutting --cuts $(or $(N),10000) --seed $(or $(SEED),1)

check: $(VENV)/.dev ## Format, lint, types, the import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: ## Write the locked versions anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements/run.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --group dev pyproject.toml -o requirements/dev.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --constraint requirements/run.lock --group bench pyproject.toml -o requirements/bench.lock

picture: $(VENV)/.dev ## The README's picture of the demo, taken anew
	$(BIN)/python -m pytest -q tests/whole/test_demo_page.py
	cp build/demo.png docs/demo.png

watched: $(VENV)/.dev ## Benchmark: sends a second while fifty phones watch the simulator (two minutes)
	$(BIN)/python -m benchmarks.simulator_watched

bench: $(VENV)/.bench ## Benchmarks beside the usual ways, into docs/benchmarks.md (twenty minutes; QUICK=1: one, and prints only)
	PTB_TIMEDELTA=1 $(BIN)/python -m benchmarks $(if $(QUICK),--quick)
