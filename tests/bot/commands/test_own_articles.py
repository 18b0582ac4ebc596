"""``steady library``: a clinic's own articles; what is refused, and that nothing changes then (T19, T20)."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.articles import books, own_folder, take_in
from bot.settings import load
from content.library.folder import MOST_BYTES, read_folder
from tests.bot.commands.conftest import steady
from tests.content.test_library import FILE

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)


@pytest.fixture
def folder(ready: None) -> Path:
    """A clinic's folder with one good article."""
    made = Path("ours")
    made.mkdir()
    (made / "sleep.md").write_text(named("our-sleep"), encoding="utf-8")
    return made


def named(id: str, *, version: int = 1, second: str = "Nobody knows more.") -> str:
    text = FILE.replace('id = "sleep"', f'id = "{id}"').replace("version = 1", f"version = {version}")
    return text.replace("Nobody knows more.", second)


def there() -> set[str]:
    return {id for id in books(load()).articles if id.startswith("our-")}


def test_a_clinics_articles_are_taken_in_listed_and_read_when_the_bot_starts(folder: Path) -> None:
    (folder / "two.md").write_text(named("our-second"), encoding="utf-8")
    result = steady("library", "import", str(folder))
    assert result.exit_code == 0, result.output
    assert there() == {"our-sleep", "our-second"}
    listed = steady("library", "list").stdout
    assert "our-sleep  version 1  not approved" in listed
    assert "restart it" in result.stdout


def test_an_approved_article_of_the_clinic_is_served_in_exactly_that_text(folder: Path) -> None:
    steady("library", "import", str(folder))
    words = ("library", "approve", "our-sleep", "--reviewer", "Dr Bruno", "--credential", "MD")
    assert steady(*words, input="y\n").exit_code == 0
    assert "our-sleep  version 1  approved" in steady("library", "list").stdout
    (folder / "sleep.md").write_text(named("our-sleep", version=2, second="Nobody knows yet."), encoding="utf-8")
    assert steady("library", "import", str(folder)).exit_code == 0
    assert "our-sleep  version 2  changed since its approval" in steady("library", "list").stdout


