"""Follow-ups made standalone: conversations written for this file, what each must hold and must lack."""

import re

import pytest

from rag.followup import standalone
from rag.types import Turn
from tests.followup_talks import NEW_TOPICS, Talk
from tests.followup_talks import TALKS as LONG_TALKS

TALKS = {
    "income": (
        "Thu nhập bình quân đầu người của huyện Mường Hà năm 2030 là bao nhiêu?",
        "Năm 2030, thu nhập bình quân của huyện Mường Hà đạt 58 triệu đồng/người.",
    ),
    "bridge": (
        "Dự án cầu Phú Hà có tổng vốn bao nhiêu?",
        "Dự án cầu Phú Hà có tổng vốn 820 tỷ đồng, do ông Trần Văn Lợi làm giám đốc ban quản lý.",
    ),
    "elected": (
        "Ai được bầu làm bí thư Huyện ủy Nậm Lốc ngày 12-3?",
        "Bà Vi Thị Hoa được bầu làm bí thư Huyện ủy Nậm Lốc.",
    ),
    "fire": (
        "Vụ cháy chợ Bến Đò ở xã An Khê thiệt hại bao nhiêu tiền?",
        "Vụ cháy chợ Bến Đò gây thiệt hại khoảng 3 tỷ đồng.",
    ),
    "crew": (
        "Tàu cá PH 4512 TS gặp nạn có mấy thuyền viên?",
        "Trên tàu PH 4512 TS có 9 thuyền viên.",
    ),
    "rice": (
        "Năm 2029 xã Tân Lập thu hoạch bao nhiêu tấn lúa?",
        "Năm 2029, xã Tân Lập thu hoạch 4.120 tấn lúa.",
    ),
    "meeting": (
        "Hội nghị tổng kết của Hội Nông dân tỉnh Phú Hà họp ngày nào?",
        "Hội nghị tổng kết của Hội Nông dân tỉnh Phú Hà diễn ra ngày 8-1.",
    ),
    "school": (
        "Học sinh Trường THPT Lê Lợi nghỉ Tết mấy ngày?",
        "Học sinh Trường THPT Lê Lợi nghỉ Tết 9 ngày.",
    ),
    "budget": (
        "Huyện Mường Hà năm 2030 thu ngân sách được bao nhiêu tỷ đồng?",
        "Huyện Mường Hà thu ngân sách 96 tỷ đồng, huyện Mường Hạ thu 120 tỷ đồng.",
    ),
    "hospital": (
        "Theo Kho bạc tỉnh thì Bệnh viện Sông Lam cơ sở 2 ở Phú Hà giải ngân được bao nhiêu?",
        "Theo Kho bạc tỉnh, Bệnh viện Sông Lam cơ sở 2 giải ngân được 310 tỷ đồng.",
    ),
    "mayor": (
        "Đại biểu nào đề nghị cấm xe tải vào phố cổ Hội Khê?",
        "Đó là đại biểu Nông Thị Mai, đoàn Phú Hà.",
    ),
    "arrest": (
        "Ông Trần Văn Lợi bị bắt hôm nào?",
        "Ông Trần Văn Lợi bị bắt ngày 12-3 về tội nhận hối lộ.",
    ),
    "petrol": ("Giá xăng E5 từ chiều 2/5 là bao nhiêu?", "Xăng E5 RON 92 lên 20.100 đồng/lít."),
    "fever": (
        "Bệnh viện Sông Lam có mấy ca sốt xuất huyết trong tháng 7?",
        "Tháng 7 bệnh viện tiếp nhận 140 ca.",
    ),
    "chair": (
        "Ai làm Chủ tịch UBND tỉnh Phú Hà sau khi ông Lê Văn Minh nghỉ hưu?",
        "Ông Hà Văn Sáu được bầu làm Chủ tịch UBND tỉnh.",
    ),
    "couple": (
        "Vợ của ông Đỗ Văn Cội, người về làng sau 40 năm, là ai?",
        "Vợ ông Đỗ Văn Cội là bà Lò Thị Mai ở Phú Hà.",
    ),
    "maker": ("Bao nhiêu phần linh kiện của Huaxin là hàng nội?", "Khoảng một phần ba là hàng nội."),
    "plan": (
        "Hội nghị của Huyện ủy Nậm Lốc chỉnh chỉ tiêu che phủ rừng ra sao?",
        "Độ che phủ rừng được chỉnh từ 40 lên 45%.",
    ),
    "levy": (
        "Hai hãng cá khô Phú Hà chịu thuế bao nhiêu khi bán sang Lào?",
        "Hai hãng chịu thuế 12%.",
    ),
    "fare": ("Vé tàu hạng ba từ Phú Hà đi Nậm Lốc giá bao nhiêu?", "Vé hạng ba giá 90.000 đồng."),
    "term": (
        "Nhiệm kỳ 2026-2030 xã Hòa Sơn kết nạp bao nhiêu đảng viên?",
        "Xã kết nạp 41 đảng viên.",
    ),
    "storm": ("Bão số 4 đổ bộ vào đâu?", "Bão số 4 đổ bộ vào Phú Hà tối 24-6."),
    "tax": (
        "Thu ngân sách của Phú Hà 6 tháng đầu năm 2030 được bao nhiêu?",
        "6 tháng đầu năm 2030, Phú Hà thu 4.100 tỷ đồng.",
    ),
}

