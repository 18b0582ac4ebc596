"""How much is measured: the sizes of the page, and small ones for a look in a minute."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """So many of each."""

    takes: str
    bursts: tuple[tuple[int, int, bool], ...]
    """People, rounds, and whether APScheduler's SQLAlchemy store is measured too."""
    dropped: int
    plans: int
    reminders: int
    drain: int
    taps: int
    sends: int
    wire_rounds: int
    pictures: int


QUICK = Sizes(
    takes="a minute",
    bursts=((1_000, 1, True),),
    dropped=1_000,
    plans=2_000,
    reminders=2,
    drain=90,
    taps=180,
    sends=200,
    wire_rounds=1,
    pictures=20,
)
FULL = Sizes(
    takes="twenty minutes on two cores",
    bursts=((1_000, 3, True), (10_000, 3, True), (100_000, 1, False)),
    dropped=10_000,
    plans=1_000_000,
    reminders=20,
    drain=10_000,
    taps=900,
    sends=2_000,
    wire_rounds=3,
    pictures=100,
)
