"""A contrast ("Còn năm 2031?", "Thế bên Bến Hạ?"): the last question with one slot replaced."""

import re

from rag.slots import ADMINISTRATIVE, Entity, Period, content, entities, lowered, periods
from rag.units import PEOPLE

OPPOSITES = (
    ("thu", "chi"), ("nam", "nữ"), ("xuất khẩu", "nhập khẩu"), ("tăng", "giảm"), ("đi", "về"), ("mua", "bán"),
    ("bán ra", "mua vào"), ("trúng tuyển", "trượt"), ("thành thị", "nông thôn"), ("cao nhất", "thấp nhất"),
    ("nhiều nhất", "ít nhất"), ("lớn nhất", "nhỏ nhất"), ("bị thương", "chết"), ("khởi công", "hoàn thành"),
    ("trong nước", "nước ngoài"), ("nội thành", "ngoại thành"),
)  # fmt: skip
_REGIONS = ("đô thị", "thành thị", "nông thôn", "miền núi", "vùng cao", "đồng bằng", "ven biển", "hải đảo")
_WHOLE = re.compile(
    r"(?:toàn|cả) (?:tỉnh|huyện|xã|thành phố|thị xã|nước|quốc|vùng|khu vực|ngành|thế giới)|bình quân chung",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"(?P<h>[^\W\d_]+(?:\s[^\W\d_]+)??)\s(?P<n>số \d+|\d+|[IVX]+|[A-D]|một|hai|ba|bốn|tư|năm|sáu|bảy|"
    r"tám|chín|mười|nhất|nhì|đặc biệt|khuyến khích)"
)
_PRIZE = re.compile(
    r"(?<!\w)(?:(?:đội|người|đơn vị)\s)?(?:đoạt |được |giành )?(?:vô địch|quán quân|á quân|huy chương "
    r"(?:vàng|bạc|đồng)|"
    r"giải (?:nhất|nhì|ba|tư|khuyến khích|đặc biệt|vàng|bạc)|hạng (?:nhất|nhì|ba))(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<!\w)(?:cơn )?[^\W\d_]+ số \d+(?!\w)", re.IGNORECASE)
GOODS = (
    r"(?<!\w)(?:xăng|dầu|vàng|gạo|lúa|ngô|cà phê|chè|thép|điện|nước|than|gas|tiêu|thịt|cá|tôm|rau|"
    r"đường)(?!\w)"
)
ROLE = re.compile(
    r"(?<!\w)(?:phó |nguyên |tổng )?(?:chủ tịch(?: nước)?|bí thư|giám đốc|bộ trưởng|thứ trưởng|"
    r"trưởng phòng|hiệu trưởng|"
    r"trưởng ban|cục trưởng|hiệu phó|đội trưởng|huấn luyện viên|chánh án|viện trưởng|tổng thống|"
    r"thủ tướng)(?!\w)",
    re.IGNORECASE,
)
_INTENT = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|kết quả|thực tế|thực hiện)(?!\w)", re.IGNORECASE)
_FILLERS = re.compile(
    r"(?<!\w)(?:bên|ở|tại|của|với|phía|riêng|trong|vào|thì|sang|là|đối với|nói về|về|cả)(?!\w)", re.I
)


def replace(slot: str, previous: str) -> str | None:
    """The previous question with the slot in the place of its counterpart; None where nothing changes."""
    made, left = previous, slot
    if re.search(r"(?<!\w)cả năm(?!\w)", slot):
        made = re.sub(r"(?:\d+ tháng (?:đầu|cuối)|quý \w+) năm", "cả năm", made)
        left = left.replace("cả năm", " ")
    for period in periods(slot)[:1]:
        made = _put_period(period, made)
        left = left.replace(period.text, " ")
    intent = _INTENT.search(left)
    if intent:
        left = left.replace(intent[0], " ", 1)
        made = made if intent[0].lower() in made.lower() else f"{intent[0]} {lowered(made)}"
    left = re.sub(r"\s+", " ", _FILLERS.sub(" ", left)).strip(" ,")
    if set(content(left)) <= set(content(previous)) and (made != previous or not left):
        return made if made != previous else None
    if swapped := _put_whole_place(left, made) or _put_rank(left, made):
        return swapped
    theirs = entities(slot)
    beside = content(left.replace(theirs[0].text, " ").replace(theirs[0].name, " ")) if theirs else []
    if theirs and set(beside) <= set(content(made)):
        return _put_entity(theirs[0], made)
    role = ROLE.search(left)
    if role and ROLE.search(made) and len(content(left)) <= len(role[0].split()) + 4:
        return _put_role(left, role[0], made)
    return _swap(left, made) or _put_whole(left, made) or _align(slot, made) or _put_measure(left, made)


