"""What a question wants, on questions written for this file."""

import pytest

from rag.wanted import all_wanted, wanted


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Ai làm bí thư huyện Mường Hà?", "person"),
        ("Đại biểu nào nêu ý kiến này?", "person"),
        ("Nhân chứng nào vắng mặt?", "person"),
        ("Nữ điều dưỡng bị đánh ở Vân Hà tên gì?", "person"),
        ("Tên nghi phạm trộm trâu ở Vân Hà là gì?", "person"),
        ("Cô giáo dạy chữ ở bản Nà Phặc tên chi?", "person"),
        ("Hội của mấy ông thợ đá tên gì?", "person"),
        ("Mấy ông thợ đá lập hội tên gì?", "thing"),
        ("Bản nhạc ấy tên là gì?", "thing"),
        ("Vỡ đập thì hậu quả chi?", "thing"),
        ("Huyện lấy bao nhiêu đất làm đường?", "area"),
        ("Dự án cần bao nhiêu vốn?", "money"),
        ("Giá vàng giảm bao nhiêu?", "number"),
        ("Huyện trao bao nhiêu phần quà?", "count"),
        ("Đình dựng từ thế kỷ nào?", "ordinal"),
        ("Sở nào chủ trì đoàn kiểm tra?", "organisation"),
        ("Lễ hội tổ chức ở đâu?", "place"),
        ("Mưa lớn nhất ở huyện nào?", "place"),
        ("Cầu khởi công ngày nào?", "date"),
        ("Bao giờ thông xe?", "date"),
        ("Trường thành lập năm nào?", "year"),
        ("Lễ khai mạc lúc mấy giờ?", "time"),
        ("Mỗi tuần làm tối đa mấy giờ?", "duration"),
        ("Thi công bao lâu?", "duration"),
        ("Dự án hết bao nhiêu tiền?", "money"),
        ("Tổng vốn dự án là bao nhiêu?", "money"),
        ("Doanh thu bao nhiêu tỷ?", "money"),
        ("Tỷ lệ hộ nghèo là bao nhiêu?", "percent"),
        ("Tăng bao nhiêu phần trăm?", "percent"),
        ("Tuyến đường dài mấy km?", "distance"),
        ("Trồng được bao nhiêu ha rừng?", "area"),
        ("Thu hoạch mấy tấn lúa?", "quantity"),
        ("Ông ấy bao nhiêu tuổi?", "age"),
        ("Có mấy xã đạt chuẩn?", "count"),
        ("Đội đứng thứ mấy?", "rank"),
        ("Quyết định số mấy?", "code"),
        ("Vì sao cầu sập?", "reason"),
        ("Sao dân không chịu dời?", "reason"),
        ("Ông trả lời sao?", "manner"),
        ("Có ai bị thương không?", "yesno"),
        ("Tin này thật hay bịa?", "yesno"),
        ("Nhiệm vụ nào bị đưa ra khỏi nghị quyết?", "thing"),
    ],
)
def test_kind(question: str, kind: str) -> None:
    assert wanted(question).kind == kind


@pytest.mark.parametrize(
    ("question", "unit", "noun"),
    [
        ("Rộng bao nhiêu ha?", "ha", ""),
        ("Vay bao nhiêu triệu USD?", "USD", ""),
        ("Có mấy trạm quan trắc?", "", "trạm quan trắc"),
        ("Hai tỉnh nào ngập nặng?", "", "tỉnh"),
    ],
)
def test_unit_and_noun(question: str, unit: str, noun: str) -> None:
    assert (wanted(question).unit, wanted(question).noun) == (unit, noun)


def test_a_question_may_ask_twice() -> None:
    assert [want.kind for want in all_wanted("Lễ diễn ra lúc mấy giờ, ngày nào?")] == ["time", "date"]
    assert [want.kind for want in all_wanted("Ai được thưởng và thưởng bao nhiêu tiền?")] == [
        "person",
        "money",
    ]


def test_may_may_mean_the_plural() -> None:
    assert wanted("Mấy chiếc xe ấy bị đưa về đâu?").kind == "place"
    assert wanted("Có mấy chiếc xe bị giữ?").kind == "count"


def test_several_may_be_asked_for() -> None:
    assert wanted("Hai tỉnh nào ngập nặng nhất?").many
    assert wanted("Những ai bị khởi tố?").many
    assert not wanted("Tỉnh nào ngập nặng nhất?").many
    assert [want.noun for want in all_wanted("Lễ tổ chức tại xã nào, huyện nào?")] == ["xã", "huyện"]
