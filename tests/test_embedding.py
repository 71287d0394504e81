"""Vectors batch by batch: each is safe before the next, and none that is wrong is kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from index import passages, versions
from index.catalog import Catalog
from index.embedder import FakeEmbedder
from index.embedding import BATCH, embed_bare
from index.errors import StoreError
from index.types import Progress, Vectors
from index.versions import Place
from tests import catalogs
from tests.made import news


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Catalog]:
    """A catalog with more than two batches of bare passages, chosen."""
    articles = [catalogs.article(f"{n}.txt", news(n, sentences=30)) for n in range(BATCH // 3 + 1)]
    with catalogs.catalog(tmp_path) as made:
        versions.add_pending(made, [(article, Place("", "")) for article in articles])
        versions.choose(made, [article.id for article in articles])
        assert len(passages.bare(made)) > 2 * BATCH
        yield made


def silent(_: Progress) -> None:
    """Nobody asked."""


class Wrong(FakeEmbedder):
    """Gives what it is told to, whatever is asked."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.resize(self._vectors, (len(texts), self._vectors.shape[1]))


def test_every_bare_passage_gets_its_own_vector(opened: Catalog, tmp_path: Path) -> None:
    ids, said = passages.bare(opened), list[Progress]()
    assert embed_bare(tmp_path, opened, FakeEmbedder(), ids, said.append) == len(ids)
    assert passages.bare(opened) == []
    texts = dict(passages.to_embed(opened, ids))
    found, rows = opened.vectors(ids)
    expected = FakeEmbedder().embed_passages([texts[id_] for id_ in found])
    assert np.abs(rows - expected).max() < 1e-3
    assert [step.done for step in said] == [*range(0, len(ids), BATCH), len(ids)]
    assert {(step.stage, step.total) for step in said} == {("embed", len(ids))}


def test_nothing_to_embed_says_nothing(opened: Catalog, tmp_path: Path) -> None:
    said: list[Progress] = []
    assert embed_bare(tmp_path, opened, FakeEmbedder(), [], said.append) == 0
    assert said == []


def test_an_interrupted_run_keeps_whole_batches(opened: Catalog, tmp_path: Path) -> None:
    ids = passages.bare(opened)

    def stop(step: Progress) -> None:
        if step.done == BATCH:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        embed_bare(tmp_path, opened, FakeEmbedder(), ids, stop)
    assert passages.bare(opened) == ids[BATCH:]


@pytest.mark.parametrize(
    "vectors",
    [
        pytest.param(np.ones((1, 383), np.float32), id="too short"),
        pytest.param(np.full((1, 384), np.nan, np.float32), id="no numbers"),
        pytest.param(np.full((1, 384), np.inf, np.float32), id="infinite"),
    ],
)
def test_wrong_vectors_are_refused_and_not_kept(opened: Catalog, tmp_path: Path, vectors: Vectors) -> None:
    ids = passages.bare(opened)
    with pytest.raises(StoreError) as raised:
        embed_bare(tmp_path, opened, Wrong(vectors), ids, silent)
    assert raised.value.code == "model_broken"
    assert passages.bare(opened) == ids
