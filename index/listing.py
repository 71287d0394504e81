"""What the catalog tells people: pages of articles, counts, freshness, sizes."""

from datetime import date
from pathlib import Path

from index import home as folders
from index import lock
from index.catalog import ARTICLE, TEXT, Catalog, article
from index.text import fold
from index.types import Article, Failure, Listed, Status


def articles(catalog: Catalog, query: str, limit: int, offset: int) -> tuple[int, list[Article]]:
    """Return the number of live articles that ``query`` finds and one page of them, newest first."""
    like = f"%{_escape(fold(query.strip()))}%"
    where = "a.state = 'live' AND a.folded LIKE ? ESCAPE '\\'"
    total = catalog.rows(f"SELECT count(*) FROM articles a WHERE {where}", like)[0][0]
    page = catalog.rows(
        f"SELECT {ARTICLE} {TEXT} WHERE {where} ORDER BY a.published IS NULL, a.published DESC, a.source "
        "LIMIT ? OFFSET ?",
        like,
        limit,
        offset,
    )
    return int(total), [article(row) for row in page]


SORTS = {
    "published": "a.published IS NULL, a.published {way}, a.source",
    "title": "a.folded {way}, a.source",
    "source": "a.source {way}",
}
"""How the list of articles can be sorted; the undated come last either way."""


def page(
    catalog: Catalog, query: str, sort: str, descending: bool, limit: int, offset: int
) -> tuple[int, list[Listed]]:
    """Return how many articles ``query`` finds in title or source, and one page of them without text.

    ``sort`` is a key of ``SORTS``. An article that waits for its first commit is listed as pending.
    """
    like = f"%{_escape(fold(query.strip()))}%"
    where = f"{_SHOWN} AND a.folded LIKE ? ESCAPE '\\'"
    total = catalog.rows(f"SELECT count(*) FROM articles a WHERE {where}", like)[0][0]
    order = SORTS[sort].format(way="DESC" if descending else "ASC")
    rows = catalog.rows(
        "SELECT a.source, a.title, a.published, a.publisher, "
        "(SELECT count(*) FROM passages p WHERE p.text_id = a.text_id), a.state "
        f"FROM articles a WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        like,
        limit,
        offset,
    )
    return int(total), [
        Listed(source, title, date.fromisoformat(day) if day else None, publisher, passages, state)
        for source, title, day, publisher, passages, state in rows
    ]


def file(catalog: Catalog, source: str) -> Path | None:
    """Return the file that holds the live article called ``source``; None for a text given or a file gone."""
    found = catalog.rows("SELECT root, path FROM articles WHERE source = ? AND state = 'live'", source)
    place = Path(found[0][0]) / found[0][1] if found and found[0][1] else None
    return place if place is not None and place.is_file() else None


def months(catalog: Catalog) -> list[tuple[str, int]]:
    """Return the dated live articles counted by month ("2024-03"), oldest first."""
    sql = (
        "SELECT substr(published, 1, 7), count(*) FROM articles "
        "WHERE state = 'live' AND published IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    return [(month, count) for month, count in catalog.rows(sql)]


_SHOWN = (
    "(a.state = 'live' OR NOT EXISTS "
    "(SELECT 1 FROM articles b WHERE b.source = a.source AND b.state = 'live'))"
)


def status(home: Path, folder: Path, catalog: Catalog) -> Status:
    """Return counts, freshness, model and sizes as of one moment."""
    with catalog.snapshot():
        live, newest, oldest, undated, updated = catalog.rows(
            "SELECT count(*), max(published), min(published), count(*) - count(published), max(indexed_at) "
            "FROM articles WHERE state = 'live'"
        )[0]
        info, generation = catalog.info(), catalog.generation()
        counts = [catalog.rows(sql)[0][0] for sql in (_PASSAGES, _PENDING, _FORGOTTEN, _COPIES, _NEAR)]
        failed = catalog.rows("SELECT source, code, message FROM failures ORDER BY source")
        roots = catalog.rows("SELECT DISTINCT root FROM articles WHERE root <> '' ORDER BY root")
    passages, pending, forgotten, copies, near = counts
    owner = lock.holder(home)
    return Status(
        articles=live,
        passages=passages,
        pending=pending,
        failed=tuple(Failure(*row) for row in failed),
        forgotten=forgotten,
        copies=copies,
        near_copies=near,
        newest=date.fromisoformat(newest) if newest else None,
        oldest=date.fromisoformat(oldest) if oldest else None,
        undated=undated,
        updated=updated,
        model=info.name,
        dimension=info.dimension,
        backend=info.backend,
        generation=generation,
        catalog_bytes=sum(f.stat().st_size for f in folder.glob("catalog.sqlite3*")),
        vectors_bytes=size(folders.vectors_path(folder)),
        words_bytes=size(folders.words_path(folder)),
        roots=tuple(row[0] for row in roots),
        writing=str(owner) if owner else None,
    )


_PASSAGES = (
    "SELECT count(*) FROM passages p WHERE EXISTS "
    "(SELECT 1 FROM articles a WHERE a.text_id = p.text_id AND a.state = 'live')"
)
_PENDING = "SELECT count(*) FROM articles WHERE state = 'pending'"
_FORGOTTEN = "SELECT count(*) FROM forgotten"
_COPIES = (
    "SELECT coalesce(sum(n), 0) FROM "
    "(SELECT count(*) n FROM articles WHERE state = 'live' GROUP BY text_id HAVING n > 1)"
)
_NEAR = f"SELECT count(*) {TEXT} WHERE a.state = 'live' AND t.twin NOT NULL"


def size(folder: Path) -> int:
    """Return the bytes of all files under a folder; files that go meanwhile do not count."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except FileNotFoundError:
            continue
    return total


def _escape(like: str) -> str:
    return like.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
