"""Cleaning: boilerplate goes line by line with its reason, and what stays stands word for word."""

import unicodedata
from datetime import date

import pytest

from index.clean import REASONS, Metadata, clean

BODY = (
    "Sáng mùng ba, bà con bản Nà Lốc mở lại chợ phiên sau hai năm sửa chữa, với hơn ba trăm gian hàng.\n\n"
    "Trưởng bản nói rằng chợ sẽ họp sáu phiên mỗi tháng, mỗi phiên từ sáng sớm đến quá trưa."
)
PLAIN = f"Bản Nà Lốc mở lại chợ phiên\n\n{BODY}"


def reasons(raw: str) -> list[tuple[str, str]]:
    return [(gone.text, gone.reason) for gone in clean(raw).removed]


def test_a_plain_article_stays_as_it_is() -> None:
    found = clean(PLAIN)
    assert found.text == PLAIN
    assert found.title == "Bản Nà Lốc mở lại chợ phiên"
    assert (found.published, found.author, found.removed) == (None, None, ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("Chia sẻ", "navigation", id="button"),
        pytest.param("Trang chủ > Tin mới > Xem thêm", "navigation", id="trail of links"),
        pytest.param("CHIA SE | IN BAI", "navigation", id="capitals without marks"),
        pytest.param("00:00 / 04:32", "player", id="clock of a player"),
        pytest.param("1.0x", "player", id="speed of a player"),
        pytest.param(
            "Nà Lốc mở hộiGiá quế tăng mạnhTrâu chọi Hạ Lâm thắng lớnMưa đá ở Trà Nham gây hại",
            "headlines",
            id="headlines run together",
        ),
        pytest.param(
            "Trưởng bản nói rằng chợ sẽ họp sáu phiên mỗi tháng, mỗi phiên từ sáng sớm đến quá trưa.",
            "repeated",
            id="said above already",
        ),
    ],
)
def test_what_goes_is_told_with_its_reason(line: str, reason: str) -> None:
    assert reason in REASONS
    assert reasons(f"{PLAIN}\n\n{line}\n") == [(line, reason)]
    assert clean(f"{PLAIN}\n\n{line}\n").text == PLAIN


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Chia sẻ với đồng bào vùng lũ là việc nên làm.", id="begins like a button"),
        pytest.param("12:30, đoàn xe đến nơi.", id="a time in a sentence"),
        pytest.param("Có 45 hộ.", id="short with a figure"),
    ],
)
def test_what_only_looks_like_boilerplate_stays(line: str) -> None:
    assert line in clean(f"{PLAIN}\n\n{line}\n").text.split("\n")


def test_a_date_line_goes_and_lives_on_as_the_date() -> None:
    found = clean(f"Bản Nà Lốc mở lại chợ phiên\nThứ Ba, 04/05/2021 - 08:15\n\n{BODY}")
    assert found.published == date(2021, 5, 4)
    assert [gone.reason for gone in found.removed] == ["dateline"]
    assert "2021" not in found.text


def test_a_date_line_of_another_day_stays() -> None:
    found = clean(f"Bản Nà Lốc mở lại chợ phiên\n\n{BODY}\n\n04/05/2021", Metadata(published="2022-01-02"))
    assert found.published == date(2022, 1, 2)
    assert found.text.endswith("04/05/2021")


def test_what_the_format_said_wins_and_its_title_is_part_of_the_text() -> None:
    found = clean(BODY, Metadata("Chợ phiên họp lại", "2021-05-04", "Lò Thị Sao", "Báo Mây"))
    assert found.text == f"Chợ phiên họp lại\n\n{BODY}"
    assert (found.title, found.published) == ("Chợ phiên họp lại", date(2021, 5, 4))
    assert (found.author, found.publisher) == ("Lò Thị Sao", "Báo Mây")


def test_a_title_of_the_format_that_is_a_paragraph_is_none() -> None:
    found = clean(PLAIN, Metadata(title="chữ " * 41))
    assert found.title == "Bản Nà Lốc mở lại chợ phiên"
    assert "chữ chữ" not in found.text


def test_letters_are_composed_and_lines_unified() -> None:
    raw = "\ufeff" + unicodedata.normalize("NFD", PLAIN).replace("\n", "\r\n").replace(" ", "\u00a0 ")
    assert clean(raw).text == PLAIN


@pytest.mark.parametrize("raw", ["", " \n\t\r\n ", "Chia sẻ\nXem thêm\n"], ids=["empty", "blank", "buttons"])
def test_nothing_is_left_of_nothing(raw: str) -> None:
    found = clean(raw)
    assert (found.text, found.title) == ("", None)


def test_cleaning_again_changes_nothing() -> None:
    once = clean(f"Trang chủ\n{PLAIN}\n\nXem thêm\n00:00\n").text
    assert clean(once).text == once


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "line", ["-" * 3000 + "x", "|---" * 900 + " x", "Xem thêm " * 500 + "x", "A." * 5000, "0:" * 5000]
)
def test_hostile_lines_cost_no_more_than_their_length(line: str) -> None:
    assert clean(line).text.startswith(line[:100].strip())
