"""Of several spans of one form, the one that the question means."""

import pytest

from index.types import Span
from rag.answering import answers_kind
from rag.nearest import classed, nearest
from rag.wanted import wanted

BUILT = "Cầu Vân Hà khởi công ngày 15/3/2030, dự kiến thông xe ngày 30/6/2033, dài 1.264 m, rộng 22,5 m."


def chosen(question: str, text: str) -> str:
    want = wanted(question)
    span = nearest(want, text, answers_kind(want, text))
    return text[span.start : span.end] if span else ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Cầu Vân Hà khởi công ngày nào?", "15/3/2030"),
        ("Cầu Vân Hà thông xe ngày nào?", "30/6/2033"),
        ("Cầu Vân Hà rộng mấy mét?", "22,5 m"),
        ("Cầu Vân Hà dài mấy mét?", "1.264 m"),
    ],
)
def test_what_stands_before_a_figure_names_it(question: str, answer: str) -> None:
    assert chosen(question, BUILT) == answer


def test_what_is_counted_follows_its_figure() -> None:
    text = "Bão làm 5 người chết, 21 người bị thương."
    assert chosen("Bão làm bao nhiêu người chết?", text) == "5 người"
    assert chosen("Bão làm bao nhiêu người bị thương?", text) == "21 người"


def test_a_doer_stands_before_the_verb_and_a_receiver_after() -> None:
    text = "Bà Trần Thị Mơ bán cá phát hiện đám cháy rồi gọi ông Bùi Đức Long trực đêm."
    assert chosen("Ai phát hiện đám cháy?", text) == "Trần Thị Mơ"
    given = "Ông Lê Văn Minh bàn giao chức giám đốc cho bà Vũ Thị Hiền trước ông Đỗ Quang Hạ."
    assert chosen("Chức giám đốc được bàn giao cho ai?", given) == "Vũ Thị Hiền"


def test_the_old_figure_is_only_given_when_asked() -> None:
    text = "Tỷ lệ hộ nghèo giảm từ 11,05% xuống còn 8,42%."
    assert chosen("Tỷ lệ hộ nghèo còn bao nhiêu?", text) == "8,42%"


def test_doubt_chooses_none() -> None:
    text = "Ngày 1/6 và ngày 2/6 đều mưa."
    assert nearest(wanted("Trận đấu diễn ra ngày nào?"), text, [Span(5, 8), Span(17, 20)]) is None
    assert nearest(wanted("Trận đấu diễn ra ngày nào?"), text, []) is None


def test_the_class_word_that_is_asked_narrows_the_places() -> None:
    text = "Huyện Cát Lim mất điện do sét đánh ở đảo Hòn Nhạn."
    want = wanted("Sét đánh ở đảo nào?")
    spans = classed(want, text, answers_kind(want, text))
    assert [text[s.start : s.end] for s in spans] == ["đảo Hòn Nhạn"]


def test_of_two_spans_that_begin_alike_the_longer_is_named() -> None:
    text = "Hội Chữ thập đỏ tỉnh Hạc Châu trao nhà cho bà Mơ."
    whole, part = text.index(" trao"), text.index(" tỉnh")
    want = wanted("Tổ chức nào trao nhà cho bà Mơ?")
    assert nearest(want, text, [Span(0, part), Span(0, whole)]) == Span(0, whole)
    assert nearest(want, text, [Span(0, whole), Span(0, part)]) == Span(0, whole)
