"""Accounts and links: who somebody is, looked up anew for each update."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from store import clinics
from store.clinics import Clinic
from store.database import Row, Tx
from store.times import moment, ms


@dataclass(frozen=True, kw_only=True)
class Account:
    """A Telegram account that agreed to be known here, under a random id."""

    id: str
    chat: int
    language: str
    country: str | None
    zone: ZoneInfo | None
    """In force: the one whose clock the person confirmed last."""
    asking: bool
    """Whether the clock is still to be asked for, for the first time or again."""
    asked_zone: ZoneInfo | None
    """The zone whose clock is being asked about."""
    quiet_since: datetime | None
    unreachable: bool


@dataclass(frozen=True, kw_only=True)
class Link:
    """What ties a label at a clinic to a patient's account (None until the patient joined)."""

    id: str
    label: str
    clinic: Clinic
    account: Account | None
    consent_at: datetime | None
    shares: bool
    shares_asked: bool
    self_checked_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Patient:
    """A patient as the handlers meet one: an account with its live link."""

    account: Account
    link: Link

    @property
    def clinic(self) -> Clinic:
        """The clinic of the live link."""
        return self.link.clinic


def _account(row: Row) -> Account:
    return Account(
        id=row["id"],
        chat=row["chat"],
        language=row["language"],
        country=row["country"],
        zone=None if row["zone"] is None else ZoneInfo(row["zone"]),
        asking=bool(row["asking"]),
        asked_zone=None if row["asked_zone"] is None else ZoneInfo(row["asked_zone"]),
        quiet_since=None if row["quiet_since"] is None else moment(row["quiet_since"]),
        unreachable=row["unreachable_at"] is not None,
    )


def account(tx: Tx, chat: int) -> Account | None:
    """The account of a chat."""
    row = tx.one("SELECT * FROM account WHERE chat = :chat", chat=chat)
    return None if row is None else _account(row)


def account_by_id(tx: Tx, id: str) -> Account | None:
    """The account of that random id."""
    row = tx.one("SELECT * FROM account WHERE id = :id", id=id)
    return None if row is None else _account(row)


def belongs(tx: Tx, account: str) -> bool:
    """Whether an account has a clinic here: as a patient with a live link, or on its team."""
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM link WHERE account = :account AND ended_at IS NULL)"
            " OR EXISTS (SELECT 1 FROM clinician WHERE account = :account AND withdrawn_at IS NULL)",
            account=account,
        )
    )


def patient(tx: Tx, chat: int) -> Patient | None:
    """The patient behind a chat: an account with a live link."""
    row = tx.one(
        "SELECT link.* FROM link JOIN account ON account.id = link.account"
        " WHERE account.chat = :chat AND link.ended_at IS NULL",
        chat=chat,
    )
    if row is None:
        return None
    found = _link(tx, row)
    assert found.account is not None
    return Patient(account=found.account, link=found)


def _link(tx: Tx, row: Row) -> Link:
    return Link(
        id=row["id"],
        label=row["label"],
        clinic=clinics.get(tx, row["clinic"]),
        account=None if row["account"] is None else account_by_id(tx, row["account"]),
        consent_at=None if row["consent_at"] is None else moment(row["consent_at"]),
        shares=bool(row["shares"]),
        shares_asked=bool(row["shares_asked"]),
        self_checked_at=None if row["self_checked_at"] is None else moment(row["self_checked_at"]),
    )


def link(tx: Tx, id: str) -> Link | None:
    """A live link by id."""
    row = tx.one("SELECT * FROM link WHERE id = :id AND ended_at IS NULL", id=id)
    return None if row is None else _link(tx, row)


def link_by_label(tx: Tx, clinic: str, label: str) -> Link | None:
    """A live link of a clinic by its label, whatever the case it was typed in."""
    row = tx.one(
        "SELECT * FROM link WHERE clinic = :clinic AND label = :label COLLATE NOCASE AND ended_at IS NULL",
        clinic=clinic,
        label=label,
    )
    return None if row is None else _link(tx, row)


def links(tx: Tx, clinic: str) -> list[Link]:
    """All live links of a clinic by label."""
    return [
        _link(tx, row)
        for row in tx.all(
            "SELECT * FROM link WHERE clinic = :clinic AND ended_at IS NULL ORDER BY label COLLATE NOCASE",
            clinic=clinic,
        )
    ]


def open_account(tx: Tx, *, id: str, chat: int, language: str, at: datetime) -> Account:
    """The account of a chat, made if there is none."""
    tx.run(
        "INSERT INTO account (id, chat, language, created_at) VALUES (:id, :chat, :language, :at)"
        " ON CONFLICT (chat) DO UPDATE SET unreachable_at = NULL",
        id=id,
        chat=chat,
        language=language,
        at=ms(at),
    )
    found = account(tx, chat)
    assert found is not None
    return found


