"""Red-flag words (R6-R8), against the labelled set beside this file."""

import random
import string
from collections import Counter
from pathlib import Path

import pytest

from care import redflags
from care.redflag_phrases import Index, Phrase, examples, phrases
from care.redflag_words import ALWAYS, SPOKEN
from care.redflags import Category, match

SET = Path(__file__).with_name("redflags_en.tsv")
FRESH = Path(__file__).with_name("redflags_fresh.tsv")
UNSEEN = Path(__file__).with_name("redflags_unseen.tsv")
NONE = "-"
LEAST_RECALL = 1.0
"""Of each category, on the labelled set (R8: a release fails below it). The lists were written against this set,
so it says what is kept, not what strangers' sentences will meet."""


LEAST_OF_FRESH, MOST_ALARMS = 0.985, 0.025
"""What is kept of the wordings that were once unseen; what they came to on first sight stands in docs/redflags.md."""


LEAST_OF_UNSEEN = {
    (Category.CRISIS,): 0.77,
    (Category.EMERGENCY, Category.BREATHING): 0.85,
    (Category.OPIOID, Category.OVERDOSE): 0.70,
    (Category.JAUNDICE, Category.PREGNANCY): 0.72,
    (Category.ABUSE,): 0.78,
}
MOST_UNSEEN_ALARMS = 0.17
"""A little below (above) what the frozen lists came to on a set that nobody who writes them has read."""


