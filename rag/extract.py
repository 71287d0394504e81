"""Extractive answers: lead first, then the quoted sentence, each with its citation; no model writes.

What is composed here is templates from ``prompts/`` around words of the articles, so that every
sentence can be proved by offset.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import prompts
from index.types import Span
from rag.alternatives import alike, alternative, fits
from rag.figures import figures
from rag.headings import opening
from rag.lead import FORMED, joined, leads, spoken
from rag.leaning import MOST_JOINED_WORDS, MOST_REASON_WORDS, context, supported_by, whole
from rag.rivals import Rivals, rivals
from rag.side_labels import side_labels
from rag.types import Citation, Evidence, Said
from rag.wanted import all_wanted

MOST_QUOTED_WORDS = 60
"""Words of quotes shown in an answer of several sides; the citations keep the whole sentences."""

_COMPARED = re.compile(
    r"\b(cao|nhiều|lớn|dài|đông|rộng|nặng|đắt|mạnh|nhanh|ít|thấp|ngắn|nhỏ|rẻ|nhẹ|hẹp|chậm) hơn\b",
    re.IGNORECASE,
)
_KINDS = {"target": "target", "plan": "plan"}
_LESS = frozenset({"ít", "thấp", "ngắn", "nhỏ", "rẻ", "nhẹ", "hẹp", "chậm"})


MOST_FACT_WORDS = 80
"""Words of an answer to a question for one fact."""
MOST_EITHER_WORDS = 55
"""Words of an answer that names two likely figures and quotes both sentences."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One question (or side of one) with the evidence chosen for it; empty evidence is not found."""

    question: str
    evidence: tuple[Evidence, ...]


def cite(evidence: Evidence, number: int) -> Citation:
    """A citation of evidence that is quoted word for word."""
    article = evidence.article
    return Citation(
        number=number,
        article_id=article.id,
        source=article.source,
        title=article.title,
        published=article.published,
        quote=evidence.text,
        start=evidence.start,
        end=evidence.end,
        state="supported",
    )


def vietnamese(day: date) -> str:
    """11/1/2024, as Vietnamese news writes it."""
    return f"{day.day}/{day.month}/{day.year}"


def answer(question: str, findings: Sequence[Finding]) -> list[Said]:
    """The sentences of the answer, in order.

    ``findings`` holds one for a plain question, else one per side; at least one has evidence.
    """
    if len(findings) == 1:
        return _plain(findings[0])
    return _sided(question, findings)


def _plain(finding: Finding) -> list[Said]:
    """Lead and quote of the best evidence, and the figure that rivals it if there is one."""
    found = rivals(finding.question, finding.evidence)
    if found is None:
        return _either(finding) or _proved(finding.question, finding.evidence[0])
    lead, *quotes = _proved(finding.question, found.first.evidence)
    numbers = [citation.number for one in (lead, *quotes) for citation in one.citations]
    both = _rivalry(found, lead.citations[-1], max(numbers) + 1)
    words = sum(len(one.text.split()) for one in (lead, *quotes, both))
    # both figures matter more than the words around the first: its card still shows them
    return [lead, both] if words > MOST_FACT_WORDS else [lead, *quotes, both]