def add_link(tx: Tx, *, id: str, clinic: str, label: str, at: datetime) -> None:
    """A new label at a clinic, not joined yet."""
    tx.run(
        "INSERT INTO link (id, clinic, label, created_at) VALUES (:id, :clinic, :label, :at)",
        id=id,
        clinic=clinic,
        label=label,
        at=ms(at),
    )


def join(tx: Tx, *, link: str, account: str, consent_version: str, at: datetime) -> bool:
    """Tie an account to a label, with consent; False if the label is taken or the account has a live link."""
    if tx.value("SELECT 1 FROM link WHERE account = :account AND ended_at IS NULL", account=account):
        return False
    return bool(
        tx.run(
            "UPDATE link SET account = :account, consent_version = :version, consent_at = :at"
            " WHERE id = :link AND account IS NULL AND ended_at IS NULL",
            link=link,
            account=account,
            version=consent_version,
            at=ms(at),
        )
    )


def set_country(tx: Tx, account: str, country: str) -> None:
    """The country a person chose; the clock is asked for anew, and the old one stands until then."""
    tx.run(
        "UPDATE account SET country = :country, asked_zone = NULL, asking = 1 WHERE id = :account",
        account=account,
        country=country,
    )


def ask_zone(tx: Tx, account: str, zone: str | None) -> None:
    """The zone whose clock is to be confirmed; None: it was not that one."""
    tx.run("UPDATE account SET asked_zone = :zone WHERE id = :account", account=account, zone=zone)


def move_to(tx: Tx, account: str, zone: ZoneInfo, *, country: str | None, at: datetime) -> None:
    """This clock is in force from now on; with it another country's numbers, unless ``country`` is None.

    The first clock of a person is no move.
    """
    tx.run(
        "UPDATE account SET zone = :zone, country = coalesce(:country, country), asked_zone = NULL, asking = 0,"
        " moved_at = CASE WHEN zone IS NULL THEN NULL ELSE :at END WHERE id = :account",
        account=account,
        zone=zone.key,
        country=country,
        at=ms(at),
    )


def keep_zone(tx: Tx, account: str) -> None:
    """The zone in force stays; nothing is asked any more."""
    tx.run("UPDATE account SET asked_zone = NULL, asking = 0 WHERE id = :account AND zone IS NOT NULL", account=account)


def set_shares(tx: Tx, link: str, shares: bool) -> None:
    """Whether the clinic may see the check-ins; asked, never assumed."""
    tx.run("UPDATE link SET shares = :shares, shares_asked = 1 WHERE id = :link", link=link, shares=int(shares))


def set_quiet(tx: Tx, account: str, since: datetime | None) -> None:
    """Quiet from a moment on, or not quiet (None)."""
    tx.run(
        "UPDATE account SET quiet_since = :since WHERE id = :account",
        account=account,
        since=None if since is None else ms(since),
    )


def set_reachable(tx: Tx, account: str, *, at: datetime | None) -> None:
    """Mark as unreachable since ``at``, or as reachable again (None)."""
    tx.run(
        "UPDATE account SET unreachable_at = :at WHERE id = :account",
        account=account,
        at=None if at is None else ms(at),
    )


def heal(tx: Tx, chat: int) -> bool:
    """Whoever writes can be reached again; False if they could be all along."""
    return bool(
        tx.run("UPDATE account SET unreachable_at = NULL WHERE chat = :chat AND unreachable_at IS NOT NULL", chat=chat)
    )


def within_reach(tx: Tx, account: str) -> bool:
    """Whether nothing is known that would keep word from this person."""
    return bool(tx.value("SELECT unreachable_at IS NULL FROM account WHERE id = :account", account=account))


def move(tx: Tx, account: str, chat: int) -> bool:
    """Telegram gave the chat another id; False if that one is somebody's, or no other."""
    return bool(
        tx.run(
            "UPDATE account SET chat = :chat WHERE id = :account"
            " AND NOT EXISTS (SELECT 1 FROM account AS other WHERE other.chat = :chat)",
            account=account,
            chat=chat,
        )
    )


def erase_as_patient(tx: Tx, account: str) -> None:
    """Delete what somebody has here as a patient; the account stays, of one of a team."""
    for table in ("link", "checkin", "trip", "reading", "course", "safety_event"):
        tx.run(f"DELETE FROM {table} WHERE account = :account", account=account)  # noqa: S608 - names, written above
    tx.run("DELETE FROM round WHERE account = :account AND kind <> 'digest'", account=account)
    tx.run("UPDATE account SET quiet_since = NULL WHERE id = :account", account=account)


def erase(tx: Tx, account: str, chat: int) -> None:
    """Delete the row that ties the random id to the person, and all of that person's data."""
    tx.run("DELETE FROM inbox WHERE chat = :chat AND done_at IS NOT NULL", chat=chat)
    tx.run("UPDATE inbox SET raw = NULL WHERE chat = :chat AND dead = 1", chat=chat)
    tx.run("DELETE FROM ask WHERE chat = :chat", chat=chat)
    tx.run("DELETE FROM link WHERE account = :account", account=account)
    tx.run("DELETE FROM account WHERE id = :account", account=account)
