"""Reading through the chat: sections, links, what was read, was it clear; in groups nothing personal."""

from datetime import timedelta
from typing import Any

import pytest

from bot.commands.library import approve_article
from simulator import Message
from store import clarity, readings
from store.database import Tx
from tests.conftest import House


async def read_by(house: House, person: int) -> list[tuple[str, int]]:
    """The sections that are remembered of a person, by chat."""

    def rows(tx: Tx) -> list[Any]:
        return tx.all(
            "SELECT article, section FROM reading JOIN account ON account.id = reading.account"
            " WHERE account.chat = :chat ORDER BY article, section",
            chat=person,
        )

    return [(row["article"], row["section"]) for row in await house.app.db.read(rows)]


def labels(message: Message) -> list[str]:
    return message.labels


async def test_a_section_goes_on_back_to_its_sources_and_to_the_topics(clinic: House) -> None:
    cleo = clinic.cleo
    await clinic.say(cleo, "/learn")
    await clinic.tap(cleo, "LDN: taking it safely", "Opioids and naltrexone")
    assert "The one rule" in cleo.screen().text and "section 1 of 7" in cleo.screen().text
    await clinic.tap(cleo, "More", "More", "Back")
    assert "What counts as an opioid" in cleo.screen().text
    await clinic.tap(cleo, "Sources")
    assert "Sources of this section" in cleo.screen().text
    await clinic.tap(cleo, "Back")
    assert "What counts as an opioid" in cleo.screen().text
    await clinic.tap(cleo, "Topics")
    assert len(cleo.messages()) == 2  # what was typed, and one message that was edited all the way


