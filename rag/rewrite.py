"""A follow-up made standalone by a language model, held to the words of the talk, else by the rules."""

import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

import prompts
from index.errors import ServiceError
from index.text import syllables
from rag.llm import Limits, ServerLLM
from rag.prompting import clean
from rag.slots import GRAMMAR, content, entities, periods
from rag.types import LLM, Turn

MOST_TURNS = 4
MOST_CHARACTERS = 300
KEPT = 0.6
"""Share of the question's own content syllables that a rewriting must keep."""
OWN = 8
"""Content syllables of a question that names its topic: with so many it leans on nothing said before."""
QUICK = Limits(connect=2.0, idle=6.0, total=8.0)
"""A question waits no longer for its wording: the rules have one ready."""
_log = logging.getLogger(__name__)


def needed(question: str, carried: bool) -> bool:
    """Whether a model should word a question of a talk: the rules carried something, or it may lean on it."""
    return carried or not entities(question) or len(content(question)) < OWN


def rewrite(llm: LLM, question: str, history: Sequence[Turn], ruled: str) -> str:
    """The standalone question as the model words it, or ``ruled`` (what the rules made of it).

    The model's wording counts only when each of its content syllables stands in the talk or in
    ``ruled``, when it keeps the question's own and names all that ``ruled`` names: a model that
    drifts off or answers changes nothing. Faults of the server change nothing either; they are logged.
    """
    talk = "\n".join(f"- {clean(turn.content)[:240]}" for turn in history[-MOST_TURNS:])
    prompt = prompts.render("llm_rewrite_question", talk=talk, question=clean(question)[:240])
    quick = replace(llm, limits=QUICK) if isinstance(llm, ServerLLM) else llm
    try:
        text = _first_line(quick.stream(prompts.render("llm_rewrite"), prompt))
    except ServiceError as error:
        _log.info("follow-up worded by rules: %s", error)
        return ruled  # the answering call will meet the same fault and say so
    if _faithful(text, question, history, ruled):
        return text
    _log.info("follow-up worded by rules: the model wrote %r", text)
    return ruled


def _first_line(pieces: Iterable[str]) -> str:
    """The first line of a stream, read no further than needed and no longer than ``QUICK`` allows."""
    held, end = "", float("inf")
    for piece in pieces:
        end = min(end, time.monotonic() + QUICK.total)  # the wait for the first piece has its own limit
        held += piece
        if "\n" in held.lstrip() or len(held) > MOST_CHARACTERS:
            break
        if time.monotonic() > end:
            raise ServiceError("llm_slow", url="", problem=f"{QUICK.total:.0f} s")
    line = (held.strip().splitlines() or [""])[0].strip(' "“”*')
    line = line.removeprefix("Câu hỏi đầy đủ:").removeprefix("Câu hỏi:").strip()
    return line[:1].upper() + line[1:]


def _faithful(text: str, question: str, history: Sequence[Turn], ruled: str) -> bool:
    if not text.endswith("?") or len(text) > MOST_CHARACTERS:
        return False
    known = set(syllables(" ".join([question, ruled, *(turn.content for turn in history)]))) | GRAMMAR
    said = set(syllables(text))
    own = {word for word in syllables(question) if word not in GRAMMAR}
    if said - known or (own and len(own & said) < KEPT * len(own)):
        return False
    years = {period.moment.year for period in periods(ruled) if period.moment.year}
    kept = years <= {period.moment.year for period in periods(text)}
    return kept and all(set(syllables(entity.name)) <= said for entity in entities(ruled))
