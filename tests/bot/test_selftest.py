"""``steady selftest``: it sees what is right, it sees what is wrong, and it touches nothing real."""

import re
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.demo import made_up
from bot.demo.selftest import changes, selftest, spans
from scheduler import gathering, outcomes
from tests.bot.commands.test_preview import a_send_under_way
from tests.conftest import House, confirm_plan
from tests.handlers.test_uses import list_medicine

START = ("See it", "Evening capsule", "None of these", "Yes, start")
NOW = datetime(2027, 3, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """One zone, and few people."""
    monkeypatch.setattr(made_up, "ZONES", made_up.ZONES[:1])
    monkeypatch.setattr(made_up, "TIMES", ((time(2, 30),), (time(21),)))
    monkeypatch.setattr(made_up, "CROWD", 5)


@pytest.mark.usefixtures("_small")
async def test_it_says_what_it_saw_of_clock_changes_a_kill_and_a_storm() -> None:
    findings = await selftest(None, made_up=True, now=NOW)
    assert findings.wrong == []
    *seen, kill, storm = findings.seen
    assert seen == [
        "On a made-up clinic, with 7 plans that run. No real data was changed, nobody written to.",
        "Clock change, Europe/Berlin, Sun 28 Mar 2027: 21 doses on three days, 21 asked about once;"
        " what falls into the gap rang at 03:00.",
        "Clock change, Europe/Berlin, Sun 31 Oct 2027: 21 doses on three days, 21 asked about once.",
    ]
    # Those that were sent at once may or may not have been written down when the kill came.
    assert re.fullmatch(
        "A kill with 4 of 6 reminders on their way: after the restart 6 had arrived, [234] of them twice.", kill
    )
    assert re.fullmatch(
        r"A storm of 40 refusals \(429\): of 6 reminders 6 arrived once, the last \d+ s after the minute;"
        " 0 calls before their time.",
        storm,
    )


@pytest.mark.usefixtures("_small")
async def test_it_finds_a_second_reminder_that_does_not_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    real = gathering.reminders.ring

    def silent(words: Any, dose: Any, now: datetime, *, how: str) -> Any:
        return real(words, dose, now, how="due" if how.startswith("again") else how)

    monkeypatch.setattr(gathering.reminders, "ring", silent)
    findings = await selftest(None, made_up=True, now=NOW)
    assert findings.wrong and all(line.startswith("TWICE in the kill") for line in findings.wrong)


@pytest.mark.usefixtures("_small")
async def test_it_finds_a_reminder_that_never_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "_once_more", lambda *_: None)
    findings = await selftest(None, made_up=True, now=NOW)
    assert findings.wrong and all(line.startswith("LOST in the kill: dose") for line in findings.wrong)
    assert not any("after the restart 6 had arrived" in line for line in findings.seen)


async def test_on_real_data_it_works_on_a_copy(planned: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_DATABASE", str(planned.settings.database))
    monkeypatch.setenv("STEADY_KEY_FILE", str(planned.settings.key_file))
    everything = "SELECT (SELECT count(*) FROM dose) + (SELECT count(*) FROM notice) + (SELECT sum(chat) FROM account)"
    before = await planned.app.db.read(lambda tx: tx.value(everything))
    calls = len(planned.simulator.calls)
    findings = await selftest(None, made_up=False, now=planned.now)
    assert findings.wrong == []
    assert findings.seen[0].startswith("On a copy of your data, with 1 plans that run.")
    assert await planned.app.db.read(lambda tx: tx.value(everything)) == before
    sent = [c for c in planned.simulator.calls[calls:] if c.method != "getUpdates"]
    assert sent == []


async def test_a_send_that_was_under_way_when_the_copy_was_made_is_no_trouble(
    planned: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_DATABASE", str(planned.settings.database))
    monkeypatch.setenv("STEADY_KEY_FILE", str(planned.settings.key_file))
    due = await a_send_under_way(planned)
    findings = await selftest(None, made_up=False, now=due)
    assert findings.wrong == [] and len(findings.seen) == 5
    assert findings.seen[-2].startswith("A kill with 1 of 1 reminders on their way: after the restart 1 had arrived")


@pytest.fixture
def _own_data(joined: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command finds the clinic's own data."""
    monkeypatch.setenv("STEADY_DATABASE", str(joined.settings.database))
    monkeypatch.setenv("STEADY_KEY_FILE", str(joined.settings.key_file))


@pytest.mark.usefixtures("_own_data")
async def test_a_plan_with_a_gap_rule_does_not_go_on_hold_in_it(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 hold after 2 days", "1.5 mg")
    await joined.tap(joined.ana, *START)
    findings = await selftest(None, made_up=False, now=joined.now)
    assert findings.wrong == []
    assert findings.seen[-2].startswith("A kill with 1 of 1 reminders on their way")


@pytest.mark.usefixtures("_own_data")
async def test_where_all_plans_have_ended_by_then_it_says_that_the_kill_and_the_storm_were_not_tried(
    joined: House,
) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 until 2026-12-20", "1.5 mg")
    await joined.tap(joined.ana, *START)
    findings = await selftest(None, made_up=False, now=joined.now)
    assert findings.wrong == []
    assert findings.seen[-2:] == [
        f"{what}: not tried, since no plan has a dose to come after 03 Nov 2027."
        " steady selftest --made-up tries it on a made-up clinic."
        for what in ("A kill", "A storm of refusals")
    ]


@pytest.mark.usefixtures("_own_data")
async def test_two_plans_of_one_person_at_one_time_have_one_reminder_on_its_way(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await list_medicine(joined, "Vitamin")
    await joined.say(joined.bruno, "/plan P-07 Vitamin 1 mg at 21:00")
    await joined.say(joined.bruno, "1 mg")
    keep = next(label for label in joined.bruno.screen().labels if label.startswith("Keep"))
    await joined.tap(joined.bruno, keep, "Confirm")
    await joined.tap(joined.ana, "See it", "The usual", "Yes, start")
    findings = await selftest(None, made_up=False, now=joined.now)
    assert findings.wrong == []
    assert findings.seen[-2].startswith("A kill with 1 of 2 reminders on their way: after the restart 2 had arrived")


def test_the_changes_of_a_zone_are_found_on_its_own_dates() -> None:
    assert changes(ZoneInfo("Europe/Berlin"), NOW) == [date(2027, 3, 28), date(2027, 10, 31)]
    assert changes(ZoneInfo("Asia/Kathmandu"), NOW) == []


def test_changes_close_to_each_other_are_walked_in_one_go() -> None:
    days = [date(2027, 3, 14), date(2027, 3, 28), date(2027, 4, 1), date(2027, 4, 4), date(2027, 10, 31)]
    assert spans(days) == [days[:1], days[1:4], days[4:]]