def _either(finding: Finding) -> list[Said] | None:
    """Both of two sentences that are nearly as likely; None where one is ahead or both are too long."""
    question, first = finding.question, finding.evidence[0]
    if better := _better_formed(question, first, alternative(finding.evidence, sure=1.0)):
        return _proved(question, better)
    second = alternative(finding.evidence)
    if second is None:
        return None
    said = _proved(question, first)
    number = max(citation.number for one in said for citation in one.citations) + 1
    other = cite(second, number)
    one, two = (leads(question, e, context(e)) for e in (first, second))
    if one and not two:
        return None  # only the first holds what the question asks for
    if one and two and not _is_fact(question):  # halves of two reasons read as neither: quote both
        said = said[-1:]
    elif one and two:
        mine, theirs = spoken(first, one), spoken(second, two)
        if alike(mine, theirs) or (fits(question, mine) and not fits(question, theirs)):
            return None
        values = {"first": mine, "second": theirs, "second_number": number}
        lead = said[0].citations[-1]
        both = prompts.render("said_either", first_number=lead.number, **values)
        said = [Said(both, (lead, other)), *said[1:]]
    quote = prompts.render("said_other", quote=_shown(second.text), numbers=number)
    both_quoted = [*said, Said(quote, (other,))]
    if one and two and _is_fact(question):  # both leads are said: the cards show what there is no room for
        tries = (both_quoted, said, said[:1])
        return next(tried for tried in tries if words_of(tried) <= MOST_EITHER_WORDS or tried == said[:1])
    return both_quoted if words_of(both_quoted) <= MOST_FACT_WORDS else None


def _better_formed(question: str, first: Evidence, second: Evidence | None) -> Evidence | None:
    """The second sentence where it alone says the kind of thing asked for: an airport for "sân bay nào"."""
    if second is None or not any(w.kind in FORMED or w.kind == "reason" for w in all_wanted(question)):
        return None
    one, two = (leads(question, e, context(e)) for e in (first, second))
    if not two or not fits(question, spoken(second, two)):
        return None
    return None if one and fits(question, spoken(first, one)) else second


def words_of(said: Sequence[Said]) -> int:
    return sum(len(one.text.split()) for one in said)


def _is_fact(question: str) -> bool:
    return any(want.kind in FORMED for want in all_wanted(question))


def _rivalry(found: Rivals, first: Citation, number: int) -> Said:
    """Both figures in one sentence: by their articles' dates, or as result and aim."""
    second = cite(found.second.evidence, number)
    claims = (found.first, found.second)
    one, two = (spoken(c.evidence, [c.span]) for c in claims)
    values = {"first": one, "second": two, "first_number": first.number, "second_number": number}
    if found.aims:
        kinds = [prompts.render(f"kind_{_KINDS.get(c.figure.kind, 'result')}") for c in claims]
        text = prompts.render("said_both", first_kind=kinds[0], second_kind=kinds[1], **values)
    else:
        days = [c.evidence.article.published for c in claims]
        dates = [vietnamese(day) if day else prompts.render("undated") for day in days]
        text = prompts.render("said_differ", first_date=dates[0], second_date=dates[1], **values)
    return Said(text, (first, second))


def _proved(question: str, evidence: Evidence) -> list[Said]:
    """The lead, where there is one, then the quote with what it leans on."""
    best = whole(evidence, MOST_JOINED_WORDS if _is_fact(question) else MOST_REASON_WORDS)
    if item := _item(question, best):
        return item
    before = supported_by(best)
    quoted = _with_before(best, before)
    citations = tuple(cite(one, number) for number, one in enumerate(quoted, 1))
    numbers = ", ".join(str(c.number) for c in citations)
    said: list[Said] = []
    spans = leads(question, best, context(best))
    if spans:
        lead = prompts.render("said_lead", lead=joined(best, spans), numbers=citations[-1].number)
        said.append(Said(lead, citations[-1:]))
    quote = " ".join(_shown(one.text) for one in quoted)
    said.append(Said(_quote(quote, numbers, best.article.published), citations))
    return said


def _item(question: str, best: Evidence) -> list[Said] | None:
    """The answer from an item of a list, introduced by the words that open the list; None for other text."""
    head = opening(best.article, best.start)
    if head is None:
        return None
    first = cite(best, 1)
    opened = cite(
        replace(best, start=head.start, end=head.end, text=best.article.text[head.start : head.end]), 2
    )
    spans = leads(question, best, context(best))
    said = [Said(prompts.render("said_lead", lead=joined(best, spans), numbers=1), (first,))] if spans else []
    values = {"head": opened.quote, "head_number": 2, "quote": _shown(best.text), "numbers": 1}
    if best.article.published is None:
        text = prompts.render("said_quote_item", **values)
    else:
        text = prompts.render("said_quote_item_dated", date=vietnamese(best.article.published), **values)
    return [*said, Said(text, (first, opened))]


