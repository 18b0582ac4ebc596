"""The seed article is superseded: none of its errors stands in our texts, and all that it was asked is answered."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from content import phrases
from content.library import load

LIBRARY = load().articles
CLAIMS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "superseded_seed.toml").read_text(encoding="utf-8")
)["claim"]
# Called wrong, outdated, one-sided, overstated, unproven, unsettled, weak or an opinion by the evidence page.
FOUND_WRONG = {4, 6, 9, 10, 11, 13, 14, 15, 16, 17, 18, 23, 25, 26, 28}

TEXTS = {
    f"{article.id} {section.number}": f"{section.heading}. {section.text}"
    for article in LIBRARY.values()
    for section in article.sections
}
TEXTS |= {f"title of {article.id}": article.title for article in LIBRARY.values()}
TEXTS |= {f"phrase {key}": text for key, text in phrases.load("en").texts.items()}

# The six headings of the seed article, and the articles that answer each.
HEADINGS = {
    "what fibromyalgia is": ["fibromyalgia", "diagnosis", "what-helps"],
    "what naltrexone is and how it works": ["naltrexone", "how-ldn-may-work"],
    "research": ["trials"],
    "obtaining and using": ["getting-ldn", "missed-dose"],
    "side effects and risks": ["side-effects", "opioids", "alcohol-pregnancy-driving", "surgery"],
    "is it right for you": ["deciding"],
}

# Claim 27: what the seed article left out, and where a reader finds it now.
LEFT_OUT = {
    "alcohol-pregnancy-driving": ["liver", "pregnan", "breastfeeding", "alcohol"],
    "surgery": ["surgeon", "dentist", "emergency"],
    "side-effects": ["low mood", "suicide", "dizz", "vomiting"],
    "opioids": ["tramadol", "7 to 10 days", "after you stop", "overdoses and deaths"],
    "trials": ["2024", "innova", "placebo did a little better", "tiredness and sleep were not"],
    "fibromyalgia": ["nociplastic"],
}


def finds(claim: dict[str, Any], text: str) -> bool:
    return re.search(claim["pattern"], text, re.IGNORECASE) is not None


def test_every_claim_that_was_found_wrong_has_its_pattern() -> None:
    assert {claim["number"] for claim in CLAIMS} >= FOUND_WRONG


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"claim-{claim['number']}")
def test_an_error_of_the_seed_article_stands_nowhere_in_our_texts(claim: dict[str, Any]) -> None:
    assert [(where, claim["why"]) for where, text in TEXTS.items() if finds(claim, text)] == []


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"claim-{claim['number']}")
def test_its_pattern_finds_each_way_to_say_it(claim: dict[str, Any]) -> None:
    assert [said for said in claim["said"] if not finds(claim, said)] == []


@pytest.mark.parametrize("heading", HEADINGS)
def test_each_heading_of_the_seed_article_is_answered_by_articles(heading: str) -> None:
    assert [id for id in HEADINGS[heading] if id not in LIBRARY] == []


@pytest.mark.parametrize("id", LEFT_OUT)
def test_what_the_seed_article_left_out_is_said(id: str) -> None:
    """Claims 3, 15, 24, 26 and 27."""
    told = " ".join(f"{section.heading} {section.text}" for section in LIBRARY[id].sections).casefold()
    assert [words for words in LEFT_OUT[id] if words not in told] == []


def test_the_two_journals_are_put_right() -> None:
    journals = {source.key: (source.journal, source.year) for a in LIBRARY.values() for source in a.sources}
    assert journals["YM09"] == ("Pain Med", 2009)
    assert journals["Y13"] == ("Arthritis Rheum", 2013)
    told = [p for section in LIBRARY["trials"].sections for p in section.text.split("\n\n")]
    named = {
        year: [journal for journal in ("Pain Medicine", "Arthritis and Rheumatism") if journal in paragraph]
        for year in ("2009", "2013")
        for paragraph in told
        if year in paragraph
    }
    assert named == {"2009": ["Pain Medicine"], "2013": ["Arthritis and Rheumatism"]}


@pytest.mark.parametrize("id", ["naltrexone", "how-ldn-may-work", "trials", "getting-ldn", "deciding"])
def test_wherever_the_benefit_is_spoken_of_both_large_trials_are_said_to_be_negative(id: str) -> None:
    marked = "\n".join(section.marked for section in LIBRARY[id].sections)
    assert re.search(r"(no clear effect on pain|did not|no clear difference) \[DB24\] \[IN26\]", marked)
