"""An update that is handled again after a crash changes nothing, and gets its reply again."""

from typing import Any

from telegram import Update

from store import plans
from tests.conftest import PLAN, House, confirm_plan

NUMBER = 900_000_000


async def handle(house: House, update: dict[str, Any]) -> None:
    """As a lane does, without the inbox: the same update may come twice."""
    application = house.app.application
    found = Update.de_json({"update_id": NUMBER, **update}, application.bot)
    assert found is not None
    await application.process_update(found)
    await house.settle()


def typed(house: House, text: str) -> dict[str, Any]:
    person = {"id": house.bruno.id, "is_bot": False, "first_name": "Dr Bruno", "language_code": "en"}
    entities = []
    if text.startswith("/"):
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    chat = {"id": house.bruno.id, "type": "private", "first_name": "Dr Bruno"}
    message = {"message_id": 900, "date": 0, "chat": chat, "from": person, "text": text, "entities": entities}
    return {"message": message}


async def count(house: House, table: str) -> int:
    rows = await house.app.db.read(lambda tx: tx.all(f"SELECT 1 FROM {table}"))
    return len(rows)


async def test_an_invite_handled_twice_makes_one_link_and_says_that_it_cant_be_shown_twice(clinic: House) -> None:
    await handle(clinic, typed(clinic, "/invite P-07"))
    first = await clinic.bruno.sees("?start=")
    await handle(clinic, typed(clinic, "/invite P-07"))
    assert "can't be shown twice" in clinic.bruno.screen().text
    await clinic.ana.scan(first)
    await clinic.settle()
    assert "invites you" in clinic.ana.screen().text


async def test_a_line_handled_twice_makes_one_draft_and_asks_the_same(joined: House) -> None:
    for _ in range(2):
        await handle(joined, typed(joined, PLAN))
        assert "Please type the highest amount" in joined.bruno.screen().text
    assert await count(joined, "draft") == 1


async def test_the_highest_amount_handled_twice_is_not_taken_for_another_answer(joined: House) -> None:
    await joined.say(joined.bruno, PLAN)
    for _ in range(2):
        await handle(joined, typed(joined, "4.5 mg"))
        assert "Opioid check." in joined.bruno.screen().text


async def test_a_bad_line_handled_twice_gets_a_reply_twice(joined: House) -> None:
    for _ in range(2):
        before = len(joined.bruno.messages())
        await handle(joined, typed(joined, "/plan P-07 LDN 1.5 mg at 25:00"))
        assert len(joined.bruno.messages()) == before + 1
        assert "25:00 ← this word" in joined.bruno.screen().text


async def test_a_hold_handled_twice_is_one_hold(planned: House) -> None:
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, "P-07 · plan runs")
    shown = planned.bruno.screen()
    data = next(b.data for row in shown.buttons for b in row if b.label == "Hold")
    person = {"id": planned.bruno.id, "is_bot": False, "first_name": "Dr Bruno"}
    chat = {"id": planned.bruno.id, "type": "private"}
    message = {"message_id": shown.message_id, "date": 1, "chat": chat, "text": "x"}
    query = {"id": "1", "from": person, "chat_instance": "1", "data": data, "message": message}
    for _ in range(2):
        await handle(planned, {"callback_query": query})
        assert "LDN is on hold for P-07." in shown.text
    assert len([m for m in planned.ana.messages() if "on hold" in m.text]) == 1


async def test_confirming_again_after_the_patient_accepted_still_says_confirmed(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 3 mg at 20:00", "3 mg")
    versions = await planned.app.db.read(lambda tx: plans.accepted_versions(tx, tx.value("SELECT id FROM plan")))
    assert [version.number for version in versions] == [1]
    assert "has to accept the change" in planned.bruno.screen().text
