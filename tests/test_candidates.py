"""The passages worth reading: exact spans, no datelines, the likeliest first."""

from rag.candidates import FEATURES, coverage, features, sentences_of, shortlist, terms
from tests.answers_made import TITLE, article, hits


def test_every_candidate_is_its_articles_own_words() -> None:
    found = sentences_of(hits(article()))
    assert all(s.hit.article.text[s.span.start : s.span.end] == s.text for s in found)
    assert [s.text for s in found][-1] == "Trong đó, 9 xã đã đạt chuẩn nông thôn mới."
    assert found[-1].context == "Toàn huyện có 12 xã."


def test_a_repeat_and_a_dateline_are_no_candidates() -> None:
    one = article(text=f"{TITLE}\nThứ tư, 8/1/2025 | 15:22\nToàn huyện có 12 xã.\nToàn  huyện có 12 xã.")
    assert [s.text for s in sentences_of(hits(one))] == [TITLE, "Toàn huyện có 12 xã."]


def test_rare_words_weigh_more_than_the_shared_topic() -> None:
    texts = ["huyện Vân Hà có chợ", "huyện Vân Hà có bệnh viện", "huyện Vân Hà có trường"]
    scores = coverage("bệnh viện ở huyện Vân Hà", texts)
    assert scores[1] == max(scores)
    assert scores[1] > 2 * scores[0]


def test_without_marks_words_are_compared_folded() -> None:
    assert coverage("thu nhap binh quan", ["Thu nhập bình quân tăng", "Giá lúa giảm"])[0] == 1.0
    assert "thu_nhập" in terms("thu nhập", marks=True)


def test_the_passage_that_holds_the_kind_of_answer_comes_first() -> None:
    empty = article(
        text="Tin ngắn\n" + "Huyện Vân Hà vui vẻ đón xuân mới. " * 3, title="Tin ngắn", source="a.txt"
    )
    found = shortlist("Bí thư Huyện ủy Vân Hà là ai?", hits(empty, article()), most=1)
    assert {s.hit.article.source for s in found} == {"van-ha.txt"}


def test_features_have_their_names() -> None:
    found = sentences_of(hits(article()))
    assert {len(row) for row in features("Huyện có mấy xã?", found)} == {len(FEATURES)}


def test_no_hits_no_candidates() -> None:
    assert shortlist("Huyện có mấy xã?", []) == []
