"""The passages of texts: which need vectors, which are live, what is embedded and searched of each."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

import numpy as np

from index.catalog import Catalog
from index.chunk import passage_text
from index.schema import GIVEN
from index.types import Article, Passage, Vectors

CHOSEN_TEXTS = "(SELECT a.text_id FROM articles a JOIN temp.chosen c ON c.id = a.id AND a.state = 'pending')"
"""The texts of the pending articles that ``versions.choose`` named."""


def bare(catalog: Catalog) -> list[str]:
    """Return the ids of the chosen articles' passages that have no vector yet, longest first."""
    found = catalog.rows(
        f"SELECT id FROM passages WHERE vector IS NULL AND text_id IN {CHOSEN_TEXTS} "
        'ORDER BY "end" - start DESC, id'
    )
    return [row[0] for row in found]


def to_embed(catalog: Catalog, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Return (passage id, what is embedded of it), pending or live."""
    found = catalog.rows(
        'SELECT p.id, p.ordinal, p.start, p."end", t.text, t.heading, t.published FROM passages p '
        f"JOIN texts t ON t.id = p.text_id WHERE p.id IN {GIVEN}",
        json.dumps(ids),
    )
    return [
        (
            id_,
            passage_text(
                bare_article(text, heading, day), Passage(id_, "", ordinal, start, end, text[start:end])
            ),
        )
        for id_, ordinal, start, end, text, heading, day in found
    ]


def bare_article(text: str, heading: str, day: str | None) -> Article:
    """Return an article as cutting and embedding see it: text, heading and date."""
    published = date.fromisoformat(day) if day else None
    return Article("", "", heading or "\0", text, published, None, None, (), "")


def set_vectors(catalog: Catalog, ids: Sequence[str], vectors: Vectors) -> None:
    """Keep vectors as float16: half the space, cosine to the float32 one above 0.99999."""
    half = np.asarray(vectors, dtype=np.float16)
    with catalog.transaction():
        catalog.many(
            "UPDATE passages SET vector = ? WHERE id = ?",
            [(row.tobytes(), id_) for id_, row in zip(ids, half, strict=True)],
        )


def new_texts(catalog: Catalog) -> list[str]:
    """Return the chosen articles' texts that no live article holds, so that search does not have them."""
    found = catalog.rows(
        f"SELECT id FROM texts t WHERE id IN {CHOSEN_TEXTS} AND NOT EXISTS "
        "(SELECT 1 FROM articles a WHERE a.text_id = t.id AND a.state = 'live') ORDER BY id"
    )
    return [row[0] for row in found]


def stale_texts(catalog: Catalog) -> list[str]:
    """Return the texts that no article holds any more."""
    return [
        row[0]
        for row in catalog.rows(
            "SELECT id FROM texts t WHERE NOT EXISTS (SELECT 1 FROM articles WHERE text_id = t.id)"
        )
    ]


def passages_of(catalog: Catalog, texts: Sequence[str]) -> list[str]:
    """Return the ids of all passages of the texts."""
    found = catalog.rows(f"SELECT id FROM passages WHERE text_id IN {GIVEN}", json.dumps(texts))
    return [row[0] for row in found]


def live_passages(catalog: Catalog) -> list[str]:
    """Return the ids of all live passages, in order."""
    found = catalog.rows(
        "SELECT p.id FROM passages p WHERE EXISTS "
        "(SELECT 1 FROM articles a WHERE a.text_id = p.text_id AND a.state = 'live') ORDER BY p.id"
    )
    return [row[0] for row in found]


def passage_texts(catalog: Catalog, ids: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return (id, text, whole article's text for its first passage, else '') of passages, pending or live."""
    found = catalog.rows(
        'SELECT p.id, substr(t.text, p.start + 1, p."end" - p.start), '
        f"CASE p.ordinal WHEN 0 THEN t.text ELSE '' END FROM passages p "
        f"JOIN texts t ON t.id = p.text_id WHERE p.id IN {GIVEN} ORDER BY p.id",
        json.dumps(ids),
    )
    return [(id_, text, whole) for id_, text, whole in found]


def batches(ids: Iterable[str], size: int) -> Iterator[list[str]]:
    """Cut a run of ids into lists of at most ``size``."""
    left = iter(ids)
    while part := list(islice(left, size)):
        yield part
