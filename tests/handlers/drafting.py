"""Dr Bruno on the way through a draft, and what became of it."""

from care.plans import Plan
from store import plans
from store.database import Tx
from tests.conftest import PLAN, House

NONE = "None for 14 days or more"


async def standings(house: House) -> list[plans.Standing]:
    def read(tx: Tx) -> list[plans.Standing]:
        return [plans.get(tx, row["id"]) for row in tx.all("SELECT id FROM plan")]  # type: ignore[misc]

    return await house.app.db.read(read)


async def offered(house: House) -> Plan:
    (standing,) = await standings(house)
    assert standing.offer is not None
    return standing.offer.plan


async def keep_review(house: House) -> None:
    label = next(label for label in house.bruno.screen().labels if label.startswith("Keep"))
    await house.tap(house.bruno, label)


async def to_read_back(house: House, line: str = PLAN, highest: str = "4.5 mg") -> None:
    await house.say(house.bruno, line)
    await house.say(house.bruno, highest)
    await house.tap(house.bruno, NONE)
    await keep_review(house)
