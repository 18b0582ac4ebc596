"""The fixed safety replies, Help, and "opioid, surgery, new illness" (R2, R5, R9-R11).

Each is chosen by category, language and country, never composed from what somebody wrote. They ask nothing,
assess nothing and reassure of nothing. Waiting for a clinician's approval, as the phrases are.
"""

from dataclasses import dataclass

from care.redflags import Category
from content.library.serving import Place
from content.numbers import Numbers
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined

_REPORTS = ("opioid", "surgery", "illness", "pregnancy")
_SAME_DAY = frozenset({"surgery", "pregnancy", "mood"})
"""What T17a asks to be told on the same day."""


@dataclass(frozen=True, kw_only=True)
class ClinicFacts:
    """A clinic as its patients see it."""

    name: str
    phone: str
    hours: str


def HELP_ROW(phrases: Phrases) -> Row:  # noqa: N802 – reads as the fixed part of every keyboard that it is
    """The Help button of every screen (R11)."""
    return _row(phrases, "button.help", press("help"))


def red_flag(
    phrases: Phrases,
    category: Category,
    *,
    numbers: Numbers,
    clinic: ClinicFacts | None,
    takes_naltrexone: bool,
    held: bool = False,
    asked_for: Place | None = None,
) -> Screen:
    """The reply to a red-flag text (R9, R10).

    ``takes_naltrexone`` is whether this person has such a plan here; lines that take it for granted are left
    out otherwise. ``held``: the plan is on hold, by these words or before. ``asked_for``: the section that answers the
    same words as a question, for whoever goes on.
    """
    rows = [_row(phrases, "safety.call_info", press("safe", "call", category))]
    if category is Category.OPIOID and takes_naltrexone and not held:
        # A question alone sets no hold; this button does (R5).
        rows.append(_row(phrases, "safety.report_opioid", press("report", "opioid")))
    way_on = () if asked_for is None else (asked_for[0], str(asked_for[1]))
    rows.append(_row(phrases, "safety.go_on_button", press("safe", "ok", *way_on)))
    text = _red_flag(phrases, category, numbers, clinic, takes_naltrexone)
    if category is Category.OPIOID and held:
        text = joined((phrases("safety.hold_by_words"), text))
    return Screen(text=text, rows=(*rows, HELP_ROW(phrases)))


def _red_flag(phrases: Phrases, category: Category, numbers: Numbers, clinic: ClinicFacts | None, takes: bool) -> Html:
    call = {"emergency": numbers.emergency}
    tell = phrases("safety.tell_naltrexone") if takes else Html()
    match category:
        case Category.CRISIS:
            key = "safety.crisis" if numbers.known else "safety.crisis_general"
            parts = [phrases(key, crisis=numbers.crisis, **call), _call(phrases, clinic) if clinic else Html()]
        case Category.EMERGENCY | Category.BREATHING:
            parts = [phrases("safety.emergency", **call), tell, phrases("safety.do_not_wait")]
        case Category.OVERDOSE:
            parts = [phrases("safety.overdose", **call), tell, phrases("safety.do_not_wait")]
        case Category.OPIOID:
            parts = [_opioid(phrases, numbers, clinic, takes)]
        case Category.JAUNDICE:
            sick = phrases("safety.jaundice_sick", **call)
            parts = [phrases("safety.jaundice"), _call(phrases, clinic), joined((sick, tell), " ")]
        case Category.PREGNANCY:
            plan = phrases("safety.pregnancy_plan") if takes else Html()
            sick = phrases("safety.pregnancy_sick", **call)
            parts = [phrases("safety.pregnancy"), plan, _call(phrases, clinic), sick]
        case Category.ABUSE:
            parts = [phrases("safety.abuse", **call), _call(phrases, clinic) if clinic else Html()]
    return joined((*parts, phrases("safety.not_watched")))


def _opioid(phrases: Phrases, numbers: Numbers, clinic: ClinicFacts | None, takes: bool) -> Html:
    first = phrases("safety.opioid_plan" if takes else "safety.opioid_other")
    sick = "safety.opioid_sick" if takes else "safety.opioid_sick_other"
    return joined((first, _call(phrases, clinic), phrases(sick, emergency=numbers.emergency)))


def _call(phrases: Phrases, clinic: ClinicFacts | None) -> Html:
    if clinic is None:
        return phrases("safety.call_no_clinic")
    return phrases("safety.call_clinic", name=clinic.name, phone=clinic.phone, hours=clinic.hours)