def _put_period(period: Period, text: str) -> str:
    known = periods(text)
    same = [p for p in known if (p.moment.day is None) == (period.moment.day is None)] or known
    if not same:
        return f"{text} {lowered(period.text.strip())}"
    old = same[-1]
    lead = old.text[: len(old.text) - len(old.moment.text)]
    if re.match(r"\d", period.moment.text):
        words = (lead or "năm ") + period.moment.text if period.moment.year else lead + period.moment.text
    else:  # "tháng 8", "quý 3" bring their own lead, and stay in the year that was talked of
        words = lowered(period.text.strip())
        year = old.moment.year if not period.moment.year else None
        words += f" năm {year}" if year else ""
    return text[: old.start] + words + text[old.end :]


def _put_whole_place(slot: str, text: str) -> str | None:
    """ "toàn tỉnh" for the place that was asked of; "nông thôn" for "đô thị"."""
    if _WHOLE.fullmatch(slot):
        places = [e for e in entities(text) if not e.person]
        places.sort(key=lambda e: not set(e.classes) & ADMINISTRATIVE)
        return text[: places[0].start] + lowered(slot) + text[places[0].end :] if places else None
    if slot.lower() in _REGIONS:
        known = re.search(rf"(?<!\w)(?:{'|'.join(_REGIONS)})(?!\w)", text, re.IGNORECASE)
        return text[: known.start()] + slot + text[known.end() :] if known else None
    return None


def _put_rank(slot: str, text: str) -> str | None:
    """ "bậc hai" for "bậc một", "giải nhì" for "giải nhất": one noun, another number."""
    if _PRIZE.fullmatch(slot) and (old := _PRIZE.search(text)):
        return (
            text[: old.start()]
            + (slot[:1].upper() + slot[1:] if not old.start() else slot)
            + text[old.end() :]
        )
    mine = _RANKED.fullmatch(slot)
    if mine is None or entities(slot):
        return None
    for old in _RANKED.finditer(text):
        at = old.end("h") - len(mine["h"])
        if text[at : old.end("h")].lower() == mine["h"].lower() and old["n"].lower() != mine["n"].lower():
            word = lowered(slot) if at else slot[:1].upper() + slot[1:]
            return text[:at] + word + text[old.end() :]
    return None


def _put_whole(slot: str, text: str) -> str | None:
    """ "bệnh viện Nhi tỉnh" for "Bệnh viện Sông Lam": a slot that opens with the class of an entity."""
    for entity in entities(text):
        for name in entity.classes:
            if slot.lower().startswith(f"{name} ") and 1 < len(slot.split()) <= 7:
                return text[: entity.start] + slot + text[entity.end :]
    return None


def _put_entity(new: Entity, text: str) -> str:
    old = _counterpart(new, text)
    if old is None:
        return f"{text} {new.text}"
    keeps_class = old.classes and (not new.classes or set(new.classes) <= set(old.classes))
    words = old.text.replace(old.name, new.name) if keeps_class else new.text
    return text[: old.start] + words + text[old.end :]


def _counterpart(new: Entity, text: str) -> Entity | None:
    """The entity of the last question that the new one stands against: same class, else same sort.

    Who is quoted ("Theo Kho bạc…") is not compared; a place after "ở" only when nothing else is.
    """
    others = [
        entity
        for entity in entities(text)
        if entity.name.lower() != new.name.lower()
        and not re.search(r"(?<!\w)theo\s+$", text[: entity.start], re.I)
    ]
    others.sort(key=lambda e: re.search(r"(?<!\w)(?:ở|tại)\s+$", text[: e.start], re.IGNORECASE) is not None)
    same_class = [e for e in others if set(new.classes) & set(e.classes)]
    same_sort = [e for e in others if e.person == new.person]
    classed = [e for e in same_sort if e.classes and not new.classes]
    return next(iter([*same_class, *classed, *same_sort]), None)


