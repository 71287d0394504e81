"""Dates and clock times, on sentences written for this file."""

import pytest

from rag.moments import Moment, moments, same_moment


def parts(moment: Moment) -> tuple[int | None, ...]:
    return moment.day, moment.month, moment.year


def only(text: str) -> Moment:
    found = moments(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("họp ngày 12/3", (12, 3, None)),
        ("họp sáng 12-3", (12, 3, None)),
        ("hạn là 12-3-2031.", (12, 3, 2031)),
        ("ngày 5 tháng 9 năm 2030", (5, 9, 2030)),
        ("trong tháng 7-2030", (None, 7, 2030)),
        ("hồi tháng bảy", (None, 7, None)),
        ("trong năm 2030", (None, None, 2030)),
        ("trước 12/3.", (12, 3, None)),
        ("Năm 1847 làng dựng đình", (None, None, 1847)),
        ("đình cháy năm 938.", (None, None, 938)),
        ("sinh ngày 5 tháng 9 năm 1788", (5, 9, 1788)),
        ("tháng 3 năm 1812", (None, 3, 1812)),
    ],
)
def test_dates(text: str, expected: tuple[int | None, ...]) -> None:
    assert parts(only(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "từ 2-5 triệu đồng",
        "đạt 16/17 chỉ tiêu",
        "7 tháng đầu kỳ",
        "không quá 6 giờ sau khi mổ",
        "2.030 ha",
        "mỗi năm 500 hộ",
        "mỗi năm 1500 cây",
        "trong năm 1200 tấn",
        "năm 1000 người",
        "từ 1200 đến 1500 đồng",
        "từ 1500 người",
        "(1000-1500 người)",
    ],
)
def test_no_dates(text: str) -> None:
    assert moments(text) == ()


def test_days_share_the_month_of_the_last() -> None:
    assert [parts(m) for m in moments("nghỉ 13, 14 và 15/4.")] == [
        (13, 4, None),
        (14, 4, None),
        (15, 4, None),
    ]


def test_range_of_years_and_quarter() -> None:
    assert [m.year for m in moments("giai đoạn 2026-2031")] == [2026, 2031]
    assert [m.year for m in moments("Vua Lê (1428–1433) mở nước")] == [1428, 1433]
    assert [m.year for m in moments("Từ năm 1839 đến 1842, xưởng đúc chuông")] == [1839, 1842]
    assert [m.year for m in moments("xưởng đúc chuông từ 1839 đến 1842.")] == [1839, 1842]
    assert (only("quý I/2030").quarter, only("quý 3 năm 2030").year) == (1, 2030)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("lúc 7h30", 7, 30),
        ("11h cùng ngày", 11, 0),
        ("7 giờ tối", 19, 0),
        ("hồi 16 giờ", 16, 0),
        ("8:15", 8, 15),
    ],
)
def test_times(text: str, hour: int, minute: int) -> None:
    assert (only(text).hour, only(text).minute) == (hour, minute)


@pytest.mark.parametrize(
    ("claimed", "source", "same"),
    [
        ("ngày 15/4", "ngày 15-4-2030", True),
        ("ngày 15/4/2030", "ngày 15/4", True),
        ("ngày 15/4/2031", "ngày 15/4/2030", False),
        ("năm 2030", "ngày 15/4/2030", True),
        ("ngày 15/4", "tháng 4", False),
        ("lúc 19h", "7 giờ tối", True),
        ("lúc 7h30", "lúc 7h45", False),
    ],
)
def test_same_moment(claimed: str, source: str, same: bool) -> None:
    assert same_moment(only(claimed), only(source)) is same
