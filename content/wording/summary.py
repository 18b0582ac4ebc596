"""One patient's week and one clinic's week as screens (clinical 3.6): figures, fixed words, and nothing inferred."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from care.week import Week, compare
from content import dates
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Html, Row, Screen, joined, unmarked
from content.wording.figures import day_doses, dose_lines, scale_line, scale_lines, scale_names, span, use_line

_MOST = 4096  # Bot API: a message's text after parsing, in UTF-16 units
_LABELS = 60
_NOTES, _NOTE_LENGTH, _NAME_LENGTH = 5, 200, 80  # more of a patient or a name would crowd out the figures


@dataclass(frozen=True, kw_only=True)
class ClinicLine:
    """Whom to call."""

    name: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class PatientWeek:
    """One patient in the digest: known by the clinic's label only."""

    label: str
    week: Week | None
    held: bool = False
    unreachable: bool = False
    review_due: date | None = None
    notes: Sequence[str] = ()
    """Plain sentences, such as a red-flag event that the patient agreed to share."""


def ready(phrases: Phrases, start: date) -> Screen:
    """The discreet push: the picture and its numbers come with the tap."""
    show = Button(label=phrases.label("summary.show"), press=press("week", start.isoformat(), "picture"))
    return Screen(text=phrases("summary.ready"), rows=((show,), _help(phrases)), silent=True)


def summary(
    phrases: Phrases,
    week: Week,
    before: Week | None,
    *,
    clinic: ClinicLine | None,
    made_up: bool = False,
) -> Screen:
    """The week as a picture, its numbers in the caption. ``before=None``: nothing is said about another week."""
    from content.pictures import week_picture  # Pillow: a tenth of a second and 10 MB, for whoever asks for a week

    text = joined(
        (
            phrases("summary.title", span=span(week.start)),
            phrases("summary.made_up_line") if made_up else Html(""),
            _figures(phrases, week),
            _comparison(phrases, before, week),
            _foot(phrases, clinic),
        )
    )
    as_text = Button(label=phrases.label("button.as_text"), press=press("week", week.start.isoformat(), "text"))
    return Screen(
        text=text,
        rows=((as_text,), _help(phrases)),
        picture=week_picture(week, phrases, made_up=made_up),
        silent=True,
        protected=True,
    )


def as_text(
    phrases: Phrases, week: Week, before: Week | None, clinic: ClinicLine | None, *, made_up: bool = False
) -> Screen:
    """All that the picture shows, day by day in plain lines, for ears and for tired eyes."""
    text = joined(
        (
            phrases("summary.title_text", span=span(week.start)),
            phrases("summary.made_up_line") if made_up else Html(""),
            *(_day(phrases, week, n) for n in range(len(week.days))),
            _figures(phrases, week),
            _comparison(phrases, before, week),
            _foot(phrases, clinic),
        )
    )
    show = Button(label=phrases.label("summary.as_picture"), press=press("week", week.start.isoformat(), "picture"))
    return Screen(text=text, rows=((show,), _help(phrases)), silent=True, protected=True)


def made_up(phrases: Phrases, screen: Screen) -> Screen:
    """The same screen, saying first that its data are made up."""
    return replace(screen, text=joined((phrases("summary.made_up_line"), screen.text)))


def digest(phrases: Phrases, *, clinic_name: str, start: date, patients: Sequence[PatientWeek]) -> tuple[Screen, ...]:
    """The clinic's week for its team: one message, split between patients only where it would be too long."""
    title = phrases("summary.digest_title", clinic=_cut(clinic_name, _NAME_LENGTH), span=span(start))
    blocks = [*_attention(phrases, patients)]
    blocks += [_patient(phrases, patient) for patient in patients] or [phrases("summary.digest_nobody")]
    ends = joined((phrases("summary.digest_ends"), phrases("summary.digest_foot")), "\n")
    parts = _split([*blocks, ends], room=_MOST - _length(title) - 40)  # 40: "Part 12 of 34." and the blank lines
    screens = [Screen(text=joined((title, *part)), silent=True, protected=True) for part in parts]
    if len(parts) > 1:
        screens = [
            replace(screen, text=joined((screen.text, phrases("summary.digest_part", part=n, of=len(parts)))))
            for n, screen in enumerate(screens, 1)
        ]
    return (*screens[:-1], screens[-1].with_rows(_help(phrases)))


