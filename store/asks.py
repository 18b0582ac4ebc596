"""What the bot last asked a chat to type. One question a chat; a restart loses none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from store.database import Tx
from store.times import ms


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A question waiting for typed words: its kind and what the answer is about."""

    kind: str
    facts: Mapping[str, str]


def put(tx: Tx, chat: int, kind: str, *, at: datetime, **facts: str) -> None:
    """Wait for words from this chat, in place of whatever was waited for."""
    tx.run(
        "INSERT INTO ask (chat, kind, facts, at) VALUES (:chat, :kind, :facts, :at)"
        " ON CONFLICT (chat) DO UPDATE SET kind = :kind, facts = :facts, at = :at",
        chat=chat,
        kind=kind,
        facts=json.dumps(facts),
        at=ms(at),
    )


def get(tx: Tx, chat: int) -> Ask | None:
    """What this chat was asked to type, if anything."""
    row = tx.one("SELECT kind, facts FROM ask WHERE chat = :chat", chat=chat)
    return None if row is None else Ask(kind=row["kind"], facts=json.loads(row["facts"]))


def clear(tx: Tx, chat: int) -> bool:
    """Wait for nothing; False if nothing was waited for."""
    return bool(tx.run("DELETE FROM ask WHERE chat = :chat", chat=chat))
