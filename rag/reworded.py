"""A question of two things in the words that the splitting rules read: how people open and shorten one."""

import re

from rag.asking import ASKS
from rag.pairs import MEASURE, NAME, PERIOD, PLACE, said

_QUALITY = (
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|to|bé|dài|ngắn|rộng|hẹp|đông|nhanh|chậm|đắt|rẻ|xa|gần|sớm|muộn|già|trẻ|lâu|"
    r"sâu|dày|mạnh)"
)
_WHICH = r"(?:(?:\w+\s+){1,2}nào|ai)"
_ONE = (
    rf"(?:(?:bên|nơi|chỗ|đằng|cái|công trình|dự án|{PLACE}|cây|chiếc|tuyến|hãng|ông|bà|người|đơn vị|trường|"
    r"đội|công ty|ngân hàng)\s+nào|ai)"
)
_ASKING = re.compile(
    r"^(?:(?:cho|xin)\s+)?(?:(?:mình|tôi|em|tui|phép)\s+)?hỏi(?:\s+là)?[,:]?\s+", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:nếu\s+|hãy\s+|nhờ\s+|thử\s+)?so(?:\s+sánh)?\s+(?:(?:giúp|hộ|cho)\s+)?(?:(?:mình|tôi|em|tui)\s+)?(?!với\s)",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\b(hết|tốn|mất|giá|khoảng|được)\s+(?:chừng|cỡ) nào\b", re.IGNORECASE)
_AT_MOST = re.compile(
    r"\b((?:tốn|hết)\s+(?:cao|thấp|nhiều|ít)\s+nhất\s+bao nhiêu)(?=\s+(?:một|mỗi)\b|\s*(?:,|$))", re.I
)
_AND_HOW_MUCH = re.compile(
    rf"(?P<which>\b{_WHICH}\s[^,;?]*?\bhơn)\s+(?:và|với)\s+(?:(?:mỗi|từng)\s+\w+\s+)?"
    r"(?P<asked>(?:\w+\s+){0,2}(?:bao nhiêu|mấy|khi nào|bao lâu)\b)",
    re.IGNORECASE,
)
_SPENT = re.compile(r"\b(tốn|mất|hao)\s+(tiền|của|công|sức|thời gian|giấy|điện|nước|xăng)\s+hơn\b", re.I)
_MEASURE_FIRST = re.compile(
    rf",\s+(?P<measure>(?:\w+\s+){{1,4}}?)(?:của\s+)?(?P<which>{_ONE})\s+"
    rf"(?P<how>{_QUALITY}\s+hơn)",
    re.IGNORECASE,
)
_FIGURE_OF_SPEECH = re.compile(
    rf"(?P<which>\b{_ONE})\s+(?P<how>\w+(?:\s+\w+)?)\s+hơn(?P<each>,\s+(?:mỗi|từng)\s[^,]+)?$", re.IGNORECASE
)
_DEAR = re.compile(r"(?:đắt|rẻ|mắc|chát|nặng|nhẹ)$", re.IGNORECASE)
"""What a price or a fine is called that is high or low: "giá … đắt bao nhiêu" asks for the price."""
_VERBS = re.compile(r"(?:được|bị|có|đạt|vượt|thu|chi|làm|tăng|giảm|tốn|mất|đội|xuất|nhập|lãi|lỗ)\b", re.I)
_EITHER = re.compile(
    rf"^(?P<one>.+?)\s+(?P<join>hay|hoặc|so với)\s+(?:là\s+)?(?P<two>.+?)\s+(?P<how>{_QUALITY}\s+hơn)"
    r"(?P<rest>,.+)?$",
    re.IGNORECASE,
)
_EACH_PLACE = re.compile(
    rf"^(?:mỗi|từng)\s+(?P<kind>{PLACE})\s+(?P<pair>{NAME.pattern}\s+và\s+{NAME.pattern})\s+(?=\S)",
)
_WHICH_TIME = re.compile(rf",\s+(?P<who>{NAME.pattern})\s+(?P<which>(?:năm|tháng|quý|đợt|vụ|kỳ) nào)\s+")
_RATE = r"(?:ngày|tháng|năm|tuần|giờ|quý|lần|lượt|người|hộ|mét|kg|ki|cân|tấn|tạ|lít|ha|héc|sào|mẫu|suất|ca)"
"""What "mỗi" counts by: "mỗi ngày", "mỗi mét vuông" belong to the figure and are not each of two things."""
_EACH_AGAIN = re.compile(
    rf"(?P<which>\bnào\s[^,]*\bhơn,\s+(?:[^,]+\s(?:hay|hoặc|và|với)\s[^,]+,\s+)?)(?:mỗi|từng)\s+(?!{_RATE}\b)\w+\s+"
    r"(?=(?:\w+\s+){0,2}?(?:bao nhiêu|mấy)\b)",
    re.IGNORECASE,
)
_BOTH_WAYS = re.compile(
    r"(?P<pair>\sso với\s.+?)\s+\w+\s+hơn\s+hay\s+(?:là\s+)?\w+(?:\s+hơn)?$", re.IGNORECASE
)
_AND_THE_OTHER = re.compile(
    r"^(?P<one>[^,]+),\s+so với\s+(?P<two>[^,]+?)\s+(?:thì\s+)?(?:sao|thế nào|ra sao|như thế nào)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^So sánh\s+(?:giữa\s+)?(?P<pair>.+?\s(?:và|với)\s.+?)\s+về\s+(?:mặt\s+)?(?P<measure>.+)$"
)
_EACH_ROUND = re.compile(
    r"(?P<before>\b(?P<unit>quý|năm|tháng|ngày|khóa|khoá|nhiệm kỳ|giai đoạn|vòng)\s+[\dIVX].*)"
    r"\bmỗi\s+(?P=unit)\s+(?=bao|mấy|có|là|được)",
    re.IGNORECASE,
)
_AIM = r"(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|chỉ số)"
_PAST = r"(?:cùng kỳ|năm trước|năm ngoái|quý trước|tháng trước|kỳ trước)"
_TARGET = rf"(?P<target>(?:{_AIM}|{_PAST})[^,]*)"
_AGAINST = re.compile(
    rf"^so với\s+{_TARGET},\s+(?P<body>.+?),\s+{_WHICH}\s+(?P<how>[^,]*\bhơn)(?:,.*)?$", re.IGNORECASE
)
_MEASURED = re.compile(
    rf"^(?P<measure>[^,]+?)\s+so với\s+{_TARGET},\s+(?P<pair>[^,]+?\s(?:hay|hoặc|và|với)\s[^,]+?),?\s+"
    rf"(?:{_WHICH}\s+)?(?P<how>(?:đạt|vượt|tăng|giảm|được|hụt)\s[^,]*\bhơn)(?:,.*)?$",
    re.IGNORECASE,
)


