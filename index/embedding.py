"""Vectors for passages that have none, batch by batch, each batch safe in the catalog before the next."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index import passages, room
from index.catalog import Catalog
from index.errors import StoreError
from index.types import Embedder, Progress
from index.writer import Tell

BATCH = 32
"""Passages between two words of progress; the embedder cuts its own batches from them."""


def embed_bare(home: Path, catalog: Catalog, embedder: Embedder, ids: Sequence[str], tell: Tell) -> int:
    """Embed passages and keep their vectors; returns how many.

    Raises StoreError ``model_broken`` for vectors of the wrong shape or not finite, ``disk_full``.
    """
    done = 0
    for part in passages.batches(ids, BATCH):
        tell(Progress("embed", done, len(ids)))
        room.need(home, room.BYTES_A_PASSAGE * len(part))
        texts = passages.to_embed(catalog, part)
        vectors = embedder.embed_passages([text for _, text in texts])
        if vectors.shape != (len(texts), embedder.info.dimension) or not np.isfinite(vectors).all():
            raise StoreError("model_broken", name=embedder.info.name)
        passages.set_vectors(catalog, [id_ for id_, _ in texts], vectors)
        done += len(part)
    if ids:
        tell(Progress("embed", done, len(ids)))
    return done
