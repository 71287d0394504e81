"""The lead of an answer: the shortest words of the evidence that say what was asked.

The trained model's span and the spans that fit the question by form (a date for "ngày nào", hectares
for "bao nhiêu ha") check each other. Where they leave doubt there is no lead, and the quote speaks.
"""

import re
from collections.abc import Sequence

from index.text import syllables
from index.types import Span
from rag.answering import answers_kind
from rag.names import CAPITALS, SURNAMES
from rag.nearest import classed, nearest
from rag.numerals import numerals
from rag.phrases import DIRECTIONS, MOST_WORDS, phrase
from rag.types import Evidence
from rag.wanted import Wanted, all_wanted

FORMED = frozenset(
    {"person", "place", "organisation", "date", "time", "year", "duration", "money", "percent", "distance",
     "area", "quantity", "age", "count", "number", "rank", "code", "ordinal"}
)  # fmt: skip
MOST_LEAD_WORDS = MOST_WORDS
_TITLE = re.compile(
    r"(?:^|,?\s(?:và\s)?)(?:(?:Phó|Tổng|Nguyên|Quyền)\s)*(?:Tổng|Phó|Giám|Chủ|Bí|Bộ|Thủ|Hiệu|Cục|Vụ|Viện|Trưởng)$"
)
_MORE_NAME = re.compile(
    rf"(?:\s[{CAPITALS}][^\W\d_]*(?:\s(?!(?:và|ở|tại|do|là|làm|đã|được|cho|với|trong|cùng|bị|nói)\s)"
    rf"[^\W\d_{CAPITALS}]+(?=\s[{CAPITALS}]))?)+"
)
"""How the name of a company goes on: "Xây dựng Thủy lợi Bắc Hạ" after "Công ty"."""
_OFFICE_HEAD = re.compile(
    r"(?<!\w)(?P<o>Công an|Viện [Kk]iểm sát(?: nhân dân)?|T[òo][àa] án(?: nhân dân)?|UBND|HĐND|[ỦU][yỷ] "
    r"ban nhân dân|"
    r"Hội đồng nhân dân|Huyện [ủu][yỷ]|Tỉnh [ủu][yỷ]|Thanh tra|Cục Thuế|Kho bạc(?: Nhà nước)?|"
    r"Bộ Chỉ huy [Qq]uân sự) $"
)
_DATE_WORD = re.compile(
    r"(?<!\w)(?P<w>(?:(?:từ|trước|sau|đến|hết|chậm nhất|khoảng) )?(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm) )?"
    r"(?:ngày|hôm|năm|tháng|rạng sáng|sáng|trưa|chiều|tối|đêm|lúc)) $",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?<!\w)(?P<w>hơn|gần|khoảng|trên|dưới|ít nhất|tối đa|tối thiểu|xấp xỉ|không quá|chưa đến) $",
    re.IGNORECASE,
)


def leads(question: str, evidence: Evidence, before: str = "") -> tuple[Span, ...]:
    """Spans of ``evidence.text`` that answer, one for each thing wanted, in their order of place.

    Empty when nothing is sure enough to stand alone.
    """
    wants = all_wanted(question)
    found: list[Span] = []
    for want in wants:
        formed = want.kind in FORMED and want.noun not in DIRECTIONS
        span = _one(want, evidence, before, alone=len(wants) == 1) if formed else None
        span = span or _phrase(want, evidence)
        if span is not None and not any(_overlap(span, other) for other in found):
            found.append(span)
    if not found and evidence.span is not None and not any(want.has_one_form for want in wants):
        found = [] if _asked(question, evidence, evidence.span) else [evidence.span]
    kept = [_whole(evidence.text, span) for span in sorted(found, key=lambda s: s.start)]
    return tuple(_introduced(evidence.text, span) for span in kept if _worth(evidence.text, span))


def _asked(question: str, evidence: Evidence, span: Span) -> bool:
    """Whether the question itself says the words of a span: they answer nothing."""
    words = " ".join(syllables(evidence.text[span.start : span.end]))
    return f" {words} " in f" {' '.join(syllables(question))} "


def _phrase(want: Wanted, evidence: Evidence) -> Span | None:
    """The phrase that the rules find, or the model's words where they lie in it and are no mere scrap."""
    found = phrase(want, evidence.text)
    model = evidence.span
    if found and model and want.kind == "thing" and not _overlap(found, model):
        return None  # the model means something else
    return found


def _introduced(text: str, span: Span) -> Span:
    """A date or figure with the word before it: "ngày 15/3", "chiều 2-1", "hơn 114 triệu đồng"."""
    head = text[: span.start]
    lead = _DATE_WORD.search(head) or _ABOUT.search(head)
    return Span(lead.start("w"), span.end) if lead and text[span.start].isdigit() else span


