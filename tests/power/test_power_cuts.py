"""Power cuts: `make powercuts N=10000` for many; some with every run of the tests."""

from pathlib import Path

from tests.power.cutting import NORMAL, power_cuts


async def test_no_power_cut_loses_what_was_acknowledged_or_leaves_it_half_done(tmp_path: Path) -> None:
    tally = await power_cuts(tmp_path, 60, seed=20261125)
    assert (tally.cuts, tally.lost, tally.broken) == (60, [], [])


async def test_the_disk_is_cut_in_earnest_a_weaker_setting_loses_commits(tmp_path: Path) -> None:
    tally = await power_cuts(tmp_path, 25, seed=1, pragmas=NORMAL)
    assert tally.lost and not tally.broken
