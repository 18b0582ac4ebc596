"""``steady preview``: what a patient will be sent, to the second, in UTC and on the patient's clock."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from click.testing import CliRunner

from bot.articles import books, own_folder
from bot.cli import steady
from bot.commands import preview
from bot.commands.data import Refused
from bot.commands.preview import previewed
from scheduler import gathering
from scheduler.outcomes import Unreachable
from store import approvals, clinics, diary, notices, pace, people, plans, rounds, team
from store.database import Tx
from store.notices import TRY_UNREACHABLE, Priority
from store.raising import raise_plan
from tests.conftest import BERLIN, House, confirm_plan
from tests.content.test_library import FILE
from tests.handlers.test_uses import list_medicine
from tests.whole.flight import SECOND, Flight
from tests.whole.test_travel import go


async def lines(house: House, days: int = 30, *, unanswered: bool = False, words: bool = False) -> list[str]:
    await house.app.db.write(lambda tx: tx.run("DELETE FROM round"))  # the rounds have a test of their own
    now = house.now
    return await previewed(house.settings, "P-07", None, now, now + timedelta(days=days), unanswered, words)


def sent(said: list[str]) -> list[str]:
    return said[said.index("") + 1 :]


async def test_it_is_what_the_patient_then_gets(planned: House) -> None:
    said = await previewed(planned.settings, "P-07", None, planned.now, planned.now + timedelta(days=16), True, False)
    before = len(planned.ana.messages())
    await planned.walk(timedelta(days=16))
    got = [f"{m.date:%Y-%m-%d %H:%M:%S}" for m in planned.ana.messages()[before:]]
    assert [line[:19] for line in sent(said)] == got
    assert any("check-in (silent)" in line for line in said) and any("weekly summary" in line for line in said)


async def test_the_steps_and_the_notices_before_them_are_there(planned: House) -> None:
    said = sent(await lines(planned))
    assert (
        said[0]
        == "2026-11-24 20:00:00  Tue 24 Nov 21:00:00  reminder, the first of a step or version: it opens the change"
    )
    assert "2026-12-07 11:00:00  Mon 07 Dec 12:00:00  notice: tomorrow's reminder changes (silent)" in said
    assert (
        "2026-12-08 20:00:00  Tue 08 Dec 21:00:00  reminder, the first of a step or version: it opens the change"
        in said
    )
    assert sum("reminder" in line and "notice" not in line for line in said) == 30


async def test_across_a_clock_change_the_wall_clock_time_stays_and_the_change_is_said(planned: House) -> None:
    said = sent(await lines(planned, days=130))
    at = next(i for i, line in enumerate(said) if "the clock there has changed: CEST, UTC+0200" in line)
    assert said[at - 1].startswith("2027-03-27 20:00:00  Sat 27 Mar 21:00:00")
    assert said[at + 1].startswith("2027-03-28 19:00:00  Sun 28 Mar 21:00:00")


async def test_from_the_day_of_a_trip_it_is_the_clock_that_the_patient_lives_by_then(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")
    said = sent(await lines(planned, days=3))
    assert [line[:40] for line in said if "reminder" in line] == [
        "2026-11-24 20:00:00  Tue 24 Nov 21:00:00",
        "2026-11-26 12:00:00  Thu 26 Nov 21:00:00",
    ]
    assert any("the clock there has changed: JST, UTC+0900" in line for line in said)


async def test_unanswered_it_shows_the_quiet_repeats(planned: House) -> None:
    said = sent(await lines(planned, days=1, unanswered=True))
    assert said[1] == "2026-11-24 20:45:00  Tue 24 Nov 21:45:00  quiet repeat, if the reminder is not answered (silent)"


async def test_a_hold_and_a_version_that_is_not_accepted_are_said(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 10:00", "2 mg")
    await planned.say(planned.bruno, "/patients")
    label = next(label for label in planned.bruno.screen().labels if label.startswith("P-07"))
    await planned.tap(planned.bruno, label, "Hold")
    said = await lines(planned)
    assert any("is on hold: it is asked about again once a clinician lifts it" in line for line in said)
    assert any("has a version that is not accepted yet" in line for line in said)
    assert not any("reminder" in line for line in sent(said))


async def test_a_hold_by_the_plans_own_rule_is_said_in_words(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 hold after 2 days", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    said = sent(await lines(joined, days=4, unanswered=True))
    assert "01:00:00  notice: on hold by the plan's own rule, after days without a dose taken" in said[-1]


async def test_of_somebody_out_of_reach_it_is_what_is_tried_as_if_they_stayed_so(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 08:00 and 20:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.ana.block()
    await joined.walk_to(20, 1)
    said = await lines(joined, days=5)
    assert said[1] == "As if the patient stays out of reach: what stands here is tried, once a day at most."
    calls = len(joined.simulator.calls)
    await joined.walk(timedelta(days=5))
    tried = [call.at for call in joined.simulator.calls[calls:] if call.method == "sendMessage" and call.status == 403]
    assert [line[:19] for line in sent(said)] == [f"{at:%Y-%m-%d %H:%M:%S}" for at in tried] != []


async def test_word_that_waits_for_somebody_out_of_reach_has_the_moment_at_which_it_is_tried(planned: House) -> None:
    await planned.walk_to(12)
    await planned.say(planned.bruno, "/patients")
    label = next(label for label in planned.bruno.screen().labels if label.startswith("P-07"))
    flight = Flight(planned, lambda screen, replaces: replaces is None and "on hold" in screen.text, shown=False)
    await planned.tap(planned.bruno, label, "Hold")
    await flight.land(Unreachable())
    since = planned.now
    said = sent(await lines(planned, days=3))
    assert [line[:19] for line in said if "notice: on hold" in line] == [
        f"{since - 3 * SECOND + tries * TRY_UNREACHABLE:%Y-%m-%d %H:%M:%S}" for tries in (1, 2, 3)
    ]
    before = len(planned.ana.messages())
    await planned.walk(TRY_UNREACHABLE - timedelta(minutes=1))
    for _ in range(60):  # the tick comes each second, due or not
        planned.simulator.clock.set(planned.now + SECOND)
        await planned.app.tick()
        await planned.settle()
    told = next(message for message in planned.ana.messages()[before:] if "on hold" in message.text)
    assert said[0][:19] == f"{told.date:%Y-%m-%d %H:%M:%S}"


async def test_of_a_patient_in_quiet_it_says_that_word_may_come_and_no_reminder_does(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")
    await planned.say(planned.ana, "/stop")
    said = await lines(planned, days=5)
    assert "The patient wants quiet: no reminder comes until they say otherwise. Word of a plan or trip may." in said
    assert sent(said) == ["2026-11-25 15:00:00  Thu 26 Nov 00:00:00  notice about a trip (silent)"]


async def test_the_weekly_reading_of_a_clinics_own_articles_is_there(planned: House) -> None:
    folder = own_folder(planned.settings)
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(FILE.replace('id = "sleep"', 'id = "our-sleep"'), encoding="utf-8")
    article = books(planned.settings).articles["our-sleep"]
    approval = approvals.Approval(
        article=article.id,
        version=article.version,
        digest=article.digest,
        reviewer="Dr Bruno",
        credential="MD",
        at=planned.now,
    )

    def approved(tx: Tx) -> None:
        approvals.approve(tx, approval)
        patient = people.patient(tx, planned.ana.id)
        assert patient is not None
        tx.run("DELETE FROM round")
        pace.set_lesson(tx, patient.account.id, BERLIN, planned.now, 2, time(11))

    await planned.app.db.write(approved)
    now = planned.now
    said = sent(await previewed(planned.settings, "P-07", None, now, now + timedelta(days=3), False, False))
    assert [line for line in said if "reading" in line] == [
        "2026-11-25 10:00:00  Wed 25 Nov 11:00:00  weekly reading (silent)"
    ]


FOR_THE_TEAM = {"clinic", "digest", "missed", "left", "aged"}


def test_every_kind_of_notice_to_a_patient_has_its_words() -> None:
    assert set(gathering.KINDS) - FOR_THE_TEAM - {"state"} == set(preview.KINDS)


def team_notices(account: str, link: str, since: datetime, at: datetime) -> Callable[[Tx], None]:
    """One of each kind for the team, ready to go, as if this account were on it; whatever it needs is there."""

    def put(tx: Tx) -> None:
        diary.note(tx, link, "delivery", "outage", at=at)  # the list of who missed a reminder has somebody on it
        facts = {"link": link, "label": "P-07", "months": "12", "start": "2026-11-16"}
        facts["since"] = str(int(since.timestamp()))
        for kind in sorted(FOR_THE_TEAM):
            notices.put(
                tx, id=f"to-{kind}", account=account, kind=kind, priority=Priority.CLINIC, send_at=at, facts=facts
            )

    return put


async def test_what_has_no_words_is_said_to_clinicians_and_to_no_patient(planned: House) -> None:
    def said(tx: Tx, chat: int) -> set[str]:
        owner, link = people.account(tx, chat), people.link_by_label(tx, clinics.every(tx)[0].id, "P-07")
        assert owner is not None and link is not None
        tx.run("DELETE FROM notice")
        team_notices(owner.id, link.id, planned.now, planned.now)(tx)
        found = set()
        while (notice := notices.claim(tx, planned.now)) is not None:
            if gathering.gather(tx, notice, planned.now) is not None:
                found.add(notice.kind)
            notices.settle(tx, notice.id, "void", at=planned.now)
        return found

    assert await planned.app.db.write(lambda tx: said(tx, planned.bruno.id)) == FOR_THE_TEAM
    assert await planned.app.db.write(lambda tx: said(tx, planned.ana.id)) == set()


async def test_of_a_patient_who_is_a_clinician_too_it_is_what_the_patient_is_sent(planned: House) -> None:
    now = planned.now
    before = await previewed(planned.settings, "P-07", None, now, now + timedelta(days=16), False, True)

    def on_the_team(tx: Tx) -> None:
        patient = people.patient(tx, planned.ana.id)
        assert patient is not None
        account = patient.account.id
        assert team.join(tx, id="too", clinic=patient.clinic.id, account=account, name="Ana", at=now)
        rounds.put(tx, account, rounds.DIGEST, next_at=now + timedelta(days=2))
        team_notices(account, patient.link.id, now, now + timedelta(days=1))(tx)

    await planned.app.db.write(on_the_team)
    assert await previewed(planned.settings, "P-07", None, now, now + timedelta(days=16), False, True) == before
    assert sum("reminder" in line for line in before) > 10


async def a_send_under_way(house: House) -> datetime:
    """Ana's 21:00 reminder is claimed, and nothing is known of it yet; the moment of that."""
    await house.walk_to(20, 59)
    due = house.now.replace(second=0) + timedelta(minutes=1)

    def claimed(tx: Tx) -> str:
        patient = people.patient(tx, house.ana.id)
        assert patient is not None
        (plan,) = plans.of_account(tx, patient.account.id)
        raise_plan(tx, plan, due, house.app.new_id)
        notice = notices.claim(tx, due)
        return "" if notice is None else notice.kind

    assert await house.app.db.write(claimed) == "dose"
    return due


