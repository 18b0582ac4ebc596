"""How often /learn finds the section that answers: ``python -m benchmarks.finding``."""

from tests.content.asking import BLIND, HELD_OUT, TUNING, UNREAD, Asker, questions


def main() -> None:
    """Print the rates of each part, by what should come."""
    asker = Asker()
    print("| part | asked | section first | among three | within a tap | own treatment | none | red flag | unsafe |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for file in (TUNING, HELD_OUT, *BLIND, UNREAD):
        result = asker.judge(questions(file))
        kinds = [f"{result.first[kind]} of {result.asked[kind]}" for kind in ("you", "none", "red")]
        rates = f"{result.hit_at_1:.3f} | {result.hit_at_3:.3f} | {result.within_a_tap:.3f}"
        print(f"| {file.stem} | {result.asked.total()} | {rates} | {' | '.join(kinds)} | {len(result.unsafe)} |")


if __name__ == "__main__":
    main()
