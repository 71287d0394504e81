import pytest

from index.abbreviations import keys, suited, written_out
from index.text import fold, syllables


def marks(text: str) -> list[str]:
    return keys([fold(word) for word in syllables(text)])


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("UBND", "Ủy ban nhân dân"),
        ("HĐND", "hội đồng nhân dân"),
        ("BHYT", "bảo hiểm y tế"),
        ("Sở GD-ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GD&ĐT", "Sở Giáo dục - Đào tạo"),
        ("TP.HCM", "thành phố Hồ Chí Minh"),
        ("tphcm", "thanh pho ho chi minh"),
        ("WHO", "Tổ chức Y tế Thế giới"),
        ("KCN", "khu công nghiệp"),
    ],
)
def test_both_forms_bear_one_mark(short: str, long: str) -> None:
    assert marks(short)
    assert marks(short) == marks(long)


def test_the_longest_form_counts_once() -> None:
    assert marks("bảo hiểm y tế của người lao động") == ["=bhyt", "=nld"]
    assert marks("một câu thường") == []


def test_written_out() -> None:
    assert written_out("UBND") == "ủy ban nhân dân"
    assert written_out("TP.HCM") == "thành phố hồ chí minh"
    assert written_out("Vân Hà") is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ông Khuất Hữu Đạm làm Chủ tịch Ủy ban nhân dân tỉnh.", "Chủ tịch Ủy ban nhân dân tỉnh?"),
        ("Chủ tịch UBND tỉnh, tức Ủy ban nhân dân tỉnh, họp.", "Chủ tịch UBND tỉnh?"),
        ("Ông Khuất Hữu Đạm làm Chủ tịch tỉnh.", "Chủ tịch UBND tỉnh?"),
    ],
    ids=["only written out", "both forms", "neither"],
)
def test_a_question_takes_the_form_that_the_text_uses(text: str, asked: str) -> None:
    assert suited("Chủ tịch UBND tỉnh?", text) == asked


def test_what_is_no_abbreviation_stays() -> None:
    assert suited("Xã VÂN HÀ có KTX không?", "Xã Vân Hà có ký túc xá.") == "Xã VÂN HÀ có KTX không?"
