"""Scenario files: a clinician's line in, a patient's doses out. See ``scenarios/``; a clinician can add one."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from care.grammar import read_line
from care.medicines import ldn
from care.plans import Plan, doses_between
from care.safety import default_review
from care.succession import Version, window_end

SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.json"))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_the_line_means_these_doses(path: Path) -> None:
    scenario = json.loads(path.read_text(encoding="utf-8"))
    zone = ZoneInfo(scenario["zone"])
    today = date.fromisoformat(scenario["today"])
    line = read_line(scenario["line"], [ldn("LDN")], today)
    start = line.start or today
    plan = Plan(
        medicine=line.medicine.id,
        times=line.times,
        days=line.days,
        steps=line.steps,
        start=start,
        end=line.end,
        review=line.review or default_review(start),
    )
    since, until = (date.fromisoformat(day) for day in scenario["from, to"])
    found = doses_between(
        plan,
        zone,
        datetime.combine(since, time(), tzinfo=zone),
        datetime.combine(until + timedelta(days=1), time(), tzinfo=zone),
    )
    alone = (Version(number=1, plan=plan),)
    told = [
        f"{due.at.astimezone(zone):%a %Y-%m-%d %H:%M %Z}, {due.amount.text}, "
        f"until {window_end(alone, zone, due).astimezone(zone):%H:%M}" + (", step begins" if due.first else "")
        for due in found
    ]
    assert told == scenario["doses"]


def test_there_are_scenarios() -> None:
    assert SCENARIOS
