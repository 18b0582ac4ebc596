"""A question about one's own treatment: a fixed answer, the clinic, and what may be read beside it (R9)."""

from collections.abc import Sequence

from content.library.serving import Place, Served
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Screen, joined
from content.wording.safety import ClinicFacts
from content.wording.topics import MENU, heading


def out_of_scope(phrases: Phrases, shown: Served, beside: Sequence[Place], *, clinic: ClinicFacts | None) -> Screen:
    """The fixed answer; sections that may be read beside it are buttons, so that none of them looks like the answer."""
    readable = [place for place in beside if shown.section(place) is not None]
    parts = [phrases("learn.own_treatment")]
    if readable:
        reviewed = all(not shown.reviews[id].demo for id, _ in readable)
        key = "learn.own_beside" if reviewed else "learn.own_beside_demo"
        parts.append(phrases(f"{key}_one" if len(readable) == 1 else f"{key}_some"))
    facts = {} if clinic is None else {"name": clinic.name, "phone": clinic.phone, "hours": clinic.hours}
    parts.append(phrases("learn.own_clinic", **facts) if clinic else phrases("learn.own_no_clinic"))
    leave = (
        Button(label=phrases.label("learn.topics"), press=MENU),
        Button(label=phrases.label("button.help"), press=press("help")),
    )
    rows = [heading(phrases, shown.articles[id], number) for id, number in readable]
    return Screen(text=joined(parts), rows=(*rows, leave))
