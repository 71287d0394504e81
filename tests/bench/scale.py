"""Indexes of any size without embedding: sentences of real passages recombined, their vectors plus noise.

Everything else is the real trip: files are read, cleaned, split, stored, and published.
"""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import chunk
from index import home as folders
from index.catalog import Catalog
from index.store import open_store
from index.types import EmbedderInfo, Vectors

NOISE = 0.015
"""Standard deviation a dimension: two passages of one paragraph come out near cosine 0.95."""
PARAGRAPHS = 6
SENTENCES = 4
SHORTEST = 40
"""Characters of a sentence worth recombining."""
FOLDER = 500
"""Articles a folder."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What is recombined: titles, and for each article its sentences; ``rows`` has their passage's vector."""

    info: EmbedderInfo
    titles: Sequence[str]
    articles: Sequence[Sequence[str]]
    rows: dict[str, NDArray[np.float32]]


def pool(home: Path) -> Pool:
    """All sentences of an index, with the stored vector of the passage that each stands in."""
    store, catalog = open_store(home), Catalog(folders.current(home))
    titles: list[str] = []
    articles: list[list[str]] = []
    rows: dict[str, NDArray[np.float32]] = {}
    try:
        for (source,) in catalog.rows("SELECT source FROM articles WHERE state = 'live' ORDER BY source"):
            article = store.article(source)
            passages = store.passages(article.id)
            found, vectors = catalog.vectors([passage.id for passage in passages])
            by_id = dict(zip(found, vectors, strict=True))
            sentences = []
            for passage in passages:
                for span in chunk.sentences(passage.text):
                    text = passage.text[span.start : span.end]
                    if len(text) > SHORTEST and passage.id in by_id:
                        rows[text] = by_id[passage.id]
                        sentences.append(text)
            if len(sentences) >= SENTENCES:
                titles.append(article.title)
                articles.append(sentences)
        return Pool(store.info, titles, articles, rows)
    finally:
        catalog.close()
        store.close()


def write_articles(folder: Path, passages: int, pool: Pool, seed: int = 7) -> int:
    """Write text files that will split into about ``passages`` passages; their number."""
    chance = random.Random(seed)
    count = -(-passages // PARAGRAPHS)
    for number in range(count):
        place = folder / f"{number // FOLDER:03d}" / f"{number:06d}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"{chance.choice(pool.titles)} ({number})", f"Ngày {number % 28 + 1}/{number % 12 + 1}/2024"]
        for _ in range(PARAGRAPHS):
            lines.append(" ".join(chance.choices(chance.choice(pool.articles), k=SENTENCES)))
        place.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return count


class Recall:
    """An embedder that embeds nothing: a text's vector is the mean of its sentences', plus seeded noise."""

    def __init__(self, pool: Pool) -> None:
        self.info = pool.info
        self._rows = pool.rows
        self._mean = np.mean(list(pool.rows.values()), axis=0)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._vector(text) for text in texts], np.float32).reshape(-1, self.info.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self._vector(text)

    def _vector(self, text: str) -> NDArray[np.float32]:
        sentences = (text[span.start : span.end] for span in chunk.sentences(text))
        known = [self._rows[sentence] for sentence in sentences if sentence in self._rows]
        seed = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")
        noise = np.random.default_rng(seed).normal(0, NOISE, self.info.dimension)
        vector = (np.mean(known, axis=0) if known else self._mean) + noise
        unit: NDArray[np.float32] = (vector / np.linalg.norm(vector)).astype(np.float32)
        return unit
