"""Units and counted nouns."""

import pytest

from rag.units import family, kindred, noun_at, same_unit, unit_at


@pytest.mark.parametrize(
    ("text", "unit"),
    [(" héc-ta rừng", "ha"), (" cây số", "km"), ("%", "%"),
     (" điểm phần trăm", "điểm %"), (" đô la Mỹ", "USD"),
     (" m3/giây", "m3/giây"), (" mét vuông", "m2"), (" tiếng đồng hồ", "giờ"), ("km2", "km2"),
     (" năm", "năm"), (" kW", "kW"), (" megawatt mỗi lò", "MW"), (" kWh một năm", "kWh")],
)  # fmt: skip
def test_spellings(text: str, unit: str) -> None:
    found = unit_at(text, 0)
    assert found is not None
    assert found[0] == unit


@pytest.mark.parametrize("text", [" đồng chí", " người", " hàng", "x"])
def test_no_unit(text: str) -> None:
    assert unit_at(text, 0) is None


def test_nouns_end_where_the_noun_ends() -> None:
    assert noun_at(" đảng viên được kết nạp", 0) == ("đảng viên", 10)
    assert noun_at(" học sinh nhập viện", 0) == ("học sinh", 9)
    assert noun_at(", rồi thôi", 0) is None


def test_families() -> None:
    assert [family(unit) for unit in ("đồng", "%", "ha", "km", "tháng", "tấn", "học sinh", "xã", "")] == [
        "money", "percent", "area", "distance", "duration", "quantity", "people", "count", "",
    ]  # fmt: skip


def test_sameness() -> None:
    assert same_unit("người", "thuyền viên")
    assert same_unit("", "ha")
    assert not same_unit("ha", "km2")
    assert not same_unit("hộ nghèo", "hộ khá")
    assert kindred("ca tai nạn", "vụ")
    assert not kindred("ca tai nạn", "xã")
