"""The articles that we ship: true to their sources, readable, calm, and free of the seed article's errors."""

import re
import sys
from types import ModuleType
from typing import Any

import pytest

from content.library import Article, load
from content.library.readability import grade

SHIPPED = list(load().articles.values())
SECTIONS = [section for article in SHIPPED for section in article.sections]

# The numbers that each source stands for (LDN trials and reviews: table 2A of the clinical ground truth).
FACTS = {
    "AB": "14",
    "AMS25": "0.61 2.41",
    "BE18": "37",
    "BM24": "0.46",
    "BO19": "89 11,194 3 250 1.45 1.91",
    "CAP18": "50 360",
    "CH04": "1",
    "DB24": "2024 99 6 12 4 0 10 1.3 0.9 0.34 0.95 0.27 30 45 28 8 84 86 98 100",
    "EU17": "2 100 2017",
    "FR01": "2 30",
    "GO24": "13",
    "IN26": "98 4.5 12 3 0.33 0.64 69 72 100",
    "LBL": "50 7 10 14",
    "LT20": "1984",
    "MAL": "300",
    "NA23": "1",
    "NTX-PK": "4 13",
    "PIL-NZ": "50",
    "TV18": "1 6",
    "VA24": "222 0.86",
    "WF16": "4 5 3",
    "WK16": "2.7 100",
    "Y09b": "50 10",
    "Y13": "2013 31 4.5 28.8 18.0",
    "YM09": "2009 10 4.5 8 30",
}
# Numbers that rest on general knowledge and are listed for the reviewer, by article.
GENERAL = {"getting-ldn": "0.5 1 1.5 2 3 4.5"}

# What clinical.md 1 calls wrong, outdated, one-sided or dangerously weak in the seed article.
SEED_ERRORS = {
    4: r"challenging to diagnose",
    6: r"essential to explore|all potential treatment",
    9: r"modulat\w+ the immune|(reduc|lower)\w* inflammation",
    11: r"(increase|raise|boost)s? the production of endorphins",
    13: r"several studies|promising",
    14: r"Pain Medicine[^.]{0,40}2013|2013[^.]{0,60}Pain Medicine",
    15: r"reduction in (pain and )?fatigue|less fatigue|pain and fatigue",
    16: r"Arthritis (and|&) Rheumatism[^.]{0,40}2009|2009[^.]{0,60}Arthritis",
    17: r"well-being",
    18: r"anecdot",
    23: r"generally (considered to be )?safe|well[- ]tolerated",
    25: r"as (the|your) body adjusts|usually mild",
    26: r"may interact with",
    28: r"worth (considering|trying)|other therapies",
}


@pytest.fixture(scope="module")
def textstat() -> Any:
    """textstat 0.7.4, which asks setuptools for a module that new ones no longer have and that it doesn't need here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "pkg_resources", ModuleType("pkg_resources"))
        import textstat

        return textstat


def test_every_shipped_article_loads_without_a_problem() -> None:
    assert [str(problem) for problem in load().problems] == []
    assert len(SHIPPED) >= 8


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
    assert grade(article.text) >= textstat.flesch_kincaid_grade(article.text)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.article}-{section.number}")
def test_a_section_has_90_words_at_most(section: Any) -> None:
    assert 0 < len(section.text.split()) <= 90


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.article}-{section.number}")
def test_a_number_belongs_to_a_source_that_its_section_cites(section: Any) -> None:
    """2A: every number of an article agrees with the table; others stand in their source's facts."""
    known = set(" ".join(FACTS.get(key, "") for key in section.citations).split())
    known |= set(GENERAL.get(section.article, "").split())
    said = {number.rstrip(",.") for number in re.findall(r"(?<![A-Za-z])\d[\d,.]*", section.text)}
    assert said - known == set()


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_every_citation_has_its_source_and_every_source_is_cited(article: Article) -> None:
    cited = {key for section in article.sections for key in section.citations}
    assert cited == {source.key for source in article.sources}


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_what_no_source_carries_is_listed_for_the_reviewer(article: Article) -> None:
    assert article.general_knowledge


def test_the_two_journals_are_put_right() -> None:
    journals = {source.key: (source.journal, source.year) for a in SHIPPED for source in a.sources}
    assert journals["YM09"] == ("Pain Med", 2009)
    assert journals["Y13"] == ("Arthritis Rheum", 2013)
    told = [p for section in load().articles["trials"].sections for p in section.text.split("\n\n")]
    named = {
        year: [journal for journal in ("Pain Medicine", "Arthritis and Rheumatism") if journal in paragraph]
        for year in ("2009", "2013")
        for paragraph in told
        if year in paragraph
    }
    assert named == {"2009": ["Pain Medicine"], "2013": ["Arthritis and Rheumatism"]}


@pytest.mark.parametrize("id", ["naltrexone", "how-ldn-may-work", "trials", "getting-ldn", "deciding"])
def test_wherever_the_benefit_is_spoken_of_both_large_trials_are_said_to_be_negative(id: str) -> None:
    marked = "\n".join(section.marked for section in load().articles[id].sections)
    assert re.search(r"(no clear effect on pain|did not|did no better) \[DB24\] \[IN26\]", marked)


@pytest.mark.parametrize("claim", SEED_ERRORS)
def test_an_error_of_the_seed_article_appears_nowhere(claim: int) -> None:
    for section in SECTIONS:
        assert not re.search(SEED_ERRORS[claim], section.text, re.IGNORECASE), section.heading


def test_the_patterns_of_the_seeds_errors_would_catch_them() -> None:
    seed = (
        "published in the journal Pain Medicine in 2013. a significant reduction in pain and fatigue. published in the"
        " journal Arthritis and Rheumatism in 2009. generally considered to be safe. it's worth considering. reducing"
        " inflammation in the body. may interact with other medications. anecdotal. several studies. well-being"
    )
    caught = {claim for claim, pattern in SEED_ERRORS.items() if re.search(pattern, seed, re.IGNORECASE)}
    assert {9, 13, 14, 15, 16, 17, 18, 23, 26, 28} <= caught


def test_no_article_says_that_ldn_is_working_or_praises_or_names_an_emergency_number() -> None:
    for section in SECTIONS:
        assert not re.search(r"\bis working\b|\bwell done\b|\bgreat\b|!", section.text, re.IGNORECASE)
        assert not re.search(r"\b(911|112|999|000|988|116 ?123)\b", section.text)


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_no_article_opens_with_fear(article: Article) -> None:
    opening = article.sections[0].text
    assert not re.search(r"\b(die|death|dead|deadly|overdose|suicide|severe|danger)", opening, re.IGNORECASE)


@pytest.mark.parametrize("article", [a for a in SHIPPED if a.about_ldn], ids=lambda article: article.id)
def test_an_article_about_ldn_says_off_label_unproven_and_never_with_an_opioid(article: Article) -> None:
    """R15, R13."""
    assert "off-label" in article.text
    assert "unproven" in article.text
    assert re.search(r"\bnever\b[^.]*(opioid|take them together)", article.text, re.IGNORECASE)
    assert article.review_months == 12


def test_nothing_claims_a_person_who_does_not_exist() -> None:
    assert {article.author for article in SHIPPED} == {"The Steady project"}
