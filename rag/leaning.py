"""Sentences that lean on the one before them, and what a quote must bring along to be understood."""

import re
from dataclasses import replace

from index.chunk import sentences
from index.types import Article, Span
from rag.types import Evidence

_LEANING = re.compile(
    r"(?:trong (?:đó|số đó|số này|khi đó)|con số này|số (?:này|đó|còn lại|tiền này|liệu này)"
    r"|điều (?:này|đó)|việc này"
    r"|(?:đồng chí|ông|bà|anh|chị|vị này|người này|cô|họ|nơi này|đơn vị này|công ty này) (?:cũng|còn)\b"
    r"|(?:ông|bà|anh|chị|cô|em|họ|nó) (?:này )?"
    r"(?:cho biết|cho hay|nói|khẳng định|tuyên bố|cho rằng|là|đã|sẽ|được|bị)\b"
    r"|(?:dự án|công trình|quyết định|kế hoạch|đề án|vụ|sự việc|tuyến|mức|tỷ lệ|tỉ lệ) (?:này|đó|trên)\b"
    r"|theo đó|ngoài ra|cụ thể|còn lại|tương tự|đây (?:là|cũng))",
    re.IGNORECASE,
)
MOST_JOINED_WORDS = 70
"""A quote with what it leans on stays under the 80 words of an answer to one fact."""
MOST_REASON_WORDS = 95
"""A reason, a manner or a list may need a whole long sentence."""


def leans(sentence: str) -> bool:
    """Whether a sentence cannot be understood without the one before it, or is the rest of a cut one."""
    if sentence[:1].islower():
        return True
    return _LEANING.match(sentence.lstrip("“\"'-–• ")) is not None


def supported_by(evidence: Evidence) -> Span | None:
    """The span of the sentence before, when the evidence leans on it and both are short enough."""
    if not leans(evidence.text):
        return None
    before = sentence_before(evidence.article, evidence.start)
    if before is None:
        return None
    joined = evidence.article.text[before.start : evidence.end]
    return before if len(joined.split()) <= MOST_JOINED_WORDS else None


def whole(evidence: Evidence, most: int = MOST_JOINED_WORDS) -> Evidence:
    """Evidence that ends at a comma, where a long sentence was cut, with the part after it if short."""
    if not evidence.text.endswith(","):
        return evidence
    article = evidence.article
    rest = sentences(article.text, evidence.end, min(len(article.text), evidence.end + 900))
    if not rest or article.text[evidence.end : rest[0].start].strip(" "):
        return evidence
    text = article.text[evidence.start : rest[0].end]
    if len(text.split()) > most:
        return evidence
    return replace(evidence, end=rest[0].end, text=text)


def sentence_before(article: Article, at: int) -> Span | None:
    """The sentence of an article that ends at or before an offset; None at the article's start."""
    spans = [span for span in sentences(article.text, max(0, at - 900), at) if span.end <= at]
    if not spans or article.text[spans[-1].start : spans[-1].end] == article.heading:
        return None
    return spans[-1]


def context(evidence: Evidence) -> str:
    """The words of the sentence before, which lend figures their kind and year; '' where there is none."""
    before = sentence_before(evidence.article, evidence.start)
    return evidence.article.text[before.start : before.end] if before else ""
