"""One patient's week and a clinic's week, as people read them."""

import html
import re
from datetime import date, timedelta

import pytest

from care.doses import DoseState
from care.week import Week, week
from content.library.readability import grade, sentences
from content.phrases import load
from content.press import press
from content.screen import Screen
from content.wording.figures import SHOWN, span
from content.wording.summary import ClinicLine, PatientWeek, as_text, digest, ready, summary

PHRASES = load("en")
START = date(2026, 11, 16)
DAYS = [START + timedelta(days=n) for n in range(7)]
BAY = ClinicLine(name="Bay Clinic", phone="+1 555 0100")


def pain(*values: int | None, doses: tuple[str, ...] = ()) -> Week:
    ratings = {day: {"pain": value} for day, value in zip(DAYS, values, strict=False)}
    return week(START, ratings, list(zip(DAYS, doses, strict=False)))


def show(now: Week, before: Week | None = None, **more: bool) -> str:
    return summary(PHRASES, now, before, clinic=BAY, **more).text


def visible(screen: Screen) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", screen.text))


def longest() -> Week:
    ratings = {day: {"pain": 10, "tiredness": 10, "sleep": 10, "interference": 10} for day in DAYS[:4]}
    return week(START, ratings, [(day, state.value) for day in DAYS for state in DoseState for _ in range(9)])


def test_a_summary_is_a_silent_protected_picture_with_its_numbers_in_the_caption() -> None:
    screen = summary(PHRASES, pain(4, 5, 6, 7, 8, doses=("taken",) * 5), None, clinic=BAY)
    assert screen.picture is not None
    assert screen.silent
    assert screen.protected
    assert "You answered on 5 of 7 days." in screen.text
    assert "Pain: average 6.0, lowest 4, highest 8 (5 of 7 days)" in screen.text


def test_the_caption_fits_even_at_its_longest() -> None:
    clinic = ClinicLine(name="The " + "Very " * 60 + "Long Clinic", phone="+1 555 0100 " * 12)
    before = pain(*[0] * 7)
    for screen in (
        summary(PHRASES, longest(), before, clinic=clinic, made_up=True),
        summary(PHRASES, pain(1, 2, 3, doses=tuple(DoseState)), before, clinic=clinic, made_up=True),
    ):
        assert len(visible(screen).encode("utf-16-le")) // 2 <= 1024


def test_four_days_are_called_few() -> None:
    assert "(4 of 7, few days)" in show(pain(4, 5, 6, 7))


def test_below_four_days_there_is_no_average() -> None:
    text = show(pain(4, 9))
    assert "Pain: lowest 4, highest 9, not enough days for an average (2 of 7)" in text
    assert "average 6" not in text


def test_a_scale_never_answered_says_only_that_there_are_not_enough_days() -> None:
    assert "Tiredness: not enough days for an average (0 of 7)" in show(pain(4))


def test_doses_are_named_by_what_is_known_of_them_and_never_as_a_share() -> None:
    text = show(pain(doses=("taken",) * 6 + ("unanswered",)))
    assert "Doses: 6 taken, 1 not answered, of 7" in text
    assert "%" not in text


def test_doses_on_hold_and_not_asked_stand_apart() -> None:
    text = show(pain(doses=("taken", "held", "held", "not_asked", "cancelled")))
    assert "Doses: 1 taken, of 1\nNot counted: 2 on hold, 1 not asked" in text


def test_a_week_without_doses_says_so() -> None:
    assert "Doses: none were due" in show(pain(4))


@pytest.mark.parametrize(
    ("now", "before", "line"),
    [
        ([4] * 7, [5] * 7, "about the same as the week before"),
        ([4] * 7, [7] * 7, "3.0 points lower than the week before"),
        ([7] * 7, [4] * 7, "3.0 points higher than the week before"),
        ([7] * 3, [4] * 7, "We cannot compare"),
        ([7] * 7, [4] * 3, "We cannot compare"),
    ],
)
def test_one_neutral_line_compares_with_the_week_before(now: list[int], before: list[int], line: str) -> None:
    text = show(pain(*now), pain(*before))
    assert line in text
    assert text.count("week before") == 1


def test_without_a_week_before_nothing_is_compared() -> None:
    assert "week before" not in show(pain(*[4] * 7))


def test_the_footer_is_fixed() -> None:
    text = show(pain())
    assert "No staff checked it." in text
    assert "This is not an emergency service." in text
    assert "A graph cannot show that a medicine works." in text
    assert "Bay Clinic, +1 555 0100" in text


def test_no_claim_cause_praise_or_blame_in_any_week() -> None:
    forbidden = r"better|worse\b|because|improv|working|missed|adheren|streak|well done|great|risk|!|%"
    for now in (pain(), pain(1, 1, 1), pain(*[1] * 7, doses=tuple(DoseState)), longest()):
        for before in (None, pain(*[9] * 7)):
            texts = show(now, before) + as_text(PHRASES, now, before, BAY).text
            assert not re.search(forbidden, texts, re.IGNORECASE)


def test_made_up_data_says_so_in_words_too() -> None:
    assert "made-up data" in show(pain(), made_up=True)
    assert "made-up data" in as_text(PHRASES, pain(), None, None, made_up=True).text
    assert "made-up" not in show(pain())


def test_the_names_of_a_clinic_cannot_become_markup() -> None:
    text = summary(PHRASES, pain(), None, clinic=ClinicLine(name="<b>A&B", phone="1")).text
    assert "&lt;b&gt;A&amp;B" in text


