"""Figures that rival each other: told when articles differ, or a target stands beside the result."""

from datetime import date

from rag.extract import answer
from rag.quoting import Finding
from rag.rivals import rivals
from tests.answers_made import article, evidence

OLD = article(
    text="Bão vào Vân Hà\nTính đến chiều 5/9, bão làm chết 3 người ở Vân Hà.",
    title="Bão vào Vân Hà",
    source="cu.txt",
    published=date(2025, 9, 5),
)
NEW = article(
    text="Vân Hà sau bão\nTính đến sáng 9/9, bão làm chết 5 người ở Vân Hà.",
    title="Vân Hà sau bão",
    source="moi.txt",
    published=date(2025, 9, 9),
)
QUESTION = "Bão làm chết bao nhiêu người ở Vân Hà?"


def test_two_articles_that_differ_are_both_told_the_newer_first() -> None:
    found = (evidence("3 người", OLD, 0.9), evidence("5 người", NEW, 0.8))
    said = answer(QUESTION, [Finding(QUESTION, found)])
    assert said[0].text == "5 người [1]."
    assert said[-1].text == "Các bài ghi khác nhau: 5 người (9/9/2025) [1]; 3 người (5/9/2025) [2]."
    assert [c.source for c in said[-1].citations] == ["moi.txt", "cu.txt"]


def test_a_rival_needs_nearly_the_same_chance() -> None:
    assert rivals(QUESTION, [evidence("3 người", OLD, 0.9), evidence("5 người", NEW, 0.4)]) is None


def test_the_same_figure_and_a_rounded_one_are_no_rivals() -> None:
    same = article(text="Tin bão\nBão làm chết 3 người ở Vân Hà.", title="Tin bão", source="b.txt")
    assert rivals(QUESTION, [evidence("3 người", OLD), evidence("3 người", same)]) is None


def test_the_target_beside_the_result_is_named() -> None:
    question = "Thu nhập bình quân đầu người của huyện là bao nhiêu triệu đồng?"
    said = answer(
        question, [Finding(question, (evidence("58,4 triệu"), evidence("63 triệu", probability=0.85)))]
    )
    assert said[-1].text == "Cần phân biệt: 58,4 triệu đồng là kết quả [1], 63 triệu đồng là chỉ tiêu [2]."


def test_a_question_that_says_which_is_meant_has_no_rival() -> None:
    question = "Huyện phấn đấu thu nhập bình quân đầu người bao nhiêu triệu đồng?"
    assert rivals(question, [evidence("63 triệu"), evidence("58,4 triệu")]) is None


def test_another_measure_is_no_rival() -> None:
    question = "Huyện thu bao nhiêu triệu đồng?"
    other = article(text="Tin khác\nTiền phạt là 20 triệu đồng.", title="Tin khác", source="c.txt")
    assert rivals(question, [evidence("58,4 triệu"), evidence("20 triệu", other)]) is None
