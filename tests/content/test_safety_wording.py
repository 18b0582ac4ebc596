"""The fixed safety replies: what they say, what they must never say, and how hard they are to read."""

import html
import re
import sys
import tomllib
from datetime import date
from importlib.resources import files
from types import ModuleType

import pytest

from care.redflags import Category, match
from care.safety import SELF_CHECK
from care.scales import WORRIES
from content.library.checks import LONGEST_ID
from content.numbers import all_numbers, numbers
from content.phrases import load
from content.press import Press, press
from content.screen import Html, Screen
from content.wording.safety import (
    HELP_ROW,
    ClinicFacts,
    call_info,
    contact_clinic,
    go_on,
    help_screen,
    hold_reply,
    red_flag,
    report_menu,
)

TODAY = date(2026, 11, 24)
EN = load("en")
CLINIC = ClinicFacts(name="Bay <Pain> Clinic", phone="+353 1 555 0199", hours="Mon-Fri 9:00-17:00")
IRELAND = numbers("IE", TODAY)
NOWHERE = numbers(None, TODAY)
PHRASES = {
    f"safety.{name}": EN.texts[f"safety.{name}"]
    for name in tomllib.loads((files("content.phrases") / "en" / "safety.toml").read_text(encoding="utf-8"))
}
LABELS = ("call_info", "go_on_button", "topics", "report", "item_", "line_")
"""Buttons, names and lines of numbers: there is no sentence in them to grade."""


def flagged(
    category: Category, *, country: str | None = "IE", clinic: ClinicFacts | None = CLINIC, takes: bool = True
) -> Screen:
    return red_flag(EN, category, numbers=numbers(country, TODAY), clinic=clinic, takes_naltrexone=takes)


def presses(screen: Screen) -> list[Press | None]:
    return [button.press for row in screen.rows for button in row]


def every_screen() -> list[Screen]:
    shown = [go_on(EN), report_menu(EN)]
    for numbers_of in (*all_numbers(), NOWHERE):
        for clinic in (CLINIC, None):
            shown.append(hold_reply(EN, numbers=numbers_of, clinic=clinic))
            for category in Category:
                shown.append(call_info(EN, category, numbers_of, clinic))
                for takes in (True, False):
                    shown.append(red_flag(EN, category, numbers=numbers_of, clinic=clinic, takes_naltrexone=takes))
            for role in ("stranger", "patient", "clinician"):
                for is_set in (True, False):
                    shown.append(
                        help_screen(EN, numbers=numbers_of, clinic=clinic, today_country_set=is_set, role=role)
                    )
    return shown


@pytest.mark.parametrize("category", Category)
def test_every_red_flag_reply_names_the_emergency_number(category: Category) -> None:
    for row in (*all_numbers(), NOWHERE):
        assert row.emergency in flagged(category, country=row.country).text


@pytest.mark.parametrize("category", Category)
def test_every_red_flag_reply_says_that_nobody_watches_and_nobody_is_called(category: Category) -> None:
    text = flagged(category).text
    assert "not watched live" in text
    assert "cannot call for help for you" in text


@pytest.mark.parametrize("category", Category)
def test_every_red_flag_reply_offers_call_info_and_the_way_on(category: Category) -> None:
    offered = presses(flagged(category))
    assert offered[0] == press("safe", "call", category)
    assert offered[-2:] == [press("safe", "ok"), press("help")]


def test_the_longest_way_on_fits_behind_a_button() -> None:
    assert len(press("safe", "ok", "x" * LONGEST_ID, "7").encode()) <= 64


@pytest.mark.parametrize("category", Category)
def test_a_red_flag_reply_asks_nothing_and_reassures_of_nothing(category: Category) -> None:
    for takes in (True, False):
        text = flagged(category, takes=takes).text.casefold()
        assert "?" not in text
        assert not re.search(r"don't worry|it will be|you will be|sorry to hear|normal|nothing to|fine\b", text)


