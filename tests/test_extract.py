"""Extractive answers: what is said is proved by offset, short, and in good order."""

from rag.extract import answer
from rag.quoting import Finding
from rag.sided import sided
from rag.types import Evidence
from tests.answers_made import article, evidence, proved, text


def test_lead_then_quote_with_its_date() -> None:
    question = "Thu nhập bình quân đầu người năm 2024 đạt bao nhiêu triệu đồng?"
    said = answer(question, [Finding(question, (evidence("58,4 triệu"),))])
    assert said[0].text == "58,4 triệu đồng [1]."
    assert said[1].text.startswith("Bài ngày 8/1/2025 viết: “Năm 2024, thu nhập")
    assert said[1].text.endswith("so với năm 2023” [1].")
    assert proved(said)


def test_an_undated_article_is_quoted_without_a_date() -> None:
    one = evidence("12 xã", article(published=None))
    said = answer("Huyện thế nào?", [Finding("Huyện thế nào?", (one,))])
    assert text(said) == "Nguyên văn: “Toàn huyện có 12 xã” [1]."


def test_a_leaning_sentence_is_quoted_with_the_one_before() -> None:
    question = "Mấy xã đã đạt chuẩn nông thôn mới?"
    one = article()
    said = answer(question, [Finding(question, (evidence("9 xã", one),))])
    (citation,) = said[-1].citations
    assert citation.quote == "Toàn huyện có 12 xã. Trong đó, 9 xã đã đạt chuẩn nông thôn mới."
    assert one.text[citation.start : citation.end] == citation.quote
    assert said[0].citations == (citation,)


def test_an_item_of_a_list_is_introduced_by_what_opens_the_list() -> None:
    one = article(
        text="Tin huyện\nNăm 2031, huyện Nậm Lốc phấn đấu thu ngân sách 240 tỷ đồng; thu nhập bình quân "
        "đạt 57 "
        "triệu đồng; hộ nghèo còn dưới 6%.",
        title="Tin huyện",
    )
    start = one.text.index("thu nhập")
    text = one.text[start : one.text.index(" hộ nghèo")]
    asked = "Năm 2031 huyện Nậm Lốc phấn đấu thu nhập bình quân bao nhiêu?"
    said = answer(asked, [Finding(asked, (Evidence(one, start, start + len(text), text, 0.9, 0.9),))])
    assert [s.text for s in said] == [
        "57 triệu đồng [1].",
        "Bài ngày 8/1/2025 viết, ở phần “Năm 2031, huyện Nậm Lốc phấn đấu” [2]: “…thu nhập bình quân "
        "đạt 57 triệu "
        "đồng” [1].",
    ]
    assert all(one.text[c.start : c.end] == c.quote for s in said for c in s.citations)


def test_of_two_likely_sentences_the_one_that_holds_an_answer_is_said() -> None:
    one = article(
        text="Hồ Sậy\nTỉnh yêu cầu các sở ngành làm rõ vụ lấn chiếm hồ Sậy.\nTỉnh giao Sở Xây dựng chủ "
        "trì kiểm tra "
        "vụ lấn chiếm hồ Sậy.",
        title="Hồ Sậy",
    )
    asked = "Sở nào chủ trì kiểm tra vụ lấn chiếm hồ Sậy?"
    vague, clear = evidence("các sở ngành", one, 0.71), evidence("Sở Xây dựng", one, 0.7)
    assert text(answer(asked, [Finding(asked, (vague, clear))])).startswith("Sở Xây dựng [1].")


def test_findings_of_several_sides_are_answered_side_by_side() -> None:
    findings = [Finding("Vân Hà có mấy xã?", (evidence("12 xã"),)), Finding("Vân Hạ có mấy xã?", ())]
    asked = "Vân Hà và Vân Hạ có mấy xã?"
    assert answer(asked, findings) == sided(asked, findings) != answer(asked, findings[:1])
