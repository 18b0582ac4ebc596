"""The diary: check-ins with their ratings and worries, self-checks, notes for the clinic, safety events."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from care import safety
from store.database import Row, Tx
from store.times import moment, ms


@dataclass(frozen=True, kw_only=True)
class Checkin:
    """One evening's check-in as far as it was answered. A rating of None was skipped.

    ``answered`` are the questions of this turn: one who goes through it again keeps each rating until it is
    given anew.
    """

    id: str
    account: str
    evening: date
    ended: bool
    message: int | None
    ratings: Mapping[str, int | None]
    answered: frozenset[str]
    worries: frozenset[str]

    @property
    def done(self) -> bool:
        """Whether it was ended with anything in it."""
        return self.ended and bool(self.ratings)


def _checkin(tx: Tx, row: Row) -> Checkin:
    ratings = tx.all("SELECT scale, value, turn FROM rating WHERE checkin = :id", id=row["id"])
    worries = tx.all("SELECT item FROM worry WHERE checkin = :id", id=row["id"])
    return Checkin(
        id=row["id"],
        account=row["account"],
        evening=date.fromisoformat(row["evening"]),
        ended=row["ended_at"] is not None,
        message=row["message"],
        ratings={r["scale"]: r["value"] for r in ratings},
        answered=frozenset(r["scale"] for r in ratings if r["turn"] == row["turn"]),
        worries=frozenset(w["item"] for w in worries),
    )


def open_checkin(tx: Tx, *, id: str, account: str, evening: date, at: datetime) -> Checkin:
    """The evening's check-in, begun if there is none."""
    tx.run(
        "INSERT INTO checkin (id, account, evening, started_at) VALUES (:id, :account, :evening, :at)"
        " ON CONFLICT (account, evening) DO NOTHING",
        id=id,
        account=account,
        evening=evening.isoformat(),
        at=ms(at),
    )
    found = on(tx, account, evening)
    assert found is not None
    return found


def on(tx: Tx, account: str, evening: date) -> Checkin | None:
    """The check-in of an evening, if it was begun."""
    row = tx.one(
        "SELECT * FROM checkin WHERE account = :account AND evening = :evening",
        account=account,
        evening=evening.isoformat(),
    )
    return None if row is None else _checkin(tx, row)


def of(tx: Tx, id: str, chat: int) -> Checkin | None:
    """A check-in by id if it belongs to the person behind this chat."""
    row = tx.one(
        "SELECT checkin.* FROM checkin JOIN account ON account.id = checkin.account"
        " WHERE checkin.id = :id AND account.chat = :chat",
        id=id,
        chat=chat,
    )
    return None if row is None else _checkin(tx, row)


def rate(tx: Tx, checkin: str, scale: str, value: int | None, *, at: datetime) -> None:
    """Keep a rating (None: skipped), in place of an earlier one."""
    tx.run(
        "INSERT INTO rating (checkin, scale, value, at, turn)"
        " SELECT id, :scale, :value, :at, turn FROM checkin WHERE id = :checkin"
        " ON CONFLICT (checkin, scale) DO UPDATE SET value = :value, at = :at, turn = excluded.turn",
        checkin=checkin,
        scale=scale,
        value=value,
        at=ms(at),
    )


def worry(tx: Tx, checkin: str, item: str, *, at: datetime) -> None:
    """Keep one of the things that worry the patient."""
    tx.run(
        "INSERT INTO worry (checkin, item, at) VALUES (:checkin, :item, :at) ON CONFLICT DO NOTHING",
        checkin=checkin,
        item=item,
        at=ms(at),
    )


def unworry(tx: Tx, checkin: str, item: str) -> None:
    """Take one of them back."""
    tx.run("DELETE FROM worry WHERE checkin = :checkin AND item = :item", checkin=checkin, item=item)


def resume(tx: Tx, checkin: str) -> None:
    """Go on with a check-in that was stopped."""
    tx.run("UPDATE checkin SET ended_at = NULL WHERE id = :id", id=checkin)


def shown(tx: Tx, checkin: str, message: int) -> None:
    """The message in which the check-in is being answered."""
    tx.run("UPDATE checkin SET message = :message WHERE id = :id", id=checkin, message=message)


def end(tx: Tx, checkin: str, *, at: datetime) -> None:
    """The patient came to the end or stopped; what was given is kept."""
    tx.run("UPDATE checkin SET ended_at = :at WHERE id = :id", id=checkin, at=ms(at))


