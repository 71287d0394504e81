"""Answers worded by a language model: each sentence is held until complete, verified, then shown.

A sentence that says what its cited sentences do not say is never shown: the quote stands in its
place. On any fault the extractive answer comes instead, and the outcome says why.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import prompts
from index.chunk import sentences
from index.errors import ServiceError
from index.text import fold
from rag.heard import Heard
from rag.prompting import build
from rag.types import LLM, Citation, Evidence, Mode, Said

MOST_SHOWN = 4
MOST_CHARACTERS = 1600
"""Where reading stops: a model that goes on has lost the thread."""
_BRACKETS = re.compile(r"(?:\[[^\]]*\]\s*)+")
_MAY_END = re.compile(r"[.!?…;\n]")
_ENDED = re.compile(r"[.!?…\]”\"]\s*$")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last thing yielded: how the answer came about. ``reason`` is an error code or None."""

    mode: Mode
    citations: tuple[Citation, ...]
    reason: str | None = None


def answer(
    llm: LLM, question: str, evidence: Sequence[Evidence], fallback: Sequence[Said], total: float = 90.0
) -> Iterator[Said | Outcome]:
    """Yield verified sentences as they come, last the Outcome.

    ``fallback`` is the extractive answer; it is said where the model fails (its citations numbered
    on after those already shown), declines, or says nothing that can be proved. ``total`` seconds
    are the most that the model may take; no fault raises.
    """
    prompt = build(question, _quoted_first(evidence, fallback), example=not getattr(llm, "chat", True))
    heard = Heard(question, prompt)
    reason: str | None = None
    try:
        for sentence in _complete(_timed(llm.stream(prompt.system, prompt.text), total)):
            if _declines(sentence):
                reason = "llm_declined"
                break
            if said := heard.hear(sentence):
                yield said
            if heard.shown >= MOST_SHOWN:
                break
    except ServiceError as error:
        reason = error.code
    if reason is None and not heard.shown:
        reason = "llm_unproved"
    if reason is None or (reason == "llm_declined" and heard.shown):
        yield Outcome("llm", heard.citations())
        return
    for said in heard.go_on(fallback):
        yield said
    yield Outcome("extractive", heard.citations(), reason)


def notice(reason: str | None) -> str | None:
    """What to tell a reader whose answer is extractive because the model failed; None for other reasons."""
    if reason is None or not reason.startswith("llm_"):
        return None
    return prompts.render("notice_llm", problem=prompts.render(f"notice_{reason}"))


def _quoted_first(evidence: Sequence[Evidence], fallback: Sequence[Said]) -> list[Evidence]:
    """What the extractive answer quotes comes first, so that the budget never cuts it off."""
    quoted = [citation for said in fallback for citation in said.citations]

    def beside(one: Evidence) -> bool:
        return not any(
            c.article_id == one.article.id and c.start < one.end and one.start < c.end for c in quoted
        )

    return sorted(evidence, key=beside)


def _declines(sentence: str) -> bool:
    return fold(prompts.render("llm_cannot")) in fold(sentence)


def _timed(pieces: Iterator[str], total: float) -> Iterator[str]:
    """Stop a stream that drips on for too long."""
    end = time.monotonic() + total
    for piece in pieces:
        yield piece
        if time.monotonic() > end:
            raise ServiceError("llm_slow", url="", problem=f"{total:.0f} s")


def _complete(pieces: Iterator[str]) -> Iterator[str]:
    """Sentences of a stream, each once it is whole: its citation numbers may follow its full stop."""
    held, read = "", 0
    for piece in pieces:
        held, read = held + piece, read + len(piece)
        while (cut := _cut(held)) is not None:
            yield held[:cut]
            held = held[cut:]
        if read > MOST_CHARACTERS:
            return
    while (cut := _cut(held)) is not None:
        yield held[:cut]
        held = held[cut:]
    if _ENDED.search(held) or _declines(held):
        yield held  # a sentence broken off by the end of the stream is left out


def _cut(held: str) -> int | None:
    """Where the first whole sentence ends, None while it may still go on."""
    spans = sentences(held) if _MAY_END.search(held) else []
    if len(spans) < 2:
        return None
    after = spans[1].start
    if held[after] != "[":
        return after
    numbers = _BRACKETS.match(held, after)
    return numbers.end() if numbers and numbers.end() < len(held) else None
