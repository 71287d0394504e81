"""The folders of a home: ``current`` names the index folder that answers; the next is built beside it.

Rebuild, repair, migration and restore make a whole new folder and then switch by one rename, so
that the old index answers until the very moment the new one does.
"""

import os
import shutil
import uuid
from pathlib import Path

from index.errors import StoreError

_POINTER = "current"
_PREFIX = "index-"


def catalog_path(folder: Path) -> Path:
    """The catalog of an index folder."""
    return folder / "catalog.sqlite3"


def vectors_path(folder: Path) -> Path:
    """Chroma's files of an index folder."""
    return folder / "vectors"


def words_path(folder: Path) -> Path:
    """The word index of an index folder."""
    return folder / "words"


def current(home: Path) -> Path:
    """Return the index folder that answers.

    Raises StoreError ``index_missing`` when there is none.
    """
    named = _named(home)
    while not catalog_path(home / named).is_file():
        before, named = named, _named(home)
        if named == before:  # else a rebuild switched, and took the old folder away, between the two looks
            raise StoreError("index_missing", home=str(home))
    return home / named


def _named(home: Path) -> str:
    try:
        return (home / _POINTER).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError("index_missing", home=str(home)) from error


def exists(home: Path) -> bool:
    """Whether the home holds an index."""
    try:
        current(home)
    except StoreError:
        return False
    return True


def new_folder(home: Path) -> Path:
    """Make an empty index folder beside the current one."""
    folder = home / f"{_PREFIX}{uuid.uuid4().hex[:12]}"
    folder.mkdir(parents=True)
    return folder


def switch(home: Path, folder: Path) -> None:
    """Let ``folder`` answer from now on; durable when this returns."""
    for path in [folder, *folder.rglob("*")]:
        _sync(path)
    beside = home / f"{_POINTER}.{os.getpid()}"
    beside.write_text(folder.name + "\n", encoding="utf-8")
    _sync(beside)
    beside.replace(home / _POINTER)
    _sync(home)


def drop_others(home: Path) -> None:
    """Delete index folders that do not answer: replaced ones and half-built ones. For the writer only."""
    kept = current(home) if exists(home) else None
    for folder in home.glob(f"{_PREFIX}*"):
        if folder != kept:
            shutil.rmtree(folder, ignore_errors=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
