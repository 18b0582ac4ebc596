"""Invites: one-time, expiring codes. Only the hash of a code is kept."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from store.database import Tx
from store.times import ms


@dataclass(frozen=True, kw_only=True)
class Invite:
    """An invite that can still be used: for a patient it names a link, for a clinician a name."""

    id: str
    clinic: str
    link: str | None
    name: str | None


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def add(
    tx: Tx,
    *,
    id: str,
    code: str,
    clinic: str,
    expires: datetime,
    link: str | None = None,
    name: str | None = None,
) -> None:
    """Keep an invite; earlier unused ones for the same link end with it."""
    if link is not None:
        tx.run("DELETE FROM invite WHERE link = :link AND used_at IS NULL", link=link)
    tx.run(
        "INSERT INTO invite (id, hash, clinic, link, name, expires_at)"
        " VALUES (:id, :hash, :clinic, :link, :name, :expires)",
        id=id,
        hash=_hash(code),
        clinic=clinic,
        link=link,
        name=name,
        expires=ms(expires),
    )


def by_code(tx: Tx, code: str, *, now: datetime) -> Invite | None:
    """The usable invite behind a code; None if unknown, used or expired."""
    return _usable(tx, "hash", _hash(code), now)


def by_id(tx: Tx, id: str, *, now: datetime) -> Invite | None:
    """The usable invite of that id: what a consent button names."""
    return _usable(tx, "id", id, now)


def _usable(tx: Tx, column: str, value: str, now: datetime) -> Invite | None:
    row = tx.one(
        "SELECT id, clinic, link, name FROM invite WHERE used_at IS NULL AND expires_at > :now"
        " AND CASE :column WHEN 'hash' THEN hash ELSE id END = :value",
        column=column,
        value=value,
        now=ms(now),
    )
    return None if row is None else Invite(**row)


def use(tx: Tx, id: str, *, now: datetime) -> bool:
    """Use it up; True for exactly one of any number who try."""
    return bool(
        tx.run(
            "UPDATE invite SET used_at = :now WHERE id = :id AND used_at IS NULL AND expires_at > :now",
            id=id,
            now=ms(now),
        )
    )


def end_open(tx: Tx, link: str | None, *, now: datetime) -> int:
    """End the unused invites for a link, or all those for clinicians (None); how many could still have been used."""
    usable: int = tx.value(
        "SELECT count(*) FROM invite WHERE link IS :link AND used_at IS NULL AND expires_at > :now",
        link=link,
        now=ms(now),
    )
    tx.run("DELETE FROM invite WHERE link IS :link AND used_at IS NULL", link=link)
    return usable
