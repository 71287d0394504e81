"""A result, a target or a plan: what a question asks for."""

import pytest

from rag.intents import intent_of
from rag.wanted import wanted


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Năm 2031 huyện phấn đấu thu bao nhiêu tỷ đồng?", "target"),
        ("Thực tế đã giao bao nhiêu ha?", "result"),
        ("Dự kiến xây mấy tầng?", "plan"),
        ("Rốt cuộc xã bị phạt bao nhiêu tiền?", "result"),
        ("Giá nước cuối cùng chốt ở mức bao nhiêu?", "result"),
        ("Cầu dài bao nhiêu mét?", ""),
        ("Năm 2031 trồng rừng đạt bao nhiêu phần trăm kế hoạch?", "result"),
        ("Huyện Vân Hà hoàn thành và vượt được mấy chỉ tiêu nghị quyết đề ra?", "result"),
        ("Số đảng viên kết nạp bằng bao nhiêu phần trăm kế hoạch năm?", "result"),
        ("Đảng bộ đạt mấy trên mấy chỉ tiêu?", "result"),
        ("Thu ngân sách so với dự toán tỉnh giao đạt bao nhiêu phần trăm?", "result"),
        ("Năm 2032 huyện phấn đấu đạt bao nhiêu phần trăm kế hoạch trung hạn?", "target"),
        ("Huyện đặt chỉ tiêu trồng bao nhiêu ha?", "target"),
        ("Chỉ tiêu bao phủ bảo hiểm năm 2032 là bao nhiêu phần trăm?", "target"),
        ("Kế hoạch trồng bao nhiêu ha?", "plan"),
        ("9 tháng đầu năm 2031 huyện thu bao nhiêu tỷ?", "result"),
        ("6 tháng cuối năm huyện dự kiến thu bao nhiêu tỷ?", "plan"),
        ("Năm 2031 huyện thu bao nhiêu tỷ?", ""),
        ("Nửa nhiệm kỳ huyện ban hành bao nhiêu kế hoạch?", ""),
        ("Chỉ tiêu trồng rừng năm 2031 đạt bao nhiêu phần trăm?", ""),
        ("Chỉ tiêu trồng rừng năm 2032 phấn đấu đạt bao nhiêu phần trăm?", "target"),
        ("Thị trường được dự báo đạt bao nhiêu tỷ vào 2031?", ""),
        ("Khu nghỉ quy hoạch được bao nhiêu căn?", ""),
        ("Hải quan đã thu được bao nhiêu, không hỏi chỉ tiêu?", "result"),
        ("Hiện giờ, chưa nói mục tiêu 2032, mấy hộ có nước sạch?", ""),
    ],
)
def test_intent(question: str, intent: str) -> None:
    assert wanted(question).intent == intent_of(question.lower()) == intent