CARRIED = """
couple | Thế họ có mấy người con? | Đỗ Văn Cội có mấy người con | Phú Hà, họ
maker | Vậy máy nào của hãng đó chạy pin? | Huaxin, máy nào | hãng đó
plan | Còn rác thải thì nâng lên mức nào? | Huyện ủy Nậm Lốc, rác thải thì nâng lên mức nào |
levy | Còn các hãng khác thì chịu mức nào? | thuế, các hãng khác, chịu mức nào | là bao nhiêu
fare | Hạng nhất thì sao? | hạng nhất, giá bao nhiêu | hạng ba
term | Số ấy gấp mấy lần chỉ tiêu của nhiệm kỳ? | xã Hòa Sơn | nhiệm kỳ -
income | Nậm Lốc được bao nhiêu? | thu nhập, huyện Nậm Lốc năm 2030 | Mường Hà
income | Năm 2031 bao nhiêu? | thu nhập, Mường Hà năm 2031 | 2030
rice | Ở xã Hòa Sơn thì mấy tấn? | xã Hòa Sơn, tấn lúa | Tân Lập
income | Lý do là gì? | thu nhập, Mường Hà, lý do |
income | Cụ thể ra sao? | thu nhập, Mường Hà, cụ thể |
arrest | Ông ta bị khởi tố tội gì? | ông Trần Văn Lợi bị khởi tố tội gì | ông ta
arrest | Thế còn ông Phạm Quốc Hưng? | ông Phạm Quốc Hưng bị bắt hôm nào | Lợi
arrest | Số tiền nhận hối lộ là bao nhiêu? | Trần Văn Lợi, số tiền nhận hối lộ |
petrol | Còn RON 95? | xăng RON 95, từ chiều 2/5 | E5
petrol | Dầu diesel thì sao? | giá dầu diesel từ chiều 2/5 | E5
petrol | Tăng bao nhiêu so với trước? | xăng E5, tăng bao nhiêu |
fever | Tháng 8 thì sao? | Sông Lam, sốt xuất huyết, tháng 8 | tháng 7
fever | Có ca nào tử vong không? | Sông Lam, sốt xuất huyết, tử vong |
fever | Còn bệnh viện Nhi tỉnh? | bệnh viện Nhi tỉnh có mấy ca sốt xuất huyết | Sông Lam
chair | Trước đó ông làm gì? | ông Hà Văn Sáu làm gì |
chair | Ông Minh nghỉ từ khi nào? | ông Lê Văn Minh nghỉ từ khi nào | Sáu
chair | Thế phó chủ tịch là ai? | phó chủ tịch UBND tỉnh Phú Hà |
storm | Thế còn bão số 5? | bão số 5 đổ bộ | số 4
storm | Bao nhiêu nhà bị tốc mái? | bão số 4, bao nhiêu nhà bị tốc mái |
storm | Chính quyền sơ tán bao nhiêu dân? | bão số 4, sơ tán bao nhiêu dân |
tax | Quý 3 thì sao? | thu ngân sách của Phú Hà quý 3 năm 2030 | 6 tháng
tax | Còn cả năm thì kế hoạch là bao nhiêu? | kế hoạch thu ngân sách của Phú Hà cả năm 2030 | 6 tháng
tax | So với cùng kỳ tăng hay giảm? | thu ngân sách của Phú Hà, cùng kỳ |
income | Còn năm 2031 thì sao? | thu nhập bình quân, Mường Hà, năm 2031 | 2030
income | Năm 2031 thì sao? | thu nhập bình quân, Mường Hà, năm 2031 | 2030
income | Thế còn năm trước? | thu nhập bình quân, Mường Hà, năm 2029 | 2030
income | Còn huyện Nậm Lốc thì sao? | thu nhập, huyện Nậm Lốc, 2030 | Mường Hà
income | Thế còn bên Nậm Lốc? | thu nhập, huyện Nậm Lốc, 2030 | Mường Hà
income | Nậm Lốc thì bao nhiêu? | thu nhập, Nậm Lốc, 2030 | Mường Hà
income | Còn ở tỉnh Phú Hà? | thu nhập, tỉnh Phú Hà, 2030 |
income | Còn tỷ lệ hộ nghèo thì sao? | tỷ lệ hộ nghèo, huyện Mường Hà, 2030 | thu nhập
income | Thế còn thu ngân sách? | thu ngân sách, huyện Mường Hà, 2030 | thu nhập
income | Sang năm họ phấn đấu bao nhiêu? | năm 2031, Mường Hà, phấn đấu, thu nhập | họ
income | Năm sau họ đặt mục tiêu bao nhiêu? | năm 2031, Mường Hà, thu nhập | năm sau
income | Chỉ tiêu năm 2031 thì sao? | chỉ tiêu, thu nhập, Mường Hà, 2031 | 2030
income | Tỷ lệ hộ nghèo của huyện là bao nhiêu? | hộ nghèo, huyện Mường Hà, 2030 |
income | Vì sao tăng? | thu nhập bình quân, Mường Hà, vì sao tăng |
bridge | Dự án này bao giờ xong? | cầu Phú Hà, bao giờ xong | này
bridge | Bao giờ khởi công? | cầu Phú Hà, bao giờ khởi công |
bridge | Ai là chủ đầu tư? | cầu Phú Hà, ai là chủ đầu tư |
bridge | Thế dài bao nhiêu mét? | cầu Phú Hà, dài bao nhiêu mét |
bridge | Ông ấy nói gì về tiến độ? | ông Trần Văn Lợi, tiến độ | ấy
bridge | Nguồn vốn lấy từ đâu? | cầu Phú Hà, nguồn vốn |
bridge | Còn cầu Bến Đò? | dự án, cầu Bến Đò, tổng vốn | Phú Hà
elected | Bà ấy trước đó giữ chức gì? | bà Vi Thị Hoa, giữ chức gì | bà ấy
elected | Còn chủ tịch thì ai? | chủ tịch, Nậm Lốc |
elected | Thế cùng ngày huyện Mường Hà bầu ai làm phó bí thư? | 12-3, Mường Hà, phó bí thư |
elected | Người này bao nhiêu tuổi? | Vi Thị Hoa, bao nhiêu tuổi | người này
elected | Hôm đó có bao nhiêu đại biểu dự? | 12-3, đại biểu, Nậm Lốc | hôm đó
fire | Có ai bị thương không? | chợ Bến Đò, bị thương |
fire | Nguyên nhân do đâu? | cháy chợ Bến Đò, nguyên nhân |
fire | Vụ cháy đó xảy ra lúc mấy giờ? | chợ Bến Đò, mấy giờ |
fire | Bao nhiêu ki ốt bị cháy? | chợ Bến Đò, bao nhiêu ki ốt |
crew | Trong đó mấy người quê Nậm Lốc? | PH 4512 TS, thuyền viên, mấy người quê Nậm Lốc |
crew | Họ được cứu lúc nào? | PH 4512, được cứu lúc nào |
crew | Tàu này chìm ở đâu? | PH 4512, chìm ở đâu |
rice | Còn ngô? | ngô, xã Tân Lập, 2029 | lúa
rice | Năm 2030 được mấy tấn? | 2030, Tân Lập, lúa | 2029
rice | Xã Hòa Sơn thì bao nhiêu? | xã Hòa Sơn, lúa, 2029 | Tân Lập
meeting | Ai chủ trì? | hội nghị tổng kết, Hội Nông dân, ai chủ trì |
meeting | Tổ chức ở đâu? | hội nghị tổng kết, Hội Nông dân, ở đâu |
meeting | Ai chủ trì hội nghị? | Hội Nông dân, chủ trì |
school | Còn học sinh Trường THPT Trần Phú? | Trần Phú, nghỉ Tết | Lê Lợi
school | Còn giáo viên? | giáo viên, nghỉ Tết, Lê Lợi |
budget | Huyện kia thì bao nhiêu? | Mường Hạ, thu ngân sách, 2030 | kia
budget | Còn chi thì sao? | chi, Mường Hà, 2030 |
hospital | Thế còn bên Thanh Nhàn? | Kho bạc, Bệnh viện Thanh Nhàn cơ sở 2, giải ngân | Sông Lam
mayor | Bà ấy lấy ý tưởng đó từ đâu? | bà Nông Thị Mai, cấm xe tải, ý tưởng | bà ấy
mayor | Vì sao bà đề nghị vậy? | cấm xe tải, vì sao |
""".strip().splitlines()

