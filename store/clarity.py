"""Was this clear? Numbers by article, version and section; who said what is never written down."""

from dataclasses import dataclass

from store.database import Tx


@dataclass(frozen=True, kw_only=True)
class Clarity:
    """How many readers said that a section was clear, and how many that it was not quite."""

    article: str
    version: int
    section: int
    clear: int
    unclear: int


def count(tx: Tx, article: str, version: int, section: int, *, clear: bool) -> None:
    """One more answer."""
    tx.run(
        "INSERT INTO clarity (article, version, section, clear, unclear)"
        " VALUES (:article, :version, :section, :clear, :unclear)"
        " ON CONFLICT (article, version, section) DO UPDATE SET"
        " clear = clear + :clear, unclear = unclear + :unclear",
        article=article,
        version=version,
        section=section,
        clear=int(clear),
        unclear=int(not clear),
    )


def every(tx: Tx) -> list[Clarity]:
    """All numbers, by article, version and section."""
    rows = tx.all("SELECT * FROM clarity ORDER BY article, version, section")
    return [
        Clarity(
            article=row["article"],
            version=row["version"],
            section=row["section"],
            clear=row["clear"],
            unclear=row["unclear"],
        )
        for row in rows
    ]
