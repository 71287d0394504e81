from datetime import date

import pytest

from rag.periods import Period, overlap, periods, wants_latest

SEEN = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("thu ngân sách năm 2023", date(2023, 1, 1), date(2023, 12, 31), id="year"),
        pytest.param("quý I/2024", date(2024, 1, 1), date(2024, 3, 31), id="quarter"),
        pytest.param("tháng 2/2024", date(2024, 2, 1), date(2024, 2, 29), id="month"),
        pytest.param("ngày 15/4/2019", date(2019, 4, 15), date(2019, 4, 15), id="day"),
        pytest.param("ngày 11/1", date(2024, 1, 11), date(2024, 1, 11), id="day without a year"),
        pytest.param("năm ngoái", date(2023, 1, 1), date(2023, 12, 31), id="last year"),
        pytest.param("tháng trước", date(2024, 2, 1), date(2024, 2, 29), id="last month"),
        pytest.param("quý trước", date(2023, 10, 1), date(2023, 12, 31), id="last quarter"),
        pytest.param("tuần này", date(2024, 3, 11), date(2024, 3, 17), id="this week"),
        pytest.param("hôm qua", date(2024, 3, 14), date(2024, 3, 14), id="yesterday"),
    ],
)
def test_one_period(text: str, start: date, end: date) -> None:
    (found,) = periods(text, SEEN)
    assert (found.start, found.end) == (start, end)


def test_without_a_date_only_what_names_its_year() -> None:
    assert [found.text for found in periods("ngày 11/1, năm ngoái và năm 2023")] == ["2023"]


def test_in_order_and_comparable() -> None:
    found = periods("năm 2024 so với năm 2023", SEEN)
    assert [period.start.year for period in found] == [2024, 2023]
    assert min(found).start.year == 2023


def test_an_impossible_day_is_none() -> None:
    assert periods("ngày 31/2/2024", SEEN) == []


def test_overlap() -> None:
    year = Period(date(2023, 1, 1), date(2023, 12, 31), "")
    assert overlap(year, Period(date(2023, 12, 31), date(2024, 1, 1), ""))
    assert not overlap(year, Period(date(2024, 1, 1), date(2024, 1, 1), ""))


def test_wants_latest() -> None:
    assert wants_latest("Giá nước mới nhất là bao nhiêu?")
    assert not wants_latest("Giá nước năm 2023 là bao nhiêu?")
