import pytest

from rag.both import both_are


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Tám và bà Sáu đều là giáo viên, vậy năm 2019 mỗi người dạy trường nào",
            ("Năm 2019 ông Tám dạy trường nào?", "Năm 2019 bà Sáu dạy trường nào?"),
        ),
        ("Ông Tám và bà Sáu đều trồng lan, vậy mỗi người trồng giống gì", ()),
        ("Ông Tám và bà Sáu đều trồng chè, vậy mỗi người thu bao nhiêu tấn", ()),
        ("Vân Hà và Tân Mai đều làm du lịch, vậy mỗi nơi tổ chức lễ hội gì", ()),
        ("Ông Tám và bà Sáu đều xả thải, vậy mỗi người bị phạt gì", ()),
        ("", ()),
    ],
)
def test_what_both_are_is_left_out_where_nothing_is_lost(text: str, expected: tuple[str, ...]) -> None:
    assert both_are(text) == expected
