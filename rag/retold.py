"""A follow-up asks for something new: what the last answer has said gives way to what it has not.

"Trong số đó mấy em do giám đốc gửi?" after "13 thí sinh" is not answered by 13 again, though no sentence
shares more words with the talk.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.text import nfc, syllables
from rag.lead import leads, spoken
from rag.leaning import context
from rag.topic import behind
from rag.types import Evidence, Turn
from rag.wanted import all_wanted

DOUBT = 0.8
"""How surely what was said already is not what a follow-up asks for: now and then a talk asks twice."""
SURE = 0.95


def last_said(history: Sequence[Turn]) -> str:
    """What the last answer of a talk says in its own words; '' where it only quotes."""
    if not history or history[-1].role == "user":
        return ""
    first = nfc(history[-1].content).strip().partition("\n")[0]
    return "" if "“" in first else first


def told_last(question: str, evidence: Sequence[Evidence], told: str) -> tuple[Evidence, ...]:
    """The evidence with its chances as they are when ``told`` is known to answer another question.

    The best sentence yields ``DOUBT`` of its chance where all that it says for an answer stands in
    ``told``; the others share it. A question for yes or no may well ask for what was said.
    """
    if not evidence or not told or any(want.kind == "yesno" for want in all_wanted(behind(question))):
        return tuple(evidence)
    first = evidence[0]
    if not _said(question, first, told):
        return tuple(evidence)
    left = 1.0 - DOUBT * first.probability
    changed = [
        replace(one, probability=one.probability * (1.0 - DOUBT) / left)
        if _said(question, one, told)
        else replace(one, probability=min(SURE, one.probability / left))
        for one in evidence
    ]
    return tuple(sorted(changed, key=lambda one: -one.probability))


def _said(question: str, evidence: Evidence, told: str) -> bool:
    spans = leads(question, evidence, context(evidence))
    known = f" {' '.join(syllables(told))} "
    return bool(spans) and all(f" {' '.join(syllables(spoken(evidence, [s])))} " in known for s in spans)
