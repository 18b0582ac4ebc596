"""``steady library``: what is listed and shown, and what an approval is, until when."""

import re
from datetime import UTC, datetime, timedelta

from bot.articles import books
from bot.commands.reviewing import approve_article, coming, lapsing, said
from bot.settings import load
from content import library
from content.library.serving import Standing, standing
from store import approvals, clarity
from tests.bot.commands.conftest import NOW, read, steady, write


def test_the_list_says_that_no_article_is_approved(ready: None) -> None:
    result = steady("library", "list")
    articles = library.load().articles
    assert result.exit_code == 0 and len(articles) > 0
    assert result.stdout.count("  not approved\n") == len(articles)


def test_an_approval_asks_whether_the_text_was_read(ready: None) -> None:
    id = next(iter(library.load().articles))
    words = ("library", "approve", id, "--reviewer", "Dr Bruno Reyes", "--credential", "MD")
    assert steady(*words, input="n\n").exit_code == 1
    assert "Dr Bruno Reyes, MD" not in steady("library", "list").stdout
    assert steady(*words, input="y\n").exit_code == 0
    assert re.search(
        rf"^{id}  version \d+  approved \(Dr Bruno Reyes, MD, ", steady("library", "list").stdout, re.MULTILINE
    )


def test_an_approval_lapses_when_the_text_changes_or_its_cycle_is_over(hillside: None) -> None:
    article, other, *_ = library.load().articles.values()
    write(lambda tx: approve_article(tx, article, reviewer="Dr Bruno", credential="MD", at=NOW))
    approval = read(approvals.latest)[article.id]
    assert standing(article, approval, NOW.date()) is Standing.APPROVED
    assert standing(other, approval, NOW.date()) is Standing.CHANGED
    due = NOW.date().replace(year=NOW.year + article.review_months // 12)
    assert standing(article, approval, due) is Standing.APPROVED
    assert standing(article, approval, due + timedelta(days=1)) is Standing.OVERDUE
    assert standing(article, None, NOW.date()) is Standing.UNAPPROVED


def test_an_article_is_shown_with_its_sources_and_what_to_look_up(ready: None) -> None:
    for article in library.load().articles.values():
        shown = steady("library", "show", article.id).stdout
        assert article.title in shown and article.digest in shown
        assert all(f"[{source.key}]" in shown for source in article.sources)
        words = " ".join(shown.split())
        assert all(" ".join(fact.split()) in words for fact in article.general_knowledge)


def test_what_was_not_quite_clear_is_shown_worst_first_and_by_nobody(hillside: None) -> None:
    assert "No reader has answered" in steady("library", "feedback").stdout
    article = next(iter(library.load().articles.values()))
    for section, clear in ((1, True), (1, True), (1, False), (2, False)):
        write(lambda tx, s=section, c=clear: clarity.count(tx, article.id, article.version, s, clear=c))
    write(lambda tx: clarity.count(tx, "no-such", 1, 1, clear=True))
    worst, second, old = steady("library", "feedback").stdout.splitlines()
    assert worst.startswith(f"1 of 1 not quite clear: {article.title}, “{article.sections[1].heading}”")
    assert second.startswith("1 of 3 not quite clear:") and "(an older text)" in old


def test_an_unknown_article_is_refused_with_the_known_ones(ready: None) -> None:
    result = steady("library", "show", "astrology")
    assert result.exit_code == 1
    assert result.stderr.startswith("No article astrology. There is: ")


def test_the_day_of_reading_is_neither_to_come_nor_too_long_ago(ready: None) -> None:
    words = ("library", "approve", "opioids", "--reviewer", "Dr Bruno", "--credential", "MD", "--on")
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    assert "still to come" in steady(*words, tomorrow).stderr
    assert "read it again" in steady(*words, "2020-01-01").stderr


def test_an_approval_can_be_taken_back(ready: None) -> None:
    words = ("library", "approve", "opioids", "--reviewer", "Dr Bruno", "--credential", "MD")
    steady(*words, input="y\n")
    assert steady("library", "withdraw", "opioids").exit_code == 0
    assert "opioids  version" in steady("library", "list").stdout
    assert steady("library", "withdraw", "opioids").exit_code == 1


def test_what_is_due_comes_lapsed_first_then_by_the_day(ready: None) -> None:
    shelf = list(books(load()).articles.values())
    lapsed, soon, late = [one for one in shelf if one.review_months == 12][:3]
    for article, days in ((late, 10), (lapsed, 400), (soon, 350)):
        at = NOW - timedelta(days=days)
        write(lambda tx, article=article, at=at: approve_article(tx, article, reviewer="B", credential="MD", at=at))
    approved = write(approvals.latest)
    rows = coming(shelf, approved, NOW.date())
    assert [row[0].id for row in rows[:3]] == [lapsed.id, soon.id, late.id]
    assert rows[0][1] is Standing.OVERDUE and said(*rows[0][1:], NOW.date()).startswith("LAPSED 35 days ago")
    assert said(*rows[1][1:], NOW.date()).startswith("in 15 days (")
    assert [row[1] for row in rows[3:]] == [Standing.UNAPPROVED] * (len(shelf) - 3)
    assert [article.id for article, _ in lapsing(shelf, approved, NOW.date())] == [soon.id]
    assert steady("library", "due").stdout.count("not approved") == len(shelf) - 3
