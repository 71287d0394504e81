"""Conversations and feedback: a SQLite file of its own, keyed by an unguessable id kept in the browser.

It has no part in the index: no writer's lock, no generation. Every function of it takes the owner's
id, so that one browser never sees another's conversations.
"""

import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from index.text import fold
from ui.exchange import Exchange, dumps, loads

FILE = "history.db"
TITLE = 80
"""Characters of the first question that name a conversation until it is renamed."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL,
    created REAL NOT NULL, updated REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS conversations_of ON conversations (owner, updated);
CREATE TABLE IF NOT EXISTS exchanges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    body TEXT NOT NULL, search TEXT NOT NULL, created REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS exchanges_of ON exchanges (conversation, id);
CREATE TABLE IF NOT EXISTS feedback (
    exchange INTEGER PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
    vote INTEGER NOT NULL, reason TEXT NOT NULL, created REAL NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Conversation:
    """``updated`` is seconds since the epoch."""

    id: str
    title: str
    updated: float


def new_owner() -> str:
    """256 random bits, URL-safe: whoever holds it sees these conversations."""
    return secrets.token_urlsafe(32)


class History:
    """One connection behind a lock: each call is a short transaction."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False, timeout=10)
        self._connection.create_function("fold", 1, fold, deterministic=True)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.executescript(SCHEMA)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._connection:
            yield self._connection

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def conversations(self, owner: str, search: str = "", limit: int = 200) -> list[Conversation]:
        """Newest first; ``search`` matches titles, questions and answers, whatever the case and the marks."""
        pattern = f"%{_literal(fold(search.strip()))}%"
        with self._transaction() as db:
            rows = db.execute(
                "SELECT id, title, updated FROM conversations AS c WHERE owner = ?"
                " AND (fold(title) LIKE ? ESCAPE '\\' OR EXISTS"
                " (SELECT 1 FROM exchanges WHERE conversation = c.id AND search LIKE ? ESCAPE '\\'))"
                " ORDER BY updated DESC LIMIT ?",
                (owner, pattern, pattern, limit),
            ).fetchall()
        return [Conversation(*row) for row in rows]

    def exchanges(self, owner: str, conversation: str) -> list[Exchange]:
        """A conversation's exchanges, oldest first; empty where it is not this owner's."""
        with self._transaction() as db:
            rows = db.execute(
                "SELECT e.body, e.id, COALESCE(f.vote, 0) FROM exchanges AS e"
                " JOIN conversations AS c ON c.id = e.conversation"
                " LEFT JOIN feedback AS f ON f.exchange = e.id"
                " WHERE c.owner = ? AND c.id = ? ORDER BY e.id",
                (owner, conversation),
            ).fetchall()
        return [loads(*row) for row in rows]

    def add(self, owner: str, conversation: str, one: Exchange, instead: int = 0) -> tuple[str, int]:
        """Keep an exchange; an unknown conversation becomes a new one. Returns both ids.

        ``instead`` is an exchange that it replaces, with those after it: both happen or neither does.
        """
        now = time.time()
        with self._transaction() as db:
            if instead:
                _drop_from(db, owner, conversation, instead)
            updated = db.execute(
                "UPDATE conversations SET updated = ? WHERE id = ? AND owner = ?", (now, conversation, owner)
            )
            if not updated.rowcount:
                conversation = secrets.token_urlsafe(12)
                title = " ".join(one.question.split())[:TITLE]
                db.execute(
                    "INSERT INTO conversations VALUES (?, ?, ?, ?, ?)", (conversation, owner, title, now, now)
                )
            row = db.execute(
                "INSERT INTO exchanges (conversation, body, search, created) VALUES (?, ?, ?, ?)",
                (conversation, dumps(one), fold(f"{one.question}\n{one.text}"), now),
            )
        return conversation, int(row.lastrowid or 0)

    def rename(self, owner: str, conversation: str, title: str) -> None:
        """A title of spaces changes nothing."""
        if title := " ".join(title.split())[:TITLE]:
            with self._transaction() as db:
                db.execute(
                    "UPDATE conversations SET title = ? WHERE id = ? AND owner = ?",
                    (title, conversation, owner),
                )

    def delete(self, owner: str, conversation: str) -> None:
        with self._transaction() as db:
            db.execute("DELETE FROM conversations WHERE id = ? AND owner = ?", (conversation, owner))

    def vote(self, owner: str, exchange: int, vote: int, reason: str = "") -> bool:
        """Keep a thumb (1, -1, or 0 to take it back) with its reason; False where it is not this owner's."""
        with self._transaction() as db:
            mine = db.execute(
                "SELECT 1 FROM exchanges AS e JOIN conversations AS c ON c.id = e.conversation"
                " WHERE e.id = ? AND c.owner = ?",
                (exchange, owner),
            ).fetchone()
            if mine:
                db.execute(
                    "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?)",
                    (exchange, vote, reason.strip(), time.time()),
                )
        return mine is not None


def _drop_from(db: sqlite3.Connection, owner: str, conversation: str, exchange: int) -> None:
    """Take out an exchange and those after it."""
    db.execute(
        "DELETE FROM exchanges WHERE id >= ? AND conversation ="
        " (SELECT id FROM conversations WHERE id = ? AND owner = ?)",
        (exchange, conversation, owner),
    )


def _literal(text: str) -> str:
    """LIKE's own marks, escaped."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
