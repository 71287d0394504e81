"""The question's trip as llama-index parts: retriever, postprocessor, query engine, reader's door.

A stock ``RetrieverQueryEngine(retriever=PassageRetriever(...), ...)`` or any llama-index agent can
take a part; ``rag.assistant`` runs the same ones. Inside are pure functions that need no framework.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from llama_index.core.base.response.schema import Response
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.query_engine import CustomQueryEngine
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import Document, NodeWithScore, QueryBundle, TextNode
from pydantic import Field

from index.ingest import index_texts
from index.store import Store
from index.types import Article, Embedder, Hit, IngestReport, RawText
from rag.candidates import widen
from rag.evidence import choose
from rag.rerank import TOP, Scorer, rerank, settled
from rag.search import hybrid
from rag.types import Answer, Evidence, EvidenceScorer, Filters, Query
from rag.understand import understand

PASSAGES = 8
"""Passages read for evidence, beside the whole of the first article."""


@dataclass
class UnderstoodQuery(QueryBundle):
    """A query bundle that already knows what the question means; a plain bundle is understood on arrival."""

    query: Query | None = None


class PassageNode(TextNode):
    """A retrieved passage with the Hit it came from."""

    hit: Any = Field(exclude=True, repr=False)


class EvidenceNode(TextNode):
    """A sentence that answers, with its offsets in the article."""

    evidence: Any = Field(exclude=True, repr=False)


def _metadata(article: Article, start: int, end: int) -> dict[str, Any]:
    return {
        "source": article.source,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "start": start,
        "end": end,
    }


def passage_node(hit: Hit) -> NodeWithScore:
    """A hit as a llama-index node; its score is the calibrated fusion."""
    passage = hit.passage
    node = PassageNode(
        id_=passage.id,
        text=passage.text,
        extra_info=_metadata(hit.article, passage.start, passage.end),
        hit=hit,
    )
    return NodeWithScore(node=node, score=hit.score)


def evidence_node(evidence: Evidence) -> NodeWithScore:
    """An evidence sentence as a llama-index node; its score is the calibrated probability."""
    node = EvidenceNode(
        id_=f"{evidence.article.id}:{evidence.start}-{evidence.end}",
        text=evidence.text,
        extra_info=_metadata(evidence.article, evidence.start, evidence.end),
        evidence=evidence,
    )
    return NodeWithScore(node=node, score=evidence.probability)


def hits_of(nodes: Sequence[NodeWithScore]) -> list[Hit]:
    """The hits behind nodes that hoibao retrieved."""
    return [node.node.hit for node in nodes if isinstance(node.node, PassageNode)]


def evidence_of(nodes: Sequence[NodeWithScore]) -> list[Evidence]:
    """The evidence behind nodes that hoibao chose."""
    return [node.node.evidence for node in nodes if isinstance(node.node, EvidenceNode)]


class PassageRetriever(BaseRetriever):
    """Hybrid search as a llama-index retriever: ``k`` passages, or what evidence is chosen from."""

    def __init__(
        self,
        store: Store,
        embedder: Embedder,
        k: int | None = None,
        filters: Filters | None = None,
        today: Callable[[], date] = date.today,
        reranker: Scorer | None = None,
        judge: EvidenceScorer | None = None,
    ) -> None:
        self._store, self._embedder, self._k = store, embedder, k
        self._reranker, self._judge = reranker, judge
        self._filters, self._today = filters or Filters(), today
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        query = query_bundle.query if isinstance(query_bundle, UnderstoodQuery) else None
        query = query or understand(query_bundle.query_str, (), self._store, self._today())
        wanted = self._k or PASSAGES
        depth = max(wanted, TOP if self._reranker else PASSAGES)
        hits = hybrid(self._store, self._embedder, query, depth, self._filters)
        if self._judge:
            hits = settled(query.text, hits, self._judge)
        if self._reranker:
            hits = rerank(query, hits, self._reranker)
        hits = hits[:wanted]
        return [passage_node(hit) for hit in (hits if self._k else widen(self._store, hits))]


class EvidencePostprocessor(BaseNodePostprocessor):
    """From passages to the sentences that answer, best first; drops nodes that hoibao did not retrieve."""

    scorer: Any = Field(exclude=True)

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        if query_bundle is None:
            return nodes
        scorer: EvidenceScorer = self.scorer
        return [evidence_node(one) for one in choose(query_bundle.query_str, hits_of(nodes), scorer)]


class HoibaoQueryEngine(CustomQueryEngine):
    """``query(question)`` gives the very answer of `hoibao ask`; the Answer itself is in ``metadata``."""

    ask: Callable[[str], Answer] = Field(exclude=True)

    def custom_query(self, query_str: str) -> Response:
        answer = self.ask(query_str)
        nodes = [
            NodeWithScore(
                node=TextNode(
                    text=citation.quote,
                    metadata={
                        "number": citation.number,
                        "source": citation.source,
                        "title": citation.title,
                        "start": citation.start,
                        "end": citation.end,
                        "state": citation.state,
                    },
                ),
                score=answer.confidence,
            )
            for citation in answer.citations
        ]
        return Response(response=answer.text, source_nodes=nodes, metadata={"answer": answer})


def index_documents(home: Path, documents: Sequence[Document], embedder: Embedder) -> IngestReport:
    """Feed hoibao from any llama-index reader.

    A document's ``file_name`` (or id) becomes the source; its title, date and author are found in
    the text as they are for files.
    """
    texts = [
        RawText(
            source=str(document.metadata.get("file_name") or document.doc_id),
            text=document.text,
        )
        for document in documents
    ]
    return index_texts(home, texts, embedder)
