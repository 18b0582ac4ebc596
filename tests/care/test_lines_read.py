"""The plan grammar: what a line means."""

from datetime import time
from decimal import Decimal

import pytest

from care.grammar import Line, read_amounts_only
from care.plans import Days
from tests.care.lines import read


def said(line: Line) -> str:
    """A line's meaning in one fixed form."""
    days = "".join("MTWTFSS"[d] for d in sorted(line.days.weekdays)) or f"/{line.days.every}"
    if line.as_needed is not None:
        (step,) = line.steps
        most = f", most {line.as_needed.most}" if line.as_needed.most else ""
        return f"{line.label or '-'} {line.medicine.name}: {step.amount.text} apart {line.as_needed.apart}{most}"
    steps = " > ".join(
        f"{s.amount.value or s.amount.text} {s.amount.unit}" + f" {s.days}d" * bool(s.days) for s in line.steps
    )
    times = " ".join(f"{at:%H:%M}" for at in line.times)
    dates = "".join(
        f" {name} {day}" for name, day in (("from", line.start), ("to", line.end), ("review", line.review)) if day
    )
    return f"{line.label or '-'} {line.medicine.name}: {steps} at {times} {days}{dates}"


GOOD = [
    (
        "P-07 LDN 1.5 mg at 21:00 for 14 days, then 3 mg for 14 days, then 4.5 mg",
        "P-07 LDN: 1.5 mg 14d > 3 mg 14d > 4.5 mg at 21:00 /1",
    ),
    ("LDN 4.5 mg at 21:00", "- LDN: 4.5 mg at 21:00 /1"),
    ("p-07 ldn 4.5 MG AT 21:00 DAILY", "p-07 LDN: 4.5 mg at 21:00 /1"),
    ("07 naltrexone 1 mg at 21.00", "07 LDN: 1 mg at 21:00 /1"),
    ("Naltrexon 1 mg at 21:00", "- LDN: 1 mg at 21:00 /1"),
    ("A1 low-dose naltrexone 1mg at 9pm", "A1 LDN: 1 mg at 21:00 /1"),
    ("nal trexone 1 mg at 9 p.m.", "- LDN: 1 mg at 21:00 /1"),
    ("naltrexone hcl 1 mg at 9:30 pm", "- LDN: 1 mg at 21:30 /1"),
    (
        "LDN 1,5 mg for 2 weeks at 9 pm, then 3,0 mg for 1 week",
        "- LDN: 1.5 mg 14d > 3.0 mg 7d at 21:00 /1",
    ),
    ("LDN 1,5 mg,for 14days,at 21:00,then 3mg", "- LDN: 1.5 mg 14d > 3 mg at 21:00 /1"),
    (
        "LDN at 21:00 1.5 mg for 14 days then 3 mg",
        "- LDN: 1.5 mg 14d > 3 mg at 21:00 /1",
    ),
    ("LDN 4.5 mg at 08:00 and 21:00", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 21:00, 08:00", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 08:00,21:00", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 08:00 and at 9 pm", "- LDN: 4.5 mg at 08:00 21:00 /1"),
    ("LDN 4.5 mg at 21:00 on Mon, Wed, Fri", "- LDN: 4.5 mg at 21:00 MWF"),
    ("LDN 4.5 mg on Mondays and Thursdays at 21:00", "- LDN: 4.5 mg at 21:00 MT"),
    ("LDN 4.5 mg every Monday at 21:00", "- LDN: 4.5 mg at 21:00 M"),
    ("LDN 4.5 mg every day at 21:00", "- LDN: 4.5 mg at 21:00 /1"),
    ("LDN 4.5 mg every 2 days at 21:00", "- LDN: 4.5 mg at 21:00 /2"),
    ("LDN 4.5 mg every other day at 21:00", "- LDN: 4.5 mg at 21:00 /2"),
    ("LDN 4.5 mg at 21:00 from 2026-12-01", "- LDN: 4.5 mg at 21:00 /1 from 2026-12-01"),
    ("LDN 4.5 mg at 21:00 from tomorrow", "- LDN: 4.5 mg at 21:00 /1 from 2026-11-25"),
    ("LDN 4.5 mg at 21:00 starting today", "- LDN: 4.5 mg at 21:00 /1 from 2026-11-24"),
    ("LDN 4.5 mg at 21:00 from Monday", "- LDN: 4.5 mg at 21:00 /1 from 2026-11-30"),
    (
        "LDN 4.5 mg at 21:00 until 2027-03-01 review 2027-02-01 from 2026-12-01",
        "- LDN: 4.5 mg at 21:00 /1 from 2026-12-01 to 2027-03-01 review 2027-02-01",
    ),
    (
        "LDN 4.5 mg at 21:00. Review on 2027-02-01.",
        "- LDN: 4.5 mg at 21:00 /1 review 2027-02-01",
    ),
    ("LDN 4.5\u00a0mg at\n21:00", "- LDN: 4.5 mg at 21:00 /1"),
    ("vitamin b12 1000 µg at 08:00", "- Vitamin B12: 1000 mcg at 08:00 /1"),
    ("P-1 5-HTP 50 mg at 08:00", "P-1 5-HTP: 50 mg at 08:00 /1"),
    ("Low dose drops 4 drops at 21:00", "- Low dose drops: 4 drops at 21:00 /1"),
    ("Low dose drops 1 drop at 21:00 for 1 day", "- Low dose drops: 1 drops 1d at 21:00 /1"),
    ("Macrogol half a sachet at 08:00", "- Macrogol: 0.5 sachets at 08:00 /1"),
    ("Macrogol half sachet for 3 days then 1 sachet at 08:00", "- Macrogol: 0.5 sachets 3d > 1 sachets at 08:00 /1"),
    ("Fibre a level spoon, in water at 08:00", "- Fibre: a level spoon, in water words at 08:00 /1"),
    (
        "Fibre “one spoon at night” for 3 days then two spoons at 20:00",
        "- Fibre: one spoon at night words 3d > two spoons words at 20:00 /1",
    ),
    (
        "P-07 Paracetamol 500 mg as needed, at least 6 h apart, at most 4 a day",
        "P-07 Paracetamol: 500 mg apart 6:00:00, most 4",
    ),
    ("Paracetamol prn 500mg at least 30 minutes", "- Paracetamol: 500mg apart 0:30:00"),
    (
        "Paracetamol at most 2 in 24 h 500 mg as needed at least 1 day apart until 2026-12-24",
        "- Paracetamol: 500 mg apart 1 day, 0:00:00, most 2",
    ),
]


@pytest.mark.parametrize(("text", "meaning"), GOOD, ids=[text for text, _ in GOOD])
def test_a_line_means_this(text: str, meaning: str) -> None:
    assert said(read(text)) == meaning


def test_an_amount_is_kept_as_written() -> None:
    assert [step.amount.text for step in read("LDN 1,50  mg for 2 days at 21:00 then 3mg").steps] == [
        "1,50 mg",
        "3mg",
    ]


def test_amounts_alone_are_read_for_the_buttons() -> None:
    steps = read_amounts_only("1.5 mg for 14 days, then 3 mg for 2 weeks, then 4,5 mg", "mg")
    assert [(step.amount.value, step.days) for step in steps] == [
        (Decimal("1.5"), 14),
        (Decimal("3"), 14),
        (Decimal("4.5"), None),
    ]


def test_a_line_without_days_is_every_day() -> None:
    line = read("LDN 4.5 mg at 21:00")
    assert (line.days, line.times, line.start, line.review) == (Days(), (time(21),), None, None)
