"""What a language model is shown: numbered sentences as fenced data, within a budget of tokens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import prompts
from rag.quoting import Finding
from rag.types import Evidence

MOST_SENTENCES = 8
FEW_SENTENCES = 4
"""Shown to a base model, which loses the thread of more and copies what stands around them."""
MOST_TOKENS = 500
"""Of system prompt, data and question together: a small model on two cores reads 300 tokens a second."""
CHARS_PER_TOKEN = 2.3
"""Gemma's tokenizer on Vietnamese news: 190 characters, 77 tokens; digits one by one. Others need fewer."""
_CONTROL = re.compile(
    r"<\|?/?(?:im_start|im_end|start_of_turn|end_of_turn|system|user|assistant|eos|bos|s|endoftext|eot_id|"
    r"begin_of_text|start_header_id|end_header_id)\|?>|\[/?INST\]|<<<|>>>|```|!?\[[^\]]*\]\([^)]*\)|"
    r"https?://\S+",
    re.IGNORECASE,
)
_REPEATED = re.compile(r"(\b.{1,40}?\b)(?:\W*\1\b){3,}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """``evidence`` are the sentences shown, in the order of their numbers from 1."""

    system: str
    text: str
    evidence: tuple[Evidence, ...]


def tokens(text: str) -> int:
    """An upper estimate of a text's tokens, without any tokenizer."""
    return int(len(text) / CHARS_PER_TOKEN) + 1


def by_turns(findings: Sequence[Finding]) -> list[Evidence]:
    """The evidence of all sides by turns, best first: a budget that ends early has cut no side off."""
    most = max(len(f.evidence) for f in findings)
    rounds = [f.evidence[i] for i in range(most) for f in findings if i < len(f.evidence)]
    return list({(e.article.id, e.start): e for e in rounds}.values())


def build(question: str, evidence: Sequence[Evidence], example: bool = False) -> Prompt:
    """Number as many sentences as the budget holds, the best first; at least one, cut if it must be.

    ``example`` is for a base model: room for its worked example, fewer sentences, no titles.

    Control tokens, links, fences and endless repetitions of the articles are taken out of what the
    model sees (the citations keep the article's own words).
    """
    system = prompts.render("llm_system", cannot=prompts.render("llm_cannot"))
    asked = " ".join(question.split())[:400]
    fixed = [system, prompts.render("llm_question", data="", question=asked)]
    fixed += [prompts.render("llm_example")] if example else []
    room = MOST_TOKENS - sum(map(tokens, fixed))
    lines: list[str] = []
    shown: list[Evidence] = []
    for one in evidence[: FEW_SENTENCES if example else MOST_SENTENCES]:
        line = f"[{len(shown) + 1}] {_data(one, titled=not example and _is_first(one, shown))}"
        if shown and tokens(line) + 1 > room:
            continue
        line = line[: int(max(room, 40) * CHARS_PER_TOKEN)]
        room -= tokens(line) + 1
        lines.append(line)
        shown.append(one)
    text = prompts.render("llm_question", data="\n".join(lines), question=asked)
    return Prompt(system, text, tuple(shown))


def _is_first(one: Evidence, shown: Sequence[Evidence]) -> bool:
    return all(other.article.id != one.article.id for other in shown)


def _data(one: Evidence, titled: bool) -> str:
    """The sentence, with what its article is about where the article appears first."""
    heading = " ".join(one.article.heading.split()[:8]) if titled else ""
    about = f"(bài “{heading}”) " if heading and heading not in one.text else ""
    return clean(about + one.text)


def clean(text: str) -> str:
    """One line without what could pass for a fence, a command token, a link or a numbered sentence."""
    text = _CONTROL.sub(" ", text)
    text = re.sub(r"\[(\d+)\]", r"(\1)", text)
    text = _REPEATED.sub(r"\1", text)
    return " ".join(text.split())
