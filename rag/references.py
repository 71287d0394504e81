"""Words that point back ("ông ấy", "dự án này", "sang năm", "huyện kia") filled in from the history."""

import re
from collections.abc import Sequence

from rag.slots import ADMINISTRATIVE, CLASSES, PERSON_CLASSES, Entity, entities, periods

THAT = re.compile(
    rf"(?<!\w)(?P<n>{CLASSES}|nơi|chỗ|việc|con số|số|ý tưởng|mô hình|khoản|phương án|sự việc|sự cố|"
    r"tai nạn|địa phương|"
    r"đơn vị|cơ quan|tổ chức|chủ trương|kế hoạch|công trình|loại|món|bài|cuốn|người|cô|cậu|cụ|em|cháu)\s+"
    r"(?:này|đó|ấy|kia|nọ|trên|vừa nêu|vừa nói)(?!\w)",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?<!\w)(?P<t>ông|bà|anh|chị|cô|người|đồng chí|vị|nữ đại biểu|đại biểu)\s+(?:ấy|ta|này|đó|kia)(?!\w)|"
    r"(?<!\w)(?P<b>ông|bà|anh|chị)(?=\s+[^\W\d_])(?!\s+(?:bà|con|cụ|nội|ngoại|ta|em|chị|hai|họ)\b)"
    r"(?:\s+(?P<s>[^\W\d_]+)(?=\s+[^\W\d_]|$))?",
    re.IGNORECASE,
)
THEY = re.compile(
    r"(?<!\w)(?:họ|nó|bên đó|bên ấy|bên này|phía đó|nơi đó|nơi này|ở đó|ở đây|chỗ đó|chỗ này)(?!\w)", re.I
)
_LOCALITY = "địa phương"
_GENERIC = frozenset(
    {"công trình", "đơn vị", "cơ quan", "tổ chức", "hãng", "công ty", "tập đoàn", "doanh nghiệp", _LOCALITY}
)
"""Nouns that stand for any thing of a sort: a locality is a place, the others are a work or a body."""
BARE_CLASS = re.compile(
    r"(?<!\w)(?P<n>tỉnh|huyện|xã|thành phố|thị xã|quận|phường|dự án|công ty|bệnh viện|trường|tập đoàn|"
    r"ngân hàng|hội nghị)"
    r"(?=\s*(?:$|[?,.]|(?:là|có|đã|sẽ|được|bị|đạt|phấn đấu|đặt|năm|trong|do|thì|hiện|đang|bao nhiêu|"
    r"mấy)(?!\w)))",
    re.IGNORECASE,
)
NEXT_YEAR = re.compile(
    r"(?<!\w)(?P<s>sang |vào |của )?(?:năm (?:sau|tới|kế tiếp|tiếp theo)|sang năm(?: sau|"
    r" tới)?)(?!\w)(?! đó)",
    re.I,
)
LAST_YEAR = re.compile(
    r"(?<!\w)(?<!so với )(?:năm (?:trước đó|trước|ngoái|liền trước|liền kề trước))(?!\w)", re.IGNORECASE
)
"""Not after "so với": what is compared keeps the year it is compared with."""


def times(text: str, said: Sequence[str], earlier: Sequence[str]) -> str:
    """Relative years and "cùng ngày" as dates of the history; untouched where it has none."""
    known = [p for part in [*said, *earlier] for p in periods(part)]
    years = [p.moment.year for p in known if p.moment.year]
    if years and years[0]:
        year = years[0]
        text = NEXT_YEAR.sub(
            lambda m: f"{'sang ' if (m['s'] or m[0]).startswith('sang') else ''}năm {year + 1}", text
        )
        text = LAST_YEAR.sub(f"năm {year - 1}", text)
        text = re.sub(
            r"(?<!\w)(?:cùng năm|năm (?:đó|ấy|này))(?!\w)", f"năm {year}", text, flags=re.IGNORECASE
        )
    days = [p for p in known if p.moment.day]
    if days:
        day = days[0].moment.text
        text = re.sub(
            r"(?<!\w)(?:cùng ngày|(?:ngày|hôm) (?:đó|ấy|này))(?!\w)", f"ngày {day}", text, flags=re.IGNORECASE
        )
    return text