def labelled(file: Path = SET) -> list[tuple[str, str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[-2:] for line in lines if line and not line.startswith("#")]
    return [(category, text) for category, text in rows]


def said(text: str) -> str:
    return match(text) or NONE


def test_the_labelled_set_is_large_and_names_known_categories() -> None:
    sizes = Counter(category for category, _ in labelled())
    assert set(sizes) == {*Category, NONE}
    assert sum(sizes.values()) - sizes[NONE] >= 150
    assert sizes[NONE] >= 60
    assert min(sizes.values()) >= 20


def test_no_text_is_in_the_labelled_set_twice() -> None:
    doubled = [text for text, times in Counter(text for _, text in labelled()).items() if times > 1]
    assert doubled == []


@pytest.mark.parametrize("category", Category)
def test_recall_on_the_labelled_set(category: Category) -> None:
    texts = [text for label, text in labelled() if label == category]
    missed = [text for text in texts if said(text) != category]
    recall = 1 - len(missed) / len(texts)
    assert recall >= LEAST_RECALL, missed


def test_no_ordinary_sentence_of_the_labelled_set_is_a_false_alarm() -> None:
    alarms = {text: said(text) for label, text in labelled() if label == NONE and match(text)}
    assert alarms == {}


@pytest.mark.parametrize("category", Category)
def test_what_was_once_unseen_still_gets_a_safety_reply(category: Category) -> None:
    """R8: a release fails below this."""
    texts = [text for label, text in labelled(FRESH) if label == category]
    missed = [text for text in texts if match(text) is None]
    assert len(texts) >= 90
    assert 1 - len(missed) / len(texts) >= LEAST_OF_FRESH, missed


def test_few_ordinary_sentences_are_taken_for_an_alarm() -> None:
    ordinary = [text for label, text in labelled(FRESH) if label == NONE]
    alarms = {text: said(text) for text in ordinary if match(text)}
    assert len(ordinary) >= 900
    assert len(alarms) / len(ordinary) <= MOST_ALARMS, alarms


@pytest.mark.parametrize("categories", LEAST_OF_UNSEEN)
def test_the_set_that_stays_unread_is_met_as_often_as_when_it_was_measured(categories: tuple[Category, ...]) -> None:
    """It fails with a number and shows no text: once read, the set would be worth nothing."""
    found = [match(text) is not None for label, text in labelled(UNSEEN) if label in categories]
    recall = round(sum(found) / len(found), 3)
    assert recall >= LEAST_OF_UNSEEN[categories]


def test_the_set_that_stays_unread_gives_no_more_false_alarms_than_when_it_was_measured() -> None:
    alarms = [match(text) is not None for label, text in labelled(UNSEEN) if label == NONE]
    share = round(sum(alarms) / len(alarms), 3)
    assert share <= MOST_UNSEEN_ALARMS


@pytest.mark.parametrize("text", ["took tramdaol", "my chset hurts", "sevre chst pain", "i am suicdial", "I overdosde"])
def test_letters_swapped_or_left_out_are_forgiven_in_short_words_too(text: str) -> None:
    assert match(text) is not None


@pytest.mark.parametrize("text", ["overdoing it again", "my pillow is too hard", "a massage helped", "out of stock"])
def test_an_everyday_word_is_not_taken_for_a_slip_of_a_listed_one(text: str) -> None:
    assert match(text) is None


@pytest.mark.parametrize("did", ["overdo it", "overdone it", "overdid it", "overdoing it", "overdo things"])
def test_overdoing_it_is_pacing_and_no_overdose(did: str) -> None:
    assert match(f"I always {did} on a good day") is None


@pytest.mark.parametrize(
    "text", ["I overdose", "i overdosed", "overdosing", "I overdosd", "I overdid it with the tramadol"]
)
def test_a_real_overdose_is_still_heard_beside_the_idiom(text: str) -> None:
    assert match(text) in (Category.OVERDOSE, Category.OPIOID)


@pytest.mark.parametrize(
    "text",
    [
        "dying for a nap",
        "my back is killing me today",
        "physio nearly killed me but in a good way",
        "done with dinner",
        "the end of the day",
        "i'm done with the exercises for today",
        "overdosed on netflix",
        "Goodbye for now",
        "slept like the dead",
        "the heat will be the death of me",
        "my phone died",
        "i have made up my mind to try swimming",
        "feel like giving up on the exercises",
    ],
)
def test_an_everyday_saying_is_no_alarm(text: str) -> None:
    assert match(text) is None


@pytest.mark.parametrize("text", ["my sister is pregnant", "My mum took codeine", "my neighbour is on morphine"])
def test_what_happened_to_somebody_else_is_not_taken_for_the_writers(text: str) -> None:
    assert match(text) is None


@pytest.mark.parametrize(
    "text",
    ["my mate gave me tramadol", "my daughter gave me one of her oxycodone", "my ex had codeine left and I took it"],
)
def test_an_opioid_that_came_from_somebody_else_is_the_writers_all_the_same(text: str) -> None:
    assert match(text) is Category.OPIOID


@pytest.mark.parametrize(
    "text", ["my daughter in law is pregnant", "my niece is pregnant", "my sister's expecting in May"]
)
def test_somebody_elses_pregnancy_is_not_the_writers(text: str) -> None:
    assert match(text) is None
    assert match(f"{text}, and I'm pregnant too") is Category.PREGNANCY


def test_words_that_belong_together_are_met_in_any_order_within_a_sentence_only() -> None:
    assert match("such pain and it is all in the chest") is Category.EMERGENCY
    assert match("Such pain. The treasure is in the chest") is None


def test_many_words_are_read_fast() -> None:
    """Not by the clock: the same word over and over says nothing new, so it is not read over and over."""
    assert len(redflags._READER.read("took " * 800).tokens) == 3


def test_an_invite_is_never_taken_for_words_however_its_letters_fall() -> None:
    chance = random.Random(7)
    letters = string.ascii_letters + string.digits + "-_"
    codes = ["".join(chance.choices(letters, k=22)) for _ in range(3000)]
    assert [code for code in codes if match(f"/start {code}")] == []
    assert match("/start i want to die") is Category.CRISIS
    assert match("/start iwanttodieiwanttodie") is Category.CRISIS


def test_a_number_alone_never_matches() -> None:
    numbers = [*map(str, range(1000)), "7/10", "4.5", "4,5", "-1", "７", "9" * 4000]
    assert [number for number in numbers if match(number)] == []


def test_an_empty_text_matches_nothing() -> None:
    assert [match(text) for text in ("", " ", "\n", "...", "?!", "👍", "\u200b", "’")] == [None] * 8


@pytest.mark.parametrize("negation", ["I don't want to {}", "I would never {}", "No. I won't {}, promise"])
def test_a_negation_does_not_silence_a_crisis(negation: str) -> None:
    assert match(negation.format("kill myself")) is Category.CRISIS


def test_a_negation_does_not_silence_an_emergency() -> None:
    assert match("I have no chest pain") is Category.EMERGENCY


@pytest.mark.parametrize(
    "text", ["I'm not pregnant", "I am definitely not pregnant", "I have never had codeine", "He doesn't hit me"]
)
def test_a_negation_is_heard_in_the_categories_of_lower_rank(text: str) -> None:
    assert match(text) is None


def test_a_negation_ends_with_its_clause() -> None:
    assert match("No, took tramadol") is Category.OPIOID
    assert match("Not yet. Pregnant since May") is Category.PREGNANCY


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO DIE",
        "i want to diiiiiie",
        "i waaaaant to die",
        "I want to d1e",
        "i wanna die",
        "I  want\n to die",
        "Ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "I wa\u200bnt to die",
        "i want 2 die",
        "iwanttodie",
        "I want… to die",
    ],
)
def test_the_same_wish_is_read_however_it_is_typed(text: str) -> None:
    assert match(text) is Category.CRISIS