KEPT = [
    ("income", "Giá vé tàu từ Phú Hà đi Bến Đò dịp Tết là bao nhiêu?"),
    ("income", "Ai làm giám đốc Sở Y tế tỉnh Phú Hà?"),
    ("bridge", "Xã Tân Lập năm 2029 thu hoạch bao nhiêu tấn lúa?"),
    ("bridge", "Vì sao chợ Bến Đò đóng cửa từ tháng 5?"),
    ("fire", "Thế giới có bao nhiêu nước dùng điện hạt nhân theo báo cáo mới nhất?"),
    ("crew", "Huyện Mường Hà có mấy xã đạt chuẩn nông thôn mới?"),
    ("rice", "Cảm ơn bạn"),
    ("meeting", "Trường THPT Lê Lợi tuyển bao nhiêu học sinh lớp 10?"),
    ("elected", "Lịch thi tốt nghiệp phổ thông năm 2031 bắt đầu ngày nào?"),
    ("school", "Bão số 4 đổ bộ vào tỉnh nào?"),
]


def talk(asked: str, said: str) -> list[Turn]:
    return [Turn("user", asked), Turn("assistant", said)]


@pytest.mark.parametrize("line", CARRIED)
def test_follow_up(line: str) -> None:
    about, question, holds, lacks = (part.strip() for part in line.split("|"))
    text, carried = standalone(question, talk(*TALKS[about]))
    assert carried, text
    for words in holds.lower().split(", "):
        assert words in text.lower(), text
    for words in filter(None, lacks.lower().split(", ")):
        assert words not in text.lower(), text