def test_show_as_text_names_the_week_it_wants() -> None:
    screen = summary(PHRASES, pain(), None, clinic=None)
    assert screen.rows[0][0].label == "Show as text"
    assert screen.rows[0][0].press == press("week", "2026-11-16", "text")
    assert screen.rows[-1][0].press == press("help")


def test_the_text_tells_every_day_in_plain_lines() -> None:
    screen = as_text(PHRASES, pain(4, None, 0, doses=("taken", "unanswered")), None, BAY)
    assert "<b>Mon 16 Nov</b>: pain 4, tiredness not answered" in screen.text
    assert "<b>Tue 17 Nov</b>: no answers.\nDoses: not answered." in screen.text
    assert "<b>Wed 18 Nov</b>: pain 0," in screen.text
    assert "<pre>" not in screen.text
    assert screen.picture is None


def test_the_text_gives_several_doses_of_a_day_by_their_number() -> None:
    found = week(START, {}, [(START, "taken"), (START, "taken"), (START, "sent")])
    assert "Doses: 2 taken, still open." in as_text(PHRASES, found, None, BAY).text


def test_the_text_fits_one_message_at_its_longest() -> None:
    assert len(visible(as_text(PHRASES, longest(), pain(*[0] * 7), BAY, made_up=True))) <= 4096


def test_the_push_shows_no_number_and_no_symptom() -> None:
    screen = ready(PHRASES, START)
    assert screen.silent
    assert screen.text == "Your week is ready."


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (date(2026, 11, 16), "16–22 Nov"),
        (date(2026, 11, 30), "30 Nov–6 Dec"),
        (date(2026, 12, 28), "28 Dec–3 Jan"),
    ],
)
def test_a_week_is_named_by_its_first_and_last_day(start: date, words: str) -> None:
    assert span(start) == words


def test_every_state_of_a_dose_has_its_words() -> None:
    assert all(PHRASES.has(f"summary.state_{SHOWN[state]}") for state in DoseState)
    drawn = {SHOWN[state] for state in DoseState if state != DoseState.CANCELLED}
    assert all(PHRASES.has(f"summary.mark_{state}") for state in drawn)
    assert len({PHRASES.label(f"summary.mark_{state}") for state in drawn}) == len(drawn)


def test_a_digest_is_one_message_by_label() -> None:
    (screen,) = digest(
        PHRASES,
        clinic_name="Bay Clinic",
        start=START,
        patients=[
            PatientWeek(label="P-07", week=pain(*[4] * 7, doses=("taken",) * 7), held=True, notes=["A <note>."]),
            PatientWeek(label="P-08", week=pain(4), unreachable=True, review_due=date(2026, 11, 24)),
            PatientWeek(label="P-09", week=None),
        ],
    )
    assert "On hold: P-07" in screen.text
    assert "Cannot be reached: P-08" in screen.text
    assert "Review date: P-08 (Tue 24 Nov)" in screen.text
    assert "P-07: 7 of 7 days answered\nPain 4.0 (4–4, 7 of 7); Tiredness: not enough days (0 of 7)" in screen.text
    assert "Doses: 7 taken, of 7" in screen.text
    assert "· A &lt;note&gt;." in screen.text
    assert "P-09: no week to show" in screen.text
    assert "No staff checked it." in screen.text


def test_a_digest_without_patients_says_so() -> None:
    (screen,) = digest(PHRASES, clinic_name="Bay Clinic", start=START, patients=[])
    assert "There are no patients yet." in screen.text


def test_a_long_digest_is_split_between_patients_and_loses_none() -> None:
    patients = [PatientWeek(label=f"P-{n:03}", week=longest(), held=n % 2 == 0) for n in range(60)]
    screens = digest(PHRASES, clinic_name="Bay Clinic", start=START, patients=patients)
    assert len(screens) > 1
    assert all(len(visible(screen).encode("utf-16-le")) // 2 <= 4096 for screen in screens)
    whole = "\n".join(screen.text for screen in screens)
    assert all(whole.count(f"{patient.label}: 4 of 7") == 1 for patient in patients)
    assert f"Part {len(screens)} of {len(screens)}." in screens[-1].text
    assert [bool(screen.rows) for screen in screens] == [False] * (len(screens) - 1) + [True]


def test_a_flood_of_notes_does_not_break_the_digest() -> None:
    patient = PatientWeek(label="P-1", week=None, notes=["<" * 5000] * 50)
    screens = digest(PHRASES, clinic_name="C" * 5000, start=START, patients=[patient])
    assert all(len(visible(screen)) <= 4096 for screen in screens)
    assert "and 45 more" in screens[0].text


def test_a_clinic_with_hundreds_on_hold_still_gets_its_digest() -> None:
    patients = [PatientWeek(label=f"PATIENT-{n:04}", week=None, held=True, review_due=START) for n in range(700)]
    screens = digest(PHRASES, clinic_name="Bay Clinic", start=START, patients=patients)
    assert all(len(visible(screen)) <= 4096 for screen in screens)


@pytest.mark.parametrize(
    "key", sorted(key for key in PHRASES.texts if key.startswith("summary.") and PHRASES.texts[key].endswith("."))
)
def test_a_phrase_is_short_and_plain(key: str) -> None:
    words = re.sub(r"<[^>]+>|\{\w+\}", "", PHRASES.texts[key])
    assert all(len(sentence.split()) <= 20 for sentence in sentences(words))
    if len(words.split()) >= 8:
        assert grade(words) <= 8
