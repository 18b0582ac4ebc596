"""The clinician's line: what leads to the buttons, what is mended, whose label it is; the list of medicines."""

import pytest

from store.database import Tx
from tests.conftest import House
from tests.handlers.drafting import standings
from tests.handlers.test_uses import LINE, list_medicine


def said(house: House) -> str:
    return house.bruno.screen().text


async def test_a_label_that_left_is_named_and_the_list_is_one_tap_away(joined: House) -> None:
    await joined.say(joined.ana, "/delete")
    await joined.tap(joined.ana, "Erase it for good")
    await joined.say(joined.bruno, "/plan P-07")
    assert "no patient with the label P-07. That patient may have left." in said(joined)
    await joined.say(joined.bruno, "/invite P-08")
    await joined.say(joined.bruno, "/plan P-99")
    await joined.tap(joined.bruno, "Pick from the list")
    assert "Whose plan is it?" in said(joined)


async def test_a_label_and_a_medicine_lead_to_the_buttons(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07 naltrexone")
    assert "LDN. At what time of day?" in said(joined)


async def test_a_medicine_is_picked_by_name_by_another_spelling_or_by_button(joined: House) -> None:
    await list_medicine(joined, "Paracetamol")
    for typed in ("paracetamol", "Acetaminophen"):
        await joined.say(joined.bruno, "/plan P-07")
        await joined.say(joined.bruno, typed)
        assert "Paracetamol. At what time of day?" in said(joined)
    await joined.say(joined.bruno, "/plan P-07")
    await joined.tap(joined.bruno, "Paracetamol")
    assert "Paracetamol. At what time of day?" in said(joined)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("P-07 LDN 1.5 mg at 21:00 fro 14 days, then 3 mg", "P-07 LDN 1.5 mg at 21:00 for 14 days, then 3 mg"),
        ("P-07 LDN 1.5 mg 21:00", "P-07 LDN 1.5 mg at 21:00"),
        ("P-07 LDN 1.5 mg at 21:00 on Mondy", "P-07 LDN 1.5 mg at 21:00 on monday"),
        ("P-07 LDN 1.5 mg at 21:00 evry day", "P-07 LDN 1.5 mg at 21:00 every day"),
    ],
)
async def test_a_slip_of_the_keyboard_is_mended_at_a_press(joined: House, typed: str, meant: str) -> None:
    await joined.say(joined.bruno, f"/plan {typed}")
    assert "Did you mean this?" in said(joined) and meant in said(joined)
    assert await joined.app.db.read(lambda tx: tx.all("SELECT * FROM draft")) == []
    await joined.tap(joined.bruno, "Yes, read it like that")
    assert "Please type the highest amount" in said(joined)


@pytest.mark.parametrize(
    "typed", ["P-07 LDN .5 mg at 21:00", "P-07 LDN 1.500 mg at 21:00", "P-07 LDN 1.5 mg at 9", "P-07 aspirin 1 mg at 8"]
)
async def test_a_number_is_never_mended_r3(joined: House, typed: str) -> None:
    await joined.say(joined.bruno, f"/plan {typed}")
    assert "← this word" in said(joined) and "Did you mean" not in said(joined)


async def test_an_old_mended_line_is_not_taken_for_a_newer_one(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07 LDN 1.5 mg 21:00")
    old = joined.bruno.screen()
    await joined.say(joined.bruno, "P-07 LDN 3 mg 21:00")
    await joined.bruno.tap("Yes, read it like that", message=old)
    await joined.settle()
    assert await joined.app.db.read(lambda tx: tx.all("SELECT * FROM draft")) == []


async def test_amounts_in_words_are_typed_twice_and_read_back_as_written(joined: House) -> None:
    await list_medicine(joined, "Fibre", "words")
    await joined.say(joined.bruno, "/plan P-07 Fibre a level spoon for 3 days, then two spoons at 08:00")
    await joined.say(joined.bruno, "one spoon")
    assert "The two amounts differ" in said(joined)
    await joined.say(joined.bruno, "Two  spoons")
    await joined.tap(joined.bruno, next(label for label in joined.bruno.screen().labels if label.startswith("Keep")))
    assert "a level spoon at 08:00" in said(joined) and "two spoons at 08:00" in said(joined)
    assert "No limit is checked" in said(joined)


async def test_half_of_one_is_a_number_too(joined: House) -> None:
    await list_medicine(joined, "Macrogol", "sachets")
    await joined.say(joined.bruno, "/plan P-07 Macrogol half a sachet at 08:00")
    await joined.say(joined.bruno, "0.5 sachet")
    await joined.tap(joined.bruno, next(label for label in joined.bruno.screen().labels if label.startswith("Keep")))
    assert "half a sachet at 08:00" in said(joined)


async def test_a_second_plan_of_one_medicine_is_a_change_of_the_first(planned: House) -> None:
    await planned.say(planned.bruno, "/plan P-07 naltrexone 3 mg at 20:00")
    await planned.say(planned.bruno, "3 mg")
    await planned.tap(planned.bruno, "None for 14 days or more")
    await planned.tap(planned.bruno, next(label for label in planned.bruno.screen().labels if label.startswith("Keep")))
    await planned.tap(planned.bruno, "Confirm")
    (one,) = await standings(planned)
    assert one.offer is not None and len(one.accepted) == 1


async def test_an_opioid_is_never_set_beside_naltrexone_r1(planned: House) -> None:
    await list_medicine(planned, "Tramadol")
    await planned.say(planned.bruno, "/plan P-07 Tramadol 50 mg as needed, at least 6 h apart")
    assert "Tramadol can't be set beside LDN." in said(planned)
    assert "Confirm" not in planned.bruno.screen().labels


async def test_a_clinician_who_leaves_is_told_what_that_means_for_a_clinician(joined: House) -> None:
    await joined.say(joined.bruno, "/delete")
    assert "Leave the team of Riverside Pain Clinic?" in said(joined)
    assert "You are the only one on this team." in said(joined)
    assert "Your plan" not in said(joined)
    await joined.tap(joined.bruno, "Erase it for good")
    await joined.say(joined.bruno, "/patients")
    assert "I did not understand that." in said(joined)

    def labels(tx: Tx) -> list[str]:
        return [row["label"] for row in tx.all("SELECT label FROM link")]

    assert await joined.app.db.read(labels) == ["P-07"]


async def test_a_line_as_needed_says_what_is_missing(joined: House) -> None:
    await list_medicine(joined, "Paracetamol")
    await joined.say(joined.bruno, "/plan P-07 Paracetamol 500 mg as needed")
    assert "At least how long apart?" in said(joined)
    await joined.say(joined.bruno, LINE.removeprefix("/plan "))
    assert "Please type the highest amount" in said(joined)


async def test_an_amount_is_compared_with_the_plan_that_waits_for_the_patients_yes(joined: House) -> None:
    await list_medicine(joined, "Vitamin")
    await joined.say(joined.bruno, "/plan P-07 Vitamin 4.5 mg at 21:00")
    await joined.say(joined.bruno, "4.5 mg")
    keep = next(label for label in joined.bruno.screen().labels if label.startswith("Keep"))
    await joined.tap(joined.bruno, keep, "Confirm")
    await joined.say(joined.bruno, "/plan P-07 Vitamin 45 mg at 21:00")
    assert "4.5 mg waits for the patient's yes." in said(joined)
    assert "Please type the highest amount" not in said(joined)
