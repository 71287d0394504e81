"""The words that a quote from the middle of a list stands under."""

import pytest

from rag.headings import opening
from tests.answers_made import article

GOALS = (
    "Tin huyện\nNăm 2031, huyện Nậm Lốc phấn đấu thu ngân sách 240 tỷ đồng; thu nhập bình quân 57 triệu "
    "đồng; "
    "hộ nghèo còn dưới 6%. Huyện cũng làm đường.\n"
    "Các chỉ tiêu điều chỉnh gồm: xã nông thôn mới từ 8 lên 11 xã; tỷ lệ có thẻ bảo hiểm từ 95% lên 98%.\n"
    "Ba việc phải làm ngay:\n- Gỡ vướng mặt bằng cho cầu Vân Hà\n- Sửa 12 điểm trường\n"
    "## Chưa hết khó\n1) Thiếu vốn lưu động\n2) Đường xấu\n"
    "Theo ông Sáng, đường xa, dốc cao, xe khó đi; mùa mưa phải đi bộ.\n"
)


@pytest.mark.parametrize(
    ("quote", "head"),
    [
        ("thu nhập bình quân 57", "Năm 2031, huyện Nậm Lốc phấn đấu"),
        ("hộ nghèo còn dưới", "Năm 2031, huyện Nậm Lốc phấn đấu"),
        ("tỷ lệ có thẻ", "Các chỉ tiêu điều chỉnh gồm"),
        ("xã nông thôn mới từ", "Các chỉ tiêu điều chỉnh gồm"),
        ("Gỡ vướng", "Ba việc phải làm ngay"),
        ("- Sửa 12", "Ba việc phải làm ngay"),
        ("Đường xấu", "Chưa hết khó"),
        ("Năm 2031, huyện", ""),
        ("Huyện cũng làm", ""),
        ("Các chỉ tiêu điều", ""),
        ("mùa mưa phải", ""),
    ],
)
def test_opening(quote: str, head: str) -> None:
    one = article(text=GOALS, title="Tin huyện")
    span = opening(one, GOALS.index(quote))
    assert (GOALS[span.start : span.end] if span else "") == head


def test_an_opening_stands_before_what_it_opens() -> None:
    one = article(text=GOALS, title="Tin huyện")
    for at in range(len(GOALS)):
        span = opening(one, at)
        assert span is None or 0 <= span.start < span.end <= at
