"""Evidence: candidates judged, weighed with what rules see, best first."""

from collections.abc import Sequence

from index.embedder import FakeEmbedder
from index.types import Span
from rag.agreement import agreement
from rag.evidence import (
    FEATURES,
    MOST_EVIDENCE,
    SURE,
    chances,
    choose,
    features,
    similarity_scorer,
    sure_features,
)
from rag.types import Judged, Sentence
from tests.answers_made import article, candidate, hits


def judge_by(word: str) -> object:
    """A scorer that believes in sentences with ``word``, and finds it in them."""

    def score(question: str, candidates: Sequence[Sentence]) -> list[Judged]:
        assert question
        found = []
        for one in candidates:
            at = one.text.find(word)
            found.append(Judged(0.95, Span(at, at + len(word)), 0.9) if at >= 0 else Judged(0.02))
        return found

    return score


def test_what_the_scorer_believes_comes_first_with_its_span() -> None:
    best, *rest = choose("Huyện Vân Hà có mấy xã?", hits(article()), judge_by("12 xã"))  # type: ignore[arg-type]
    assert best.text == "Toàn huyện có 12 xã."
    assert best.span is not None
    assert best.text[best.span.start : best.span.end] == "12 xã"
    assert best.article.text[best.start : best.end] == best.text
    assert all(best.probability >= other.probability for other in rest)
    assert len(rest) < MOST_EVIDENCE


def test_an_unsure_span_is_no_lead() -> None:
    def unsure(question: str, candidates: Sequence[Sentence]) -> list[Judged]:
        return [Judged(0.9, Span(0, 4), 0.2) for _ in candidates if question]

    assert choose("Huyện có mấy xã?", hits(article()), unsure)[0].span is None


def test_no_hits_no_evidence() -> None:
    assert choose("Huyện có mấy xã?", [], judge_by("xã")) == []  # type: ignore[arg-type]


def test_a_feature_row_has_a_value_for_each_name() -> None:
    found = [candidate("12 xã"), candidate("63 triệu")]
    question = "Huyện Vân Hà có mấy xã?"
    seen = [agreement(question, one) for one in found]
    rows = features(question, found, [Judged(0.9), Judged(0.1)], seen)
    assert [len(row) for row in rows] == [len(FEATURES)] * 2
    judged = FEATURES.index("judged")
    assert rows[0][judged] > 0 > rows[1][judged]


def test_a_topic_in_front_is_not_asked_of_the_sentence() -> None:
    found = [candidate("12 xã"), candidate("63 triệu")]
    judged = [Judged(0.9), Judged(0.1)]
    own = FEATURES.index("own_covered")

    def covered(question: str) -> list[float]:
        seen = [agreement(question, one) for one in found]
        return [row[own] for row in features(question, found, judged, seen)]

    assert covered("Về hội nghị tổng kết Vân Hà: huyện có mấy xã?") == covered("huyện có mấy xã?")


def test_similarity_serves_without_a_model() -> None:
    found = [candidate("12 xã"), candidate("chủ trì hội nghị")]
    scores = [one.probability for one in similarity_scorer(FakeEmbedder())("Toàn huyện có mấy xã?", found)]
    assert 0 <= scores[1] < scores[0] <= 1
    assert similarity_scorer(FakeEmbedder())("Huyện có mấy xã?", []) == []


def test_the_first_is_as_sure_as_it_is_ahead_of_the_rest() -> None:
    row = dict.fromkeys(FEATURES, 0.0) | {"judged": 2.0, "own_covered": 0.4, "form": -1.0}
    rows = [tuple(row.values()), tuple((row | {"judged": -1.0}).values())]
    first, seen = sure_features(rows, [1.5, -0.5], ["a", "b"])
    assert first == 0
    assert dict(zip(SURE, seen, strict=True)) == {
        "chance": 1.5, "margin": 2.0, "judged": 2.0, "own_covered": 0.4, "apart": 2.0, "form": -1.0
    }  # fmt: skip
    near, far = (chances([rows[0], (other, *rows[1][1:])], ["a", "b"])[0] for other in (1.5, -6.0))
    assert near < far


def test_chances_keep_the_order_of_the_sentences() -> None:
    rows = [
        tuple(dict(zip(FEATURES, [judged, *[0.5] * 20], strict=False)).values())
        for judged in (-3.0, 2.0, 0.0)
    ]
    found = chances(rows, ["a", "a", "b"])
    assert found[1] > found[2] > found[0]
    assert all(0 < chance < 1 for chance in found)
