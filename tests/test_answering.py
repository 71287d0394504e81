"""Spans that could answer, on questions and sentences written for this file."""

import pytest

from rag.answering import answers_kind, closeness
from rag.wanted import wanted


def first(question: str, sentence: str, before: str = "") -> str | None:
    spans = answers_kind(wanted(question), sentence, before)
    return sentence[spans[0].start : spans[0].end] if spans else None


@pytest.mark.parametrize(
    ("question", "sentence", "answer"),
    [
        ("Ai chủ trì cuộc họp?", "Cuộc họp do bà Lò Thị Mai, Chủ tịch UBND tỉnh, chủ trì.", "Lò Thị Mai"),
        ("Sở nào kiểm tra?", "Đoàn của Sở Xây dựng đã kiểm tra khu đất.", "Sở Xây dựng"),
        ("Mưa lớn ở huyện nào?", "Mưa lớn tại xã An Khê, huyện Mường Hà.", "huyện Mường Hà"),
        ("Hai huyện nào ngập?", "Mưa làm ngập các huyện Mường Hà và Nậm Lốc.", "huyện Mường Hà và Nậm Lốc"),
        (
            "Những ai bị khởi tố?",
            "Ông Lê Văn Minh (45 tuổi), bà Vi Thị Hoa và ông Hà Văn Sáu bị khởi tố.",
            "Lê Văn Minh (45 tuổi), bà Vi Thị Hoa và ông Hà Văn Sáu",
        ),
        ("Cầu khởi công ngày nào?", "Năm 2030 duyệt vốn, ngày 12-3-2031 khởi công cầu.", "12-3-2031"),
        ("Trường lập năm nào?", "Trường được lập năm 1987.", "1987"),
        ("Lễ lúc mấy giờ?", "Lễ khai mạc lúc 7h30 ngày 4/5.", "7h30"),
        ("Thi công bao lâu?", "Công trình dài 4 km, thi công 18 tháng.", "18 tháng"),
        ("Dự án tốn bao nhiêu tiền?", "Dự án dài 4 km, vốn 820 tỷ đồng.", "820 tỷ đồng"),
        ("Vay bao nhiêu triệu USD?", "Vốn 820 tỷ đồng, trong đó vay 20 triệu USD.", "20 triệu USD"),
        ("Có mấy xã đạt chuẩn?", "Huyện có 24 thôn, 11 xã đạt chuẩn.", "11 xã"),
        ("Bao nhiêu người nhập viện?", "Cả 28 học sinh nhập viện, 3 xe phải dừng.", "28 học sinh"),
        ("Xảy ra mấy ca tai nạn?", "Cả tháng có 14 vụ tai nạn, 3 xe cháy.", "14 vụ tai nạn"),
        ("Đội đứng thứ mấy?", "Đội đứng thứ 5 trong 14 đội.", "5"),
        (
            "Vì sao cầu sập?",
            "Cầu sập do xe chở quá tải, theo ban quản lý.",
            "xe chở quá tải, theo ban quản lý",
        ),
        ("Nghị quyết thông qua mấy nhiệm vụ?", "Đại hội bế mạc.", None),
    ],
)
def test_first_span(question: str, sentence: str, answer: str | None) -> None:
    assert first(question, sentence) == answer


def test_the_target_answers_a_question_for_the_target() -> None:
    sentence = "Năm 2030 thu ngân sách đạt 96 tỷ đồng, năm 2031 phấn đấu 120 tỷ đồng."
    assert first("Năm 2031 phấn đấu thu bao nhiêu tỷ đồng?", sentence) == "120 tỷ đồng"
    assert first("Thực tế đã thu ngân sách bao nhiêu tỷ đồng?", sentence) == "96 tỷ đồng"


def test_what_the_question_names_is_no_answer() -> None:
    assert first("Ai thay ông Lê Văn Minh?", "Ông Lê Văn Minh nghỉ, ông Hà Văn Sáu lên thay.") == "Hà Văn Sáu"
    assert (
        first("Bao nhiêu người trong 300 người bị bệnh?", "Trong 300 người có 12 người bị bệnh.")
        == "12 người"
    )


def test_the_figure_nearest_to_the_words_of_the_question_comes_first() -> None:
    sentence = "Mưa lũ làm 10 người chết, riêng Mường Hà 3 người, Nậm Lốc 2 người."
    assert first("Riêng Mường Hà mấy người chết?", sentence) == "3 người"
    assert closeness("riêng Mường Hà", sentence, 34, 41) > closeness("riêng Mường Hà", sentence, 12, 20)
