"""How many rounds come on one day: two unless the patient chooses one or three. Doses are none of them (4.3)."""

from collections import Counter
from datetime import time, timedelta

import pytest

from care.doses import DoseState
from store import people, rounds
from store.database import Tx
from store.pace import set_lesson
from tests.conftest import BERLIN, House


async def account(house: House) -> str:
    found = await house.app.db.read(lambda tx: people.account(tx, house.ana.id))
    assert found is not None
    return found.id


async def read_weekly(house: House) -> None:
    """Ana has the weekly reading too: on Sundays at 19:00, one hour after the summary."""
    id = await account(house)
    await house.app.db.write(lambda tx: set_lesson(tx, id, BERLIN, house.now, 6, time(19)))


async def chosen(house: House, most: int) -> None:
    await house.say(house.ana, "/settings")
    await house.tap(house.ana, "How many a day", str(most))


async def pushed(house: House, days: int) -> dict[str, list[str]]:
    """What came on each day, the doses aside, in the order in which it came."""
    await house.walk(timedelta(days=days))
    rows = await house.app.db.read(
        lambda tx: tx.all(
            "SELECT kind, settled_at, outcome FROM notice WHERE kind IN ('checkin', 'summary', 'self-check', 'lesson')"
            " AND outcome = 'sent' ORDER BY settled_at"
        )
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        day = f"{house.now.fromtimestamp(row['settled_at'] / 1000, BERLIN):%a %d}"
        found.setdefault(day, []).append(row["kind"])
    return found


@pytest.mark.parametrize("most", [1, 2, 3])
async def test_no_day_has_more_than_was_chosen_and_all_that_is_weekly_comes(planned: House, most: int) -> None:
    await read_weekly(planned)
    await chosen(planned, most)
    assert f"Most a day: {most}" in planned.ana.screen().text
    days = await pushed(planned, 9)  # Tuesday the 24th to Thursday of the next week
    assert max(len(kinds) for kinds in days.values()) == most
    every = Counter(kind for kinds in days.values() for kind in kinds)
    assert every["summary"] == every["lesson"] == 1
    assert every["checkin"] == 9 - (2 if most == 1 else 0)
    assert days["Sun 29"] == {1: ["summary"], 2: ["summary", "checkin"], 3: ["summary", "lesson", "checkin"]}[most]
    doses = [dose.state for dose in await planned.doses()]
    assert len(doses) == 9 and set(doses) == {DoseState.UNANSWERED}


async def test_a_check_in_before_the_summary_gives_way_to_it_where_one_a_day_is_wanted(planned: House) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Check-in time", "17:00")
    await chosen(planned, 1)
    days = await pushed(planned, 7)
    assert days["Sun 29"] == ["summary"] and days["Mon 30"] == ["checkin"]


async def test_only_one_two_or_three_can_be_chosen(planned: House) -> None:
    id = await account(planned)
    await planned.say(planned.ana, "/settings")
    for wanted in ("0", "4", "x"):
        await planned.ana.press(f"1:set:most:{wanted}", planned.ana.screen())
        await planned.settle()
    assert await planned.app.db.read(lambda tx: rounds.most_a_day(tx, id)) == 2

    def four(tx: Tx) -> None:
        rounds.set_most_a_day(tx, id, 4)

    with pytest.raises(ValueError, match="not 4"):
        await planned.app.db.write(four)
