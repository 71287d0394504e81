"""One writer at a time: an operating-system lock beside a file that names its owner.

The system frees the lock when its process dies, however it dies, so that a stale one is never
waited for; the owner's file is only for people.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from index.errors import StoreError

_LOCK = "write.lock"
_OWNER = "write.owner"
_CLOCKS = timedelta(seconds=2)
"""How far a process's start, counted from the machine's, and the clock on the wall may differ."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who writes: process id, command, and start (ISO, UTC)."""

    pid: int
    command: str
    since: str

    def __str__(self) -> str:
        return f"{self.command} (pid {self.pid}, {self.since})"


@contextmanager
def writer(home: Path, command: str = "index", wait_s: float = 0.0) -> Iterator[Owner]:
    """Hold the home's write lock; waits ``wait_s`` seconds for it.

    Raises StoreError ``index_locked`` naming the owner, ``home_unwritable`` when the home cannot be
    written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        held = FileLock(home / _LOCK, thread_local=False)
        held.acquire(timeout=wait_s)
    except Timeout as error:
        raise StoreError("index_locked", home=str(home), owner=str(owner(home) or "?")) from error
    except OSError as error:
        raise StoreError("home_unwritable", home=str(home), problem=error.strerror or str(error)) from error
    try:
        mine = Owner(os.getpid(), command, datetime.now(UTC).isoformat(timespec="seconds"))
        _name(home, mine)
        yield mine
    finally:
        (home / _OWNER).unlink(missing_ok=True)
        held.release()


def holder(home: Path) -> Owner | None:
    """Return who holds the lock now, as far as a living process says so; None if nobody does.

    A process that began after the lock was taken has only inherited the number of the one that did.
    """
    named = owner(home)
    if named is None:
        return None
    try:
        process = psutil.Process(named.pid)
        began = datetime.fromtimestamp(process.create_time(), UTC) - _CLOCKS
        alive = process.status() != psutil.STATUS_ZOMBIE and began <= datetime.fromisoformat(named.since)
    except psutil.NoSuchProcess:
        return None
    return named if alive else None


def owner(home: Path) -> Owner | None:
    """Return who holds the lock, or died holding it; None if nobody did."""
    try:
        return Owner(**json.loads((home / _OWNER).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _name(home: Path, mine: Owner) -> None:
    beside = home / f"{_OWNER}.{mine.pid}"
    try:
        beside.write_text(json.dumps(asdict(mine)), encoding="utf-8")
        beside.replace(home / _OWNER)
    except OSError as error:
        raise StoreError("home_unwritable", home=str(home), problem=error.strerror or str(error)) from error
