"""The page that says which methods are built."""

from pathlib import Path

from simulator.api.methods import BUILT, built
from simulator.api.schema import published
from simulator.api.table import table
from tests.simulator.conftest import CallIt

PAGE = Path(__file__).parents[2] / "docs" / "simulator-methods.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == table(), "python -m simulator.api.table > docs/simulator-methods.md"


def test_every_published_method_is_on_it_once() -> None:
    rows = [line.split("`")[1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == published().methods and set(BUILT) <= set(rows)


async def test_every_method_is_known_and_never_a_shrug(call: CallIt) -> None:
    """Without parameters each is answered, refused for what is missing, or refused because it is not built."""
    for method in published().methods:
        answer = await call(method)
        refused = answer.body.get("description", "")
        if built(method) is None:
            assert answer.status in (400, 501), (method, answer.body)
            assert answer.status == 400 or refused == f"Not Implemented: the simulator does not know {method} yet"
        else:
            assert answer.status in (200, 400, 429), (method, answer.body)
