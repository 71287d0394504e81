"""Dates: read where an article says when it appeared, None where it does not."""

from datetime import date

import pytest

from index.dates import dateline, parse, published

LONG = "Hơn hai trăm hộ dân bản Nà Lốc đã có nước sạch dùng trong mùa khô vừa qua."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2031-05-04T08:00:00+07:00", date(2031, 5, 4), id="iso with time"),
        pytest.param("4/5/2031", date(2031, 5, 4), id="day first"),
        pytest.param("04.05.2031 08:00", date(2031, 5, 4), id="full stops"),
        pytest.param("ngày 4 tháng 5 năm 2031", date(2031, 5, 4), id="in words"),
        pytest.param("4 tháng năm, 2031", date(2031, 5, 4), id="month named"),
        pytest.param("12 tháng mười hai 2030", date(2030, 12, 12), id="month of two words"),
        pytest.param("May 4, 2031", date(2031, 5, 4), id="english"),
        pytest.param("20310504T080000", date(2031, 5, 4), id="stamp with T"),
        pytest.param("20310504080000", date(2031, 5, 4), id="stamp of digits"),
        pytest.param("31/02/2031", None, id="no such day"),
        pytest.param("4/5/1899", None, id="before any of our news"),
        pytest.param("4/5/31", None, id="year of two digits"),
        pytest.param("hôm qua", None, id="no date"),
        pytest.param("", None, id="empty"),
    ],
)
def test_parse(text: str, expected: date | None) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Thứ Tư, 06/07/2022 | 14:05 (GMT+7)", date(2022, 7, 6), id="weekday, clock and zone"),
        pytest.param("Cập nhật lúc 14h05, ngày 6/7/2022", date(2022, 7, 6), id="updated"),
        pytest.param("admin gửi vào 06/07/2022", date(2022, 7, 6), id="sender"),
        pytest.param("Đăng ngày 6/7/2022, cập nhật 8/7/2022", date(2022, 7, 6), id="the first of two"),
        pytest.param("Ngày 6/7/2022, đoàn khởi hành", None, id="a sentence"),
        pytest.param("Hạn nộp: 6/7/2022", None, id="another date"),
        pytest.param("Thứ Tư", None, id="weekday alone"),
        pytest.param("6/7/2022" + " " * 130, None, id="too long for a line"),
    ],
)
def test_dateline(line: str, expected: date | None) -> None:
    assert dateline(line) == expected


def test_metadata_wins_over_the_text() -> None:
    assert published("2022-07-06", ["Tiêu đề", "01/01/2020", LONG], "Tiêu đề") == date(2022, 7, 6)


def test_metadata_that_cannot_be_read_leaves_it_to_the_text() -> None:
    assert published("vừa xong", ["Tiêu đề", "01/02/2020", LONG], "Tiêu đề") == date(2020, 2, 1)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([LONG, "Thứ Tư, 06/07/2022"], date(2022, 7, 6), id="date line at the end"),
        pytest.param(["Hạ Lâm, 06.07.2022 – Ảnh: Lò Sao", LONG], date(2022, 7, 6), id="credit"),
        pytest.param([f"Ngày 6/7/2022, {LONG}"], date(2022, 7, 6), id="opening words"),
        pytest.param([f"Sáng 6/7, {LONG}"], None, id="opening without a year"),
        pytest.param(
            [f"Sáng 6/7, {LONG}", "Giếng khoan xong ngày 06/07/2022."],
            date(2022, 7, 6),
            id="same day in full",
        ),
        pytest.param(
            [f"Ngày 6/7/2022, {LONG}", "Đến 15/9/2024 thì cả xã có nước."], None, id="text is younger"
        ),
        pytest.param([LONG, "Dự án bắt đầu từ ngày 6/7/2022 ở bản bên."], None, id="a date of the story"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_published_without_metadata(lines: list[str], expected: date | None) -> None:
    assert published(None, lines, "Nước sạch về bản Nà Lốc") == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("12/01", date(2023, 1, 12), id="january, in the year planned"),
        pytest.param("28/12", date(2022, 12, 28), id="december, in the year reviewed"),
        pytest.param("06/07", None, id="july, in neither for sure"),
    ],
)
def test_the_turn_of_year_tells_a_review_its_year(day: str, expected: date | None) -> None:
    title = "Hạ Lâm tổng kết năm 2022, triển khai nhiệm vụ năm 2023"
    body = f"Ngày {day}, huyện Hạ Lâm họp tổng kết năm 2022 và bàn nhiệm vụ của cả năm sau."
    assert published(None, [title, body], title) == expected
