"""Reading articles: bad content is data, and a problem says where it is and what to do."""

from pathlib import Path
from random import Random

import pytest

from care.medicines import sounds_like_naltrexone
from content.library import as_text, load, read_article
from content.library.ldn import names_ldn, names_naltrexone
from content.library.readability import grade, sentences, syllables

FILE = """+++
id = "sleep"
version = 1
title = "Sleep"
language = "en"
topics = ["sleep"]
aliases = ["insomnia"]
author = "The Steady project"
about_ldn = false
review_months = 24
conflicts = "None declared."
general_knowledge = ["A steady wake time helps."]

[[sources]]
key = "CL22"
authors = "Climent-Sanz and others"
journal = "Disabil Rehabil"
year = 2022
doi = "10.1080/09638288.2021.1954706"

[[changes]]
date = 2026-11-24
text = "First version."
+++

## One
Talking treatment for sleep can help a bit [CL22].
It is wrapped here.

- A first point.
- A second
  point.

## Two
Nobody knows more.

## Three
Ask your clinic.
"""


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read_article(text, "sleep.md")[1]]


def test_a_good_file_becomes_an_article_with_its_sections() -> None:
    article, wrong = read_article(FILE, "sleep.md")
    assert wrong == () and article is not None
    assert [section.heading for section in article.sections] == ["One", "Two", "Three"]


def test_wrapped_lines_flow_and_bullets_keep_their_lines() -> None:
    article, _ = read_article(FILE, "sleep.md")
    assert article is not None
    assert article.sections[0].text == (
        "Talking treatment for sleep can help a bit. It is wrapped here.\n\n- A first point.\n- A second point."
    )
    assert article.sections[0].citations == ("CL22",)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("+++\nid", "id", "sleep.md:1: begin the file with front matter"),
        ("version = 1\n", "version = \n", "sleep.md:3: correct the TOML"),
        pytest.param("version = 1\n", f"version = {'[' * 60_000}\n", ": correct the TOML", id="nested without end"),
        ('title = "Sleep"\n', "", "write title"),
        ("version = 1", 'version = "1"', "sleep.md:3: write version = a whole number"),
        ("about_ldn = false", "about_ldn = 0", "sleep.md:9: write about_ldn"),
        ('topics = ["sleep"]', 'topics = "sleep"', "sleep.md:6: write topics"),
        ('topics = ["sleep"]', "topics = []", "sleep.md:6: name at least one topic"),
        ('topics = ["sleep"]', 'topic = ["sleep"]', "sleep.md:6: take out 'topic'"),
        ('id = "sleep"', 'id = "Sleep well"', "sleep.md:2: give an id"),
        ("review_months = 24", "review_months = 36", "sleep.md:10: set review_months to 12 or 24 (R13)"),
        ("about_ldn = false", 'about_ldn = false\ncall_first = "police"', 'sleep.md:10: write call_first = "crisis"'),
        ("about_ldn = false", "about_ldn = false\ncall_first = 1", 'sleep.md:10: write call_first = "crisis"'),
        ("date = 2026-11-24", 'date = "today"', "sleep.md:21: write each change with date"),
        ("year = 2022", 'year = "2022"', "CL22: year must be a number"),
        ('doi = "10.1080/09638288.2021.1954706"\n', "", "CL22: add a DOI, PMID or url"),
        ("[CL22]", "[XX99]", "sleep.md:26: [XX99] is cited here and not among the sources"),
        ("a bit [CL22].", "a bit.", "CL22 is cited nowhere"),
        ("- A first point.", "- A first point", "end this with a full stop"),
        ("Ask your clinic.", "word " * 91 + ".", "shorten it to 90"),
        ("Ask your clinic.", "word " * 21 + "end.", "20 is the most (R17)"),
        ("Ask your clinic.", "Characterisation necessitates interdisciplinary considerations.", "reads at grade"),
        ("Ask your clinic.", "Ask <b>your</b> clinic.", "sleep.md:38: use plain paragraphs"),
        ("## Three\n", "", "2 sections: an article has 3 to 7"),
        ("## One\n", "", 'begin the text with a "## Heading"'),
        ("about_ldn = false", "about_ldn = true", "say never to take it together with an opioid"),
        ('title = "Sleep"', 'title = "LDN at our clinic"', "sleep.md:9: say that its use is off-label"),
        ('topics = ["sleep"]', 'topics = ["nal trexone"]', "sleep.md:10: an article about LDN is reviewed every 12"),
        (
            "Nobody knows more.",
            "Our clinic gives L.D.N. to some.",
            "sleep.md:34: section 2 speaks of LDN: say here that",
        ),
        ("Nobody knows more.", "Some take tramadol.", "sleep.md:10: it names a medicine: set review_months = 12"),
        ("Nobody knows more.", "Some take naltrekson.", "sleep.md:10: it names a medicine: set review_months = 12"),
        ("Nobody knows more.", "LDN is working.", "sleep.md:34: section 2: take out 'is working'"),
        ("Nobody knows more.", "You can do it!", "sleep.md:34: section 2: take out '!'"),
        ("## Two", "## A great night", "sleep.md:34: section 2: take out 'great'"),
        ('title = "Sleep"', 'title = "A miracle night"', "sleep.md:4: take out 'miracle'"),
        (
            "Nobody knows more.",
            "Take 9 mg tonight.",
            "sleep.md:34: section 2: take out 'Take 9 mg': no article says what",
        ),
        ("Nobody knows more.", "Start with one capsule at night.", "take out 'Start with one capsule'"),
        ("Nobody knows more.", "Do not worry. Double your dose.", "take out 'Double your dose'"),
        ("Nobody knows more.", "Your dose is 4.5 mg.", "take out 'Your dose is 4.5 mg'"),
        ("Nobody knows more.", "You can take it with tramadol.", "an opioid are never taken together (R1)"),
        ("Nobody knows more.", "It is fine, so add codeine and wait.", "an opioid are never taken together (R1)"),
        ("Nobody knows more.", "Call 911.", "sleep.md:34: section 2: take out 'Call 911': the numbers to call"),
        ("Nobody knows more.", "The number is 116 123.", "take out '116 123': the numbers to call"),
        ("Nobody knows more.", "Ring 1737 at night.", "take out 'Ring 1737': the numbers to call"),
        ('general_knowledge = ["A steady wake time helps."]\n', "", "list the facts without a source"),
        (
            'journal = "Disabil Rehabil"',
            'url = "https://painblog.example.org/blog/1"',
            "no blog, forum or social network",
        ),
        ('journal = "Disabil Rehabil"', 'title = "A patients\' forum"', "sleep.md:14: CL22: no blog, forum"),
        (
            'language = "en"',
            'language = "xx"',
            "sleep.md:5: no clinic can have 'xx', nobody would see it: write one of en",
        ),
    ],
)
def test_a_broken_file_is_a_problem_that_says_where_and_what_to_do(old: str, new: str, says: str) -> None:
    assert old in FILE
    assert any(says in problem for problem in problems(FILE.replace(old, new, 1)))


