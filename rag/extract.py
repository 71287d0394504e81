"""Extractive answers: lead first, then the quoted sentence, each with its citation; no model writes.

What is composed here is templates from ``prompts/`` around words of the articles, so that every
sentence can be proved by offset. A question of several sides is answered by ``rag.sided``.
"""

from collections.abc import Sequence
from dataclasses import replace

import prompts
from index.types import Span
from rag.alternatives import alike, alternative, fits
from rag.full_names import told_in_full
from rag.headings import opening
from rag.lead import FORMED, joined, leads, spoken
from rag.leaning import MOST_JOINED_WORDS, MOST_REASON_WORDS, context, supported_by, whole
from rag.quoting import Finding, cite, quotation, shown, vietnamese, word_count
from rag.rivals import Rivals, rivals
from rag.sided import sided
from rag.types import Citation, Evidence, Said
from rag.wanted import all_wanted

MOST_FACT_WORDS = 80
"""Words of an answer to a question for one fact."""
MOST_EITHER_WORDS = 55
"""Words of an answer that names two likely figures and quotes both sentences."""
_KINDS = {"target": "target", "plan": "plan"}


def answer(question: str, findings: Sequence[Finding]) -> list[Said]:
    """The sentences of the answer, in order.

    ``findings`` holds one for a plain question, else one per side; at least one has evidence.
    """
    if len(findings) == 1:
        return _plain(findings[0])
    return sided(question, findings)


def _plain(finding: Finding) -> list[Said]:
    """Lead and quote of the best evidence, and the figure that rivals it if there is one."""
    found = rivals(finding.question, finding.evidence)
    if found is None:
        return _either(finding) or _proved(finding.question, finding.evidence[0])
    lead, *quotes = _proved(finding.question, found.first.evidence)
    numbers = [citation.number for one in (lead, *quotes) for citation in one.citations]
    both = _rivalry(found, lead.citations[-1], max(numbers) + 1)
    words = word_count([lead, *quotes, both])
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
    quote = prompts.render("said_other", quote=shown(second.text), numbers=number)
    both_quoted = [*said, Said(quote, (other,))]
    if one and two and _is_fact(question):  # both leads are said: the cards show what there is no room for
        tries = (both_quoted, said, said[:1])
        return next(tried for tried in tries if word_count(tried) <= MOST_EITHER_WORDS or tried == said[:1])
    return both_quoted if word_count(both_quoted) <= MOST_FACT_WORDS else None


def _better_formed(question: str, first: Evidence, second: Evidence | None) -> Evidence | None:
    """The second sentence where it alone says the kind of thing asked for: an airport for "sân bay nào"."""
    if second is None or not any(w.kind in FORMED or w.kind == "reason" for w in all_wanted(question)):
        return None
    one, two = (leads(question, e, context(e)) for e in (first, second))
    if not two or not fits(question, spoken(second, two)):
        return None
    return None if one and fits(question, spoken(first, one)) else second


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
    named = _called(question, best, spans)
    if spans and named is None:
        lead = prompts.render("said_lead", lead=joined(best, spans), numbers=citations[-1].number)
        said.append(Said(lead, citations[-1:]))
    quote = " ".join(shown(one.text) for one in quoted)
    said.append(Said(quotation(quote, numbers, best.article.published), citations))
    return _introduced(named, said, citations[-1]) if named else said


def _called(question: str, best: Evidence, spans: Sequence[Span]) -> tuple[str, Evidence] | None:
    """Who "ông Thơ" is, where a person is asked for and the lead is a given name alone."""
    person = any(want.kind == "person" for want in all_wanted(question))
    return told_in_full(best, spans[0]) if person and len(spans) == 1 else None


def _introduced(named: tuple[str, Evidence], said: Sequence[Said], answering: Citation) -> list[Said]:
    """The full name leads, proved by the sentence that answers and the one that tells the name."""
    name, telling = named
    shown_already = [c for one in said for c in one.citations if c.start <= telling.start < c.end]
    told = shown_already[0] if shown_already else cite(telling, answering.number + 1)
    pair = tuple(dict.fromkeys((answering, told)))
    numbers = ", ".join(str(citation.number) for citation in pair)
    found = [Said(prompts.render("said_lead", lead=name, numbers=numbers), pair), *said]
    quote = Said(quotation(shown(telling.text), str(told.number), telling.article.published), (told,))
    return found if shown_already or word_count([*found, quote]) > MOST_FACT_WORDS else [*found, quote]


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
    values = {"head": opened.quote, "head_number": 2, "quote": shown(best.text), "numbers": 1}
    if best.article.published is None:
        text = prompts.render("said_quote_item", **values)
    else:
        text = prompts.render("said_quote_item_dated", date=vietnamese(best.article.published), **values)
    return [*said, Said(text, (first, opened))]


def _with_before(best: Evidence, before: Span | None) -> tuple[Evidence, ...]:
    """The evidence, joined with the sentence it leans on where nothing but a space parts them."""
    if before is None:
        return (best,)
    text = best.article.text
    if text[before.end : best.start].strip(" ") == "":
        return (replace(best, start=before.start, text=text[before.start : best.end], span=None),)
    quote = text[before.start : before.end]
    return (replace(best, start=before.start, end=before.end, text=quote, span=None), best)
