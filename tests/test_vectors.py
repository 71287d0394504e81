"""The vector store: our vectors in, cosine out, and Chroma's faults in our words."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import vectors
from index.errors import StoreError
from index.types import Vectors as Rows
from index.vectors import BATCH, GRAPH, Vectors


def rows(count: int, dimension: int = 8) -> Rows:
    made = np.random.default_rng(count).normal(size=(count, dimension)).astype(np.float32)
    unit: Rows = made / np.linalg.norm(made, axis=1, keepdims=True)
    return unit


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Vectors]:
    opened = Vectors(tmp_path / "vectors", "a")
    yield opened
    opened.close()


def test_search_is_by_cosine_best_first(store: Vectors) -> None:
    made = rows(20)
    store.add([f"p{n:02d}" for n in range(20)], made)
    found = store.search(made[7], 5)
    expected = np.sort(made @ made[7])[::-1][:5]
    assert found[0].id == "p07"
    assert [hit.score for hit in found] == pytest.approx(expected.tolist(), abs=1e-4)
    assert len(store.search(made[7], 50)) == 20


def test_equal_rows_come_in_the_order_of_ids(store: Vectors) -> None:
    same = np.tile(rows(1), (3, 1))
    store.add(["c", "a", "b"], same)
    assert [hit.id for hit in store.search(same[0], 3)] == ["a", "b", "c"]


def test_an_empty_store_finds_nothing(store: Vectors) -> None:
    assert store.search(rows(1)[0], 5) == []
    assert (store.count(), list(store.ids())) == (0, [])
    store.add([], rows(0))
    store.remove(["khong-co"])
    assert store.count() == 0


def test_adding_again_replaces_and_removing_removes(store: Vectors) -> None:
    made = rows(3)
    store.add(["a", "b"], made[:2])
    store.add(["a"], made[2:])
    assert store.count() == 2
    assert store.search(made[2], 1)[0].score == pytest.approx(1, abs=1e-4)
    store.remove(["a", "khong-co"])
    assert list(store.ids()) == ["b"]


def test_more_than_one_batch_is_kept_and_found_by_who_opens_it_next(store: Vectors, tmp_path: Path) -> None:
    made = rows(BATCH + 5)
    ids = [f"p{n:05d}" for n in range(len(made))]
    store.add(ids, made)
    reader = Vectors(tmp_path / "vectors", "a")
    assert sorted(reader.ids()) == ids
    assert reader.search(made[-1], 1)[0].id == ids[-1]
    reader.close()
    assert store.count() == len(ids), "closing one leaves the other open"


def test_a_vector_of_another_size_is_refused(store: Vectors) -> None:
    store.add(["a"], rows(1))
    with pytest.raises(StoreError) as raised:
        store.add(["b"], rows(1, dimension=9))
    assert raised.value.code == "vectors_broken"


def test_a_file_that_is_no_store_is_broken(tmp_path: Path) -> None:
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "chroma.sqlite3").write_bytes(b"hong" * 4000)
    broken = Vectors(tmp_path / "vectors", "a")
    with pytest.raises(StoreError) as raised:
        broken.count()
    assert raised.value.code == "vectors_broken"
    broken.close()


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    Vectors(tmp_path / "vectors", "a").close()
    assert not (tmp_path / "vectors").exists()


@pytest.mark.filterwarnings(
    "ignore:legacy embedding function config"
)  # of Chroma's, at a read of what it has
def test_a_new_collection_has_our_graph_and_an_old_one_opens_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Vectors(tmp_path / "new", "x")
    made.add(["a"], rows(1))
    assert made._collection.configuration["hnsw"].items() >= GRAPH.items()
    made.close()
    with monkeypatch.context() as before:
        before.setattr(vectors, "GRAPH", {"space": "cosine"})
        old = Vectors(tmp_path / "old", "x")
        old.add(["a"], rows(1))
        old.close()
    old = Vectors(tmp_path / "old", "x")
    assert old._collection.configuration["hnsw"]["ef_search"] == 100
    assert [hit.id for hit in old.search(rows(1)[0], 3)] == ["a"]
    old.close()
