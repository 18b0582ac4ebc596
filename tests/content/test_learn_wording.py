"""The screens of /learn: whole sections, their sources, and who has or hasn't reviewed them."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from content import phrases
from content.library import Article, address, load
from content.library.serving import Review
from content.numbers import numbers
from content.screen import Screen
from content.wording import learn
from content.wording.safety import ClinicFacts

ENGLISH = phrases.load("en")
ARTICLES = list(load().articles.values())
TRIALS = load().articles["trials"]
DEMO = Review(reviewer=None, credential=None, on=None, demo=True)
CALL: dict[str, Any] = {"numbers": numbers("DE", date(2026, 11, 24)), "clinic": None}
BRUNO = Review(reviewer="Bruno Vale", credential="MD", on=date(2026, 11, 24), demo=False)


def pressed(screen: Screen) -> dict[str, str]:
    return {b.label: b.press.encode() for row in screen.rows for b in row if b.press}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_a_section_is_shown_whole_with_its_warning_outside_the_quote(article: Article) -> None:
    """R14, R15."""
    for section in article.sections:
        text = learn.section(ENGLISH, article, section.number, review=DEMO, **CALL).text
        words = re.sub(r"<[^>]+>|\[\d+\]|•", " ", text.replace("&quot;", '"').replace("&#x27;", "'"))
        plain = " ".join(words.split()).replace(" .", ".")
        for line in section.text.replace("- ", "").splitlines():
            assert re.sub(r"\s", "", line) in re.sub(r"\s", "", plain)
        if article.about_ldn:
            assert "Never take it together with an opioid" in text.split("</blockquote>")[1]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_every_screen_fits_a_message_and_its_presses_fit_too(article: Article) -> None:
    for section in article.sections:
        for screen in (
            learn.section(ENGLISH, article, section.number, review=DEMO, **CALL),
            learn.sources(ENGLISH, article, section.number),
        ):
            assert len(screen.text) < 4096
            assert pressed(screen)["Help"] == "1:help"


def test_more_goes_to_the_next_section_and_topics_back_to_the_menu() -> None:
    screen = learn.section(ENGLISH, TRIALS, 2, review=DEMO, **CALL)
    assert pressed(screen) == {
        "Back": "1:learn:s:trials:1",
        "More": "1:learn:s:trials:3",
        "Sources": "1:learn:q:trials:2",
        "Share": "1:learn:share:trials:2",
        "Topics": "1:learn:menu",
        "Help": "1:help",
    }


def test_the_last_section_has_no_more_and_leads_to_the_topics() -> None:
    last = pressed(learn.section(ENGLISH, TRIALS, len(TRIALS.sections), review=DEMO, **CALL))
    assert "More" not in last and last["Topics"] == "1:learn:menu"


def test_a_long_section_comes_in_a_quote_that_opens_and_a_short_one_lies_open() -> None:
    assert "<blockquote expandable>" in learn.section(ENGLISH, TRIALS, 3, review=DEMO, **CALL).text
    assert "<blockquote>" in learn.section(ENGLISH, TRIALS, 1, review=DEMO, **CALL).text


def test_an_unreviewed_section_says_so_and_names_nobody() -> None:
    text = learn.section(ENGLISH, TRIALS, 1, review=DEMO, **CALL).text
    assert "Not reviewed by a clinician." in text and "demo only" in text and "Reviewed by" not in text


def test_a_reviewed_section_names_reviewer_credential_and_date() -> None:
    text = learn.section(ENGLISH, TRIALS, 1, review=BRUNO, **CALL).text
    assert "Reviewed by Bruno Vale, MD, Tue 24 Nov 2026." in text and "Not reviewed" not in text


def test_a_half_known_reviewer_is_not_a_review() -> None:
    half = Review(reviewer="Bruno Vale", credential=None, on=None, demo=False)
    assert "Not reviewed by a clinician." in learn.section(ENGLISH, TRIALS, 1, review=half, **CALL).text


def test_the_source_line_counts_sections_and_numbers_sources() -> None:
    assert "section 3 of 7 · source 3" in learn.section(ENGLISH, TRIALS, 3, review=DEMO, **CALL).text


def test_sources_show_the_numbers_of_the_text_and_open_by_doi_or_pmid() -> None:
    text = learn.sources(ENGLISH, TRIALS, 3).text
    assert "3. Due Bruun" in text
    assert 'href="https://doi.org/10.1016/S2665-9913(23)00278-3"' in text and "PMID 38258677" in text


def test_a_section_without_sources_says_that_it_is_general_knowledge() -> None:
    article = load().articles["when-to-call"]
    assert "general knowledge" in learn.section(ENGLISH, article, 1, review=DEMO, **CALL).text
    assert "cites no source" in learn.sources(ENGLISH, article, 1).text


@pytest.mark.parametrize("number", range(1, 6))
def test_when_to_call_has_the_numbers_of_country_and_clinic_on_top_of_every_section(number: int) -> None:
    """T17f."""
    clinic = ClinicFacts(name="Riverside", phone="+49 30 555 0100", hours="Mon–Fri 9:00–16:00")
    facts = {**CALL, "clinic": clinic}
    text = learn.section(ENGLISH, load().articles["when-to-call"], number, review=DEMO, **facts).text
    top = text.split("<blockquote")[0].splitlines()
    assert top[:2] == ["<b>Emergency:</b> 112", "<b>Crisis line:</b> 0800 111 0 111"]
    assert top[2:4] == ["<b>Riverside:</b> +49 30 555 0100", "Answered: Mon–Fri 9:00–16:00"]


def test_general_numbers_are_said_to_be_general() -> None:
    facts = {**CALL, "numbers": numbers(None, date(2026, 11, 24))}
    text = learn.section(ENGLISH, load().articles["when-to-call"], 1, review=DEMO, **facts).text
    assert "112 or your local number" in text and "These are general numbers" in text


def test_other_articles_have_no_numbers_on_top() -> None:
    assert "Emergency:" not in learn.section(ENGLISH, TRIALS, 1, review=DEMO, **CALL).text


def test_a_section_that_is_not_there_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        learn.section(ENGLISH, TRIALS, 99, review=DEMO, **CALL)


def test_was_this_clear_names_section_and_version_and_fits_64_bytes() -> None:
    screen = learn.section(ENGLISH, TRIALS, 2, review=DEMO, clear="ask", lesson=True, **CALL)
    assert screen.text.endswith("Was this clear?")
    shown = pressed(screen)
    assert shown["Yes, clear"] == f"1:learn:c:trials:2:{TRIALS.version}:yes:lesson"
    assert shown["Not quite"].endswith(":no:lesson") and shown["Stop weekly reading"] == "1:course:stop"
    longest = replace(TRIALS, id="a" * 30, version=999)
    assert learn.section(ENGLISH, longest, 7, review=DEMO, clear="ask", lesson=True, **CALL)


@pytest.mark.parametrize("said", ["yes", "no", "changed"])
def test_once_answered_it_is_not_asked_again(said: Any) -> None:
    screen = learn.section(ENGLISH, TRIALS, 2, review=DEMO, clear=said, **CALL)
    assert "Thank you" in screen.text and "Yes, clear" not in pressed(screen)


def test_numbers_to_call_are_never_folded_away() -> None:
    article = load().articles["when-to-call"]
    text = learn.excerpt(ENGLISH, article, 2, review=DEMO, folded=True, **CALL)
    assert "expandable" not in text
    figures = learn.excerpt(ENGLISH, load().articles["mental-health"], 5, review=DEMO, **CALL)
    above, _, folded = figures.partition("<blockquote expandable>")
    assert "Crisis line" in above and "about suicide" in folded
    assert "expandable" in learn.excerpt(ENGLISH, TRIALS, 1, review=DEMO, folded=True, **CALL)


def test_what_can_be_left_out_is_folded_however_short() -> None:
    article = load().articles["mental-health"]
    short = replace(article.sections[4], marked="It has numbers about suicide.")
    shown = learn.excerpt(ENGLISH, replace(article, sections=(*article.sections[:4], short)), 5, review=DEMO, **CALL)
    assert "<blockquote expandable>It has numbers" in shown


def test_sharing_gives_a_link_to_the_very_section_and_another_chat_where_there_is_inline_mode() -> None:
    link = address.link("steady_bot", ("trials", 3))
    assert link == "https://t.me/steady_bot?start=learn_trials_3"
    screen = learn.share(ENGLISH, TRIALS, 3, link=link, inline=True)
    buttons = {b.label: b for row in screen.rows for b in row}
    assert buttons["Send it to a chat"].share == "trials_3" and buttons["Copy the link"].copy == link
    assert link in screen.text and pressed(screen)["Back"] == "1:learn:s:trials:3"
    assert "Send it to a chat" not in {
        b.label for row in learn.share(ENGLISH, TRIALS, 3, link=link, inline=False).rows for b in row
    }


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_a_links_payload_is_what_telegram_takes_and_leads_back(article: Article) -> None:
    for section in article.sections:
        place = (article.id, section.number)
        payload = address.START + address.name(place)
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
        assert address.place(payload.removeprefix(address.START)) == place
    assert address.place(article.id) == (article.id, 1)


@pytest.mark.parametrize("name", ["", "_1", "trials_", "Trials_1", "trials_1_2", "trials 1", "../x", "trials_٣"])
def test_what_names_no_section_is_none(name: str) -> None:
    assert address.place(name) is None
