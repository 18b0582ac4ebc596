"""Polls: asking and closing."""

from typing import Any

from simulator.api.content import Values, inline_keyboard
from simulator.api.reach import found, reachable
from simulator.api.sending import sent
from simulator.refusal import bad
from simulator.world import World

_LONGEST_QUESTION, _LONGEST_OPTION, _MOST_OPTIONS = 300, 100, 12


def send_poll(world: World, values: Values) -> Any:
    """sendPoll. Question and options are plain text."""
    question, kind = values["question"].strip(), values.get("type", "regular")
    options = [option["text"].strip() for option in values["options"]]
    right = values.get("correct_option_ids", [])
    if kind not in ("regular", "quiz"):
        raise bad("unsupported poll type specified")
    if not question or not all(options):
        raise bad("text must be non-empty")
    if len(question) > _LONGEST_QUESTION or max(map(len, options), default=0) > _LONGEST_OPTION:
        raise bad("poll question or option is too long")
    if not 1 <= len(options) <= _MOST_OPTIONS:
        raise bad("poll must have at least 1 option" if not options else "poll can't have more than 12 options")
    if kind == "quiz" and (not right or not all(0 <= id < len(options) for id in right)):
        raise bad("wrong correct option ID specified")
    poll = {
        "id": str(world.dice.getrandbits(62)),
        "question": question,
        "options": [
            {"persistent_id": str(place), "text": option, "voter_count": 0} for place, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": values.get("is_closed", False),
        "is_anonymous": values.get("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": values.get("allows_multiple_answers", False),
        "allows_revoting": values.get("allows_revoting", kind == "regular"),
        "members_only": False,
    }
    if kind == "quiz":
        poll |= {"correct_option_ids": right}
        poll |= {"explanation": values["explanation"]} if values.get("explanation") else {}
    return sent(world, values, text=f"[poll] {question}", extra={"poll": poll})


def stop_poll(world: World, values: Values) -> Any:
    """stopPoll: once; the bot gets the closed poll as an update too."""
    markup = inline_keyboard(values)
    message = found(reachable(world, values["chat_id"]), values["message_id"], "edit")
    poll = message.extra.get("poll")
    if poll is None or message.sender_id != world.bot_id or "forward_origin" in message.marks:
        raise bad("poll can't be stopped")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    poll["is_closed"] = True
    message.markup = markup
    world.updates.add("poll", {**poll, "options": [dict(option) for option in poll["options"]]})
    world.changed(world.chats[message.chat], message)
    return poll
