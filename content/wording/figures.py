"""A week's figures as words, the same in the picture, its caption, the text and the digest."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from care.doses import DoseState
from care.scales import DAILY
from care.week import DoseCounts, Spread, Week
from content import dates
from content.phrases import Phrases
from content.screen import Html, joined

WAITING = "waiting"
"""What people see of a dose that is due, sent or put off."""

SHOWN: Mapping[str, str] = {
    state.value: WAITING if state in (DoseState.DUE, DoseState.SENT, DoseState.LATER) else state.value
    for state in DoseState
}
"""Each state of a dose as it is shown, in the order of ``DoseState``."""

COUNTED = ("taken", "skipped", "unanswered", "undelivered", WAITING)
UNCOUNTED = ("held", "not_asked")
"""Parts of ``DoseCounts`` as they are named to people: those of ``due``, and those beside it."""


def span(start: date) -> str:
    """The seven days from ``start``: ``16–22 Nov``, ``30 Nov–6 Dec``. A week needs no year."""
    end = start + timedelta(days=6)
    first = str(start.day) if start.month == end.month else _day_of_year(start)
    return f"{first}–{_day_of_year(end)}"


def scale_line(phrases: Phrases, name: str, spread: Spread, *, few_words: bool = False) -> Html:
    """One scale's week, always with its n; no average below four days; ``few_words`` for the clinic's digest."""
    facts = {"name": name, "n": spread.n, "lowest": spread.lowest, "highest": spread.highest, "mean": spread.mean}
    area = "summary.digest_figure" if few_words else "summary.scale"
    if spread.mean is not None:
        return phrases(f"{area}_few" if spread.few else area, **facts)
    if spread.n and not few_words:
        return phrases("summary.scale_below_range", **facts)
    return phrases(f"{area}_below", **facts)


def scale_lines(phrases: Phrases, week: Week) -> Html:
    """The four scales, a line each."""
    return joined((scale_line(phrases, name, week.scales[scale]) for scale, name in scale_names(phrases)), "\n")


def scale_names(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """The scales' ids and names, in their order."""
    return tuple((scale.id, phrases.label(f"checkin.name_{scale.id}")) for scale in DAILY)


def dose_lines(phrases: Phrases, counts: DoseCounts) -> Html:
    """``Doses: 6 taken, 1 not answered, of 7``; what isn't counted, on a line of its own (clinical 4.1)."""
    lines = [phrases("summary.doses_none")]
    if counts.due:
        lines = [phrases("summary.doses", parts=_parts(phrases, counts, COUNTED), due=counts.due)]
    uncounted = _parts(phrases, counts, UNCOUNTED)
    if uncounted:
        lines.append(phrases("summary.doses_uncounted", parts=uncounted))
    if counts.corrected:
        lines.append(phrases("summary.doses_corrected", n=counts.corrected))
    return joined(lines, "\n")


def use_line(phrases: Phrases, uses: tuple[int, ...] | None) -> Html:
    """``As needed: logged 5 times, on 3 of 7 days``: a line of its own; empty where nothing is as needed."""
    if uses is None:
        return Html("")
    return phrases("summary.uses" if any(uses) else "summary.uses_none", n=sum(uses), days=sum(map(bool, uses)))


def day_doses(phrases: Phrases, states: Iterable[str]) -> str:
    """One day's doses: ``taken``, ``2 taken, not answered``."""
    return ", ".join(
        f"{n} {phrases.label(f'summary.state_{state}')}" if n > 1 else phrases.label(f"summary.state_{state}")
        for state, n in Counter(SHOWN[state] for state in states).items()
    )


def _parts(phrases: Phrases, counts: DoseCounts, names: Iterable[str]) -> str:
    known = ((name, getattr(counts, name)) for name in names)
    return ", ".join(f"{n} {phrases.label(f'summary.state_{name}')}" for name, n in known if n)


def _day_of_year(when: date) -> str:
    return dates.day(when).partition(" ")[2]
