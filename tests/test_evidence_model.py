"""The evidence model's plumbing, with weights made here; its quality is measured in tests/bench."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import torch

from index import e5
from index.chunk import sentences, split
from index.embedder import E5Embedder, FakeEmbedder, load_embedder
from index.encoder import Judge
from index.types import Article, Hit, Span
from rag import evidence_model
from rag.evidence_model import best_span, load_scorer, load_weights
from rag.types import EvidenceScorer, Sentence
from tests.bench.export_evidence import platt, quantised, save

TEXT = (
    "Lễ hội cá ở Bến Sậy\nBến Sậy đón 4.200 khách trong ba ngày lễ. Năm trước chỉ có 1.900 khách.\n"
    "Ban tổ chức dự kiến năm sau đón 6.000 khách. Chị Hai bán được 50 kg khô mỗi ngày."
)
ARTICLE = Article("a", "a.txt", "Lễ hội cá ở Bến Sậy", TEXT, date(2022, 5, 1), None, None, (), "0")


def tensors(seed: int = 3) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    torch.manual_seed(seed)
    return {name: value.numpy() for name, value in Judge(e5.SIZES, e5.EPSILON).state_dict().items()}


def candidates(article: Article = ARTICLE) -> list[Sentence]:
    found = []
    for passage in split(article):
        hit = Hit(passage, article, 1.0, 0.9, 5.0)
        for span in sentences(article.text, passage.start, passage.end):
            found.append(Sentence(hit, span, article.text[span.start : span.end], ""))
    return found


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("weights") / "evidence.safetensors"
    save(file, tensors(), slope=1.5, shift=-0.25, card={"seeds": [3]})
    return file


@pytest.fixture(scope="module")
def embedder(e5_home: Path) -> E5Embedder:
    found = load_embedder(e5_home)
    assert isinstance(found, E5Embedder)
    return found


@pytest.fixture(scope="module")
def scorer(e5_home: Path, embedder: E5Embedder, weights: Path) -> EvidenceScorer:
    found = load_scorer(e5_home, embedder, weights)
    assert found is not None
    return found


def test_every_candidate_gets_a_probability_and_a_span_inside_itself(scorer: EvidenceScorer) -> None:
    asked = candidates()
    judged = scorer("Bến Sậy đón bao nhiêu khách?", asked)
    assert len(judged) == len(asked) >= 5
    for sentence, one in zip(asked, judged, strict=True):
        assert 0 < one.probability < 1
        assert one.span is not None
        assert 0 <= one.span.start < one.span.end <= len(sentence.text)
        assert sentence.text[one.span.start : one.span.end].strip()
        assert 0 < one.span_probability <= 1


def test_order_and_selection_do_not_change_a_judgement(scorer: EvidenceScorer) -> None:
    asked = candidates()
    every = scorer("Ai bán khô?", asked)
    few = scorer("Ai bán khô?", [asked[3], asked[1]])
    assert [one.probability for one in few] == pytest.approx(
        [every[3].probability, every[1].probability], rel=1e-4
    )
    assert [one.span for one in few] == [every[3].span, every[1].span]


def test_padding_beside_a_longer_passage_changes_nothing(scorer: EvidenceScorer) -> None:
    longer = Article(
        "b", "b.txt", "", "Chợ nổi họp từ sáng sớm đến trưa mỗi ngày. " * 12, None, None, None, (), "1"
    )
    alone = scorer("Chị Hai bán gì?", candidates())
    beside = scorer("Chị Hai bán gì?", [*candidates(), *candidates(longer)])
    assert [one.probability for one in beside[: len(alone)]] == pytest.approx(
        [one.probability for one in alone], rel=1e-3
    )


def test_no_candidates_no_judgements(scorer: EvidenceScorer) -> None:
    assert scorer("Gì?", []) == []


def test_a_sentence_that_is_not_one_of_its_passage_is_not_trusted(scorer: EvidenceScorer) -> None:
    one = candidates()[1]
    odd = Sentence(one.hit, Span(one.span.start + 2, one.span.end), one.text[2:], "")
    assert scorer("Gì?", [odd])[0].probability == 0


def test_without_weights_there_is_no_scorer(tmp_path: Path, embedder: E5Embedder) -> None:
    assert load_scorer(tmp_path, embedder, tmp_path / "none.safetensors") is None


def test_the_fake_embedder_gets_no_scorer(tmp_path: Path, weights: Path) -> None:
    assert load_scorer(tmp_path, FakeEmbedder(), weights) is None


def test_another_embedder_is_served_by_the_bundled_encoder(e5_home: Path, weights: Path) -> None:
    other = load_embedder(e5_home, model=str(e5.unpack(e5_home)))
    scorer = load_scorer(e5_home, other, weights)
    assert scorer is not None
    assert len(scorer("Ai?", candidates())) == len(candidates())


def test_shipped_weights_are_small_and_whole() -> None:
    file = evidence_model.weights_file()
    assert file.stat().st_size <= 12_000_000
    assert set(load_weights(file).tensors) == set(tensors())


def test_int8_is_near_what_was_trained(weights: Path) -> None:
    read, trained = load_weights(weights), tensors()
    assert (read.slope, read.shift) == (1.5, -0.25)
    for name, value in trained.items():
        assert read.tensors[name].shape == value.shape
        np.testing.assert_allclose(read.tensors[name], value, atol=np.abs(value).max() / 120 + 1e-3)
    kinds = {value.dtype.name for value in quantised(trained).values()}
    assert kinds == {"int8", "float16", "float32"}


def test_probability_is_monotone_and_bounded(weights: Path) -> None:
    read = load_weights(weights)
    values = [read.probability(score) for score in (-1e6, -2.0, 0.0, 2.0, 1e6)]
    assert values == sorted(values)
    assert 0 < values[0] < 1e-9
    assert values[-1] == pytest.approx(1)


def test_best_span_never_ends_before_it_begins() -> None:
    logits = np.full((6, 2), -5, np.float32)
    logits[4, 0] = logits[1, 1] = 5  # the best end lies before the best begin
    logits[5, 1] = 4
    assert best_span(logits)[:2] == (4, 5)
    long = np.zeros((100, 2), np.float32)
    long[0, 0] = long[99, 1] = 9
    begin, end, _ = best_span(long)
    assert end - begin < evidence_model.MOST_SPAN


def test_platt_recovers_the_sigmoid_it_was_drawn_from() -> None:
    rng = np.random.default_rng(1)
    scores = rng.normal(0, 3, 4000)
    right = rng.random(4000) < 1 / (1 + np.exp(-(0.8 * scores - 1)))
    slope, shift = platt(list(scores), list(right))
    assert slope == pytest.approx(0.8, abs=0.08)
    assert shift == pytest.approx(-1, abs=0.15)
