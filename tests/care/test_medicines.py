"""Anything that sounds like naltrexone falls under LDN's rules (R1-R3)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care import medicines
from care.medicines import Medicine, find, ldn, sounds_like_naltrexone

LDN = ldn("m-ldn")
B12 = Medicine(
    id="m-b12",
    name="Vitamin B12",
    spellings=("B12",),
    unit="mcg",
    warn_above=None,
    refuse_above=None,
    opioid_check=False,
    self_check=False,
)


def test_ldn_ships_with_its_rules_on() -> None:
    assert (LDN.name, LDN.unit, LDN.warn_above, LDN.refuse_above) == ("LDN", "mg", 6, 10)
    assert LDN.opioid_check and LDN.self_check


@pytest.mark.parametrize(
    "words",
    [
        "LDN",
        "l.d.n.",
        "naltrexone",
        "NALTREXONE HCl",
        "Naltrexon",
        "naltrexona",
        "naltréxone",
        "naltrexne",
        "maltroxone",
        "nal trexone",
        "low dose naltrexone",
        "low-dose naltrexone",
        "налтрексон",
        "naltreksoni",
        "Revia",
    ],
)
def test_naltrexone_in_any_spelling_is_the_clinics_ldn(words: str) -> None:
    assert sounds_like_naltrexone(words)
    assert find(words, [B12, LDN]) == LDN


@pytest.mark.parametrize("words", ["naltrexone/bupropion", "naltrexone and bupropion", "Contrave", "Vivitrol"])
def test_naltrexone_beside_another_medicine_has_the_rules_but_is_not_the_clinics_ldn(words: str) -> None:
    assert sounds_like_naltrexone(words)
    assert find(words, [B12, LDN]) is None


@pytest.mark.parametrize(
    "words", ["naloxone", "methylnaltrexone", "nalmefene", "tramadol", "duloxetine", "low dose", "", "4.5"]
)
def test_other_medicines_do_not_sound_like_naltrexone(words: str) -> None:
    assert not sounds_like_naltrexone(words)
    assert find(words, [B12, LDN]) is None


@pytest.mark.parametrize("words", ["vitamin b12", "B12", "Vitamin  B12"])
def test_a_listed_name_or_spelling_is_found_whatever_its_case(words: str) -> None:
    assert find(words, [LDN, B12]) == B12


def test_two_entries_of_naltrexone_are_never_guessed_between() -> None:
    drops = replace(LDN, id="m-drops", name="LDN drops", spellings=(), unit="mL")
    assert find("naltrexon", [LDN, drops]) is None
    assert find("LDN drops", [LDN, drops]) == drops


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.sampled_from((1, 2)))
def test_within_so_many_edits_is_what_counting_all_of_them_says(one: str, other: str, most: int) -> None:
    assert medicines._within(most, one, other) == (medicines.edits(one, other) <= most)