def _one(want: Wanted, evidence: Evidence, before: str, alone: bool) -> Span | None:
    """The span for one thing wanted: where form and model agree, else the only one of its form."""
    formed = answers_kind(want, evidence.text, before)
    model = evidence.span
    if model is not None:
        agreed = [span for span in formed if _overlap(span, model)]
        if agreed:
            if len(agreed) > 1:  # the model's words hold several: "9 tỷ đồng, lợi nhuận 1 tỷ đồng"
                return nearest(want, evidence.text, agreed)
            if want.kind == "person":
                return _person(evidence.text, agreed[0])
            return _joined(agreed[0], model) if want.is_figure and alone else agreed[0]
        if alone and not formed and _could_be(want, evidence.text[model.start : model.end]):
            return model
    if model is not None and formed and not want.is_figure and alone and len(formed) > 1:
        return None  # the model means something else
    formed = classed(want, evidence.text, _people(want, evidence.text, formed))
    if len(formed) > 1:
        best = nearest(want, evidence.text, formed)
        formed = [best] if best else []
    if not formed:
        return None
    if want.kind == "organisation":
        return _office(evidence.text, formed[0])
    if want.kind == "code":
        code = re.compile(r"[\w/.-]*\w").match(evidence.text, formed[0].end)
        return Span(formed[0].start, code.end()) if code else formed[0]
    if want.kind in {"count", "number"}:
        return _counted(want, evidence.text, formed[0])
    return _person(evidence.text, formed[0]) if want.kind == "person" else formed[0]


def _people(want: Wanted, text: str, spans: Sequence[Span]) -> list[Span]:
    """Without the capitals of an office ("Tổng Giám đốc"), and only lists where several are asked for."""
    if want.kind != "person":
        return list(spans)
    kept: list[Span] = []
    for span in spans:
        head = _TITLE.search(text[span.start : span.end])
        end = span.start + head.start() if head else span.end
        if end > span.start:
            kept.append(Span(span.start, end))
    if not want.many:
        return kept
    return [span for span in kept if re.search(r",|\svà\s|;", text[span.start : span.end])]


def _counted(want: Wanted, text: str, span: Span) -> Span:
    """A number with no more of its noun than the question names: a run of small words has no clear end."""
    asked = set(syllables(want.question))
    words = list(re.finditer(r"[^\W\d_]+", text[span.start : span.end]))
    known = [m.end() for m in words if m[0].lower() in asked]
    if known:
        return Span(span.start, span.start + known[-1])
    cut = len(words) > 2 and re.match(r"\s[^\W\d_]", text[span.end :]) is not None
    return Span(span.start, span.start + words[1].end()) if cut else span


def _office(text: str, span: Span) -> Span:
    """A place that an office goes by, with the office: "Công an tỉnh Phú Hà"."""
    head = _OFFICE_HEAD.search(text[: span.start])
    more = _MORE_NAME.match(text, span.end)
    return Span(head.start("o") if head else span.start, more.end() if more else span.end)


def _could_be(want: Wanted, words: str) -> bool:
    """Whether words that fit no form may still answer: a number for "bao nhiêu", anything for a name."""
    if want.has_one_form:
        return False
    if want.is_figure or want.kind in {"date", "time"}:
        return any(letter.isdigit() for letter in words) or bool(numerals(words))
    return True


def _person(text: str, span: Span) -> Span:
    """A person's name without the place or office that runs into it ("Hậu Giang Lê Thị An")."""
    words = list(re.finditer(r"\S+", text[span.start : span.end]))
    if len(words) > 3 and words[0].group() not in SURNAMES:
        for word in words[1:-1]:
            if word.group() in SURNAMES:
                return Span(span.start + word.start(), span.end)
    return span


def _joined(one: Span, other: Span) -> Span:
    """A figure with its unit and what the model adds to it ("hơn", "đồng/người")."""
    return Span(min(one.start, other.start), max(one.end, other.end))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _whole(text: str, span: Span) -> Span:
    """The span grown to whole words, without blanks and punctuation at its ends."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while end > start and text[end - 1] in ' \n\t.,;:–-“"(':
        end -= 1
    while start < end and text[start] in ' \n\t.,;:–-”")':
        start += 1
    return Span(start, end)


def _worth(text: str, span: Span) -> bool:
    """A lead is short, and shorter than its sentence."""
    words = len(text[span.start : span.end].split())
    return 0 < words <= MOST_LEAD_WORDS and words < 0.8 * len(text.split())


def spoken(evidence: Evidence, spans: Sequence[Span]) -> str:
    """The leads as one phrase within a sentence: "hơn 3 tỷ đồng; ngày 5/1"."""
    return "; ".join(" ".join(evidence.text[s.start : s.end].split()) for s in spans)


def joined(evidence: Evidence, spans: Sequence[Span]) -> str:
    """The leads as one phrase with a capital: "Tân Phú; Thới Bình"."""
    phrase = spoken(evidence, spans)
    return phrase[:1].upper() + phrase[1:]
