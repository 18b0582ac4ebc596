"""What must be said stands where it must, and whole: leaving it out, weakening it or turning it round is noticed."""

import re
from collections import defaultdict

import pytest

from content.library import Section, load
from content.library.readability import sentences
from tests.content.saying import pattern, rows

ARTICLES = load().articles
SECTIONS = {(a.id, section.number): section for a in ARTICLES.values() for section in a.sections}
Place = tuple[str, int]
_ENDS = '.?! "'
MUST: defaultdict[Place, list[str]] = defaultdict(list)
FACTS: set[str] = set()
for _article, _number, _fact, _words in rows("must_say.toml"):
    MUST[_article, _number].append(_words)
    FACTS.add(_fact)
# What a hostile change may look like, one by one.
HARM = [
    (("opioids", 1), "Never take them together, at any dose, not even now and then.", "Codeine now and then is fine."),
    (("opioids", 1), "at any dose, not even now and then", "at any dose, unless your clinic is closed"),
    (("opioids", 2), "- Some drugs for loose bowels.\n", ""),
    (("opioids", 3), "up to 14 days", "up to 7 days"),
    (("opioids", 3), "at least 7 to 10", "at most 7 to 10"),
    (("opioids", 3), "Do not stop an opioid on your own.", "You can stop an opioid on your own."),
    (("opioids", 4), "This is an emergency.", "This passes by itself."),
    (("opioids", 5), "until your clinic says that it is safe", "until you feel that it is safe"),
    (("opioids", 5), "Never take more opioid", "Take more opioid"),
    (("getting-ldn", 2), "Do not split or dilute", "You can split or dilute"),
    (
        ("getting-ldn", 4),
        "After methadone or buprenorphine it can take up to 14 days",
        "It is the same for all opioids",
    ),
    (("missed-dose", 1), "Never take two doses", "You may take two doses"),
    (("missed-dose", 1), "Never take two doses to catch up", "Never take two doses to catch up, except once"),
    (("missed-dose", 3), "Call your clinic before you restart.", "You can restart as before."),
    (("missed-dose", 3), "Three or more days", "Three or more weeks"),
    (("missed-dose", 5), "Take no more that day.", "Take your next dose as planned."),
    (("side-effects", 5), "dark urine: call the same day", "dark urine: call when you can"),
    (("side-effects", 5), "call your emergency number now", "call your clinic"),
    (("surgery", 5), "All opioids must be finished first.", "Opioids can go on beside it."),
    (("alcohol-pregnancy-driving", 2), "So nobody can say how much would be fine.", "A glass is fine."),
    (("alcohol-pregnancy-driving", 3), "rule naltrexone out in", "allow naltrexone in"),
    (("alcohol-pregnancy-driving", 4), "call your clinic the same day", "tell your clinic at the next visit"),
    (("when-to-call", 2), "- Chest pain.\n", ""),
    (("when-to-call", 2), "- Chest pain.", "- Chest pain that lasts over an hour."),
    (("when-to-call", 3), "- You missed three or more doses.", "- You missed ten or more doses."),
    (("when-to-call", 4), "Call the emergency number now.", "Tell your clinic."),
    (("when-to-call", 1), "It cannot call anyone for you.", "It calls for you."),
    (("mental-health", 1), "If you are in danger, call the emergency number.", "If you are in danger, write here."),
    (("deciding", 4), "Older labels also rule it out in acute hepatitis or liver failure", "The liver is no problem"),
    (("fibro-fog", 1), "If your thinking keeps getting worse, tell your clinic.", "It gets no worse."),
]
# Words by which an article says what nobody knows, or what its figures can't show.
_UNKNOWN = re.compile(
    r"not known|(nobody|no one|we do not|cannot|can yet) (yet )?(knows?|say|tell)\b|little is known|not (been )?settled"
    r"|no good (data|studies)|(has|have) not been shown|no study|cannot show|not checked|may be chance|firm evidence"
    r"|no reason that anyone can find",
    re.IGNORECASE,
)
_CERTAIN = {"when-to-call", "opioids"}  # what to do; doubt would do harm there


def says(sentence: str, words: str) -> bool:
    return pattern(words.strip(_ENDS)).fullmatch(sentence.strip(_ENDS)) is not None


def unsaid(place: Place, section: Section) -> list[str]:
    """What the section must say and doesn't, each as a whole sentence, bullet or heading."""
    said = [section.heading, *sentences(section.text)]
    return [words for words in MUST[place] if not any(says(sentence, words) for sentence in said)]


def changed(place: Place, old: str, new: str) -> Section:
    section = SECTIONS[place]
    marked = section.text + "\n"
    assert old in marked, old
    return Section(article=place[0], number=place[1], heading=section.heading, marked=marked.replace(old, new, 1))


@pytest.mark.parametrize("place", MUST, ids=lambda place: f"{place[0]}-{place[1]}")
def test_what_must_be_said_stands_in_its_section(place: Place) -> None:
    assert unsaid(place, SECTIONS[place]) == []


@pytest.mark.parametrize(("place", "old", "new"), HARM, ids=[f"{place[0]}: {new or old}" for place, old, new in HARM])
def test_a_harmful_change_is_noticed(place: Place, old: str, new: str) -> None:
    assert unsaid(place, changed(place, old, new)) != []


@pytest.mark.parametrize("place", MUST, ids=lambda place: f"{place[0]}-{place[1]}")
def test_no_must_say_sentence_can_go_or_be_weakened(place: Place) -> None:
    """Each sentence that answers for a claim in turn is left out, and then hedged at its end."""
    section = SECTIONS[place]
    for words in MUST[place]:
        holding = [sentence for sentence in sentences(section.text) if says(sentence, words)]
        for sentence in holding:
            hedged = sentence.strip(_ENDS) + ", if you like."
            for other in ("", hedged):
                assert words in unsaid(place, changed(place, sentence, other)), sentence


def test_every_topic_that_can_hurt_has_its_sentences() -> None:
    wanted = "T12acdef T13de T14abcdefgh T15acde T16abcdef T17abcde T20cde"
    letters = {topic[:3]: topic[3:] for topic in wanted.split()}
    assert {topic + letter for topic, said in letters.items() for letter in said} - FACTS == set()


@pytest.mark.parametrize("id", sorted(ARTICLES.keys() - _CERTAIN))
def test_an_article_says_what_nobody_knows(id: str) -> None:
    assert _UNKNOWN.search(ARTICLES[id].text)
