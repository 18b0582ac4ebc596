"""A clinic's team: who is on it, and what of the clinic's they may reach."""

from dataclasses import dataclass
from datetime import datetime

from store import clinics, people
from store.clinics import Clinic
from store.database import Tx
from store.people import Link
from store.times import ms


@dataclass(frozen=True, kw_only=True)
class Clinician:
    """A member of a clinic's team."""

    id: str
    account: str
    name: str
    clinic: Clinic

    @property
    def initials(self) -> str:
        """The letters that a safety check is signed with (R1)."""
        return "".join(word[0] for word in self.name.split() if word[0].isalpha()).upper()


def clinician(tx: Tx, chat: int) -> Clinician | None:
    """The clinician behind a chat; None for everyone else, the withdrawn included."""
    row = tx.one(
        "SELECT clinician.* FROM clinician JOIN account ON account.id = clinician.account"
        " WHERE account.chat = :chat AND clinician.withdrawn_at IS NULL",
        chat=chat,
    )
    if row is None:
        return None
    return Clinician(id=row["id"], account=row["account"], name=row["name"], clinic=clinics.get(tx, row["clinic"]))


def link_for(tx: Tx, clinician: Clinician, id: str) -> Link | None:
    """A live link of the clinician's own clinic; None for any other, existing or not."""
    found = people.link(tx, id)
    return found if found is not None and found.clinic.id == clinician.clinic.id else None


def members(tx: Tx, clinic: str) -> list[Clinician]:
    """The clinicians of a clinic who are on its team now."""
    rows = tx.all(
        "SELECT * FROM clinician WHERE clinic = :clinic AND withdrawn_at IS NULL AND account IS NOT NULL ORDER BY name",
        clinic=clinic,
    )
    home = clinics.get(tx, clinic)
    return [Clinician(id=r["id"], account=r["account"], name=r["name"], clinic=home) for r in rows]


def row_alert(tx: Tx, link: Link) -> Clinician | None:
    """Who is to hear of three in a row: whom the clinic named, while on its team and while the patient shares."""
    found = (each for each in members(tx, link.clinic.id) if each.id == link.clinic.row_alert)
    return next(found, None) if link.shares else None


def join(tx: Tx, *, id: str, clinic: str, account: str, name: str, at: datetime) -> bool:
    """Put an account on a clinic's team; False if it is on one already."""
    if tx.value("SELECT 1 FROM clinician WHERE account = :account AND withdrawn_at IS NULL", account=account):
        return False
    tx.run(
        "INSERT INTO clinician (id, clinic, account, name, joined_at) VALUES (:id, :clinic, :account, :name, :at)",
        id=id,
        clinic=clinic,
        account=account,
        name=name,
        at=ms(at),
    )
    return True


def withdraw(tx: Tx, clinician: str, *, at: datetime) -> bool:
    """Take somebody off the team: from the next update on they are a stranger. Their waiting notices are void."""
    gone = tx.run(
        "UPDATE clinician SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL",
        id=clinician,
        at=ms(at),
    )
    tx.run(
        "DELETE FROM round WHERE kind = 'digest' AND account = (SELECT account FROM clinician WHERE id = :id)",
        id=clinician,
    )
    return bool(gone)
