"""A follow-up becomes a standalone question, by rules: entity, period and measure come from the history."""

import re
from collections.abc import Sequence

import prompts
from index.text import nfc
from rag.contrast import ROLE, replace
from rag.references import (
    BARE_CLASS,
    LAST_YEAR,
    NEXT_YEAR,
    PERSON,
    THAT,
    THEY,
    other_one,
    pronouns,
    times,
    unnamed,
)
from rag.slots import ADMINISTRATIVE, Entity, Period, content, entities, periods, plain
from rag.topic import bare_quantity, in_front
from rag.types import Turn
from rag.wanted import wanted

_DEPTH = 4
BARE = 6
"""Content syllables of a question without any name that is still taken for part of the talk."""
_WHO_ROLE = re.compile(rf"(?P<slot>{ROLE.pattern}(?:\s.+?)?)\s+(?:thì |là )+ai$", re.IGNORECASE)
_WHO_IS = re.compile(
    rf"ai\s+(?:là|làm|giữ chức(?: vụ)?|được bầu làm)\s+(?P<slot>{ROLE.pattern})$", re.IGNORECASE
)
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
_OF_THE_TALK = re.compile(
    r"(?<!\w)(?:(?:nói|cho biết|kể|bảo|giải thích|trả lời|đề nghị) (?:thêm )?(?:gì|sao|thế nào)|nữa|khác|"
    r"trước đó|sau đó|như vậy|vậy)(?!\w)|(?:đề nghị|đề xuất|yêu cầu|phản đối|nói|cho rằng)$",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)(?!\w)", re.IGNORECASE)
_ASKS = (
    r"(?<!\w)(?:ai|bao nhiêu|mấy|gì|vì sao|tại sao|ở đâu|khi nào|bao giờ|bao lâu|thế nào|ra sao|"
    r"(?:ngày|năm|mức) nào)(?!\w)"
)
_ASKS_WHICH = rf"{_ASKS}|(?<!\w)nào(?!\w)"
_MARKS = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]")


def standalone(question: str, history: Sequence[Turn]) -> tuple[str, bool]:
    """The question as it can be asked without the talk before it, and whether anything was carried.

    A question that names its own topic comes back as it is. What is carried comes from the last
    user question (made standalone in its turn) and, for pronouns, from the answers.
    """
    question, history = nfc(question), [Turn(turn.role, _said(turn)) for turn in history]
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


def _said(turn: Turn) -> str:
    """What was said, without citation numbers and the words that introduce a quote ("Bài ngày … viết:")."""
    text = nfc(turn.content)
    if turn.role == "user":
        return text
    dated = prompts.render("said_quote_dated", quote="", numbers="", date="\0").partition("“")[0]
    plainly = prompts.render("said_quote", quote="", numbers="").partition("“")[0]
    for head in (dated, plainly):
        if head.strip():
            text = re.sub(re.escape(head).replace("\0", r"[\d/]+"), "", text)
    return _MARKS.sub("", text)


def _resolve(
    asked: str, typed: str, previous: str, said: Sequence[str], earlier: Sequence[str]
) -> tuple[str, bool]:
    contrast = _CONTRAST.match(asked)
    rest = (asked[contrast.end() :] if contrast else _OPENER.sub("", asked)).strip()
    opened = contrast is not None or rest != asked
    slot, again = _slot(rest, previous)
    slot = other_one(slot, previous, [*said[1:], *earlier])
    slot = times(slot, said, earlier)
    if _points_back(slot):
        named = pronouns(slot, said, earlier)[0]
        slot = named if _only_slot(named) else ""
    again = again or _only_slot(slot)
    bare = again or contrast is not None or (opened and len(content(rest)) <= 4)
    if bare and slot and not _own_question(slot, whole=slot == rest.strip(" ,?.")):
        made = replace(slot, plain(previous))
        if made:
            return _question(made), True
    return _carry(rest, typed, previous, said, earlier, opened, contrast is not None)


def _slot(rest: str, previous: str) -> tuple[str, bool]:
    """The part of a question that stands against the last one, and whether it surely asks the same again."""
    slot = _ASKS_AGAIN.sub("", rest).strip(" ,")
    again = re.search(r"(?<!\w)thì(?!\w)", rest[len(slot) :]) is not None
    if (role := _WHO_ROLE.match(rest) or _WHO_IS.fullmatch(rest)) and ROLE.search(previous):
        return role["slot"], True
    counted = re.search(r"[\s,](?:được |đạt |là |có |khoảng |thì )*(?:bao nhiêu|mấy)\s+(\w+)$", rest)
    if (
        counted
        and _only_slot(rest[: counted.start()])
        and re.search(rf"(?<!\w){counted[1]}(?!\w)", previous, re.I)
    ):
        return rest[: counted.start()], True
    if _same_ask(rest, previous):
        return " ".join([*(e.text for e in entities(rest)), *(p.text for p in periods(rest))]), True
    return slot, again


