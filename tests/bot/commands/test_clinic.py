"""``steady clinic``: what is asked for, what is refused, and the file it makes."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.clinic import add_clinic
from bot.commands.data import Refused
from bot.origins import new_id
from store import audit, clinics
from tests.bot.commands.conftest import CLINIC, NOW, read, steady, write


def test_a_clinic_is_added_with_ldn_and_its_rules(hillside: None) -> None:
    (clinic,) = read(clinics.every)
    assert (clinic.name, clinic.phone, clinic.country, clinic.zone.key, clinic.language) == (
        "Hillside Pain Clinic",
        "+353 1 555 0199",
        "IE",
        "Europe/Dublin",
        "en",
    )
    (ldn,) = read(lambda tx: clinics.medicines(tx, clinic.id))
    assert ldn.name == "LDN" and ldn.opioid_check and ldn.self_check
    assert [row["action"] for row in read(lambda tx: audit.about(tx, clinic.id))] == ["clinic added"]


def test_the_database_is_encrypted_with_the_key(hillside: None) -> None:
    files = [path.read_bytes() for path in Path("data").iterdir()]
    assert files and not any(b"Hillside" in content or b"SQLite format" in content for content in files)


def test_what_is_left_out_is_asked_for_and_bad_answers_are_asked_again(ready: None) -> None:
    answers = "Hillside\nno phone\n+353 1 555 0199\nMon-Fri\nAtlantis\nIreland\nEurope/Nowhere\neurope/dublin\n"
    result = steady("clinic", "add", input=answers)
    assert result.exit_code == 0, result.output
    assert "expected a phone number" in result.output
    assert "expected a country's name or its two letters" in result.output
    assert "expected a time zone such as" in result.output
    assert steady("clinic", "list").stdout == "Hillside: +353 1 555 0199, Mon-Fri, IE, Europe/Dublin, en\n"


def test_a_phone_number_in_full_width_digits_is_kept_as_people_dial_it(ready: None) -> None:
    words = CLINIC.replace("+353 1 555 0199", "+３５３ 1 555 0199").split("|")
    assert steady(*words).exit_code == 0
    assert read(clinics.every)[0].phone == "+353 1 555 0199"


def test_a_second_clinic_of_the_same_name_is_refused(hillside: None) -> None:
    result = steady(*CLINIC.split("|"))
    assert result.exit_code == 1
    assert result.stderr == "There is a clinic called Hillside Pain Clinic already. Choose another name.\n"
    assert len(read(clinics.every)) == 1


def test_no_clinic_where_the_emergency_numbers_have_expired(ready: None) -> None:
    with pytest.raises(Refused, match="The emergency numbers for IE expired on "):
        write(
            lambda tx: add_clinic(
                tx,
                name="Late",
                phone="112",
                hours="Mon",
                country="IE",
                zone=ZoneInfo("Europe/Dublin"),
                language="en",
                at=NOW + timedelta(days=1000),
                new_id=new_id,
            )
        )
    assert read(clinics.every) == []


def test_a_clinic_list_without_a_database_makes_none(ready: None) -> None:
    result = steady("clinic", "list")
    assert result.exit_code == 1
    assert result.stderr.startswith("There is no database at ")
    assert not Path("data/steady.db").exists()
