"""As needed, and a second dose: how long apart is counted by real hours, also across a change of the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from care.as_needed import AsNeeded, stand
from care.dose import Dose
from care.doses import DoseState
from care.second import other_meant

BERLIN = ZoneInfo("Europe/Berlin")
SIX = timedelta(hours=6)
RULE = AsNeeded(apart=SIX, most=4)
SPRING = datetime(2027, 3, 28, 0, 0, tzinfo=BERLIN)  # 02:00 becomes 03:00 that night
AUTUMN = datetime(2026, 10, 25, 0, 0, tzinfo=BERLIN)  # 03:00 becomes 02:00 that night


def after(moment: datetime, hours: float) -> datetime:
    """So many real hours later, on the same clock."""
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(BERLIN)


def dose(id: str, due: datetime, answered: datetime | None) -> Dose:
    return Dose(
        id=id,
        plan="p",
        link="l",
        account="a",
        version=1,
        state=DoseState.SENT if answered is None else DoseState.TAKEN,
        local_date=date(2027, 3, 28),
        slot=0,
        due=due,
        window_end=after(due, 3),
        amount="1 mg",
        amount_before=None,
        step=0,
        first=False,
        alias="A",
        answered=answered,
        reason=None,
        laters=0,
        later_until=None,
        in_doubt=False,
        corrected=False,
        on_hold=False,
        plan_ended=False,
    )


@pytest.mark.parametrize("midnight", [SPRING, AUTUMN])
def test_two_uses_are_too_close_by_real_hours_on_the_nights_when_the_clock_changes(midnight: datetime) -> None:
    assert stand(RULE, [midnight, after(midnight, 5.5)]).close
    assert not stand(RULE, [midnight, after(midnight, 6)]).close
    over = stand(RULE, [midnight]).over
    assert over is not None and over == after(midnight, 6)


def test_the_most_in_24_hours_is_of_24_real_hours() -> None:
    assert stand(RULE, [SPRING, after(SPRING, 23.5)]).counted == 2
    assert stand(RULE, [AUTUMN, after(AUTUMN, 24)]).counted == 1


def test_the_later_of_two_uses_in_the_hour_that_comes_twice_is_the_last_one() -> None:
    first, second = after(AUTUMN, 2.75), after(AUTUMN, 3.25)  # 02:45, then 02:15
    assert stand(RULE, [second, first]).last == second.astimezone(UTC)


def test_one_told_of_later_is_compared_with_both_beside_it_and_old_pairs_are_not_told_of_again() -> None:
    nine, ten, twenty = after(SPRING, 9), after(SPRING, 10), after(SPRING, 20)
    assert stand(RULE, [nine, twenty, ten], said=ten).close == (nine, ten)
    assert stand(RULE, [twenty, nine], said=nine).close is None
    assert stand(RULE, [nine, ten, twenty], said=twenty).close is None
    assert stand(RULE, [nine, ten, after(SPRING, 14)], said=nine).close == (nine, ten)


@pytest.mark.parametrize("midnight", [SPRING, AUTUMN])
def test_a_second_dose_is_too_close_by_real_hours_on_those_nights(midnight: datetime) -> None:
    taken = dose("1", midnight, midnight)
    five, six = after(midnight, 5.5), after(midnight, 6)
    assert other_meant(dose("2", five, five), [taken], five, SIX) is taken
    assert other_meant(dose("2", six, six), [taken], six, SIX) is None


def test_a_dose_that_is_asked_for_in_the_hour_that_comes_twice_may_be_the_one_meant() -> None:
    asked = dose("1", after(AUTUMN, 3.25), None)  # 02:15, the second time
    assert other_meant(dose("2", after(AUTUMN, -9), None), [asked], after(AUTUMN, 3), SIX) is None
    assert other_meant(dose("2", after(AUTUMN, -9), None), [asked], after(AUTUMN, 3.5), SIX) is asked
