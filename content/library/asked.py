"""What people might type when just one section answers it: content/asked/<language>/<article>.toml, by heading.

Nobody is shown these lines, so no approval rests on them: they only help to find a section, as an alias helps to find
an article. An article without any, such as a clinic's own, is found by its text and its names.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import tomli

Asked = Mapping[str, Mapping[str, Sequence[str]]]
"""By the article's id and the section's heading."""


@cache
def asked(language: str) -> Asked:
    """The lines of a language; none where there are none."""
    folder = files("content") / "asked" / language
    if not folder.is_dir():
        return {}
    return {
        file.name.removesuffix(".toml"): {
            heading: tuple(lines.split("\n")[:-1])
            for heading, lines in tomli.loads(file.read_text(encoding="utf-8")).items()
        }
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    }