def _same_ask(rest: str, previous: str) -> bool:
    """ "Bến Hạ kết nạp bao nhiêu?": a new name or time, and beside it only words of the last question."""
    named: list[Entity | Period] = [*entities(rest), *periods(rest)]
    if not named or not _HOW_MUCH.search(previous) or _points_back(rest):
        return False
    left = rest
    for part in named:
        left = left.replace(part.text, " ")
    own, known = set(content(left)), set(content(previous))
    asks = _HOW_MUCH.search(left) is not None
    return asks and own <= known and len(own) < len(known - set(content(rest)))


def _points_back(text: str) -> re.Match[str] | None:
    """The first word that points at something said before; "bà Vi Thị Hoa" points at nothing."""
    text = unnamed(text)
    found = (pattern.search(text) for pattern in (THAT, PERSON, THEY))
    return next((match for match in found if match), None)


def _only_slot(text: str) -> bool:
    """Whether a text names a thing or a time and nothing else: "Bến Hạ", "ở huyện Bến Hạ năm 2031"."""
    named: list[Entity | Period] = [*entities(text), *periods(text)]
    for part in named:
        text = text.replace(part.text, " ")
    return bool(named) and not content(text)


def _own_question(text: str, *, whole: bool) -> bool:
    """Whether the text asks something itself ("ai làm phó chủ tịch"); of "trường nào học …" only where it is
    the ``whole`` follow-up, without a "thì sao" that asks the last question of it."""
    return re.search(_ASKS_WHICH if whole else _ASKS, text, re.IGNORECASE) is not None


def _carry(
    rest: str,
    typed: str,
    previous: str,
    said: Sequence[str],
    earlier: Sequence[str],
    opened: bool,
    contrasted: bool,
) -> tuple[str, bool]:
    """Pronouns filled in; a question too bare to stand gets what the last one was about in front."""
    named = entities(rest)
    leans = _points_back(rest) is not None
    leans = leans or any(p.search(rest) for p in (_WITHIN, _SAME_TIME, NEXT_YEAR, LAST_YEAR))
    definite = BARE_CLASS.search(rest) is not None
    known = periods(rest) or _IDENTIFIED.search(rest)
    bare = not named and not known and len(content(rest)) <= BARE
    if not (leans or bare or (definite and not named) or (opened and not named)):
        return typed, False
    made = times(rest, said, earlier)
    timed = made != rest
    filled, vague = pronouns(made, said, earlier)
    resolved, made = filled != made, filled
    within = _WITHIN.search(made) is not None
    nameless = contrasted and not entities(made) and not periods(made)
    if not (entities(made) or vague or within or bare or definite or nameless):
        return _question(made), timed
    if resolved and not vague and not within and _stands(made):
        return _question(made), True
    if vague or within or bare or nameless or bare_quantity(made) or not _about(made, previous):
        made = in_front(made, previous)
    elif not periods(made) and (leans or definite) and wanted(made).is_figure:
        made = f"{made} {_spell(previous)}".strip()
    return _question(made), True


def _spell(previous: str) -> str:
    """The first period of the last question, both years of "2015-2020"; '' where it has none."""
    known = periods(previous)
    if not known:
        return ""
    later = re.match(r"\s?[-–]\s?\d{4}(?!\d)", previous[known[0].end :])
    return known[0].text + (later[0] if later else "")


def _stands(made: str) -> bool:
    """Whether a question about a person or thing now named can be asked of anybody."""
    named = [entity for entity in entities(made) if not set(entity.classes) & ADMINISTRATIVE]
    return bool(named and content(made)) and not bare_quantity(made) and not _OF_THE_TALK.search(made)


def _about(made: str, previous: str) -> bool:
    """Whether the question still holds a content word of its own beside names and numbers."""
    own = [word for word in content(made) if not word.isdigit()]
    for entity in entities(made):
        own = [word for word in own if word not in entity.text.lower().split()]
    return len(own) >= 3 or not content(previous)


def _question(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ?.,")
    return text[:1].upper() + text[1:] + "?"
