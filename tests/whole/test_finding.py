"""/learn in the chat: what is out of scope, what red-flag words do to it, and what stands where words are typed."""

import pytest

from care.redflag_words import REVIEWED
from tests.conftest import House

OUT = "I can't answer questions about your own treatment."


async def test_a_question_about_ones_own_treatment_is_not_answered_and_names_the_clinic(joined: House) -> None:
    """R9."""
    await joined.say(joined.ana, "/learn should i take more ldn tonight")
    shown = joined.ana.screen()
    assert OUT in shown.text
    assert "Riverside Pain Clinic" in shown.text and "+49 30 555 0100" in shown.text
    assert shown.labels[-2:] == ["Topics", "Help"]
    assert len(shown.labels) > 2, "there is something to read beside it"


async def test_what_stands_beside_the_out_of_scope_answer_opens_a_whole_section(joined: House) -> None:
    await joined.say(joined.ana, "/learn can i stop my tramadol")
    shown = joined.ana.screen()
    assert OUT in shown.text
    await joined.tap(joined.ana, shown.labels[0])
    assert "Opioids and naltrexone" in joined.ana.screen().text


async def test_what_stands_beside_it_is_named_by_its_article_and_counted_right(joined: House) -> None:
    """Sixteen articles have a section "The short answer": three such buttons would say nothing."""
    await joined.say(joined.ana, "/learn should i stop ldn")
    shown = joined.ana.screen()
    offered = shown.labels[:-2]
    titles = [article.title for article in joined.app.application.bot_data["services"].library.articles.values()]
    assert len(offered) == len(set(offered)) > 1 and "Here are sections" in shown.text
    assert all(any(label == title or label.endswith(f" · {title}") for title in titles) for label in offered)


async def test_the_same_question_typed_without_a_command_gets_the_same_answer(joined: House) -> None:
    await joined.say(joined.ana, "is 3 mg too much for me")
    assert OUT in joined.ana.screen().text


async def test_words_typed_without_a_command_are_offered_what_there_is_to_read(joined: House) -> None:
    """After "type it" in the menu, tired people type it. Nothing is shown as an answer unasked."""
    await joined.say(joined.ana, "vivid dreems")
    shown = joined.ana.screen()
    assert "I can't read free text" in shown.text and "Are you looking for this?" in shown.text
    assert shown.labels == ["Side effects and risks", "How often · Side effects and risks", "Help"]
    await joined.tap(joined.ana, "Side effects and risks")
    assert "From: Side effects and risks, section 1" in joined.ana.screen().text


@pytest.mark.parametrize("words", ["hi", "thanks", "ok", "lol", "yes please", "7", "weather in berlin"])
async def test_chatter_is_offered_nothing(joined: House, words: str) -> None:
    await joined.say(joined.ana, words)
    assert joined.ana.screen().labels == ["Help"] and "looking for" not in joined.ana.screen().text


async def test_a_clinician_who_types_such_words_is_not_told_about_their_own_treatment(clinic: House) -> None:
    await clinic.say(clinic.bruno, "should i stop it")
    assert OUT not in clinic.bruno.screen().text


async def test_in_a_group_nobodys_clinic_is_named(joined: House) -> None:
    group = joined.simulator.group("Fibro friends", joined.ana)
    await joined.say(joined.ana, "/learn should i take more ldn", in_=group)
    text = joined.ana.screen(in_=group).text
    assert OUT in text and "Riverside" not in text


@pytest.mark.parametrize("words", ["i want to die", "how many pills would kill me", "i took tramadol"])
async def test_red_flag_words_win_over_learn(joined: House, words: str) -> None:
    """R6: whatever the library would find."""
    await joined.say(joined.ana, f"/learn {words}")
    text = joined.ana.screen().text
    assert "not watched live" in text and "From:" not in text


@pytest.mark.parametrize("command", ["/learn", "/learn@steady_bot", "/help", "/start", "/nonsense", ""])
async def test_red_flag_words_win_over_every_command(joined: House, command: str) -> None:
    await joined.say(joined.cleo, f"{command} i want to kill myself".strip())
    assert "not watched live" in joined.cleo.screen().text


async def test_red_flag_words_win_in_a_group_too(joined: House) -> None:
    group = joined.simulator.group("Fibro friends", joined.ana)
    await joined.say(joined.ana, "/learn i want to kill myself", in_=group)
    assert "not watched live" in joined.ana.screen(in_=group).text


async def test_where_words_are_typed_the_numbers_stand_until_a_list_of_that_language_is_reviewed(
    joined: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R8."""
    await joined.say(joined.ana, "/learn")
    assert "Don't type it here. Call 112 or the crisis line: 0800 111 0 111" in joined.ana.screen().text
    monkeypatch.setitem(REVIEWED, "en", "for this test only")  # type: ignore[arg-type]  # a dict behind the Mapping
    await joined.say(joined.ana, "/learn")
    assert "Don't type it here" not in joined.ana.screen().text


async def test_the_question_for_an_own_word_and_for_a_country_carry_the_numbers(clinic: House) -> None:
    """R8."""
    await clinic.say(clinic.bruno, "/invite P-07")
    await clinic.ana.scan(await clinic.bruno.sees("?start="))
    await clinic.settle()
    await clinic.tap(clinic.ana, "I agree", "Yes, share them", "Another country")
    assert "Don't type it here" in clinic.ana.screen().text
    await clinic.say(clinic.ana, "Atlantis")
    assert "Don't type it here" in clinic.ana.screen().text
