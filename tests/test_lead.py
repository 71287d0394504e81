"""The lead: the shortest words that answer, or none where form and model leave doubt."""

import re
from dataclasses import replace

import pytest

from index.types import Span
from rag.lead import joined, leads
from rag.types import Evidence
from tests.answers_made import article, evidence
from tests.lead_rows import ROWS


def marked(one: Evidence, words: str) -> Evidence:
    """Evidence whose scorer found ``words``."""
    start = one.text.index(words)
    return replace(one, span=Span(start, start + len(words)))


def words(question: str, one: Evidence) -> str:
    return joined(one, leads(question, one))


def test_the_only_span_of_the_wanted_form_leads() -> None:
    assert words("Bí thư Huyện ủy Vân Hà là ai?", evidence("chủ trì hội nghị")) == "Lê Khắc Toàn"


def test_the_unit_chooses_the_figure() -> None:
    one = evidence("58,4 triệu")
    assert words("Thu nhập bình quân của huyện Vân Hà đạt bao nhiêu tiền?", one) == "58,4 triệu đồng"
    assert words("Thu nhập bình quân tăng bao nhiêu phần trăm?", one) == "6,1%"


def test_doubt_gives_no_lead() -> None:
    assert leads("Toàn huyện có mấy xã?", evidence("họp tổng kết")) == ()


def test_the_model_settles_a_free_form_question() -> None:
    one = marked(evidence("chủ trì hội nghị"), "chủ trì hội nghị")
    assert words("Ông Toàn làm gì?", one) == "Chủ trì hội nghị"


def test_a_span_that_cuts_a_word_grows_to_the_whole() -> None:
    one = evidence("chủ trì hội nghị")
    start = one.text.index("hắc Toàn")
    cut = replace(one, span=Span(start, start + len("hắc Toà")))
    assert words("Việc này thế nào?", cut) == "Khắc Toàn"


def test_a_lead_as_long_as_its_sentence_is_none() -> None:
    one = evidence("Toàn huyện có 12 xã")
    assert leads("Việc này thế nào?", replace(one, span=Span(0, len(one.text)))) == ()


def test_of_several_figures_the_one_whose_measure_is_asked() -> None:
    one = article(text="Cầu Vân Hà\nCầu dài 126 m, rộng 9 m, khởi công năm 2023.", title="Cầu Vân Hà")
    assert words("Cầu Vân Hà dài bao nhiêu mét?", evidence("dài 126", one)) == "126 m"
    assert words("Cầu Vân Hà rộng bao nhiêu mét?", evidence("dài 126", one)) == "9 m"
    assert words("Ở Vân Hà đo được bao nhiêu mét?", evidence("dài 126", one)) == ""


@pytest.mark.parametrize(("question", "sentence", "holds", "lacks"), ROWS, ids=[row[0] for row in ROWS])
def test_rules_alone_find_the_lead(question: str, sentence: str, holds: str, lacks: str) -> None:
    one = article(text=f"Tin trong ngày\n\n{sentence}", title="Tin trong ngày")
    said = words(question, evidence(sentence, one)).lower()
    assert len(said.split()) <= 30
    if holds == "-":
        assert not said
        return
    for key in holds.split("; "):
        assert key.lower() in said
    for key in filter(None, lacks.split("; ")):
        assert not re.search(rf"(?<![\w.,]){re.escape(key.lower())}(?!\w)", said)


def test_a_date_and_a_rough_figure_keep_the_word_before_them() -> None:
    one = article(
        text="Kênh Sậy\nKênh Sậy phải xong trước ngày 15/9, hết hơn 114 triệu đồng.", title="Kênh Sậy"
    )
    assert words("Kênh Sậy phải xong khi nào?", evidence("Kênh Sậy phải", one)) == "Trước ngày 15/9"
    assert words("Kênh Sậy hết bao nhiêu tiền?", evidence("Kênh Sậy phải", one)) == "Hơn 114 triệu đồng"


def test_the_capitals_of_an_office_are_no_name() -> None:
    one = article(text="Tin\nBà Vũ Thị Mai là vợ ông Lê An Hòa, Tổng Giám đốc công ty.", title="Tin")
    assert "Giám" not in words("Ai là vợ ông Lê An Hòa?", evidence("Bà Vũ", one))
    assert words("Hai lãnh đạo nào bị bắt?", evidence("Bà Vũ", one)) == ""


def test_a_company_has_its_whole_name_and_a_decision_its_whole_number() -> None:
    one = article(
        text="Hồ Sậy\nNhà thầu là Công ty Xây dựng Thủy lợi Bắc Hạ, theo Quyết định số 12/2031/QĐ-UBND.",
        title="Hồ Sậy",
    )
    named = words("Công ty nào là nhà thầu?", evidence("Nhà thầu", one))
    assert named == "Công ty Xây dựng Thủy lợi Bắc Hạ"
    assert words("Theo quyết định số mấy?", evidence("Nhà thầu", one)) == "12/2031/QĐ-UBND"


def test_of_several_figures_in_the_models_words_the_nearest_leads() -> None:
    one = article(text="Tin\nDoanh thu đạt 9,7 tỷ đồng, lợi nhuận 1,15 tỷ đồng, tăng đều.", title="Tin")
    found = marked(evidence("Doanh thu", one), "9,7 tỷ đồng, lợi nhuận 1,15 tỷ đồng")
    assert words("Doanh thu đạt bao nhiêu?", found) == "9,7 tỷ đồng"


def test_words_of_another_form_or_of_the_question_are_no_lead() -> None:
    one = marked(evidence("12 xã"), "12 xã")
    assert leads("Huyện rộng bao nhiêu ha?", one) == ()
    assert leads("Huyện họp năm nào?", one) == ()
    two = marked(evidence("chủ trì hội nghị"), "chủ trì hội nghị")
    assert leads("Chủ trì hội nghị thì làm gì?", two) == ()
