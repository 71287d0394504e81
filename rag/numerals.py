"""Numbers as Vietnamese newspapers write them: "1.234,5", "60.3 triệu", "hai mươi mốt", "1 tỷ 200 triệu"."""

import re
from dataclasses import dataclass
from decimal import Decimal


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SCALES = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "tỉ": Decimal(1_000_000_000),
}
DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
INNER = word_set("mươi linh lẻ rưỡi") | frozenset(SCALES)
AMBIGUOUS = word_set("ba năm chín tư bảy mốt lăm")
"""Also father, year, ripe, private…: numbers only before a counted noun or inside a longer number."""
COUNTED = word_set(
    "người con chiếc cái xã huyện tỉnh thành quận phường thôn bản làng hộ nhà em ông bà anh chị cán học "
    "sinh công ngày tháng năm tuần giờ phút giây lần vụ vị đơn bên nước quốc khu dự tầng tuyến cây căn "
    "bệnh trường lớp ngôi mẹ cháu nạn tàu xe máy doanh nhóm đội loại đợt đề nhiệm mục chỉ tiêu cơ bộ sở "
    "đối bị nghi thí giáo nhân bác thuyền ngư tấn tạ lít mét hecta héc sào mẫu đồng cấp bước điểm khoản "
    "phương giải bàn cầu đường trạm nữ nam tiếng đêm chuyến quý vòng trận đồn đoàn tổ ca mặt phần chủ "
    "đứa thanh vợ viên bài tập toa cuốn bức lá món hạng gói mốc hướng lĩnh vấn sự bang đảo sân hãng"
)  # fmt: skip
"""First syllables of nouns that news count; from reading articles, none of it from a question set."""

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_SCALE = re.compile(
    r"\s*(nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|trăm tỷ|trăm tỉ|trăm triệu|chục triệu|chục nghìn|"
    r"trăm nghìn|trăm ngàn|vạn|nghìn|ngàn|triệu|tỷ|tỉ|chục)(?!\w)(?!\s+(?:lệ|số|trọng|giá|suất)\b)"
    r"(\s+rưỡi\b)?"
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """``value`` is ``raw`` times ``scale``; ``word`` is true for spelled-out numbers."""

    start: int
    end: int
    value: Decimal
    raw: Decimal
    scale: Decimal
    word: bool = False


def parse_digits(token: str, whole: bool = False) -> Decimal:
    """'1.234,5' -> 1234.5, '60.3' -> 60.3, '3.200' -> 3200, '4,645' -> 4.645 (4645 if ``whole``)."""
    dots, commas = token.count("."), token.count(",")
    if dots and commas:
        decimal = max(".", ",", key=token.rfind)
        other = "," if decimal == "." else "."
        return Decimal(token.replace(other, "").replace(decimal, "."))
    mark = "." if dots else ","
    if not dots and not commas:
        return Decimal(token)
    head, *groups = token.split(mark)
    grouped = all(len(group) == 3 for group in groups) and 1 <= len(head) <= 3 and head != "0"
    if len(groups) > 1 or (grouped and (mark == "." or whole)):
        return Decimal(head + "".join(groups))
    return Decimal(f"{head}.{groups[0]}")


def scale_value(words: str) -> Decimal:
    value = Decimal(1)
    for word in words.split():
        value *= SCALES[word]
    return value


def _digit_numerals(text: str) -> list[Numeral]:
    found: list[Numeral] = []
    for match in _NUMBER.finditer(text):
        scale = _SCALE.match(text, match.end())
        if scale is None:
            whole = bool(re.match(r"\s+[^\W\d_]{2,}", text[match.end() :]))
            raw = parse_digits(match[0], whole)
            found.append(Numeral(match.start(), match.end(), raw, raw, Decimal(1)))
            continue
        raw, factor = parse_digits(match[0]), scale_value(scale[1])
        value = (raw + (Decimal("0.5") if scale[2] else 0)) * factor
        last = found[-1] if found else None
        if last and last.scale > factor and not text[last.end : match.start()].strip():
            found[-1] = Numeral(last.start, scale.end(), last.value + value, last.raw, last.scale)
        else:
            found.append(Numeral(match.start(), scale.end(), value, raw, factor))
    return found


def _word_value(words: list[str]) -> Decimal | None:
    """Value of a run like ['hai', 'mươi', 'mốt']; None when the run is no number."""
    total, group, digit, last = Decimal(0), Decimal(0), None, Decimal(0)
    for word in words:
        if word in DIGITS:
            if digit is not None and digit != 10:
                return None
            digit = DIGITS[word] + (digit or 0)
        elif word in {"linh", "lẻ"}:
            group, digit = group + (digit or 0), None
        elif word == "rưỡi":
            return total + group + (digit or 0) + last / 2
        elif digit is None and not group:
            return None
        elif word in {"mươi", "chục"}:
            group, digit, last = group + (digit or 0) * 10, None, Decimal(10)
        elif word == "trăm":
            group, digit, last = group + (digit or 0) * 100, None, Decimal(100)
        else:
            total, last = total + (group + (digit or 0)) * SCALES[word], SCALES[word]
            group, digit = Decimal(0), None
    return total + group + (digit or 0)


def _word_numerals(text: str) -> list[Numeral]:
    words = list(_WORD.finditer(text))
    found: list[Numeral] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _continues(text, words, at, end):
            end += 1
        value = _word_value([match[0].lower() for match in words[at:end]]) if end > at else None
        if value is None or not _is_number(text, words, at, end):
            at += 1
            continue
        found.append(Numeral(words[at].start(), words[end - 1].end(), value, value, Decimal(1), True))
        at = end
    return found


def _continues(text: str, words: list[re.Match[str]], first: int, at: int) -> bool:
    """Whether word ``at`` goes on with the number that began at word ``first``."""
    word = words[at][0]
    if at == first:
        return word.lower() in DIGITS and word.lower() not in {"mốt", "lăm", "tư"}
    gap = text[words[at - 1].end() : words[at].start()]
    if gap != " " or word not in INNER | set(DIGITS):
        return False
    before = words[at - 1][0].lower()
    if word == "năm":  # after a number it is the unit "year", save in "trăm linh năm"
        return before in {"linh", "lẻ"} or (at + 1 < len(words) and words[at + 1][0] in {"mươi", "trăm"})
    if word in DIGITS:
        return before in INNER or (before == "mười" and word != "mười")
    return word not in {"tỷ", "tỉ"} or at + 1 >= len(words) or words[at + 1][0] not in {"lệ", "số", "trọng"}


def _is_number(text: str, words: list[re.Match[str]], first: int, end: int) -> bool:
    """Tell "ba tỉnh" from "ông Ba", "năm người" from "năm nay"."""
    head = words[first][0]
    before, after = _next_to(text, words, first - 1, first).lower(), _next_to(text, words, end, end)
    if before in {"thứ", "tháng", "hàng", "mùng", "mồng", "vài", "mấy"}:
        return False
    in_name = after[:1].isupper() or (end - first > 1 and words[end - 1][0][0].isupper())
    if head[0].isupper() and (before or in_name):
        return False
    if end - first > 1:
        return True
    if head.lower() in AMBIGUOUS:
        other = {"học", "nay", "tháng", "nam", "công"} if head.lower() == "năm" else set()
        return after in COUNTED - other
    return bool(after) and after.islower()


def _next_to(text: str, words: list[re.Match[str]], at: int, right: int) -> str:
    """Word ``at`` if one space parts it from its neighbour on the side of word ``right``, else ''."""
    if not 0 <= at < len(words) or right < 1 or right >= len(words):
        return ""
    return words[at][0] if text[words[right - 1].end() : words[right].start()] == " " else ""


def numerals(text: str) -> list[Numeral]:
    """All numbers of a text, in order, scale words included; spans are character offsets."""
    found = _digit_numerals(text) + _word_numerals(text)
    return sorted(found, key=lambda numeral: numeral.start)


_CUT_SCALES = {"tr": "triệu", "trđ": "triệu", "k": "nghìn", "ng": "nghìn", "ngàn": "nghìn", "tỉ": "tỷ"}
_CUT = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)\s?(trđ|tr|k|ng|ngàn|tỉ)(?!\w)", re.IGNORECASE)
_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def other_forms(text: str) -> list[str]:
    """How a text's numbers may be written elsewhere: "sáu mươi triệu" as "60 triệu", "60.3 tr" as
    "60.3 triệu", "12 xã" as "mười hai"; what is written one way only is left out."""
    found = [f"{match[1]} {_CUT_SCALES[match[2].lower()]}" for match in _CUT.finditer(text)]
    for numeral in numerals(text):
        beside = text[numeral.start - 1 : numeral.start] + text[numeral.end : numeral.end + 1]
        if numeral.word and numeral.value > 1:  # "một" is an article as often as a number
            found.append(_in_digits(numeral.value))
        elif numeral.scale == 1 and numeral.raw in range(10, 100) and not {*beside} & {*"/-%,."}:
            found.append(_in_words(int(numeral.raw)))
    return found


def _in_digits(value: Decimal) -> str:
    """60000000 -> "60 triệu", 1500000000 -> "1,5 tỷ", 12 -> "12"."""
    for word in ("tỷ", "triệu"):
        if value >= SCALES[word] and value % (SCALES[word] / 10) == 0:
            return f"{(value / SCALES[word]).normalize():f} {word}".replace(".", ",")
    return f"{value.normalize():f}"


def _in_words(number: int) -> str:
    """10 to 99 in words: 21 -> "hai mươi mốt", 15 -> "mười lăm"."""
    tens, ones = divmod(number, 10)
    head = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _UNITS[ones])
    return f"{head} {last}".strip()
