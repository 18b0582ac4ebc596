"""An article marked ``public = false``: shown to who belongs to a clinic here, in their own chat, and nowhere else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.articles import own_folder
from bot.commands.library import approve_article
from content.library import load
from simulator import Person
from store import rounds
from store.rounds import LESSON
from tests.conftest import House
from tests.content.test_library import FILE
from tests.whole.test_learn_inline import asked

WORD = "ward rota"
TITLE = "Our own ward"


@pytest.fixture
async def kept(joined: House) -> House:
    """Ana has joined; the clinic has an approved article of its own for its patients, and one of ours for everybody."""
    text = FILE.replace('id = "sleep"', 'id = "our-ward"\npublic = false').replace('"Sleep"', f'"{TITLE}"')
    text = text.replace('["sleep"]', f'["{WORD}"]').replace('["insomnia"]', "[]")
    own_folder(joined.settings).mkdir(parents=True)
    (own_folder(joined.settings) / "a.md").write_text(text, encoding="utf-8")
    joined.demo = False
    await joined.restart()
    shelf = joined.app.application.bot_data["services"].library.articles
    for id in ("our-ward", "pacing"):
        await joined.app.db.write(
            lambda tx, id=id: approve_article(tx, shelf[id], reviewer="Bruno Vale", credential="MD", at=joined.now)
        )
    return joined


def nothing_of_it(person: Person, *where: object) -> bool:
    screen = person.screen(*where)
    return TITLE not in screen.text and TITLE not in " ".join(screen.labels) and "Talking treatment" not in screen.text


@pytest.mark.parametrize("who", ["ana", "bruno"])
async def test_who_belongs_to_the_clinic_reads_it_and_has_no_button_to_share_it(kept: House, who: str) -> None:
    person = getattr(kept, who)
    await kept.say(person, "/learn")
    assert TITLE in person.screen().labels
    await kept.say(person, f"/learn {WORD}")
    assert f"From: {TITLE}" in person.screen().text and "Share" not in person.screen().labels
    await person.press("1:learn:share:our-ward:1", person.screen())
    await kept.settle()
    assert "not here any more" in person.screen().text


@pytest.mark.parametrize(
    "words",
    ["/learn", f"/learn {WORD}", "/start learn_our-ward", "/start learn_our-ward_2", "/learn our own ward", "/about"],
)
async def test_a_stranger_is_shown_nothing_of_it(kept: House, words: str) -> None:
    await kept.say(kept.cleo, words)
    assert nothing_of_it(kept.cleo) and "2 articles" not in kept.cleo.screen().text


@pytest.mark.parametrize("data", ["a:our-ward", "s:our-ward:1", "q:our-ward:1", "share:our-ward:1", "t:more"])
async def test_a_stranger_who_forges_a_press_is_shown_nothing_of_it(kept: House, data: str) -> None:
    await kept.say(kept.cleo, "/learn")
    await kept.cleo.press(f"1:learn:{data}", kept.cleo.screen())
    await kept.settle()
    assert nothing_of_it(kept.cleo)


async def test_a_group_is_shown_nothing_of_it_whoever_asks(kept: House) -> None:
    group = kept.simulator.group("Friends", kept.ana, kept.cleo)
    for words in ("/learn", f"/learn {WORD}"):
        await kept.say(kept.ana, words, in_=group)
        assert nothing_of_it(kept.ana, group)
    await kept.ana.press("1:learn:s:our-ward:1", kept.ana.screen(group))
    await kept.settle()
    assert nothing_of_it(kept.ana, group)


@pytest.mark.parametrize("words", ["", WORD, "our-ward", "our-ward_1", TITLE])
async def test_inline_mode_offers_nothing_of_it_to_anybody(kept: House, words: str) -> None:
    found = await asked(kept, words)
    assert TITLE not in repr(found.results) and "our-ward" not in repr(found.results)


async def test_who_has_left_the_clinic_no_longer_reads_it_and_gets_no_lesson_of_it(kept: House) -> None:
    await kept.say(kept.ana, "/start learn_our-ward")
    assert f"From: {TITLE}" in kept.ana.screen().text
    account = await kept.app.db.read(lambda tx: tx.value("SELECT id FROM account WHERE chat = :c", c=kept.ana.id))
    await kept.tap(kept.ana, "Topics", "My reading", "Weekly reading", "Tuesday", "10:00")
    for number in range(1, 6):
        await kept.say(kept.ana, f"/start learn_pacing_{number}")
    await kept.app.db.write(
        lambda tx: tx.run("UPDATE link SET ended_at = 1 WHERE account = :a AND ended_at IS NULL", a=account)
    )
    await kept.say(kept.ana, "/start learn_our-ward")
    assert nothing_of_it(kept.ana)
    await kept.walk(timedelta(days=8))
    kept_round = await kept.app.db.read(lambda tx: rounds.get(tx, account, LESSON))
    assert kept_round is not None and kept_round.next_at is None, "all that they may read is read"


def test_an_approval_is_of_whom_it_is_shown_to_as_well_and_ours_are_as_they_were() -> None:
    ours = load().articles["pacing"]
    assert ours.public
    assert replace(ours, public=False).digest != ours.digest
