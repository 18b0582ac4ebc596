"""/invite: a label that tells nothing, and a link that works once."""

from datetime import timedelta

import pytest

from handlers.clinician.inviting import label_problem
from tests.conftest import House


@pytest.mark.parametrize("label", ["P-07", "p7", "7", "A-1", "2026-14", "X-Y", "ABCDEFGHIJ-1"])
def test_a_short_code_is_a_label(label: str) -> None:
    assert label_problem(label) is None


@pytest.mark.parametrize(
    "label", ["Ana", "Ana Lima", "Ana-Maria", "Müller", "1970-05-12", "030 5550100", "Иван", "O-Neill"]
)
def test_what_could_tell_who_it_is_is_no_label(label: str) -> None:
    assert label_problem(label) == "label_telling"


@pytest.mark.parametrize(
    "label", ["P_07", "P.07", "-7", "-", "P-0７", "ABCDEFGHIJK-12", "P-07 LDN", "<b>1</b>", "7" * 5000]
)
def test_what_cannot_begin_a_plans_line_is_no_label(label: str) -> None:
    assert label_problem(label) is not None


async def test_an_invite_is_a_link_and_its_picture_in_one_message(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    shown = clinic.bruno.screen()
    assert shown.photo
    assert "https://t.me/steady_bot?start=" in shown.text
    assert "works once, until Tue 1 Dec, 09:00" in shown.text


async def test_a_label_is_asked_for_and_asked_again_until_it_can_be_one(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite")
    assert "never a name" in clinic.bruno.screen().text
    await clinic.say(clinic.bruno, "Ana Lima")
    assert "could tell who it is" in clinic.bruno.screen().text
    assert "Ana" not in clinic.bruno.screen().text
    await clinic.say(clinic.bruno, "P-07")
    assert "?start=" in clinic.bruno.screen().text


async def test_a_new_link_ends_the_old_one(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    old = await clinic.bruno.sees("?start=")
    await clinic.say(clinic.bruno, "/invite p-07")
    new = await clinic.bruno.sees("?start=")
    assert "The older link for P-07 has ended." in new.text
    await clinic.ana.scan(old)
    await clinic.settle()
    assert "does not work any more" in clinic.ana.screen().text
    await clinic.ana.scan(new)
    await clinic.settle()
    assert "invites you" in clinic.ana.screen().text


async def test_a_link_is_void_after_seven_days(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    link = await clinic.bruno.sees("?start=")
    await clinic.walk(timedelta(days=7))
    await clinic.ana.scan(link)
    await clinic.settle()
    assert "does not work any more" in clinic.ana.screen().text


async def test_a_label_that_has_joined_is_refused_whatever_its_case(joined: House) -> None:
    await joined.say(joined.bruno, "/invite p-07")
    assert "P-07 has joined already" in joined.bruno.screen().text
    await joined.say(joined.bruno, "P-08")
    assert "A link for P-08" in joined.bruno.screen().text


async def test_cancel_stops_waiting_for_a_label(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite")
    await clinic.tap(clinic.bruno, "Cancel")
    await clinic.say(clinic.bruno, "P-07")
    assert "?start=" not in clinic.bruno.screen().text


async def test_the_page_of_a_label_that_has_not_joined_makes_a_new_link(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    await clinic.say(clinic.bruno, "/patients")
    await clinic.tap(clinic.bruno, "P-07 · not joined", "New link")
    assert clinic.bruno.screen().photo
    assert "The older link for P-07 has ended." in clinic.bruno.screen().text
