"""Which spans of a sentence could fill a question: names for "ai", dates for "khi nào", figures…"""

import re
from collections.abc import Sequence

from index.text import fold, syllables
from index.types import Span
from rag.figures import Figure, figures, same_figure
from rag.moments import Moment, moments, same_moment
from rag.names import full_name, name_key, names
from rag.ordinals import ordinals
from rag.slots import CLASSES, GRAMMAR, entities
from rag.units import family, kindred, same_unit
from rag.wanted import Wanted

_REASON = re.compile(
    r"(?<!\w)(?:nguyên nhân (?:[^,.;]{0,60}?)?(?:là|do)|lý do (?:[^,.;]{0,40}?)?là|do|vì|bởi(?: vì)?|"
    r"nhờ|nhằm|xuất phát từ)\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.\n]|,?\s(?:nên|dẫn đến|khiến|do đó|do vậy|vì vậy|vì thế)\s")
_NO_REASON = re.compile(r"(?:tự|lý|cho|mặc)\s$", re.IGNORECASE)
_NO_CAUSE = re.compile(
    r"(?:đó|vậy|thế|sao|ông|bà|anh|chị|bị can|bộ|sở|công ty|ban|ủy ban|uỷ ban|ubnd)\b", re.IGNORECASE
)


NEAR = 6.0
"""Weight of closeness against fit of unit (0..4); by the share of first spans right on train items."""
HALF = 2.0
"""Syllables at which a word of the question counts half."""
PAUSE = 3
"""Syllables that a comma or bracket is worth."""
NAME_NEAR = 2.0
DATE_NEAR = 2.0
_BETWEEN = re.compile(
    r"(?:\s*\([^)]{0,60}\))?\s*(?:,|và|cùng|;|–|-|/)\s*(?:(?:cùng|và|ông|bà|anh|chị|tỉnh|huyện|xã)\s+)*"
)
_PAUSE = re.compile(r"[,;:()](?!\d)")


def answers_kind(wanted: Wanted, sentence: str, before: str = "") -> list[Span]:
    """Spans of the sentence that could answer, best first; empty when its kind has no form to look for.

    What the question itself already names is never offered. ``before`` is the text in front of the
    sentence in its article: it lends figures their kind (target, result) and year.
    """
    if wanted.is_figure:
        return [Span(f.start, f.end) for f in fitting_figures(wanted, sentence, before)]
    if wanted.kind in {"date", "year", "time"}:
        return [Span(m.start, m.end) for m in _dates(wanted, sentence)]
    if wanted.kind == "reason":
        return _reasons(sentence)
    if wanted.kind == "ordinal":
        spans = ordinals(wanted.noun, sentence)
        return sorted(spans, key=lambda s: -closeness(wanted.question, sentence, s.start, s.end))
    if wanted.kind in {"person", "organisation", "place"}:
        return _named(wanted, sentence)
    return []


def holds_class(wanted: Wanted, sentence: str, spans: Sequence[Span]) -> bool:
    """Whether one of the spans is of the class asked for: "sở nào" wants "Sở Xây dựng", no other office."""
    size = len(wanted.noun) + 1
    return any(wanted.noun in sentence[max(0, span.start - size) : span.end].lower() for span in spans)


def closeness(question: str, sentence: str, start: int, end: int) -> float:
    """How near the question's own words stand to a span of the sentence, 0..1.

    Each content syllable counts by its nearest occurrence, half at ``HALF`` syllables away.
    """
    asked = [word for word in dict.fromkeys(syllables(question)) if word not in GRAMMAR]
    if not asked:
        return 0.0
    left, right = steps(sentence[:start], _PAUSE)[::-1], steps(sentence[end:], _PAUSE)
    inside = set(syllables(sentence[start:end]))
    total = 0.0
    for word in asked:
        if word in inside:
            total += 1.0
            continue
        away = [side.index(word) for side in (left, right) if word in side]
        total += 1.0 / (1.0 + min(away) / HALF) if away else 0.0
    return total / len(asked)


def steps(text: str, pauses: re.Pattern[str]) -> list[str]:
    """Syllables, with ``PAUSE`` blanks for each comma, colon or bracket: another clause is further off."""
    parts = pauses.split(text)
    words = syllables(parts[0])
    for part in parts[1:]:
        words += [""] * PAUSE + syllables(part)
    return words


def fitting_figures(wanted: Wanted, sentence: str, before: str = "") -> list[Figure]:
    """Figures with the wanted unit or noun, best first; target and result told apart where asked."""
    asked = figures(wanted.question)
    scored: list[tuple[float, int, Figure]] = []
    for figure in figures(sentence, before):
        fit = _fit(wanted, figure)
        if fit and not any(same_figure(figure, given) and figure.unit == given.unit for given in asked):
            near = closeness(wanted.question, sentence, figure.start, figure.end)
            vague = 2 if figure.word and figure.value == 1 else 0
            scored.append((vague - fit - _intent_fit(wanted, figure) - NEAR * near, figure.start, figure))
    return [figure for _, _, figure in sorted(scored, key=lambda item: item[:2])]


