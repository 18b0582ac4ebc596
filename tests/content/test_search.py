"""Finding a section: labelled questions, refusals, and whatever else people may send."""

from collections.abc import Iterator

import pytest

from content.library import load
from content.library.search import Search
from content.library.spelling import Spelling
from content.library.stems import NoFullTextSearch

SEED_HEADINGS = {
    "Understanding Fibromyalgia and Its Symptoms": "fibromyalgia",
    "What Is Naltrexone and How Does It Work?": "naltrexone how-ldn-may-work",
    "Research Supporting Naltrexone for Fibromyalgia Treatment": "trials",
    "How to Obtain and Use Low-Dose Naltrexone": "getting-ldn",
    "Potential Side Effects and Risks of Low-Dose Naltrexone": "side-effects",
    "Is Naltrexone Right for You?": "deciding",
}


@pytest.fixture(scope="module")
def search() -> Iterator[Search]:
    index = Search(load().articles.values())
    yield index
    index.close()


@pytest.mark.parametrize("heading", SEED_HEADINGS)
def test_each_heading_of_the_seed_article_is_answered(search: Search, heading: str) -> None:
    best = search.find(heading).best
    assert best is not None and best[0] in SEED_HEADINGS[heading].split()


def test_the_title_topics_and_aliases_of_an_article_find_it(search: Search) -> None:
    missed = [
        (name, search.find(name))
        for article in load().articles.values()
        for name in (article.title, *article.topics, *article.aliases)
        if search.find(name).best is None and not search.find(name).own_treatment
    ]
    assert missed == []


@pytest.mark.parametrize("name", ["sleep", "opioids", "exercise", "flares", "surgery", "side effects", "what helps"])
def test_the_name_of_an_article_opens_its_first_section(search: Search, name: str) -> None:
    best = search.find(name).best
    assert best is not None and best[1] == 1


def test_only_articles_that_may_be_served_are_found(search: Search) -> None:
    found = search.find("opioids", among={"naltrexone"})
    assert found.best is not None and found.best[0] == "naltrexone"
    assert {place[0] for place in found.others} <= {"naltrexone"}
    assert search.find("side effects", among=set()).best is None
    assert search.find("side effects", among=set()).nearest == ()


def test_without_an_answer_the_nearest_sections_are_offered(search: Search) -> None:
    near = search.find("side effects of pizza and coffee").nearest
    assert ("side-effects", 1) in near and len(near) == len(set(near)) <= 3


@pytest.mark.parametrize("words", ["naltraxone", "tramadole", "side efects", "vivid dreems", "fibromialga"])
def test_a_misspelt_word_is_mended(search: Search, words: str) -> None:
    assert search.find(words).best is not None


@pytest.mark.parametrize(
    "words",
    ["shuld i stopp my dose", "why isnt my ldn wokring", "can i duoble it", "soooo should iiii take mooore ldn"],
)
def test_slips_hide_no_question_about_ones_own_treatment(search: Search, words: str) -> None:
    """R9: what is meant is heard, not only what is typed."""
    assert search.find(words).own_treatment


@pytest.mark.parametrize("words", ["dairy", "metal", "lover", "lyrics", "policy", "steep", "apple", "statin"])
def test_a_word_that_is_right_is_not_mended_into_one_of_ours(search: Search, words: str) -> None:
    """R14: the diary is no answer to "dairy"."""
    assert search.find(words).best is None


@pytest.mark.parametrize("words", ["missed my pilll", "brian fog", "can i drnk", "dose twise"])
def test_what_people_say_in_several_words_is_known_with_a_slip_in_it(search: Search, words: str) -> None:
    assert search.find(words).best is not None


@pytest.mark.parametrize(
    "words",
    [
        "",
        " \n\t ",
        '"',
        "'; DROP TABLE excerpt; --",
        '"dose" OR NEAR(a b, 3) AND NOT title:x*',
        "title : naltrexone",
        "{text} : ^dose",
        "(((((",
        "AND OR NOT",
        "*",
        "\U0001f62d\U0001f62d\U0001f62d",
        "\x00\x01\ud800",
        "ｎａｌｔｒｅｘｏｎｅ",
        "опиоиды الألم",
        "x" * 5000,
        "pain " * 1000,
        "\u202egnp.exe",
    ],
)
def test_whatever_people_type_is_data_and_never_raises(search: Search, words: str) -> None:
    search.find(words)


def test_full_width_letters_are_read_as_letters(search: Search) -> None:
    best = search.find("ｎａｌｔｒｅｘｏｎｅ").best
    assert best is not None and best[0] == "naltrexone"


def test_who_speaks_of_their_own_medicine_is_shown_only_what_is_surer(
    search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert search.find("i take ldn and i get vivid dreams").best is not None
    monkeypatch.setattr("content.library.search._OWN", 10.0)
    assert search.find("i take ldn and i get vivid dreams").best is None
    assert search.find("ldn and vivid dreams").best is not None


def test_two_indexes_know_nothing_of_each_other() -> None:
    one, none = Search(load().articles.values()), Search(())
    assert one.find("naltrexone").best and none.find("naltrexone").best is None
    one.close()
    none.close()


def test_a_python_without_full_text_search_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.library.stems._TOKENIZE", "tokenize = 'no such'")
    with pytest.raises(NoFullTextSearch, match="Install another Python"):
        Search(())


def test_the_commoner_of_two_words_that_are_as_close_is_meant() -> None:
    known = Spelling({"dreams": 5, "dreamt": 1, "dose": 9})
    assert known.mended("dreamz") == "dreams"
    assert known.mended("doze") is None  # too short to tell
    assert known.mended("dosee") == known.mended("doooose") == "dose"  # drawn out
    assert known.mended("xreams") is None  # another first letter is another word
