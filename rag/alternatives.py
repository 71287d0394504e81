"""A second sentence that may be the answer: where two are nearly as likely, a reader is shown both.

Of 92 such ties among the calibration questions the second sentence was right in 24 where the first was
wrong. Saying so is honest, and saves the reader the way through the article.
"""

import re
from collections.abc import Sequence

from index.text import fold
from rag.figures import figures
from rag.moments import moments
from rag.names import names
from rag.types import Evidence
from rag.wanted import all_wanted

CLOSE = 0.6
"""Share of the first one's probability that the second needs."""
SURE = 0.9
"""Probability from which the first stands alone."""
_PART = re.compile(r"\W*trong (?:số )?(?:đó|này)\b", re.IGNORECASE)
"""A part of what was counted before is no rival of the whole."""


def alternative(evidence: Sequence[Evidence], sure: float = SURE) -> Evidence | None:
    """The sentence to show beside the first one, or None where the first is clearly ahead."""
    if len(evidence) < 2:
        return None
    first, second = evidence[0], evidence[1]
    if first.probability >= sure or second.probability < CLOSE * first.probability:
        return None
    return None if alike(first.text, second.text) or _PART.match(second.text) else second


def alike(one: str, other: str) -> bool:
    """Whether one text repeats the other: a title, a caption, "gần 40 tỷ đồng" and "40 tỷ đồng"."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long) is not None


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(' .,;:"“”')


def fits(question: str, lead: str) -> bool:
    """Whether a lead has the very form asked for: metres for "bao nhiêu mét", a day for "ngày nào"."""
    want = all_wanted(question)[0]
    if want.is_figure and want.unit:
        return any(figure.unit == want.unit for figure in figures(lead))
    if want.kind == "date":
        return any(moment.day or moment.month for moment in moments(lead))
    if want.kind == "person":
        return any(name.kind == "person" for name in names(lead))
    if want.noun and want.kind in {"organisation", "place"}:
        return want.noun in lead.lower()
    return True