@pytest.mark.parametrize("category", sorted(set(Category) - {Category.OPIOID, Category.CRISIS, Category.ABUSE}))
def test_naltrexone_is_named_only_to_those_who_take_it_here(category: Category) -> None:
    assert "naltrexone" in flagged(category, takes=True).text.casefold()
    assert "naltrexone" not in flagged(category, takes=False).text.casefold()


def test_the_opioid_reply_to_somebody_without_a_plan_says_if() -> None:
    text = flagged(Category.OPIOID, takes=False).text
    assert "If you take naltrexone, do not take your next dose" in text
    assert "say you take naltrexone" not in text


def test_the_opioid_reply_offers_the_hold_to_those_with_a_plan_only() -> None:
    assert press("report", "opioid") in presses(flagged(Category.OPIOID, takes=True))
    assert press("report", "opioid") not in presses(flagged(Category.OPIOID, takes=False))


def test_the_crisis_reply_names_the_crisis_line_before_the_emergency_number() -> None:
    text = flagged(Category.CRISIS, country="US").text
    assert text.index("988") < text.index("911")


def test_the_crisis_reply_without_a_country_points_to_a_list_of_lines_and_not_at_a_call() -> None:
    text = flagged(Category.CRISIS, country=None).text
    assert "open findahelpline.com" in text
    assert "Call <b>findahelpline" not in text


@pytest.mark.parametrize("category", [Category.EMERGENCY, Category.BREATHING, Category.OVERDOSE])
def test_an_emergency_reply_sends_nobody_to_the_clinic_first(category: Category) -> None:
    assert CLINIC.phone not in flagged(category).text


@pytest.mark.parametrize("category", [Category.OPIOID, Category.JAUNDICE, Category.PREGNANCY])
def test_a_reply_that_sends_to_the_clinic_gives_its_phone(category: Category) -> None:
    assert CLINIC.phone in flagged(category).text
    assert "Call your clinic or doctor." in flagged(category, clinic=None).text


def test_call_info_gives_every_number() -> None:
    for category in Category:
        text = call_info(EN, category, IRELAND, CLINIC).text
        assert all(fact in text for fact in ("112 or 999", "116 123", CLINIC.phone, CLINIC.hours))


def test_call_info_puts_the_crisis_line_first_in_a_crisis_only() -> None:
    first = {category: call_info(EN, category, IRELAND, CLINIC).text.splitlines()[0] for category in Category}
    assert "116 123" in first.pop(Category.CRISIS)
    assert all("112 or 999" in line for line in first.values())


@pytest.mark.parametrize("role", ["stranger", "patient", "clinician"])
def test_help_begins_with_the_emergency_number_then_the_crisis_line(role: str) -> None:
    lines = help_screen(EN, numbers=IRELAND, clinic=CLINIC, today_country_set=True, role=role).text.splitlines()
    assert "112 or 999" in lines[0]
    assert "116 123" in lines[1]
    assert CLINIC.phone in lines[2]


def test_help_works_without_a_country_a_clinic_or_an_account() -> None:
    text = help_screen(EN, numbers=NOWHERE, clinic=None, today_country_set=False, role="stranger").text
    assert "112 or your local number" in text
    assert "findahelpline.com" in text
    assert "not watched live" in text


def test_help_offers_the_report_to_patients_only() -> None:
    for role, offered in {"patient": True, "clinician": False, "stranger": False}.items():
        screen = help_screen(EN, numbers=IRELAND, clinic=CLINIC, today_country_set=True, role=role)
        assert (press("report") in presses(screen)) is offered
        assert press("learn", "menu") in presses(screen)


def test_help_asks_a_patient_without_a_country_to_set_it() -> None:
    screen = help_screen(EN, numbers=NOWHERE, clinic=CLINIC, today_country_set=False, role="patient")
    assert "You have not set your country yet." in screen.text


def test_the_report_offers_each_thing_and_a_way_back() -> None:
    assert presses(report_menu(EN)) == [
        press("report", "opioid"),
        press("report", "surgery"),
        press("report", "illness"),
        press("report", "pregnancy"),
        press("help"),
    ]


