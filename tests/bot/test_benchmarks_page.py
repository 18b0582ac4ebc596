"""docs/benchmarks.md is what ``make bench`` writes: no line of it is written by hand."""

import re
from pathlib import Path

from benchmarks.page import AGAIN, page, with_again
from benchmarks.sizes import FULL

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def test_the_page_is_what_the_benchmarks_write_around_their_table() -> None:
    whole, _, _ = PAGE.read_text(encoding="utf-8").partition(AGAIN)
    pattern = re.escape(page("@table", "@machine", 60, FULL)).replace(r"\(1\ minutes", r"\(\d+\ minutes")
    pattern = pattern.replace("@table", r"(?:\|[^\n]*\|\n)+(?:\|[^\n]*\|)").replace("@machine", r"[^\n]+")
    assert re.fullmatch(pattern, whole), "change benchmarks/page.py, and have it write the page"


def test_a_row_measured_again_replaces_the_one_before_and_touches_nothing_else() -> None:
    text = page("| a |", "Begun then.", 60, FULL)
    once = with_again(text, "| b |", "Begun on Monday.")
    assert once.startswith(text) and "| b |" in once and "Begun on Monday." in once
    assert with_again(once, "| c |", "Begun on Tuesday.") == with_again(text, "| c |", "Begun on Tuesday.")
