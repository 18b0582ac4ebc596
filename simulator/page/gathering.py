"""Who is there, and who is with whom: people, groups, their members, topics and the bot. Raises ValueError."""

from simulator.page import asked as the
from simulator.page.asked import Asked
from simulator.people import groups
from simulator.people.client import Group, Person
from simulator.world import World


async def add_person(world: World, asked: Asked) -> None:
    """Somebody new with a phone."""
    name = the.name(asked["name"])
    if any(user.name == name for user in world.users.values()):
        raise ValueError(f"There is a {name} already.")
    world.person(name, asked.get("language") or "en")


async def add_group(world: World, asked: Asked) -> None:
    """A group of some of them, with the bot; ``kind``: group, supergroup or forum."""
    title, members = the.name(asked["title"]), [world.users[id] for id in asked["members"]]
    if not members:
        raise ValueError("Choose who is in the group.")
    kind = asked.get("kind", "group")
    ids = [member.id for member in members]
    made = world.group(title, ids, supergroup=kind != "group", forum=kind == "forum")
    groups.let_bot(world, members[0], made, "member", was="left")


async def change_group(world: World, asked: Asked) -> None:
    """One thing about a group: the bot comes, goes or is promoted; somebody comes or goes; it is upgraded."""
    group = _group(world, asked)
    what = asked["what"]
    if what in ("add", "remove"):
        other = Person(world=world, id=world.users[asked["person"]].id)
        (group.add if what == "add" else group.remove)(other)
        return
    {
        "add bot": group.add_bot,
        "remove bot": group.remove_bot,
        "promote bot": group.promote_bot,
        "upgrade": group.upgrade,
    }[what]()


async def add_topic(world: World, asked: Asked) -> None:
    """A new topic in a forum."""
    chat = _group(world, asked).chat
    groups.make_topic(world, the.person(world, asked).user, chat, the.name(asked["name"], 128))


def _group(world: World, asked: Asked) -> Group:
    group = the.group(world, asked)
    if group is None:
        raise ValueError("That is no group.")
    return group
