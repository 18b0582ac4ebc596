"""Loading the library and searching it, beside two naive ways, in one run: ``python -m benchmarks.library``.

500 sections made from our own articles, each with words of its own and the lines that are asked for it, so that no
section is a copy of one that was seen before; the labelled questions of the tests as queries. Each load is the first
of its process, as at a start.
"""

import multiprocessing
import random
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from content.library import load
from content.library.asked import asked as lines_of
from content.library.search import Search
from tests.content.asking import TUNING, questions

SECTIONS = 500
_PLAIN = re.compile(r"^(## [^\n]*\n.*?\b)(?:the|a|is|are|it|in|of|to)\b", re.MULTILINE | re.DOTALL)
_SYLLABLES = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve"]


def shelf(folder: Path, chance: random.Random) -> None:
    """Write copies of our articles, each with an id and a word of its own, until there are 500 sections."""
    files = sorted((Path(__file__).parent.parent / "content" / "articles" / "en").glob("*.md"))
    written = copy = 0
    while written < SECTIONS:
        for file in files:
            text = file.read_text(encoding="utf-8")
            id = text.split('id = "', 1)[1].split('"', 1)[0]
            word = "".join(chance.choices(_SYLLABLES, k=3))
            text = text.replace(f'id = "{id}"', f'id = "{id}-{copy}"', 1)
            text = text.replace("aliases = [", f'aliases = ["{word}", ', 1)
            text = _PLAIN.sub(lambda found: found[1] + "".join(chance.choices(_SYLLABLES, k=2)), text)
            (folder / f"{file.stem}-{copy}.md").write_text(text, encoding="utf-8")
            written += text.count("\n## ")
        copy += 1


def timed(run: Callable[[], object], times: int = 1) -> list[float]:
    """Milliseconds of the processor in each run: what else the machine does then does not count."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append((time.process_time() - start) * 1000)
    return taken


def first_load(folder: Path) -> float:
    """Milliseconds of the processor in a process that has loaded no article yet; AssertionError if one is unfit."""
    start = time.process_time()
    library = load(folder=folder)
    taken = (time.process_time() - start) * 1000
    assert not library.problems, library.problems
    return taken


def row(name: str, taken: Sequence[float]) -> str:
    """A row of the table: median, 99th percentile, worst."""
    ordered = sorted(taken)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"| {name} | {statistics.median(taken):.2f} | {p99:.2f} | {ordered[-1]:.2f} |"


def main() -> None:
    """Print the table."""
    asked = [question.text for question in questions(TUNING)]
    with tempfile.TemporaryDirectory() as made:
        shelf(Path(made), random.Random(1))
        with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as fresh:
            loading = [fresh.apply(first_load, (Path(made),)) for _ in range(9)]
        library = load(folder=Path(made))
        articles = list(library.articles.values())
        lines = {article.id: lines_of("en")[article.id.rpartition("-")[0]] for article in articles}
        building = timed(lambda: Search(articles, asked=lines).close(), 5)
    search = Search(articles, asked=lines)
    sections = [section for article in articles for section in article.sections]
    bodies = [f"{section.heading} {section.text}" for section in sections]
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE TABLE excerpt (text TEXT)")
    plain.executemany("INSERT INTO excerpt VALUES (?)", [(body,) for body in bodies])

    def like(text: str) -> list[object]:
        words = text.split()[:16] or [""]
        where = " AND ".join("text LIKE ?" for _ in words)
        return plain.execute(f"SELECT rowid FROM excerpt WHERE {where}", [f"%{word}%" for word in words]).fetchall()

    print(f"{len(sections)} sections of {len(articles)} articles, {len(asked)} questions; processor milliseconds\n")
    print("| what | median | p99 | worst |\n| --- | --- | --- | --- |")
    print(row("load and check the articles", loading))
    print(row("build the index", building))
    print(row("search: ours", [min(timed(lambda text=text: search.find(text), 3)) for text in asked]))
    fuzzy = [
        min(timed(lambda text=text: process.extract(text, bodies, scorer=fuzz.WRatio, limit=4), 3)) for text in asked
    ]
    print(row("search: rapidfuzz over bodies", fuzzy))
    print(row("search: LIKE, every word", [min(timed(lambda text=text: like(text), 3)) for text in asked]))


if __name__ == "__main__":
    main()
