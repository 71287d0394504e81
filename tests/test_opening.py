"""One opening of an index: live passages only, checked against the model, closed after its last reader."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index import lock, writer
from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.ingest import index_paths
from index.opening import Opened, label, open_index
from index.types import Progress
from index.words import word_query
from tests import catalogs
from tests.made import news, write

INFO = FakeEmbedder.info


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of five articles and, in words and vectors already, one whose run was killed."""
    folder = tmp_path_factory.mktemp("mo")
    write(folder / "bai", range(5))
    index_paths(folder / "home", [folder / "bai"], FakeEmbedder())
    killed = catalogs.article("cho.txt")
    with lock.writer(folder / "home"), writer.writing(folder / "home", INFO) as opened:
        catalogs.pend(opened.catalog, killed)
        writer.publish(opened, silent)
    return folder / "home"


def silent(_: Progress) -> None:
    """Nobody asked."""


@pytest.fixture
def opened(home: Path) -> Iterator[Opened]:
    found = open_index(home, INFO, None)
    yield found
    found.retire()


def test_what_was_not_committed_is_found_by_neither_search(opened: Opened) -> None:
    vector = FakeEmbedder().embed_query(catalogs.TEXTS["cho.txt"])
    query = word_query(catalogs.TEXTS["cho.txt"])
    killed = opened.vectors.search(vector, 1)[0].id
    assert opened.words.search(query, 1)[0].id == killed
    assert killed not in {hit.id for hit in opened.dense(vector, 100)}
    assert killed not in {hit.id for hit in opened.lexical(query, 100)}


@pytest.mark.parametrize("k", [1, 4, 1000], ids=["one", "some", "more than there are"])
def test_dense_gives_the_best_by_exact_cosine(opened: Opened, k: int) -> None:
    vector = FakeEmbedder().embed_query(news(2))
    every = opened.similarity(
        vector,
        [
            row[0]
            for row in opened.catalog.rows(
                "SELECT p.id FROM passages p JOIN articles a ON a.text_id = p.text_id WHERE a.state = 'live'"
            )
        ],
    )
    found = opened.dense(vector, k)
    assert len(found) == min(k, len(every))
    assert [hit.score for hit in found] == pytest.approx(sorted(every.values(), reverse=True)[:k])


def test_lexical_gives_at_most_k_best_first(opened: Opened) -> None:
    found = opened.lexical(word_query("thu ngân sách trồng rừng"), 3)
    assert len(found) == 3
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert opened.lexical(word_query("zzz"), 3) == []


def test_similarity_knows_only_passages_with_vectors(opened: Opened) -> None:
    vector = FakeEmbedder().embed_query("chợ phiên")
    assert opened.similarity(vector, []) == opened.similarity(vector, ["khong-co"]) == {}


def test_another_model_is_refused_and_both_are_named(home: Path) -> None:
    other = replace(INFO, query_prefix="hỏi: ")
    with pytest.raises(StoreError) as raised:
        open_index(home, other, None)
    assert raised.value.code == "index_other_model"
    assert label(other) != label(INFO)
    assert label(other) in raised.value.values.values()
    open_index(home, None, None).retire()


def test_a_retired_opening_serves_its_readers_to_the_last(home: Path) -> None:
    found = open_index(home, INFO, None)
    found.enter()
    found.enter()
    found.retire()
    found.leave()
    assert found.catalog.generation() == found.generation
    assert found.dense(FakeEmbedder().embed_query(news(1)), 1)
    found.leave()
    with pytest.raises(StoreError):
        found.catalog.generation()