def reworded(text: str) -> str:
    """The question without what its writer opens with, each turn of phrase in its plainest form."""
    text = _opened(_ASKING.sub("", text))
    text = _EACH_AGAIN.sub(r"\g<which>mỗi bên ", text)
    text = _BOTH_WAYS.sub(r"\g<pair> thế nào", text)
    text = _HOW_MUCH.sub(r"\1 bao nhiêu", text)
    text = _AT_MOST.sub(r"\1 tiền", text)
    text = _AND_HOW_MUCH.sub(r"\g<which>, mỗi bên \g<asked>", text)
    text = _SPENT.sub(r"\1 nhiều \2 hơn", text)
    text = _MEASURE_FIRST.sub(r", \g<which> \g<measure>\g<how>", text)
    text = _WHICH_TIME.sub(r", \g<which> \g<who> ", text)
    text = _of_two_places(text)
    text = _EACH_ROUND.sub(r"\g<before>mỗi bên ", text)
    return _against(text) or _either(_literal(_told(text)))


def _opened(text: str) -> str:
    """ "So X của A với B, nơi nào …" without "so"; where nothing else asks, "So sánh X …"."""
    opening = _OPENING.match(text)
    if opening is None or not opening.group():
        return text
    rest = text[opening.end() :]
    if not ASKS.search(rest) and not re.search(r"\bhơn\b", rest):
        return f"So sánh {rest}"
    return rest[:1].upper() + rest[1:]


def _told(text: str) -> str:
    """A measure of two things that no word asks for, asked: "M của A, so với B thì sao"."""
    if (match := _AND_THE_OTHER.match(text)) and MEASURE.match(text):
        asked = "" if ASKS.search(match["one"]) else " là bao nhiêu"
        return f"{match['one']}{asked}, còn {match['two']} thì sao"
    if (match := _ABOUT.match(text)) and MEASURE.match(match["measure"]):
        return f"{match['measure']} của {match['pair']} là bao nhiêu"
    return text


def _of_two_places(text: str) -> str:
    """ "Mỗi tỉnh A và B có …" is "hai tỉnh A và B mỗi nơi có …"."""
    match = _EACH_PLACE.match(text[:1].lower() + text[1:])
    return f"Hai {match['kind']} {match['pair']} mỗi nơi {text[match.end() :]}" if match else text


def _literal(text: str) -> str:
    """A measure is higher, whatever people call it: "tiền phạt …, bên nào nặng hơn"."""
    match = _FIGURE_OF_SPEECH.search(text)
    if match is None or not MEASURE.match(text):
        return text
    figurative = _DEAR.fullmatch(match["how"]) or not re.search(rf"\b{_QUALITY}$", match["how"])
    if not figurative or _VERBS.match(match["how"]):
        return text
    return f"{text[: match.start()]}{match['which']} cao hơn{match['each'] or ''}"


def _either(text: str) -> str:
    """ "M của A hay của B cao hơn" with the question that it leaves out: "…, bên nào cao hơn"."""
    match = _EITHER.match(text)
    if match is None or ASKS.search(match["one"]) or ASKS.search(match["two"]):
        return text
    one, two = match["one"], match["two"]
    named = NAME.search(one, 1) and NAME.search(two)
    timed = PERIOD.match(two) and PERIOD.search(one)
    if "," in one + two or not (timed or (named and (MEASURE.match(one) or said(two.split()[0], one)))):
        return text
    # "… hay B xả thải nhiều hơn": what both do stands behind the second
    names = [] if MEASURE.match(one) or timed else list(NAME.finditer(two))
    end = names[-1].end() if names else len(two)
    which = " ".join(["bên nào", *two[end:].split(), match["how"]])
    return f"{one} {match['join']} {two[:end]}, {which}{match['rest'] or ''}"


def _against(text: str) -> str | None:
    """What share of a plan two things reached, or how they grew: "so với dự toán, … vượt nhiều hơn"."""
    if match := _AGAINST.match(text):
        pair = match["body"]
    elif match := _MEASURED.match(text):
        pair = f"{match['measure']} của {match['pair']}"
    else:
        return None
    if re.match(_PAST, match["target"], re.IGNORECASE):
        moved = "giảm" if re.search(r"\bgiảm\b", match["how"]) else "tăng"
        asked = f"{moved} bao nhiêu phần trăm so với {match['target']}"
    else:
        asked = f"đạt bao nhiêu phần trăm {match['target']}"
    return f"{pair[:1].upper()}{pair[1:]}, mỗi nơi {asked}"
