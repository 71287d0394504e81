"""What a quote from the middle of a list stands under: the words that open the list, or its heading."""

import re

from index.types import Article, Span

MOST_WORDS = 18
"""Words of an opening that may stand before a quote; a longer one is cut at a comma, or left out."""
REACH = 1600
"""Characters before a quote in which its list may open."""
_ITEM = re.compile(r"(?:[-•*+–▪]|\d{1,2}[.)]|[a-zđ][.)])\s+", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][”\"]?\s+(?=[^\W\d_a-z])|\n")
_HEADING = re.compile(r"^#{1,4}\s+(?P<h>.+)$")
_LISTS = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu|phấn đấu|gồm|kế hoạch|kết quả|nhiệm vụ|giải pháp|cụ thể|như sau|trong "
    r"đó|đạt được|"
    r"điều chỉnh|hoàn thành|dự kiến|đề ra|bao gồm)(?!\w)",
    re.IGNORECASE,
)


def opening(article: Article, start: int) -> Span | None:
    """Where the list opens which the text at ``start`` goes on with; None where it stands alone.

    ``article.text[start:]`` goes on with a list when it begins inside a sentence, after a semicolon,
    or as an item of a list of lines.
    """
    head = _opening(article, start)
    at = article.text.rfind(head, max(0, start - REACH), start) if head else -1
    return Span(at, at + len(head)) if at >= 0 else None


def _opening(article: Article, start: int) -> str:
    before = article.text[max(0, start - REACH) : start]
    line = before.rpartition("\n")[2]
    if not line.strip() or _ITEM.fullmatch(line.lstrip()):
        marked = _ITEM.match(article.text, start) or _ITEM.fullmatch(line.lstrip())
        return _above(before[: len(before) - len(line)]) if marked else ""
    if not line.rstrip().endswith((";", ",", ":")):
        return ""
    inside = line[max((m.end() for m in _SENTENCE.finditer(line)), default=0) :]
    return _short(inside)


def _above(before: str) -> str:
    """The line that ends in a colon, or the heading, above the items of a list."""
    for line in reversed(before.rstrip("\n").split("\n")):
        text = line.strip()
        if heading := _HEADING.match(text):
            return _cut(heading["h"])
        if text.endswith(":"):
            return _short(text)
        if text and not _ITEM.match(text):
            return ""
    return ""


def _short(text: str) -> str:
    """An opening up to its colon, else the clause that says what is listed; '' where neither is short."""
    head = " ".join(text.split())
    if ":" in head and len(head.partition(":")[0].split()) >= 2:
        return _cut(head.partition(":")[0])
    clauses = re.split(r"[;,]\s+", _ITEM.sub("", head, count=1).rstrip(" ;,"))
    kept: list[str] = []
    for clause in clauses[:2]:
        kept.append(clause)
        if listing := _LISTS.search(clause):
            words = clause[: listing.end()] if len(clause.split()) > MOST_WORDS else clause
            # what follows the word that opens the list is its first item, and none of the quote's
            kept[-1] = clause[: listing.end()] if _counts(clause, listing.end()) else words
            return _cut(", ".join(kept))
    return ""


def _counts(clause: str, at: int) -> bool:
    """Whether the rest of a clause is an item of the list itself: it holds a figure."""
    return any(letter.isdigit() for letter in clause[at:])


def _cut(text: str) -> str:
    return text.strip(" ,;:-–•*#") if len(text.split()) <= MOST_WORDS else ""