def test_a_second_import_keeps_what_is_there_and_says_what_is_new(folder: Path) -> None:
    steady("library", "import", str(folder))
    other = Path("later")
    other.mkdir()
    (other / "b.md").write_text(named("our-later"), encoding="utf-8")
    assert steady("library", "import", str(other)).exit_code == 0
    assert there() == {"our-sleep", "our-later"}
    assert "0 articles taken in" in steady("library", "import", str(other)).stdout


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (named("our-bad").replace("Ask your clinic.", "Ask your <b>clinic</b>."), "other markup is not shown"),
        (named("our-bad").replace("Ask your clinic.", "[Tap](https://x.org)."), "other markup is not shown"),
        (named("our-bad").replace("## Two", "## "), "our-bad.md"),
        (
            named("our-bad").replace('doi = "10.1080', 'url = "javascript:1"\ndoi = "10.1080'),
            "write the url as https://",
        ),
        (named("our-bad").replace('doi = "10.1080/', 'doi = "doi.org/'), "write the DOI as 10."),
        (named("our-bad").replace("review_months = 24", "review_months = 99"), "R13"),
        (named("our-bad").replace("about_ldn = false", "about_ldn = true"), "R15"),
        (named("our-bad").replace("version = 1", "version = 99999999999"), "our-bad.md:3: count versions one by one"),
        (named("our-bad").replace('"Sleep"', '"Sl\\neep"'), "title: write it on one line"),
        (named("our-bad").replace('"Sleep"', '"Sl\\u202eeep"'), "without characters that nobody sees"),
        (named("our-bad").replace("## Two", "## " + "Long " * 20), "section 2: its heading has 99 characters"),
        (named("our-bad").replace("Nobody", "N\u200bobody"), "section 2: take out the characters that nobody sees"),
        (named("our-bad").replace("Nobody", "N" + "a" * 5000), "a word has over 40 characters"),
        (named("our-bad").replace("Climent-Sanz", "C" * 5000), "its sources don't fit on one screen"),
        (named("our-bad").replace('["sleep"]', str(["sleep " * 20])), "shorten each of topics to 60"),
        (named("our-bad").replace('["sleep"]', str(["sleep"] * 99)), "99 topics: keep the 60"),
        (named("our-bad").replace("year = 2022", "year = 20222"), "the year has four digits"),
        (named("opioids"), "one of Steady's own articles"),
        (named("our-sleep"), "another file has the id"),
        ("no front matter", "our-bad.md:1: begin the file with front matter"),
        ("x" * (MOST_BYTES + 1), "too large"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_one_bad_article_and_nothing_is_taken_in(folder: Path, text: str | bytes, says: str) -> None:
    (folder / "our-bad.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    result = steady("library", "import", str(folder))
    assert result.exit_code == 1
    assert says in result.stderr and "Nothing was taken in" in result.stderr
    assert there() == set() and not own_folder(load()).exists()


def test_the_old_version_stays_where_the_new_one_is_bad(folder: Path) -> None:
    steady("library", "import", str(folder))
    kept = books(load()).articles["our-sleep"].digest
    (folder / "sleep.md").write_text(named("our-sleep", second="Nobody is sure."), encoding="utf-8")
    result = steady("library", "import", str(folder))
    assert result.exit_code == 1 and "give it a higher version" in result.stderr
    assert books(load()).articles["our-sleep"].digest == kept


def test_nothing_outside_the_folder_is_read(folder: Path) -> None:
    Path("secret.md").write_text(named("our-secret"), encoding="utf-8")
    (folder / "link.md").symlink_to(Path("secret.md").resolve())
    (folder / "up").symlink_to(Path("..").resolve())
    os.mkfifo(folder / "pipe.md")
    (folder / "inner").mkdir()
    (folder / "run.sh").write_text("echo")
    handed, problems = read_folder(folder)
    assert [each.article.id for each in handed] == ["our-sleep"]
    assert {problem.origin for problem in problems} == {"link.md", "up", "pipe.md", "inner", "run.sh"}
    assert steady("library", "import", str(folder)).exit_code == 1
    Path("door").symlink_to(folder)
    assert steady("library", "import", "door").exit_code == 1
    assert steady("library", "import", "nowhere").exit_code == 1


def test_too_many_files_or_bytes_in_all_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.library.folder.MOST_BYTES_IN_ALL", 100)
    assert "too large" in steady("library", "import", str(folder)).stderr
    monkeypatch.setattr("content.library.folder.MOST_FILES", 0)
    assert "at most 0" in steady("library", "import", str(folder)).stderr


def test_what_would_be_too_much_with_what_is_here_is_refused_or_none_would_be_read_at_the_next_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steady("library", "import", str(folder))
    (folder / "sleep.md").write_text(named("our-second"), encoding="utf-8")
    size = (folder / "sleep.md").stat().st_size
    for limit, most in (("MOST_FILES", 1), ("MOST_BYTES_IN_ALL", size + 10)):
        with monkeypatch.context() as small:
            small.setattr(f"bot.commands.importing.{limit}", most)
            result = steady("library", "import", str(folder))
        assert result.exit_code == 1 and "With those that are here already it would be 2 files" in result.stderr
        assert there() == {"our-sleep"}
    (folder / "sleep.md").write_text(named("our-sleep", version=2, second="Nobody knows yet."), encoding="utf-8")
    monkeypatch.setattr("bot.commands.importing.MOST_FILES", 1)
    assert steady("library", "import", str(folder)).exit_code == 0, "a newer version takes the place of the older one"


def test_a_crash_between_the_two_renames_loses_nothing(folder: Path) -> None:
    steady("library", "import", str(folder))
    kept = own_folder(load())
    os.replace(kept, kept.with_name("articles.before"))
    assert there() == {"our-sleep"}


def test_a_failing_disk_leaves_the_old_articles(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steady("library", "import", str(folder))
    handed, _ = read_folder(folder)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        take_in(own_folder(load()), handed)
    assert there() == {"our-sleep"}


def test_check_prints_file_line_and_what_to_do_and_its_exit_code_says_so(folder: Path) -> None:
    assert steady("library", "check").exit_code == 0
    good = steady("library", "check", str(folder))
    assert (good.exit_code, good.stdout) == (0, "1 articles without a problem; nothing to mend.\n")
    (folder / "bad.md").write_text(named("our-bad").replace("title = ", "titel = "), encoding="utf-8")
    bad = steady("library", "check", str(folder))
    assert bad.exit_code == 1
    assert "bad.md:4: take out 'titel' or correct its name" in bad.stdout


HOSTILE = {
    "LDN is working. It is great!": "take out 'is working'",
    "You can take it with tramadol.": "never taken together",
    "Take 9 mg tonight.": "take out 'Take 9 mg'",
    "Call 911.": "take out 'Call 911'",
}


@pytest.mark.parametrize("command", ["check", "import"])
def test_an_article_of_ldn_is_held_to_its_rules_whatever_its_author_says_of_it(folder: Path, command: str) -> None:
    """A flag that says no, two years' review, no open facts, a blog: all of it is found, by file and line."""
    text = named("our-ldn").replace('title = "Sleep"', 'title = "LDN at our clinic"')
    text = text.replace('general_knowledge = ["A steady wake time helps."]\n', "")
    text = text.replace('doi = "10.1080/09638288.2021.1954706"', 'url = "https://ldn-stories.blogspot.com/"')
    text = text.replace("Nobody knows more.", " ".join(HOSTILE))
    (folder / "our-ldn.md").write_text(text, encoding="utf-8")
    result = steady("library", command, str(folder))
    assert result.exit_code == 1 and "without a problem; nothing" not in result.output
    for says in (
        "(R13)",
        "say that its use is off-label",
        "list the facts without a source",
        "(R16)",
        *HOSTILE.values(),
    ):
        assert any(line.startswith("our-ldn.md:") and says in line for line in result.output.splitlines()), says
    assert there() == set()


def test_a_language_that_no_clinic_can_have_is_refused_since_nobody_would_see_it(folder: Path) -> None:
    (folder / "two.md").write_text(named("our-xx").replace('language = "en"', 'language = "xx"'), encoding="utf-8")
    result = steady("library", "import", str(folder))
    assert result.exit_code == 1 and "two.md:5: no clinic can have 'xx', nobody would see it" in result.stderr
    assert "Nothing was taken in" in result.stderr and there() == set()


def test_an_article_with_a_problem_cannot_be_approved(folder: Path) -> None:
    steady("library", "import", str(folder))
    kept = own_folder(load()) / "our-sleep.md"
    kept.write_text(kept.read_text().replace("review_months = 24", "review_months = 7"))
    result = steady("library", "approve", "our-sleep", "--reviewer", "Dr Bruno", "--credential", "MD", input="y\n")
    assert result.exit_code == 1
    assert "Some files have problems: steady library check" in result.stderr
