"""Recall of the red-flag words by category, and false alarms, over a file of labelled texts (R8).

``python -m benchmarks.redflags [FILE …]``: lines of category, tab, text; or set, category, text. ``-`` means none.
It prints numbers only, so that the set which stays unread stays so. At the end: how long reading a text takes.
"""

import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from care.redflags import Category, match

HERE = Path(__file__).parent.parent / "tests" / "care"
NONE = "-"


def rates(file: Path) -> None:
    """Print one table."""
    rows = [
        line.split("\t")[-2:] for line in file.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    of: Counter[str] = Counter(category for category, _ in rows)
    met, exact, took = Counter[str](), Counter[str](), list[float]()
    for category, text in rows:
        began = time.perf_counter()
        found = match(text) or NONE
        took.append(time.perf_counter() - began)
        met[category] += found != NONE
        exact[category] += found == category
    print(f"{file.name}: {len(rows)} texts\n")
    print("| category | texts | a reply | its own reply |\n| --- | --- | --- | --- |")
    for category in Category:
        if of[category]:
            shares = f"{met[category] / of[category]:.0%} | {exact[category] / of[category]:.0%}"
            print(f"| {category} | {of[category]} | {shares} |")
    alarms = of.total() - of[NONE]
    if alarms:
        print(f"| all | {alarms} | {(met.total() - met[NONE]) / alarms:.0%} | |")
    if of[NONE]:
        print(f"\nFalse alarms: {met[NONE]} of {of[NONE]} ordinary texts.")
    print(f"\nReading a text: {statistics.median(took) * 1000:.2f} ms (median), {max(took) * 1000:.1f} ms at most.\n")


def main() -> None:
    """The files that are named, or the project's own."""
    for file in (
        map(Path, sys.argv[1:])
        if sys.argv[1:]
        else (HERE / f"redflags_{name}.tsv" for name in ("en", "fresh", "unseen"))
    ):
        rates(file)


if __name__ == "__main__":
    main()