def _quote(quote: str, numbers: str, published: date | None) -> str:
    if published is None:
        return prompts.render("said_quote", quote=quote, numbers=numbers)
    return prompts.render("said_quote_dated", quote=quote, numbers=numbers, date=vietnamese(published))


def _shown(quote: str) -> str:
    """A quote on one line, its final stop left to the template, as is the mark that ends an item."""
    return " ".join(quote.split()).rstrip(".;, ")


def _with_before(best: Evidence, before: Span | None) -> tuple[Evidence, ...]:
    """The evidence, joined with the sentence it leans on where nothing but a space parts them."""
    if before is None:
        return (best,)
    text = best.article.text
    if text[before.end : best.start].strip(" ") == "":
        return (replace(best, start=before.start, text=text[before.start : best.end], span=None),)
    quote = text[before.start : before.end]
    return (replace(best, start=before.start, end=before.end, text=quote, span=None), best)


def _sided(question: str, findings: Sequence[Finding]) -> list[Said]:
    """One sentence a side, the comparison, then the quotes as far as there is room."""
    labels = side_labels([finding.question for finding in findings])
    said: list[Said] = []
    quotes: list[Said] = []
    values: list[tuple[str, Evidence, Span, Citation]] = []
    cited: dict[tuple[str, int], Citation] = {}
    for finding, label in zip(findings, labels, strict=True):
        if not finding.evidence:
            said.append(Said(prompts.render("said_missing_side", question=finding.question), ()))
            continue
        best = finding.evidence[0]
        citation = cited.setdefault((best.article.id, best.start), cite(best, len(cited) + 1))
        spans = leads(finding.question, best, context(best))
        if spans:
            lead = joined(best, spans)
            text = _side(label, lead, str(citation.number))
            quote = Said(_quote(_shown(best.text), str(citation.number), best.article.published), (citation,))
            if all(known.citations != quote.citations for known in quotes):
                quotes.append(quote)
            values.append((label, best, spans[0], citation))
        else:
            text = _side(label, f"“{_shown(best.text)}”", str(citation.number))
        said.append(Said(text, (citation,)))
    if len(values) == len(findings) == 2 and (compared := _compare(question, values)):
        said.append(compared)
    room = MOST_QUOTED_WORDS - sum(len(s.text.split()) for s in said) // 2
    for quote in quotes:
        room -= len(quote.text.split())
        if room >= 0:
            said.append(quote)
    return said


def _side(label: str, said: str, numbers: str) -> str:
    if label:
        return prompts.render("said_side", label=label, lead=said, numbers=numbers)
    return prompts.render("said_lead", lead=said, numbers=numbers)


def _compare(question: str, values: Sequence[tuple[str, Evidence, Span, Citation]]) -> Said | None:
    """Which side is higher, when the question asks it and both leads are one figure of one unit."""
    match = _COMPARED.search(question)
    if match is None:
        return None
    found = []
    for label, evidence, span, citation in values:
        inside = [f for f in figures(evidence.text) if f.start < span.end and span.start < f.end]
        if len(inside) != 1 or inside[0].high is not None:
            return None
        found.append((label, inside[0], citation))
    (one, first, first_cited), (two, second, second_cited) = found
    if first.unit != second.unit or first.per != second.per:
        return None
    numbers = f"{first_cited.number}, {second_cited.number}"
    citations = (first_cited, second_cited)
    if first.value == second.value:
        return Said(prompts.render("said_equal", numbers=numbers), citations)
    wins = (first.value > second.value) != (match[1].lower() in _LESS)
    label = one if wins else two
    text = prompts.render("said_comparison", label=label, comparison=match[0].lower(), numbers=numbers)
    return Said(text, citations)
