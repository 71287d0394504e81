from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.ingest import index_paths
from index.store import open_store
from index.types import Article, Hit, Passage
from rag.engine import PassageRetriever, hits_of
from rag.rerank import CAP, CLOSE, WEIGHT, load_scorer, rerank, settled
from rag.types import EvidenceScorer, Judged, Query, Sentence


def hit(name: str) -> Hit:
    article = Article(name, f"{name}.txt", "Chợ", f"Chợ\n{name}", None, None, None, (), "")
    return Hit(Passage(name, name, 0, 4, 4 + len(name), name), article, 1.0, 0.9, 3.0)


def by_length(_question: str, texts: Sequence[str]) -> list[float]:
    return [float(len(text)) for text in texts]


def scored(name: str, score: float) -> Hit:
    return replace(hit(f"{name} bán hai con cá"), score=score)


def believes(name: str) -> EvidenceScorer:
    """A judge who is sure of the sentences that begin with ``name`` and of no other."""

    def judge(question: str, candidates: Sequence[Sentence]) -> list[Judged]:
        return [Judged(0.99 if question and one.text.startswith(name) else 0.01) for one in candidates]

    return judge


def test_a_close_call_goes_to_the_article_that_answers() -> None:
    hits = [scored("An", 1.0), scored("Bé", 1.0 - CLOSE / 2), scored("Cư", 0.2)]
    found = settled("ai bán cá?", hits, believes("Bé"))
    assert [one.passage.text[:2] for one in found] == ["Bé", "An", "Cư"]
    assert found[1].score == pytest.approx(1.0 - WEIGHT * CAP)
    kept = settled("ai bán cá?", hits, believes("An"))
    assert [one.passage.text[:2] for one in kept] == ["An", "Bé", "Cư"]


def test_what_is_no_close_call_is_not_read() -> None:
    def never(question: str, candidates: Sequence[Sentence]) -> list[Judged]:
        raise AssertionError(question, candidates)

    clear = [scored("An", 1.0), scored("Bé", 0.99 - CLOSE)]
    assert settled("ai bán cá?", clear, never) == clear
    assert settled("ai bán cá?", clear[:1] * 2, never) == clear[:1] * 2
    assert settled("ai bán cá?", [], never) == []


def test_the_first_are_reordered_the_rest_follows() -> None:
    hits = [hit(name) for name in ("a", "ccc", "bb", "dddd")]
    found = rerank(Query("chợ?", "chợ?"), hits, by_length, top=3)
    assert [one.passage.text for one in found] == ["ccc", "bb", "a", "dddd"]


def test_equal_scores_keep_their_order() -> None:
    hits = [hit(name) for name in ("b", "a", "c")]
    assert rerank(Query("chợ?", "chợ?"), hits, by_length) == hits


def test_the_scorer_reads_title_and_passage() -> None:
    seen: list[str] = []

    def spy(question: str, texts: Sequence[str]) -> list[float]:
        seen.extend([question, *texts])
        return [0.0] * len(texts)

    rerank(Query("cho?", "chợ?"), [hit("a"), hit("b")], spy)
    assert seen == ["chợ?", "Chợ\na", "Chợ\nb"]


def test_one_hit_needs_no_model() -> None:
    assert rerank(Query("a", "a"), [hit("a")], lambda _q, _t: pytest.fail("asked")) == [hit("a")]


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        load_scorer(str(tmp_path))
    assert error.value.code == "model_missing"


def test_the_retriever_reranks_what_it_returns(tmp_path: Path) -> None:
    (tmp_path / "bai").mkdir()
    for name in ("một", "hai hai hai", "ba ba"):
        (tmp_path / "bai" / f"{name}.txt").write_text(
            f"Chợ phiên\n\nPhiên chợ {name} họp sớm.", encoding="utf-8"
        )
    index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    store = open_store(tmp_path / "home")
    try:
        retriever = PassageRetriever(store, FakeEmbedder(), k=2, reranker=by_length)
        found = hits_of(retriever.retrieve("phiên chợ"))
    finally:
        store.close()
    assert [one.article.source for one in found] == ["hai hai hai.txt", "ba ba.txt"]
