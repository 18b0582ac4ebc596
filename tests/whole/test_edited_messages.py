"""R6: every incoming text passes the red-flag words, an edited one too; but an edit is never a command or an answer."""

from care.doses import DoseState
from tests.conftest import House, confirm_plan

OPIOID = "Do not take your next dose"


async def edit(house: House, text: str) -> None:
    """Ana edits the last thing that she wrote."""
    mine = [message for message in house.ana.messages() if message.sender_id == house.ana.id]
    await house.ana.edit(mine[-1], text)
    await house.settle()


async def test_red_flag_words_that_come_by_an_edit_get_their_reply(joined: House) -> None:
    await joined.say(joined.ana, "I feel")
    await edit(joined, "i want to kill myself")
    assert "0800 111 0 111" in joined.ana.screen().text and "not watched live" in joined.ana.screen().text
    rows = await joined.app.db.read(lambda tx: tx.all("SELECT category FROM safety_event"))
    assert [row["category"] for row in rows] == ["crisis"]
    raw = await joined.app.db.read(lambda tx: tx.all("SELECT raw FROM inbox WHERE raw IS NOT NULL"))
    assert raw == []


async def test_an_opioid_that_comes_by_an_edit_holds_at_once(planned: House) -> None:
    await planned.say(planned.ana, "took tra")
    await edit(planned, "took tramadol")
    assert OPIOID in planned.ana.screen().text
    await planned.walk_to(22)
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]


async def test_an_edit_is_no_command_and_no_answer_and_gets_no_reply(joined: House) -> None:
    await confirm_plan(joined)
    await joined.say(joined.ana, "hello")
    before = len(joined.ana.messages())
    for text in ("/today", "/delete", "hello there", "/stop"):
        await edit(joined, text)
    assert len(joined.ana.messages()) == before
    await joined.tap(joined.ana, "See it")
    before = len(joined.ana.messages())
    await edit(joined, "blue thing")  # the word that is being asked for
    assert len(joined.ana.messages()) == before
    assert not await joined.app.db.read(lambda tx: tx.all("SELECT alias FROM plan WHERE alias IS NOT NULL"))


async def test_an_edit_in_a_group_is_read_there_and_nothing_personal_is_said(planned: House) -> None:
    group = planned.simulator.group("Self-help", planned.ana, planned.bruno)
    await planned.say(planned.ana, "/learn dreams", in_=group)
    (mine,) = [m for m in planned.ana.messages(in_=group) if m.sender_id == planned.ana.id and "dreams" in m.text]
    await planned.ana.edit(mine, "/learn i want to kill myself")  # else a bot in privacy mode does not see it
    await planned.settle()
    shown = planned.ana.screen(in_=group).text
    assert "not watched live" in shown and "Riverside" not in shown
