"""The topics of /learn: by theme, with what was read in words; what there is where nothing fits."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from content import phrases
from content.library import load
from content.library.serving import Review, Served, served
from content.screen import Html, Screen
from content.themes import go_on, left_out, lessons, themes
from content.wording import course, topics
from content.wording.scope import out_of_scope
from content.wording.topics import Reader

ENGLISH = phrases.load("en")
LIBRARY = load()
ARTICLES = list(LIBRARY.articles.values())
SERVED = served(LIBRARY, {}, datetime(2026, 11, 24, tzinfo=UTC).date(), demo=True)
GROUPED = [(theme.id, theme.articles) for theme in themes(LIBRARY.articles)]
WIDEST = 40  # characters: a wide button on a phone


def pressed(screen: Screen) -> dict[str, str]:
    return {b.label: b.press.encode() for row in screen.rows for b in row if b.press}


def test_every_article_is_two_taps_away_and_no_theme_is_longer_than_a_screen() -> None:
    menu = pressed(topics.menu(ENGLISH, LIBRARY.articles, GROUPED, reader=None))
    reached: list[str] = []
    for id, articles in GROUPED:
        assert f"1:learn:t:{id}" in menu.values() and len(articles) <= 8
        screen = topics.theme(ENGLISH, id, [LIBRARY.articles[each] for each in articles], reader=None)
        reached += [data for data in pressed(screen).values() if data.startswith("1:learn:a:")]
    assert sorted(reached) == sorted(f"1:learn:a:{article.id}" for article in ARTICLES)


def test_every_article_of_ours_stands_in_a_theme() -> None:
    """Add a new one to content/themes.toml, or it is hidden under "More topics"."""
    assert "more" not in dict(GROUPED)


def test_an_article_of_a_clinics_own_is_under_more_topics() -> None:
    grouped = themes([*LIBRARY.articles, "our-hours"])
    assert grouped[-1].id == "more" and grouped[-1].articles == ("our-hours",)


def test_a_few_articles_are_shown_at_once() -> None:
    few = {article.id: article for article in ARTICLES[:6]}
    menu = pressed(topics.menu(ENGLISH, few, GROUPED, reader=None))
    assert [label for label in menu if label != "Help"] == [article.title for article in ARTICLES[:6]]


def test_a_group_is_told_that_everyone_sees_it_and_has_nothing_personal() -> None:
    screen = topics.menu(ENGLISH, LIBRARY.articles, GROUPED, reader=None, group=True)
    assert "Everyone in this group" in screen.text and "My reading" not in pressed(screen)


def test_what_was_read_is_said_in_words_behind_the_title_and_fits_a_button() -> None:
    first, second, third = ARTICLES[:3]
    reader = Reader(read={first.id: len(first.sections), second.id: 1})
    screen = topics.theme(ENGLISH, "ldn", [first, second, third], reader=reader)
    labels = list(pressed(screen))[:3]
    assert labels == [f"{first.title} · read", f"{second.title} · begun", third.title]
    longest = replace(first, title="m" * 32)
    assert all(len(label) <= WIDEST for label in pressed(topics.theme(ENGLISH, "ldn", [longest], reader=reader)))


def test_the_menu_goes_on_where_the_reader_was() -> None:
    reader = Reader(read={"trials": 2}, go_on=("trials", 3), weekly=False)
    menu = pressed(topics.menu(ENGLISH, LIBRARY.articles, GROUPED, reader=reader))
    assert next(iter(menu.items())) == (f"Go on: {LIBRARY.articles['trials'].title}", "1:learn:s:trials:3")
    assert menu["My reading"] == "1:learn:mine"


def test_one_goes_on_with_the_article_read_last_and_not_with_a_finished_one() -> None:
    assert go_on(SERVED, {("trials", 1): 1, ("opioids", 2): 2}) == ("opioids", 3)
    whole = {("opioids", section.number): 1 for section in LIBRARY.articles["opioids"].sections}
    assert go_on(SERVED, whole) is None
    assert go_on(SERVED, {("gone", 1): 1}) is None and go_on(SERVED, {}) is None


def test_the_course_takes_every_section_once_and_begins_with_what_it_is() -> None:
    read = lessons(SERVED, (), with_ldn=False)
    every = {(article.id, section.number) for article in ARTICLES for section in article.sections}
    assert len(read) == len(set(read)) and every - set(read) == {("mental-health", 5)}
    assert read[0] == ("fibromyalgia", 1) and read[1] == ("fibromyalgia", 2)


def test_with_a_plan_of_ldn_the_course_begins_with_what_may_harm_if_it_is_not_known() -> None:
    read = lessons(SERVED, (), with_ldn=True)
    begins = list(dict.fromkeys(id for id, _ in read))[:4]
    assert begins == ["opioids", "missed-dose", "side-effects", "fibromyalgia"]
    assert sorted(read) == sorted(lessons(SERVED, (), with_ldn=False))


def test_what_the_course_leaves_out_is_there() -> None:
    """By its heading: a section that is called something else would come back into the course."""
    headings = {(article.id, section.heading) for article in ARTICLES for section in article.sections}
    assert left_out() and left_out() <= headings


def test_the_course_skips_what_was_read_and_what_is_not_served() -> None:
    read = {("fibromyalgia", 1), ("fibromyalgia", 2)}
    assert lessons(SERVED, read, with_ldn=False)[0] == ("fibromyalgia", 3)
    left = Served(
        articles={"opioids": LIBRARY.articles["opioids"]},
        reviews={"opioids": Review(reviewer=None, credential=None, on=None, demo=True)},
    )
    assert lessons(left, (), with_ldn=False)[0] == ("opioids", 1)
    assert lessons(Served(articles={}, reviews={}), (), with_ldn=True) == []


@pytest.mark.parametrize(("left", "says"), [(0, "nothing new"), (1, "one section left"), (124, "124 sections")])
def test_the_offer_of_the_course_says_how_long_it_is_and_how_it_ends(left: int, says: str) -> None:
    text = course.choose_day(ENGLISH, left=left).text
    assert says in text and "end it at any time with one tap" in text


def test_forgetting_is_asked_once_with_the_safe_choice_first() -> None:
    assert list(pressed(topics.forget(ENGLISH, done=False)))[:2] == ["Keep it", "Forget it"]


def test_my_reading_counts_and_says_whose_it_is() -> None:
    text = topics.mine(ENGLISH, LIBRARY.articles, Reader(read={"trials": 2}, weekly=False)).text
    assert "You have opened 2 of" in text and "Your clinic does not see it" in text and "Weekly reading: off" in text
    without = topics.mine(ENGLISH, LIBRARY.articles, Reader())
    assert "Weekly" not in without.text and "Forget what I read" not in pressed(without)


@pytest.mark.parametrize("screen", [course.knock(ENGLISH, ("opioids", 3)), course.over(ENGLISH, read=True)])
def test_what_is_pushed_is_silent_and_says_nothing_of_what_it_holds(screen: Screen) -> None:
    assert screen.silent
    shown = f"{screen.text} {' '.join(pressed(screen))}".lower()
    telling = ("ldn", "naltrexone", "fibro", "pain", "opioid", "dose", "medicine", "pill", "drug", "clinic", "symptom")
    assert not [word for word in telling if word in shown]


def test_no_match_says_so_and_offers_the_nearest_sections() -> None:
    near = [(ARTICLES[0], 2), (ARTICLES[1], 1)]
    screen = topics.no_match(ENGLISH, "pizza <b>now</b>", near, Html("Emergency: 112"))
    assert "no reviewed answer" in screen.text and "&lt;b&gt;" in screen.text and "come nearest" in screen.text
    heading = f"{ARTICLES[0].sections[1].heading} · {ARTICLES[0].title}"
    assert pressed(screen)[heading] == f"1:learn:s:{ARTICLES[0].id}:2"
    assert pressed(screen)[ARTICLES[1].title] == f"1:learn:s:{ARTICLES[1].id}:1"


@pytest.mark.parametrize(("beside", "says"), [(1, "Here is an article"), (2, "Here are sections"), (0, "contact your")])
def test_what_may_be_read_beside_the_out_of_scope_answer_is_counted_right(beside: int, says: str) -> None:
    places = [("sleep", 1), ("trials", 3)][:beside]
    screen = out_of_scope(ENGLISH, SERVED, places, clinic=None)
    assert says in screen.text and len(pressed(screen)) == beside + 2


def test_a_very_long_question_is_not_echoed_whole() -> None:
    assert len(topics.no_match(ENGLISH, "x" * 5000, [], Html()).text) < 500


def test_with_nothing_approved_the_numbers_to_call_are_there() -> None:
    screen = topics.nothing_approved(ENGLISH, Html("Emergency: 112"))
    assert "No article is approved yet" in screen.text and "Emergency: 112" in screen.text
    assert pressed(screen) == {"Help": "1:help"}


def test_an_article_that_is_gone_leads_to_the_topics() -> None:
    assert "Topics" in pressed(topics.unknown_article(ENGLISH, Html()))


def test_buttons_of_sections_that_are_called_alike_say_which_article_they_are_of() -> None:
    alike = [(article, s.number) for article in ARTICLES for s in article.sections if s.heading == "What studies found"]
    rows = [topics.heading(ENGLISH, article, number) for article, number in alike]
    assert len(rows) > 1 and len({button.label for row in rows for button in row}) == len(rows)
    every = [topics.heading(ENGLISH, a, s.number)[0].label for a in ARTICLES for s in a.sections]
    assert len(set(every)) == len(every)
