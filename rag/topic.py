"""What a question is about, put before a follow-up that cannot stand alone: "Về cầu Bến Hạ: ai thiết kế?"."""

import re

from rag.numerals import word_set
from rag.slots import Entity, Period, content, entities, lowered, periods, plain, statement
from rag.units import unit_at

_FRONTED = re.compile(r"^Về (?:việc )?(?P<topic>[^:]+): (?P<rest>.+)$")
_HOW_MUCH = re.compile(r"\s(?:(?:dài|rộng|cao|sâu|nặng|xa|dày)\s)?(?:khoảng )?(?:bao nhiêu|mấy)(?!\w)", re.I)
_HAPPENS = re.compile(
    r"\s(?:xảy ra|diễn ra|họp|được tổ chức|tổ chức)(?=\s(?:vào |lúc |ở |tại )?(?:khi nào|lúc nào|"
    r"bao giờ|mấy giờ|ngày nào|hôm nào|năm nào|đâu)\W*$)",
    re.IGNORECASE,
)
_ASKS_WHO = (
    (re.compile(r"^ai (?:đã )?được bầu (?:làm|giữ chức(?: vụ)?)\s", re.IGNORECASE), "bầu "),
    (
        re.compile(
            r"^ai (?:đã )?(?:nói|cho biết|cho hay|cho rằng|khẳng định)(?: rằng| là)?\s", re.IGNORECASE
        ),
        "",
    ),
    (re.compile(r"\sdo (?:ai|đơn vị nào|công ty nào)\s", re.IGNORECASE), " được "),
)
_AFFAIR = re.compile(
    r"(?<!\w)(?:(?:vụ|việc|vụ việc|sự việc|sự cố|chuyện|trường hợp) (?:này|đó|ấy|kia))(?!\w)"
    r"\s*(?:thì\s+)?",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)(?=\s+(?:\w+\s+){0,2}bao nhiêu$)", re.IGNORECASE
)
_COMPARED = re.compile(r"(?<!\w)(?:so với|hơn|cùng kỳ)\s[^,?]*", re.IGNORECASE)
_BARE_WORDS = word_set(
    "chỉ tiêu mục kế hoạch phấn đấu đặt đề giao đạt dự kiến thực hiện tế kết quả tăng giảm so sánh hết còn "
    "trước năm nữa thêm tổng cộng nhận huyện tỉnh xã phường thành phố thị"
)


def subject(question: str) -> str:
    """What a question is about, without what it asks: "Cầu Bến Hạ" of "Cầu Bến Hạ dài bao nhiêu mét?"."""
    text = _HAPPENS.sub("", plain(question))
    for asked, instead in _ASKS_WHO:
        text = asked.sub(instead, text)
    if match := _HOW_MUCH.search(text):
        unit = unit_at(text, match.end())
        people = re.match(r"\sngười(?=\s\w)", text[match.end() :])
        if unit or people:
            text = text[: match.start()] + " " + text[unit[1] if unit else match.end() :]
    return statement(text)


def bare_quantity(question: str) -> bool:
    """Whether "bao nhiêu" measures nothing that the question names: "Năm 2031 xã phấn đấu bao nhiêu?"."""
    asked = plain(question)
    if not re.search(r"(?<!\w)(?:bao nhiêu|mấy)$", asked):
        return False
    named: list[Entity | Period] = [*entities(asked), *periods(asked)]
    for part in named:
        asked = asked.replace(part.text, " ")
    return set(content(asked)) <= _BARE_WORDS


def behind(question: str) -> str:
    """What a follow-up itself asks, without the topic that was put before it."""
    fronted = _FRONTED.match(question)
    return fronted["rest"] if fronted else question


def in_front(made: str, previous: str) -> str:
    """The question with the topic of the last one before it; a period of its own replaces the topic's."""
    fronted = _FRONTED.match(previous)
    topic = fronted["topic"].strip() if fronted else subject(previous)
    if fronted and not content(made):
        topic = f"{topic} {subject(fronted['rest'])}".strip()  # "Vì sao vậy?" asks of what was asked last
    made = re.sub(r"\s+", " ", _AFFAIR.sub("", made)).strip()
    for entity in entities(topic):
        made = re.sub(rf"^(?:ở|tại) {re.escape(entity.text)}\s+", "", made, flags=re.IGNORECASE)
    if periods(_COMPARED.sub(" ", made)):
        for period in periods(topic):
            topic = re.sub(r"\s+", " ", topic.replace(period.text, " ", 1)).strip(" ,")
        topic = re.sub(r"(?:\s(?:năm học|giai đoạn|nhiệm kỳ|niên khoá|niên khóa))?\s[-–](?=\s|$)", "", topic)
    if not topic or set(content(topic)) <= set(content(made)):
        return made
    measure = _measured(topic, made)
    if measure:
        return measure
    known = plain(fronted["topic"] if fronted else previous).lower()
    return f"Về {'' if known.startswith(topic.lower()[:8]) else 'việc '}{lowered(topic)}: {lowered(made)}"


def _measured(topic: str, made: str) -> str | None:
    """ "đặt chỉ tiêu bao nhiêu" with the measure of the last question put after "chỉ tiêu"."""
    aim = _AIM.search(made)
    if aim is None:
        return None
    for entity in entities(topic):
        if entity.name.isupper() and not entity.classes:
            continue  # GRDP, FDI: the measure itself
        if entity.text.lower() not in made.lower():
            return None
        own = rf"(?:(?<!\w)(?:của|ở|tại)\s+)?{re.escape(entity.text)}"
        topic = re.sub(own, " ", topic, flags=re.IGNORECASE)
    for period in periods(topic):
        topic = topic.replace(period.text, " ")
    measure = re.sub(r"\s+", " ", topic).strip(" ,")
    return f"{made[: aim.end()]} {lowered(measure)}{made[aim.end() :]}" if measure else None