def _fit(wanted: Wanted, figure: Figure) -> int:
    """0 when the figure cannot answer, more the better its unit fits."""
    if wanted.kind in {"rank", "code"}:
        shapes = {"rank": {"ordinal", "ratio"}, "code": {"code"}}[wanted.kind]
        return 4 if figure.shape in shapes else 0
    if figure.shape in {"code", "ordinal"}:
        return 0
    kind = family(figure.unit)
    if wanted.kind == "number":
        return 3 if kind else 1
    if wanted.kind == "count":
        return _counts(wanted.noun, figure, kind)
    if kind != wanted.kind:  # "rộng bao nhiêu" asks for a width as often as for an area
        wide = wanted.kind == "area" and not wanted.unit and kind == "distance"
        return 2 if wide and "rộng" in wanted.question.lower() else 0
    if not wanted.unit or figure.unit == wanted.unit:
        return 4
    return 2 if wanted.kind in {"money", "area", "distance", "quantity"} else 0


def _counts(noun: str, figure: Figure, kind: str) -> int:
    if not noun:
        return 3 if kind in {"people", "count"} else 0
    if figure.unit and same_unit(noun, figure.unit):
        return 4
    mine, theirs = noun.split(), figure.unit.split()
    if theirs and mine[0] == theirs[0]:
        return 3
    if (family(noun) == "people" and kind == "people") or kindred(noun, figure.unit):
        return 2
    return 1 if not figure.unit and figure.shape == "number" else 0


def _intent_fit(wanted: Wanted, figure: Figure) -> int:
    if not wanted.intent:
        return {"result": 1, "unknown": 1, "past": -1}.get(figure.kind, 0)
    if wanted.intent == figure.kind:
        return 3
    if figure.kind == "unknown":
        return 0
    return -2 if {wanted.intent, figure.kind} != {"target", "plan"} else 1


def _dates(wanted: Wanted, sentence: str) -> list[Moment]:
    given = moments(wanted.question)
    found = [m for m in moments(sentence) if not any(same_moment(m, g) for g in given)]
    if wanted.kind == "time":
        found.sort(key=lambda m: -closeness(wanted.question, sentence, m.start, m.end))
        return [m for m in found if m.is_time]
    dated = [m for m in found if not m.is_time]
    if wanted.kind == "year":
        dated.sort(key=lambda m: -closeness(wanted.question, sentence, m.start, m.end))
        return [m for m in dated if m.year]
    return sorted(
        dated,
        key=lambda m: (
            (m.day is None)
            + (m.month is None)
            - DATE_NEAR * closeness(wanted.question, sentence, m.start, m.end)
        ),
    )


def _reasons(sentence: str) -> list[Span]:
    found: list[Span] = []
    for match in _REASON.finditer(sentence):
        stop = _CLAUSE.search(sentence, match.end())
        end = stop.start() if stop else len(sentence)
        hollow = _NO_REASON.search(sentence[: match.start()]) or _NO_CAUSE.match(sentence, match.end())
        if end - match.end() > 8 and not hollow:
            found.append(Span(match.end(), end))
    return found[:2]


def _named(wanted: Wanted, sentence: str) -> list[Span]:
    """People, offices or places; those whose class word is the asked noun come first."""
    known = set(name_key(wanted.question))
    scored: list[tuple[float, int, Span]] = []
    if wanted.kind == "person":
        for name in names(sentence):
            likely = name.kind == "person" or (name.sure and name.kind == "other" and " " in name.text)
            if likely and not set(name_key(name.text)) <= known:
                near = closeness(wanted.question, sentence, name.start, name.end)
                rank = (0 if name.kind == "person" else 1) - NAME_NEAR * near
                scored.append((rank, name.start, Span(name.start, name.end)))
    elif wanted.kind == "organisation":
        for name in names(sentence):
            start, end = full_name(sentence, name)
            text = sentence[start:end]
            if set(name_key(text)) <= known or not name.sure:
                continue
            fits = fold(text).startswith(fold(wanted.noun)) if wanted.noun else False
            rank = 0 if fits else 1 if name.kind == "organisation" else 3
            scored.append((rank, start, Span(start, end)))
        scored += _classed(wanted, sentence, known)
    else:
        scored += _classed(wanted, sentence, known)
    found = [span for _, _, span in sorted(scored, key=lambda item: item[:2])]
    return _listed(found, sentence) if wanted.many else found


def _listed(spans: list[Span], sentence: str) -> list[Span]:
    """Names that the sentence lists ("A, B và C") as one span, in the place of the best of them."""
    kept: list[Span] = []
    for span in spans:
        start, end = span.start, span.end
        for other in sorted(spans, key=lambda s: s.start):
            if other.start >= end and _BETWEEN.fullmatch(sentence[end : other.start]):
                end = other.end
        for other in sorted(spans, key=lambda s: -s.end):
            if other.end <= start and _BETWEEN.fullmatch(sentence[other.end : start]):
                start = other.start
        if not any(start < known.end and known.start < end for known in kept):
            kept.append(Span(start, end))
    return kept


def _classed(wanted: Wanted, sentence: str, known: set[str]) -> list[tuple[float, int, Span]]:
    found: list[tuple[float, int, Span]] = []
    for entity in entities(sentence):
        if entity.person or set(name_key(entity.name)) <= known:
            continue
        fits = wanted.noun in entity.classes
        place = any(word in PLACE_CLASSES for word in entity.classes)
        near = (
            closeness(wanted.question, sentence, entity.start, entity.end) if wanted.kind == "place" else 0.0
        )
        rank = (0 if fits else 1 if place and wanted.kind == "place" else 2) - NAME_NEAR * near
        found.append((rank, entity.start, Span(entity.start, entity.end)))
    return found


PLACE_CLASSES = frozenset(CLASSES.split("|")[: CLASSES.split("|").index("bệnh viện")])
