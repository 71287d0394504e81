"""A home in one file, and back: the catalog with its vectors, and the history of conversations.

Both work while the chat runs. Words and the vector store are derived, so they are built anew from
the catalog, which needs no model.
"""

import json
import os
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index import home as folders
from index import lock, room, schema
from index.catalog import Catalog
from index.digest import file_sha
from index.errors import InputError, StoreError
from index.rebuild import switch_to_catalog
from index.types import Progress

FORMAT = 1
_MANIFEST, _CATALOG, _HISTORY = "hoibao.json", "catalog.sqlite3", "history.db"


@dataclass(frozen=True, slots=True)
class Saved:
    """What a backup holds."""

    path: str
    articles: int
    passages: int
    history: bool
    made: str
    bytes: int


def backup(home: Path, file: Path, progress: Callable[[Progress], None] | None = None) -> Saved:
    """Write the home to ``file``, which appears whole or not at all.

    Raises StoreError ``index_missing``, ``disk_full`` or ``backup_unwritable``.
    """
    tell = progress or (lambda _: None)
    folder = folders.current(home)
    history = home / _HISTORY
    size = folders.catalog_path(folder).stat().st_size + (history.stat().st_size if history.is_file() else 0)
    try:
        with tempfile.TemporaryDirectory(prefix="hoibao-", dir=file.absolute().parent) as work:
            room.need(Path(work), 2 * size)
            parts = {_CATALOG: Path(work, _CATALOG)}
            tell(Progress("backup", 0, 3))
            schema.copy(folders.catalog_path(folder), parts[_CATALOG], wal=False)
            if history.is_file():
                parts[_HISTORY] = Path(work, _HISTORY)
                schema.copy(history, parts[_HISTORY], wal=False)
            tell(Progress("backup", 1, 3))
            saved = _describe(file, parts)
            _pack(Path(work, "whole"), parts, saved)
            tell(Progress("backup", 2, 3))
            Path(work, "whole").replace(file)
    except OSError as error:
        raise StoreError("backup_unwritable", path=str(file), problem=error.strerror or str(error)) from error
    tell(Progress("backup", 3, 3))
    return Saved(str(file), saved.articles, saved.passages, saved.history, saved.made, file.stat().st_size)


def restore(
    home: Path,
    file: Path,
    progress: Callable[[Progress], None] | None = None,
    chroma_url: str | None = None,
) -> Saved:
    """Put the index and the history of ``file`` in place of the home's; readers move over by themselves.

    The file is checked whole before anything changes. Raises InputError ``path_missing`` or
    ``backup_bad``, StoreError ``index_newer``, ``index_locked``, ``disk_full``.
    """
    tell = progress or (lambda _: None)
    if not file.is_file():
        raise InputError("path_missing", path=str(file))
    with lock.writer(home, "restore"), room.explained(home):
        room.need(home, 6 * file.stat().st_size)
        with tempfile.TemporaryDirectory(prefix="restore-", dir=home) as work:
            manifest = _unpack(file, Path(work))
            if int(manifest["schema"]) > schema.SCHEMA:
                raise StoreError("index_newer", home=str(file), found=manifest["schema"], known=schema.SCHEMA)
            switch_to_catalog(home, Path(work, _CATALOG), tell, chroma_url)
            if Path(work, _HISTORY).is_file():
                schema.copy(Path(work, _HISTORY), home / _HISTORY, wal=False)
    known = {name: manifest[name] for name in ("articles", "passages", "history", "made")}
    return Saved(path=str(file), bytes=file.stat().st_size, **known)


def _describe(file: Path, parts: dict[str, Path]) -> Saved:
    copied = schema.connect(parts[_CATALOG])
    try:
        articles = copied.execute("SELECT count(*) FROM articles WHERE state = 'live'").fetchone()[0]
        passages = copied.execute("SELECT count(*) FROM passages").fetchone()[0]
    finally:
        copied.close()
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Saved(str(file), articles, passages, _HISTORY in parts, made, 0)


def _pack(target: Path, parts: dict[str, Path], saved: Saved) -> None:
    manifest = {
        "format": FORMAT,
        "schema": schema.SCHEMA,
        "articles": saved.articles,
        "passages": saved.passages,
        "history": saved.history,
        "made": saved.made,
        "sha256": {name: file_sha(path) for name, path in parts.items()},
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as packed:
        packed.writestr(_MANIFEST, json.dumps(manifest))
        for name, path in parts.items():
            packed.write(path, name)
    with target.open("rb") as written:
        os.fsync(written.fileno())


def _unpack(file: Path, work: Path) -> dict[str, Any]:
    """Unpack and check every byte; raises InputError ``backup_bad``."""
    try:
        with zipfile.ZipFile(file) as packed:
            manifest = json.loads(packed.read(_MANIFEST))
            if manifest["format"] > FORMAT:
                raise InputError("backup_bad", path=str(file), problem=f"format {manifest['format']}")
            for name, digest in manifest["sha256"].items():
                if name not in (_CATALOG, _HISTORY):
                    raise InputError("backup_bad", path=str(file), problem=f"unknown part {name!r}")
                packed.extract(name, work)
                if file_sha(work / name) != digest:
                    raise InputError(
                        "backup_bad", path=str(file), problem=f"{name} differs from its checksum"
                    )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise InputError("backup_bad", path=str(file), problem=str(error)[:200]) from error
    if not (work / _CATALOG).is_file():
        raise InputError("backup_bad", path=str(file), problem="no catalog")
    if not Catalog.peek_file(work / _CATALOG):
        raise InputError("backup_bad", path=str(file), problem="the catalog cannot be read")
    return dict(manifest)
