"""Which spans of a sentence could fill a question: names for "ai", dates for "khi nào", figures…"""

import re

from index.text import fold
from index.types import Span
from rag.figures import Figure, figures, same_figure
from rag.moments import Moment, moments, same_moment
from rag.names import full_name, name_key, names
from rag.slots import CLASSES, entities
from rag.units import family, same_unit
from rag.wanted import Wanted

_REASON = re.compile(
    r"(?<!\w)(?:nguyên nhân (?:[^,.;]{0,60}?)?(?:là|do)|lý do (?:[^,.;]{0,40}?)?là|do|vì|bởi(?: vì)?|"
    r"nhờ|nhằm|xuất phát từ)\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.\n]|,\s(?:nên|dẫn đến|khiến|do đó|vì vậy)")


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
    if wanted.kind in {"person", "organisation", "place"}:
        return _named(wanted, sentence)
    return []


def fitting_figures(wanted: Wanted, sentence: str, before: str = "") -> list[Figure]:
    """Figures with the wanted unit or noun, best first; target and result told apart where asked."""
    asked = figures(wanted.question)
    scored: list[tuple[int, int, Figure]] = []
    for figure in figures(sentence, before):
        fit = _fit(wanted, figure)
        if fit and not any(same_figure(figure, given) and figure.unit == given.unit for given in asked):
            scored.append((-fit - _intent_fit(wanted, figure), figure.start, figure))
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
    if kind != wanted.kind:
        return 0
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
    if family(noun) == "people" and kind == "people":
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
        return [m for m in found if m.is_time]
    dated = [m for m in found if not m.is_time]
    if wanted.kind == "year":
        return [m for m in dated if m.year]
    return sorted(dated, key=lambda m: (m.day is None, m.month is None, m.start))


def _reasons(sentence: str) -> list[Span]:
    found: list[Span] = []
    for match in _REASON.finditer(sentence):
        stop = _CLAUSE.search(sentence, match.end())
        end = stop.start() if stop else len(sentence)
        if end - match.end() > 8:
            found.append(Span(match.end(), end))
    return found[:2]


def _named(wanted: Wanted, sentence: str) -> list[Span]:
    """People, offices or places; those whose class word is the asked noun come first."""
    known = set(name_key(wanted.question))
    scored: list[tuple[int, int, Span]] = []
    if wanted.kind == "person":
        for name in names(sentence):
            likely = name.kind == "person" or (name.sure and name.kind == "other" and " " in name.text)
            if likely and not set(name_key(name.text)) <= known:
                scored.append((0 if name.kind == "person" else 1, name.start, Span(name.start, name.end)))
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
    return [span for _, _, span in sorted(scored, key=lambda item: item[:2])]


def _classed(wanted: Wanted, sentence: str, known: set[str]) -> list[tuple[int, int, Span]]:
    found: list[tuple[int, int, Span]] = []
    for entity in entities(sentence):
        if entity.person or set(name_key(entity.name)) <= known:
            continue
        fits = wanted.noun in entity.classes
        place = any(word in PLACE_CLASSES for word in entity.classes)
        rank = 0 if fits else 1 if place and wanted.kind == "place" else 2
        found.append((rank, entity.start, Span(entity.start, entity.end)))
    return found


PLACE_CLASSES = frozenset(CLASSES.split("|")[: CLASSES.split("|").index("bệnh viện")])
