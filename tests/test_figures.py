"""Figures: value, unit, shape, kind, period and equality, on sentences written for this file."""

from decimal import Decimal

import pytest

from rag.figures import Figure, figures, same_figure


def only(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("thu 60,3 triệu đồng", "60300000", "đồng", id="decimal_comma"),
        pytest.param("thu 60.3 triệu đồng", "60300000", "đồng", id="decimal_point"),
        pytest.param("trồng 3.200 ha rừng", "3200", "ha", id="thousands_point"),
        pytest.param("có 4,645 người", "4645", "người", id="thousands_comma_of_people"),
        pytest.param("tăng 7,05%", "7.05", "%", id="percent"),
        pytest.param("tăng 7,05 phần trăm", "7.05", "%", id="percent_words"),
        pytest.param("dài 220km", "220", "km", id="glued_unit"),
        pytest.param("xả 142 mét khối/giây", "142", "m3/giây", id="flow"),
        pytest.param("rộng 125.000 m2", "125000", "m2", id="square_metres"),
        pytest.param("rộng ba mươi lăm héc-ta", "35", "ha", id="words"),
        pytest.param("vay 1 tỷ 200 triệu đồng", "1200000000", "đồng", id="compound_scale"),
        pytest.param("vay hai tỷ rưỡi đồng", "2500000000", "đồng", id="half_scale"),
        pytest.param("vay 5 nghìn tỷ đồng", "5000000000000", "đồng", id="double_scale"),
        pytest.param("có ba tỉnh ngập", "3", "tỉnh ngập", id="word_before_noun"),
        pytest.param("gồm 63 đơn vị", "63", "đơn vị", id="counted_noun"),
        pytest.param("phạt 12 USD", "12", "USD", id="foreign_money"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    figure = only(text)
    assert figure.value == Decimal(value)
    assert figure.unit == unit
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    "text",
    [
        "ông Ba về quê",
        "năm nay mưa nhiều",
        "hàng trăm người",
        "sang Ba Lan",
        "tỷ lệ hộ nghèo",
        "ngày 11/1/2024",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_range_shares_scale_and_unit() -> None:
    figure = only("học phí từ 2-5 triệu đồng/tháng")
    assert (figure.value, figure.high) == (Decimal(2_000_000), Decimal(5_000_000))
    assert (figure.unit, figure.per) == ("đồng", "tháng")
    assert figure.shape == "range"


def test_ratio_and_code() -> None:
    ratio = only("đứng thứ 18/19")
    assert (ratio.value, ratio.high, ratio.shape) == (Decimal(18), Decimal(19), "ratio")
    assert only("theo Nghị định 116").shape == "code"
    assert only("Quy định số 31-QĐ/TU").shape == "code"
    assert [figure.shape for figure in figures("Quy định số 31, 32 của Tỉnh ủy")] == ["code", "code"]


def test_old_and_new_values() -> None:
    old, new = figures("nâng tỷ lệ có nước sạch từ 37 lên 41,3%")
    assert (old.value, old.unit, old.role, old.kind) == (Decimal(37), "%", "old", "past")
    assert (new.value, new.unit, new.role) == (Decimal("41.3"), "%", "new")


TARGETS = (
    "Năm 2031, huyện phấn đấu thực hiện các chỉ tiêu: kết nạp 210 đảng viên; thu nhập đạt 71 triệu đồng/năm; "
    "thu ngân sách 190 tỷ đồng."
)


def test_a_target_outlives_the_word_dat_and_semicolons() -> None:
    assert [f.kind for f in figures(TARGETS)] == ["target"] * 3
    assert {f.year for f in figures(TARGETS)} == {2031}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Năm 2030, thu nhập bình quân đạt 58 triệu đồng, đạt 101% kế hoạch.", ["result", "result"]),
        ("Hộ nghèo giảm còn 9,4%, vượt chỉ tiêu đề ra; cả huyện đã xây 12 cây cầu.", ["result", "result"]),
        ("Dự kiến tuyến đường dài 14 km.", ["plan"]),
        ("Kết quả đạt 12 xã, cùng kỳ năm trước 9 xã.", ["result", "past"]),
        ("Cầu có bốn làn xe.", ["unknown"]),
        ("Các chỉ tiêu bảo đảm tiến độ, 6/20 chỉ tiêu đã hoàn thành.", ["result"]),
        ("Kết quả họp cho biết 102 chuyến tàu được lên kế hoạch cho mùa tới.", ["plan"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [f.kind for f in figures(text)] == kinds


def test_before_lends_kind_and_year() -> None:
    part = "kết nạp 210 đảng viên;"
    assert only(part).kind == "unknown"
    lent = figures(part, before="Năm 2031, huyện phấn đấu các chỉ tiêu:")
    assert [(f.kind, f.year, part[f.start : f.end]) for f in lent] == [("target", 2031, "210 đảng viên")]


def test_a_year_compared_with_is_not_the_figures_own() -> None:
    assert only("Huyện thu hơn 90 tỷ đồng so với cùng kỳ năm 2030").year is None
    assert [f.year for f in figures("Năm 2031 thu 90 tỷ đồng, tăng 12% so với năm 2030")] == [2031, 2031]


@pytest.mark.parametrize(
    ("text", "approx"),
    [("hơn 50 tỷ đồng", "more"), ("gần 50 tỷ đồng", "less"), ("khoảng 50 tỷ đồng", "about"),
     ("50 tỷ đồng", ""), ("tối đa 50 tỷ đồng", "less"), ("từ 85% trở lên", "more")],
)  # fmt: skip
def test_approx(text: str, approx: str) -> None:
    assert only(text).approx == approx


def test_measure() -> None:
    assert only("thu nhập bình quân đầu người đạt 58 triệu đồng").measure == "thu nhập bình quân đầu người"


@pytest.mark.parametrize(
    ("claimed", "source", "same"),
    [
        ("60.3 triệu", "60,3 triệu đồng/người/năm", True),
        ("60.300.000 đồng", "60,3 triệu đồng", True),
        ("7,05%", "7,50%", False),
        ("7,05%", "7.05 phần trăm", True),
        ("12 ha", "12 km", False),
        ("28 người", "28 sinh viên", True),
        ("28 đảng viên", "28 sinh viên", False),
        ("hai tỉ đồng", "2 tỷ đồng", True),
        ("2 triệu đồng", "2-5 triệu đồng", False),
        ("63", "63 đơn vị", True),
        ("22.191 đồng/lít", "22.191 đồng", True),
        ("5 triệu đồng/tháng", "5 triệu đồng/năm", False),
    ],
)
def test_same_figure(claimed: str, source: str, same: bool) -> None:
    assert same_figure(only(f"có {claimed}"), only(f"có {source}")) is same
