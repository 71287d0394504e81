"""Articles that a run has read and not committed yet: found by their words while that run lives.

A commit makes a whole run live at once (``index.versions``); embedding a thousand articles takes
minutes until then. Meanwhile readers may find the run's new articles by words. A new version of a live
article waits for the commit, so that two versions are never told beside each other; and when the run
dies, what it read is out of sight again with it, for whoever asks next (``index.lock.holder``).
"""

import json
from collections.abc import Sequence

from index.catalog import ARTICLE, TEXT, Catalog, article
from index.schema import GIVEN
from index.types import Article, Passage

ARRIVING = (
    "a.state = 'pending' AND NOT EXISTS "
    "(SELECT 1 FROM articles b WHERE b.source = a.source AND b.state = 'live')"
)
"""SQL: an article ``a`` that a run has read, and whose source no live one has."""


def load(catalog: Catalog, ids: Sequence[str]) -> dict[str, tuple[Passage, Article]]:
    """Return arriving passages with their article, of identical ones the first by source."""
    found = catalog.rows(
        f'SELECT p.id, p.ordinal, p.start, p."end", min(a.source) FROM passages p '
        f"JOIN articles a ON a.text_id = p.text_id WHERE p.id IN {GIVEN} AND {ARRIVING} GROUP BY p.id",
        json.dumps(ids),
    )
    owners = {source: named(catalog, source) for source in {row[4] for row in found}}
    loaded = {}
    for id_, ordinal, start, end, source in found:
        owner = owners[source]
        if owner is not None:  # else it became live between the two reads
            loaded[id_] = (Passage(id_, owner.id, ordinal, start, end, owner.text[start:end]), owner)
    return loaded


def named(catalog: Catalog, source: str) -> Article | None:
    """Return the arriving article called ``source``, if there is one."""
    found = catalog.rows(f"SELECT {ARTICLE} {TEXT} WHERE a.source = ? AND {ARRIVING}", source)
    return article(found[0]) if found else None


def count(catalog: Catalog) -> int:
    """Return how many articles arrive, new ones and new versions of live ones."""
    return int(catalog.rows("SELECT count(*) FROM articles WHERE state = 'pending'")[0][0])
