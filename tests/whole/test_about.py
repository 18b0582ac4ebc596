"""/about: what the bot is and is not, and an honest word on who has read its texts (R15)."""

import pytest

from bot.commands.reviewing import approve_article
from tests.conftest import House


async def test_it_says_what_ldn_is_and_what_the_bot_is_not_and_names_no_review_that_was_not(joined: House) -> None:
    await joined.say(joined.ana, "/about")
    shown = joined.ana.screen()
    assert "No clinician has reviewed the articles." in shown.text and "demo only" in shown.text
    assert "No clinician has reviewed the bot's other words" in shown.text
    assert "LDN is off-label and unproven" in shown.text and "Never take it together with an opioid" in shown.text
    assert "The Steady project makes it" in shown.text and "not an emergency service" in shown.text
    assert "Riverside Pain Clinic runs it" in shown.text and "+49 30 555 0100" in shown.text
    assert shown.labels == ["Topics", "Help"]


async def test_for_real_it_names_who_approved_what_is_shown(clinic: House) -> None:
    clinic.demo = False
    await clinic.restart()
    await clinic.say(clinic.cleo, "/about")
    assert "No article is approved yet" in clinic.cleo.screen().text
    articles = clinic.app.application.bot_data["services"].library.articles
    for id, name in (("opioids", "Bruno Vale"), ("sleep", "Dora <Lind>"), ("pacing", "Bruno Vale")):
        await clinic.app.db.write(
            lambda tx, id=id, name=name: approve_article(
                tx, articles[id], reviewer=name, credential="MD", at=clinic.now
            )
        )
    await clinic.say(clinic.cleo, "/about")
    text = clinic.cleo.screen().text
    assert "The 3 articles that you see here were approved by Bruno Vale, MD; Dora <Lind>, MD." in text
    assert "No clinician has reviewed the articles" not in text and "Riverside" not in text


@pytest.mark.parametrize("who", ["cleo", "ana", "bruno"])
async def test_it_is_one_tap_below_help_for_everyone(joined: House, who: str) -> None:
    person = getattr(joined, who)
    await joined.say(person, "/help")
    assert "/about" in person.screen().text
    await joined.tap(person, "About this bot")
    assert "About this bot" in person.screen().text and "unproven" in person.screen().text


async def test_in_a_group_it_names_no_clinic_no_person_and_no_medicine(joined: House) -> None:
    group = joined.simulator.group("Fibro friends", joined.ana, joined.cleo)
    await joined.say(joined.ana, "/about", in_=group)
    by_command = joined.ana.screen(group).text
    await joined.say(joined.ana, "/help", in_=group)
    await joined.cleo.tap("About this bot", in_=group)
    await joined.settle()
    assert joined.ana.screen(group).text == by_command
    assert "About this bot" in by_command and "Help shows whom to call" in by_command
    telling = ("riverside", "ldn", "naltrexone", "opioid", "bruno", "fibro", "approved")
    assert not [word for word in telling if word in by_command.lower()]
