"""A second figure that the reader must know of: another article's, or the target beside the result.

A rival is never guessed from likeness alone: it has the wanted unit, measures the same by its own
words, answers the question with nearly the chance of the first, and says something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.types import Span
from rag.figures import Figure, figures, same_figure
from rag.lead import leads
from rag.leaning import sentence_before
from rag.slots import content
from rag.types import Evidence
from rag.units import family, same_unit
from rag.wanted import all_wanted

NEARLY = 0.6
"""Share of the first one's probability that a rival needs."""
ROUNDED = Decimal("0.02")
"""Figures nearer than this share are one, rounded: "4.645" and "hơn 4.600"."""
SAME_WORDS = 0.5
"""Share of the shorter measure's words that two figures of one measure have in common."""
_AIMS = frozenset({"target", "plan"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure as one sentence gives it."""

    evidence: Evidence
    span: Span
    figure: Figure


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two claims, the one to lead with first. ``aims``: a result, then an aim of the same article."""

    first: Claim
    second: Claim
    aims: bool


def rivals(question: str, evidence: Sequence[Evidence]) -> Rivals | None:
    """The first evidence's figure and one that rivals it, or None where there is no doubt."""
    wants = all_wanted(question)
    if len(wants) != 1 or not wants[0].is_figure or wants[0].kind in {"rank", "code"} or len(evidence) < 2:
        return None
    first = claim(question, evidence[0])
    if first is None:
        return None
    for other in evidence[1:]:
        if other.probability < NEARLY * evidence[0].probability:
            return None
        second = claim(question, other)
        if second is None or not _same_measure(first.figure, second.figure):
            continue
        same_article = other.article.id == first.evidence.article.id
        if same_article and not wants[0].intent and _result_and_aim(first.figure, second.figure):
            reached = (second, first) if first.figure.kind in _AIMS else (first, second)
            return Rivals(*reached, aims=True)
        if not same_article and not _aims_differ(first.figure, second.figure) and _same_year(first, second):
            return _newest_first(first, second)
    return None


def claim(question: str, evidence: Evidence) -> Claim | None:
    """The one figure that leads an answer from this evidence; None for none or several."""
    before = sentence_before(evidence.article, evidence.start)
    context = evidence.article.text[before.start : before.end] if before else ""
    spans = leads(question, evidence, context)
    if len(spans) != 1:
        return None
    inside = [f for f in figures(evidence.text, context) if f.start < spans[0].end and spans[0].start < f.end]
    return Claim(evidence, spans[0], inside[0]) if len(inside) == 1 and inside[0].shape == "number" else None


def _same_measure(one: Figure, other: Figure) -> bool:
    """One unit and one measure, but not one value."""
    if not one.unit or not same_unit(one.unit, other.unit) or one.per != other.per:
        return False
    if same_figure(one, replace(other, unit=one.unit)) or _rounded(one.value, other.value):
        return False
    mine, theirs = set(content(one.measure)), set(content(other.measure))
    shared = len(mine & theirs)
    return shared > 0 and shared >= SAME_WORDS * min(len(mine), len(theirs))


def _rounded(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= ROUNDED * max(abs(one), abs(other))


def _aims_differ(one: Figure, other: Figure) -> bool:
    return (one.kind in _AIMS) != (other.kind in _AIMS)


def _result_and_aim(one: Figure, other: Figure) -> bool:
    """A reached figure and an aim; spans of time are neither."""
    kinds = {one.kind, other.kind}
    return "result" in kinds and bool(kinds & _AIMS) and family(one.unit) != "duration"


def _same_year(one: Claim, other: Claim) -> bool:
    return not (one.figure.year and other.figure.year and one.figure.year != other.figure.year)


def _newest_first(one: Claim, other: Claim) -> Rivals:
    """The later article leads: it may have set the earlier one right."""
    dates = one.evidence.article.published, other.evidence.article.published
    if dates[0] and dates[1] and dates[1] > dates[0]:
        return Rivals(other, one, aims=False)
    return Rivals(one, other, aims=False)
