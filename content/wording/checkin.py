"""The evening check's screens: one question each, edited in place (clinical 3.2).

Presses: ``rate:<check-in>:<scale>:<0-10 or skip>``, ``rate:<check-in>:on`` (ask what is still open),
``rate:<check-in>:again`` (ask all anew), ``rate:<check-in>:stop``; ``worry:<check-in>:no``, ``…:yes``,
``…:<worry>``, ``…:<worry>:off``, ``…:done``.
"""

from collections.abc import Collection, Mapping

from care.scales import DAILY, WORRIES, WORRY_REPLIES
from content.phrases import Phrases
from content.press import press
from content.screen import Button, Html, Row, Screen, joined

_TEN = ((0, 1, 2, 3), (4, 5, 6, 7), (8, 9, 10))  # eleven in one row are too narrow to hit


def invitation(phrases: Phrases, *, checkin: str) -> Screen:
    """What is pushed in the evening: discreet and silent, with no question in it yet."""
    return Screen(
        text=phrases("checkin.invitation"),
        rows=(
            (Button(label=phrases.label("checkin.begin"), press=press("rate", checkin, "on")),),
            (Button(label=phrases.label("checkin.not_today"), press=press("rate", checkin, "stop")),),
            _help(phrases),
        ),
        silent=True,
    )


def question(
    phrases: Phrases, *, checkin: str, scale: str, number: int, of: int, answers: Mapping[str, int | None]
) -> Screen:
    """Question ``number`` of ``of``: a scale's, or "worry" with its No and Yes. ``answers`` are those given so far."""
    head = phrases("checkin.head", number=number, of=of)
    text = [head, phrases(f"checkin.{scale}")]
    if scale == "worry":
        rows = _no_or_yes(phrases, checkin)
    else:
        ends = (phrases(f"checkin.{scale}_low"), phrases(f"checkin.{scale}_high"))
        text += [joined(ends, "\n"), _before(phrases, scale, answers), phrases("checkin.how")]
        rows = tuple(tuple(Button(label=str(n), press=press("rate", checkin, scale, n)) for n in row) for row in _TEN)
    ways_out = (
        Button(label=phrases.label("button.skip"), press=press("rate", checkin, scale, "skip")),
        _stop(phrases, checkin),
    )
    return Screen(text=joined(text), rows=(*rows, ways_out, _help(phrases)), silent=True)


def worries(phrases: Phrases, checkin: str, chosen: Collection[str]) -> Screen:
    """The list behind "anything new?"; those chosen are named in words, and a tap takes one off again."""
    text = [phrases("checkin.worry_list"), phrases("checkin.worry_now"), phrases("checkin.worry_watch")]
    if chosen:
        marked = phrases("checkin.worry_marked", items=_items(phrases, chosen))
        text.append(joined((marked, phrases("checkin.worry_marked_off")), "\n"))
    mild = [worry for worry in WORRIES if WORRY_REPLIES[worry] == "clinic"]
    buttons = {worry: _worry(phrases, checkin, worry, on=worry in chosen) for worry in WORRIES}
    # Those that get an urgent reply stand alone and wide: they are not to be hit, or missed, by accident.
    alone = [(buttons[worry],) for worry in WORRIES if worry not in mild]
    pairs = [tuple(buttons[worry] for worry in mild[n : n + 2]) for n in range(0, len(mild), 2)]
    end = Button(label=phrases.label("checkin.worries_done"), press=press("worry", checkin, "done"))
    return Screen(text=joined(text), rows=(*pairs, *alone, (end,), _help(phrases)), silent=True)


def done(
    phrases: Phrases,
    answers: Mapping[str, int | None],
    *,
    checkin: str,
    again: bool = False,
    worries: Collection[str] = (),
) -> Screen:
    """What was recorded; ``again`` when it had been recorded before and is only shown once more."""
    return Screen(
        text=joined(
            (
                phrases("checkin.done_again" if again else "checkin.done"),
                _recorded(phrases, answers, worries),
                phrases("checkin.saved_for_clinic"),
            )
        ),
        rows=(
            (Button(label=phrases.label("checkin.change"), press=press("rate", checkin, "again")),),
            _help(phrases),
        ),
        silent=True,
        protected=True,
    )


def stopped(
    phrases: Phrases, answers: Mapping[str, int | None], *, checkin: str, worries: Collection[str] = ()
) -> Screen:
    """Left half-way: what was given is kept and listed, and carrying on is one tap."""
    if answers or worries:
        text = joined((phrases("checkin.stopped"), _recorded(phrases, answers, worries)))
    else:
        text = phrases("checkin.stopped_empty")
    carry_on = Button(label=phrases.label("checkin.carry_on"), press=press("rate", checkin, "on"))
    return Screen(text=text, rows=((carry_on,), _help(phrases)), silent=True, protected=True)


def _recorded(phrases: Phrases, answers: Mapping[str, int | None], worries: Collection[str]) -> Html:
    lines = []
    for scale in DAILY:
        if scale.id in answers:
            name, value = phrases(f"checkin.name_{scale.id}"), answers[scale.id]
            key = "checkin.recorded_skipped" if value is None else "checkin.recorded"
            lines.append(phrases(key, name=name, value=value))
    if any(answers.get(scale.id) is not None for scale in DAILY):
        lines.append(phrases("checkin.ends"))
    if worries:
        lines.append(phrases("checkin.new_items", items=_items(phrases, worries)))
    elif "worry" in answers:
        said = {None: "skipped", 0: "nothing"}.get(answers["worry"], "unnamed")
        lines.append(phrases(f"checkin.new_{said}"))
    return joined(lines, "\n")


def _before(phrases: Phrases, scale: str, answers: Mapping[str, int | None]) -> Html:
    if scale not in answers:
        return Html("")
    if answers[scale] is None:
        return phrases("checkin.before_skipped")
    return phrases("checkin.before", value=answers[scale])


def _no_or_yes(phrases: Phrases, checkin: str) -> tuple[Row, ...]:
    return tuple(
        (Button(label=phrases.label(f"checkin.worry_{word}"), press=press("worry", checkin, word)),)
        for word in ("no", "yes")
    )


def _worry(phrases: Phrases, checkin: str, worry: str, *, on: bool) -> Button:
    label = phrases.label(f"checkin.item_{worry}")
    if on:
        return Button(label=f"✓ {label}", press=press("worry", checkin, worry, "off"))
    return Button(label=label, press=press("worry", checkin, worry))


def _items(phrases: Phrases, worries: Collection[str]) -> str:
    return ", ".join(phrases.label(f"checkin.item_{worry}").lower() for worry in WORRIES if worry in worries)


def _stop(phrases: Phrases, checkin: str) -> Button:
    return Button(label=phrases.label("checkin.stop"), press=press("rate", checkin, "stop"))


def _help(phrases: Phrases) -> Row:
    return (Button(label=phrases.label("button.help"), press=press("help")),)
