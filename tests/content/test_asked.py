"""The lines that people might type for each section: held to the articles they belong to."""

from collections import Counter

from content.library import load
from content.library.asked import asked
from content.library.search import Search
from content.library.words import words

LEAST = 6  # lines a section


def test_every_section_has_lines_of_its_own_and_no_line_is_without_a_section() -> None:
    lines = asked("en")
    wanted = {article.id: {section.heading for section in article.sections} for article in load().articles.values()}
    assert {id: set(by_heading) for id, by_heading in lines.items()} == wanted
    assert [(id, heading) for id, found in lines.items() for heading, of in found.items() if len(of) < LEAST] == []


def test_no_line_stands_twice() -> None:
    every = Counter(line for found in asked("en").values() for lines in found.values() for line in lines)
    assert [line for line, times in every.items() if times > 1] == []


def test_lines_are_written_as_tired_people_type() -> None:
    every = [line for found in asked("en").values() for lines in found.values() for line in lines]
    assert [line for line in every if line != line.strip().lower() or not words(line)] == []


def test_a_line_leads_to_its_section() -> None:
    search = Search(load().articles.values())
    numbers = {(a.id, s.heading): s.number for a in load().articles.values() for s in a.sections}
    tried = found = 0
    for id, by_heading in asked("en").items():
        for heading, lines in by_heading.items():
            for line in lines:
                came = search.find(line)
                if not came.own_treatment:
                    tried += 1
                    found += (id, numbers[id, heading]) in (came.best, *came.others)
    assert found / tried > 0.98


def test_an_article_without_lines_is_found_by_its_text_and_its_names() -> None:
    search = Search(load().articles.values(), asked={})
    best = search.find("boom and bust").best
    assert best is not None and best[0] == "pacing"


def test_a_language_without_lines_has_none() -> None:
    assert asked("xx") == {}
    assert Search((), "xx").find("naltrexone").best is None
