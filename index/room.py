"""Disk space: asked for before writing, and watched while Chroma writes, which hangs on a full disk."""

import errno
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StoreError, first_line

MARGIN = 24 << 20
"""Bytes that stay free: SQLite's journals and tantivy's merges need room to end well."""

BYTES_A_PASSAGE = 24_000
"""Disk that a passage of some 800 bytes takes at the peak of a run, in all stores (measured: 15,000)."""

FULL = 256 << 10
"""Free bytes below which a write that does not return is taken for hung."""

PATIENCE_S = 8.0
"""How long such a write may still take."""

_LOOK_S = 0.2


def need(home: Path, more: int) -> None:
    """Make sure that ``more`` bytes can be written below ``home`` with the margin kept.

    Raises StoreError ``disk_full`` naming what is free and what is needed.
    """
    free = shutil.disk_usage(home).free
    if free < more + MARGIN:
        raise StoreError(
            "disk_full", home=str(home), free_mb=free >> 20, need_mb=(more + MARGIN + (1 << 20) - 1) >> 20
        )


@contextmanager
def explained(home: Path) -> Iterator[None]:
    """Say ``disk_full_now`` of what fails while the disk is full: each store has its own word for it.

    A read-only home is ``home_unwritable``.
    """
    try:
        yield
    except (StoreError, OSError, ValueError) as error:
        if isinstance(error, StoreError) and error.code.startswith("disk_full"):
            raise
        problem = first_line(error)
        if "No space left" in str(error) or shutil.disk_usage(home).free < FULL:
            raise StoreError("disk_full_now", home=str(home), problem=problem) from error
        if isinstance(error, OSError) and error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise StoreError("home_unwritable", home=str(home), problem=problem) from error
        raise


def guarded(home: Path, write: Callable[[], None]) -> None:
    """Run a write in a thread and give up on it when the disk is full and it does not return.

    Raises what the write raises, or StoreError ``disk_full``. The thread is left behind: it is in
    native code that nothing can stop, and ends with the process.
    """
    failed: list[BaseException] = []

    def run() -> None:
        try:
            write()
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            failed.append(error)

    thread = threading.Thread(target=run, name="chroma-write", daemon=True)
    thread.start()
    full_since: float | None = None
    while thread.is_alive():
        thread.join(_LOOK_S)
        if shutil.disk_usage(home).free >= FULL:
            full_since = None
            continue
        full_since = full_since or time.monotonic()
        if time.monotonic() - full_since > PATIENCE_S and thread.is_alive():
            raise StoreError("disk_full", home=str(home), free_mb=0, need_mb=MARGIN >> 20)
    if failed:
        raise failed[0]
