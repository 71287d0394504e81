"""One question with its answer as the screen keeps it: what is shown, stored and exported."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rag.types import Answer, Citation, Mode, Said, State, Turn

if TYPE_CHECKING:
    from index.types import Article, Passage

SURE = 0.9
"""From this calibrated probability on the screen says "chắc chắn"."""


@dataclass(frozen=True, slots=True)
class Card:
    """A source card. ``before`` and ``after`` are the rest of the passage around the quote.

    It is a snapshot: an old conversation shows what was read then, whatever became of the article.
    """

    number: int
    source: str
    title: str
    publisher: str | None
    published: date | None
    before: str
    quote: str
    after: str
    start: int
    end: int
    state: State
    difference: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """``id`` is the row in the history (0 before it is kept); ``vote`` is 1, -1 or 0."""

    id: int
    question: str
    standalone: str
    text: str
    cards: tuple[Card, ...]
    confidence: float | None
    mode: Mode
    reason: str | None
    suggestions: tuple[str, ...] = ()
    stopped: bool = False
    vote: int = 0
    arriving: int = 0
    """Articles that were still being indexed when it was asked."""

    @property
    def answered_surely(self) -> bool:
        """Whether the answer may be called certain on screen."""
        return self.mode != "refused" and self.confidence is not None and self.confidence >= SURE


def card(citation: Citation, article: "Article", passages: Sequence["Passage"]) -> Card:
    """The card of a citation, its context taken from the passages that hold the quote."""
    around = [one for one in passages if one.start < citation.end and citation.start < one.end]
    first = min([citation.start, *(one.start for one in around)])
    last = max([citation.end, *(one.end for one in around)])
    return Card(
        number=citation.number,
        source=citation.source,
        title=citation.title,
        publisher=article.publisher,
        published=citation.published,
        before=article.text[first : citation.start],
        quote=citation.quote,
        after=article.text[citation.end : last],
        start=citation.start,
        end=citation.end,
        state=citation.state,
        difference=citation.difference,
    )


def exchange(answer: Answer, cards: Sequence[Card]) -> Exchange:
    """An answer as shown, not yet kept."""
    return Exchange(
        id=0,
        question=answer.question,
        standalone=answer.standalone,
        text=answer.text,
        cards=tuple(cards),
        confidence=answer.confidence,
        mode=answer.mode,
        reason=answer.reason,
        suggestions=answer.suggestions,
        arriving=answer.arriving,
    )


def stopped(question: str, said: Sequence[Said], cards: Sequence[Card]) -> Exchange:
    """What stands when the reader stops an answer: the sentences shown so far."""
    text = "\n".join(one.text for one in said)
    return Exchange(0, question, question, text, tuple(cards), None, "extractive", "stopped", stopped=True)


def turns(exchanges: Sequence[Exchange]) -> list[Turn]:
    """A conversation as the assistant takes it."""
    return [
        turn
        for one in exchanges
        for turn in (Turn("user", one.question), Turn("assistant", one.text))
        if turn.content
    ]


def dumps(one: Exchange) -> str:
    """JSON for the history file; ``id`` and ``vote`` have columns of their own."""
    form = asdict(one)
    for name in ("id", "vote"):
        del form[name]
    return json.dumps(form, ensure_ascii=False, default=date.isoformat)


def loads(text: str, id_: int, vote: int) -> Exchange:
    """The inverse of ``dumps``."""
    form: dict[str, Any] = json.loads(text)
    cards = tuple(
        Card(**{**row, "published": date.fromisoformat(row["published"]) if row["published"] else None})
        for row in form.pop("cards")
    )
    return Exchange(id=id_, vote=vote, cards=cards, suggestions=tuple(form.pop("suggestions")), **form)
