"""Sentences and passages with exact offsets into an article's text.

A sentence ends at its punctuation or at a line break; one of more than 60 words is cut at its
weakest joints. A passage is a run of whole sentences. Nothing here copies text: all is offsets.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.types import Article, Passage, Span

VERSION = 1  # part of every text's key: raised when the same text would be cut otherwise
MOST_WORDS = 60  # of a sentence: a longer quote is a paragraph, not evidence
PASSAGE_WORDS = 140  # about 180 tokens of e5 (1.3 tokens a syllable measured on Vietnamese news)
PIECE_WORDS = 45  # what the pieces of a cut sentence aim at

_WORD = re.compile(r"\S+")
_TITLES = (  # a full stop after these never ends a sentence, not even at a line's end
    r"TP|Tp|tp|TX|Tx|tx|TT|Tt|TS|Ts|ThS|Ths|ths|GS|Gs|PGS|BS|Bs|bs|KS|Ks|LS|Ls|CN|NSND|NSƯT|NGND|NGƯT|"
    r"Th|Dr|Mr|Mrs|Ms|St|Prof|CKI|CKII|ĐD"
)
_SHORT = r"Q|P|H|X|T|F|Tr|tr|No|no|Nr|vs|Jr|Sr|Co|Inc|Ltd|Corp|tel|Tel|ĐT|đt|km|m"
_ABBREVIATION = re.compile(rf"(?<![^\W_])(?:{_TITLES})\.$")
_SHORT_FORM = re.compile(rf"(?<![^\W_])(?:{_SHORT})\.$")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.$")
_LIST_NUMBER = re.compile(r"(?:[\(\[]?\d{1,2}|[IVX]{1,5}|[a-zđA-ZĐ])\.$")
_STARTERS = frozenset(  # words that open a sentence, so that an initial before them ended one
    _WORD.findall(
        "ai anh ban biết bà bên bị bởi cho chiều cháu chính chúng chồng chị con còn có cô cùng các công "
        "cũng cơ cả cụ do dù dự em giữa hai hiện họ hôm khi khoảng không là liên lúc lực mặc mẹ mỗi một "
        "mới ngay ngày người ngoài nguyên nhiều nhân nhóm như nhưng những nhận nhờ nghe nạn này nên năm "
        "nếu phía phát qua quá riêng rạng rồi sau sáng song số sự tài tại tất thay theo thế thấy thì "
        "thông thời thượng tin trong trên trước trường trưa tuy tuần từ tới tối tổ tổng vào vì viện việc "
        "vợ với vụ và ví vậy xe xét y ông đang đã đây đó đêm đến để đối đồng đội được đại đầu ở"
    )
)
_LOOK = 40  # characters around a full stop that tell whether it ends a sentence
_STOP = re.compile(r"(?:\.{2,}|[.!?…]+)[\"”’')\]»]*")
_OPENERS = "\"“‘'([«-–—•*+"
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"(?<=[;:.,])\s+(?=[-–—•+*]\s)|\s(?=[•+]\s)|\s(?=\(?(?:\d{1,2}|[a-zđ])\)\s)")
_SEMICOLON = re.compile(r";(?:\s|(?=[…\w]))")
_COMMA = re.compile(r",\s")
_JOINT = re.compile(r"\s(?=(?:và|nhưng|trong đó|đồng thời|để|do|vì|nên|cũng như|cùng với)\s)")
_CLAUSE = re.compile(  # holds a figure or one of the commonest verbs of news
    r"\d|\b(?:là|có|đạt|được|bị|đã|sẽ|đang|phải|tăng|giảm|gồm|cho biết|triển khai|đẩy mạnh|tập trung|"
    r"tiếp tục|nâng cao|hoàn thành|nói|đưa|đề nghị|yêu cầu)\b",
    re.IGNORECASE,
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of ``text[start:end]``, offsets into ``text``, in order.

    Spans are trimmed of white space, hold at most ``MOST_WORDS`` words and never overlap; what
    lies between them is white space only. A line break ends a sentence, except after a title
    such as "TP." or "TS.", which corpora break apart from its name.
    """
    found: list[Span] = []
    for line in _lines(text, start, len(text) if end is None else end):
        for sentence in _of_line(text, line):
            found.extend(_short(text, sentence))
    return found


def split(article: Article) -> list[Passage]:
    """Return the article's passages: all its sentences, in balanced runs of about 180 tokens."""
    runs = _runs(article.text, sentences(article.text))
    key = text_key(article)
    return [
        Passage(
            id=f"{key}-{ordinal:03d}",
            article_id=article.id,
            ordinal=ordinal,
            start=run[0].start,
            end=run[-1].end,
            text=article.text[run[0].start : run[-1].end],
        )
        for ordinal, run in enumerate(runs)
    ]


