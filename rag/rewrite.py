"""A follow-up made standalone by a language model, held to the words of the talk, else by the rules."""

from collections.abc import Iterable, Sequence

import prompts
from index.errors import ServiceError
from index.text import syllables
from rag.prompting import clean
from rag.slots import GRAMMAR, entities
from rag.types import LLM, Turn

MOST_TURNS = 4
MOST_CHARACTERS = 300
KEPT = 0.6
"""Share of the question's own content syllables that a rewriting must keep."""


def rewrite(llm: LLM, question: str, history: Sequence[Turn], ruled: str) -> str:
    """The standalone question as the model words it, or ``ruled`` (what the rules made of it).

    The model's wording counts only when each of its content syllables stands in the talk or in
    ``ruled``, when it keeps the question's own and names all that ``ruled`` names: a model that
    drifts off or answers changes nothing. Faults of the server change nothing either.
    """
    talk = "\n".join(f"- {clean(turn.content)[:240]}" for turn in history[-MOST_TURNS:])
    prompt = prompts.render("llm_rewrite_question", talk=talk, question=clean(question)[:240])
    try:
        text = _first_line(llm.stream(prompts.render("llm_rewrite"), prompt))
    except ServiceError:
        return ruled  # the answering call will meet the same fault and say so
    return text if _faithful(text, question, history, ruled) else ruled


def _first_line(pieces: Iterable[str]) -> str:
    """The first line of a stream, read no further than needed."""
    held = ""
    for piece in pieces:
        held += piece
        if "\n" in held.lstrip() or len(held) > MOST_CHARACTERS:
            break
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
    return all(set(syllables(entity.name)) <= said for entity in entities(ruled))
