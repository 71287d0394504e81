"""Proper names as runs of capitalised syllables, with offsets and a guess of what they name."""

import re
from dataclasses import dataclass
from typing import Literal

from index.text import fold, syllables
from rag.numerals import word_set

NameKind = Literal["person", "place", "organisation", "other"]

SURNAMES = word_set(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lâm Mai "
    "Trịnh Đào "
    "Cao Hà Tô Tạ Thái Châu Quách Lương Vương Kiều Tăng Hứa La Lưu Phùng Thạch Triệu Chu Nông Lò "
    "Giàng Vàng Cù "
    "Nghiêm Khuất Doãn Đàm Tống Mạc Kim Danh Bạch Từ Ninh Tôn Âu Văn Lục Mã Tiêu Thân Trang Ông Quàng Hầu Vừ "
    "Thào Lầu Đậu Phí Khương Lại Giáp Uông Cầm Bế Hoa Sùng Ksor Siu Rơ Y Điểu "
    "Lường Lù Vi Cà Tòng Đèo Diệp Sầm Hạng Sồng Phàn Tẩn Lèng Nhữ Ứng Đàng Lều Hờ Ly Má Thèn Vàng Lộc Ngân"
)
_PERSON_TITLES = (
    r"ông|bà|anh|chị|em|cháu|bé|cô|chú|bác|cụ|đồng chí|đ/c|thầy|cậu|nữ sinh|nam sinh|bác sĩ|BS|TS|ThS|PGS|GS|"
    r"tiến sĩ|thạc sĩ|giáo sư|luật sư|LS|kỹ sư|kiến trúc sư|nghệ sĩ|NSƯT|NSND|ca sĩ|diễn viên|"
    r"đạo diễn|nhà văn|"
    r"nhà thơ|đại úy|đại uý|thiếu tá|trung tá|thượng tá|đại tá|thiếu úy|thượng úy|trung úy|thiếu uý|trung uý|"
    r"thượng uý|thiếu tướng|trung tướng|thượng tướng|đại tướng|chủ tịch|phó chủ tịch|bí thư|"
    r"phó bí thư|giám đốc|"
    r"phó giám đốc|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|chủ tịch nước|tổng bí thư|tổng thống|đại sứ|"
    r"trưởng phòng|phó phòng|trưởng ban|trưởng thôn|hiệu trưởng|cục trưởng|vụ trưởng|chánh văn phòng|"
    r"chánh thanh tra|viện trưởng|trưởng công an|đại biểu|bị cáo|bị can|nghi phạm|nạn nhân|đối tượng|"
    r"huấn luyện viên|HLV|tiền đạo|tiền vệ|hậu vệ|thủ môn|cầu thủ|tổng giám đốc|phóng viên|thị trưởng|"
    r"phát ngôn viên|thống đốc|trưởng đoàn|đội trưởng|chủ nhiệm|thường trực|tên là|là"
)
_PLACE_WORDS = (
    r"tỉnh|huyện|xã|thành phố|TP\.?|quận|phường|thị trấn|thị xã|TX\.?|thôn|ấp|bản|làng|khu phố|đảo|"
    r"quần đảo|sông|"
    r"hồ|cầu|núi|biển|vịnh|đường|phố|quốc lộ|sân bay|cảng|nước|bang|vùng|khu vực|miền|đèo|rừng|chợ|đền|chùa|"
    r"suối|kênh|rạch|cửa khẩu|cửa biển|tại|ở|về|đến|tới|từ|rạn|mũi|bán đảo|thủ đô|ga|bến|ngã tư"
)
_ORG_HEADS = (
    "Bộ|Sở|Cục|Chi cục|Tổng cục|Vụ|Ban|Phòng|Viện|Học viện|Ủy ban|Uỷ ban|Hội|Hội đồng|Đoàn|Trường|Bệnh viện|"
    "Công ty|Tập đoàn|Tổng công ty|Ngân hàng|Đại học|Đảng bộ|Đảng uỷ|Đảng ủy|Huyện uỷ|Huyện ủy|Tỉnh "
    "uỷ|Tỉnh ủy|"
    "Thành uỷ|Thành ủy|Công an|Viện Kiểm sát|Tòa án|Toà án|Quốc hội|Chính phủ|Trung tâm|Liên đoàn|Liên minh|"
    "Hiệp hội|Câu lạc bộ|CLB|UBND|HĐND|MTTQ|Mặt trận|Thanh tra|Kho bạc|Bảo hiểm|Hải quan|Điện "
    "lực|Báo|Đài|Bưu điện|Hợp tác xã|HTX|Nhà hát|Bảo tàng|Thư viện|Nhà máy"
)
PERSON_BEFORE = re.compile(rf"(?<!\w)(?:{_PERSON_TITLES})\.?\s+$", re.IGNORECASE)
PLACE_BEFORE = re.compile(rf"(?<!\w)(?:{_PLACE_WORDS})\s*$", re.IGNORECASE)
ORGANISATION = re.compile(rf"(?:{_ORG_HEADS})(?!\w)")
COMMON = word_set(
    "Ông Bà Anh Chị Em Cô Chú Bác Cụ Thầy Đồng Các Những Một Hai Ba Bốn Năm Sáu Bảy Tám Chín Mười "
    "Tại Ở Trong "
    "Theo Sau Trước Khi Nếu Vì Do Từ Đến Với Và Nhưng Còn Đó Đây Này Hiện Nay Ngày Tháng Sáng Trưa "
    "Chiều Tối Đêm "
    "Hôm Lúc Hồi Cùng Cả Mỗi Mọi Để Về Trên Dưới Ngoài Giữa Bên Đã Sẽ Đang Có Không Chưa Cũng Như "
    "Tuy Song Ngay "
    "Riêng Dự Trung Là Thế Vậy Ai Gì Sao Bao Mấy Người Tôi Chúng Họ Nó Cho Bị Được Lễ Hơn Gần Khoảng Phía "
    "Nơi Dùng Bạn Mua Nghe Hễ Lỡ Dù Rời Quanh Muốn Xem Hỏi Sang Kể Chuyện Việc Câu"
)
"""Words that open a sentence with a capital and name nothing; "Trung", "Đồng" only when alone."""
CLASS_NOUNS = word_set(
    "Huyện Tỉnh Xã Quận Phường Đảo Sông Cầu Núi Biển Đường Phố Nước Bang Vùng Thôn Ấp Bản Làng "
    "Chuyến Tàu Bão Xe "
    "Chợ Đền Chùa Kênh Rạch Suối Khu Trạm Trường Lớp Vụ Cháu Bé Bị Đội Tuyến Hãng Báo Đoàn Xóm Cảng "
    "Nhà Máy Siêu Dân Sếp Lính Chiếc Miệt Xứ Khúc Cuốn Đoạn Thợ Vé Cơn Nhóm Quỹ Vở Chỗ Đám Tụi Gã Nàng "
    "Chàng Dịp Đợt Trận Món Cặp Cậu Tiệm"
)
"""Nouns before a name, written large only because they open the sentence."""

