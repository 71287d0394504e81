"""The embedder that waits: known before it is loaded, loaded once, at the first text."""

from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.types import Embedder
from rag.settings import load
from ui.lazy import LazyEmbedder, embedder_of, known


def test_the_model_is_loaded_once_and_only_when_needed() -> None:
    loads = []

    def make() -> FakeEmbedder:
        loads.append(1)
        return FakeEmbedder()

    lazy = LazyEmbedder(make, FakeEmbedder().info)
    assert lazy.info.name == "fake"
    assert loads == []
    assert lazy.embed_passages(["một", "hai"]).shape == (2, 384)
    assert lazy.embed_query("một").shape == (384,)
    assert loads == [1]


def test_a_model_that_is_not_known_tells_when_it_is_loaded() -> None:
    assert LazyEmbedder(FakeEmbedder).info == FakeEmbedder().info


def test_the_bundled_model_is_known_as_it_is(e5_embedder: Embedder, e5_home: Path) -> None:
    assert known(load(home=e5_home)) == e5_embedder.info


def test_another_model_is_not_guessed(tmp_path: Path) -> None:
    assert known(load(home=tmp_path, embedding_model="x")) is None
    assert known(load(home=tmp_path, embedding_base_url="http://127.0.0.1:1/v1")) is None


def test_a_model_that_cannot_be_loaded_is_explained(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="cannot be loaded") as caught:
        embedder_of(load(home=tmp_path, embedding_model=str(tmp_path / "nothing"))).loaded()
    assert type(caught.value).__name__ == "StoreError"
