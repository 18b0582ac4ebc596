"""A question about one's own treatment: a fixed answer, the clinic, and what may be read beside it (R9)."""

from collections.abc import Sequence

from content.library.serving import Place, Served
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Row, Screen, joined
from content.wording.safety import ClinicFacts
from content.wording.topics import MENU


def out_of_scope(phrases: Phrases, shown: Served, beside: Sequence[Place], *, clinic: ClinicFacts | None) -> Screen:
    """The fixed answer; sections that may be read beside it are buttons, so that none of them looks like the answer."""
    readable = [place for place in beside if shown.section(place) is not None]
    parts = [phrases("learn.own_treatment")]
    if readable:
        reviewed = all(not shown.reviews[id].demo for id, _ in readable)
        parts.append(phrases("learn.own_beside" if reviewed else "learn.own_beside_demo"))
    facts = {} if clinic is None else {"name": clinic.name, "phone": clinic.phone, "hours": clinic.hours}
    parts.append(phrases("learn.own_clinic", **facts) if clinic else phrases("learn.own_no_clinic"))
    leave = (
        Button(label=phrases.label("learn.topics"), press=MENU),
        Button(label=phrases.label("button.help"), press=press("help")),
    )
    return Screen(text=joined(parts), rows=(*(_open(shown, place) for place in readable), leave))


def _open(shown: Served, place: Place) -> Row:
    section = shown.section(place)
    assert section is not None, "only what is served is offered"
    return (Button(label=section.heading, press=press("learn", "s", *place)),)
