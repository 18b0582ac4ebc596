"""The week, for the patient and for the clinic: it knocks, and opens at a tap."""

from datetime import timedelta

from tests.conftest import House


async def evening(house: House, *ratings: str) -> None:
    await house.walk_to(20, 45)
    await house.tap(house.ana, "Start", *ratings, "No, nothing new")


async def test_the_summary_knocks_without_a_number_and_opens_as_a_picture_and_as_text(planned: House) -> None:
    for _ in range(5):
        await evening(planned, "5", "6", "7", "4")
    await planned.walk_to(18, 1)  # Sunday
    knock = await planned.ana.sees("week")
    assert not any(sign.isdigit() for sign in knock.text)
    await planned.tap(planned.ana, "Show my week")
    shown = planned.ana.screen()
    assert shown.photo and shown.protected and "5 of 7" in shown.text
    await planned.tap(planned.ana, "Show as text")
    assert "Pain" in planned.ana.screen().text and not planned.ana.screen().photo


async def test_three_days_give_no_average(planned: House) -> None:
    for _ in range(3):
        await evening(planned, "5", "6", "7", "4")
    await planned.say(planned.ana, "/summary")
    assert "not enough days for an average (3 of 7)" in planned.ana.screen().text


async def test_the_digest_knocks_and_shows_only_what_is_shared_when_it_is_opened(planned: House) -> None:
    for _ in range(7):
        await evening(planned, "5", "6", "7", "4")
    await planned.walk(timedelta(days=1))
    knock = await planned.bruno.sees("Your clinic's week is ready")
    assert knock.silent
    await planned.tap(planned.bruno, "Show the week")
    assert "Pain 5" in planned.bruno.screen().text
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Stop sharing check-ins")
    await planned.tap(planned.bruno, "Show the week")
    assert "Pain 5" not in planned.bruno.screen().text
    reads = await planned.app.db.read(lambda tx: tx.value("SELECT count(*) FROM audit WHERE action = 'digest'"))
    assert reads == 2


async def test_typed_numbers_skips_and_a_stop_are_taken_and_nothing_given_is_lost(planned: House) -> None:
    await planned.walk_to(20, 45)
    await planned.tap(planned.ana, "Start", "5")
    await planned.say(planned.ana, "７")
    await planned.tap(planned.ana, "Skip", "Stop")
    rows = await planned.app.db.read(lambda tx: tx.all("SELECT scale, value FROM rating ORDER BY scale"))
    assert {row["scale"]: row["value"] for row in rows} == {"pain": 5, "tiredness": 7, "sleep": None}


async def test_a_worry_gets_its_fixed_reply_and_the_clinic_hears_of_it(planned: House) -> None:
    await planned.walk_to(20, 45)
    await planned.tap(planned.ana, "Start", "5", "6", "7", "4", "Yes, choose from list", "Yellow skin or eyes")
    assert "112" in planned.ana.screen().text
    assert any("P-07 needs a look" in m.text for m in planned.bruno.messages())
