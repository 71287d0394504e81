"""A follow-up becomes a standalone question, by rules: entity, period and measure come from the history."""

import re
from collections.abc import Sequence

from index.text import nfc
from rag.contrast import ROLE, replace
from rag.references import BARE_CLASS, LAST_YEAR, NEXT_YEAR, PERSON, THAT, THEY, other_one, pronouns, times
from rag.slots import Entity, Period, content, entities, lowered, periods, plain, statement
from rag.types import Turn

_DEPTH = 4
BARE = 6
"""Content syllables of a question without any name that is still taken for part of the talk."""
_WHO_ROLE = re.compile(rf"(?P<slot>{ROLE.pattern}(?:\s.+?)?)\s+(?:thì |là )+ai$", re.IGNORECASE)
_IDENTIFIED = re.compile(r"(?<!\w)số \d|[A-Z]{2,}|[A-Z]\w*\d")
_SMALL = re.compile(r"^(?:xin chào|chào|cảm ơn|cám ơn|ok|tạm biệt|bạn là ai|hi|hello)\b", re.IGNORECASE)
_NEW = re.compile(
    r"^(?:(?:sang|qua|đổi|chuyển)\s+(?:sang\s+)?(?:chuyện|chủ đề|việc)\s+khác|chuyện khác|"
    r"cho hỏi chuyện khác|"
    r"hỏi (?:sang )?chuyện khác|câu (?:hỏi )?khác|không liên quan nhưng)[\s,:;.]*(?:thì\s+)?",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"^(?:(?:thế(?!\s(?:giới|hệ|kỷ|mạnh|trận|nào|lực|vận))|vậy|rồi|và|nhưng|à|ừ|ok|vậy thì|thế thì|"
    r"thế còn|vậy còn|rồi còn|và còn|ngoài ra)[\s,]+)+",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"^(?:(?:thế|vậy|rồi|và|à|ừ|nhưng)[\s,]+)*còn\s+", re.IGNORECASE)
_ASKS_AGAIN = re.compile(
    r"[\s,]*(?:thì\s+|là\s+|được\s+|có\s+)*(?:sao|thế nào|như thế nào|ra sao|bao nhiêu|mấy|"
    r"là bao nhiêu|vậy)?[\s?!.]*$|"
    r"\s+thì\s+(?:là\s+)?(?:ai|ở đâu|khi nào|bao giờ|(?:ngày|năm) nào)[\s?!.]*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?<!\w)(?:trong (?:số )?(?:đó|này|ấy)|cụ thể|riêng|lý do|nguyên nhân)(?!\w)", re.IGNORECASE
)
_SAME_TIME = re.compile(
    r"(?<!\w)(?:(?:trong |vào )?cùng (?:ngày|năm|thời điểm|thời gian|kỳ)|(?:ngày|hôm|năm|khi|lúc|"
    r"thời điểm|tháng) "
    r"(?:đó|ấy|này))(?!\w)",
    re.IGNORECASE,
)


def standalone(question: str, history: Sequence[Turn]) -> tuple[str, bool]:
    """The question as it can be asked without the talk before it, and whether anything was carried.

    A question that names its own topic comes back as it is. What is carried comes from the last
    user question (made standalone in its turn) and, for pronouns, from the answers.
    """
    question, history = nfc(question), [Turn(turn.role, nfc(turn.content)) for turn in history]
    cleaned = _NEW.sub("", question.strip())
    if cleaned != question.strip():
        return _question(cleaned), False
    asked = [turn for turn in history if turn.role == "user" and not _SMALL.match(turn.content.strip())]
    if not asked or _SMALL.match(question.strip()):
        return question, False
    place = max(at for at, turn in enumerate(history) if turn is asked[-1])
    previous = standalone(asked[-1].content, history[:place][-2 * _DEPTH :])[0]
    said = [previous, *(turn.content for turn in history[place + 1 :] if turn.role == "assistant")]
    earlier = [turn.content for turn in reversed(history[:place])]
    return _resolve(plain(question), question, previous, said, earlier)


