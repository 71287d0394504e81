"""Articles of a run at work: found by words at once, never beside their old version, gone if it dies."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

import numpy as np
import pytest

from index import arriving, lock, writer
from index.check import verify
from index.embedder import FakeEmbedder
from index.ingest import index_paths, index_texts
from index.store import Store, open_store
from index.types import RawText, Vectors
from index.words import word_query
from rag.assistant import Assistant
from rag.evidence import similarity_scorer
from rag.search import hybrid
from rag.types import Filters, Query
from tests.catalogs import TEXTS
from tests.made import news, write

NEW = RawText("moi/cho.txt", TEXTS["cho.txt"])
ASKED = "chợ phiên bản Nà Lốc có bao nhiêu gian hàng?"


class Waiting(FakeEmbedder):
    """Embeds passages only when it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.go_on = threading.Event(), threading.Event()

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.reached.set()
        assert self.go_on.wait(30)
        return super().embed_passages(texts)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path / "bai", range(3))
    index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = open_store(home, FakeEmbedder.info)
    yield opened
    opened.close()


@pytest.fixture
def halfway(home: Path) -> Iterator[Callable[..., Waiting]]:
    """Begin a run over texts that stands still before its first vector."""
    begun: list[tuple[Waiting, threading.Thread]] = []

    def begin(*texts: RawText) -> Waiting:
        embedder = Waiting()
        thread = threading.Thread(target=index_texts, args=(home, texts, embedder))
        thread.start()
        begun.append((embedder, thread))
        assert embedder.reached.wait(30)
        return embedder

    yield begin
    for embedder, thread in begun:
        embedder.go_on.set()
        thread.join(30)


def sources(store: Store, text: str) -> set[str]:
    """Where the word search finds ``text``."""
    hits = store.lexical(word_query(text), 20)
    return {article.source for _, article in store.load([hit.id for hit in hits]).values()}


def test_what_is_read_is_found_by_words_before_it_has_vectors(
    store: Store, halfway: Callable[..., Waiting]
) -> None:
    assert NEW.source not in sources(store, ASKED)
    halfway(NEW)
    assert NEW.source in sources(store, ASKED)
    assert store.article(NEW.source).text.startswith("Bản Nà Lốc")
    assert store.passages(store.article(NEW.source).id)
    assert store.arriving() == 1
    assert store.status().articles == 3, "it is not live"


def test_a_search_by_meaning_and_words_ranks_it_too(store: Store, halfway: Callable[..., Waiting]) -> None:
    halfway(NEW)
    found = hybrid(store, FakeEmbedder(), Query(ASKED, ASKED), 5, Filters())
    assert found[0].article.source == NEW.source
    assert np.isfinite(found[0].similarity)


def test_an_answer_cites_it_and_counts_what_is_arriving(
    store: Store, halfway: Callable[..., Waiting]
) -> None:
    halfway(NEW, RawText("moi/que.txt", TEXTS["que.txt"]))
    answer = Assistant(store, FakeEmbedder(), similarity_scorer(FakeEmbedder())).ask(ASKED)
    assert answer.arriving == 2


def test_of_a_changed_article_the_old_version_answers_until_the_commit(
    home: Path, store: Store, halfway: Callable[..., Waiting]
) -> None:
    source = store.articles()[1][0].source
    old = store.article(source).text
    run = halfway(RawText(source, f"{TEXTS['cau.txt']}\n\nBản này mới hơn."))
    assert source not in sources(store, "cây cầu treo bằng dây văng suối Mây")
    assert store.article(source).text == old
    run.go_on.set()
    until(lambda: lock.holder(home) is None)
    store.refresh()
    assert "Bản này mới hơn." in store.article(source).text
    assert store.arriving() == 0


def test_after_the_commit_words_and_vectors_hold_it_once(
    home: Path, store: Store, halfway: Callable[..., Waiting]
) -> None:
    halfway(NEW).go_on.set()
    until(lambda: lock.holder(home) is None)
    store.refresh()
    hits = store.lexical(word_query(ASKED), 20)
    assert len({hit.id for hit in hits}) == len(hits)
    assert sources(store, ASKED) >= {NEW.source}
    assert verify(home).problems == ()


def read_and_die(home: Path) -> None:
    """A process that is killed between reading and its first vector."""

    class Dying(FakeEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            os.kill(os.getpid(), signal.SIGKILL)
            return super().embed_passages(texts)

    index_texts(home, [NEW], Dying())


def test_what_a_dead_run_had_read_is_out_of_sight_and_the_next_run_brings_it(
    home: Path, store: Store
) -> None:
    child = multiprocessing.get_context("spawn").Process(target=read_and_die, args=(home,))
    child.start()
    child.join(60)
    assert child.exitcode == -signal.SIGKILL
    assert NEW.source not in sources(store, ASKED)
    assert store.arriving() == 0
    with lock.writer(home), writer.writing(home, FakeEmbedder.info) as opened:
        assert not opened.words.ids() - set(opened.vectors.ids())
        assert arriving.count(opened.catalog) == 1
    assert index_texts(home, [NEW], FakeEmbedder()).added == 1
    store.refresh()
    assert NEW.source in sources(store, ASKED)


def test_of_two_arriving_copies_one_is_told(store: Store, halfway: Callable[..., Waiting]) -> None:
    halfway(RawText("b.txt", TEXTS["cho.txt"]), RawText("a.txt", TEXTS["cho.txt"]))
    assert sources(store, ASKED) & {"a.txt", "b.txt"} == {"a.txt"}


def test_a_long_run_shows_what_it_read_while_it_reads(home: Path, store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "nhieu"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(news(number + 100), encoding="utf-8")
    seen: list[int] = []

    def progress(step: object) -> None:
        if getattr(step, "stage", "") == "read" and store.arriving() not in [*seen, 0]:
            seen.append(store.arriving())

    index_paths(home, [folder], FakeEmbedder(), progress=progress)
    assert len(seen) >= 3
    assert seen == sorted(seen)


def until(done: Callable[[], bool]) -> None:
    """Wait for another thread's work."""
    end = monotonic() + 30
    while not done():
        assert monotonic() < end
        sleep(0.01)