def text_key(article: Article) -> str:
    """Return 24 hex digits over all that is embedded and searched, the same for every copy."""
    parts = (
        str(VERSION),
        article.heading,
        article.published.isoformat() if article.published else "",
        article.text,
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


def passage_text(article: Article, passage: Passage) -> str:
    """Return what is embedded: title and date in front, since the body often names neither."""
    head = article.heading
    if head and passage.text.startswith(head):
        head = ""
    date = f"{article.published:%d/%m/%Y}" if article.published else ""
    return "\n".join(part for part in (head, date, passage.text) if part)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield trimmed lines; one that ends in a title ("TP.") is joined to the next."""
    pending: int | None = None
    for match in _LINE.finditer(text, start, end):
        line = _trim(text, match.start(), match.end())
        if line is None:
            continue
        first = line.start if pending is None else pending
        if _ABBREVIATION.search(text, max(first, line.end - 8), line.end):
            pending, last = first, line.end
            continue
        pending = None
        yield Span(first, line.end)
    if pending is not None:
        yield Span(pending, last)


def _of_line(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for stop in _STOP.finditer(text, line.start, line.end):
        if stop.start() > start and _ends(text, start, stop, line.end):
            span = _trim(text, start, stop.end())
            if span is not None:
                yield span
            start = stop.end()
    span = _trim(text, start, line.end)
    if span is not None:
        yield span


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the punctuation at ``stop`` ends the sentence that began at ``start``."""
    after = text[stop.end() : min(end, stop.end() + _LOOK)]
    follow = after.lstrip()
    if not follow:
        return True
    mark = text[stop.start()]
    spaced = follow is not after and len(follow) < len(after)
    first = follow.lstrip(_OPENERS + " ")[:2]
    if not spaced:  # "…Bên cạnh", "đạt.Tại": a new sentence glued to the old one
        glued = len(follow) > 1 and follow[0].isupper() and (follow[1].islower() or follow[1] == " ")
        if mark == "…" or stop.group().startswith(".."):
            return glued
        return glued and text[stop.start() - 1].islower() and _word_length(text, stop) > 1
    if first and first[0].islower():
        return False
    if mark != "." or stop.group().startswith(".."):
        return True
    head = text[max(start, stop.start() - _LOOK) : stop.start() + 1]
    if _ABBREVIATION.search(head) or _LIST_NUMBER.fullmatch(head.strip()):
        return False
    if _SHORT_FORM.search(head) or _INITIAL.search(head):
        word = _WORD.match(follow.lstrip(_OPENERS + " "))
        return word is not None and word.group().strip(",.:;").lower() in _STARTERS
    return True


def _word_length(text: str, stop: re.Match[str]) -> int:
    start = stop.start()
    while start and text[start - 1].isalpha():
        start -= 1
    return stop.start() - start


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _words(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


def _short(text: str, span: Span) -> list[Span]:
    """Cut a sentence of more than ``MOST_WORDS`` words, at the strongest joint that does it."""
    if _words(text, span) <= MOST_WORDS:
        return [span]
    pieces = [span]
    for joints in (_semicolons, _marks, _commas, _any_commas, _conjunctions, _every_word):
        pieces = [
            piece
            for long in pieces
            for piece in (
                [long] if _words(text, long) <= MOST_WORDS else _pack(text, long, joints(text, long))
            )
        ]
    return pieces


def _pack(text: str, span: Span, cuts: Sequence[int]) -> list[Span]:
    """Cut ``span`` at some of ``cuts`` into pieces of even length, each as near the aim as may be."""
    if not cuts:
        return [span]
    total = _words(text, span)
    aim = total / -(-total // PIECE_WORDS)
    pieces: list[Span] = []
    start, last = span.start, span.start
    for cut in [*cuts, span.end]:
        words = _words(text, Span(start, cut))
        if last > start and (words > MOST_WORDS or words - aim > aim - _words(text, Span(start, last))):
            pieces.append(Span(start, last))
            start = last
        last = cut
    pieces.append(Span(start, span.end))
    trimmed = (_trim(text, piece.start, piece.end) for piece in pieces)
    return [piece for piece in trimmed if piece is not None]


def _semicolons(text: str, span: Span) -> list[int]:
    return [m.start() + 1 for m in _SEMICOLON.finditer(text, span.start, span.end - 1)]


def _marks(text: str, span: Span) -> list[int]:
    return [m.start() for m in _MARK.finditer(text, span.start + 1, span.end)]


def _commas(text: str, span: Span) -> list[int]:
    """Commas between clauses that each hold a figure or a verb."""
    cuts: list[int] = []
    edge = span.start
    every = [*_any_commas(text, span), span.end]
    for cut, following in pairwise(every):
        listed = text[cut:following].lstrip()[:1].isdigit()  # "31, 32": figures of one list stay together
        if not listed and _CLAUSE.search(text, edge, cut) and _CLAUSE.search(text, cut, following):
            cuts.append(cut)
            edge = cut
    return cuts


def _any_commas(text: str, span: Span) -> list[int]:
    return [m.start() + 1 for m in _COMMA.finditer(text, span.start, span.end - 1)]


def _conjunctions(text: str, span: Span) -> list[int]:
    return [m.start() for m in _JOINT.finditer(text, span.start + 1, span.end)]


def _every_word(text: str, span: Span) -> list[int]:
    return [m.start() for m in _WORD.finditer(text, span.start + 1, span.end)][1:]


def _runs(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Group sentences into runs of at most about ``PASSAGE_WORDS``, as even as their lengths allow."""
    if not spans:
        return []
    counts = [_words(text, span) for span in spans]
    aim = sum(counts) / -(-sum(counts) // PASSAGE_WORDS)
    runs: list[list[Span]] = [[]]
    filled = 0
    for span, words in zip(spans, counts, strict=True):
        if runs[-1] and (filled + words > 1.25 * aim or filled + words / 2 > aim):
            runs.append([])
            filled = 0
        runs[-1].append(span)
        filled += words
    return runs
