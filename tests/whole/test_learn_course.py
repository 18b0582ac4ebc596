"""The weekly reading: asked for, once a week on the reader's own clock, silent, last in the queue, ended by one tap."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from care.rounds import next_weekly
from simulator import Message
from store import people, readings
from store.database import Tx
from store.notices import Priority
from tests.conftest import BERLIN, House

KNOCK = "Your weekly reading is here"
WEEK = timedelta(days=7)


async def asked(house: House, day: str = "Wednesday", hour: str = "10:00") -> None:
    """Ana asks for the weekly reading."""
    await house.say(house.ana, "/learn")
    await house.tap(house.ana, "My reading", "Weekly reading", day, hour)


async def to_the_first(house: House, minute: int = 0) -> None:
    """Wednesday 10:00, when the first one comes."""
    await house.walk(datetime(2026, 11, 25, 10, 0, 5, tzinfo=BERLIN) - timedelta(minutes=minute))


def knocks(house: House) -> list[Message]:
    return [message for message in house.ana.messages() if message.text.startswith(KNOCK)]


async def read_all(house: House, *, but_for: tuple[str, int] = ("", 0)) -> None:
    """All sections of the library are read, but for one."""
    articles = house.app.application.bot_data["services"].library.articles.values()
    places = [(article.id, section.number) for article in articles for section in article.sections]
    at = house.now

    def note(tx: Tx) -> None:
        account = people.account(tx, house.ana.id)
        assert account is not None
        for place in places:
            if place != but_for:
                readings.note(tx, account.id, *place, at=at)

    await house.app.db.write(note)


async def outcomes(house: House) -> list[tuple[str, str | None]]:
    rows = await house.app.db.read(
        lambda tx: tx.all("SELECT state, outcome FROM notice WHERE kind = 'lesson' ORDER BY send_at")
    )
    return [(row["state"], row["outcome"]) for row in rows]


async def test_nothing_comes_unasked_and_looking_sets_nothing(joined: House) -> None:
    await joined.say(joined.ana, "/learn")
    await joined.tap(joined.ana, "My reading", "Weekly reading", "Wednesday", "Back", "Topics")
    await joined.walk(2 * WEEK)
    assert not knocks(joined)


async def test_it_comes_once_a_week_silent_and_discreet_and_opens_at_a_tap(joined: House) -> None:
    await asked(joined)
    assert "each Wednesday at 10:00" in joined.ana.screen().text and "Wed 25 Nov" in joined.ana.screen().text
    await to_the_first(joined, 1)
    assert not knocks(joined)
    await to_the_first(joined)
    (knock,) = knocks(joined)
    assert knock.silent and knock.labels == ["Read it", "Stop weekly reading", "Help"]
    await joined.tap(joined.ana, "Read it")
    assert "What fibromyalgia is, section 1" in joined.ana.screen().text
    assert "Stop weekly reading" in joined.ana.screen().labels
    await joined.walk(WEEK)
    await joined.tap(joined.ana, "Read it")
    assert await joined.ana.sees("What fibromyalgia is, section 2")


async def test_what_offers_it_says_how_many_there_are_and_how_it_ends(joined: House) -> None:
    await joined.say(joined.ana, "/start learn_fibromyalgia")
    await joined.say(joined.ana, "/learn")
    await joined.tap(joined.ana, "My reading", "Weekly reading")
    articles = joined.app.application.bot_data["services"].library.articles.values()
    left = sum(len(article.sections) for article in articles) - 2  # the one that was read, the one that is left out
    text = joined.ana.screen().text
    assert f"There are {left} sections" in text and "end it at any time with one tap" in text


async def test_with_a_plan_of_ldn_it_begins_with_the_rule_about_opioids(planned: House) -> None:
    await asked(planned, "Friday")
    await planned.walk(datetime(2026, 11, 27, 10, 0, 5, tzinfo=BERLIN))
    (knock,) = knocks(planned)
    await planned.ana.tap("Read it", message=knock)
    await planned.settle()
    shown = [message.text for message in planned.ana.messages() if "section 1 of" in message.text]
    assert len(shown) == 1 and "Opioids and naltrexone, section 1" in shown[0]


async def test_it_leaves_out_the_figures_about_suicide(joined: House) -> None:
    await asked(joined)
    await read_all(joined, but_for=("mental-health", 5))
    await to_the_first(joined)
    assert "You have read all there is" in joined.ana.screen().text


async def test_forgetting_what_was_read_forgets_which_readings_came(joined: House) -> None:
    async def facts() -> set[str]:
        rows = await joined.app.db.read(lambda tx: tx.all("SELECT facts FROM notice WHERE kind = 'lesson'"))
        return {row["facts"] for row in rows}

    await asked(joined)
    await joined.walk(2 * WEEK)
    assert any("fibromyalgia" in each for each in await facts())
    await joined.say(joined.ana, "/start learn_opioids")
    await joined.tap(joined.ana, "Topics", "My reading", "Forget what I read", "Forget it")
    assert await facts() == {"{}"}
    await joined.walk(WEEK)
    assert len(knocks(joined)) == 3, "the weekly reading goes on"


async def test_one_that_waits_while_all_is_forgotten_is_not_sent(joined: House) -> None:
    await asked(joined)
    await to_the_first(joined, 1)
    refusal = "Too Many Requests: retry after 600"
    joined.simulator.fail_next("sendMessage", 429, refusal, parameters={"retry_after": 600})
    await to_the_first(joined)
    await joined.ana.press("1:learn:forget:yes", joined.ana.screen())
    await joined.walk(timedelta(hours=1))
    assert await outcomes(joined) == [("settled", "void")] and not knocks(joined)


async def test_what_was_read_otherwise_is_skipped(joined: House) -> None:
    await joined.say(joined.ana, "/start learn_fibromyalgia")
    await asked(joined)
    await to_the_first(joined)
    await joined.tap(joined.ana, "Read it")
    assert "What fibromyalgia is, section 2" in joined.ana.screen().text


async def test_an_old_knock_opens_the_section_it_named_and_no_other(joined: House) -> None:
    await asked(joined)
    await joined.walk(2 * WEEK)
    old, new = knocks(joined)
    await joined.ana.tap("Read it", message=new)
    await joined.settle()
    await joined.ana.tap("Read it", message=old)
    await joined.settle()
    texts = [message.text for message in joined.ana.messages() if "What fibromyalgia is, section" in message.text]
    assert ["section 1" in text for text in texts] == [True, True]  # nothing was read between the two


@pytest.mark.parametrize("where", ["in the knock", "in the lesson", "after an answer to 'was this clear'"])
async def test_one_tap_ends_it_and_one_has_it_back(joined: House, where: str) -> None:
    await asked(joined)
    await to_the_first(joined)
    if where != "in the knock":
        await joined.tap(joined.ana, "Read it")
    if where.startswith("after"):
        await joined.tap(joined.ana, "Yes, clear")
    await joined.tap(joined.ana, "Stop weekly reading")
    assert await joined.ana.sees("No more weekly reading")
    before = len(knocks(joined))
    await joined.walk(2 * WEEK)
    assert len(knocks(joined)) == before
    await joined.tap(joined.ana, "Start it again")
    assert await joined.ana.sees("each Wednesday at 10:00")
    await joined.walk(WEEK)
    assert len(knocks(joined)) == before + 1


async def test_quiet_stops_it_and_its_end_brings_it_back(joined: House) -> None:
    await asked(joined)
    await joined.say(joined.ana, "/stop")
    await joined.walk(WEEK)
    assert not knocks(joined)
    await joined.say(joined.ana, "/learn")
    await joined.tap(joined.ana, "My reading", "Weekly reading")
    assert "It is quiet now" in joined.ana.screen().text
    await joined.tap(joined.ana, "End the quiet")
    await joined.walk(WEEK)
    assert len(knocks(joined)) == 1


async def test_a_lesson_that_waits_when_quiet_begins_is_not_sent(joined: House) -> None:
    await asked(joined)
    await to_the_first(joined, 1)
    refusal = "Too Many Requests: retry after 600"
    joined.simulator.fail_next("sendMessage", 429, refusal, parameters={"retry_after": 600})
    await to_the_first(joined)
    await joined.say(joined.ana, "/stop")
    await joined.walk(timedelta(hours=1))
    assert not knocks(joined)
    assert await outcomes(joined) == [("settled", "void")]


async def test_a_restart_brings_neither_a_second_one_nor_none(joined: House) -> None:
    await asked(joined)
    await to_the_first(joined, 1)
    await joined.restart()
    await to_the_first(joined)
    await joined.restart()
    await joined.walk(timedelta(hours=2))
    assert len(knocks(joined)) == 1


async def test_after_a_short_outage_it_comes_late_and_after_a_long_one_that_week_is_left_out(joined: House) -> None:
    await asked(joined)
    await joined.close()
    joined.simulator.clock.set(datetime(2026, 11, 25, 15, 0, tzinfo=BERLIN).astimezone(UTC))
    await joined.open()
    await joined.walk(timedelta(minutes=1))
    assert len(knocks(joined)) == 1
    await joined.close()
    joined.simulator.clock.set(datetime(2026, 12, 3, 9, 0, tzinfo=BERLIN).astimezone(UTC))
    await joined.open()
    await joined.walk(timedelta(days=2))
    assert len(knocks(joined)) == 1
    await joined.walk(datetime(2026, 12, 9, 10, 1, tzinfo=BERLIN))
    assert len(knocks(joined)) == 2


async def test_in_doubt_it_is_not_sent_again(joined: House) -> None:
    await asked(joined)
    await to_the_first(joined, 1)
    joined.simulator.drop_after("sendMessage")
    await joined.walk(timedelta(hours=1))
    assert await outcomes(joined) == [("settled", "in doubt")]
    assert len(knocks(joined)) == 1


async def test_another_clock_moves_it_and_a_clock_change_does_not(joined: House) -> None:
    await asked(joined, "Sunday", "08:00")
    await joined.say(joined.ana, "/settings")
    assert "Weekly reading: Sunday at 08:00" in joined.ana.screen().text
    await joined.tap(joined.ana, "Change country or clock", "United Kingdom", "Yes")
    at = await joined.app.db.read(lambda tx: tx.value("SELECT next_at FROM round WHERE kind = 'lesson'"))
    assert datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo("Europe/London")).hour == 8


@pytest.mark.parametrize("day", [datetime(2027, 3, 27, tzinfo=BERLIN), datetime(2027, 10, 30, tzinfo=BERLIN)])
def test_on_both_days_of_a_clock_change_it_comes_once_at_its_hour(day: datetime) -> None:
    following = next_weekly(6, time(8), BERLIN, day)
    assert following.astimezone(BERLIN).hour == 8
    assert next_weekly(6, time(8), BERLIN, following) - following == WEEK


async def test_a_day_with_a_check_in_and_a_summary_is_full_and_it_waits_for_the_next(joined: House) -> None:
    await asked(joined, "Sunday", "10:00")
    await joined.walk(datetime(2026, 11, 29, 23, 0, tzinfo=BERLIN))
    assert not knocks(joined)
    await joined.walk(datetime(2026, 11, 30, 10, 1, tzinfo=BERLIN))
    assert len(knocks(joined)) == 1
    await joined.walk(datetime(2026, 12, 6, 23, 0, tzinfo=BERLIN))
    assert len(knocks(joined)) == 1
    await joined.walk(datetime(2026, 12, 7, 10, 1, tzinfo=BERLIN))
    assert len(knocks(joined)) == 2


async def test_when_all_is_read_it_ends_kindly_and_for_good(joined: House) -> None:
    await asked(joined)
    await read_all(joined)
    await to_the_first(joined)
    assert "You have read all there is" in joined.ana.screen().text and joined.ana.screen().silent
    seen = len(joined.ana.messages())
    await joined.say(joined.ana, "/settings")
    assert "Weekly reading: off" in joined.ana.screen().text
    await joined.walk(timedelta(hours=3))
    assert len(joined.ana.messages()) == seen + 2  # /settings and its answer


async def test_after_four_unopened_it_stops_by_itself_and_says_so(joined: House) -> None:
    await asked(joined)
    await joined.walk(4 * WEEK)
    assert len(knocks(joined)) == 4
    await joined.walk(WEEK)
    assert len(knocks(joined)) == 4
    assert any("were not opened" in message.text for message in joined.ana.messages())
    await joined.walk(2 * WEEK)
    assert len(knocks(joined)) == 4
    await joined.tap(joined.ana, "Start it again")
    assert await joined.ana.sees("Which day suits you?")


async def test_reading_anything_counts_as_opening(joined: House) -> None:
    await asked(joined)
    await joined.walk(4 * WEEK)
    await joined.say(joined.ana, "/start learn_opioids")
    await joined.walk(WEEK)
    assert len(knocks(joined)) == 5


async def test_for_real_what_is_not_approved_is_not_sent_and_the_wish_stands(joined: House) -> None:
    await asked(joined)
    joined.demo = False
    await joined.restart()
    await joined.walk(2 * WEEK)
    assert not knocks(joined) and "all there is" not in joined.ana.screen().text
    joined.demo = True
    await joined.restart()
    await joined.walk(WEEK)
    assert len(knocks(joined)) == 1


async def test_a_lesson_that_lapsed_meanwhile_gives_the_next_one_or_says_that_there_is_none(joined: House) -> None:
    await asked(joined)
    await to_the_first(joined)
    await joined.ana.press("1:course:open:no-such:1", knocks(joined)[0])
    await joined.settle()
    assert "What fibromyalgia is, section 1" in joined.ana.screen().text


async def test_a_stranger_and_a_clinician_without_a_clock_hear_why_it_is_not_for_them(clinic: House) -> None:
    for person in (clinic.cleo, clinic.bruno):
        await clinic.say(person, "/learn")
        await person.press("1:course", person.screen())
        await clinic.settle()
        assert "needs to know your clock" in person.screen().text


async def test_it_waits_behind_everything_else(joined: House) -> None:
    await asked(joined)
    await to_the_first(joined)
    priority = await joined.app.db.read(lambda tx: tx.value("SELECT priority FROM notice WHERE kind = 'lesson'"))
    assert priority == Priority.LESSON == max(Priority)