@pytest.mark.parametrize(
    "harmless",
    [
        "Never take two doses.",
        "Do not take 9 mg.",
        "In a study 112,000 people slept.",
        "People in it took part for 99 days.",
        "Do not take it with codeine.",
        "Sleep began to work again.",
        "It is neither good nor bad.",
    ],
)
def test_what_only_looks_like_it_is_let_pass(harmless: str) -> None:
    file = FILE.replace("Nobody knows more.", harmless).replace("review_months = 24", "review_months = 12")
    assert problems(file) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        *((words, True) for words in ("LDN", "ldn's", "L.D.N.", "LD\u200bN", "ＬＤＮ", "low dose naltrexon")),
        *((words, False) for words in ("naloxone", "golden", "low-dose amitriptyline", "the end", "a low dose")),
    ],
)
def test_ldn_is_known_by_whatever_it_is_called(words: str, names: bool) -> None:
    assert names_ldn(f"We give {words} here.") is names


def test_whatever_a_plan_knows_as_naltrexone_an_article_does_too() -> None:
    chance = Random(5)
    brands = "revia adepend nalorex antaxone depade trexan nemexin contrave mysimba vivitrol"
    missed = [word for word in brands.split() if not names_naltrexone(f"They give {word} there.")]
    seen = 0
    for _ in range(3_000):
        letters = list(chance.choice(("naltrexone", "naltrekson", "налтрексон")))
        for _ in range(2):
            at = chance.randrange(1, len(letters))  # the first letter is looked for as it is
            letters[at : at + chance.randrange(2)] = chance.choice(("", "x", "e", "xe", " "))
        said = "".join(letters)
        if said.count(" ") > 1:  # a word is read in two parts at most
            continue
        seen += sounds_like_naltrexone(said)
        if sounds_like_naltrexone(said) and not names_naltrexone(f"They give {said} there."):
            missed.append(said)
    assert missed == []
    assert seen > 1_000


