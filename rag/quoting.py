"""What every extractive answer is made of: what was found, its citations, and quotes as they are shown.

An answer to one question and one to several sides quote alike: how they do stands here once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import prompts
from rag.types import Citation, Evidence, Said


@dataclass(frozen=True, slots=True)
class Finding:
    """One question (or side of one) with the evidence chosen for it; empty evidence is not found."""

    question: str
    evidence: tuple[Evidence, ...]

    def answers(self, floor: float) -> bool:
        """Whether the best evidence is likely enough to be told."""
        return bool(self.evidence) and self.evidence[0].probability >= floor


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


def citations(said: Sequence[Said]) -> tuple[Citation, ...]:
    """Each citation once, by number."""
    return tuple({c.number: c for sentence in said for c in sentence.citations}.values())


def quotation(quote: str, numbers: str, published: date | None) -> str:
    """The sentence around a quote, with the day of its article: what news says is true of that day."""
    if published is None:
        return prompts.render("said_quote", quote=quote, numbers=numbers)
    return prompts.render("said_quote_dated", quote=quote, numbers=numbers, date=vietnamese(published))


def shown(quote: str) -> str:
    """A quote on one line, its final stop left to the template, as is the mark that ends an item."""
    return " ".join(quote.split()).rstrip(".;, ")


def vietnamese(day: date) -> str:
    """11/1/2024, as Vietnamese news writes it."""
    return f"{day.day}/{day.month}/{day.year}"


def word_count(said: Sequence[Said]) -> int:
    """How long sentences are for their reader: answers are kept short by words."""
    return sum(len(one.text.split()) for one in said)
