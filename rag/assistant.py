"""The assistant: a question in, a cited answer out, whole or as a stream of events.

It runs the llama-index parts of ``rag.engine`` in their order: understand, retrieve, choose evidence,
refuse below the floor, compose. One assistant serves many threads; it holds no state of a talk.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import prompts
from index.embedder import load_embedder
from index.store import Store, open_store
from index.types import Embedder, Hit
from rag import extract
from rag.calibration import calibration
from rag.engine import (
    EvidencePostprocessor,
    PassageRetriever,
    UnderstoodQuery,
    evidence_of,
    hits_of,
    passage_node,
)
from rag.evidence import similarity_scorer
from rag.settings import Settings
from rag.smalltalk import Smalltalk, smalltalk
from rag.types import Answer, Citation, Event, EvidenceScorer, Filters, Query, Said, Stage, Turn
from rag.understand import understand

NEAREST = 2
"""Titles that a refusal names."""


def open_assistant(settings: Settings, embedder: Embedder | None = None) -> "Assistant":
    """Open the index of ``settings.home`` with its embedder and evidence scorer.

    Raises StoreError (``index_missing``, ``index_other_model``, ``model_missing`` …).
    """
    embedder = embedder or load_embedder(settings.home, settings.embedding_model, settings.embedding_backend)
    store = open_store(settings.home, embedder.info)
    return Assistant(store, embedder, similarity_scorer(embedder))


class Assistant:
    """Answers from one index; every method may be called from many threads at once."""

    def __init__(self, store: Store, embedder: Embedder, scorer: EvidenceScorer) -> None:
        self.store, self._embedder = store, embedder
        self._postprocessor = EvidencePostprocessor(scorer=scorer)

    def ask(self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        """One answer; raises InputError ``question_empty`` or ``question_long``."""
        for event in self.stream(question, history, filters):
            if isinstance(event, Answer):
                return event
        raise AssertionError("a stream ends with its answer")

    def search(
        self, text: str, k: int = 10, filters: Filters | None = None, history: Sequence[Turn] = ()
    ) -> tuple[Query, list[Hit]]:
        """The question as understood and its ``k`` best passages."""
        query = self._understand(text, history)
        return query, self._retrieve(query, filters, k)

    def stream(
        self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None
    ) -> Iterator[Event]:
        """Stages while it works, then each verified sentence once, last the whole Answer."""
        clock = _Clock()
        if reply := smalltalk(question):
            yield from _small(question, reply, clock)
            return
        query = self._understand(question, history)
        clock.mark("understand")
        yield Stage("search", query.text)
        sides = [replace(query, text=side, sides=()) for side in query.sides] or [query]
        retrieved = [self._retrieve(side, filters) for side in sides]
        clock.mark("search")
        yield Stage("read", str(sum(len(hits) for hits in retrieved)))
        findings = [self._find(side, hits) for side, hits in zip(sides, retrieved, strict=True)]
        clock.mark("evidence")
        yield Stage("compose")
        floor = calibration().floor
        if not any(_answers(finding, floor) for finding in findings):
            yield self._refuse(query, findings, [hit for hits in retrieved for hit in hits], clock)
            return
        kept = [f if _answers(f, floor) else replace(f, evidence=()) for f in findings]
        said = extract.answer(query.text, kept)
        yield from said
        clock.mark("answer")
        yield Answer(
            question=query.typed,
            standalone=query.text,
            text="\n".join(sentence.text for sentence in said),
            citations=_citations(said),
            confidence=round(min(f.evidence[0].probability for f in kept if f.evidence), 4),
            mode="extractive",
            reason=None,
            timings=clock.timings(),
        )

    def close(self) -> None:
        """Release the index."""
        self.store.close()

    def _understand(self, question: str, history: Sequence[Turn]) -> Query:
        self.store.refresh()
        return understand(question, history, self.store, date.today())

    def _retrieve(self, query: Query, filters: Filters | None, k: int | None = None) -> list[Hit]:
        retriever = PassageRetriever(self.store, self._embedder, k=k, filters=filters)
        return hits_of(retriever.retrieve(UnderstoodQuery(query.text, query=query)))

    def _find(self, side: Query, hits: Sequence[Hit]) -> extract.Finding:
        nodes = self._postprocessor.postprocess_nodes(
            [passage_node(hit) for hit in hits], UnderstoodQuery(side.text, query=side)
        )
        return extract.Finding(side.text, tuple(evidence_of(nodes)))

    def _refuse(
        self, query: Query, findings: Sequence[extract.Finding], hits: Sequence[Hit], clock: "_Clock"
    ) -> Answer:
        """Say what was looked for and what the nearest articles are about."""
        titles = list(dict.fromkeys(hit.article.title for hit in sorted(hits, key=lambda h: -h.similarity)))
        if titles:
            named = " và ".join(f"“{title}”" for title in titles[:NEAREST])
            text = prompts.render("refusal_nearest", question=query.text.rstrip(" ?"), titles=named)
        else:
            text = prompts.render("refusal", question=query.text.rstrip(" ?"))
        chance = max((e.probability for f in findings for e in f.evidence), default=0.0)
        return Answer(
            query.typed, query.text, text, (), round(chance, 4), "refused", "below_floor", clock.timings()
        )


class _Clock:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._stages: dict[str, float] = {}

    def mark(self, stage: str) -> None:
        now = time.perf_counter()
        self._stages[stage] = round(1000 * (now - self._last), 1)
        self._last = now

    def timings(self) -> dict[str, float]:
        return {**self._stages, "total": round(1000 * (time.perf_counter() - self._start), 1)}


def _small(question: str, reply: Smalltalk, clock: _Clock) -> Iterator[Event]:
    yield Said(reply.text, ())
    mode, reason = ("refused", "outside") if reply.declined else ("extractive", None)
    yield Answer(question, question, reply.text, (), None, mode, reason, clock.timings())  # type: ignore[arg-type]


def _answers(finding: extract.Finding, floor: float) -> bool:
    return bool(finding.evidence) and finding.evidence[0].probability >= floor


def _citations(said: Sequence[Said]) -> tuple[Citation, ...]:
    """Each citation once, by number."""
    return tuple({c.number: c for sentence in said for c in sentence.citations}.values())