def test_what_an_author_says_of_ldn_can_only_widen_it() -> None:
    about, _ = read_article(FILE.replace('title = "Sleep"', 'title = "Naltrexone and sleep"'), "sleep.md")
    said, _ = read_article(FILE.replace("about_ldn = false", "about_ldn = true"), "sleep.md")
    neither, _ = read_article(FILE, "sleep.md")
    assert about is not None and said is not None and neither is not None
    assert (about.about_ldn, said.about_ldn, neither.about_ldn) == (True, True, False)
    most = FILE.replace("Nobody knows more.", "Naltrexone is old.").replace("Ask your clinic.", "Naltrexone is a pill.")
    mostly, _ = read_article(most, "sleep.md")
    assert mostly is not None and mostly.about_ldn


@pytest.mark.parametrize(
    "text", ["", "+++", "\x00\ufffd" * 50, "+++\n+++\n", "# Hello\n" * 3000, "+++\n[[sources]]\n+++\n"]
)
def test_no_text_at_all_raises(text: str) -> None:
    article, wrong = read_article(text, "odd.md")
    assert article is None and wrong


def test_the_digest_changes_with_the_text_and_with_what_a_reviewer_was_told() -> None:
    def digest(old: str = "", new: str = "") -> str:
        article, _ = read_article(FILE.replace(old, new, 1) if old else FILE, "sleep.md")
        assert article is not None
        return article.digest

    assert digest() == digest("It is wrapped here.", "It is\nwrapped   here.")
    assert digest() == digest('"insomnia"', '"awake"')
    changed = [
        ("wrapped", "rapped"),
        ("version = 1", "version = 2"),
        ("about_ldn = false", 'about_ldn = false\ncall_first = "crisis"'),
        ("None declared.", "Paid."),
        ("2022", "2021"),
        ("## Two", "## 2"),
    ]
    assert len({digest(), *(digest(*change) for change in changed)}) == 1 + len(changed)


def test_a_folder_with_a_bad_file_serves_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FILE, encoding="utf-8")
    (tmp_path / "b.md").write_bytes(b"\xff\xfe not text")
    (tmp_path / "c.md").write_text(FILE, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not an article", encoding="utf-8")
    library = load(folder=tmp_path)
    assert list(library.articles) == ["sleep"]
    assert [(problem.origin, problem.line) for problem in library.problems] == [("b.md", 1), ("c.md", 1)]


def test_a_folder_or_language_that_is_not_there_is_an_empty_library(tmp_path: Path) -> None:
    assert load(folder=tmp_path / "none").articles == {}
    assert load("xx").articles == {}


def test_a_reviewer_is_shown_the_text_the_open_facts_and_the_sources() -> None:
    article, _ = read_article(FILE, "sleep.md")
    assert article is not None
    shown = as_text(article)
    for part in (
        "[CL22]",
        "A steady wake time helps.",
        "doi:10.1080/09638288.2021.1954706",
        article.digest,
        "None declared.",
    ):
        assert part in shown


def test_a_decimal_point_does_not_end_a_sentence_and_a_bullet_does() -> None:
    assert sentences("Pain fell 1.3 points. It rose.\n- One\n- Two.") == (
        "Pain fell 1.3 points.",
        "It rose.",
        "One",
        "Two.",
    )


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("pain", 1),
        ("tired", 1),
        ("clinic", 2),
        ("table", 2),
        ("naltrexone", 3),
        ("opioid", 3),
        ("medicine", 3),
        ("1.3", 1),
    ],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_harder_text_has_a_higher_grade() -> None:
    assert grade("Take a rest.") < grade("Consider alternative relaxation opportunities.")
    assert grade("") == 0.0
