"""Drafts: a plan while a clinician is putting it together. Never seen by the patient, never reminded of."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from store.database import Tx
from store.times import ms


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a clinician has said so far of a plan for one patient."""

    id: str
    clinician: str
    link: str
    facts: dict[str, Any]


def begin(tx: Tx, *, id: str, clinician: str, link: str, facts: dict[str, Any], at: datetime) -> None:
    """Start a draft; an earlier one of the same clinician is dropped."""
    tx.run("DELETE FROM draft WHERE clinician = :clinician", clinician=clinician)
    tx.run(
        "INSERT INTO draft (id, clinician, link, facts, at) VALUES (:id, :clinician, :link, :facts, :at)",
        id=id,
        clinician=clinician,
        link=link,
        facts=json.dumps(facts),
        at=ms(at),
    )


def get(tx: Tx, id: str, clinician: str) -> Draft | None:
    """A draft of that clinician's own."""
    row = tx.one("SELECT * FROM draft WHERE id = :id AND clinician = :clinician", id=id, clinician=clinician)
    if row is None:
        return None
    return Draft(id=row["id"], clinician=row["clinician"], link=row["link"], facts=json.loads(row["facts"]))


def put(tx: Tx, draft: Draft) -> None:
    """Keep what was added."""
    tx.run("UPDATE draft SET facts = :facts WHERE id = :id", id=draft.id, facts=json.dumps(draft.facts))


def drop(tx: Tx, id: str) -> bool:
    """Drop a draft; False if it was gone."""
    return bool(tx.run("DELETE FROM draft WHERE id = :id", id=id))
