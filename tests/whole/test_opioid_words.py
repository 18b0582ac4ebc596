"""R5: an opioid holds at once, wherever it is said; a question about one does not."""

import pytest

from care.doses import DoseState
from care.redflags import only_asks
from tests.conftest import House


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("can I take tramadol with ldn", True),
        ("is it ok to take codeine?", True),
        ("Hi, should I take codeine for my tooth", True),
        ("can i have codeine for my tooth", True),
        ("/learn can i have codeine for my tooth", True),
        ("/learn@steady_bot could I still have co codamol?", True),
        ("can i have codeine, i have some here", False),
        ("can i have had codeine by mistake", False),
        ("/learn i had codeine", False),
        ("/learn can i take ldn, i had codeine", False),
        ("took tramadol", False),
        ("hi, I had two codeine tablets, is that a problem", False),
        ("what if I took tramadol", False),
        ("is it ok that i am on codeine", False),
        ("withdrawal", False),
        ("can withdrawal start now", False),
        ("naltrexone and tramadol together", False),
    ],
)
def test_only_a_question_of_what_has_not_happened_asks(text: str, asks: bool) -> None:
    assert only_asks(text) is asks


async def test_words_that_say_an_opioid_was_taken_hold_at_once_and_tell_the_clinic(planned: House) -> None:
    await planned.say(planned.ana, "took tramadol")
    shown = planned.ana.screen()
    assert "Your plan is on hold" in shown.text and "Do not take your next dose" in shown.text
    assert {"Call info", "I'm safe, continue", "Help"} <= set(shown.labels)
    assert any("P-07 needs a look" in m.text for m in planned.bruno.messages())
    await planned.walk_to(22)
    assert not any("Your 21:00 reminder" in m.text for m in planned.ana.messages())
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]
    kept = await planned.app.db.read(lambda tx: tx.all("SELECT * FROM note"))
    assert "tramadol" not in str(kept)


async def test_a_question_gets_the_same_reply_and_one_button_that_holds(planned: House) -> None:
    await planned.say(planned.ana, "can I take tramadol?")
    assert "on hold" not in planned.ana.screen().text
    await planned.tap(planned.ana, "I took or got an opioid")
    await planned.walk_to(22)
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]


async def test_a_question_typed_behind_learn_holds_no_more_than_one_typed_as_it_comes(planned: House) -> None:
    await planned.say(planned.ana, "/learn can i have codeine for my tooth")
    assert "Naltrexone blocks opioid medicines" in planned.ana.screen().text
    assert "on hold" not in planned.ana.screen().text
    assert "I took or got an opioid" in planned.ana.screen().labels
    await planned.say(planned.ana, "/learn i had codeine for my tooth")
    assert "Your plan is on hold" in planned.ana.screen().text


async def test_an_opioid_marked_in_the_check_in_holds_too_even_if_check_ins_are_not_shared(planned: House) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Stop sharing check-ins")
    await planned.say(planned.ana, "/checkin")
    for _ in range(4):
        await planned.tap(planned.ana, "5")
    await planned.tap(planned.ana, "Yes, choose from list", "Took an opioid")
    assert "Your plan is on hold" in planned.ana.screen().text
    assert any("P-07 needs a look" in m.text for m in planned.bruno.messages())
    await planned.walk_to(22)
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]


async def test_said_by_somebody_without_such_a_plan_it_holds_nothing_and_tells_nobody(joined: House) -> None:
    await joined.say(joined.ana, "took tramadol")
    assert "on hold" not in joined.ana.screen().text
    assert not any("needs a look" in m.text for m in joined.bruno.messages())
