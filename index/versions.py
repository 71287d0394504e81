"""What a writer does to the catalog: pending versions in, pending to live, stale texts out.

Each function is one transaction. A run's articles stay pending, whatever happens, until ``flip``
makes all of them live at once: readers see the old corpus or the new one, never a mixture.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from index import twins, vocabulary
from index.catalog import Catalog
from index.chunk import split, text_key
from index.passages import CHOSEN_TEXTS
from index.schema import GIVEN
from index.text import fold
from index.types import Article, Failure


@dataclass(frozen=True, slots=True)
class Place:
    """Where articles come from: the folder that was indexed and the file under it ('' for a text given)."""

    root: str
    path: str


@dataclass(frozen=True, slots=True)
class Known:
    """A file as the catalog knows it; ``rules`` is the ``schema.RULES`` it was read by."""

    source: str
    hash: str
    rules: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What one run commits: pending article ids, live article ids to drop, files now known or gone."""

    chosen: Sequence[str] = ()
    dropped: Sequence[str] = ()
    files: Sequence[tuple[Place, Known]] = ()
    gone: Sequence[Place] = ()
    forget: Sequence[str] = ()
    """Live article ids, among ``dropped``, that later runs pass over until their content changes."""


def add_pending(catalog: Catalog, articles: Sequence[tuple[Article, Place]]) -> None:
    """Write articles as pending; a text that the catalog has already, live or pending, is not cut again."""
    now = _now()
    with catalog.transaction():
        for article, place in articles:
            key = text_key(article)
            if not catalog.rows("SELECT 1 FROM texts WHERE id = ?", key):
                add_text(catalog, key, article)
            catalog.rows("DELETE FROM articles WHERE source = ? AND state = 'pending'", article.source)
            catalog.rows(
                "INSERT INTO articles VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                article.id,
                article.source,
                place.root,
                place.path,
                key,
                article.title,
                fold(f"{article.title} {article.source}"),
                article.published.isoformat() if article.published else None,
                article.author,
                article.publisher,
                json.dumps([(r.text, r.reason) for r in article.removed], ensure_ascii=False),
                article.content_hash,
                now,
            )


def add_text(catalog: Catalog, key: str, article: Article) -> None:
    """Write a text with its passages, inside a transaction."""
    day = article.published.isoformat() if article.published else None
    signature = twins.signature(article.text)
    catalog.rows(
        "INSERT INTO texts VALUES (?, ?, ?, ?, ?, NULL)",
        key,
        article.text,
        article.heading,
        day,
        signature.tobytes(),
    )
    catalog.many(
        "INSERT OR IGNORE INTO bands VALUES (?, ?, ?)",
        [(band, value, key) for band, value in enumerate(twins.bands(signature))],
    )
    catalog.many(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, NULL)",
        [(p.id, key, p.ordinal, p.start, p.end) for p in split(article)],
    )


def drop_pending(catalog: Catalog, ids: Sequence[str]) -> None:
    """Forget pending articles whose file changed or went before their run committed."""
    with catalog.transaction():
        catalog.rows(
            "DELETE FROM articles WHERE state = 'pending' AND id IN (SELECT value FROM json_each(?))",
            json.dumps(ids),
        )


def choose(catalog: Catalog, ids: Iterable[str]) -> None:
    """Name the pending articles that the functions below speak of."""
    catalog.rows("CREATE TEMP TABLE IF NOT EXISTS chosen (id TEXT PRIMARY KEY) WITHOUT ROWID")
    with catalog.transaction():
        catalog.rows("DELETE FROM temp.chosen")
        catalog.many("INSERT OR IGNORE INTO temp.chosen VALUES (?)", ((id_,) for id_ in ids))


def flip(catalog: Catalog, changes: Changes) -> None:
    """Make the chosen articles live and drop what they replace and what is gone, in one transaction."""
    choose(catalog, changes.chosen)
    dropped = json.dumps(list(changes.dropped))
    with catalog.transaction():
        _remember(catalog, changes)
        old = catalog.rows(
            f"SELECT id, text_id FROM articles WHERE state = 'live' AND (id IN {GIVEN} OR source IN "
            "(SELECT a.source FROM articles a JOIN temp.chosen c ON c.id = a.id AND a.state = 'pending'))",
            dropped,
        )
        fresh = catalog.rows(f"SELECT DISTINCT text_id FROM articles WHERE text_id IN {CHOSEN_TEXTS}")
        touched = sorted({row[1] for row in old} | {row[0] for row in fresh})
        before = _live_texts(catalog, touched)
        catalog.many("DELETE FROM articles WHERE state = 'live' AND id = ?", [(row[0],) for row in old])
        catalog.rows(
            "UPDATE articles SET state = 'live' "
            "WHERE state = 'pending' AND id IN (SELECT id FROM temp.chosen)"
        )
        after = _live_texts(catalog, touched)
        vocabulary.recount(catalog, after - before, before - after)
        twins.regroup(catalog, after - before, before - after)
        catalog.rows("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'counter'")


def note_files(catalog: Catalog, changes: Changes) -> None:
    """Remember files that brought no change of articles, without a new generation."""
    with catalog.transaction():
        _remember(catalog, changes)


def _remember(catalog: Catalog, changes: Changes) -> None:
    now = _now()
    for id_ in changes.forget:
        catalog.rows(
            "INSERT OR REPLACE INTO forgotten SELECT source, content_hash, root, path, ? FROM articles "
            "WHERE id = ? AND state = 'live'",
            now,
            id_,
        )
    catalog.many("DELETE FROM files WHERE root = ? AND path = ?", [(p.root, p.path) for p in changes.gone])
    catalog.many("DELETE FROM failures WHERE root = ? AND path = ?", [(p.root, p.path) for p in changes.gone])
    catalog.many(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)",
        [(p.root, p.path, known.source, known.hash, known.rules) for p, known in changes.files],
    )


def set_failures(catalog: Catalog, tried: Sequence[Place], failures: Sequence[tuple[Place, Failure]]) -> None:
    """Replace what is known of the files just tried: those that failed are tried again next time."""
    now = _now()
    with catalog.transaction():
        catalog.many("DELETE FROM failures WHERE root = ? AND path = ?", [(p.root, p.path) for p in tried])
        catalog.many(
            "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?)",
            [(p.root, p.path, f.source, f.code, f.message, now) for p, f in failures],
        )


def drop_texts(catalog: Catalog, ids: Sequence[str]) -> None:
    """Delete stale texts with their passages, after words and vectors let them go."""
    with catalog.transaction():
        catalog.many("DELETE FROM texts WHERE id = ?", [(id_,) for id_ in ids])


def set_dirty(catalog: Catalog, dirty: bool) -> None:
    """Mark that words or vectors may differ from the catalog, from before they change until the sweep."""
    catalog.rows("UPDATE meta SET value = ? WHERE key = 'dirty'", str(int(dirty)))


def _live_texts(catalog: Catalog, ids: Sequence[str]) -> set[str]:
    found = catalog.rows(
        f"SELECT DISTINCT text_id FROM articles WHERE state = 'live' AND text_id IN {GIVEN}",
        json.dumps(ids),
    )
    return {row[0] for row in found}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def count_updates(catalog: Catalog) -> int:
    """Return how many of the chosen articles replace a live one of the same source."""
    found = catalog.rows(
        "SELECT count(*) FROM articles a JOIN temp.chosen c ON c.id = a.id AND a.state = 'pending' "
        "JOIN articles b ON b.source = a.source AND b.state = 'live'"
    )
    return int(found[0][0])
