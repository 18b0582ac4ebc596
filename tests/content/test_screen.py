"""Facts become HTML in one place."""

from content.screen import escape, joined, markup


def test_a_fact_is_shown_literally() -> None:
    assert markup("Hello <b>{name}</b>", name='<a href="x">&') == "Hello <b>&lt;a href=&quot;x&quot;&gt;&amp;</b>"


def test_html_made_here_passes_through() -> None:
    assert markup("{inner}!", inner=markup("<b>{x}</b>", x="&")) == "<b>&amp;</b>!"


def test_marks_that_reorder_or_hide_text_are_taken_out() -> None:
    assert escape("a\u202eb\u200bc\u2066d\x07") == "abcd"


def test_empty_parts_leave_no_gap() -> None:
    assert joined([escape("a"), escape(""), escape("b")]) == "a\n\nb"
