"""The look at a vector store: what is in it, and what does not find itself."""

import io
import json
from pathlib import Path

import pytest

from index import home as folders
from index import probe
from index.catalog import Catalog
from index.embedder import FakeEmbedder
from index.ingest import index_paths
from index.passages import live_passages
from index.vectors import Vectors
from tests.made import write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "bai", range(4))
    index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    return folders.current(tmp_path / "home")


def live(folder: Path) -> list[str]:
    catalog = Catalog(folder)
    try:
        return live_passages(catalog)
    finally:
        catalog.close()


def test_a_sound_store_loses_nothing(folder: Path) -> None:
    ids = live(folder)
    said = probe.look(folder, None, ids)
    assert sorted(said["ids"]) == ids  # type: ignore[call-overload]
    assert said["lost"] == []


def test_what_is_gone_or_has_a_foreign_vector_is_lost(folder: Path) -> None:
    gone, foreign, *rest = live(folder)
    store = Vectors(folders.vectors_path(folder), Catalog.peek(folder)["store_id"])
    store.remove([gone])
    store.add([foreign], FakeEmbedder().embed_passages(["Suối cạn, cá chết, bè mắc bờ đá"]))
    store.close()
    said = probe.look(folder, None, [gone, foreign, rest[0]])
    assert said["lost"] == [gone, foreign]
    assert gone not in said["ids"]  # type: ignore[operator]


def test_a_passage_that_another_repeats_word_for_word_is_not_lost(folder: Path) -> None:
    ids = live(folder)
    catalog = Catalog(folder)
    row = catalog.vectors(ids[:1])[1]
    catalog.close()
    store = Vectors(folders.vectors_path(folder), Catalog.peek(folder)["store_id"])
    store.add([f"{n}-ban-sao" for n in range(5)], row.repeat(5, axis=0))
    store.close()
    assert probe.look(folder, None, ids[:1])["lost"] == []


def ask(question: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    said = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(question)))
    monkeypatch.setattr("sys.stdout", said)
    probe.main()
    answer: dict[str, object] = json.loads(said.getvalue())
    return answer


def test_question_and_answer_are_json(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = ask({"folder": str(folder), "chroma_url": None, "sample": []}, monkeypatch)
    assert len(said["ids"]) == len(live(folder))  # type: ignore[arg-type]


def test_an_index_that_cannot_be_opened_is_an_answer_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "catalog.sqlite3").write_bytes(b"hong" * 4000)
    said = ask({"folder": str(tmp_path), "chroma_url": None, "sample": []}, monkeypatch)
    assert "cannot be read" in str(said["error"])
