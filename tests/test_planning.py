"""Files move, vanish and share names: what the plan of a run makes of it."""

import shutil
from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.ingest import index_paths
from index.store import open_store
from tests.made import news, write
from tests.test_ingest import Counting, embedder, every_passage_finds_itself, folder, home, sources

__all__ = ["embedder", "folder", "home"]


def test_file_gone_stays_until_prune(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    (folder / "chan" / "0004.txt").unlink()
    assert index_paths(home, [folder], embedder).removed == 0
    assert "chan/0004.txt" in sources(home)
    report = index_paths(home, [folder], embedder, prune=True)
    assert report.removed == 1
    assert "chan/0004.txt" not in sources(home)


def test_prune_of_many_wants_a_yes(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    shutil.rmtree(folder / "le")
    with pytest.raises(StoreError) as raised:
        index_paths(home, [folder], embedder, prune=True)
    assert raised.value.code == "prune_many"
    assert len(sources(home)) == 6
    assert index_paths(home, [folder], embedder, prune=True, yes=True).removed == 3
    assert len(sources(home)) == 3


def test_prune_touches_only_the_folder_that_is_named(home: Path, folder: Path, embedder: Counting) -> None:
    other = folder.parent / "khac"
    write(other, range(10, 12))
    index_paths(home, [folder], embedder)
    index_paths(home, [other], embedder)
    shutil.rmtree(other / "le")
    index_paths(home, [folder], embedder, prune=True, yes=True)
    assert "le/0011.txt" in sources(home)


def test_moved_file_keeps_its_vectors(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    embedder.texts.clear()
    (folder / "le" / "0001.txt").rename(folder / "chuyen.txt")
    report = index_paths(home, [folder], embedder, prune=True)
    assert (report.added, report.removed, report.embedded) == (1, 1, 0)
    assert embedder.texts == []
    assert every_passage_finds_itself(open_store(home), FakeEmbedder()) > 0


def test_moved_folder_keeps_names_and_vectors(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder], embedder)
    embedder.texts.clear()
    before = sources(home)
    moved = folder.rename(folder.parent / "noi-moi")
    report = index_paths(home, [moved], embedder)
    assert report.added == 0
    assert embedder.texts == []
    assert sources(home) == before
    assert index_paths(home, [moved], embedder, prune=True).unchanged == 6


def test_clashing_names_get_the_folder_in_front(home: Path, folder: Path, embedder: Counting) -> None:
    other = folder.parent / "khac"
    (other / "chan").mkdir(parents=True)
    (other / "chan" / "0000.txt").write_text(news(77), encoding="utf-8")
    index_paths(home, [folder], embedder)
    index_paths(home, [other], embedder)
    assert "khac/chan/0000.txt" in sources(home)
    assert len(sources(home)) == 7
    assert index_paths(home, [folder, other], embedder).unchanged == 7


def test_one_file_of_an_indexed_folder_is_still_that_article(
    home: Path, folder: Path, embedder: Counting
) -> None:
    index_paths(home, [folder], embedder)
    changed = folder / "le" / "0005.txt"
    changed.write_text(news(5, version=1), encoding="utf-8")
    assert index_paths(home, [changed], embedder).updated == 1
    assert len(sources(home)) == 6


def test_outer_folder_takes_over_the_names(home: Path, folder: Path, embedder: Counting) -> None:
    index_paths(home, [folder / "le"], embedder)
    embedder.texts.clear()
    report = index_paths(home, [folder], embedder)
    assert sources(home) == [f"{'chan' if n % 2 == 0 else 'le'}/{n:04d}.txt" for n in (0, 2, 4, 1, 3, 5)]
    assert report.embedded < len(sources(home)) * 4
    assert not any("số 1 " in text for text in embedder.texts)
