"""The parts of a question that a follow-up replaces or takes over: entities, periods, its bare statement."""

import re
from dataclasses import dataclass

from rag.moments import Moment, moments
from rag.names import FIELD_WORDS, full_name, names
from rag.numerals import word_set

CLASSES = (
    "tỉnh|huyện|xã|thành phố|thị xã|thị trấn|quận|phường|đặc khu|thôn|ấp|bản|làng|đảo|quần "
    "đảo|sông|hồ|cầu|núi|vịnh|đường|"
    "tuyến|quốc lộ|cao tốc|sân bay|cảng|bang|nước|bệnh viện|trường|đại học|học viện|công ty|tập "
    "đoàn|ngân hàng|"
    "dự án|khu công nghiệp|khu đô thị|khu dân cư|khu|nhà máy|trạm|tàu cá|tàu|bão|cơn bão|chuyến "
    "bay|hội|sở|cục|bộ|"
    "hội nghị|lễ hội|lễ|vụ|vụ án|chợ|kênh|rạch|đội|câu lạc bộ|hợp tác xã|trung tâm|hãng|đề án|nghị quyết|"
    "nghị định|quyết định|cuộc thi|giải|đoàn|báo|doanh nghiệp|UBND|HĐND|ông|bà|anh|chị|đồng chí|đại "
    "biểu|bác sĩ|"
    "đền|chùa|chiến dịch|chương trình|kỳ họp|đại hội|khách sạn|nhà hàng|liên đoàn|viện|ban|phòng|chi "
    "cục|tổng cục|nhà hát|bảo tàng|thư viện|công viên|sân vận động|siêu thị|tiệm vàng|tiệm|cửa hàng|"
    "bến xe|nhà ga|hầm|đập|kè|khu du lịch|vườn quốc gia|làng nghề|nhà thờ|giáo xứ|tuyến tàu điện|kho bạc"
)
"""Nouns that stand before a name and say of what kind it is."""
ADMINISTRATIVE = word_set("tỉnh huyện xã quận phường thôn ấp bản làng") | {
    "thành phố",
    "thị xã",
    "thị trấn",
    "đặc khu",
}
_NATURAL = word_set("sông hồ cầu núi vịnh đường bến kênh rạch chợ đền chùa")
"""What stands in a place and is not named by it: "bến sông phường Vân Hà" is no river Vân Hà."""
PERSON_CLASSES = word_set("ông bà anh chị") | {"đồng chí", "đại biểu", "bác sĩ"}
_AMBIGUOUS = "sở|cục|bộ|ban|phòng|viện|hội|báo|giải|đoàn"
"""Classes only where written large: "trụ sở", "cán bộ", "thời báo" hold the same syllables."""
_SMALL = "|".join(word for word in CLASSES.split("|") if word not in _AMBIGUOUS.split("|"))
_LARGE = "|".join(word.capitalize() for word in _AMBIGUOUS.split("|"))
_CLASS = rf"(?<!\w)(?<!nhiệm )(?<!phục )(?<!dịch )(?<!nghĩa )(?P<c>(?i:{_SMALL})|{_LARGE})"
_PREPOSITION = (
    r"(?!(?:ở|tại|của|và|với|cho|từ|đến|tới|là|có|do|bị|được|về|trong|theo|khi|cùng|vào|trên|bởi|để|"
    r"này|đó|ấy|kia|nọ)\s)"
)
_CLASS_BEFORE = re.compile(rf"{_CLASS}\s+(?:(?:{_PREPOSITION}[^\W\d_A-Z]+\s){{0,3}})$")
_CLASS_NEXT = re.compile(rf"{_CLASS}\s+$")
_CLASS_HEAD = re.compile(rf"(?P<c>{CLASSES})\s+(?=\S)", re.IGNORECASE)
_CODE = re.compile(
    r"(?:\s(?!(?:19|20)\d\d(?!\d))\d[\d.-]*)(?:\s[A-Z]{1,3}(?!\w))?(?!\w)(?!\s?(?:%|hải lý|km|m|mét|người|"
    r"ha|tấn|tỷ|triệu|đồng|giờ|phút|ngày|năm|căn|hộ|con|chiếc|lượt|lần|độ)(?!\w))"
)
_NOT_FIELD = word_set("và không đường bộ nước xã huyện tỉnh hàng đầu quan")
_QUESTION_WORDS = re.compile(
    r"(?<!\w)(?:là (?:bao nhiêu|ai|gì|mấy|khi nào)|(?:được |hết |khoảng |cỡ |đạt |lên |tới |"
    r"đến )*bao nhiêu(?: tiền| phần trăm"
    r"| người)?|bao lâu|bao xa|bao giờ|khi nào|lúc nào|(?:vào )?(?:lúc )?mấy giờ|(?:vào )?(?:ngày|năm|"
    r"tháng|hôm) nào|"
    r"mấy|vì sao|tại sao|do đâu|ở đâu|đâu|thế nào|như thế nào|ra sao|làm sao|những ai|ai|những gì|cái gì|gì|"
    r"những \w+ nào|nào|thứ mấy|có phải|phải không|đúng không|hay không|không vậy|chưa vậy)(?!\w)",
    re.IGNORECASE,
)
_POLITE_HEAD = re.compile(
    r"^(?:(?:dạ|ạ|à|ừ|ok|bạn ơi|ad ơi|cho (?:mình|em|tôi|tui|hỏi)?\s?hỏi(?: là| thêm| chút)?|"
    r"cho (?:mình|em|tôi) biết|"
    r"xin hỏi|hỏi chút|mình muốn (?:hỏi|biết)|tôi muốn (?:hỏi|biết)|mình đang tìm hiểu|nghe nói|xin cho biết|"
    r"bạn cho biết|làm ơn cho biết)(?!\w)[\s,:]*)+",
    re.IGNORECASE,
)
_POLITE_TAIL = re.compile(
    r"(?:\s+(?:vậy|thế|ạ|nhỉ|hả|à|ta|vậy ạ|thế ạ|rồi|nha|nhé|vậy nhỉ|bạn|đây|cơ|ha))*[\s?!.]*$", re.IGNORECASE
)
_DATE_LEAD = re.compile(
    r"(?:(?:\d+ tháng (?:đầu|cuối) |cả )?năm|(?:trong |vào |sang |hồi |của )?(?:năm|ngày|sáng|chiều|"
    r"tối|hôm))\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing with its class words: ``text`` "dự án cầu Bến Hạ", ``classes`` ("cầu", "dự án")."""

    start: int
    end: int
    text: str
    classes: tuple[str, ...]
    name: str
    person: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A date or year with the word before it: "năm 2030", "ngày 6-12"."""

    start: int
    end: int
    text: str
    moment: Moment


def plain(question: str) -> str:
    """The question without courtesies and its final mark."""
    return _POLITE_TAIL.sub("", _POLITE_HEAD.sub("", question.strip())).strip()


def statement(question: str) -> str:
    """The question without its question words: what it is about, for "Về …: …"."""
    text = re.sub(r"\s(?:có|với)(?:\s[^\W\d_]+){1,3}?\s(?:là )?bao nhiêu(?: tiền)?$", " ", plain(question))
    text = _QUESTION_WORDS.sub(" ", text)
    text = re.sub(
        r"\s+(?:là|có|được|hết|cỡ|khoảng|do|bởi|vì|đạt|của|với|và|bị|ở|tại|vào|nếu|thì|mới)$", "", _tidy(text)
    )
    return _tidy(text)


def _tidy(text: str) -> str:
    return re.sub(r"\s+([,;])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:?.")


def entities(text: str) -> list[Entity]:
    """Named things in order, each from its outermost class word on, with its number: "tàu AB 12 TS"."""
    found: list[Entity] = []
    for name in names(text):
        if not name.sure and not _CLASS_NEXT.search(text[: name.start]):
            continue
        floor = found[-1].end if found else 0
        start, end = full_name(text, name)
        if start < floor:
            continue
        lead = _CLASS_NEXT.search(text[:start], floor)
        own = None if lead or name.kind == "person" else _CLASS_HEAD.match(text[start:end])
        classes = [own["c"].lower()] if own else []
        inner = start + (own.end() if own else 0)
        if lead is None and name.kind != "person" and not own:
            lead = _CLASS_BEFORE.search(text[:start], floor)
        while lead and not (classes and classes[-1] in ADMINISTRATIVE and lead["c"].lower() in _NATURAL):
            classes.append(lead["c"].lower())
            inner = min(inner, lead.end("c") + 1) if len(classes) == 1 else inner
            start = lead.start("c")
            lead = _CLASS_NEXT.search(text[:start], floor)
        number = _CODE.match(text, end)
        end = number.end() if number else end
        person = name.kind == "person" or bool(PERSON_CLASSES & set(classes))
        if not person and not name.sure:
            end += len(_field(text[end:]))
        found.append(Entity(start, end, text[start:end], tuple(classes), text[inner:end], person))
    return _joined(text, found)


def _field(rest: str) -> str:
    """The small words that belong to a half-capital name: " khoa" of "Bệnh viện Đa khoa"."""
    field = ""
    for word in re.findall(r"\s[^\W\d_]+", rest):
        if word.strip() not in FIELD_WORDS - _NOT_FIELD:
            break
        field += word
    return field


def _joined(text: str, found: list[Entity]) -> list[Entity]:
    """ "Bệnh viện Đa khoa huyện Vân Hà" is one thing: an institution takes in the place right behind it."""
    kept: list[Entity] = []
    for entity in found:
        last = kept[-1] if kept else None
        beside = last is not None and text[last.end : entity.start] == " " and not last.person
        place = entity.classes and entity.classes[-1] in ADMINISTRATIVE
        if last and beside and place and last.classes and not set(last.classes) & ADMINISTRATIVE:
            name = text[last.end - len(last.name) : entity.end]
            kept[-1] = Entity(
                last.start, entity.end, text[last.start : entity.end], last.classes, name, False
            )
        else:
            kept.append(entity)
    return kept


def periods(text: str) -> list[Period]:
    """Dates and years with their leading word; clock times are left out."""
    found: list[Period] = []
    for moment in moments(text):
        if moment.is_time:
            continue
        lead = _DATE_LEAD.search(text[: moment.start])
        start = lead.start() if lead else moment.start
        found.append(Period(start, moment.end, text[start : moment.end], moment))
    return found


def content(text: str) -> list[str]:
    """Lower-case syllables that carry meaning: no question words, no grammar, no courtesies."""
    rest = _QUESTION_WORDS.sub(" ", plain(text)).lower()
    return [word for word in re.findall(r"[^\W_]+", rest) if word not in GRAMMAR]


GRAMMAR = word_set(
    "là thì có của và ở tại trong cho với được bị do bởi để mà nên còn thế vậy rồi sao nữa này đó ấy "
    "kia nọ họ nó "
    "các những cái một đã đang sẽ vừa mới cũng lại ra vào lên xuống về đến tới từ theo khi lúc hồi "
    "bên phía riêng "
    "hay hoặc như cả tất không chưa chỉ đều hơn nhất bao nhiêu mấy ai gì nào đâu trên dưới sau trước ngoài"
)


def lowered(text: str) -> str:
    """Lower the first letter unless it begins a name."""
    first = entities(text)
    if first and first[0].start == 0 and not first[0].classes:
        return text
    head = text.split(" ", 1)[0]
    return text if head.isupper() and len(head) > 1 else text[:1].lower() + text[1:]
