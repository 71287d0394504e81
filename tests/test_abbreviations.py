"""Abbreviations: the short and the written-out form of a name leave the same mark."""

import pytest

from index.abbreviations import keys, written_out
from index.text import fold, syllables


def marks(text: str) -> list[str]:
    return keys([fold(word) for word in syllables(text)])


@pytest.mark.parametrize(
    ("short", "long"),
    [
        pytest.param("UBND xã Hạ Lâm", "Ủy ban nhân dân xã Hạ Lâm", id="office"),
        pytest.param("ubnd xã hạ lâm", "uy ban nhan dan xa ha lam", id="no marks, small letters"),
        pytest.param("thẻ BHYT", "thẻ bảo hiểm y tế", id="within a phrase"),
        pytest.param("TP.HCM mưa lớn", "Thành phố Hồ Chí Minh mưa lớn", id="city with a full stop"),
        pytest.param("TP Hồ Chí Minh mưa lớn", "Thành phố Hồ Chí Minh mưa lớn", id="half short"),
        pytest.param("Sở GD&ĐT họp", "Sở Giáo dục và Đào tạo họp", id="ampersand"),
        pytest.param("Sở NN-PTNT họp", "Sở Nông nghiệp và Phát triển nông thôn họp", id="hyphen"),
        pytest.param("QĐ mới của HĐND", "Quyết định mới của Hội đồng nhân dân", id="two in one text"),
    ],
)
def test_both_forms_leave_the_same_mark(short: str, long: str) -> None:
    assert marks(short) == marks(long) != []


def test_different_names_leave_different_marks() -> None:
    assert marks("UBND huyện") != marks("HĐND huyện")
    assert marks("BHYT") != marks("BHXH")


def test_the_longest_form_at_a_place_counts() -> None:
    assert marks("ủy ban thường vụ quốc hội")[0] == "=ubtvqh"


def test_plain_words_leave_none() -> None:
    assert marks("Bà con bản Nà Lốc trồng quế trên nương cũ") == []
    assert marks("ủy ban") == []
    assert keys([]) == []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        pytest.param("UBND", "ủy ban nhân dân", id="capitals"),
        pytest.param("gd đt", "giáo dục và đào tạo", id="the fuller of two long forms"),
        pytest.param("Mặt trận", None, id="not short"),
        pytest.param("XYZ", None, id="unknown"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_written_out(short: str, long: str | None) -> None:
    assert written_out(short) == long
