"""Sentences and passages: exact offsets, nothing lost, nothing longer than its bound."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunk import MOST_WORDS, PASSAGE_WORDS, passage_text, sentences, split, text_key
from index.types import Article


def article(text: str, title: str = "", published: date | None = None, source: str = "a.txt") -> Article:
    return Article("id", source, title, text, published, None, None, (), "hash")


def texts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mưa to. Nước dâng!", ["Mưa to.", "Nước dâng!"], id="two"),
        pytest.param(
            "Ông Ba ở TP. Hạ Vân. Bà Tư ở quê.", ["Ông Ba ở TP. Hạ Vân.", "Bà Tư ở quê."], id="city"
        ),
        pytest.param(
            "Theo TS. Lê Nam, giá giảm. Dân vui.", ["Theo TS. Lê Nam, giá giảm.", "Dân vui."], id="doctor"
        ),
        pytest.param("PGS.TS. Lý Bình nói. Hết.", ["PGS.TS. Lý Bình nói.", "Hết."], id="two_titles"),
        pytest.param("Bắt ông A. Sau đó thả.", ["Bắt ông A.", "Sau đó thả."], id="initial_then_starter"),
        pytest.param("Bà K. Lan kể lại.", ["Bà K. Lan kể lại."], id="initial_in_name"),
        pytest.param("Chị T. nói không biết.", ["Chị T. nói không biết."], id="initial_then_verb"),
        pytest.param("Thu 1.250,5 tỷ đồng. Chi ít.", ["Thu 1.250,5 tỷ đồng.", "Chi ít."], id="decimal"),
        pytest.param("Họp ngày 3.4.2031. Bàn thu.", ["Họp ngày 3.4.2031.", "Bàn thu."], id="dotted_date"),
        pytest.param(
            "1. Thu ngân sách đạt. 2. Chi đúng.", ["1. Thu ngân sách đạt.", "2. Chi đúng."], id="numbered"
        ),
        pytest.param("Khó khăn…Tại đó dân lo.", ["Khó khăn…", "Tại đó dân lo."], id="glued_ellipsis"),
        pytest.param("Kinh tế tăng.Năm sau giảm.", ["Kinh tế tăng.", "Năm sau giảm."], id="glued_stop"),
        pytest.param("Ở TP.Hạ Vân mưa.", ["Ở TP.Hạ Vân mưa."], id="glued_city"),
        pytest.param("Anh nói: “Tôi về.” Chị gật.", ["Anh nói: “Tôi về.”", "Chị gật."], id="closing_quote"),
        pytest.param("Tiêu đề không chấm\n\nThân bài.", ["Tiêu đề không chấm", "Thân bài."], id="line_break"),
        pytest.param(
            "Xe về TP.\n\nHạ Vân lúc tối.", ["Xe về TP.\n\nHạ Vân lúc tối."], id="broken_after_title"
        ),
        pytest.param("Chờ... rồi đi. Xong.", ["Chờ... rồi đi.", "Xong."], id="ellipsis_inside"),
        pytest.param(" \n\t ", [], id="blank"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_sentences_of_a_part_keep_offsets_of_the_whole() -> None:
    text = "Một câu. Hai câu. Ba câu."
    spans = sentences(text, 9, 17)
    assert [text[span.start : span.end] for span in spans] == ["Hai câu."]


def test_long_sentence_is_cut_at_semicolons_into_even_pieces() -> None:
    clause = "xã số {} thu được năm tỷ đồng và trồng mười héc ta rừng mới trong năm qua"
    text = "Kết quả: " + "; ".join(clause.format(n) for n in range(4)) + "."
    pieces = texts(text)
    assert len(pieces) == 2
    assert pieces[0].endswith(";")
    assert pieces[1].startswith("xã số")


def test_long_sentence_without_joints_is_cut_between_words() -> None:
    pieces = texts("từ " * 200)
    assert max(len(piece.split()) for piece in pieces) <= MOST_WORDS


def test_dash_inside_a_term_is_no_list_mark() -> None:
    text = "Phát triển kinh tế - xã hội " + "và văn hóa thể thao du lịch " * 12 + "của huyện"
    assert all(not piece.startswith("-") for piece in texts(text))


alphabet = st.sampled_from(
    ["Ông", "A.", "TP.", "đạt", "1,5", "tỷ;", "và", "nước,", "xong.", "…", "\n", "\n\n", " ", "“A", "b”."]
)


@given(st.lists(alphabet, max_size=300).map(" ".join))
def test_sentences_cover_everything_once(text: str) -> None:
    place = 0
    for span in sentences(text):
        assert text[place : span.start].strip() == ""
        piece = text[span.start : span.end]
        assert piece == piece.strip() != ""
        assert len(piece.split()) <= MOST_WORDS
        place = span.end
    assert text[place:].strip() == ""


@given(st.lists(alphabet, max_size=600).map(" ".join))
def test_passages_are_exact_whole_and_bounded(text: str) -> None:
    passages = split(article(text))
    place = 0
    for passage in passages:
        assert passage.text == text[passage.start : passage.end]
        assert text[place : passage.start].strip() == ""
        assert len(passage.text.split()) <= 1.25 * PASSAGE_WORDS + 1
        place = passage.end
    assert text[place:].strip() == ""
    assert len({passage.id for passage in passages}) == len(passages)


def test_passage_ids_follow_content_not_source() -> None:
    assert (
        split(article("Một câu.", source="a.txt"))[0].id == split(article("Một câu.", source="b.txt"))[0].id
    )
    assert split(article("Một câu."))[0].id != split(article("Hai câu."))[0].id
    assert text_key(article("Một.", published=date(2031, 1, 2))) != text_key(article("Một."))


def test_passage_text_heads_with_title_and_date_once() -> None:
    text = "Huyện Vân Khê thu vượt\n\n" + "Câu thân bài kể về mùa màng trong huyện. " * 60
    found = article(text, "Huyện Vân Khê thu vượt", date(2031, 5, 4))
    first, second = split(found)[:2]
    assert passage_text(found, first).count("Huyện Vân Khê thu vượt") == 1
    assert passage_text(found, second).startswith("Huyện Vân Khê thu vượt\n04/05/2031\n")


def test_file_name_as_title_is_not_embedded() -> None:
    found = article("Chỉ có thân bài.", "a.txt")
    assert passage_text(found, split(found)[0]) == "Chỉ có thân bài."