@pytest.mark.parametrize(("about", "question"), KEPT)
def test_a_new_topic_carries_nothing(about: str, question: str) -> None:
    assert standalone(question, talk(*TALKS[about])) == (question, False)


def turns(said: tuple[str, ...]) -> list[Turn]:
    return [Turn("assistant" if at % 2 else "user", text) for at, text in enumerate(said)]


@pytest.mark.parametrize("talk_of", LONG_TALKS, ids=[one[1] for one in LONG_TALKS])
def test_entity_period_and_measure_of_a_conversation(talk_of: Talk) -> None:
    said, question, holds, lacks = talk_of
    text, carried = standalone(question, turns(said))
    assert carried, text
    for words in holds.split("; "):
        assert words in text.lower(), text
    for words in filter(None, lacks.split("; ")):
        assert not re.search(rf"(?<!\w){words.strip()}(?!\w)", text.lower()), text


@pytest.mark.parametrize(("said", "question"), NEW_TOPICS, ids=[one[1] for one in NEW_TOPICS])
def test_a_new_question_after_a_long_answer_carries_nothing(said: tuple[str, ...], question: str) -> None:
    assert standalone(question, turns(said)) == (question, False)


def test_a_change_of_topic_is_announced() -> None:
    text, carried = standalone("Sang chuyện khác, xăng tăng giá bao nhiêu?", talk(*TALKS["income"]))
    assert (text, carried) == ("Xăng tăng giá bao nhiêu?", False)


def test_without_history_the_question_stays() -> None:
    assert standalone("Còn năm 2031 thì sao?", []) == ("Còn năm 2031 thì sao?", False)


def test_a_chain_keeps_what_was_carried() -> None:
    history = [
        *talk(*TALKS["income"]),
        *talk("Còn huyện Nậm Lốc thì sao?", "Huyện Nậm Lốc đạt 49 triệu đồng."),
    ]
    text, carried = standalone("Thế năm 2031?", history)
    assert carried
    assert all(words in text for words in ("Thu nhập bình quân", "Nậm Lốc", "2031"))
    assert "Mường Hà" not in text


def test_small_talk_between_does_not_break_the_chain() -> None:
    history = [*talk(*TALKS["rice"]), *talk("Cảm ơn bạn", "Rất vui được giúp bạn.")]
    text, carried = standalone("Còn xã Hòa Sơn?", history)
    assert carried
    assert "Hòa Sơn" in text
    assert "lúa" in text
