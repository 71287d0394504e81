"""A question's figures in the forms that articles give them."""

from dataclasses import replace
from datetime import date

import pytest

from rag.given import roman, told
from tests.answers_made import article


@pytest.mark.parametrize(
    ("figure", "text", "expected"),
    [
        ("58", "Xã có 58 hộ.", True),
        ("58", "Xã có 580 hộ.", False),
        ("2016/2020", "Giai đoạn 2016 - 2020, xã làm đường.", True),
        ("2016/2020", "Giai đoạn 2016 - 2021, xã làm đường.", False),
        ("12/2018", "Đầu tháng 12, lũ về.", True),
        ("12/2018", "Đầu tháng 11, lũ về 12 xã.", False),
        ("60", "Năm 1967, làng dời lên đồi.", True),
        ("60", "Năm 1976, làng dời lên đồi.", False),
        ("11", "Đại hội lần thứ XI bế mạc.", True),
        ("11", "Đại hội lần thứ IX bế mạc.", False),
        ("2", "Tỉnh bán hai chiếc xe.", True),
        ("2", "Tỉnh bán ba chiếc xe.", False),
        ("ql1", "Quốc lộ 1 ngập sâu.", True),
        ("ql1", "Quốc lộ 5 ngập sâu.", False),
        ("25/tb-vpcp", "Văn phòng ra văn bản số 25/TB - VPCP.", True),
        ("25/tb-vpcp", "Văn phòng ra văn bản số 26/TB - VPCP.", False),
    ],
)
def test_a_figure_is_told_in_its_other_forms(figure: str, text: str, expected: bool) -> None:
    assert told(figure, article(text=f"Vân Hà\n{text}", title="Vân Hà")) is expected


def test_the_year_of_publication_is_told() -> None:
    one = replace(article(text="Vân Hà\nHuyện thu 12 tỷ đồng.", title="Vân Hà"), published=date(2031, 2, 3))
    assert told("2031", one)
    assert not told("2030", one)


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 38, 40)] == ["i", "iv", "ix", "xiv", "xxxviii", ""]
