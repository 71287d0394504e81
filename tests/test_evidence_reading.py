"""What the evidence model is shown: every sentence's tokens, and the way back to its characters."""

from itertools import pairwise
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from index import e5
from index.chunk import sentences
from index.embedder import load_tokenizer
from index.types import Span
from rag.evidence_reading import LEDE, PASSAGE, QUESTION, Excerpt, Reading, lede, readings

TITLE = "Xã Bình Lâm trồng thêm rừng"
TEXT = "Năm 2022, xã trồng 118,5 ha rừng. Con số này gấp đôi năm trước.\n“Bà con rất mừng”, ông Tư nói."
QUESTION_TEXT = "Xã Bình Lâm trồng bao nhiêu ha rừng?"


@pytest.fixture(scope="module")
def tokenizer(e5_home: Path) -> Tokenizer:
    return load_tokenizer(e5.unpack(e5_home))


def excerpt(title: str, text: str) -> Excerpt:
    return Excerpt(title, text, tuple(sentences(text)))


def characters(reading: Reading, sentence: int, text: str) -> str:
    first, last = reading.sentences[sentence]
    start = reading.offsets[first - reading.first][0]
    end = reading.offsets[last - 1 - reading.first][1]
    return text[start:end]


def test_each_sentence_keeps_its_own_characters(tokenizer: Tokenizer) -> None:
    shown = excerpt(TITLE, TEXT)
    (reading,) = readings(tokenizer, QUESTION_TEXT, [shown])
    for number, span in enumerate(shown.sentences):
        assert characters(reading, number, TEXT) == TEXT[span.start : span.end]
    ranges = reading.sentences
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))


def test_an_abbreviation_is_read_as_the_passage_writes_it(tokenizer: Tokenizer) -> None:
    long, short = (excerpt(TITLE, f"{one} xã giao đất.") for one in ("Ủy ban nhân dân", "UBND"))
    said = [
        tokenizer.decode(list(one.ids), skip_special_tokens=True)
        for one in readings(tokenizer, "UBND xã giao gì?", [long, short])
    ]
    assert "query: Ủy ban nhân dân xã giao gì?" in said[0]
    assert "query: UBND xã giao gì?" in said[1]


def test_the_input_is_question_title_passage(tokenizer: Tokenizer) -> None:
    (reading,) = readings(tokenizer, QUESTION_TEXT, [excerpt(TITLE, TEXT)])
    assert tokenizer.decode(list(reading.ids), skip_special_tokens=True).split() == (
        f"query: {QUESTION_TEXT} {TITLE} {TEXT}".replace("\n", " ").split()
    )
    assert reading.ids[0] == 0
    assert reading.ids.count(2) == 4


def test_a_title_that_opens_the_passage_is_said_once(tokenizer: Tokenizer) -> None:
    (reading,) = readings(tokenizer, QUESTION_TEXT, [excerpt(TITLE, f"{TITLE}\n{TEXT}")])
    assert tokenizer.decode(list(reading.ids)).count(TITLE) == 1


def test_a_later_passage_is_read_behind_its_articles_lede(tokenizer: Tokenizer) -> None:
    opening = "Sáng 3-2, xã Bình Lâm phát động trồng rừng tại thôn Nà Phặc."
    shown = Excerpt(TITLE, TEXT, tuple(sentences(TEXT)), opening)
    (reading,) = readings(tokenizer, QUESTION_TEXT, [shown])
    said = tokenizer.decode(list(reading.ids), skip_special_tokens=True)
    assert said.index(TITLE) < said.index(opening) < said.index("118,5")
    assert characters(reading, 1, TEXT) == "Con số này gấp đôi năm trước."
    held = Excerpt(TITLE, f"{opening} {TEXT}", (Span(0, len(opening)),), opening)
    (reading,) = readings(tokenizer, QUESTION_TEXT, [held])
    assert tokenizer.decode(list(reading.ids)).count("Nà Phặc") == 1


def test_a_long_lede_is_cut(tokenizer: Tokenizer) -> None:
    short, long = (
        readings(tokenizer, QUESTION_TEXT, [Excerpt("", TEXT, (), " ".join(["đường"] * words))])[0]
        for words in (1, 300)
    )
    assert len(long.ids) - len(short.ids) == LEDE - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{TITLE}\nSáng 3-2, xã Bình Lâm phát động trồng rừng. Trời mưa.",
            "Sáng 3-2, xã Bình Lâm phát động trồng rừng.",
        ),
        (
            f"{TITLE.upper()} Ở ĐẦU NGUỒN\n3-2-2022\nTheo Ban quản lý, cả xã có hai tổ giữ rừng.",
            f"{TITLE.upper()} Ở ĐẦU NGUỒN",
        ),
        (
            f"{TITLE}\nẢnh: An\nTheo Ban quản lý, cả xã có hai tổ giữ rừng.",
            "Theo Ban quản lý, cả xã có hai tổ giữ rừng.",
        ),
        (f"{TITLE}\nMưa to.", ""),
        (
            f"Quyết tâm thực hiện nghị quyết của đại hội\n{TITLE}\nSáng 3-2, cả xã ra đồi trồng thêm rừng.",
            "Sáng 3-2, cả xã ra đồi trồng thêm rừng.",
        ),
    ],
)
def test_the_lede_is_the_first_line_that_tells_something(text: str, expected: str) -> None:
    assert lede(TITLE, text) == expected


def test_long_parts_are_cut_and_lost_sentences_are_empty(tokenizer: Tokenizer) -> None:
    text = " ".join(f"Thôn {i} có đường bê tông." for i in range(120))
    (reading,) = readings(tokenizer, "đường nào " * 80, [excerpt(TITLE, text)])
    assert len(reading.ids) <= e5.SIZES.positions
    assert len(reading.offsets) == PASSAGE
    assert reading.first <= QUESTION + 32 + LEDE + 4
    assert reading.sentences[0][1] > reading.sentences[0][0]
    assert reading.sentences[-1][1] == reading.sentences[-1][0]


def test_each_excerpt_is_read_with_the_same_question(tokenizer: Tokenizer) -> None:
    one, two = readings(tokenizer, QUESTION_TEXT, [excerpt("", TEXT), excerpt(TITLE, "Mưa to.")])
    asked = len(tokenizer.encode(f"query: {QUESTION_TEXT}").ids)
    assert one.ids[:asked] == two.ids[:asked]
    assert two.sentences[0][1] - two.sentences[0][0] >= 2


def test_no_sentence_spans_no_ranges(tokenizer: Tokenizer) -> None:
    (reading,) = readings(tokenizer, QUESTION_TEXT, [Excerpt(TITLE, TEXT, (Span(0, 3),))])
    assert len(reading.sentences) == 1
