"""The types of a question's trip: frozen, slotted, without behaviour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from index.types import Article, Hit, Span

State = Literal["supported", "figure_differs", "not_located"]
Mode = Literal["extractive", "llm", "refused"]
Role = Literal["user", "assistant"]


@dataclass(frozen=True, slots=True)
class Turn:
    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; None and empty mean no limit. ``folder`` is a prefix of sources."""

    since: date | None = None
    until: date | None = None
    folder: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood.

    ``typed`` is what the user wrote (NFC); ``text`` is what is searched and answered: diacritics
    restored, a follow-up made standalone. ``sides`` are the sub-questions of a comparison or a
    two-part question (empty for a plain one), each standalone.
    """

    typed: str
    text: str
    typed_marks: bool = True
    sides: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    carried: bool = False
    """True when words were carried over from the history."""
    spans: tuple[tuple[date, date], ...] = ()
    """Calendar spans that the question names, first and last day, seen from the day it is asked."""
    latest: bool = False
    """True when it asks for how things stand last."""
    told: str = ""
    """What the last answer of the talk said, when words were carried over from it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A candidate: one sentence of one hit. ``context`` is the sentence before it (or '')."""

    hit: Hit
    span: Span
    text: str
    context: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence (with what it leans on) chosen to prove an answer; ``text == article.text[start:end]``.

    ``score`` orders candidates; ``probability`` is the calibrated chance that it answers. ``span``
    is the shortest answer in it, as offsets into ``text``, or None.
    """

    article: Article
    start: int
    end: int
    text: str
    score: float
    probability: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered link from the answer to evidence; ``quote == article.text[start:end]``."""

    number: int
    article_id: str
    source: str
    title: str
    published: date | None
    quote: str
    start: int
    end: int
    state: State
    difference: str | None = None
    """What a model wrote and the source does not say, when ``state`` is not supported."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``answered`` is false exactly when ``mode`` is refused. ``timings`` are milliseconds by stage."""

    question: str
    standalone: str
    text: str
    citations: tuple[Citation, ...]
    confidence: float | None
    mode: Mode
    reason: str | None
    timings: dict[str, float]
    suggestions: tuple[str, ...] = ()
    arriving: int = 0
    """Articles that were being indexed meanwhile: new ones found by words alone, changed ones as before."""

    @property
    def answered(self) -> bool:
        return self.mode != "refused"


@dataclass(frozen=True, slots=True)
class Stage:
    """Progress of one answer: "search", "read" (detail: number of passages), "compose"."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One verified sentence of a streamed answer, never changed once shown."""

    text: str
    citations: tuple[Citation, ...]


Event = Stage | Said | Answer


class LLM(Protocol):
    """Anything that streams text for a prompt; ``name`` is shown on screen."""

    @property
    def name(self) -> str: ...

    def stream(self, system: str, prompt: str) -> Iterator[str]: ...


class Searcher(Protocol):
    def __call__(self, query: Query, k: int, filters: Filters) -> list[Hit]: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """What a scorer thinks of one candidate.

    ``probability``: that it answers. ``span``: the shortest answer, as offsets into the candidate's
    own text (None when the scorer finds none), with its probability.
    """

    probability: float
    span: Span | None = None
    span_probability: float = 0.0


class EvidenceScorer(Protocol):
    """Question and candidate sentences in; one Judged per candidate out, in their order."""

    def __call__(self, question: str, candidates: Sequence[Sentence]) -> list[Judged]: ...
