"""Sentences that lean on the one before them."""

import pytest

from rag.leaning import leans, sentence_before, supported_by, whole
from tests.answers_made import TITLE, article, evidence


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong đó, 9 xã đạt chuẩn.",
        "Con số này tăng 5%.",
        "Ông cho biết sẽ làm.",
        "Dự án này dài 5 km.",
        "“Đây là lần đầu”",
    ],
)
def test_a_pronoun_at_its_start_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence", ["Toàn huyện có 12 xã.", "Ông Lê Khắc Toàn chủ trì.", "Dự án đường tỉnh 5 dài 5 km."]
)
def test_a_sentence_that_names_its_subject_stands_alone(sentence: str) -> None:
    assert not leans(sentence)


def test_a_leaning_quote_brings_the_sentence_before_it() -> None:
    one = article()
    span = supported_by(evidence("9 xã đã đạt", one))
    assert span is not None
    assert one.text[span.start : span.end] == "Toàn huyện có 12 xã."


def test_a_title_is_no_support() -> None:
    one = article(text=f"{TITLE}\nTrong đó, 9 xã đã đạt chuẩn nông thôn mới.")
    assert supported_by(evidence("9 xã", one)) is None
    assert sentence_before(one, 0) is None


def test_support_stays_short() -> None:
    long = "Huyện " + "rất " * 50 + "rộng."
    one = article(text=f"{TITLE}\n{long} Trong đó, " + "có nhiều xã " * 10 + "đạt chuẩn.")
    assert supported_by(evidence("đạt chuẩn", one)) is None


def test_a_sentence_cut_after_a_comma_is_quoted_whole() -> None:
    first = "Nước bẩn do " + "khu dân cư " * 10 + "ở Vân Hà, " + "và do xưởng dệt " * 5 + "ở phía bắc,"
    one = article(text=f"{TITLE}\n{first} do nước thải của xưởng giấy và chợ.")
    piece = evidence("Nước bẩn", one)
    assert piece.text.endswith(",")
    assert whole(piece).text == one.text[piece.start :]
    stands = evidence("Toàn huyện", article())
    assert whole(stands) == stands
