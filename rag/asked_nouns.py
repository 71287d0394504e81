"""Nouns that say what a question chooses: "quận nào" a place, "sở nào" an office, "ca sĩ nào" a person."""

import re

from rag.numerals import word_set

PLACES = word_set(
    "tỉnh huyện xã quận phường thôn ấp bản làng đảo nước bang vùng nơi chỗ đâu miền sông hồ cầu "
    "đường phố đèo "
    "biển hướng phía sân_bay thành_phố thị_xã thị_trấn khu_vực quốc_gia địa_phương địa_bàn địa_điểm "
    "vị_trí cửa_khẩu tuyến_đường châu_lục thủ_đô rừng khu_rừng hang bãi_biển bãi cảng chợ chùa đền "
    "khu_công_nghiệp"
)
ORGANISATIONS = word_set(
    "sở bộ cục ban phòng viện hội đoàn trường đội hãng bên báo cơ_quan đơn_vị công_ty tổ_chức "
    "ngân_hàng tập_đoàn "
    "doanh_nghiệp bệnh_viện đại_học trường_đại_học câu_lạc_bộ nhà_đầu_tư nhà_máy nhà_thầu chủ_đầu_tư "
    "trung_tâm học_viện ngành toà tòa lực_lượng"
)
PEOPLE = word_set(
    "ai người ông bà anh chị em đại_biểu lãnh_đạo cán_bộ chủ_tịch bí_thư giám_đốc bộ_trưởng đồng_chí "
    "cầu_thủ ca_sĩ "
    "nghệ_sĩ bác_sĩ học_sinh sinh_viên bị_can bị_cáo nghi_phạm nạn_nhân nhân_vật vị thí_sinh "
    "diễn_viên đạo_diễn kiến_trúc_sư kỹ_sư luật_sư nhạc_sĩ nhà_thơ nhà_báo phóng_viên thủ_môn tiền_đạo "
    "tiền_vệ hậu_vệ trọng_tài vận_động_viên hoạ_sĩ họa_sĩ giáo_viên thẩm_phán nhà_khoa_học nông_dân "
    "huấn_luyện_viên tài_xế nhà_văn nữ_đại_biểu cô chú bác cụ thầy cháu tác_giả thứ_trưởng hiệu_trưởng "
    "viện_trưởng thị_trưởng đại_tá thượng_tá trung_tá thiếu_tá đại_uý đại_úy lái_xe cao_niên phụ_nữ "
    "đàn_ông đàn_bà thanh_niên nghệ_nhân học_trò mục_sư linh_mục bảo_vệ nhân_viên dược_sĩ y_tá hộ_sinh "
    "điều_dưỡng chuyên_gia giáo_sư tiến_sĩ thạc_sĩ hàng_xóm khán_giả chiến_sĩ công_an_viên ký_giả công_chức "
    "viên_chức cô_bé cậu_bé cô_gái chàng_trai ông_lão bà_cụ ông_cụ nữ_sinh nam_sinh sĩ_quan quan_chức "
    "kiểm_sát_viên chấp_hành_viên nhân_chứng tâm_lý_học tỷ_phú tỉ_phú doanh_nhân tổng_thống thủ_tướng "
    "phó_thủ_tướng vua hoàng_đế danh_tướng tướng công_nhân ngư_dân thợ cựu_chủ_tịch phát_ngôn_viên "
    "diễn_giả nghị_sĩ dân_biểu đảng_viên du_khách hành_khách bệnh_nhân thuyền_trưởng phi_công người_mẫu "
    "hoa_hậu ca_sỹ nghệ_sỹ bác_sỹ"
)
_PEOPLE = "|".join(noun.replace("_", " ") for noun in sorted(PEOPLE - {"ai"}, key=len, reverse=True))
_CALLED = r"tên (?:đầy đủ |thật )?(?:là )?(?:gì|chi|ai)(?!\w)"
_NAMED = re.compile(
    rf"(?<!\w)(?:trưởng \w+|chủ \w+|người \w+|kẻ \w+|tay \w+|{_PEOPLE})(?!\w).*\s{_CALLED}|"
    rf"^tên (?:họ )?(?:của )?(?:trưởng|chủ|kẻ|{_PEOPLE})(?!\w)"
)
_NOT_NAMED = re.compile(
    rf"(?<!\w)(?:sách|bài|bài hát|phim|dự án|công ty|hội|bão|đảo|thuốc|loài|cây|con|chương trình|mang|có|lấy|"
    rf"quán|tàu|sông|hãng|giải|quỹ|món|bệnh|trường|ứng dụng|trang|kênh|nhóm|đội|đặt|xe|cầu|đường|"
    rf"bằng|cái) {_CALLED}"
)
"""A name is asked for, but of a thing: "thành lập hội tên gì"."""


def called(question: str) -> int | None:
    """Where a question in lower case asks for a person's name ("… tên gì", "Tên nghi phạm …"); else None."""
    match = _NAMED.search(question)
    if match is None or _NOT_NAMED.search(question):
        return None
    return question.rfind("tên", 0, match.end())
