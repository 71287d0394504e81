"""Statements turned into questions in place: natural ones, and what must not be turned."""

import pytest

from rag.blanks import in_place, named, parts
from rag.slots import entities


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Huyện Vân Hà hiện có 12 hợp tác xã chè.", "Huyện Vân Hà hiện có bao nhiêu hợp tác xã chè?"),
        (
            "Công ty Gốm Sơn Lạc nộp ngân sách hơn 42 tỷ đồng, tăng 3% so với năm trước.",
            "Công ty Gốm Sơn Lạc nộp ngân sách bao nhiêu tỷ đồng?",
        ),
        (
            "Theo phòng Nông nghiệp, xã Sơn Lạc trồng được 320 ha chè.",
            "Xã Sơn Lạc trồng được bao nhiêu ha chè?",
        ),
        ("Chợ Phiên Sơn Lạc được khánh thành ngày 3/2/2024.", "Chợ Phiên Sơn Lạc được khánh thành khi nào?"),
        (
            "Năm 2025, huyện Vân Hà đặt mục tiêu đón 90.000 lượt khách.",
            "Năm 2025, huyện Vân Hà đặt mục tiêu đón bao nhiêu lượt khách?",
        ),
        (
            "Tỷ lệ hộ nghèo của huyện Vân Hà giảm còn 4,2%.",
            "Tỷ lệ hộ nghèo của huyện Vân Hà giảm còn bao nhiêu phần trăm?",
        ),
    ],
)
def test_the_answer_is_left_out_where_it_stands(sentence: str, question: str) -> None:
    assert question in list(in_place(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông cho biết huyện Vân Hà có 12 xã.",
        "Trong đó, 9 xã đã đạt chuẩn nông thôn mới.",
        "Nơi này của huyện Vân Hà có 12 xã.",
        "Nhà hát có quy mô 1.700 chỗ.",
        "Huyện Vân Hà có 12 xã",
        "Thủy điện Sông Lạc 2 tuân thủ các quy định về an toàn.",
        "Huyện Vân Hà đặt mục tiêu 100% các xã, phường có nhà văn hóa.",
        "Tỷ lệ hộ nghèo của huyện Vân Hà giảm từ 7% xuống 5%.",
    ],
)
def test_what_does_not_stand_by_itself_is_not_asked(sentence: str) -> None:
    assert list(in_place(sentence)) == []


def test_a_title_needs_no_full_stop() -> None:
    asked = "Huyện Vân Hà chi bao nhiêu tỷ đồng sửa đường liên xã?"
    assert list(in_place("Huyện Vân Hà chi 8 tỷ đồng sửa đường liên xã", title=True)) == [asked]


def test_the_bare_word_gets_the_titles_name() -> None:
    known = entities("Thông xe cầu Bến Hạ")
    assert named("Cầu dài 820 m, rộng 12 m.", known) == "Cầu Bến Hạ dài 820 m, rộng 12 m."
    assert named("Cầu này dài 820 m.", known) == "Cầu Bến Hạ dài 820 m."
    assert named("Cầu Sông Lạc dài 90 m.", known) == "Cầu Sông Lạc dài 90 m."
    assert named("Đường dài 9 km.", known) == "Đường dài 9 km."
    two = entities("Thông xe cầu Bến Hạ và cầu Sông Lạc")
    assert named("Cầu dài 820 m.", two) == "Cầu dài 820 m."


def test_each_further_part_is_said_of_the_subject() -> None:
    whole = "Cầu Bến Hạ dài 820 m, rộng 12 m, được khởi công ngày 5/3/2023."
    assert list(parts(whole)) == [
        whole,
        "Cầu Bến Hạ rộng 12 m.",
        "Cầu Bến Hạ được khởi công ngày 5/3/2023.",
    ]
    assert list(parts("Mùa này dài 3 tháng, rộng lòng.")) == ["Mùa này dài 3 tháng, rộng lòng."]
