"""Answers of several sides: each side's sentence, which is higher, and the quotes as far as there is room."""

import pytest

from rag.quoting import Finding, word_count
from rag.sided import MOST_QUOTED_WORDS, sided
from tests.answers_made import article, evidence, proved, text


def incomes(other: str, more: str = "") -> list[Finding]:
    """The income of Vân Hà, 58,4 triệu đồng, and that of Vân Hạ."""
    lower = article(
        text=f"Huyện Vân Hạ\nNăm 2024, thu nhập bình quân đầu người{more} đạt {other}.",
        title="Huyện Vân Hạ",
        source="b.txt",
    )
    asked = "Thu nhập bình quân huyện {} bao nhiêu triệu đồng?"
    return [
        Finding(asked.format("Vân Hà"), (evidence("58,4 triệu"),)),
        Finding(asked.format("Vân Hạ"), (evidence(other, lower),)),
    ]


def test_two_sides_are_labelled_compared_and_cited() -> None:
    findings = incomes("61 triệu đồng")
    said = sided("Thu nhập Vân Hà và Vân Hạ, nơi nào cao hơn?", findings)
    assert said[0].text == "Vân Hà: 58,4 triệu đồng [1]."
    assert said[1].text == "Vân Hạ: 61 triệu đồng [2]."
    assert said[2].text == "Vân Hạ cao hơn [1, 2]."
    assert proved(said)
    fewer = sided("Thu nhập Vân Hà và Vân Hạ, nơi nào thấp hơn?", findings)
    assert fewer[2].text == "Vân Hà thấp hơn [1, 2]."


def test_equal_sides_are_said_to_be_equal() -> None:
    said = sided("Thu nhập Vân Hà và Vân Hạ, nơi nào cao hơn?", incomes("58,4 triệu đồng"))
    assert said[2].text == "Hai bên bằng nhau [1, 2]."


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Thu nhập Vân Hà và Vân Hạ là bao nhiêu?", "61 triệu đồng"),
        ("Thu nhập Vân Hà và Vân Hạ, nơi nào cao hơn?", "61 đến 65 triệu đồng"),
    ],
)
def test_what_is_not_asked_or_has_no_one_size_is_not_compared(question: str, other: str) -> None:
    said = sided(question, incomes(other))
    assert said[1].text.startswith(f"Vân Hạ: {other}")
    assert not any(len(one.citations) == 2 for one in said)


def test_figures_of_two_units_are_not_compared() -> None:
    other = article(
        text="Huyện Vân Hạ\nThu ngân sách tăng 12% so với năm trước đó.", title="Huyện Vân Hạ", source="b.txt"
    )
    sides = ["Vân Hà thu bao nhiêu?", "Vân Hạ thu bao nhiêu?"]
    findings = [Finding(sides[0], (evidence("63 triệu"),)), Finding(sides[1], (evidence("12%", other),))]
    assert "hơn" not in text(sided("Vân Hà hay Vân Hạ thu cao hơn?", findings))


def test_a_side_without_evidence_is_said_to_be_missing() -> None:
    findings = [Finding("Vân Hà có mấy xã?", (evidence("12 xã"),)), Finding("Vân Hạ có mấy xã?", ())]
    said = sided("Vân Hà và Vân Hạ có mấy xã?", findings)
    assert "Chưa tìm thấy câu trả lời cho phần “Vân Hạ có mấy xã?”." in text(said)


def test_both_quotes_follow_while_there_is_room() -> None:
    said = sided("Thu nhập Vân Hà và Vân Hạ?", incomes("61 triệu đồng"))
    assert [one.text.split("“")[0] for one in said[2:]] == ["Bài ngày 8/1/2025 viết: "] * 2
    assert "61 triệu đồng” [2]." in said[3].text


def test_a_quote_without_room_is_left_to_its_citation() -> None:
    long = incomes("61 triệu đồng", " của mọi thôn bản xa gần" * 6)
    said = sided("Thu nhập Vân Hà và Vân Hạ?", long)
    assert [one.citations[0].number for one in said] == [1, 2, 1]
    assert word_count(said[2:]) <= MOST_QUOTED_WORDS
    assert said[1].citations[0].quote == long[1].evidence[0].text


def test_a_sentence_that_answers_both_sides_has_one_number_and_one_quote() -> None:
    both = evidence("12 xã", article(text="Vân Hà\nHuyện có 12 xã và 3 thị trấn.", title="Vân Hà"))
    findings = [
        Finding("Huyện có bao nhiêu xã?", (both,)),
        Finding("Huyện có bao nhiêu thị trấn?", (both,)),
    ]
    said = sided("Huyện có bao nhiêu xã và bao nhiêu thị trấn?", findings)
    assert {c.number for one in said for c in one.citations} == {1}
    assert text(said).count("“Huyện có 12 xã và 3 thị trấn”") == 1


def test_a_side_without_a_lead_speaks_by_its_whole_sentence() -> None:
    findings = [Finding("Vân Hà thế nào?", (evidence("12 xã"),)), Finding("Ai là bí thư?", ())]
    said = sided("Vân Hà thế nào và ai là bí thư?", findings)
    assert said[0].text == "“Toàn huyện có 12 xã” [1]."
