"""The assistant: a question in, a cited answer out, whole or as a stream of events.

It runs the llama-index parts of ``rag.engine`` in their order: understand, retrieve, choose evidence,
refuse below the floor, compose. One assistant serves many threads; it holds no state of a talk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import prompts
from index.embedder import load_embedder
from index.store import Store, open_store
from index.types import Embedder, Hit
from rag import extract, generate, rerank, suggest
from rag.calibration import calibration
from rag.clock import Clock
from rag.engine import (
    EvidencePostprocessor,
    HoibaoQueryEngine,
    PassageRetriever,
    UnderstoodQuery,
    evidence_of,
    hits_of,
    passage_node,
)
from rag.evidence import similarity_scorer
from rag.evidence_model import load_scorer
from rag.fitting import fitted
from rag.llm import open_llm
from rag.prompting import by_turns
from rag.quoting import Finding, citations
from rag.reform import reform
from rag.respelled import respelled
from rag.retold import told_last
from rag.settings import Settings
from rag.smalltalk import Smalltalk, smalltalk
from rag.types import (
    LLM,
    Answer,
    Event,
    EvidenceScorer,
    Filters,
    Query,
    Said,
    Stage,
    Turn,
)
from rag.understand import understand

NEAREST = 2
"""Titles that a refusal names."""
SIDE = 0.5
"""Share of the floor that a side needs once another side of its question is answered."""


def open_assistant(settings: Settings, embedder: Embedder | None = None) -> "Assistant":
    """Open the index of ``settings.home`` with its embedder, evidence scorer and language model.

    Raises StoreError (``index_missing``, ``index_other_model``, ``model_missing`` …) or ServiceError
    ``llm_missing``.
    """
    if embedder is None:
        embedder = load_embedder(
            settings.home,
            settings.embedding_model,
            settings.embedding_backend,
            settings.embedding_base_url,
            settings.embedding_api_key,
        )
    store = open_store(settings.home, embedder.info, settings.chroma_url)  # its errors need no model
    embedder = loaded(embedder)
    scorer = load_scorer(settings.home, embedder)
    reranker = rerank.load_scorer(settings.reranker_model) if settings.reranker_model else None
    return Assistant(
        store, embedder, scorer or similarity_scorer(embedder), open_llm(settings), reranker, judge=scorer
    )


def loaded(embedder: Embedder) -> Embedder:
    """The model itself, behind an embedder that waits for its first text: the scorer shares its encoder."""
    load = getattr(embedder, "loaded", None)
    return load() if load else embedder


class Assistant:
    """Answers from one index; every method may be called from many threads at once."""

    def __init__(
        self,
        store: Store,
        embedder: Embedder,
        scorer: EvidenceScorer,
        llm: LLM | None = None,
        reranker: rerank.Scorer | None = None,
        judge: EvidenceScorer | None = None,
    ) -> None:
        """``judge`` is a trained scorer, or None: it settles close calls between articles."""
        self.store, self.llm, self._embedder = store, llm, embedder
        self._reranker, self._judge = reranker, judge
        self._postprocessor = EvidencePostprocessor(scorer=scorer)

    def ask(self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        """One answer; raises InputError ``question_empty`` or ``question_long``."""
        *_, last = self.stream(question, history, filters)
        assert isinstance(last, Answer)
        return last

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
        clock = Clock()
        if reply := smalltalk(question):
            yield from _small(question, reply, clock)
            return
        # a base model cannot word a question; the rules do
        chat = self.llm if getattr(self.llm, "chat", True) else None
        query = self._understand(question, history, chat)
        clock.mark("understand")
        yield Stage("search", query.text)
        sides = [replace(query, text=side, sides=()) for side in query.sides] or [query]
        retrieved = [self._retrieve(side, filters) for side in sides]
        sides = [respelled(side, hits) for side, hits in zip(sides, retrieved, strict=True)]
        query = respelled(query, [hit for hits in retrieved for hit in hits])
        clock.mark("search")
        yield Stage("read", str(sum(len(hits) for hits in retrieved)))
        findings = [self._find(side, hits) for side, hits in zip(sides, retrieved, strict=True)]
        if len(findings) > 1:
            findings = fitted(findings)
        clock.mark("evidence")
        yield Stage("compose")
        if any(finding.answers(calibration().floor) for finding in findings):
            yield from self._answer(query, findings, clock)
        else:
            yield self._refuse(query, findings, [hit for hits in retrieved for hit in hits], clock)

    def examples(self, most: int = 4) -> list[str]:
        """Questions that the newest articles answer."""
        self.store.refresh()
        return suggest.examples(self.store, most)

    def query_engine(self) -> HoibaoQueryEngine:
        """This assistant as a llama-index query engine."""
        return HoibaoQueryEngine(ask=self.ask)

    def close(self) -> None:
        """Release the index."""
        self.store.close()

    def _understand(self, question: str, history: Sequence[Turn], llm: LLM | None = None) -> Query:
        self.store.refresh()
        return understand(question, history, self.store, date.today(), llm)

    def _retrieve(self, query: Query, filters: Filters | None, k: int | None = None) -> list[Hit]:
        retriever = PassageRetriever(
            self.store,
            self._embedder,
            k=k,
            filters=filters,
            reranker=self._reranker,
            judge=self._judge,
        )
        return hits_of(retriever.retrieve(UnderstoodQuery(query.text, query=query)))

    def _find(self, side: Query, hits: Sequence[Hit]) -> Finding:
        nodes = self._postprocessor.postprocess_nodes(
            [passage_node(hit) for hit in hits], UnderstoodQuery(side.text, query=side)
        )
        return Finding(side.text, told_last(side.text, evidence_of(nodes), side.told))

    def _answer(self, query: Query, findings: Sequence[Finding], clock: Clock) -> Iterator[Event]:
        # that one side is answered makes it likely that the other can be: sides share a lower floor
        floor = calibration().floor * (SIDE if len(findings) > 1 else 1.0)
        kept = [f if f.answers(floor) else replace(f, evidence=()) for f in findings]
        said = extract.answer(query.text, kept)
        outcome = generate.Outcome("extractive", citations(said))
        if self.llm is None:
            yield from said
        else:
            shown = []
            for event in generate.answer(self.llm, query.text, by_turns(kept), said):
                if isinstance(event, Said):
                    shown.append(event)
                    yield event
                else:
                    outcome = event
            said = shown
        cited = {c.source for c in outcome.citations}
        articles = {
            e.article.source: e.article for f in kept for e in f.evidence if e.article.source in cited
        }
        if told := reform(query, list(articles.values()), date.today()):
            said = [*said, Said(told, ())]
            yield said[-1]
        clock.mark("answer")
        yield Answer(
            question=query.typed,
            standalone=query.text,
            text="\n".join(sentence.text for sentence in said),
            citations=outcome.citations,
            confidence=round(min(f.evidence[0].probability for f in kept if f.evidence), 4),
            mode=outcome.mode,
            reason=outcome.reason,
            timings=clock.timings(),
            suggestions=suggest.follow_ups(self.store, list(articles.values()), query.text),
            arriving=self.store.arriving(),
        )

    def _refuse(self, query: Query, findings: Sequence[Finding], hits: Sequence[Hit], clock: Clock) -> Answer:
        """Say what was looked for, what the nearest articles are about, and what they can answer."""
        nearest = list({hit.article.title: hit.article for hit in hits}.values())[:NEAREST]
        asked = query.text.rstrip(" ?")
        if nearest:
            titles = " và ".join(f"“{article.title}”" for article in nearest)
            text = prompts.render("refusal_nearest", question=asked, titles=titles)
        else:
            text = prompts.render("refusal", question=asked)
        chance = max((e.probability for f in findings for e in f.evidence), default=0.0)
        return Answer(
            question=query.typed,
            standalone=query.text,
            text=text,
            citations=(),
            confidence=round(chance, 4),
            mode="refused",
            reason="below_floor",
            timings=clock.timings(),
            suggestions=suggest.follow_ups(self.store, nearest, query.text),
            arriving=self.store.arriving(),
        )


def _small(question: str, reply: Smalltalk, clock: Clock) -> Iterator[Event]:
    yield Said(reply.text, ())
    if reply.declined:
        yield Answer(question, question, reply.text, (), None, "refused", "outside", clock.timings())
    else:
        yield Answer(question, question, reply.text, (), None, "extractive", None, clock.timings())
