"""The doses that should have been, worked out from what the clinician ordered, what the patient accepted and where
they lived, and from nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tests.year.abroad import Lived, Moved, lived
from tests.year.facts import Facts, Ordered


def expected(
    facts: Facts, accepted: Mapping[tuple[str, int], date], moves: Mapping[str, Sequence[Moved]]
) -> list[Lived]:
    """All doses of the year that had come due by its end.

    ``accepted``: from which day each version that the patient accepted counts. ``moves``: by account, in order.
    """
    assert facts.until is not None
    by_plan: dict[str, list[Ordered]] = {}
    for order in facts.ordered:
        if (order.plan, order.version) in accepted:
            begins = accepted[order.plan, order.version]
            by_plan.setdefault(order.plan, []).append(replace(order, start=begins))
    found: list[Lived] = []
    for orders in by_plan.values():
        chat = orders[0].chat
        found += lived(orders, facts.zones[chat], moves[facts.accounts[chat]], facts.until)
    return found
