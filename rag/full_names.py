"""A person whom the evidence calls by the given name alone ("Ông Thơ"), by the full name told before it."""

from index.chunk import sentences
from index.types import Span
from rag.names import SURNAMES, names
from rag.types import Evidence

MOST_WORDS = 5


def told_in_full(evidence: Evidence, lead: Span) -> tuple[str, Evidence] | None:
    """The full name for a lead of one syllable, and the nearest sentence before that tells it.

    None where the lead is longer, no full name ends in it, or two people of the article share it.
    """
    given = evidence.text[lead.start : lead.end]
    text = evidence.article.text
    if len(given.split()) != 1 or not given.isalpha() or not given.istitle():
        return None
    known = [name for name in names(text) if _ends(name.text, given)]
    before = [name for name in known if name.start < evidence.start]
    if len({name.text for name in known}) != 1 or not before:
        return None
    told = before[-1]
    for span in sentences(text, max(0, told.start - 900), evidence.start):
        if span.start <= told.start < span.end:
            return told.text, Evidence(
                evidence.article, span.start, span.end, text[span.start : span.end], 0.0, 0.0
            )
    return None


def _ends(name: str, given: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= MOST_WORDS and words[-1] == given and words[0] in SURNAMES