CAPITALS = "".join(
    letter for letter in map(chr, [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]) if letter.isupper()
)
_SYLLABLE = rf"[{CAPITALS}][^\W_]*(?:[-'’&][{CAPITALS}\d][^\W_]*)*"
_RUN = re.compile(rf"(?<!\w)(?:TP\.\s?HCM|T\.Ư|{_SYLLABLE}(?:[^\S\n]{_SYLLABLE})*)(?!\w)")
_VIETNAMESE = re.compile(
    r"(?:ch|gh|gi|kh|ngh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$"
)
_SMALL_NEXT = re.compile(r"\s[^\W\d_A-Z]")
"""One Vietnamese capital before a small word is half of "Chủ tịch", "Kho bạc", "Đại học": no name alone."""
_OPENS = re.compile(r"(?:^|[.!?…:;\n]\s*|[“\"'(\[*•–-]\s*|\n)$")
_FIELD = re.compile(r"(?:\s[^\W\d_]+){1,7}")


@dataclass(frozen=True, slots=True)
class Name:
    """``text[start:end]`` is the run; ``sure`` is false for a lone word that may just open a sentence."""

    start: int
    end: int
    text: str
    kind: NameKind
    sure: bool


def names(text: str) -> tuple[Name, ...]:
    """Every run of capitalised syllables in order: people, places, offices, brands, abbreviations.

    A title or a common word that opens the run is left out ("Ông Lê An" is "Lê An").
    """
    found: list[Name] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        opens = _OPENS.search(text[:start]) is not None
        words = match[0].split()
        dropped = False
        while words and words[0] in COMMON | CLASS_NOUNS and _dispensable(words, opens):
            start += len(words.pop(0)) + 1
            dropped = True
        if not words or _rank(words, text, end):
            continue
        run = text[start:end]
        alone = len(words) == 1 and not (run.isupper() and len(run) > 1)
        kind = _kind(text, start, words)
        half = bool(_VIETNAMESE.match(fold(run)) and _SMALL_NEXT.match(text, end))
        half = half and kind in {"other", "organisation"}
        alone = alone and ((opens and not dropped) or half)
        found.append(Name(start, end, run, kind, not alone))
    return tuple(found)