def test_the_hold_reply_says_hold_and_do_not_take_and_whom_to_call() -> None:
    text = hold_reply(EN, numbers=IRELAND, clinic=CLINIC).text
    assert "on hold</b> until your clinic clears it" in text
    assert "Do not take your next dose until your clinic says it is safe." in text
    assert CLINIC.phone in text
    assert "112 or 999" in text


@pytest.mark.parametrize("item", sorted({*SELF_CHECK, *WORRIES, "illness"} - {"opioid"}))
def test_every_other_yes_gets_the_fixed_reply_of_r2(item: str) -> None:
    text = contact_clinic(EN, item, CLINIC).text
    assert "your clinic about this" in text
    assert CLINIC.phone in text
    assert "hold" not in text


def test_a_changed_mood_is_for_today_and_never_without_the_crisis_line() -> None:
    text = contact_clinic(EN, "mood", CLINIC).text
    assert "today" in text
    assert "crisis line" in text


def test_help_is_on_every_screen_but_help_itself() -> None:
    for screen in every_screen():
        is_help = "What I can do" in screen.text
        assert is_help or press("help") in presses(screen)
    assert HELP_ROW(EN)[0].label == "Help"


def test_a_clinics_facts_are_escaped() -> None:
    assert "Bay &lt;Pain&gt; Clinic" in flagged(Category.OPIOID).text


def test_every_screen_fits_a_message_and_every_press_its_64_bytes() -> None:
    for screen in every_screen():
        assert isinstance(screen.text, Html)
        assert len(screen.text) <= 4096
        assert all(found is not None and found.encode() for found in presses(screen))


def test_no_phrase_holds_an_exclamation_mark() -> None:
    assert [key for key, text in PHRASES.items() if "!" in text] == []


def test_every_topic_of_the_library_can_be_asked_for() -> None:
    """A request that somebody's life may hang on may get its fixed reply; no other is swallowed."""
    allowed = {None, Category.CRISIS, Category.EMERGENCY, Category.BREATHING}
    for file in (files("content") / "articles" / "en").iterdir():
        if not file.name.endswith(".md"):
            continue
        head = tomllib.loads(file.read_text(encoding="utf-8").split("+++")[1])
        for topic in (head["title"], *head["topics"], *head["aliases"]):
            assert match(f"/learn {topic}") in allowed, topic


def readable(text: str) -> str:
    """A phrase as prose: no HTML, no dashes between a command and what it does, each line a sentence."""
    facts = {"emergency": "112", "crisis": "988", "name": "Bay", "phone": "555", "hours": "9 to 5", "item": "Fever"}
    plain = html.unescape(re.sub(r"<[^>]+>", "", text)).format_map(facts).replace("–", ":")
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    return " ".join(line if line[-1] in ".:" else f"{line}." for line in lines)


def grade(text: str, monkeypatch: pytest.MonkeyPatch) -> float:
    """Flesch-Kincaid by textstat 0.7.4 (R17, R19)."""
    # textstat 0.7.4 imports pkg_resources, which newer setuptools no longer have; this grade does not use it.
    if "pkg_resources" not in sys.modules:
        monkeypatch.setitem(sys.modules, "pkg_resources", ModuleType("pkg_resources"))
    import textstat

    return float(textstat.flesch_kincaid_grade(readable(text)))


PROSE = [key for key in PHRASES if not key.removeprefix("safety.").startswith(LABELS) or key == "safety.report_menu"]


@pytest.mark.parametrize("key", PROSE)
def test_each_phrase_is_within_grade_8(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert grade(PHRASES[key], monkeypatch) <= 8


@pytest.mark.parametrize("key", PROSE)
def test_no_sentence_is_longer_than_20_words(key: str) -> None:
    sentences = re.split(r"[.:]\s", readable(PHRASES[key]) + " ")
    assert max(len(sentence.split()) for sentence in sentences) <= 20


@pytest.mark.parametrize("category", Category)
def test_each_reply_as_a_whole_is_within_grade_6(category: Category, monkeypatch: pytest.MonkeyPatch) -> None:
    for takes in (True, False):
        text = flagged(category, takes=takes).text.replace(html.escape(CLINIC.name), "Bay")
        assert grade(text, monkeypatch) <= 6
