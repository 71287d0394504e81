"""What kind of answer a question asks for: a person, a date, a figure with a unit, a reason…"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from rag import ordinals
from rag.asked_nouns import ORGANISATIONS, PEOPLE, PLACES, called
from rag.intents import Intent, intent_of
from rag.slots import GRAMMAR
from rag.units import family, noun_at, unit_at

Want = Literal[
    "person", "place", "organisation", "date", "time", "year", "duration", "money", "percent", "distance",
    "area", "quantity", "age", "count", "number", "rank", "code", "ordinal", "reason", "manner",
    "yesno", "thing",
]  # fmt: skip

_MEASURES: tuple[tuple[Want, str], ...] = (
    ("percent", r"tỷ lệ|tỉ lệ|tốc độ tăng|lãi suất|tăng trưởng|xác suất|tỷ trọng|tỉ trọng"),
    (
        "money",
        r"giá|tiền|kinh phí|vốn|chi phí|lương|học phí|thu nhập|doanh thu|kim ngạch|phạt|ngân sách|đầu tư|"
        r"lợi nhuận|viện phí|trị giá|hết|tốn|nộp|bồi thường|hỗ trợ|vay|nợ|thuế|phí|thưởng|trợ cấp|"
        r"buôn bán|giải ngân",
    ),
    ("area", r"diện tích|rộng"),
    ("distance", r"dài|cao|cách|khoảng cách|sâu|xa"),
    ("quantity", r"nặng|sản lượng|lưu lượng|công suất|trọng lượng|dung tích"),
    ("age", r"tuổi"),
    ("count", r"dân số|số lượng|bao nhiêu người"),
)
_MOVES = re.compile(r"(?<!\w)(?:tăng|giảm|bớt|hụt|rớt)(?: thêm| khoảng| chừng| cỡ| mất| được)? $")
MASS: dict[str, Want] = {
    "đất": "area", "ruộng": "area", "rừng": "area", "diện tích": "area", "vốn": "money", "thuế": "money",
    "lãi": "money", "nợ": "money", "phần": "percent", "bữa": "duration", "mạng": "count",
}  # fmt: skip
"""What is measured and not counted: "bao nhiêu đất" is answered in hectares; "mấy mạng" in people."""
_HOW_MANY = re.compile(r"(?<!\w)(?:bao nhiêu|mấy|bao nhiu)(?!\w)")
_NOUN_BEFORE = re.compile(r"((?:[^\W\d_]+\s+){1,3})$")
_RULES: tuple[tuple[Want, str], ...] = (
    ("rank", r"(?:thứ|hạng|vị trí thứ|xếp) (?:mấy|bao nhiêu)"),
    ("code", r"số (?:mấy|bao nhiêu)(?! (?:người|tiền|tỷ|triệu))|số hiệu (?:gì|nào)"),
    ("date", r"(?:ngày|hôm|mùng) (?:nào|mấy|bao nhiêu)|thứ mấy|tháng (?:nào|mấy)"),
    ("year", r"năm (?:nào|bao nhiêu|mấy)"),
    ("date", r"khi nào|bao giờ|lúc nào|(?:thời điểm|thời gian|thời hạn|buổi|dịp|giai đoạn) nào"),
    ("duration", r"bao lâu|(?:thời gian|thời hạn) (?:là )?bao nhiêu"),
    ("distance", r"bao xa"),
    ("reason", r"nhờ đâu|dựa vào đâu|vì sao|tại sao|do đâu|vì đâu|(?:lý|lí) do (?:gì|nào|vì sao)|nguyên nhân|"
               r"vì (?:lý do )?gì|để làm gì|nhằm (?:mục đích )?gì|^sao(?! cho)|do (?:đâu|gì)"),
    ("person", r"(?<!có )(?:những |của |bởi |cho |do |với )?ai(?!\w)"),
    ("place", r"ở đâu|tại đâu|về đâu|đến đâu|từ đâu|đi đâu|chỗ nào|nơi nào|"
               r"đâu(?!\s(?:có|phải|ra))(?= |\W*$)"),
    ("manner", r"thế nào|ra sao|làm sao|bằng cách nào|kiểu gì|nói gì|"
               r"(?:trả lời|nói|xử lý|giải thích) sao|sao(?=\W*$)"),
    ("yesno", r"(?:có|đã|còn) .+ (?:không|chưa)(?=\W*(?:vậy|ạ|nhỉ)?\W*$)|(?:phải|đúng|hay) không|"
              r"thật hay \w+|có phải|được không|không(?: ạ| vậy)?(?=\?$)"),
)  # fmt: skip
_BODIES = r"chủ đầu tư|nhà thầu|nhà đầu tư|đơn vị \w+|nhà tài trợ|nhà sản xuất|nhà cung cấp"
_BODY = re.compile(
    rf"(?<!\w)(?:(?P<ai>ai)\s(?:là|làm)\s(?P<n>{_BODIES})|(?P<m>{_BODIES})(?:\s\w+){{0,8}}?\s(?:là|"
    rf"do)\sai)(?!\w)"
)
_COMPILED = tuple((want, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for want, pattern in _RULES)
_WHICH = re.compile(
    r"(?<!\w)(?P<n>(?:[^\W\d_]+\s+){1,4})(?:nào|gì|chi(?=\W*$|\s(?:vậy|thế|mà|cho|trước)(?!\w)))(?!\w)"
)
_MANY = re.compile(
    r"(?<!\w)(?:những|các|hai|ba|bốn|năm|sáu|mấy|[2-9])\s(?:\w+\s){1,2}(?:nào|gì)|(?<!\w)những ai"
)
_DURATION_BEFORE = re.compile(
    r"(?:tối đa|ít nhất|tối thiểu|trong|kéo dài|hết|mất|được|quá|sau|nhiều nhất|mỗi (?:tuần|ngày|"
    r"tháng)|đi làm|làm)\W"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """``unit`` is canonical ("km", "đồng") or '' for any of its kind; ``noun`` what is counted or chosen."""

    kind: Want
    question: str
    start: int
    unit: str = ""
    noun: str = ""
    intent: Intent = ""
    many: bool = False
    """Whether several are asked for ("hai tỉnh nào", "những ai"): a list in the text is one answer."""

    @property
    def is_figure(self) -> bool:
        return self.kind in FIGURES

    @property
    def has_one_form(self) -> bool:
        """A year, a numbered thing or a measure in a unit; not a time, for "mấy ngày nay" counts nothing."""
        return self.kind in {"year", "ordinal"} or (bool(self.unit) and self.kind != "duration")


FIGURES = frozenset(
    {"duration", "money", "percent", "distance", "area", "quantity", "age", "count", "number", "rank", "code"}
)


def wanted(question: str) -> Wanted:
    """The first thing an NFC question asks for."""
    return all_wanted(question)[0]


def all_wanted(question: str) -> tuple[Wanted, ...]:
    """Everything a question asks for in order ("lúc mấy giờ, ngày nào" asks twice); never empty."""
    text = question.lower()
    found: list[Wanted] = []
    for match in _HOW_MANY.finditer(text):
        made = _how_many(question, text, match)
        if made:
            found.append(made)
    if numbered := ordinals.asked(text):
        found.append(Wanted("ordinal", question, numbered[1], noun=numbered[0]))
    if body := _BODY.search(text):
        found.append(Wanted("organisation", question, body.start(), noun=body["n"] or body["m"]))
    if (named := called(text)) is not None:
        found.append(Wanted("person", question, named))
    for want, rule in _COMPILED:
        found += [Wanted(want, question, match.start()) for match in rule.finditer(text)]
    for match in _WHICH.finditer(text):
        made = _which(question, match)
        if made and not (made.kind == "thing" and named is not None):  # "… tên gì" asks for no thing
            found.append(made)
    found.sort(key=lambda one: (one.start, one.kind != "ordinal"))
    found = [one for one in found if not _plural(one, text, found)]
    kept: list[Wanted] = []
    for one in found:
        near = any(_one_ask(one, other) for other in kept)
        if not near and not (one.kind == "yesno" and len(found) > 1):
            kept.append(one)
    intent = intent_of(text)
    made_up = kept or [Wanted("thing", question, 0)]
    many = [_MANY.search(text[max(0, w.start - 14) : w.start + 14]) is not None for w in made_up]
    return tuple(replace(w, intent=intent, many=some) for w, some in zip(made_up, many, strict=True))


def _one_ask(one: Wanted, other: Wanted) -> bool:
    """Whether two rules saw the same question words; "xã nào, huyện nào" are two."""
    if one.kind == other.kind == "reason":
        return True
    return abs(one.start - other.start) < 9 and not (one.noun and other.noun and one.noun != other.noun)


def _plural(one: Wanted, text: str, found: list[Wanted]) -> bool:
    """ "mấy chiếc xe ấy về đâu": "mấy" is "the", for the clause asks something else after it."""
    if not text.startswith("mấy", one.start) or one.kind not in {"count", "number"}:
        return False
    return any(
        other.start > one.start and not re.search(r",|\svà\s", text[one.start : other.start])
        for other in found
    )


def _how_many(question: str, text: str, match: re.Match[str]) -> Wanted | None:
    """ "bao nhiêu ha", "mấy giờ", "giá bao nhiêu": the unit after it, else the measure before it."""
    head, at = text[: match.start()], match.end()
    if re.search(r"(?<!\w)(?:thứ|hạng|số|ngày|năm|tháng|mùng|hôm|xếp|khóa|khoá)\s$", head):
        return None  # "thứ mấy", "số mấy", "ngày mấy" have their own rules
    money = re.match(
        r"\s(?:tiền|(?:nghìn |ngàn |trăm |chục )?(?:tỷ|tỉ|triệu|nghìn|ngàn)(?: đồng| usd| đô)?)(?!\w)",
        text[at:],
    )
    if money:
        unit = "USD" if re.search(r"usd|đô", money[0]) else "đồng" if "đồng" in money[0] else ""
        return Wanted("money", question, match.start(), unit=unit)
    unit_found = unit_at(question, at)
    if unit_found:
        unit = unit_found[0]
        if (
            unit == "giờ"
            and match[0] == "mấy"
            and not _DURATION_BEFORE.search(head[-28:])
            and "tiếng" not in text[at : at + 7]
        ):
            return Wanted("time", question, match.start())
        return Wanted(_family(unit), question, match.start(), unit=unit)
    noun = noun_at(question, at)
    if noun and (mass := MASS.get(noun[0])):
        return Wanted(mass, question, match.start())
    if re.match(r"\s(?:cái|chiếc)(?!\w)(?!\s[^\W\d_]+\s)", text[at:]):
        return Wanted("count", question, match.start())
    if noun and noun[0].split()[0] not in GRAMMAR | {"vậy", "rồi", "thế"}:
        return Wanted("count", question, match.start(), noun=noun[0])
    return Wanted(_measured(head), question, match.start())


def _family(unit: str) -> Want:
    kind = family(unit)
    kinds: dict[str, Want] = {
        "money": "money",
        "percent": "percent",
        "area": "area",
        "distance": "distance",
        "duration": "duration",
        "quantity": "quantity",
        "age": "age",
    }
    return kinds.get(kind, "count")


def _measured(head: str) -> Want:
    """The kind that the words before a bare "bao nhiêu" measure; the nearest word wins."""
    if _MOVES.search(head):
        return "number"  # "giá giảm bao nhiêu": in money or per cent
    best: tuple[int, Want] = (-1, "number")
    for kind, pattern in _MEASURES:
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", head):
            best = max(best, (match.start(), kind))
    return best[1]


def _which(question: str, match: re.Match[str]) -> Wanted | None:
    """ "quận nào", "sở nào", "nhiệm vụ nào": the noun says what is chosen."""
    words = match["n"].split()
    for size in (3, 2, 1):
        noun = "_".join(words[-size:])
        spot = match.start() + len(match["n"]) - len(" ".join(words[-size:])) - 1
        for kind, nouns in (("person", PEOPLE), ("organisation", ORGANISATIONS), ("place", PLACES)):
            if len(words) >= size and noun in nouns:
                return Wanted(kind, question, spot, noun=noun.replace("_", " "))  # type: ignore[arg-type]
    if words[-1] in {
        "ngày",
        "hôm",
        "năm",
        "tháng",
        "lúc",
        "khi",
        "thế",
        "cách",
        "kiểu",
        "nói",
        "làm",
        "số",
        "điểm",
        "gian",
        "kỷ",
    }:
        return None
    noun = " ".join(word for word in words[-2:] if word not in GRAMMAR)
    spot = match.start() + len(match["n"]) - len(" ".join(words[-2:])) - 1
    return Wanted("thing", question, spot, noun=noun)
