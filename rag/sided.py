"""The answer to a question of several sides: a sentence for each, the comparison, then the quotes.

Who asks about two things wants both figures first. The quotes follow as far as there is room; the
citations hold all of them whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import prompts
from index.types import Span
from rag.figures import Figure, figures
from rag.lead import joined, leads
from rag.leaning import context
from rag.quoting import Finding, cite, quotation, shown, word_count
from rag.side_labels import side_labels
from rag.types import Citation, Evidence, Said

MOST_QUOTED_WORDS = 60
"""Words of quotes shown in an answer of several sides; the citations keep the whole sentences."""
_COMPARED = re.compile(
    r"\b(cao|nhiều|lớn|dài|đông|rộng|nặng|đắt|mạnh|nhanh|ít|thấp|ngắn|nhỏ|rẻ|nhẹ|hẹp|chậm) hơn\b",
    re.IGNORECASE,
)
_LESS = frozenset({"ít", "thấp", "ngắn", "nhỏ", "rẻ", "nhẹ", "hẹp", "chậm"})


@dataclass(frozen=True, slots=True)
class _Side:
    """A side that has evidence; without spans that lead, its whole sentence speaks."""

    label: str
    best: Evidence
    citation: Citation
    spans: tuple[Span, ...]


def sided(question: str, findings: Sequence[Finding]) -> list[Said]:
    """One sentence a side, the comparison, then the quotes as far as there is room."""
    sides = _sides(findings)
    said = [
        _told(side) if side else Said(prompts.render("said_missing_side", question=finding.question), ())
        for finding, side in zip(findings, sides, strict=True)
    ]
    led = [side for side in sides if side and side.spans]
    if len(led) == len(findings) == 2 and (compared := _compare(question, led)):
        said.append(compared)
    return [*said, *_quotes(led, MOST_QUOTED_WORDS - word_count(said) // 2)]


def _sides(findings: Sequence[Finding]) -> list[_Side | None]:
    """Each side, None where nothing is found; a sentence that answers two sides has one number."""
    labels = side_labels([finding.question for finding in findings])
    cited: dict[tuple[str, int], Citation] = {}
    sides: list[_Side | None] = []
    for finding, label in zip(findings, labels, strict=True):
        if not finding.evidence:
            sides.append(None)
            continue
        best = finding.evidence[0]
        citation = cited.setdefault((best.article.id, best.start), cite(best, len(cited) + 1))
        sides.append(_Side(label, best, citation, leads(finding.question, best, context(best))))
    return sides


def _told(side: _Side) -> Said:
    """A side's label and lead, or its sentence in quotes where nothing leads."""
    lead = joined(side.best, side.spans) if side.spans else f"“{shown(side.best.text)}”"
    numbers = str(side.citation.number)
    if side.label:
        text = prompts.render("said_side", label=side.label, lead=lead, numbers=numbers)
    else:
        text = prompts.render("said_lead", lead=lead, numbers=numbers)
    return Said(text, (side.citation,))


def _quotes(led: Sequence[_Side], room: int) -> Iterator[Said]:
    """The sentences that the leads were taken from, each once, until ``room`` words are used up."""
    quoted: set[int] = set()
    for side in led:
        citation = side.citation
        if citation.number in quoted:
            continue
        quoted.add(citation.number)
        text = quotation(shown(side.best.text), str(citation.number), side.best.article.published)
        quote = Said(text, (citation,))
        room -= word_count([quote])
        if room < 0:
            return
        yield quote


def _compare(question: str, sides: Sequence[_Side]) -> Said | None:
    """Which side is higher, when the question asks it and both leads are one figure of one unit."""
    match = _COMPARED.search(question)
    if match is None:
        return None
    one, two = sides
    first, second = _figure(one), _figure(two)
    if first is None or second is None or first.unit != second.unit or first.per != second.per:
        return None
    numbers = f"{one.citation.number}, {two.citation.number}"
    citations = (one.citation, two.citation)
    if first.value == second.value:
        return Said(prompts.render("said_equal", numbers=numbers), citations)
    wins = (first.value > second.value) != (match[1].lower() in _LESS)
    label = one.label if wins else two.label
    text = prompts.render("said_comparison", label=label, comparison=match[0].lower(), numbers=numbers)
    return Said(text, citations)


def _figure(side: _Side) -> Figure | None:
    """The only figure in a side's first lead; None for several, and for a range: it has no one size."""
    span = side.spans[0]
    inside = [f for f in figures(side.best.text) if f.start < span.end and span.start < f.end]
    return inside[0] if len(inside) == 1 and inside[0].high is None else None
