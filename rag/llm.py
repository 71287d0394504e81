"""Language models behind an OpenAI-compatible server, through llama-index; every failure is a ServiceError.

Works with vLLM, llama.cpp, Ollama or a cloud (chat endpoint), and with the small local model of
``rag.local_llm`` (completion endpoint: it is a base model without a chat template).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import prompts
from index.errors import ServiceError
from rag.settings import Settings
from rag.types import LLM

if TYPE_CHECKING:
    import httpx

LOCAL = "local"
MOST_TOKENS = 220
"""Tokens a model may write: two or three Vietnamese sentences (about two tokens a syllable)."""
STOPS = ["\nCâu hỏi:", "<<<", "\n\n\n"]
LINE = ["\n", "<<<"]
"""Where a base model stops: its example answers in one line, and what it adds is made up."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: to connect, between two pieces of the stream, and for the whole answer."""

    connect: float = 5.0
    idle: float = 20.0
    total: float = 90.0


@dataclass(frozen=True, slots=True)
class ServerLLM:
    """One model of one server. ``chat`` false sends a plain prompt with a worked example instead."""

    name: str
    base_url: str
    api_key: str | None = None
    limits: Limits = Limits()
    chat: bool = True
    server: object = None
    """A server of this process that must live as long as the model."""

    def stream(self, system: str, prompt: str) -> Iterator[str]:
        """Yield the answer piece by piece.

        Raises ServiceError ``llm_down`` (cannot connect), ``llm_slow`` (a limit passed),
        ``llm_failed`` (the server answers with an error) or ``llm_garbled`` (no such answer).
        """
        import httpx
        import openai

        try:
            yield from self._pieces(system, prompt)
        except (openai.APITimeoutError, httpx.TimeoutException) as error:
            code = "llm_down" if isinstance(error.__cause__ or error, httpx.ConnectTimeout) else "llm_slow"
            raise ServiceError(code, url=self.base_url, problem=_problem(error)) from error
        except openai.APIStatusError as error:
            problem = f"HTTP {error.status_code}"
            raise ServiceError("llm_failed", url=self.base_url, problem=problem) from error
        except (openai.APIConnectionError, httpx.ConnectError) as error:
            raise ServiceError("llm_down", url=self.base_url, problem=_problem(error)) from error
        except httpx.HTTPError as error:
            raise ServiceError("llm_failed", url=self.base_url, problem=_problem(error)) from error
        except (openai.OpenAIError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
            # what a server that is no OpenAI server makes of the client: bad JSON, missing fields
            raise ServiceError("llm_garbled", url=self.base_url, problem=_problem(error)) from error

    def _pieces(self, system: str, prompt: str) -> Iterator[str]:
        with _client(self.base_url, self.limits) as client:
            model = self._model(client)
            if self.chat:
                from llama_index.core.llms import ChatMessage

                turns = [ChatMessage(role="system", content=system), ChatMessage(role="user", content=prompt)]
                answer = model.stream_chat(turns)
            else:
                example = prompts.render("llm_example")
                answer = model.stream_complete(f"{system}\n\n{example}\n\n{prompt}\nTrả lời:")
            for piece in answer:
                if piece.delta:
                    yield piece.delta

    def _model(self, client: "httpx.Client") -> Any:
        from llama_index.llms.openai_like import OpenAILike

        options: dict[str, Any] = {
            "model": self.name,
            "api_base": self.base_url,
            "api_key": self.api_key or "none",
            "is_chat_model": self.chat,
            "temperature": 0.0,
            "max_tokens": MOST_TOKENS,
            "max_retries": 0,
            "timeout": self.limits.total,
            "http_client": client,
            "additional_kwargs": {"stop": STOPS if self.chat else LINE},
        }
        return OpenAILike(**options)


def _client(url: str, limits: Limits) -> "httpx.Client":
    """An HTTP client with its own timeouts: the OpenAI client knows one number for all of them.

    Proxies of the environment serve a cloud, never a server on this machine.
    """
    import httpx

    timeouts = httpx.Timeout(limits.idle, connect=limits.connect).as_dict()

    def limit(request: httpx.Request) -> None:
        request.extensions["timeout"] = timeouts

    here = httpx.URL(url).host in {"127.0.0.1", "localhost", "::1"}
    return httpx.Client(event_hooks={"request": [limit]}, trust_env=not here)


def _problem(error: BaseException) -> str:
    cause = error.__cause__ or error
    return f"{type(cause).__name__}: {cause}".strip(": ")[:200]


def open_llm(settings: Settings, limits: Limits | None = None) -> LLM | None:
    """The model that the settings name, or None; ``llm_base_url = "local"`` starts the bundled one.

    Raises ServiceError ``llm_missing`` when the local model is not installed.
    """
    if not settings.llm_base_url:
        return None
    import llama_index.llms.openai_like  # noqa: F401  (seconds, which no question should wait for)

    limits = limits or Limits()
    if settings.llm_base_url.strip().lower() == LOCAL:
        from rag.local_llm import NAME, serve

        server, url = serve(settings.home)
        return ServerLLM(NAME, url, None, limits, chat=False, server=server)
    url = settings.llm_base_url.rstrip("/")
    return ServerLLM(settings.llm_model, url, settings.llm_api_key, limits)
