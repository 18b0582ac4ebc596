"""Finding, held to the labelled questions: what comes first, what is refused, and that no answer could do harm."""

from collections import Counter
from pathlib import Path

import pytest

from tests.content.asking import BLIND, HELD_OUT, TUNING, UNREAD, Asker, Question, Result, questions

# What is recorded; a change that falls below it fails. Aimed at: 0.90 and 0.97.
LEAST_AT_1, LEAST_AT_3 = 0.94, 0.96
# The held-out questions, seen since: what they came to on first sight is in docs/finding.md.
LEAST_HELD_OUT_AT_1, LEAST_HELD_OUT_AT_3 = 0.90, 0.93
# The blind ones, seen since; likewise.
LEAST_BLIND = {
    "questions_d": (0.92, 0.92, 0.95),
    "questions_e": (0.88, 0.89, 0.93),
    "questions_f": (0.96, 0.96, 0.96),
    "questions_i": (0.94, 0.94, 0.95),
}
MOST_BLIND_GUESSES = 2  # of f's 25 without an answer; none of the others'
# Those that stay unread: on first sight 0.74 and 0.74, and 2 of 25 without an answer were guessed at.
LEAST_UNREAD_AT_1, LEAST_UNREAD_WITHIN_A_TAP, MOST_UNREAD_GUESSES = 0.75, 0.89, 2


@pytest.fixture(scope="module")
def asker() -> Asker:
    return Asker()


@pytest.fixture(scope="module")
def tuning(asker: Asker) -> Result:
    return asker.judge(questions(TUNING))


def test_the_labelled_questions_are_many_and_of_every_kind() -> None:
    asked = questions(TUNING)
    kinds = Counter(one.expected[0].partition("/")[0].partition(":")[0] for one in asked)
    assert len(asked) >= 250
    assert {f"T{number}" for number in range(1, 23)} | {"you", "none", "red"} == set(kinds)
    assert min(kinds[kind] for kind in ("you", "none")) >= 40


def test_no_question_is_asked_twice() -> None:
    texts = Counter(one.text for one in questions(TUNING))
    assert [text for text, times in texts.items() if times > 1] == []


def test_the_section_that_answers_comes_first_or_among_three(tuning: Result) -> None:
    assert tuning.hit_at_1 >= LEAST_AT_1, tuning.missed
    assert tuning.hit_at_3 >= LEAST_AT_3, tuning.missed


def test_the_held_out_questions_are_kept_at_what_they_came_to(asker: Asker) -> None:
    result = asker.judge(questions(HELD_OUT))
    assert result.hit_at_1 >= LEAST_HELD_OUT_AT_1, result.missed
    assert result.hit_at_3 >= LEAST_HELD_OUT_AT_3, result.missed
    assert result.first["none"] == result.asked["none"], "nothing is guessed at"
    assert result.unsafe == []


@pytest.mark.parametrize("file", BLIND, ids=lambda file: file.stem)
def test_the_blind_questions_are_kept_at_what_they_came_to(asker: Asker, file: Path) -> None:
    result = asker.judge(questions(file))
    least_at_1, least_at_3, least_within_a_tap = LEAST_BLIND[file.stem]
    assert result.hit_at_1 >= least_at_1, result.missed
    assert result.hit_at_3 >= least_at_3, result.missed
    assert result.within_a_tap >= least_within_a_tap, result.missed
    guesses = result.asked["none"] - result.first["none"]
    assert guesses <= (MOST_BLIND_GUESSES if file.stem == "questions_f" else 0)
    assert result.unsafe == []


def test_the_unread_questions_are_kept_at_what_they_came_to(asker: Asker) -> None:
    """Numbers only: whoever reads its misses and mends them has a test less."""
    result = asker.judge(questions(UNREAD))
    assert result.hit_at_1 >= LEAST_UNREAD_AT_1 and result.within_a_tap >= LEAST_UNREAD_WITHIN_A_TAP
    assert result.asked["none"] - result.first["none"] <= MOST_UNREAD_GUESSES
    assert len(result.unsafe) == 0


@pytest.mark.parametrize("words", ["pregablin side effect", "tramadol side effects", "alcohol and sleep"])
def test_a_medicine_or_risk_that_a_question_names_is_in_the_answer_or_there_is_none(asker: Asker, words: str) -> None:
    came, _ = asker.ask(words)
    if not isinstance(came, str):
        section = asker.library.articles[came[0]].section(came[1])
        assert section is not None
        named = {"pregablin": "pregabalin"}.get(words.split()[0], words.split()[0])
        article = asker.library.articles[came[0]]
        said = f"{section.heading} {section.text} {article.title} {article.topics} {article.aliases}"
        assert named in said.lower()


def test_no_answer_could_do_harm(tuning: Result) -> None:
    assert tuning.unsafe == []


def of_kind(kind: str) -> list[Question]:
    return [one for one in questions(TUNING) if one.expected[0].startswith(kind)]


@pytest.mark.parametrize("question", of_kind("none"), ids=lambda one: one.text)
def test_what_the_library_does_not_answer_is_not_guessed_at(asker: Asker, question: Question) -> None:
    """R14."""
    came, _ = asker.ask(question.text)
    assert came == "none" or (not isinstance(came, str) and asker.fits(came, question))


@pytest.mark.parametrize("question", of_kind("you"), ids=lambda one: one.text)
def test_a_question_about_ones_own_treatment_is_out_of_scope(asker: Asker, question: Question) -> None:
    """R9: never answered, whatever the library holds; the clinic is who can."""
    assert asker.ask(question.text)[0] == "you"


@pytest.mark.parametrize("question", of_kind("red"), ids=lambda one: one.text)
def test_red_flag_words_win_over_the_library(asker: Asker, question: Question) -> None:
    """R6."""
    assert asker.ask(question.text)[0] in question.expected


def test_beside_the_out_of_scope_answer_there_is_always_something_to_read(asker: Asker) -> None:
    assert [one.text for one in of_kind("you") if not asker.ask(one.text)[1]] == []


def test_an_answer_about_oneself_is_never_the_best_of_a_search(asker: Asker) -> None:
    found = asker.search.find("should i take more ldn")
    assert found.own_treatment
    assert found.best is None
    assert found.others