def _resolve(
    asked: str, typed: str, previous: str, said: Sequence[str], earlier: Sequence[str]
) -> tuple[str, bool]:
    contrast = _CONTRAST.match(asked)
    rest = (asked[contrast.end() :] if contrast else _OPENER.sub("", asked)).strip()
    opened = contrast is not None or rest != asked
    slot = _ASKS_AGAIN.sub("", rest).strip(" ,")
    again = re.search(r"(?<!\w)thì(?!\w)", rest[len(slot) :]) is not None
    if (role := _WHO_ROLE.match(rest)) and ROLE.search(previous):
        slot, again = role["slot"], True
    counted = re.search(r"[\s,](?:được |đạt |là |có |khoảng |thì )*(?:bao nhiêu|mấy)\s+(\w+)$", rest)
    if (
        counted
        and _only_slot(rest[: counted.start()])
        and re.search(rf"(?<!\w){counted[1]}(?!\w)", previous, re.I)
    ):
        slot, again = rest[: counted.start()], True
    slot = other_one(slot, previous, [*said[1:], *earlier])
    slot = times(slot, said, earlier)
    again = again or _only_slot(slot)
    bare = again or contrast is not None or (opened and len(content(rest)) <= 4)
    if bare and slot and not _own_question(slot):
        made = replace(slot, plain(previous))
        if made:
            return _question(made), True
    return _carry(rest, typed, previous, said, earlier, opened)


def _only_slot(text: str) -> bool:
    """Whether a text names a thing or a time and nothing else: "Bến Hạ", "ở huyện Bến Hạ năm 2031"."""
    named: list[Entity | Period] = [*entities(text), *periods(text)]
    for part in named:
        text = text.replace(part.text, " ")
    return bool(named) and not content(text)


def _own_question(text: str) -> bool:
    """Whether the text asks something itself ("ai làm phó chủ tịch"), not only "trường nào học …"."""
    return (
        re.search(
            r"(?<!\w)(?:ai|bao nhiêu|mấy|gì|vì sao|tại sao|ở đâu|khi nào|bao giờ|thế nào|ra sao|(?:ngày|"
            r"năm) nào)(?!\w)",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _carry(
    rest: str, typed: str, previous: str, said: Sequence[str], earlier: Sequence[str], opened: bool
) -> tuple[str, bool]:
    """Pronouns filled in; a question too bare to stand gets what the last one was about in front."""
    named = entities(rest)
    leans = any(p.search(rest) for p in (THAT, PERSON, THEY, _WITHIN, _SAME_TIME, NEXT_YEAR, LAST_YEAR))
    definite = BARE_CLASS.search(rest) is not None
    known = periods(rest) or _IDENTIFIED.search(rest)
    bare = not named and not known and len(content(rest)) <= BARE
    if not (leans or bare or (definite and not named) or (opened and not named)):
        return typed, False
    made = times(rest, said, earlier)
    made, vague = pronouns(made, said, earlier)
    within = _WITHIN.search(made) is not None
    if not entities(made) and not vague and not within and not bare and not definite:
        return _question(made), made != rest
    if vague or within or bare or not _about(made, previous):
        made = _in_front(made, previous)
    elif not periods(made) and (leans or definite):
        made = f"{made} {periods(previous)[0].text}" if periods(previous) else made
    return _question(made), True


def _about(made: str, previous: str) -> bool:
    """Whether the question still holds a content word of its own beside names and numbers."""
    own = [word for word in content(made) if not word.isdigit()]
    for entity in entities(made):
        own = [word for word in own if word not in entity.text.lower().split()]
    return len(own) >= 3 or not content(previous)


def _in_front(made: str, previous: str) -> str:
    topic = statement(previous)
    for period in periods(topic) if periods(made) else []:
        topic = re.sub(r"\s+", " ", topic.replace(period.text, " ", 1)).strip(" ,")
    if not topic or set(content(topic)) <= set(content(made)):
        return made
    measure = _measure_of(topic, made)
    if measure:
        return measure
    opens = plain(previous).lower().startswith(topic.lower()[:8])
    return f"Về {'' if opens else 'việc '}{lowered(topic)}: {lowered(made)}"


def _measure_of(topic: str, made: str) -> str | None:
    """ "đặt chỉ tiêu bao nhiêu" with the measure of the last question put after "chỉ tiêu"."""
    intent = re.search(
        r"(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)(?=\s+(?:\w+\s+){0,2}bao nhiêu$)", made, re.I
    )
    if intent is None:
        return None
    for entity in entities(topic):
        if entity.text not in made:
            return None
        topic = re.sub(
            rf"(?:(?<!\w)(?:của|ở|tại)\s+)?{re.escape(entity.text)}", " ", topic, flags=re.IGNORECASE
        )
    measure = re.sub(r"\s+", " ", topic).strip(" ,")
    return f"{made[: intent.end()]} {lowered(measure)}{made[intent.end() :]}" if measure else None


def _question(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ?.,")
    return text[:1].upper() + text[1:] + "?"
