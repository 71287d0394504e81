"""The pipeline of llama-index's own introduction, with the same embedder: what hoibao is measured beside.

SimpleDirectoryReader, SentenceSplitter with its defaults, ChromaVectorStore, top 3, and the default
response synthesizer, which sends the three chunks to the LLM.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.types import Embedder

BATCH = 100
"""Texts handed to the embedder at once; llama-index's own 10 would leave all but one core idle."""


def embedding(embedder: Embedder) -> Any:
    """``embedder`` as a llama-index embedding model."""
    from llama_index.core.base.embeddings.base import BaseEmbedding

    class Same(BaseEmbedding):
        def _get_query_embedding(self, query: str) -> list[float]:
            return embedder.embed_query(query).tolist()  # type: ignore[no-any-return]

        def _get_text_embedding(self, text: str) -> list[float]:
            return embedder.embed_passages([text])[0].tolist()  # type: ignore[no-any-return]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return embedder.embed_passages(texts).tolist()  # type: ignore[no-any-return]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return Same(embed_batch_size=BATCH)


def collection(folder: Path) -> Any:
    """The Chroma collection under ``folder``."""
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False))
    return client.get_or_create_collection("textbook", metadata={"hnsw:space": "cosine"})


def build(folder: Path, articles: list[Path], embedder: Embedder) -> tuple[Any, int]:
    """Index ``articles`` into ``folder``; the index and its number of chunks."""
    from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.vector_stores.chroma import ChromaVectorStore

    documents = SimpleDirectoryReader(input_files=[str(path) for path in articles]).load_data()
    store = collection(folder)
    index = VectorStoreIndex.from_documents(
        documents,
        storage_context=StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=store)),
        embed_model=embedding(embedder),
        transformations=[SentenceSplitter()],
    )
    return index, store.count()


def load(folder: Path, embedder: Embedder) -> Any:
    """The index that ``build`` left in ``folder``."""
    from llama_index.core import VectorStoreIndex
    from llama_index.vector_stores.chroma import ChromaVectorStore

    store = ChromaVectorStore(chroma_collection=collection(folder))
    return VectorStoreIndex.from_vector_store(store, embed_model=embedding(embedder))


@contextmanager
def local_llm(home: Path) -> Iterator[Any]:
    """Gemma 3 270M behind llama.cpp's server, with room for three chunks: the fastest LLM there is here."""
    import xllamacpp
    from llama_index.llms.openai_like import OpenAILike

    from rag.local_llm import NAME, weights

    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(weights(home))
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.n_ctx = 8192
    wanted.n_parallel = 1
    wanted.swa_full = True
    wanted.ui = False
    wanted.warmup = False
    wanted.verbosity = 0
    server = xllamacpp.Server(wanted)
    yield OpenAILike(
        model=NAME,
        api_base=f"{server.listening_address}/v1",
        api_key="none",
        is_chat_model=False,
        context_window=8192,
        max_tokens=160,
        temperature=0.0,
        timeout=300,
    )
