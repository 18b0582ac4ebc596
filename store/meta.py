"""A few facts about the database itself."""

from store.database import Tx


def get(tx: Tx, name: str) -> str | None:
    """A fact by name."""
    value: str | None = tx.value("SELECT value FROM meta WHERE name = :name", name=name)
    return value


def put(tx: Tx, name: str, value: str) -> None:
    """Keep a fact, in place of the one of that name."""
    tx.run(
        "INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
        name=name,
        value=value,
    )
