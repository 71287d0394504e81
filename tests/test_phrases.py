"""Phrases that answer: offices, reasons, things, yes and no."""

import pytest

from rag.phrases import phrase, reason
from rag.wanted import all_wanted


def said(question: str, text: str) -> str:
    found = [phrase(want, text) for want in all_wanted(question)]
    return "; ".join(text[span.start : span.end] for span in found if span)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Đường sạt do mưa lớn kéo dài, khiến xe phải đi vòng.", "do mưa lớn kéo dài"),
        ("Nhờ mưa sớm, lúa được mùa.", "Nhờ mưa sớm"),
        ("Nguyên nhân vụ cháy là do chập điện.", "chập điện"),
        ("Giá tăng 3.000 đồng vì xăng lên 11.000 đồng/lít.", "vì xăng lên 11.000 đồng/lít"),
    ],
)
def test_a_reason_keeps_its_link_word(text: str, why: str) -> None:
    span = reason(text)
    assert span is not None
    assert text[span.start : span.end].rstrip(".") == why


def test_who_made_a_thing_is_no_reason() -> None:
    assert reason("Cầu do Công ty Đại Lộc xây.") is None
    assert reason("Ông tự lý giải vì sao.") is None


def test_an_office_is_the_one_of_the_person_asked() -> None:
    text = "Ông Lê Văn Minh, Giám đốc Sở Y tế, cùng bà Vũ Thị Hiền, Chủ tịch xã Tân Lập, dự lễ."
    assert said("Bà Vũ Thị Hiền giữ chức gì?", text) == "Chủ tịch xã Tân Lập"
    assert said("Ông Lê Văn Minh là ai?", text) == "Giám đốc Sở Y tế"
    caption = "Ông Lê Văn Minh, Giám đốc Sở Y tế - Ảnh: báo Hạc Châu"
    assert said("Ông Lê Văn Minh giữ chức gì?", caption) == "Giám đốc Sở Y tế"


def test_directions_telephones_and_receivers() -> None:
    assert said("Bão đi về hướng nào?", "Bão đi về phía Tây Bắc với sức gió cấp 9.") == "Tây Bắc"
    assert said("Gọi số điện thoại nào?", "Gọi 1800.6299, trực cả ngày.") == "1800.6299"
    assert said("Quà trao cho ai?", "Đoàn trao quà cho 24 hộ nghèo ở xã Tân Lập.") == "24 hộ nghèo"


def test_a_thing_is_what_follows_its_noun() -> None:
    assert said("Mặt hàng nào bán chạy nhất?", "Mặt hàng bán chạy nhất là quế, sau đó là hồi.") == "quế"
    assert said("Mặt hàng nào bán chạy nhất?", "Chợ đông từ sáng sớm.") == ""


def test_yes_and_no_are_said_by_the_clause_of_the_verb() -> None:
    text = "Lửa cháy từ 2 giờ sáng, không có ai bị thương, thiệt hại 3 tỷ đồng."
    assert said("Có ai bị thương không?", text) == "không có ai bị thương"