@pytest.mark.parametrize("text", ["I can't breathe", "i cant breathe", "I can’t breathe", "I cannot breathe"])
def test_apostrophes_of_any_kind_and_none_are_the_same(text: str) -> None:
    assert match(text) is Category.BREATHING


@pytest.mark.parametrize("text", ["took tramadoll", "took tramdol", "took tramadlo", "took traamadol"])
def test_one_slip_in_a_long_word_is_forgiven(text: str) -> None:
    assert match(text) is Category.OPIOID


@pytest.mark.parametrize("text", ["I rated my sleep 6", "I was cooking", "a train strike", "I painted", "I amused him"])
def test_everyday_words_close_to_listed_ones_pass(text: str) -> None:
    assert match(text) is None


@pytest.mark.parametrize(
    ("text", "category"),
    [("🔫", Category.CRISIS), ("🚑", Category.EMERGENCY), ("🤰🏽", Category.PREGNANCY), ("⚰️", Category.CRISIS)],
)
def test_some_emoji_speak_alone(text: str, category: Category) -> None:
    assert match(text) is category


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("I took tramadol, I'm pregnant and I want to die", Category.CRISIS),
        ("chest pain after I took tramadol", Category.EMERGENCY),
        ("I took codeine and I can't breathe", Category.BREATHING),
        ("pregnant, and I overdosed", Category.OVERDOSE),
        ("I'm pregnant and took codeine", Category.OPIOID),
        ("my husband hits me and I want to die", Category.CRISIS),
    ],
)
def test_the_category_of_highest_rank_wins(text: str, category: Category) -> None:
    assert match(text) is category


@pytest.mark.parametrize("topic", ["opioids", "tramadol", "overdose", "withdrawal", "jaundice", "stroke", "pregnant"])
def test_a_bare_topic_can_be_asked_of_the_library(topic: str) -> None:
    assert match(f"/learn {topic}") is None
    assert match(f"/learn@steady_bot {topic}") is None


@pytest.mark.parametrize("link", ["learn_opioids_3", "learn_alcohol-pregnancy-driving", "learn_overdose"])
def test_a_tapped_link_to_an_article_is_nobodys_words(link: str) -> None:
    assert match(f"/start {link}") is None
    assert match(f"/start@steady_bot {link}") is None
    assert match(f"/start {link} i took an overdose") is Category.OVERDOSE


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("/learn i took tramadol", Category.OPIOID),
        ("/learn i want to die", Category.CRISIS),
        ("/learn chest pain", Category.EMERGENCY),
        ("/checkin i cant breathe", Category.BREATHING),
    ],
)
def test_what_somebody_did_or_feels_is_read_behind_a_command_too(text: str, category: Category) -> None:
    assert match(text) is category


def test_an_opioid_needs_an_act_or_a_state() -> None:
    assert match("tramadol") is None
    assert match("I read about tramadol") is None
    assert match("took tramadol") is Category.OPIOID
    assert match("I am on oxycodone") is Category.OPIOID


def test_words_of_two_sentences_are_not_one_phrase() -> None:
    assert match("I took my capsule. Tramadol is what?") is None


def test_an_amount_in_milligrams_is_not_a_count_of_pills() -> None:
    assert match("I took 75 mg pregabalin") is None
    assert match("I took 75 pregabalin") is Category.OVERDOSE


@pytest.mark.parametrize("text", ["a" * 4096, "took " * 1000, "s " * 2048, "²½①" * 500, "\x00\ud800 die", "🤰" * 3000])
def test_odd_and_long_texts_are_read_without_an_error(text: str) -> None:
    match(text)


