"""Articles arrive, change, move and go: nothing lost, doubled, stale or embedded twice."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.embedder import FakeEmbedder
from index.errors import InputError, StoreError
from index.ingest import index_paths, index_texts, remove
from index.store import Store, open_store
from index.types import EmbedderInfo, Progress, RawText, Vectors
from index.words import word_query
from tests.made import news, write


class Counting(FakeEmbedder):
    """The fake embedder, counting what it is asked for."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().embed_passages(texts)


@pytest.fixture
def embedder() -> Counting:
    return Counting()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "bai"
    write(made, range(6))
    return made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def sources(home: Path) -> list[str]:
    store = open_store(home)
    try:
        return sorted(article.source for article in store.articles(limit=1000)[1])
    finally:
        store.close()


def every_passage_finds_itself(store: Store, embedder: FakeEmbedder) -> int:
    """Each live passage comes first for its own vector, and for its own words; returns how many there are."""
    from index.chunk import passage_text

    seen = 0
    for found in store.articles(limit=1000)[1]:
        article = store.article(found.source)
        for passage in store.passages(article.id):
            assert article.text[passage.start : passage.end] == passage.text
            vector = embedder.embed_passages([passage_text(article, passage)])[0]
            assert passage.id in {hit.id for hit in store.dense(vector, 3)}
            assert passage.id in {hit.id for hit in store.lexical(word_query(passage.text), 3)}
            seen += 1
    return seen


def test_index_then_again_embeds_nothing(home: Path, folder: Path, embedder: Counting) -> None:
    first = index_paths(home, [folder], embedder)
    assert (first.added, first.updated, first.unchanged, first.removed) == (6, 0, 0, 0)
    assert (
        first.embedded == len(embedder.texts) == every_passage_finds_itself(open_store(home), FakeEmbedder())
    )
    embedder.texts.clear()
    second = index_paths(home, [folder], embedder)
    assert (second.added, second.updated, second.unchanged, second.embedded) == (0, 0, 6, 0)
    assert embedder.texts == []


