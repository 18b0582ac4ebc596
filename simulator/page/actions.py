"""What can be done on the page, by name. Each does one thing, or raises with words for people."""

from collections.abc import Awaitable, Callable, Mapping

from simulator.page import chatting, gathering
from simulator.page.asked import Asked
from simulator.page.passing import Passing
from simulator.world import World

Action = Callable[[World, Asked], Awaitable[Asked | None]]


def actions(passing: Passing) -> Mapping[str, Action]:
    """All of them."""
    return {
        "say": chatting.say,
        "edit": chatting.edit,
        "press": chatting.press,
        "key": chatting.key,
        "react": chatting.react,
        "vote": chatting.vote,
        "inline": chatting.ask_inline,
        "choose": chatting.choose,
        "attach": chatting.attach,
        "scan": chatting.scan,
        "block": chatting.block,
        "person": gathering.add_person,
        "group": gathering.add_group,
        "members": gathering.change_group,
        "topic": gathering.add_topic,
        "walk": passing.walk,
        "play": passing.play,
        "stop": passing.end,
    }
