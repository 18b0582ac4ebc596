"""A number is held where it stands: it must be a number of the same thing, in the same section.

test_figures.py asks whether a source has a number; that alone would let "up to 14 days" become "up to 7 days", since
the label has both.
"""

import re
from collections import defaultdict

import pytest

from content.library import Section, load
from tests.content.saying import pattern, plain, rows

SECTIONS = [section for article in load().articles.values() for section in article.sections]
CLAIMS: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
for _article, _number, _, _words in rows("figures_said.toml"):
    CLAIMS[_article, _number].append(_words)
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d(?:[\d,.]*\d)?")
_OTHERS = ["0.3", "1", "3", "7", "12", "30", "100", "3,000"]


def complaints(place: tuple[str, int], told: str) -> list[str]:
    """The claims of a section that its text doesn't make, and the numbers in it that are in none."""
    spans = {words: [found.span() for found in pattern(words).finditer(told)] for words in CLAIMS[place]}
    missing = [f"missing: {words}" for words, found in spans.items() if not found]
    covered = {at for found in spans.values() for start, end in found for at in range(start, end)}
    loose = [found[0] for found in _NUMBER.finditer(told) if found.start() not in covered]
    return missing + [f"{number} is in no claim of figures_said.toml" for number in loose]


def of(section: Section) -> tuple[str, int]:
    return section.article, section.number


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.article}-{section.number}")
def test_every_number_is_a_number_of_what_the_evidence_page_says(section: Section) -> None:
    assert complaints(of(section), plain(section)) == []


def test_every_claim_is_of_a_section_that_there_is() -> None:
    assert set(CLAIMS) <= {of(section) for section in SECTIONS}


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.article}-{section.number}")
def test_no_number_can_be_put_in_anothers_place(section: Section) -> None:
    """Each number of a section in turn becomes each other one of it, and a few more; every change is noticed."""
    told = plain(section)
    found = list(_NUMBER.finditer(told))
    others = {*_OTHERS, *(number[0] for number in found)}
    unnoticed = [
        (number[0], other)
        for number in found
        for other in others
        if other != number[0] and not complaints(of(section), told[: number.start()] + other + told[number.end() :])
    ]
    assert unnoticed == []


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        (("opioids", 3), "up to 14 days", "up to 7 days"),
        (("opioids", 3), "After methadone or buprenorphine", "After tramadol"),
        (("getting-ldn", 4), "at least 7 to 10 days", "at most 7 to 10 days"),
        (("trials", 3), "on LDN and 0.9 on placebo", "on placebo and 0.9 on LDN"),
        (("trials", 3), "better to 0.27 worse", "worse to 0.27 better"),
        (("trials", 4), "So placebo did a little better", "So LDN did a little better"),
        (("side-effects", 2), "8 in 100 stopped", "8 in 1,000 stopped"),
        (("mental-health", 5), "1.38 times as common", "1.38 times less common"),
        (("sleep", 2), "0.53 for sleep and 0.41 for pain", "0.53 for pain and 0.41 for sleep"),
    ],
)
def test_what_a_number_is_of_is_held_as_well(place: tuple[str, int], old: str, new: str) -> None:
    told = next(plain(section) for section in SECTIONS if of(section) == place)
    assert old in told
    assert complaints(place, told.replace(old, new)) != []
