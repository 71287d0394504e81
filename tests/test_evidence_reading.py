"""What the evidence model is shown: every sentence's tokens, and the way back to its characters."""

from itertools import pairwise
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from index import e5
from index.chunk import sentences
from index.embedder import load_tokenizer
from index.types import Span
from rag.evidence_reading import PASSAGE, QUESTION, Excerpt, Reading, readings

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


def test_long_parts_are_cut_and_lost_sentences_are_empty(tokenizer: Tokenizer) -> None:
    text = " ".join(f"Thôn {i} có đường bê tông." for i in range(120))
    (reading,) = readings(tokenizer, "đường nào " * 80, [excerpt(TITLE, text)])
    assert len(reading.ids) <= e5.SIZES.positions
    assert len(reading.offsets) == PASSAGE
    assert reading.first <= QUESTION + 32 + 4
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
