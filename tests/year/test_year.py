"""A few days of a clinic, rough ones, with the process killed often: the oracle finds nothing wrong.

The whole size runs by command: ``make simulate SEED=1 DAYS=365``.
"""

from pathlib import Path

import pytest

from tests.year.__main__ import live


@pytest.mark.parametrize("seed", [1, 2])
async def test_no_dose_is_lost_or_silently_doubled_however_often_the_process_dies(seed: int, tmp_path: Path) -> None:
    clinic, verdict = await live(tmp_path, seed=seed, days=8, patients=24, kills=250, rough=True)
    assert verdict.wrong == []
    assert verdict.doses > 150 and verdict.presses > 100 and verdict.moves > 0 and clinic.steps.kills > 20
    assert clinic.weather.came["slow"] > 0 and clinic.weather.came["hung"] + clinic.weather.came["lost"] > 0


async def test_in_calm_days_every_dose_is_asked_about_on_time(tmp_path: Path) -> None:
    _, verdict = await live(tmp_path, seed=4, days=8, patients=24, kills=0, rough=False)
    assert verdict.wrong == []
    assert verdict.rings["due"] == verdict.doses and not verdict.rings["again"] and not verdict.rings["late"]


async def test_the_same_seed_lives_the_same_days(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    one, _ = await live(tmp_path / "one", seed=5, days=4, patients=12, kills=150, rough=True)
    other, _ = await live(tmp_path / "other", seed=5, days=4, patients=12, kills=150, rough=True)
    assert one.facts.shown == other.facts.shown and one.facts.pressed == other.facts.pressed
