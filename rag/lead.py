"""The lead of an answer: the shortest words of the evidence that say what was asked.

The trained model's span and the spans that fit the question by form (a date for "ngày nào", hectares
for "bao nhiêu ha") check each other. Where they leave doubt there is no lead, and the quote speaks.
"""

import re
from collections.abc import Sequence

from index.types import Span
from rag.answering import answers_kind
from rag.figures import figures
from rag.names import SURNAMES
from rag.numerals import numerals
from rag.slots import content
from rag.types import Evidence
from rag.wanted import Wanted, all_wanted

FORMED = frozenset(
    {"person", "place", "organisation", "date", "time", "year", "duration", "money", "percent", "distance",
     "area", "quantity", "age", "count", "number", "rank", "code"}
)  # fmt: skip
MOST_LEAD_WORDS = 22


def leads(question: str, evidence: Evidence, before: str = "") -> tuple[Span, ...]:
    """Spans of ``evidence.text`` that answer, one for each thing wanted, in their order of place.

    Empty when nothing is sure enough to stand alone.
    """
    wants = [want for want in all_wanted(question) if want.kind in FORMED]
    found: list[Span] = []
    for want in wants:
        span = _one(want, evidence, before, alone=len(wants) == 1)
        if span is not None and not any(_overlap(span, other) for other in found):
            found.append(span)
    if not found and evidence.span is not None:
        found = [evidence.span]
    kept = [_whole(evidence.text, span) for span in sorted(found, key=lambda s: s.start)]
    return tuple(span for span in kept if _worth(evidence.text, span))


def _one(want: Wanted, evidence: Evidence, before: str, alone: bool) -> Span | None:
    """The span for one thing wanted: where form and model agree, else the only one of its form."""
    formed = answers_kind(want, evidence.text, before)
    model = evidence.span
    if model is not None:
        agreed = [span for span in formed if _overlap(span, model)]
        if agreed:
            if want.kind == "person":
                return _person(evidence.text, agreed[0])
            return _joined(agreed[0], model) if want.is_figure and alone else agreed[0]
        if alone and not formed and _could_be(want, evidence.text[model.start : model.end]):
            return model
    if len(formed) == 1:
        return _person(evidence.text, formed[0]) if want.kind == "person" else formed[0]
    return _measured(want, evidence.text, formed) if want.is_figure else None


def _measured(want: Wanted, text: str, formed: Sequence[Span]) -> Span | None:
    """Of several figures the one whose measure the question names ("dài 1.264 m, rộng 22 m")."""
    asked = set(content(want.question))
    held: dict[Span, int] = {}
    for figure in figures(text):
        span = Span(figure.start, figure.end)
        if span in formed:
            measure = content(figure.measure)
            nearest = bool(measure) and measure[-1] in asked  # "dài" of "Cầu dài" says what is measured
            held[span] = len(asked & set(measure)) + 2 * nearest
    ranked = sorted(held.items(), key=lambda item: -item[1])
    if not ranked or not ranked[0][1] or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def _could_be(want: Wanted, words: str) -> bool:
    """Whether words that fit no form may still answer: a number for "bao nhiêu", anything for a name."""
    if want.is_figure or want.kind in {"date", "time", "year"}:
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


def joined(evidence: Evidence, spans: Sequence[Span]) -> str:
    """The leads as one phrase with a capital: "Tân Phú; Thới Bình"."""
    phrase = "; ".join(" ".join(evidence.text[s.start : s.end].split()) for s in spans)
    return phrase[:1].upper() + phrase[1:]