def _put_role(slot: str, role: str, text: str) -> str:
    old = ROLE.search(text)
    assert old is not None
    named = entities(slot)
    made = text[: old.start()] + role + text[old.end() :]
    return _put_entity(named[0], made) if named else made


def _swap(word: str, text: str) -> str | None:
    """One short noun for another: "chi" for "thu", "giáo viên" for "học sinh", "ngô" for "lúa"."""
    for one, two in OPPOSITES:
        for mine, theirs in ((one, two), (two, one)):
            if word.lower() == mine and (match := re.search(rf"(?<!\w){theirs}(?!\w)", text, re.IGNORECASE)):
                return text[: match.start()] + word + text[match.end() :]
    if word.lower() in PEOPLE:
        for noun in sorted(PEOPLE, key=len, reverse=True):
            if match := re.search(rf"(?<!\w){noun}(?!\w)", text, re.IGNORECASE):
                return text[: match.start()] + word + text[match.end() :]
    goods = re.match(GOODS, word, re.IGNORECASE)
    if goods and (match := re.search(rf"{GOODS}(?:\s(?-i:[A-Z])[\w-]*|\s\d+(?!/))*", text, re.I)):
        return text[: match.start()] + (lowered(word) if match.start() else word) + text[match.end() :]
    counted = re.search(r"(?:bao nhiêu|mấy)\s+\w+\s+(?P<n>\w+(?:\s\w+)?)$", text)
    if counted and len(word.split()) <= 2:
        again = re.search(rf"(?<!\w){word.split()[0]}\s{re.escape(counted['n'])}$", text, re.IGNORECASE)
        return text[: again.start() if again else counted.start("n")] + word
    return None


def _align(slot: str, text: str) -> str | None:
    """Replace the clause that opens and closes with the slot's words: "trường học cả thứ 7"."""
    mine = [word for word in re.findall(r"[^\W_]+", slot) if word.lower() != "nào"]
    spots = [(m.group().lower(), m.start(), m.end()) for m in re.finditer(r"[^\W_]+", text)]
    words = [word for word, _, _ in spots]
    head = mine[0].lower() if mine else ""
    if len(mine) < 2 or head not in words or head in {"thu", "tỷ", "số", "tổng"}:
        return None
    first = words.index(head)
    shared = [at for at in range(first + 1, len(words)) if words[at] in {word.lower() for word in mine[1:]}]
    if not shared:
        return None
    last = shared[-1]
    if last + 1 < len(words) and words[last + 1].isdigit() and mine[-1].isdigit():
        last += 1  # "bão số 5" for "bão số 4"
    return text[: spots[first][1]] + " ".join(mine) + text[spots[last][2] :]


def _put_measure(slot: str, text: str) -> str:
    """A new measure before the old entity, period and question words."""
    kept: list[Entity | Period] = [*entities(text)[:2], *periods(text)[:1]]
    parts = [_lead(text, part.start) + lowered(part.text) for part in kept if part.text not in slot]
    numbered = _NUMBERED.search(text)
    if numbered and not any(part.start <= numbered.start() < part.end for part in kept):
        parts.insert(0, lowered(numbered[0]))
    where = " ".join(parts)
    asks = re.search(
        r"(?<!\w)(?P<m>(?:giá|mức|phí|lương|tiền|lãi) )?(?:là |được |đạt |khoảng )?"
        r"(?:bao nhiêu|mấy|bao lâu|bao giờ|khi nào|ai|ở đâu|gì)(?!\w)",
        text,
        re.IGNORECASE,
    )
    if asks and asks.start() == 0:
        return f"{text} ({slot})"
    measured = asks is None or (re.search(r"bao nhiêu|mấy", asks[0]) and not asks["m"])
    tail = "là bao nhiêu" if asks is None or measured else asks[0]
    joint = " " if where and re.match(r"(?:của|ở|tại)\s", where) else " của "
    return f"{slot}{joint + where if where else ''} {tail}"


def _lead(text: str, start: int) -> str:
    before = re.search(r"(?<!\w)(của|ở|tại)\s+$", text[:start])
    return before[0] if before else ""