def other_one(slot: str, previous: str, texts: Sequence[str]) -> str:
    """ "huyện kia": the other entity of that class that was named before."""
    match = re.search(rf"(?<!\w)(?P<n>{CLASSES})\s+(?:kia|còn lại)(?!\w)", slot, re.IGNORECASE)
    if match is None:
        return slot
    last = {entity.name.lower() for entity in entities(previous)[:1]}
    for text in [*texts, previous]:
        for entity in entities(text):
            if match["n"].lower() in entity.classes and entity.name.lower() not in last:
                return slot[: match.start()] + entity.text + slot[match.end() :]
    return slot


def unnamed(text: str) -> str:
    """The text without its full names, whose titles and class words point at nothing said before."""
    for entity in reversed(entities(text)):
        if not entity.person or " " in entity.name:
            text = text[: entity.start] + "…" + text[entity.end :]
    return text


def pronouns(text: str, said: Sequence[str], earlier: Sequence[str]) -> tuple[str, bool]:
    """Fill pronouns from the history, the last answer first; True when one stays unresolved."""
    pool = [entity for part in [*reversed(said), *earlier] for entity in entities(part)]
    asked = entities(said[0])
    vague = False

    def person(match: re.Match[str]) -> str:
        nonlocal vague
        word = (match["t"] or match["b"]).lower()
        people = sorted((e for e in pool if e.person), key=lambda e: word not in e.classes)
        short = match["s"] or ""
        if short[:1].isupper():  # "ông Minh": the full name, unless more of a name follows
            people = [e for e in people if e.name.endswith(f" {short}")]
            if not people or text[match.end() :].lstrip()[:1].isupper():
                return match[0]
        elif not people:
            vague = True
            return match[0]
        title = match[0].split()[0] if word in PERSON_CLASSES else (people[0].classes or ("",))[0]
        rest = f" {short}" if short and not short[0].isupper() else ""
        return f"{title} {_full(people[0], pool)}{rest}".strip()

    def thing(match: re.Match[str]) -> str:
        nonlocal vague
        noun = match["n"].lower()
        same = next((e for e in pool if noun in e.classes or e.name.lower().startswith(noun)), None)
        if same is None and noun in _GENERIC:
            place = noun == _LOCALITY
            things = (e for e in [*asked, *pool] if not e.person)
            same = next((e for e in things if bool(set(e.classes) & ADMINISTRATIVE) == place), None)
        vague = vague or same is None
        return same.text if same else match[0]

    def they(match: re.Match[str]) -> str:
        nonlocal vague
        people = asked if match[0].lower() in {"họ", "nó"} else []  # "họ" is a couple as often as a district
        things = [e for e in asked if not e.person] or people or [e for e in pool if not e.person]
        if match[0].split()[0].lower() in {"nơi", "chỗ", "ở"}:
            things.sort(key=lambda e: not e.classes)  # a place has a class word more often than a brand
        vague = vague or not things
        place = match[0].lower().startswith("ở ")
        return ("ở " if place else "") + things[0].text if things else match[0]

    made = THEY.sub(they, THAT.sub(thing, PERSON.sub(person, text)))

    def bare(match: re.Match[str]) -> str:
        same = next((e for e in pool if match["n"].lower() in e.classes), None)
        return same.text if same else match[0]

    return (BARE_CLASS.sub(bare, made), vague)


def _full(person: Entity, pool: Sequence[Entity]) -> str:
    """The longest name of the talk that ends in this one: "Lê Văn Minh" for "Minh"."""
    longer = [e.name for e in pool if e.person and e.name.endswith(f" {person.name}")]
    return max([person.name, *longer], key=len)
