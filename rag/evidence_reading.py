"""What the evidence model reads: a question and one passage, as token ids.

``<s> query: question </s></s> title lede </s> passage </s>``: one forward pass judges every sentence of
the passage, each with the others around it, so "Con số này…" needs no special care and twelve sentences
cost no more than one. The lede, an article's first sentence, says who, where and when: what a later
passage takes for known ("nhóm người này", "toàn huyện"). Training (``tests/bench``) and serving build
their input here, so that they cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.abbreviations import suited
from index.chunk import sentences
from index.text import fold, nfc
from index.types import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

QUESTION, TITLE, LEDE, PASSAGE = 64, 32, 48, 360
"""Most tokens of each part, 512 positions in all; 99 % of the training questions have 35, titles 29."""

SHORTEST_LEDE = 8
"""Words of a lede: shorter lines are datelines, bylines and menus."""
SEARCHED = 1500
"""Characters of an article in which its lede is looked for."""

_BEGIN, _END = 0, 2


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One passage as the model is shown it; ``sentences`` are offsets into ``text``."""

    title: str
    text: str
    sentences: tuple[Span, ...]
    lede: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Token ids of one question and passage.

    ``sentences`` are the token ranges (end exclusive; empty where a sentence was cut away), in the
    excerpt's order. ``offsets`` are the characters of the passage that each of its tokens covers; the
    first of them is token ``first``.
    """

    ids: tuple[int, ...]
    first: int
    sentences: tuple[tuple[int, int], ...]
    offsets: tuple[tuple[int, int], ...]


def lede(title: str, text: str) -> str:
    """The first sentence behind an article's title that is more than a line of a few words, or ''.

    What stands before the title is the site's: a motto, a section.
    """
    start = max(0, text.find(title)) if title else 0
    for span in sentences(text, start, min(len(text), start + SEARCHED)):
        sentence = text[span.start : span.end].strip()
        if len(sentence.split()) >= SHORTEST_LEDE and fold(sentence) != fold(title.strip()):
            return sentence
    return ""


def readings(tokenizer: "Tokenizer", question: str, excerpts: Sequence[Excerpt]) -> list[Reading]:
    """One Reading an excerpt, the question in its form of abbreviations.

    A title the passage begins with is not said twice, nor a lede that it holds.
    """
    texts = []
    for excerpt in excerpts:
        title = "" if excerpt.text.startswith(excerpt.title) else nfc(excerpt.title)
        opening = "" if excerpt.lede in excerpt.text else nfc(excerpt.lede)
        asked = suited(nfc(question), f"{excerpt.title}\n{excerpt.text}")
        texts += [f"query: {asked}", title, opening, excerpt.text]
    found = tokenizer.encode_batch(texts, add_special_tokens=False)
    made = []
    for i, excerpt in enumerate(excerpts):
        query, named, first, body = found[4 * i : 4 * i + 4]
        head = [_BEGIN, *query.ids[:QUESTION], _END, _END, *named.ids[:TITLE], *first.ids[:LEDE], _END]
        offsets = [_bare(excerpt.text, start, end) for start, end in body.offsets[:PASSAGE]]
        ids = (*head, *body.ids[:PASSAGE], _END)
        ranges = tuple(_tokens(offsets, span, len(head)) for span in excerpt.sentences)
        made.append(Reading(ids, len(head), ranges, tuple(offsets)))
    return made


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A token's characters without the white space in front of its word."""
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _tokens(offsets: Sequence[tuple[int, int]], span: Span, first: int) -> tuple[int, int]:
    """The token range that touches ``span``."""
    inside = [i for i, (start, end) in enumerate(offsets) if start < span.end and end > span.start]
    return (first + inside[0], first + inside[-1] + 1) if inside else (first, first)
