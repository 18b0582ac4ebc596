"""The articles that we ship: all 22 topics, readable, calm, cited, and honest about what nobody has reviewed."""

import re
import sys
from types import ModuleType
from typing import Any

import pytest

from content.library import Article, Section, Source, load
from content.library.readability import grade

LIBRARY = load()
SHIPPED = list(LIBRARY.articles.values())
SECTIONS = [section for article in SHIPPED for section in article.sections]
# T1 to T22 of the evidence page, each an article.
TOPICS = """\
fibromyalgia diagnosis what-helps pacing exercise sleep medicines naltrexone how-ldn-may-work trials getting-ldn
missed-dose side-effects opioids surgery alcohol-pregnancy-driving when-to-call fibro-fog flares mental-health diary
deciding"""
SLOWLY_REVIEWED = {"fibromyalgia", "diagnosis", "pacing", "exercise", "flares", "diary"}
NAMES_A_MEDICINE = re.compile(r"\bLDN\b|naltrexone|opioid|duloxetine|amitriptyline|pregabalin", re.IGNORECASE)
POINTS_TO = re.compile(r'article "([^"]+)"')


@pytest.fixture(scope="module")
def textstat() -> Any:
    """textstat 0.7.4, which asks setuptools for a module that new ones no longer have and that it doesn't need here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "pkg_resources", ModuleType("pkg_resources"))
        import textstat

        return textstat


def test_every_shipped_article_loads_without_a_problem() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []


def test_the_22_topics_are_there_and_keep_their_ids() -> None:
    """Ids are in links, buttons and approvals: one that changes breaks them. The order is that of the files."""
    assert list(LIBRARY.articles) == TOPICS.split()


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_an_article_is_reviewed_by_the_cycle_of_r13(article: Article) -> None:
    """LDN, trials, safety and medicines every 12 months, the others every 24."""
    assert article.review_months == (24 if article.id in SLOWLY_REVIEWED else 12)
    if article.review_months == 24:
        assert not NAMES_A_MEDICINE.search(article.text)


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_an_article_that_is_pointed_to_is_there(article: Article) -> None:
    titles = {other.title for other in SHIPPED}
    assert [title for title in POINTS_TO.findall(article.text) if title not in titles] == []


def test_a_source_is_the_same_wherever_it_is_cited() -> None:
    seen: dict[str, Source] = {}
    differing = [s.key for a in SHIPPED for s in a.sources if seen.setdefault(s.key, s) != s]
    assert differing == []


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_an_article_and_each_section_read_at_grade_8_or_below(article: Article, textstat: Any) -> None:
    """R17; measured by textstat and by our own counter, which is the one that checks a clinic's articles."""
    for text in (article.text, *(section.text for section in article.sections)):
        assert textstat.flesch_kincaid_grade(text) <= 8
        assert grade(text) <= 8


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_a_whole_article_comes_to_the_grade_6_that_is_wanted(article: Article, textstat: Any) -> None:
    assert max(textstat.flesch_kincaid_grade(article.text), grade(article.text)) <= 6


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_our_grade_is_no_kinder_than_textstats(article: Article, textstat: Any) -> None:
    """Held against its counts: its grade is made of two quotients that were rounded first, worth half a grade."""
    words, text = textstat.lexicon_count(article.text), article.text
    sentence, word = words / textstat.sentence_count(text), textstat.syllable_count(text) / words
    assert grade(text) >= 0.39 * sentence + 11.8 * word - 15.59


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.article}-{section.number}")
def test_a_section_has_90_words_at_most(section: Section) -> None:
    assert 0 < len(section.text.split()) <= 90


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_every_citation_has_its_source_and_every_source_is_cited(article: Article) -> None:
    cited = {key for section in article.sections for key in section.citations}
    assert cited == {source.key for source in article.sources}


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_what_no_source_carries_is_listed_for_the_reviewer(article: Article) -> None:
    assert article.general_knowledge


def test_an_authors_word_about_ldn_agrees_with_what_the_article_says() -> None:
    """T7, T17 and others speak of it and are not about it; none of ours is widened by its words."""
    about = "naltrexone how-ldn-may-work trials getting-ldn missed-dose side-effects opioids surgery"
    assert [a.id for a in SHIPPED if a.about_ldn] == [*about.split(), "alcohol-pregnancy-driving", "deciding"]


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_no_article_opens_with_fear(article: Article) -> None:
    opening = article.sections[0].text.replace("If you are in danger", "")  # the crisis text of R9, in T20
    assert not re.search(r"\b(die|death|dead|deadly|overdose|suicide|severe|danger)", opening, re.IGNORECASE)


def test_mental_health_opens_with_the_numbers_to_call_and_no_statistics_above_the_fold() -> None:
    """T20e. The numbers stand above each of its sections; what studies counted comes last, after a way out."""
    article = LIBRARY.articles["mental-health"]
    assert article.call_first == "crisis"
    assert not any(re.search(r"\d", section.text) for section in article.sections[:-1])
    before, _, counted = article.sections[-1].text.partition("you can stop here")
    assert counted and not re.search(r"\d", before)


@pytest.mark.parametrize("article", [a for a in SHIPPED if a.about_ldn], ids=lambda article: article.id)
def test_an_article_about_ldn_says_off_label_unproven_and_never_with_an_opioid(article: Article) -> None:
    """R15, R13."""
    assert "off-label" in article.text
    assert "unproven" in article.text
    assert re.search(r"\bnever\b[^.]*(opioid|take them together)", article.text, re.IGNORECASE)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.article}-{section.number}")
def test_a_section_elsewhere_that_speaks_of_ldn_carries_the_same(section: Section) -> None:
    """R15, where the lines about LDN don't stand below every section."""
    if "LDN" in section.text and not LIBRARY.articles[section.article].about_ldn:
        assert re.search(r"off-label and unproven\b.*\bnever\b[^.]*\bopioid", section.text, re.IGNORECASE | re.DOTALL)


def test_nothing_claims_a_person_who_does_not_exist() -> None:
    assert {article.author for article in SHIPPED} == {"The Steady project"}