def test_update_embeds_only_the_changed_article(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    store = open_store(home)
    old = {passage.id for passage in store.passages(store.article("chan/0002.txt").id)}
    (folder / "chan" / "0002.txt").write_text(news(2, version=1, sentences=5), encoding="utf-8")
    report = index_paths(home, [folder], embedder)
    assert (report.updated, report.unchanged, report.added, report.removed) == (1, 5, 0, 0)
    assert store.refresh()
    new = store.passages(store.article("chan/0002.txt").id)
    assert report.embedded == len(new)
    assert store.load(sorted(old)) == {}
    assert every_passage_finds_itself(store, embedder) == store.status().passages


def test_same_text_under_two_names_is_embedded_and_found_once(
    home: Path, folder: Path, embedder: Counting
) -> None:
    shutil.copy(folder / "le" / "0001.txt", folder / "ban-sao.txt")
    index_paths(home, [folder], embedder)
    assert len(embedder.texts) == len(set(embedder.texts))
    store = open_store(home)
    article = store.article("ban-sao.txt")
    assert store.article("le/0001.txt").text == article.text
    assert store.twins(article.id) == [store.article("le/0001.txt").id]
    passage = store.passages(article.id)[0]
    hits = store.dense(FakeEmbedder().embed_passages([passage.text])[0], 50)
    assert len({hit.id for hit in hits}) == len(hits)
    assert store.load([passage.id])[passage.id][1].source == "ban-sao.txt"
    remove(home, ["ban-sao.txt"])
    store.refresh()
    assert store.load([passage.id])[passage.id][1].source == "le/0001.txt"


def test_near_duplicates_share_a_group_until_one_goes(home: Path, folder: Path, embedder: Counting) -> None:
    text = (folder / "le" / "0003.txt").read_text(encoding="utf-8")
    (folder / "dang-lai.txt").write_text(text + "\n\nTheo Hãng Tin Mây\n", encoding="utf-8")
    index_paths(home, [folder], embedder)
    store = open_store(home)
    one, two = store.article("le/0003.txt"), store.article("dang-lai.txt")
    assert store.twins(one.id) == [two.id]
    assert store.status().near_copies == 2
    remove(home, ["dang-lai.txt"])
    store.refresh()
    assert store.twins(one.id) == []
    assert store.status().near_copies == 0


def test_removed_article_is_remembered_until_it_changes(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    remove(home, ["le/0001.txt"])
    index_paths(home, [folder], embedder)
    assert "le/0001.txt" not in sources(home)
    index_paths(home, [folder], embedder, again=["le/0001.txt"])
    assert "le/0001.txt" in sources(home)
    remove(home, ["le/0001.txt"])
    (folder / "le" / "0001.txt").write_text(news(1, version=3), encoding="utf-8")
    index_paths(home, [folder], embedder)
    assert "le/0001.txt" in sources(home)


def test_remove_of_an_unknown_source_removes_none(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    with pytest.raises(StoreError) as raised:
        remove(home, ["le/0001.txt", "khong-co.txt"])
    assert raised.value.code == "article_missing"
    assert len(sources(home)) == 6


def test_failed_file_keeps_its_old_article_and_is_tried_again(
    home: Path, folder: Path, embedder: Counting
) -> None:
    index_paths(home, [folder], embedder)
    file = folder / "le" / "0003.txt"
    file.write_bytes(b"")
    report = index_paths(home, [folder], embedder, prune=True)
    assert [(failure.source, failure.code) for failure in report.failed] == [("le/0003.txt", "file_empty")]
    assert "le/0003.txt" in sources(home)
    assert [failure.code for failure in open_store(home).status().failed] == ["file_empty"]
    file.write_text(news(3, version=2), encoding="utf-8")
    assert index_paths(home, [folder], embedder).updated == 1
    assert open_store(home).status().failed == ()


def test_other_model_is_refused(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    other = FakeEmbedder()
    other.info = EmbedderInfo("fake", 384, "câu hỏi: ", "passage: ", "fake")
    with pytest.raises(StoreError) as raised:
        index_paths(home, [folder], other)
    assert raised.value.code == "index_other_model"


def test_nothing_to_index(home: Path, tmp_path: Path, embedder: Counting) -> None:
    with pytest.raises(InputError) as raised:
        index_paths(home, [tmp_path / "khong-co"], embedder)
    assert raised.value.code == "path_missing"
    (tmp_path / "rong").mkdir()
    with pytest.raises(InputError) as raised:
        index_paths(home, [tmp_path / "rong"], embedder)
    assert raised.value.code == "folder_empty"


def test_vectors_that_are_no_numbers_stop_the_run(home: Path, folder: Path, embedder: Counting) -> None:
    class Broken(FakeEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            return np.full((len(texts), 384), np.nan, dtype=np.float32)

    with pytest.raises(StoreError) as raised:
        index_paths(home, [folder], Broken())
    assert raised.value.code == "model_broken"
    assert index_paths(home, [folder], embedder).added == 6


def test_interrupted_run_keeps_what_it_embedded(home: Path, folder: Path, embedder: Counting) -> None:
    write(folder, range(40))

    def stop(at: Progress) -> None:
        if at.stage == "embed" and at.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index_paths(home, [folder], embedder, progress=stop)
    assert sources(home) == []
    done = len(embedder.texts)
    report = index_paths(home, [folder], embedder)
    assert report.added == 40
    assert report.embedded == len(embedder.texts) - done > 0
    assert done > 0
    assert len(set(embedder.texts)) == len(embedder.texts)


def test_texts_that_are_no_files(home: Path, embedder: Counting) -> None:
    first = index_texts(home, [RawText("dan/1", news(1)), RawText("dan/2", news(2))], embedder)
    assert first.added == 2
    again = index_texts(home, [RawText("dan/1", news(1)), RawText("dan/2", news(2, version=1))], embedder)
    assert (again.added, again.updated, again.unchanged) == (0, 1, 1)


def test_words_of_the_corpus_come_and_go_with_articles(
    home: Path, tmp_path: Path, embedder: Counting
) -> None:
    folder = tmp_path / "tu"
    folder.mkdir()
    (folder / "a.txt").write_text("Bình minh trên bình nguyên\n\nBình minh đẹp.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Bình yên ở làng\n\nLàng rất bình yên.\n", encoding="utf-8")
    index_paths(home, [folder], embedder)
    store = open_store(home)
    assert store.spellings(["binh"]) == {"binh": {"bình": 5}}
    assert store.bigrams([("binh", "yen"), ("binh", "minh")]) == {("bình", "yên"): 2, ("bình", "minh"): 2}
    remove(home, ["b.txt"])
    store.refresh()
    assert store.spellings(["binh", "lang"]) == {"binh": {"bình": 3}}
    assert store.bigrams([("binh", "yen")]) == {}
