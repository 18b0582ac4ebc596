"""The evening check's screens."""

import re

import pytest

from care.scales import DAILY, QUESTIONS, WORRIES
from content.library.readability import grade, sentences
from content.phrases import load
from content.press import Press, press
from content.screen import Button, Screen
from content.wording import checkin

PHRASES = load("en")
ID = "0123456789abcdef0123456789abcdef"  # as long as our ids get


def buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row]


def presses(screen: Screen) -> list[Press]:
    return [button.press for button in buttons(screen) if button.press]


def ask(scale: str, **answers: int | None) -> Screen:
    number = QUESTIONS.index(scale) + 1
    return checkin.question(PHRASES, checkin=ID, scale=scale, number=number, of=5, answers=answers)


def every_screen() -> list[Screen]:
    answers: dict[str, int | None] = {"pain": 10, "tiredness": None, "sleep": 0, "interference": 3, "worry": 1}
    return [
        checkin.invitation(PHRASES, checkin=ID),
        *(ask(scale, pain=4, sleep=None) for scale in QUESTIONS),
        checkin.worries(PHRASES, ID, ()),
        checkin.worries(PHRASES, ID, WORRIES),
        checkin.done(PHRASES, answers, checkin=ID, worries=WORRIES),
        checkin.done(PHRASES, {}, checkin=ID, again=True),
        checkin.stopped(PHRASES, answers, checkin=ID),
        checkin.stopped(PHRASES, {}, checkin=ID),
    ]


def test_every_screen_has_help_last_and_presses_that_fit() -> None:
    for screen in every_screen():
        assert screen.rows[-1] == (Button(label="Help", press=press("help")),)
        assert all(found.encode() for found in presses(screen))


def test_labels_are_short_and_are_words_or_numbers() -> None:
    for screen in every_screen():
        for button in buttons(screen):
            assert len(button.label) <= 21
            assert re.search(r"[A-Za-z0-9]", button.label)


def test_a_scale_shows_its_eleven_numbers_as_four_four_three() -> None:
    rows = ask("pain").rows
    assert [[button.label for button in row] for row in rows[:3]] == [
        ["0", "1", "2", "3"],
        ["4", "5", "6", "7"],
        ["8", "9", "10"],
    ]
    assert rows[2][2].press == press("rate", ID, "pain", 10)


@pytest.mark.parametrize("scale", [scale.id for scale in DAILY])
def test_a_scale_says_in_words_what_both_ends_mean(scale: str) -> None:
    text = ask(scale).text
    assert "\n0 = " in text
    assert "\n10 = " in text


def test_the_sleep_question_is_worded_so_that_higher_is_worse() -> None:
    assert "0 = very refreshing\n10 = not refreshing at all" in ask("sleep").text


def test_every_question_can_be_skipped_and_stopped() -> None:
    for scale in QUESTIONS:
        assert press("rate", ID, scale, "skip") in presses(ask(scale))
        assert press("rate", ID, "stop") in presses(ask(scale))


def test_a_question_asked_again_shows_what_was_said() -> None:
    assert "so far: 4" in ask("pain", pain=4).text
    assert "so far: 0" in ask("pain", pain=0).text
    assert "skipped" in ask("pain", pain=None).text
    assert "so far" not in ask("pain", sleep=4).text


def test_no_and_yes_do_not_share_a_row() -> None:
    rows = ask("worry").rows
    assert [len(row) for row in rows[:2]] == [1, 1]
    assert (rows[0][0].press, rows[1][0].press) == (press("worry", ID, "no"), press("worry", ID, "yes"))


def test_a_worry_asks_for_the_state_it_wants() -> None:
    found = presses(checkin.worries(PHRASES, ID, ["rash"]))
    assert press("worry", ID, "rash", "off") in found
    assert press("worry", ID, "rash") not in found
    assert press("worry", ID, "nausea") in found


def test_marked_worries_are_named_in_the_text_too() -> None:
    assert "Marked: vivid dreams, rash with swelling." in checkin.worries(PHRASES, ID, ["rash", "dreams"]).text


def test_urgent_worries_have_a_row_each() -> None:
    alone = [row[0].label for row in checkin.worries(PHRASES, ID, ()).rows if len(row) == 1]
    assert {"Low or changed mood", "Yellow skin or eyes", "Rash with swelling", "Trouble breathing"} <= set(alone)


def test_the_pushed_message_names_no_symptom_medicine_or_score() -> None:
    pushed = checkin.invitation(PHRASES, checkin=ID)
    assert pushed.silent
    words = pushed.text + " ".join(button.label for button in buttons(pushed))
    assert not re.search(r"pain|tired|sleep|symptom|dose|medicine|pill|fibro|naltrexone|LDN|\d", words, re.IGNORECASE)


def test_done_lists_what_was_recorded_and_nothing_else() -> None:
    text = checkin.done(PHRASES, {"pain": 4, "sleep": None, "worry": 0}, checkin=ID).text
    assert "Pain: 4" in text
    assert "Unrefreshing sleep: skipped" in text
    assert "Tiredness" not in text
    assert "Anything new: no" in text


def test_done_offers_to_change_it() -> None:
    assert press("rate", ID, "again") in presses(checkin.done(PHRASES, {"pain": 4}, checkin=ID))


def test_stopping_keeps_what_was_given_and_offers_to_carry_on() -> None:
    screen = checkin.stopped(PHRASES, {"pain": 4}, checkin=ID)
    assert "Pain: 4" in screen.text
    assert press("rate", ID, "on") in presses(screen)


def test_screens_with_recorded_answers_are_protected() -> None:
    assert checkin.done(PHRASES, {"pain": 4}, checkin=ID).protected
    assert checkin.stopped(PHRASES, {"pain": 4}, checkin=ID).protected


def test_no_screen_praises_or_blames() -> None:
    for screen in every_screen():
        assert not re.search(r"!|well done|great|good job|missed|failed|forgot|should", screen.text, re.IGNORECASE)


@pytest.mark.parametrize(
    "key", sorted(key for key in PHRASES.texts if key.startswith("checkin.") and " " in PHRASES.texts[key])
)
def test_a_phrase_is_short_and_plain(key: str) -> None:
    words = re.sub(r"<[^>]+>", "", PHRASES.texts[key])
    assert all(len(sentence.split()) <= 20 for sentence in sentences(words))
    if len(words.split()) >= 8:
        assert grade(words) <= 8