def again(tx: Tx, checkin: str) -> None:
    """Answer once more from the first question; what was given stands until it is given anew."""
    tx.run("UPDATE checkin SET ended_at = NULL, turn = turn + 1 WHERE id = :id", id=checkin)


def ratings(tx: Tx, account: str, first: date, last: date) -> dict[date, dict[str, int | None]]:
    """All ratings of the evenings from ``first`` to ``last``, both included."""
    rows = tx.all(
        "SELECT checkin.evening, rating.scale, rating.value FROM rating JOIN checkin ON checkin.id = rating.checkin"
        " WHERE checkin.account = :account AND checkin.evening BETWEEN :first AND :last",
        account=account,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    found: dict[date, dict[str, int | None]] = {}
    for row in rows:
        found.setdefault(date.fromisoformat(row["evening"]), {})[row["scale"]] = row["value"]
    return found


def worries(tx: Tx, account: str, first: date, last: date) -> list[str]:
    """What worried the patient on those evenings, each once."""
    rows = tx.all(
        "SELECT DISTINCT item FROM worry JOIN checkin ON checkin.id = worry.checkin"
        " WHERE checkin.account = :account AND checkin.evening BETWEEN :first AND :last ORDER BY item",
        account=account,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return [row["item"] for row in rows]


def self_check(tx: Tx, *, id: str, link: str, answers: Mapping[str, bool], at: datetime) -> None:
    """Keep what was said in a self-check (R2); the list is answered only by all of its questions."""
    tx.run(
        "INSERT INTO self_check (id, link, at, answers) VALUES (:id, :link, :at, :answers)",
        id=id,
        link=link,
        at=ms(at),
        answers=json.dumps(answers),
    )
    if not safety.self_check(answers).missing:
        tx.run("UPDATE link SET self_checked_at = :at WHERE id = :link", link=link, at=ms(at))


def self_checked(tx: Tx, link: str, since: datetime) -> tuple[str, ...]:
    """The items that were true in the self-checks since a moment, each once, in the order in which they were said."""
    rows = tx.all(
        "SELECT answers FROM self_check WHERE link = :link AND at >= :since ORDER BY at, rowid",
        link=link,
        since=ms(since),
    )
    said = [item for row in rows for item, true in json.loads(row["answers"]).items() if true]
    return tuple(dict.fromkeys(said))


def note(tx: Tx, link: str, kind: str, item: str, *, at: datetime) -> None:
    """A note for the clinic about a patient: what was reported, never free text."""
    tx.run(
        "INSERT INTO note (link, at, kind, item) VALUES (:link, :at, :kind, :item)",
        link=link,
        at=ms(at),
        kind=kind,
        item=item,
    )


def strike(tx: Tx, link: str, kind: str, item: str, *, since: datetime) -> None:
    """Take back what was noted of a patient since a moment, where it has turned out not to be so."""
    tx.run(
        "DELETE FROM note WHERE link = :link AND kind = :kind AND item = :item AND at >= :since",
        link=link,
        kind=kind,
        item=item,
        since=ms(since),
    )


def notes(tx: Tx, link: str, since: datetime) -> list[tuple[datetime, str, str]]:
    """The notes about a patient since a moment: when, kind, item; newest first."""
    rows = tx.all(
        "SELECT at, kind, item FROM note WHERE link = :link AND at >= :since ORDER BY at DESC",
        link=link,
        since=ms(since),
    )
    return [(moment(r["at"]), r["kind"], r["item"]) for r in rows]


def noted(tx: Tx, clinic: str, kind: str, item: str, since: datetime) -> list[tuple[str, str]]:
    """The patients of a clinic, as (link, label), of whom this was noted since a moment; by label."""
    rows = tx.all(
        "SELECT DISTINCT link.id, link.label FROM note JOIN link ON link.id = note.link WHERE link.clinic = :clinic"
        " AND link.ended_at IS NULL AND note.kind = :kind AND note.item = :item AND note.at >= :since"
        " ORDER BY link.label COLLATE NOCASE",
        clinic=clinic,
        kind=kind,
        item=item,
        since=ms(since),
    )
    return [(row["id"], row["label"]) for row in rows]


def safety_event(tx: Tx, account: str | None, category: str, *, at: datetime) -> None:
    """Red-flag words were seen: the category and the time, never the text (R10)."""
    tx.run(
        "INSERT INTO safety_event (account, category, at) VALUES (:account, :category, :at)",
        account=account,
        category=category,
        at=ms(at),
    )
