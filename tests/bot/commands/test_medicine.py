"""``steady medicine``: a list that is added to on purpose."""

import pytest

from bot.commands.medicine import described
from care.medicines import Medicine
from store import clinics
from tests.bot.commands.conftest import read, steady

pytestmark = pytest.mark.usefixtures("hillside")


def listed() -> list[Medicine]:
    return read(lambda tx: clinics.medicines(tx, clinics.every(tx)[0].id))


def names() -> list[str]:
    return [one.name for one in listed()]


def test_a_medicine_is_added_with_its_limits_and_names() -> None:
    done = steady(
        *("medicine", "add", "Paracetamol", "--spelling", "acetaminophen", "--unit", "mg"),
        *("--warn-above", "1000", "--refuse-above", "4000", "--self-check"),
    )
    assert done.exit_code == 0
    assert [described(one) for one in listed()][1] == (
        "Paracetamol (acetaminophen): in mg, warns above 1000 mg, refuses above 4000 mg, self-check"
    )
    assert "Paracetamol (acetaminophen)" in steady("medicine", "list").output


def test_limits_left_out_are_asked_for_and_none_means_that_it_is_said_aloud() -> None:
    refused = steady("medicine", "add", "Magnesium", input="mg\n\n\nn\n")
    assert "45 for 4.5 too" in refused.output and refused.exit_code == 1
    assert names() == ["LDN"]
    assert steady("medicine", "add", "Magnesium", input="mg\n\n\ny\n").exit_code == 0
    assert names() == ["LDN", "Magnesium"]


def test_no_rules_has_to_be_said() -> None:
    assert steady("medicine", "add", "Vitamin B12", "--unit", "mcg", "--no-rules").exit_code == 0
    assert names() == ["LDN", "Vitamin B12"]


@pytest.mark.parametrize("name", ["Naltrexone 50", "naltrexon", "Vivitrol", "L.D.N.", "Nal trexone"])
def test_whatever_sounds_like_naltrexone_is_ldn(name: str) -> None:
    done = steady("medicine", "add", name, "--unit", "tablets", "--no-rules")
    assert done.exit_code == 1 and "two plans could double it" in done.output
    assert names() == ["LDN"]


def test_naltrexone_added_where_there_is_none_has_all_rules_whatever_was_said() -> None:
    assert steady("medicine", "remove", "LDN").exit_code == 0
    assert steady("medicine", "add", "Naltrexone low", "--unit", "tablets", "--no-rules").exit_code == 0
    (one,) = listed()
    assert (one.unit, one.opioid_check, one.self_check) == ("mg", True, True)
    assert one.refuse_above is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Acetaminophen", "--unit", "mg", "--no-rules"), "which is on the list already"),
        (("Take at night", "--unit", "mg", "--no-rules"), "could not type that before an amount"),
        (("Oil", "--unit", "m-L", "--no-rules"), "expected one word"),
        (("Oil", "--unit", "mL", "--warn-above", "ten", "--refuse-above", "5"), "expected a number"),
        (("Oil", "--unit", "mL", "--warn-above", "10", "--refuse-above", "5"), "would be refused before"),
        (("Fibre", "--unit", "words", "--warn-above", "5"), "can't be compared with a limit"),
        (("???", "--unit", "mL", "--no-rules"), "needs 1 to 40 characters"),
    ],
)
def test_what_cannot_stand_on_the_list_is_refused_with_the_reason(words: tuple[str, ...], said: str) -> None:
    steady("medicine", "add", "Paracetamol", "--spelling", "acetaminophen", "--unit", "mg", "--no-rules")
    done = steady("medicine", "add", *words)
    assert done.exit_code == 1 and said in done.output
    assert names() == ["LDN", "Paracetamol"]


def test_the_limits_of_naltrexone_can_be_other_ones_but_not_none() -> None:
    assert steady("medicine", "change", "LDN", "--warn-above", "4,5", "--refuse-above", "6").exit_code == 0
    assert "warns above 4.5 mg, refuses above 6 mg" in steady("medicine", "list").output
    refused = steady("medicine", "change", "LDN", "--refuse-above", "none")
    assert refused.exit_code == 1 and "not none (R3)" in refused.output


def test_a_medicine_cannot_become_naltrexone_by_another_name() -> None:
    steady("medicine", "add", "Magnesium", "--unit", "mg", "--no-rules")
    assert steady("medicine", "change", "Magnesium", "--spelling", "naltrexone").exit_code == 1


def test_an_opioid_is_added_with_a_word_of_warning() -> None:
    done = steady("medicine", "add", "Tramadol", "--unit", "mg", "--no-rules")
    assert "No plan for it can be set beside a plan for naltrexone." in done.output
