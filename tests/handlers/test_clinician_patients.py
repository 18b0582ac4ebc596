"""/patients: the list, a patient's page, and who may see it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.commands.clinic import add_clinic
from bot.commands.clinician import invite_clinician
from bot.origins import new_code, new_id
from store import audit, people, team
from tests.conftest import House, confirm_plan


async def another_clinic(house: House) -> None:
    """Cleo joins the team of another clinic."""
    clinic = await house.app.db.write(
        lambda tx: add_clinic(
            tx,
            name="Hill Clinic",
            phone="1",
            hours="-",
            country="DE",
            zone=ZoneInfo("Europe/Berlin"),
            language="en",
            at=house.now,
            new_id=new_id,
        )
    )
    code = await house.app.db.write(
        lambda tx: invite_clinician(
            tx,
            clinic,
            name="Dr Cleo",
            at=house.now,
            lasts=timedelta(hours=1),
            new_id=new_id,
            new_code=new_code,
        )
    )
    await house.say(house.cleo, f"/start {code}")
    await house.tap(house.cleo, "Join the team")


async def open_page(house: House, row: str) -> str:
    await house.say(house.bruno, "/patients")
    await house.tap(house.bruno, row)
    return house.bruno.screen().text


async def test_a_clinic_without_patients_is_told_what_to_do(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/patients")
    assert "There are no patients yet. Send /invite" in clinic.bruno.screen().text


async def test_the_list_has_six_a_page_and_names_its_pages(clinic: House) -> None:
    for n in range(1, 14):
        await clinic.say(clinic.bruno, f"/invite P-{n:02}")
        await clinic.walk(timedelta(minutes=1))
    await clinic.say(clinic.bruno, "/patients")
    shown = clinic.bruno.screen()
    assert "In all: 13 · page 1/3" in shown.text
    assert shown.labels == [*(f"P-{n:02} · not joined" for n in range(1, 7)), "Page 2", "Help"]
    await clinic.tap(clinic.bruno, "Page 2")
    assert shown.labels[0] == "P-07 · not joined"
    assert shown.labels[-3:] == ["Page 1", "Page 3", "Help"]
    await clinic.tap(clinic.bruno, "Page 3")
    assert shown.labels == ["P-13 · not joined", "Page 2", "Help"]


async def test_a_page_shows_plan_week_and_notes(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Taken")
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "New illness")
    text = await open_page(planned, "P-07 · plan runs")
    assert "1.5 mg at 21:00 – Tue 24 Nov to Mon 7 Dec" in text
    assert "Doses: 1 taken, of 1" in text
    assert "Tue 24 Nov: told us of a new illness" in text
    assert "Ana" not in text


async def test_check_ins_that_are_not_shared_are_not_shown(planned: House) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Stop sharing check-ins")
    text = await open_page(planned, "P-07 · plan runs")
    assert "Check-ins are not shared with you." in text
    assert "Pain" not in text
    assert "Week as text" not in planned.bruno.screen().labels


async def test_a_week_button_from_before_sharing_stopped_shows_no_week(planned: House) -> None:
    await open_page(planned, "P-07 · plan runs")
    page = planned.bruno.screen()
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Stop sharing check-ins")
    await planned.bruno.tap("Week as text", message=page)
    await planned.settle()
    assert "Pain" not in planned.bruno.screen().text


async def test_a_shared_week_is_shown_day_by_day(planned: House) -> None:
    await planned.say(planned.ana, "/checkin")
    for value in ("3", "4", "5", "6"):
        await planned.tap(planned.ana, value)
    await open_page(planned, "P-07 · plan runs")
    await planned.tap(planned.bruno, "Week as text")
    text = planned.bruno.screen().text
    assert "Tue 24 Nov: pain 3, tiredness 4" in text
    assert "not enough days for an average (1 of 7)" in text
    assert "You answered" not in text


async def test_an_overdue_review_is_shown_and_stops_nothing(planned: House) -> None:
    for _ in range(85):
        await planned.walk_to(9)
    text = await open_page(planned, "P-07 · review due")
    assert "Review overdue: it was due on Tue 16 Feb 2027. Nothing stops by itself." in text


async def test_each_look_is_noted_with_random_ids_only(joined: House) -> None:
    await open_page(joined, "P-07 · no plan")

    def lines(tx: object) -> list[str]:
        patient = people.patient(tx, joined.ana.id)  # type: ignore[arg-type]
        clinician = team.clinician(tx, joined.bruno.id)  # type: ignore[arg-type]
        assert patient is not None and clinician is not None
        rows = audit.about(tx, patient.link.id)  # type: ignore[arg-type]
        return [row["action"] for row in rows if row["actor"] == clinician.id]

    assert await joined.app.db.read(lines) == ["invite", "read"]


async def test_another_clinics_patients_do_not_exist(joined: House) -> None:
    await another_clinic(joined)
    await joined.say(joined.cleo, "/patients")
    assert "P-07" not in joined.cleo.screen().text
    await joined.say(joined.cleo, "/plan P-07 LDN 1.5 mg at 21:00")
    assert "no patient with the label P-07" in joined.cleo.screen().text


async def test_a_press_on_another_clinics_patient_gets_what_an_unknown_press_gets(planned: House) -> None:
    await open_page(planned, "P-07 · plan runs")
    page = planned.bruno.screen()
    presses = [b.data for row in page.buttons for b in row if b.data and b.data not in ("1:help", "1:pts:0")]
    await another_clinic(planned)
    target = planned.cleo.screen()
    before = target.text
    await planned.cleo.press("1:nonsense", target)
    await planned.settle()
    unknown = planned.cleo.screen().text
    assert len(presses) >= 4
    for data in presses:
        count = len(planned.cleo.messages())
        await planned.cleo.press(data, target)
        await planned.settle()
        assert target.text == before
        assert [message.text for message in planned.cleo.messages()[count:]] == [unknown]


async def test_a_plan_past_its_last_day_is_not_said_to_run(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 until 2026-11-25", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.walk(timedelta(days=1))
    await joined.say(joined.bruno, "/patients")
    assert "P-07 · plan runs" in joined.bruno.screen().labels
    await joined.walk(timedelta(days=1))
    await joined.say(joined.bruno, "/patients")
    await joined.tap(joined.bruno, "P-07 · plan is over")
    assert "Accepted by the patient. Its last day is over:" in joined.bruno.screen().text