async def test_a_link_opens_an_article_and_a_section_for_a_stranger_of_whom_nothing_is_kept(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/start learn_opioids")
    assert "section 1 of 7" in clinic.cleo.screen().text
    await clinic.cleo.scan("https://t.me/steady_bot?start=learn_opioids_3")
    await clinic.settle()
    assert "How long to wait" in clinic.cleo.screen().text
    assert await read_by(clinic, clinic.cleo.id) == []
    assert await clinic.app.db.read(lambda tx: tx.value("SELECT count(*) FROM account")) == 1  # Dr Bruno's


@pytest.mark.parametrize("link", ["learn_opioids_99", "learn_opioids_0", "learn_no-such"])
async def test_a_link_to_what_is_not_there_says_so_and_leads_to_the_topics(clinic: House, link: str) -> None:
    await clinic.say(clinic.cleo, f"/start {link}")
    assert "not here any more" in clinic.cleo.screen().text and "Topics" in labels(clinic.cleo.screen())


async def test_a_link_without_a_name_opens_the_topics(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/start learn_")
    assert "LDN: taking it safely" in labels(clinic.cleo.screen())


async def test_a_link_does_not_end_a_persons_quiet(joined: House) -> None:
    await joined.say(joined.ana, "/stop")
    await joined.say(joined.ana, "/start learn_opioids")
    quiet = await joined.app.db.read(lambda tx: tx.value("SELECT count(*) FROM account WHERE quiet_since IS NOT NULL"))
    assert quiet == 1


async def test_the_help_link_opens_help(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/start help")
    assert "Emergency:" in clinic.cleo.screen().text


async def test_what_ana_read_is_marked_in_words_and_she_goes_on_where_she_was(joined: House) -> None:
    ana = joined.ana
    await joined.say(ana, "/start learn_opioids")
    await joined.tap(ana, "More", "Topics")
    assert labels(ana.screen())[0] == "Go on: Opioids and naltrexone"
    await joined.tap(ana, "LDN: taking it safely")
    assert "Opioids and naltrexone · begun" in labels(ana.screen())
    await joined.restart()
    await joined.say(ana, "/learn")
    await joined.tap(ana, "Go on: Opioids and naltrexone")
    assert "section 3 of 7" in ana.screen().text
    await joined.tap(ana, "More", "More", "More", "More", "Topics", "LDN: taking it safely")
    assert "Opioids and naltrexone · read" in labels(ana.screen())
    assert await read_by(joined, ana.id) == [("opioids", number) for number in range(1, 8)]


async def test_what_ana_read_is_forgotten_when_she_says_so(joined: House) -> None:
    ana = joined.ana
    await joined.say(ana, "/start learn_opioids")
    await joined.say(ana, "/settings")
    await joined.tap(ana, "My reading")
    assert "You have opened 1 of" in ana.screen().text
    await joined.tap(ana, "Forget what I read", "Keep it")
    assert await read_by(joined, ana.id) == [("opioids", 1)]
    await joined.tap(ana, "Forget what I read", "Forget it")
    assert "Forgotten" in ana.screen().text
    assert await read_by(joined, ana.id) == []
    await joined.tap(ana, "Topics")
    assert "Go on" not in labels(ana.screen())[0]


async def test_erasing_ana_erases_what_she_read_and_her_weekly_reading(joined: House) -> None:
    await joined.say(joined.ana, "/start learn_opioids")
    await joined.say(joined.ana, "/delete")
    await joined.tap(joined.ana, "Erase it for good")
    for table in ("reading", "course"):
        assert await joined.app.db.read(lambda tx, table=table: tx.value(f"SELECT count(*) FROM {table}")) == 0


async def test_no_clinician_sees_what_a_patient_read(joined: House) -> None:
    await joined.say(joined.ana, "/start learn_opioids")
    await joined.tap(joined.ana, "More")
    await joined.say(joined.bruno, "/patients")
    await joined.tap(joined.bruno, "P-07 · no plan")
    shown = " ".join(message.text for message in joined.bruno.messages())
    assert "Opioids and naltrexone" not in shown and "opened" not in shown


async def test_was_this_clear_counts_once_and_names_nobody(joined: House) -> None:
    ana, cleo = joined.ana, joined.cleo
    await joined.say(ana, "/start learn_opioids_2")
    asked = ana.screen()
    data = next(b.data for row in asked.buttons for b in row if b.label == "Not quite")
    assert data is not None
    await joined.tap(ana, "Not quite")
    assert "Who gave it is not kept" in ana.screen().text and "Not quite" not in labels(ana.screen())
    await ana.press(data, asked)  # a second tap that was on its way already
    await joined.settle()
    await joined.say(cleo, "/start learn_opioids_2")
    await joined.tap(cleo, "Yes, clear")
    (row,) = await joined.app.db.read(clarity.every)
    assert (row.article, row.section, row.clear, row.unclear) == ("opioids", 2, 1, 1)
    columns = await joined.app.db.read(lambda tx: [r["name"] for r in tx.all("PRAGMA table_info(clarity)")])
    assert columns == ["article", "version", "section", "clear", "unclear"]


async def test_an_answer_about_an_older_text_is_not_counted_and_the_new_text_is_shown(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/start learn_opioids_2")
    await clinic.cleo.press("1:learn:c:opioids:2:99:yes", clinic.cleo.screen())
    await clinic.settle()
    assert "has changed since you opened it" in clinic.cleo.screen().text
    assert await clinic.app.db.read(clarity.every) == []


@pytest.mark.parametrize(
    "data",
    [
        "1:learn:s:opioids:99",
        "1:learn:s:nothing:1",
        "1:learn:q:opioids:99",
        "1:learn:share:nothing:1",
        "1:learn:t:nothing",
        "1:learn:mine",
        "1:learn:menu:1",
        "1:learn:c:opioids:1:1:maybe",
        "1:learn:forget:yes",
        "1:course",
        "1:course:at:9:10",
        "1:course:at:1:9",
        "1:course:stop",
        "1:course:open:nothing:1",
        "1:course:open:opioids:1",
        "1:course:day:7",
    ],
)
async def test_a_forged_or_old_press_of_a_stranger_gets_a_kind_screen_and_changes_nothing(
    clinic: House, data: str
) -> None:
    await clinic.say(clinic.cleo, "/learn")
    before = len(clinic.cleo.messages())
    await clinic.cleo.press(data, clinic.cleo.screen())
    await clinic.settle()
    assert "went wrong" not in clinic.cleo.screen().text
    assert len(clinic.cleo.messages()) >= before and labels(clinic.cleo.screen())
    for table in ("reading", "course", "clarity"):
        assert await clinic.app.db.read(lambda tx, table=table: tx.value(f"SELECT count(*) FROM {table}")) == 0


async def test_in_a_group_anyone_taps_and_nothing_personal_is_shown_or_kept(joined: House) -> None:
    group = joined.simulator.group("Self-help", joined.ana, joined.cleo)
    await joined.say(joined.ana, "/learn@steady_bot the one rule", in_=group)
    section = joined.ana.screen(group)
    assert "Opioids and naltrexone" in section.text
    assert "Was this clear?" not in section.text and "Riverside" not in section.text
    await joined.cleo.tap("More", in_=group)
    await joined.settle()
    assert "section 2 of 7" in joined.ana.screen(group).text
    await joined.cleo.tap("Topics", in_=group)
    await joined.settle()
    assert "Everyone in this group" in joined.ana.screen(group).text
    assert "My reading" not in labels(joined.ana.screen(group))
    for data in ("1:learn:mine", "1:learn:forget:yes", "1:course", "1:course:at:1:10", "1:learn:c:opioids:1:1:yes"):
        await joined.ana.press(data, joined.ana.screen(group))
        await joined.settle()
    assert await read_by(joined, joined.ana.id) == []
    assert await joined.app.db.read(clarity.every) == []


async def test_in_a_forum_topic_the_answer_stays_in_the_topic(clinic: House) -> None:
    group = clinic.simulator.group("Forum", clinic.ana, clinic.cleo, forum=True)
    topic = group.topic("Nights")
    await clinic.say(clinic.cleo, "/learn dreams", in_=group, thread=topic.id)
    assert clinic.cleo.screen(group).thread == topic.id


async def test_an_anonymous_admin_is_answered_like_anyone(clinic: House) -> None:
    group = clinic.simulator.group("Self-help", clinic.ana, clinic.cleo, supergroup=True)
    chat = {"id": group.id, "type": "supergroup", "title": "Self-help"}
    stands_for_them = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    command = {"type": "bot_command", "offset": 0, "length": 6}
    message = {"message_id": 900, "date": int(clinic.now.timestamp()), "chat": chat, "sender_chat": chat}
    message |= {"from": stands_for_them, "text": "/learn pacing", "entities": [command]}
    clinic.simulator.world.updates.add("message", message)
    await clinic.settle()
    assert "From: Pacing, section" in clinic.cleo.screen(group).text


async def test_a_red_flag_in_a_group_gets_the_general_numbers_and_is_not_noted(joined: House) -> None:
    group = joined.simulator.group("Self-help", joined.ana, joined.cleo)
    await joined.say(joined.ana, "/learn i want to die", in_=group)
    assert "You deserve help" in joined.ana.screen(group).text
    assert "Riverside" not in joined.ana.screen(group).text
    assert await joined.app.db.read(lambda tx: tx.value("SELECT count(*) FROM safety_event")) == 0


async def test_for_real_only_what_is_approved_is_read_and_it_lapses_with_its_cycle(clinic: House) -> None:
    clinic.demo = False
    await clinic.restart()
    article = clinic.app.application.bot_data["services"].library.articles["opioids"]
    await clinic.app.db.write(
        lambda tx: approve_article(tx, article, reviewer="Bruno Vale", credential="MD", at=clinic.now)
    )
    await clinic.say(clinic.cleo, "/learn")
    assert labels(clinic.cleo.screen()) == ["Opioids and naltrexone", "Help"]
    await clinic.tap(clinic.cleo, "Opioids and naltrexone")
    assert "Reviewed by Bruno Vale, MD, Tue 24 Nov 2026." in clinic.cleo.screen().text
    await clinic.say(clinic.cleo, "/start learn_trials_3")
    assert "not here any more" in clinic.cleo.screen().text
    assert "Emergency: 112 or your local number" in clinic.cleo.screen().text
    clinic.simulator.clock.set(clinic.now + timedelta(days=367))
    await clinic.say(clinic.cleo, "/start learn_opioids")
    assert "No article is approved yet" in clinic.cleo.screen().text


@pytest.mark.parametrize("words", ["weather in berlin", "zzz", "quantum chromodynamics"])
async def test_no_match_is_kind_and_names_nothing_as_near_that_is_not(clinic: House, words: str) -> None:
    await clinic.say(clinic.cleo, f"/learn {words}")
    screen = clinic.cleo.screen()
    assert "no reviewed answer" in screen.text and "ask your clinic" in screen.text
    assert "nearest" not in screen.text and labels(screen) == ["Topics", "Help"]


async def test_no_match_offers_what_is_near(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/learn side effects of pizza and coffee")
    screen = clinic.cleo.screen()
    assert "come nearest" in screen.text and "Side effects and risks" in labels(screen)


async def approved_only(house: House, id: str) -> None:
    """For real: one article is approved, and no other."""
    house.demo = False
    await house.restart()
    article = house.app.application.bot_data["services"].library.articles[id]
    await house.app.db.write(
        lambda tx: approve_article(tx, article, reviewer="Bruno Vale", credential="MD", at=house.now)
    )


@pytest.mark.parametrize("words", ["/start learn_mental-health", "/start learn_when-to-call_2", "/learn i feel low"])
async def test_the_numbers_to_call_need_no_approval(joined: House, words: str) -> None:
    """R12: whoever looks for what may not be shown finds the numbers of their country and clinic all the same."""
    await approved_only(joined, "opioids")
    await joined.say(joined.ana, words)
    text = joined.ana.screen().text
    assert "Emergency: 112" in text and "Crisis line: 0800 111 0 111" in text
    assert "Riverside Pain Clinic: +49 30 555 0100" in text


async def test_in_a_group_those_numbers_are_the_general_ones(joined: House) -> None:
    await approved_only(joined, "opioids")
    group = joined.simulator.group("Self-help", joined.ana, joined.cleo)
    await joined.say(joined.ana, "/learn i feel low", in_=group)
    text = joined.ana.screen(group).text
    assert "112 or your local number" in text and "general numbers" in text and "Riverside" not in text


@pytest.mark.parametrize("name", ["mental-health", "mental-health_5", "when-to-call_2"])
async def test_where_the_numbers_to_call_stand_nobody_is_asked_whether_it_was_clear(joined: House, name: str) -> None:
    await joined.say(joined.ana, f"/start learn_{name}")
    screen = joined.ana.screen()
    assert "Emergency: 112" in screen.text
    assert "Was this clear?" not in screen.text and "Yes, clear" not in labels(screen)


async def test_figures_about_suicide_come_folded_below_the_numbers_to_call(joined: House) -> None:
    await joined.say(joined.ana, "/start learn_mental-health_5")
    screen = joined.ana.screen()
    (quote,) = [entity for entity in screen.entities if "quote" in entity["type"]]
    assert quote["type"] == "expandable_blockquote"
    assert "Crisis line: 0800 111 0 111" in screen.text[: quote["offset"]]
    assert "about suicide" in screen.text[quote["offset"] :]


async def test_other_sections_that_answer_too_are_offered_below_the_best_and_not_where_more_leads(
    clinic: House,
) -> None:
    await clinic.say(clinic.cleo, "/learn tired")
    screen = clinic.cleo.screen()
    assert "From: What fibromyalgia is, section 1" in screen.text
    offered = [b.data for row in screen.buttons for b in row if b.data and b.data.startswith("1:learn:s:")]
    assert offered[0] == "1:learn:s:fibromyalgia:2" and "Pacing" in labels(screen)
    assert offered.count("1:learn:s:fibromyalgia:2") == 1 and len(offered) <= 4
    await clinic.tap(clinic.cleo, "Pacing")
    assert "From: Pacing, section 1" in clinic.cleo.screen().text


async def test_reading_again_after_a_crash_remembers_once(joined: House) -> None:
    at = joined.now
    account = await joined.app.db.read(lambda tx: tx.value("SELECT id FROM account WHERE chat = :c", c=joined.ana.id))
    for _ in range(2):
        await joined.app.db.write(lambda tx: readings.note(tx, account, "opioids", 1, at=at))
    assert await read_by(joined, joined.ana.id) == [("opioids", 1)]