def call_info(phrases: Phrases, category: Category, numbers: Numbers, clinic: ClinicFacts | None) -> Screen:
    """Behind [Call info]: every number there is, the one that fits the category best first."""
    lines = _lines(phrases, numbers, clinic, crisis_first=category is Category.CRISIS)
    taken = category in (Category.OVERDOSE, Category.OPIOID)
    say = [phrases("safety.say_taken")] if taken else []
    general = [] if numbers.known else [phrases("safety.general_numbers")]
    say += [phrases("safety.say_naltrexone"), phrases("safety.not_watched")]
    safe = _row(phrases, "safety.go_on_button", press("safe", "ok"))
    return Screen(text=joined((lines, *general, *say)), rows=(safe, HELP_ROW(phrases)))


def go_on(phrases: Phrases, *reading: Row) -> Screen:
    """After [I'm safe, continue]: what they had asked to read, if that was it. No question, no reassurance (R9)."""
    return Screen(text=phrases("safety.go_on"), rows=(*reading, HELP_ROW(phrases)))


def help_screen(
    phrases: Phrases,
    *,
    numbers: Numbers,
    clinic: ClinicFacts | None,
    today_country_set: bool,
    role: str,
) -> Screen:
    """Help: whom to call first, then what the bot can do; for everyone, before consent and after deletion (R11).

    ``role`` is "stranger", "patient", "clinician" or "group"; any other raises KeyError.
    """
    parts = [_lines(phrases, numbers, clinic, crisis_first=False)]
    if role == "patient" and not today_country_set:
        parts.append(phrases("safety.no_country"))
    elif not numbers.known:
        parts.append(phrases("safety.general_numbers"))
    parts += [phrases("safety.not_watched"), phrases(f"safety.help_{role}")]
    rows = [_row(phrases, "safety.topics", press("learn", "menu")), _row(phrases, "about.button", press("about"))]
    if role == "patient":
        rows.insert(0, _row(phrases, "safety.report", press("report")))
    return Screen(text=joined(parts), rows=tuple(rows))


def report_menu(phrases: Phrases, *, known: bool = True) -> Screen:
    """What a patient can report at once; an opioid sets the hold (R5). Not ``known``: nobody here would see it."""
    rows = [_row(phrases, f"safety.report_{item}", press("report", item)) for item in _REPORTS]
    key = "safety.report_menu" if known else "safety.report_menu_stranger"
    return Screen(text=phrases(key), rows=(*rows, HELP_ROW(phrases)))


def hold_reply(phrases: Phrases, *, numbers: Numbers, clinic: ClinicFacts | None) -> Screen:
    """R5: the plan is on hold, and the fixed opioid reply."""
    text = joined(
        (
            phrases("safety.hold"),
            _opioid(phrases, numbers, clinic, takes=True),
            phrases("safety.not_watched"),
        )
    )
    call = _row(phrases, "safety.call_info", press("safe", "call", Category.OPIOID))
    return Screen(text=text, rows=(call, HELP_ROW(phrases)))


def contact_clinic(phrases: Phrases, item: str, clinic: ClinicFacts | None) -> Screen:
    """R2: "contact your clinic about this"; no hold, no advice.

    ``item`` is a report, an item of the self-check or a worry of the check-in; any other raises KeyError.
    """
    name = phrases(f"safety.item_{item}")
    key = "safety.contact_today" if item in _SAME_DAY else "safety.contact"
    parts = [phrases(key, item=name), _call(phrases, clinic)]
    if item == "mood":  # T13d: told at once, and never without the way to a crisis line
        parts.append(phrases("safety.contact_mood"))
    return Screen(text=joined(parts), rows=(HELP_ROW(phrases),))


def at_a_prompt(phrases: Phrases, numbers: Numbers) -> Html:
    """The crisis text that stands where words are to be typed (R8)."""
    key = "safety.at_a_prompt" if numbers.known else "safety.at_a_prompt_general"
    return phrases(key, emergency=numbers.emergency, crisis=numbers.crisis)


def whom_to_call(phrases: Phrases, numbers: Numbers, clinic: ClinicFacts | None, *, crisis_first: bool) -> Html:
    """Every number there is, a line each, and a word if they are not this country's own."""
    general = Html() if numbers.known else phrases("safety.general_numbers")
    return joined((_lines(phrases, numbers, clinic, crisis_first=crisis_first), general), "\n")


def _lines(phrases: Phrases, numbers: Numbers, clinic: ClinicFacts | None, *, crisis_first: bool) -> Html:
    crisis = phrases("safety.line_crisis" if numbers.known else "safety.line_crisis_general", crisis=numbers.crisis)
    lines = [phrases("safety.line_emergency", emergency=numbers.emergency), crisis]
    if crisis_first:
        lines.reverse()
    if clinic is not None:
        facts = {"name": clinic.name, "phone": clinic.phone, "hours": clinic.hours}
        lines.append(phrases("safety.line_clinic", **facts))
    return joined(lines, "\n")


def _row(phrases: Phrases, key: str, to: Press) -> Row:
    return (Button(label=phrases.label(key), press=to),)
