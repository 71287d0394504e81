"""The check of sentences against quotes: single cases, and the bar of 300 changed and 300 kept ones."""

import pytest

from rag.support import check, worst
from tests.support_sentences import changed, kept

QUOTES = [
    "Năm 2030, thu nhập bình quân của huyện Mường Hà đạt 60,3 triệu đồng/người, bằng 100,5% kế hoạch.",
    "Ông Lê Văn Minh, Chủ tịch UBND huyện, cho biết lễ diễn ra lúc 7h30 ngày 12-3-2031 tại TP.HCM.",
    "Năm 2031, huyện phấn đấu thu ngân sách đạt 165 tỷ đồng.",
]


@pytest.mark.parametrize(
    "said",
    [
        "Thu nhập bình quân đạt 60.3 triệu đồng [1].",
        "Năm 2030, **Mường Hà** đạt 60,3 triệu.",
        "Lễ diễn ra lúc 7 giờ 30 ngày 12 tháng 3 năm 2031 [2].",
        "Ông Lê Văn Minh cho biết như vậy.",
        "Lễ diễn ra tại Thành phố Hồ Chí Minh.",
        "Năm 2031, chỉ tiêu thu ngân sách là 165 tỉ đồng.",
        "bằng 100,5% kế hoạch",
    ],
)
def test_supported(said: str) -> None:
    assert check(said, QUOTES) == ("supported", None)


@pytest.mark.parametrize(
    ("said", "state", "difference"),
    [
        ("Thu nhập đạt 63,0 triệu đồng.", "figure_differs", "63,0 triệu đồng / 60,3 triệu đồng/người"),
        ("Mức đó bằng 105% kế hoạch.", "figure_differs", "105% / 100,5%"),
        ("Thu nhập đạt 60,3 tỷ đồng.", "figure_differs", "60,3 tỷ đồng / 60,3 triệu đồng/người"),
        ("Lễ diễn ra ngày 13-3-2031.", "figure_differs", "13-3-2031 / 12-3-2031"),
        (
            "Năm 2031, thu nhập bình quân đạt 60,3 triệu.",
            "figure_differs",
            "60,3 triệu (2031) / 60,3 triệu đồng/người (2030)",
        ),
        (
            "Huyện đã thu ngân sách đạt được 165 tỷ đồng.",
            "figure_differs",
            "165 tỷ đồng (kết quả) / 165 tỷ đồng (chỉ tiêu)",
        ),
        ("Ông Lê Văn Mạnh cho biết.", "not_located", "Lê Văn Mạnh"),
        ("Huyện Mường Hạ đạt 60,3 triệu.", "not_located", "Mường Hạ"),
        ("Có 12 trường học.", "figure_differs", "12 trường học"),
    ],
)
def test_not_supported(said: str, state: str, difference: str) -> None:
    wrong, found, right = difference.partition(" / ")
    told = f"Mô hình viết {wrong}, nguồn ghi {right}" if found else f"Mô hình viết {wrong}, nguồn không ghi"
    assert check(said, QUOTES) == (state, told)


def test_the_title_may_prove_a_name_but_no_figure() -> None:
    quote = ["Toàn xã có 11 thôn."]
    assert check("Xã An Khê có 11 thôn.", quote)[0] == "not_located"
    assert check("Xã An Khê có 11 thôn.", quote, ["Đổi thay ở An Khê sau 20 năm"])[0] == "supported"
    assert check("Sau 20 năm, xã có 11 thôn.", quote, ["Đổi thay ở An Khê sau 20 năm"])[0] == "figure_differs"


def test_worst() -> None:
    assert worst(["supported", "not_located", "figure_differs"]) == "figure_differs"
    assert worst(["supported", "not_located"]) == "not_located"
    assert worst([]) == "supported"


def test_at_least_98_of_100_changed_sentences_are_caught() -> None:
    cases = list(changed(300))
    missed = [case for case in cases if check(case.said, [case.quote])[0] == "supported"]
    assert len({(case.quote, case.said) for case in cases}) == 300
    assert len(missed) <= 6, missed[:10]


def test_at_most_2_of_100_kept_sentences_are_flagged() -> None:
    cases = list(kept(300))
    flagged = [(case, check(case.said, [case.quote])) for case in cases]
    flagged = [(case, found) for case, found in flagged if found[0] != "supported"]
    assert sum(case.said != case.quote for case in cases) > 150
    assert len(flagged) <= 6, flagged[:10]


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (
            "Bão đi vào Phú Hà - Nậm Lốc với cường độ cấp 8.",
            "Bão đi vào Phú Hà - Cẩm Lốc với cường độ cấp 8.",
        ),
        ("Dân xã An Khê (Mường Hà) xuống đường.", "Dân xã An Khê (Thanh Hà) xuống đường."),
        ("Trụ sở (Bộ Công thương) đã dời đi.", "Trụ sở (Hoa Công thương) đã dời đi."),
        ("“Ông Sáng bị tạm giữ”, bà Mai nói.", "“Minh Sáng bị tạm giữ”, bà Mai nói."),
    ],
)
def test_a_changed_first_syllable_is_seen_anywhere(quote: str, said: str) -> None:
    assert check(quote.replace("đã", "vừa"), [quote])[0] == "supported"
    assert check(said, [quote])[0] == "not_located"


def test_letters_of_a_document_number_are_no_name() -> None:
    quote = "Biên bản số 04/BB - VPHC do thanh tra lập, theo Thông báo số 25/TB - VPCP."
    assert check("Theo Thông báo số 25/TB - VPCP, thanh tra lập biên bản số 04/BB - VPHC.", [quote]) == (
        "supported",
        None,
    )


def test_a_number_of_a_name_may_be_proved_by_the_title() -> None:
    quote, title = ["Cầu dài 1.264 m, rộng 22 m."], ["Thông xe cầu Bến Sậy 2 sau 31 tháng"]
    assert check("Cầu Bến Sậy 2 dài 1.264 m.", quote, title)[0] == "supported"
    assert check("Cầu Bến Sậy 3 dài 1.264 m.", quote, title)[0] == "figure_differs"
    assert check("Cầu Bến Sậy dài 31 m.", quote, title)[0] == "figure_differs"
