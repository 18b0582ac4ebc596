"""Approvals of articles: who vouched for which text (design 6). A changed text is unapproved again."""

from dataclasses import dataclass
from datetime import datetime

from store.database import Tx
from store.times import moment, ms


@dataclass(frozen=True, kw_only=True)
class Approval:
    """A clinician's word for one version of an article, bound to the digest of its text."""

    article: str
    version: int
    digest: str
    reviewer: str
    credential: str
    at: datetime


def approve(tx: Tx, approval: Approval) -> None:
    """Keep an approval; a newer one of the same article stands before it."""
    tx.run(
        "INSERT INTO approval (article, version, digest, reviewer, credential, at)"
        " VALUES (:article, :version, :digest, :reviewer, :credential, :at)",
        article=approval.article,
        version=approval.version,
        digest=approval.digest,
        reviewer=approval.reviewer,
        credential=approval.credential,
        at=ms(approval.at),
    )


def withdraw(tx: Tx, article: str) -> bool:
    """Take back every approval of an article; whether there was one."""
    gone: int = tx.value("SELECT count(*) FROM approval WHERE article = :article", article=article)
    tx.run("DELETE FROM approval WHERE article = :article", article=article)
    return gone > 0


def latest(tx: Tx) -> dict[str, Approval]:
    """The newest approval of each article, by article id."""
    return {
        row["article"]: Approval(
            article=row["article"],
            version=row["version"],
            digest=row["digest"],
            reviewer=row["reviewer"],
            credential=row["credential"],
            at=moment(row["at"]),
        )
        for row in tx.all("SELECT * FROM approval ORDER BY at")
    }
