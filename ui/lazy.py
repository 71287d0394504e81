"""The embedder that the settings ask for, loaded at the first text: a run that changes nothing is quick."""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.types import Embedder, EmbedderInfo, Vectors
    from rag.settings import Settings


class LazyEmbedder:
    """Knows what the bundled model makes before it is loaded; another model tells when it is."""

    def __init__(self, load: "Callable[[], Embedder]", info: "EmbedderInfo | None" = None) -> None:
        self._load, self._info = load, info
        self._lock = Lock()
        self._loaded: Embedder | None = None

    @property
    def info(self) -> "EmbedderInfo":
        """Raises StoreError or ServiceError where the model has to be loaded and cannot be."""
        return self._info or self.loaded().info

    def loaded(self) -> "Embedder":
        """Load the model, or wait until another thread has."""
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def embed_passages(self, texts: Sequence[str]) -> "Vectors":
        return self.loaded().embed_passages(texts)

    def embed_query(self, text: str) -> "NDArray[np.float32]":
        return self.loaded().embed_query(text)


def embedder_of(settings: "Settings") -> LazyEmbedder:
    """The embedder of a home."""

    def load() -> "Embedder":
        from index.embedder import load_embedder

        return load_embedder(
            settings.home,
            settings.embedding_model,
            settings.embedding_backend,
            settings.embedding_base_url,
            settings.embedding_api_key,
        )

    return LazyEmbedder(load, known(settings))


def known(settings: "Settings") -> "EmbedderInfo | None":
    """What the bundled model makes; None for a model that only tells when it is loaded."""
    if settings.embedding_model or settings.embedding_base_url:
        return None
    from index.embedder import bundled

    return bundled(settings.embedding_backend)