def _rank(words: list[str], text: str, end: int) -> bool:
    """Whether a run is only the capitals of a rank: "Phó Bí" of "Phó Bí thư", "Thường" of "Thường trực"."""
    if words[0] == "Phó" and len(words) == 2:
        return _SMALL_NEXT.match(text, end) is not None
    return words == ["Thường"] and re.match(r"\s(?:trực|vụ)(?!\w)", text[end:]) is not None


def _dispensable(words: list[str], opens: bool) -> bool:
    """Whether the first word is no part of the name: "Ông Lê An" opening a sentence; not "Năm Căn"."""
    if len(words) == 1:
        return words[0] in COMMON
    if words[0] in {"Ông", "Bà", "Cô", "Chú", "Cụ", "Bên"}:
        return opens  # inside a sentence a title is written small: "ở Bà Rịa"
    if words[0] in CLASS_NOUNS or not opens:
        return opens
    return words[0] not in {"Năm", "Trung", "Đồng", "Bảy", "Hai", "Ba", "Sáu", "Tám", "Hiện", "Phía", "Cùng"}


def _kind(text: str, start: int, words: list[str]) -> NameKind:
    head = text[:start]
    if ORGANISATION.match(text, start) and not (
        len(words) > 1 and words[0] in {"Đoàn", "Vụ", "Ban"} & SURNAMES
    ):
        return "organisation"
    if PERSON_BEFORE.search(head) or (start and text[:start].endswith(("Ông ", "Bà ", "Anh ", "Chị "))):
        named = len(words) <= 5 and not words[0].isupper()
        if named and not (head.rstrip().endswith(("là", "Là")) and words[0] not in SURNAMES):
            return "person"
    if PLACE_BEFORE.search(head) or words[0].startswith("TP"):
        return "place"
    if 3 <= len(words) <= 5 and (words[0] in SURNAMES or words[1] in {"Thị", "Văn"}):
        return "person"
    return "other"


def full_name(text: str, name: Name) -> tuple[int, int]:
    """Span of an office with its lower-case words ("Sở Xây" of "Sở Xây dựng"); others unchanged."""
    if name.kind != "organisation":
        return name.start, name.end
    more = _FIELD.match(text, name.end)
    if more is None:
        return name.start, name.end
    end = name.end
    joined = False
    for word in re.finditer(r"[^\W\d_]+", more[0]):
        known = word[0].lower() in FIELD_WORDS and not (joined and ORGANISATION.match(word[0]))
        known = known and _fits(word[0].lower(), text[: name.end + word.start()])
        if not known and (joined or not word[0].istitle()):
            break
        joined = word[0] == "và"
        if not joined:
            end = name.end + word.end()
    return name.start, end


def _fits(word: str, head: str) -> bool:
    """Whether a word goes on with the office before it: "Sở Nội vụ" holds "vụ", "kiểm tra vụ án" does not."""
    before = _FIELD_PAIRS.get(word)
    return before is None or head.lower().rstrip().endswith(before)


_FIELD_PAIRS = {
    "vụ": ("nội", "ngoại", "nhiệm", "dịch", "thời"),
    "tra": ("thanh",),
    "kiểm": ("viện", "cục", "quản lý"),
    "quản": ("cục", "ban", "sở", "hải"),
}
"""Words of offices that are verbs or nouns elsewhere, with the words they may follow."""
FIELD_WORDS = word_set(
    "tế dựng tư chính thông vận tải trường môi giáo dục đào tạo nghiệp công thương nông thôn phát "
    "triển lao động "
    "thương binh xã hội nội ngoại giao vụ an ninh quốc phòng hoá hóa thể thao du lịch khoa học nghệ "
    "truyền tin "
    "nguyên tài và quân sự pháp tư án kiểm sát nhân dân hàng không đường bộ sắt nước thuế quan hải tra thanh "
    "đầu kế hoạch uỷ ủy ban đồng đảng bộ vệ sinh dịch phẩm thực dược lý quản thị điện lực lượng tỉnh huyện xã"
)


def name_key(name: str) -> tuple[str, ...]:
    """Syllables to compare names by: NFC, lower case, one spelling of tone marks, no punctuation."""
    return tuple(syllables(name.replace("-", " ").replace("’", " ")))
