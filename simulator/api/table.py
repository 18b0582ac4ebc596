"""Which methods are built, as a page of Markdown made from the code.

python -m simulator.api.table > docs/simulator-methods.md
"""

import sys

from simulator.api.methods import built, ignored_parameters, refused_parameters
from simulator.api.schema import published

_HEAD = """\
# What the simulator knows of the Bot API

Made by `python -m simulator.api.table > docs/simulator-methods.md`; a test keeps it current. Of {version},
{full} methods are full, {partial} partial, {refused} refused.

*Full*: it does what Telegram's documentation says of it, for one bot among people and groups. *Partial*: all but what
is named. *Refused*: it answers 501 `Not Implemented`, after its parameters were checked. The parameters of every method
are checked: required ones, types, limits. One that is refused answers 501 too.

| method | | what is missing |
| --- | --- | --- |
"""


def table() -> str:
    """The page."""
    rows = [_row(method) for method in published().methods]
    states = [state for _, state, _ in rows]
    head = _HEAD.format(
        version=published().version,
        full=states.count("full"),
        partial=states.count("partial"),
        refused=states.count("refused"),
    )
    return head + "".join(f"| `{method}` | {state} | {missing} |\n" for method, state, missing in rows)


def _row(method: str) -> tuple[str, str, str]:
    known = built(method)
    if known is None:
        return method, "refused", ""
    parts = [
        known.missing,
        _named("refuses", refused_parameters(method)),
        _named("ignores", ignored_parameters(method)),
    ]
    missing = "; ".join(part for part in parts if part)
    return method, "partial" if missing else "full", missing


def _named(verb: str, names: list[str]) -> str:
    return f"{verb} {', '.join(f'`{name}`' for name in names)}" if names else ""


if __name__ == "__main__":
    sys.stdout.write(table())
