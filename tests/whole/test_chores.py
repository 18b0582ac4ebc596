"""Chores through the whole house: daily copies, retention, review dates. Each is safe to repeat."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.origins import new_id
from care.doses import DoseState
from scheduler.chores import Copies, chores
from store import backups, clinics, diary, ledger, people
from store.database import Tx
from tests.conftest import House, confirm_plan, join

LINE = "/plan P-07 LDN 1.5 mg at 21:00 review 2026-11-26"


async def do_chores(house: House, later: timedelta = timedelta(0), copies: Copies | None = None) -> None:
    await chores(house.app.db, house.now + later, new_id, copies)
    house.app.delivery.wake()
    await house.settle()


def kept_at(house: House, folder: Path | None) -> Copies:
    key = bytes.fromhex((house.folder / "steady.key").read_text().strip())
    return Copies(database=house.settings.database, key=key, folder=folder)


async def labels(house: House) -> list[str]:
    def read(tx: Tx) -> list[str]:
        return [link.label for link in people.links(tx, clinics.every(tx)[0].id)]

    return await house.app.db.read(read)


async def running(house: House) -> None:
    await join(house)
    await confirm_plan(house, LINE, "1.5 mg")
    await house.tap(house.ana, "See it", "Evening capsule", "None of these", "Yes, start")


def looks(house: House) -> int:
    return len([message for message in house.bruno.messages() if message.text == "P-07 needs a look."])


async def test_a_review_date_that_has_come_is_told_once_by_day_and_stops_nothing_r4(clinic: House) -> None:
    await running(clinic)
    await do_chores(clinic)
    assert looks(clinic) == 0
    await clinic.walk_to(3)
    await clinic.walk_to(3)  # the 26th, at night
    await do_chores(clinic)
    assert looks(clinic) == 0
    await clinic.walk_to(9)
    await do_chores(clinic)
    await do_chores(clinic)
    assert looks(clinic) == 1
    await clinic.tap(clinic.bruno, "Open P-07")
    assert "Review overdue: it was due on Thu 26 Nov 2026." in clinic.bruno.screen().text
    assert "a plan's review date has come" in clinic.bruno.screen().text
    await clinic.walk_to(21)
    assert len(await clinic.doses()) == 3


async def test_an_open_plan_keeps_its_person_however_long(clinic: House) -> None:
    await running(clinic)
    await do_chores(clinic, timedelta(days=500))
    assert await labels(clinic) == ["P-07"]


async def test_the_steps_of_a_dose_are_kept_for_180_days_and_the_dose_with_its_answer_for_longer(clinic: House) -> None:
    await running(clinic)
    await clinic.walk_to(21)
    await clinic.tap(clinic.ana, "See what changed", "Taken")
    (dose,) = await clinic.doses()
    await do_chores(clinic, timedelta(days=179, hours=23))
    assert len(await clinic.app.db.read(lambda tx: ledger.of(tx, dose.id))) > 3
    await do_chores(clinic, timedelta(days=180, hours=1))
    assert await clinic.app.db.read(lambda tx: ledger.of(tx, dose.id)) == []
    assert [each.state for each in await clinic.doses()] == [DoseState.TAKEN]


async def test_a_year_after_the_last_sign_all_is_erased_and_the_team_hears_of_it(clinic: House) -> None:
    await running(clinic)
    await clinic.say(clinic.bruno, "/patients")
    row = next(label for label in clinic.bruno.screen().labels if label.startswith("P-07"))
    await clinic.tap(clinic.bruno, row, "End plan", "End it for good")
    await do_chores(clinic, timedelta(days=360))
    assert await labels(clinic) == ["P-07"]
    await do_chores(clinic, timedelta(days=366))
    assert await labels(clinic) == []
    # The chore was done a year ahead of the clock; what it queued is due then.
    await clinic.app.db.write(lambda tx: tx.run("UPDATE notice SET send_at = 0 WHERE kind = 'aged'"))
    await clinic.app.tick()
    await clinic.settle()
    assert any("Nothing was heard from P-07 for 12 months." in message.text for message in clinic.bruno.messages())
    assert await clinic.app.db.read(lambda tx: people.account(tx, clinic.ana.id)) is None


async def test_a_clinic_may_keep_data_for_a_shorter_time(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-08")
    await clinic.app.db.write(lambda tx: clinics.keep_for(tx, clinics.every(tx)[0].id, 3))
    await do_chores(clinic, timedelta(days=85))
    assert await labels(clinic) == ["P-08"]
    await do_chores(clinic, timedelta(days=95))
    assert await labels(clinic) == []


async def test_the_team_itself_is_never_erased(clinic: House) -> None:
    await do_chores(clinic, timedelta(days=2000))
    await clinic.say(clinic.bruno, "/patients")
    assert "There are no patients yet." in clinic.bruno.screen().text


async def test_there_is_one_verified_copy_a_day(clinic: House) -> None:
    folder = clinic.folder / "copies"
    copies = kept_at(clinic, folder)
    for hours in (0, 1, 22):
        await do_chores(clinic, timedelta(hours=hours), copies)
    assert len(backups.copies(folder)) == 1
    await do_chores(clinic, timedelta(hours=24), copies)
    assert len(backups.copies(folder)) == 2
    assert all(backups.examine(path, copies.key).counts["clinic"] == 1 for _, path in backups.copies(folder))


async def test_a_copy_that_fails_is_seen_on_the_health_page_and_stops_no_other_chore(clinic: House) -> None:
    (clinic.folder / "copies").write_text("a file, where the folder should be")
    clinic.app.copies = kept_at(clinic, clinic.folder / "copies")
    assert (await clinic.app.health())["copies"] is True  # none was tried yet
    await clinic.app.do_chores()
    assert (await clinic.app.health())["copies"] is False
    clinic.app.copies.folder = clinic.folder / "elsewhere"
    await clinic.app.do_chores()
    assert (await clinic.app.health())["copies"] is True


async def test_without_copies_the_file_itself_is_looked_at(clinic: House) -> None:
    clinic.app.copies = kept_at(clinic, None)
    await clinic.app.do_chores()
    assert clinic.app.copies.tried and (await clinic.app.health())["copies"] is True


async def test_who_aged_out_as_a_patient_and_is_on_a_team_gets_no_more_check_ins_and_their_diary_goes(
    clinic: House,
) -> None:
    bruno = clinic.bruno
    await clinic.say(bruno, "/invite P-07")
    await bruno.scan(await bruno.sees("?start="))
    await clinic.settle()
    await clinic.tap(bruno, "I agree", "Yes, share them", "Germany", "Yes")

    def rated(tx: Tx) -> None:
        patient = people.patient(tx, bruno.id)
        assert patient is not None
        found = diary.open_checkin(tx, id="c", account=patient.account.id, evening=clinic.now.date(), at=clinic.now)
        diary.rate(tx, found.id, "pain", 7, at=clinic.now)
        diary.end(tx, found.id, at=clinic.now)

    await clinic.app.db.write(rated)
    await clinic.close()
    clinic.simulator.clock.set(clinic.now + timedelta(days=400))
    await clinic.open()
    await chores(clinic.app.db, clinic.now, new_id, None)
    assert await clinic.app.db.read(lambda tx: people.patient(tx, bruno.id)) is None
    await clinic.settle()
    await clinic.walk(timedelta(minutes=1))
    before = len(bruno.messages())
    await clinic.walk(timedelta(days=2))
    pushed = [m.text for m in bruno.messages()[before:]]
    assert pushed == []
    assert await clinic.app.db.read(lambda tx: tx.value("SELECT count(*) FROM rating")) == 0


@pytest.mark.parametrize("why", ["quiet", "hold"])
async def test_who_gave_no_sign_for_a_year_and_got_no_reminder_either_is_erased(planned: House, why: str) -> None:
    if why == "quiet":
        await planned.say(planned.ana, "/stop")
    else:
        await planned.say(planned.bruno, "/patients")
        await planned.tap(planned.bruno, next(x for x in planned.bruno.screen().labels if "P-07" in x), "Hold")
    await planned.walk(timedelta(days=1))
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(days=400))
    await planned.open()
    planned.restarts += 1
    await planned.walk(timedelta(minutes=1))
    await chores(planned.app.db, planned.now, new_id, None)
    assert await planned.app.db.read(lambda tx: people.account(tx, planned.ana.id)) is None
