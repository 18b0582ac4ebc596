"""A text that changes without its version is noticed: whoever approved version 2 must not be shown another version 2.

``article_versions.toml`` keeps what each article's version reads like. After a change, with the version raised and a
line in the article's change log: ``python -m tests.content.article_versions``.
"""

from dataclasses import replace
from datetime import date

import pytest

from content.library import Article, Change, load
from tests.content.article_versions import FILE, complaint, fingerprint, kept, written

SHIPPED = list(load().articles.values())


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_a_changed_text_has_a_new_version_and_a_line_in_its_change_log(article: Article) -> None:
    assert complaint(article, kept()) == ""


def test_no_article_is_kept_that_there_is_not() -> None:
    assert set(kept()) == {article.id for article in SHIPPED}


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_a_change_log_has_a_line_for_each_version_in_order(article: Article) -> None:
    assert len(article.changes) == article.version
    assert sorted(change.on for change in article.changes) == [change.on for change in article.changes]


def test_a_word_a_source_or_a_title_that_changes_under_the_same_version_is_noticed() -> None:
    article = next(one for one in SHIPPED if one.id == "opioids")
    section = article.sections[2]
    other = replace(section, marked=section.marked.replace("up to 14 days", "up to 7 days"))
    sections = (*article.sections[:2], other, *article.sections[3:])
    for changed in (
        replace(article, sections=sections),
        replace(article, sources=article.sources[1:]),
        replace(article, title="Opioids"),
    ):
        assert "raise version to" in complaint(changed, kept())


def test_what_only_helps_to_find_an_article_needs_no_version() -> None:
    article = SHIPPED[0]
    assert complaint(replace(article, topics=(*article.topics, "another word")), kept()) == ""


def test_a_raised_version_is_asked_to_be_kept_and_an_unraised_one_is_never_kept() -> None:
    article = SHIPPED[0]
    line = Change(on=date(2027, 1, 1), text="A word.")
    raised = replace(article, version=article.version + 1, title="Other", changes=(*article.changes, line))
    assert "python -m tests.content.article_versions" in complaint(raised, kept())
    assert fingerprint(raised) in written([raised], kept())
    with pytest.raises(SystemExit):
        written([replace(article, title="Other")], kept())


def test_the_file_is_as_the_command_writes_it() -> None:
    assert written(SHIPPED, kept()) == FILE.read_text(encoding="utf-8")