def spelt_out(phrase: Phrase) -> list[str]:
    """The phrase as texts, with nothing in its gaps: each of its words comes up in one of them."""
    rows = (*phrase.rows, *phrase.anywhere)
    parts = [sorted(part - {"$"}) for row in rows for part in row if part - {"$"} and part != {"…"}]
    longest = max(len(part) for part in parts)
    return [" ".join(part[n % len(part)].lstrip("=") for part in parts) for n in range(longest)]


@pytest.mark.parametrize("category", Category)
def test_every_idea_meets_the_examples_that_stand_with_it(category: Category) -> None:
    """So that whoever reviews a list can trust what it says of itself."""
    shown = list(examples(ALWAYS[category] + SPOKEN.get(category, "")))
    missed = [text for text in shown if match(text) is not category]
    assert missed == []


@pytest.mark.parametrize(
    "line",
    ["… kill", "kill …", "kill $ me", "kill .. $ me", "kill & … me", "kill ~ .. me", "kill/$ me && die", "kill && "],
)
def test_a_line_that_could_never_be_met_is_refused_when_it_is_read(line: str) -> None:
    with pytest.raises(ValueError, match="between words"):
        list(phrases(line))


def test_a_phrase_is_passed_over_where_the_text_then_means_something_else() -> None:
    assert match("I burnt myself again") is Category.CRISIS
    assert match("I burnt myself on the oven") is None
    assert match("I was hit by a man") is not match("I was hit by a wave")


def test_what_an_idea_does_not_mean_holds_for_its_lines_and_no_further() -> None:
    first, second, third = phrases("## Hit\n~ in my dream\nhit me\nbeat me\n## Held\nlocks me in")
    assert first.unless == second.unless != ()
    assert third.unless == ()


@pytest.mark.parametrize(("line", "words"), [("he .. hits", 2), ("he … hits", 5)])
def test_a_gap_has_its_length(line: str, words: int) -> None:
    index, reader = Index(list(phrases(line))), redflags._READER
    between = ["often", "on", "some", "dull", "grey", "evening"]
    assert index.met(reader.read(" ".join(["he", *between[:words], "hits"])), heeds_not=False)
    assert not index.met(reader.read(" ".join(["he", *between[: words + 1], "hits"])), heeds_not=False)


def test_a_line_may_go_on_in_the_next() -> None:
    assert list(phrases("took … pills\n  & drunk\nhit me")) == list(phrases("took … pills & drunk\nhit me"))


@pytest.mark.parametrize("text", ["my brother hits me", "I said no and he hit me", "he said if I tell he'll hit me"])
def test_a_no_or_an_if_of_the_story_is_not_a_denial_of_it(text: str) -> None:
    assert match(text) is Category.ABUSE


@pytest.mark.parametrize(
    "text",
    [
        "the kids are killing me",
        "my cat scratches me",
        "he controls the remote",
        "the tiredness knocks me about",
        "my husband won't let me lift anything heavy, bless him",
        "he beat me at chess",
        "my son pushes me to try new things",
        "it hit me that I am fifty",
        "she dragged me along to yoga",
        "dreamt somebody was hitting me",
        "prisoner in my own home because of pain",
        "if he sees this cake he'll eat it",
        "my wife takes my temperature",
        "walking on eggshells with my back today",
    ],
)
def test_family_life_and_its_sayings_are_no_abuse(text: str) -> None:
    assert match(text) is None


def test_a_threat_is_no_saying() -> None:
    assert match("my husband will kill me when he sees the dent") is None
    assert match("my husband will kill me if I leave") is not None


def test_two_families_may_stand_in_different_sentences_where_the_idea_says_so() -> None:
    assert match("I am so useless. Nobody would care") is Category.CRISIS
    assert match("I feel useless with this kettle") is None


@pytest.mark.parametrize("category", Category)
def test_every_listed_phrase_can_be_met(category: Category) -> None:
    """A line that the reading of texts never lets through (an apostrophe, "want to" for "wanna") is a dead line."""
    own = list(phrases(ALWAYS[category] + SPOKEN.get(category, "")))
    index, reader = Index(own), redflags._READER
    texts = [text for phrase in own for text in spelt_out(phrase)]
    dead = [text for text in texts if not index.met(reader.read(text), heeds_not=False)]
    assert own
    assert dead == []
