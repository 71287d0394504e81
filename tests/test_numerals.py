"""Numbers in digits and in words."""

from decimal import Decimal

import pytest

from rag.numerals import numerals, other_forms, parse_digits, word_set


@pytest.mark.parametrize(
    ("token", "value"),
    [("1.234,5", "1234.5"), ("60.3", "60.3"), ("60,3", "60.3"), ("3.200", "3200"), ("4,645", "4.645"),
     ("1,234,567", "1234567"), ("0.125", "0.125"), ("2.000.000", "2000000"), ("15", "15")],
)  # fmt: skip
def test_digits(token: str, value: str) -> None:
    assert parse_digits(token) == Decimal(value)


def test_a_whole_thing_has_no_decimals() -> None:
    assert parse_digits("4,645", whole=True) == 4645


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hai mươi mốt xã", "21"),
        ("mười lăm ngày", "15"),
        ("một trăm linh năm cây", "105"),
        ("năm mươi hộ", "50"),
        ("ba trăm nghìn đồng", "300000"),
        ("hai tỷ rưỡi đồng", "2500000000"),
        ("năm người", "5"),
    ],
)
def test_words(text: str, value: str) -> None:
    (found,) = numerals(text)
    assert found.word
    assert found.value == Decimal(value)


@pytest.mark.parametrize("text", ["ông Ba", "năm nay", "thứ ba", "tháng tư", "hàng chục", "vài ba"])
def test_words_that_are_no_numbers(text: str) -> None:
    assert numerals(text) == []


def test_spans_hold_the_scale() -> None:
    text = "vay 1 tỷ 200 triệu rồi trả 3,5 nghìn tỷ"
    assert [text[n.start : n.end] for n in numerals(text)] == ["1 tỷ 200 triệu", "3,5 nghìn tỷ"]


def test_word_set() -> None:
    assert word_set("a b a") == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        pytest.param("thu nhập sáu mươi triệu", ["60 triệu"], id="words"),
        pytest.param("hai tỷ rưỡi", ["2,5 tỷ"], id="and a half"),
        pytest.param("tám trăm nghìn", ["800000"], id="thousands in full"),
        pytest.param("đạt 60.3 tr/người", ["60.3 triệu"], id="a scale cut short"),
        pytest.param("vé 500k, 12 ngàn", ["500 nghìn", "12 nghìn"], id="colloquial scales"),
        pytest.param("15 xã, 21 hộ", ["mười lăm", "hai mươi mốt"], id="digits"),
        pytest.param("ba xã, một huyện", ["3"], id="one is an article as well"),
        pytest.param("ngày 12/5, 15%, năm 2023, 60,3 triệu", [], id="written one way only"),
    ],
)
def test_the_other_way_to_write_a_number(text: str, forms: list[str]) -> None:
    assert other_forms(text) == forms
