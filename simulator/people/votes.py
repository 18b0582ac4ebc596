"""Votes in polls."""

from simulator.world import Message, User, World
from simulator.world.shapes import user_json


def vote(world: World, user: User, message: Message, *options: int) -> None:
    """Vote for these options; none takes the vote back. The bot hears of it if the poll is its own.

    Raises ValueError for a vote that can't be: a closed poll, options that are none or too many, a vote that stands.
    """
    poll = message.extra.get("poll")
    if poll is None:
        raise ValueError("that is no poll")
    before = message.votes.get(user.id, [])
    if poll["is_closed"]:
        raise ValueError("the poll is closed")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise ValueError("only one option may be chosen")
    if not all(0 <= option < len(poll["options"]) for option in options):
        raise ValueError("there is no such option")
    if before and not poll["allows_revoting"]:
        raise ValueError("this vote stands")
    message.votes[user.id] = list(options)
    if not options:
        del message.votes[user.id]
    chosen = list(message.votes.values())
    for place, option in enumerate(poll["options"]):
        option["voter_count"] = sum(place in each for each in chosen)
    poll["total_voter_count"] = len(chosen)
    world.changed(world.chats[message.chat], message)
    if message.sender_id != world.bot_id:
        return
    if not poll["is_anonymous"]:
        ids = [poll["options"][option]["persistent_id"] for option in options]
        answer = {"poll_id": poll["id"], "user": user_json(user), "option_ids": list(options)}
        world.updates.add("poll_answer", answer | {"option_persistent_ids": ids})
    world.updates.add("poll", {**poll, "options": [dict(option) for option in poll["options"]]})
