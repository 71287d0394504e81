"""The catalog: the one truth about articles. Reads of live versions, and the transactions of writers."""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

import numpy as np
from numpy.typing import NDArray

from index import schema
from index.errors import StoreError
from index.home import catalog_path
from index.schema import GIVEN
from index.types import Article, EmbedderInfo, Generation, Passage, Removal, Vectors

Row = tuple[Any, ...]

ARTICLE = "a.id, a.source, a.title, t.text, a.published, a.author, a.publisher, a.removed, a.content_hash"
TEXT = "FROM articles a JOIN texts t ON t.id = a.text_id"
LIVE = "a.state = 'live'"
_FIRST = (  # of identical articles the first by name speaks for all
    f"{LIVE} AND a.source = (SELECT min(b.source) FROM articles b "
    "WHERE b.text_id = a.text_id AND b.state = 'live')"
)
_MOST_KNOWN = 2000


class Catalog:
    """An open catalog; safe for many reading threads, one writing process at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the catalog of an index folder; raises as ``schema.connect``."""
        self.folder = folder
        self._home = str(folder.parent)
        self._moment = threading.Lock()
        self._open = schema.connect(catalog_path(folder))

    def close(self) -> None:
        """Close the file."""
        self._open.close()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement and return its rows."""
        with self._explained():
            return self._open.execute(sql, values).fetchall()

    def each(self, sql: str, *values: object) -> Iterator[Row]:
        """Run one statement and yield its rows without holding them all."""
        with self._explained():
            yield from self._open.execute(sql, values)

    def many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Run one statement for each of ``values``."""
        with self._explained():
            self._open.executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end of the block, rolls back when it raises."""
        self.rows("BEGIN IMMEDIATE")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            if self._open.in_transaction:
                self._open.rollback()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let the block's reads all see one moment."""
        with self._moment:
            self.rows("BEGIN")
            try:
                yield
            finally:
                self._open.rollback()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _explain(error, self._home) from error

    def meta(self) -> dict[str, str]:
        """Return the whole meta table."""
        return dict(cast(list[tuple[str, str]], self.rows("SELECT key, value FROM meta")))

    def set_meta(self, values: dict[str, str]) -> None:
        """Write keys of the meta table."""
        self.many("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(values.items()))

    @staticmethod
    def peek(folder: Path) -> dict[str, str]:
        """Return the meta table of an index folder's catalog of any schema; {} when it cannot be read."""
        return Catalog.peek_file(catalog_path(folder))

    @staticmethod
    def peek_file(file: Path) -> dict[str, str]:
        """Return the meta table of a catalog file; {} when it cannot be read."""
        try:
            with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as seen:
                return dict(seen.execute("SELECT key, value FROM meta"))
        except sqlite3.DatabaseError:
            return {}

    def generation(self) -> Generation:
        """Return store id and counter as of now."""
        meta = self.meta()
        return Generation(meta["store_id"], int(meta["counter"]))

    def info(self) -> EmbedderInfo:
        """Return what made the vectors."""
        meta = self.meta()
        unsaid = schema.FIRST_GRAPH if meta["backend"] == "onnx-int8" else ""
        return EmbedderInfo(
            name=meta["model"],
            dimension=int(meta["dimension"]),
            query_prefix=meta["query_prefix"],
            passage_prefix=meta["passage_prefix"],
            backend=cast(Literal["torch", "onnx-int8", "http", "fake"], meta["backend"]),
            graph=meta.get("graph", unsaid),
        )

    def owned(self, ids: Sequence[str], having: str = LIVE) -> set[str]:
        """Return those of ``ids`` that are passages of an article ``a`` for which ``having`` is true."""
        found = self.rows(
            f"SELECT p.id FROM passages p WHERE p.id IN {GIVEN} AND EXISTS "
            f"(SELECT 1 FROM articles a WHERE a.text_id = p.text_id AND {having})",
            json.dumps(ids),
        )
        return {row[0] for row in found}

    def vectors(self, ids: Sequence[str]) -> tuple[list[str], Vectors]:
        """Return the ids that have a vector, and the vectors, shape (n, dimension), unit length."""
        found = self.rows(
            f"SELECT id, vector FROM passages WHERE id IN {GIVEN} AND vector NOT NULL", json.dumps(ids)
        )
        return [row[0] for row in found], matrix([row[1] for row in found])

    def load(self, ids: Sequence[str], known: dict[str, Article]) -> dict[str, tuple[Passage, Article]]:
        """Return live passages with their article, of identical ones the first by source.

        ``known`` keeps articles by text between calls of one generation; it is filled here.
        """
        found = self.rows(
            f'SELECT p.id, p.text_id, p.ordinal, p.start, p."end" FROM passages p WHERE p.id IN {GIVEN} '
            f"AND EXISTS (SELECT 1 FROM articles a WHERE a.text_id = p.text_id AND {LIVE})",
            json.dumps(ids),
        )
        if len(known) > _MOST_KNOWN:
            known.clear()
        lacking = {row[1] for row in found} - known.keys()
        if lacking:
            sql = f"SELECT a.text_id, {ARTICLE} {TEXT} WHERE a.text_id IN {GIVEN} AND {_FIRST}"
            for text_id, *row in self.rows(sql, json.dumps(sorted(lacking))):
                known[text_id] = article(row)
        loaded: dict[str, tuple[Passage, Article]] = {}
        for id_, text_id, ordinal, start, end in found:
            owner = known.get(text_id)
            if owner is not None:
                loaded[id_] = (Passage(id_, owner.id, ordinal, start, end, owner.text[start:end]), owner)
        return loaded

    def article(self, source: str) -> Article:
        """Return the live article called ``source``.

        Raises StoreError ``article_missing``.
        """
        found = self.rows(
            f"SELECT {ARTICLE} {TEXT} WHERE a.source = ? AND {LIVE}",
            source,
        )
        if not found:
            raise StoreError("article_missing", source=source)
        return article(found[0])

    def by_id(self, id_: str) -> Article | None:
        """Return the live article with this id, if there is one."""
        found = self.rows(
            f"SELECT {ARTICLE} {TEXT} WHERE a.id = ? AND {LIVE}",
            id_,
        )
        return article(found[0]) if found else None

    def passages(self, article_id: str, having: str = LIVE) -> list[Passage]:
        """Return the passages in order of an article ``a`` for which ``having`` is true, else none."""
        found = self.rows(
            'SELECT p.id, a.id, p.ordinal, p.start, p."end", substr(t.text, p.start + 1, p."end" - p.start) '
            "FROM articles a JOIN texts t ON t.id = a.text_id JOIN passages p ON p.text_id = t.id "
            f"WHERE a.id = ? AND {having} ORDER BY p.ordinal",
            article_id,
        )
        return [Passage(*row) for row in found]

    def twins(self, article_id: str) -> list[str]:
        """Return the ids of the other live articles with the same or nearly the same text, by source."""
        found = self.rows(
            "SELECT b.source, b.id FROM articles b WHERE b.state = 'live' AND b.id <> ?1 AND b.text_id IN ("
            "SELECT text_id FROM articles WHERE id = ?1 AND state = 'live' UNION "  # an OR would scan all
            "SELECT u.id FROM articles a JOIN texts t ON t.id = a.text_id JOIN texts u ON u.twin = t.twin "
            "WHERE a.id = ?1 AND a.state = 'live') ORDER BY b.source",
            article_id,
        )
        return [row[1] for row in found]

    def groups(self, article_ids: Sequence[str]) -> dict[str, str]:
        """Return for each article a key that it shares with its near-duplicates, for many in one query."""
        found = self.rows(
            "SELECT a.id, COALESCE(t.twin, t.id) FROM articles a JOIN texts t ON t.id = a.text_id "
            f"WHERE a.id IN {GIVEN}",
            json.dumps(article_ids),
        )
        return dict(found)


def matrix(blobs: Sequence[bytes]) -> Vectors:
    """Float16 blobs to unit float32 rows, shape (n, dimension); (0, 0) for none."""
    if not blobs:
        return np.zeros((0, 0), dtype=np.float32)
    rows: NDArray[np.float32] = np.stack([np.frombuffer(blob, dtype=np.float16) for blob in blobs]).astype(
        np.float32
    )
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return cast(Vectors, rows / np.where(lengths == 0, 1, lengths))


def removals(stored: str) -> tuple[Removal, ...]:
    """Read back what cleaning removed."""
    return tuple(Removal(text, reason) for text, reason in json.loads(stored))


def article(row: Sequence[Any]) -> Article:
    """Read a row of the columns ``ARTICLE``."""
    id_, source, title, text, published, author, publisher, removed, content_hash = row
    day = date.fromisoformat(published) if published else None
    return Article(id_, source, title, text, day, author, publisher, removals(removed), content_hash)


def _explain(error: sqlite3.DatabaseError, home: str) -> StoreError:
    """Say in the house's words what SQLite met: a full disk, a read-only home, a broken file."""
    text = str(error)
    if "full" in text or "disk I/O" in text:
        return StoreError("disk_full_now", home=home, problem=text)
    if "readonly" in text or "unable to open" in text:
        return StoreError("home_unwritable", home=home, problem=text)
    if "locked" in text or "busy" in text:
        return StoreError("index_busy", home=home)
    return StoreError("index_broken", home=home, problem=text)
