"""The catalog's tables, and how its file is opened, created and migrated.

A text is what is embedded and searched; several articles (sources) may hold the same one. An
article is pending until the run that brought it commits, then live. A text without any article is
stale and waits for the sweep.
"""

import sqlite3
import uuid
from collections.abc import Callable
from pathlib import Path

from index import chunk
from index.errors import StoreError
from index.types import EmbedderInfo

SCHEMA = 1
"""Raised with every change of the tables; ``MIGRATIONS[n]`` leads from n to n + 1."""

RULES = 2
"""Raised when reading, cleaning or chunking gives other texts: the next run reads every file anew."""

GIVEN = "(SELECT value FROM json_each(?))"
"""SQL for any number of values in one parameter: a JSON list."""

WAIT_S = 20.0  # for another connection's transaction: ours are short, a copy of the file is not

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE texts (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  heading TEXT NOT NULL,
  published TEXT,
  signature BLOB,
  twin TEXT
) WITHOUT ROWID;
CREATE INDEX texts_twin ON texts (twin);

CREATE TABLE bands (
  band INTEGER NOT NULL,
  value INTEGER NOT NULL,
  text_id TEXT NOT NULL REFERENCES texts (id) ON DELETE CASCADE,
  PRIMARY KEY (band, value, text_id)
) WITHOUT ROWID;
CREATE INDEX bands_text ON bands (text_id);

CREATE TABLE passages (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES texts (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  vector BLOB
);
CREATE INDEX passages_text ON passages (text_id, ordinal);
CREATE INDEX passages_bare ON passages (text_id) WHERE vector IS NULL;

CREATE TABLE articles (
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'live')),
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  text_id TEXT NOT NULL REFERENCES texts (id),
  title TEXT NOT NULL,
  folded TEXT NOT NULL,
  published TEXT,
  author TEXT,
  publisher TEXT,
  removed TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  indexed_at TEXT NOT NULL,
  PRIMARY KEY (id, state),
  UNIQUE (source, state)
);
CREATE INDEX articles_text ON articles (text_id, state, source);
CREATE INDEX articles_path ON articles (root, path);
CREATE INDEX articles_published ON articles (state, published);

CREATE TABLE files (
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  source TEXT NOT NULL,
  hash TEXT NOT NULL,
  rules INTEGER NOT NULL,
  PRIMARY KEY (root, path)
) WITHOUT ROWID;

CREATE TABLE failures (
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  source TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (root, path, source)
) WITHOUT ROWID;

CREATE TABLE forgotten (
  source TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL,
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE syllables (marked TEXT PRIMARY KEY, folded TEXT NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX syllables_folded ON syllables (folded);

CREATE TABLE pairs (
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  folded TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX pairs_folded ON pairs (folded);
"""

MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {}


def create(path: Path, info: EmbedderInfo) -> None:
    """Make an empty catalog at ``path`` with a new store id, for vectors of ``info``."""
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA page_size=8192")
        made.execute("PRAGMA journal_mode=WAL")
        made.executescript(_TABLES)
        set_meta(made, {"schema": str(SCHEMA), "cut": str(chunk.VERSION), "counter": "0", "dirty": "0"})
        set_meta(made, {"store_id": new_store_id(), **info_values(info)})
    made.close()


def connect(path: Path) -> sqlite3.Connection:
    """Open a catalog for one process's threads; transactions are begun and ended by hand.

    Raises StoreError ``index_newer`` or ``index_older`` for another schema, ``index_broken`` for a
    file that is not a catalog.
    """
    try:
        opened = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=WAIT_S,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
    except sqlite3.OperationalError as error:  # no file, or one that this user may not open
        raise StoreError("index_broken", home=str(path.parent.parent), problem=str(error)) from error
    try:
        opened.execute("PRAGMA synchronous=FULL")
        opened.execute("PRAGMA foreign_keys=ON")
        found = int(dict(opened.execute("SELECT key, value FROM meta WHERE key = 'schema'"))["schema"])
    except (sqlite3.DatabaseError, KeyError, ValueError) as error:
        opened.close()
        raise StoreError("index_broken", home=str(path.parent.parent), problem=str(error)) from error
    if found != SCHEMA:
        opened.close()
        code = "index_newer" if found > SCHEMA else "index_older"
        raise StoreError(code, home=str(path.parent.parent), found=found, known=SCHEMA)
    return opened


def copy(source: Path, target: Path, wal: bool = True) -> None:
    """Copy a database as one consistent snapshot, while others read and write both.

    A target that exists is replaced in one transaction. Raises StoreError ``index_broken``.
    """
    origin = sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT_S)
    copied = sqlite3.connect(target, timeout=WAIT_S)
    try:
        origin.backup(copied, pages=4096)
        if wal:
            copied.execute("PRAGMA journal_mode=WAL")
    except sqlite3.DatabaseError as error:
        raise StoreError("index_broken", home=str(source.parent), problem=str(error)) from error
    finally:
        copied.close()
        origin.close()


def migrate(path: Path) -> None:
    """Lead the catalog at ``path``, a copy that nobody else has open, to the present schema."""
    opened = sqlite3.connect(path, isolation_level=None)
    try:
        found = int(dict(opened.execute("SELECT key, value FROM meta WHERE key = 'schema'"))["schema"])
        for step in range(found, SCHEMA):
            opened.execute("BEGIN IMMEDIATE")
            MIGRATIONS[step](opened)
            set_meta(opened, {"schema": str(step + 1)})
            opened.execute("COMMIT")
    finally:
        opened.close()


def set_meta(catalog: sqlite3.Connection, values: dict[str, str]) -> None:
    """Write keys of the meta table."""
    catalog.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(values.items()))


def new_store_id() -> str:
    """Return an id that no other build of any index has."""
    return uuid.uuid4().hex


INFO_KEYS = ("model", "dimension", "query_prefix", "passage_prefix", "backend", "graph")

FIRST_GRAPH = "3"
"""The int8 graphs that made the vectors of an index that does not say: it was made before it was asked."""


def info_values(info: EmbedderInfo) -> dict[str, str]:
    """Return the meta keys that describe the vectors."""
    return {
        "model": info.name,
        "dimension": str(info.dimension),
        "query_prefix": info.query_prefix,
        "passage_prefix": info.passage_prefix,
        "backend": info.backend,
        "graph": info.graph,
    }