def _figures(phrases: Phrases, week: Week) -> Html:
    days = phrases("summary.days", n=week.answered_days)
    return joined(
        (
            days,
            joined((scale_lines(phrases, week), phrases("summary.ends")), "\n"),
            joined((dose_lines(phrases, week.doses), use_line(phrases, week.uses)), "\n"),
        )
    )


def _comparison(phrases: Phrases, before: Week | None, now: Week) -> Html:
    if before is None:
        return Html("")
    found = compare(before, now)
    first, second = before.scales["pain"].mean, now.scales["pain"].mean
    if found is None or first is None or second is None:
        return phrases("summary.cannot_compare")
    return phrases(f"summary.{found}", points=abs(second - first))


def _foot(phrases: Phrases, clinic: ClinicLine | None) -> Html:
    if clinic is None:
        return phrases("summary.foot")
    call = phrases("summary.clinic", name=_cut(clinic.name, _NAME_LENGTH), phone=_cut(clinic.phone, 40))
    return joined((phrases("summary.foot"), call), "\n")


def _day(phrases: Phrases, week: Week, n: int) -> Html:
    given = [(name, week.scales[scale].by_day[n]) for scale, name in scale_names(phrases)]
    ratings = ", ".join(
        phrases.label(f"summary.day_{'blank' if value is None else 'rating'}", name=name.lower(), value=value)
        for name, value in given
    )
    if all(value is None for _, value in given):
        ratings = phrases.label("summary.day_nothing")
    lines = [phrases("summary.day", day=dates.day(week.days[n]), ratings=ratings)]
    if week.dose_days[n]:
        lines.append(phrases("summary.day_doses", parts=day_doses(phrases, week.dose_days[n])))
    if week.uses and week.uses[n]:
        lines.append(phrases("summary.day_uses", n=week.uses[n]))
    return joined(lines, "\n")


def _attention(phrases: Phrases, patients: Sequence[PatientWeek]) -> Iterable[Html]:
    """What a clinician with two minutes looks for first. It names, it doesn't rank."""
    review = [
        phrases.label("summary.digest_review_one", label=patient.label, day=dates.day(patient.review_due))
        for patient in patients
        if patient.review_due
    ]
    lists = {
        "held": [patient.label for patient in patients if patient.held],
        "unreachable": [patient.label for patient in patients if patient.unreachable],
        "review": review,
    }
    for key, labels in lists.items():
        for n in range(0, len(labels), _LABELS):  # in pieces, so that a split finds a place
            yield phrases(f"summary.digest_{key}", labels=", ".join(labels[n : n + _LABELS]))


def _patient(phrases: Phrases, patient: PatientWeek) -> Html:
    if patient.week is None:
        lines = [phrases("summary.digest_patient_none", label=patient.label)]
    else:
        week = patient.week
        figures = joined(
            (scale_line(phrases, name, week.scales[scale], few_words=True) for scale, name in scale_names(phrases)),
            "; ",
        )
        n = week.answered_days
        lines = [phrases("summary.digest_patient", label=patient.label, n=n, figures=figures)]
        lines += [dose_lines(phrases, week.doses), use_line(phrases, week.uses)]
    lines += [phrases("summary.digest_note", note=_cut(note, _NOTE_LENGTH)) for note in patient.notes[:_NOTES]]
    if len(patient.notes) > _NOTES:
        lines.append(phrases("summary.digest_more", n=len(patient.notes) - _NOTES))
    return joined(lines, "\n")


def _split(blocks: Sequence[Html], *, room: int) -> list[list[Html]]:
    parts: list[list[Html]] = [[]]
    left = room
    for block in blocks:
        size = _length(block) + 2
        if size > left and parts[-1]:
            parts.append([])
            left = room
        parts[-1].append(block)
        left -= size
    return parts


def _length(text: Html) -> int:
    """What Telegram counts: UTF-16 units after parsing."""
    return len(unmarked(text).encode("utf-16-le")) // 2


def _cut(fact: str, most: int) -> str:
    return fact if len(fact) <= most else f"{fact[: most - 1]}…"


def _help(phrases: Phrases) -> Row:
    return (Button(label=phrases.label("button.help"), press=press("help")),)
