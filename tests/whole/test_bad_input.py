"""Bad input gets a clear reply and loses nothing."""

import pytest

from tests.conftest import House, join


async def test_an_unknown_code_is_said_to_be_no_use(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/start not-a-code")
    assert "does not work any more" in clinic.cleo.screen().text


async def test_a_second_use_of_a_code_gets_what_an_unknown_code_gets(joined: House) -> None:
    link = await joined.bruno.sees("?start=")
    await joined.say(joined.cleo, "/start nonsense")
    unknown = joined.cleo.screen().text
    await joined.cleo.scan(link)
    await joined.settle()
    assert joined.cleo.screen().text == unknown


async def test_a_stranger_gets_word_for_word_the_same_for_a_clinicians_command(clinic: House) -> None:
    await clinic.say(clinic.cleo, "qwerty")
    unknown = clinic.cleo.screen().text
    for command in ("/patients", "/invite P-07", "/plan P-07 LDN 1.5 mg at 21:00", "/nonsense", "/today"):
        await clinic.say(clinic.cleo, command)
        assert clinic.cleo.screen().text == unknown


async def test_a_withdrawn_clinician_is_a_stranger(joined: House) -> None:
    from store import team

    await joined.say(joined.cleo, "/patients")
    stranger = joined.cleo.screen().text

    def withdraw(tx: object) -> None:
        found = team.clinician(tx, joined.bruno.id)  # type: ignore[arg-type]
        assert found is not None
        team.withdraw(tx, found.id, at=joined.now)  # type: ignore[arg-type]

    await joined.app.db.write(withdraw)
    await joined.say(joined.bruno, "/patients")
    assert joined.bruno.screen().text == stranger


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("P-07 LDN 1.5 mg at 25:00", "25:00"),
        ("P-07 LDN １.5 mg at 21:00", "１.5"),
        ("P-07 LDN 1.5 mg at 21:00 for fourteenish days", "fourteenish"),
    ],
)
async def test_a_plan_that_cannot_be_read_is_shown_with_the_word(joined: House, line: str, word: str) -> None:
    await joined.say(joined.bruno, f"/plan {line}")
    assert word in joined.bruno.screen().text
    drafts = await joined.app.db.read(lambda tx: tx.all("SELECT * FROM draft"))
    assert drafts == []


async def test_five_thousand_characters_get_a_kind_reply(joined: House) -> None:
    before = len(joined.ana.messages())
    await joined.say(joined.ana, "word " * 1000)
    replies = [m for m in joined.ana.messages()[before:] if m.sender_id != joined.ana.id]
    assert replies and "did not understand" in replies[-1].text


async def test_what_is_not_text_gets_a_kind_reply(joined: House) -> None:
    await joined.ana.send("location", {"latitude": 52.5, "longitude": 13.4})
    await joined.settle()
    assert "can't use that here" in joined.ana.screen().text


async def test_cancel_says_what_it_cancelled(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    await clinic.ana.scan(await clinic.bruno.sees("?start="))
    await clinic.settle()
    await clinic.tap(clinic.ana, "I agree", "Yes, share them", "Another country")
    await clinic.say(clinic.ana, "Atlantis")
    assert "Atlantis" in clinic.ana.screen().text
    await clinic.say(clinic.ana, "/cancel")
    assert "your country" in clinic.ana.messages()[-2].text
    assert "Which country are you in?" in clinic.ana.screen().text


async def test_no_to_consent_keeps_nothing(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    await clinic.ana.scan(await clinic.bruno.sees("?start="))
    await clinic.settle()
    await clinic.tap(clinic.ana, "No, thanks")
    accounts = await clinic.app.db.read(lambda tx: tx.all("SELECT chat FROM account"))
    assert [row["chat"] for row in accounts] == [clinic.bruno.id]
    await join_again(clinic)


async def join_again(house: House) -> None:
    """The link still works after a no."""
    await house.ana.scan(await house.bruno.sees("?start="))
    await house.settle()
    await house.tap(house.ana, "I agree")
    assert "check-ins" in house.ana.screen().text


async def test_an_old_clinician_link_cannot_be_used_by_a_stranger(clinic: House) -> None:
    text = next(m.text for m in clinic.bruno.messages() if m.text.startswith("/start "))
    await clinic.say(clinic.cleo, text)
    assert "does not work any more" in clinic.cleo.screen().text
    await join(clinic)
