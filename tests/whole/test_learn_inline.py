"""A section looked up from another chat: public, the same for everyone, and nothing of it is kept or logged."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.commands.library import approve_article
from simulator import Group
from simulator.world import InlineQuery
from store.database import Tx
from tests.conftest import House

CANARY = "xyzzycanary"


@pytest.fixture
def friends(clinic: House) -> Group:
    """A group that the bot is not even in."""
    group = clinic.simulator.group("Friends", clinic.cleo, clinic.ana)
    group.remove_bot()
    return group


async def asked(house: House, words: str) -> InlineQuery:
    """What became of a query, whether there are offers or none."""
    asking = asyncio.create_task(house.cleo.inline(words))
    await asyncio.sleep(0)
    await house.settle()
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    return list(house.simulator.world.inline_queries.values())[-1]


def dump(tx: Tx) -> str:
    """Every value of every table, as one text."""
    tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return repr([[tuple(dict(row).values()) for row in tx.all(f"SELECT * FROM {table}")] for table in tables])


async def test_a_section_is_looked_up_and_posted_whole_with_its_origin_and_a_link(
    clinic: House, friends: Group
) -> None:
    offers = await clinic.cleo.inline("vivid dreams", in_=friends)
    assert offers.titles and offers.button == "All topics"
    posted = await offers.choose(offers.titles[0])
    await clinic.settle()
    text = posted.text
    assert "Side effects and risks, section" in text and "Not reviewed by a clinician" in text
    assert "Never take it together with an opioid" in text
    assert [entity["type"] for entity in posted.entities if "quote" in entity["type"]] == ["expandable_blockquote"]
    (link,) = [button for row in posted.buttons for button in row]
    assert link.url is not None and link.url.startswith("https://t.me/steady_bot?start=learn_side-effects_")
    await clinic.cleo.scan(link.url)
    await clinic.settle()
    assert "Side effects and risks, section" in clinic.cleo.screen().text


async def test_nothing_typed_offers_every_article_page_by_page(clinic: House) -> None:
    seen: list[str] = []
    offset, pages = "", 0
    while True:
        offers = await clinic.cleo.inline("", offset=offset)
        seen += offers.titles
        offset, pages = offers.query.next_offset, pages + 1
        if not offset:
            break
    library = clinic.app.application.bot_data["services"].library.articles
    assert len(seen) == len(library) and pages == -(-len(library) // 10)
    assert seen[0] == library["fibromyalgia"].sections[0].heading


async def test_share_puts_the_very_section_into_another_chat(clinic: House, friends: Group) -> None:
    await clinic.say(clinic.cleo, "/start learn_opioids_3")
    await clinic.tap(clinic.cleo, "Share")
    button = next(b for row in clinic.cleo.screen().buttons for b in row if b.label == "Send it to a chat")
    offers = await clinic.cleo.inline("opioids_3", in_=friends)
    assert button is not None and offers.titles == ["How long to wait"]


@pytest.mark.parametrize("words", ["i want to die", "chest pain right now", "i took tramadol and feel sick"])
async def test_red_flag_words_get_help_on_top_and_nothing_else(clinic: House, friends: Group, words: str) -> None:
    offers = await clinic.cleo.inline(words, in_=friends)
    assert offers.titles == ["Get help now"] and offers.button == "Get help now"
    posted = await offers.choose("Get help now")
    assert "Emergency:" in posted.text and words.split()[-1] not in posted.text
    await offers.press_button()
    await clinic.settle()
    assert "Emergency:" in clinic.cleo.screen().text


async def test_a_bare_topic_is_a_request_to_the_library(clinic: House) -> None:
    assert "Get help now" not in (await clinic.cleo.inline("opioids")).titles


async def test_ones_own_treatment_is_for_the_clinic(clinic: House) -> None:
    """No section is offered: whatever stood there would read as the answer (R9)."""
    for words in ("should i raise my dose", "should i stop ldn"):
        query = await asked(clinic, words)
        assert query.results == [] and query.button is not None
        assert query.button["text"] == "About you? Ask your clinic"


async def test_nothing_of_it_is_kept_or_logged(joined: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    caplog.set_level(logging.DEBUG, logger="handlers")
    before = await joined.app.db.read(dump)
    for words in (CANARY, f"i want to die {CANARY}", f"should i raise my {CANARY}"):
        assert (await asked(joined, words)).results is not None
    joined.simulator.fail_next("answerInlineQuery", 400, f"Bad Request: {CANARY}")
    assert (await asked(joined, f"once more {CANARY}")).results is None
    assert "an inline query was not answered: BadRequest" in caplog.text
    assert CANARY not in caplog.text
    after = await joined.app.db.read(dump)
    assert CANARY not in after and after == before
    await joined.close()
    assert not [file for file in joined.folder.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()]
    await joined.open()


async def test_the_answer_is_the_same_for_everyone_and_cached(joined: House) -> None:
    first = await joined.ana.inline("dreams")
    assert first.query.personal is False and first.query.kept_until == joined.now + timedelta(seconds=300)
    assert (await joined.cleo.inline("dreams")).titles == first.titles


async def test_for_real_only_what_is_approved_is_offered(clinic: House) -> None:
    clinic.demo = False
    await clinic.restart()
    articles = clinic.app.application.bot_data["services"].library.articles
    await clinic.app.db.write(
        lambda tx: approve_article(tx, articles["opioids"], reviewer="Bruno Vale", credential="MD", at=clinic.now)
    )
    offers = await clinic.cleo.inline("")
    assert offers.titles == ["The one rule"]
    posted = await offers.choose("The one rule")
    assert "Reviewed by Bruno Vale, MD" in posted.text


async def test_a_section_that_is_posted_into_the_bots_own_chat_is_nobodys_words(clinic: House) -> None:
    offers = await clinic.cleo.inline("when-to-call_2")
    before = len(clinic.cleo.messages())
    await offers.choose(offers.titles[0])
    await clinic.settle()
    assert len(clinic.cleo.messages()) == before + 1


async def test_a_query_neither_moves_the_updates_nor_is_asked_again_after_a_restart(clinic: House) -> None:
    await clinic.cleo.inline("dreams")
    await clinic.restart()
    await clinic.say(clinic.cleo, "/learn dreams")
    assert "section" in clinic.cleo.screen().text
    assert await clinic.app.db.read(lambda tx: "inline_query" not in dump(tx))


@pytest.mark.parametrize("odd", ["²½①" * 40, "🤰" * 128, "[DB24] <b>", "opioids_99", "x" * 256, "_", "٣"])
async def test_odd_words_are_answered(clinic: House, odd: str) -> None:
    assert (await asked(clinic, odd)).button is not None


async def test_in_a_forum_topic_anyone_taps_and_it_stays_in_the_topic(clinic: House) -> None:
    forum = clinic.simulator.group("Walkers", clinic.ana, clinic.cleo, forum=True)
    topic = forum.topic("Nights")
    await clinic.say(clinic.cleo, "/learn@steady_bot pacing", in_=forum, thread=topic)
    await clinic.ana.tap("More", in_=forum)
    await clinic.settle()
    assert "section 2" in clinic.cleo.screen(forum).text and clinic.cleo.screen(forum).thread == topic.id
