"""What a comparison asks of each of its things: "bên nào bị phạt nhiều hơn" is "bị phạt bao nhiêu"."""

import re
from collections.abc import Sequence

UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
"""Capital letters with Vietnamese marks, for a character class."""

ASKS = re.compile(
    r"\b(?:ai|gì|nào|sao|đâu|mấy|bao nhiêu|bao lâu|bao giờ|bao xa|thế nào)\b|\bkhông$", re.IGNORECASE
)
_KINDS = (
    r"(?:ngân hàng|công ty|bệnh viện|dự án|doanh nghiệp|tập đoàn|địa phương|đơn vị|thành phố|thị xã|cơ quan|"
    r"loại|trường hợp|bên|nơi|chỗ|ông|bà|anh|chị|em|người|cơn|trận|vụ|tuyến|tỉnh|huyện|xã|quận|phường|nước|"
    r"đội|tàu|xe|trường|cầu|đường|sân|nhà máy|khu|hãng|bộ|sở|ngành|công trình|cái|con|đợt|kỳ|đằng|nhóm|trạm|"
    r"đảo|làng|xưởng|bạn|cháu|bến|cảng|kho|mỏ|sông|hồ|đập|chợ|chùa|đền|ga|quán|tiệm|vườn|phim|giải)"
)
EACH = re.compile(rf"\b(?:mỗi|từng)\s+{_KINDS}\b|\blần lượt\b|\btương ứng\b|\bcả hai\b", re.IGNORECASE)
WHICH = re.compile(
    r"^(?:thì\s+|xem\s+)*(?:(?:ở\s+)?(?:\w+\s+){1,3}?nào|ai|ở đâu|đâu)\b\s*(?:là\s+)?", re.IGNORECASE
)
_SETS = frozenset({"đặt", "có", "là", "giao", "đề ra", "ở mức"})
"""Verbs that add nothing to a measure: "chỉ tiêu nào đặt cao hơn"."""
_SEVERE = re.compile(r"\b(phạt|lỗ|thiệt hại|thua)\s+(?:nặng|nhẹ|đậm)$", re.IGNORECASE)
"""How hard one is hit, which the figure tells: "bị phạt nặng hơn, mỗi bên mấy triệu"."""
_WHEN = re.compile(r"\b(?:trong|vào|hồi|năm|tháng|quý|ở|tại|kể từ|tính đến)\s.*$", re.IGNORECASE)


def predicate(tails: Sequence[str]) -> str:
    """What is asked of each thing: "bên nào bị phạt nhiều tiền hơn" → "bị phạt bao nhiêu tiền"."""
    wanted = [plain(tail) for tail in tails]
    asking = [tail for tail in wanted if ASKS.search(tail)]
    if len(tails) > 1 and WHICH.match(tails[0]) and len(asking) > 1:
        quality = re.sub(r"\s*(?:là\s+)?(?:bao nhiêu|bao lâu|khi nào)\b.*$", "", wanted[0])
        quality = re.sub(r"\btù\s+lâu$", "tù", quality)
        return asking[-1] if quality and quality in asking[-1] else f"{quality} {asking[-1]}".strip()
    return " ".join(asking) if asking else "là bao nhiêu"


def plain(tail: str) -> str:
    """A comparing or distributing clause without what compares or distributes."""
    tail = re.sub(r"^và\s+", "", tail)
    if EACH.search(tail):
        return re.sub(r"\s+", " ", EACH.sub("", tail)).strip()
    words = WHICH.sub("", tail, count=1)
    when = _WHEN.search(words.partition("hơn")[2])
    words = re.sub(r"\b(?:hơn|nhau)\b.*$", "", words).strip()
    if ASKS.search(words):
        return words
    asked = measure(words)
    return f"{asked} {when.group()}" if when else asked


def measure(words: str) -> str:
    """ "bị phạt nhiều tiền" → "bị phạt bao nhiêu tiền", "đặt cao" → "là bao nhiêu"."""
    words = re.sub(r"\btù\s+(?:nặng|nhẹ)$", "tù lâu", _SEVERE.sub(r"\1", words))
    if match := re.search(r"\b(?:nhiều|ít|đông)\s+(\S.*)$", words):
        return f"{words[: match.start()]}bao nhiêu {match[1]}".strip()
    if re.search(r"\b(?:sớm|muộn|trước|sau)$", words):
        return re.sub(r"\s*\b(?:sớm|muộn|trước|sau)$", "", words).strip() + " khi nào"
    if re.search(r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông|chênh|khác)$", words):
        rest = re.sub(r"\s*\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông|chênh|khác)$", "", words).strip()
        return f"{rest} bao nhiêu" if rest and rest not in _SETS else "là bao nhiêu"
    return f"{words} bao nhiêu" if words else "là bao nhiêu"
