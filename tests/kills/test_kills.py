"""Real kills: `make kills N=200` for many; a few with every run of the tests."""

from pathlib import Path

import pytest

from tests.kills.loop import kill_loop

pytestmark = pytest.mark.kills


async def test_nothing_is_lost_or_silently_doubled_when_the_process_is_killed_again_and_again(tmp_path: Path) -> None:
    tally = await kill_loop(tmp_path, kills=12, seed=20261125)
    assert tally.clean, tally
    assert tally.kills == 12 and tally.presses > 20
    assert tally.most_in_doubt <= 8