async def test_a_send_that_is_under_way_is_shown_and_hides_nothing_after_it(planned: House) -> None:
    before = sent(await lines(planned, days=5))
    due = await a_send_under_way(planned)
    said = sent(await previewed(planned.settings, "P-07", None, due, due + timedelta(days=4), False, True))
    assert [line for line in said if "| " not in line] == before
    assert not any("You may have seen this one already" in line for line in said)


async def test_with_several_plans_a_line_names_its_plan(planned: House) -> None:
    one = await planned.app.db.read(lambda tx: tx.value("SELECT id FROM plan"))
    assert not any("plan " in line for line in sent(await lines(planned, days=1)))
    await list_medicine(planned, "Vitamin")
    await planned.say(planned.bruno, "/plan P-07 Vitamin 1 mg at 22:00")
    await planned.say(planned.bruno, "1 mg")
    keep = next(label for label in planned.bruno.screen().labels if label.startswith("Keep"))
    await planned.tap(planned.bruno, keep, "Confirm")
    await planned.tap(planned.ana, "See it", "The usual", "Yes, start")
    first, second = sent(await lines(planned, days=1))
    other = await planned.app.db.read(lambda tx: tx.value("SELECT id FROM plan WHERE id <> :one", one=one))
    assert first.endswith(f"it opens the change, plan {one}") and second.endswith(f"plan {other}")


async def test_nothing_of_it_stays_and_nothing_real_moves(planned: House) -> None:
    await lines(planned)
    assert [file.name for file in planned.settings.database.parent.iterdir() if "preview" in file.name] == []
    assert await planned.doses() == []
    assert len([c for c in planned.simulator.calls if c.at > planned.now]) == 0


async def test_the_words_are_shown_when_asked_for_without_their_markup(planned: House) -> None:
    said = await lines(planned, days=1, words=True)
    assert any("| Your 21:00 reminder · Evening capsule" in line for line in said)


async def test_who_has_not_joined_is_refused_in_words(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    with pytest.raises(Refused, match="has not joined yet"):
        await previewed(clinic.settings, "P-07", None, clinic.now, clinic.now, False, False)


def test_the_command_says_what_it_does() -> None:
    assert "exact instants" in CliRunner().invoke(steady, ["preview", "--help"]).output
