"""Which of several spans of one form the question means: "khởi công ngày 15/3, thông xe ngày 30/6".

In Vietnamese what is measured stands before its figure and what is counted after it, an agent before
its verb and a receiver after; so words on either side weigh by what is asked.
"""

import re
from collections.abc import Sequence

from index.text import syllables
from index.types import Span
from rag.answering import HALF, PLACE_CLASSES, steps
from rag.figures import figures
from rag.names import names
from rag.numerals import word_set
from rag.slots import CLASSES, GRAMMAR, entities
from rag.wanted import Wanted

AHEAD = 1.1
"""How far the best must be ahead of the second, by the test rows of leads."""
VERB = 3.0
"""Weight of the verb that the question asks the doer or the place of."""
SHARED = 0.6
"""Weight of a word that stands only before all spans: "sản lượng cá 3 tấn, tôm 1 tấn" shares "sản lượng"."""
_ASKED_UNITS = word_set("ngày năm tháng giờ hôm lúc tiền phần trăm")
_SENTENCE = re.compile(r"[;\n]|\.\s")
_ANY = word_set(
    "nơi chỗ đâu vùng miền nước bên báo đội ngành vị_trí khu_vực địa_phương địa_bàn địa_điểm cơ_quan đơn_vị "
    "tổ_chức lực_lượng nhà_đầu_tư chủ_đầu_tư nhà_thầu nhà_máy doanh_nghiệp hãng đoàn hướng phía"
)
"""Words that ask for any place or any office, whatever its class."""
_OTHER = re.compile(rf"(?:{CLASSES}|TP|UBND|HĐND|KCN|Công an|Ủy ban|Uỷ ban|Tòa án)(?!\w)", re.IGNORECASE)
_PAUSES = re.compile(r"[,;:()“”\"](?!\d)|\.\s")
_BREAK = re.compile(r"[,;:()\n](?!\d)|\.\s|\s(?:và|nhưng|còn|trong đó|rồi|đến|sau đó)\s")
_RECEIVES = re.compile(r"\W*(?:cho|của|với|từ|thay) ", re.IGNORECASE)
_OLD = re.compile(r"(?<!\w)(?:trước|ban đầu|cũ|lúc đầu|từ bao nhiêu|năm ngoái)(?!\w)", re.IGNORECASE)


def nearest(wanted: Wanted, text: str, spans: Sequence[Span]) -> Span | None:
    """The span that the question's words stand nearest to; None where two are as near."""
    spans = _current(wanted, text, spans)
    if len(spans) < 2:
        return spans[0] if spans else None
    places = sorted(spans, key=lambda s: s.start)
    near = {span: _near(wanted, text, span, places) for span in spans}
    best, *others = sorted(near, key=lambda span: (-near[span], span.start, -span.end))
    rest = [near[span] for span in others if span.start >= best.end or best.start >= span.end]
    if near[best] <= 0 or (rest and near[best] < AHEAD * rest[0]):
        return None
    return best


def _current(wanted: Wanted, text: str, spans: Sequence[Span]) -> list[Span]:
    """Without the old figure of "từ 11% xuống 8%", and without aims where others are, unless asked for."""
    if not wanted.is_figure:
        return list(spans)
    known = {Span(f.start, f.end): f for f in figures(text)}
    if not _OLD.search(wanted.question):
        fresh = [span for span in spans if span not in known or known[span].role != "old"]
        spans = fresh or list(spans)
    if wanted.intent:
        aimed = [span for span in spans if span in known and known[span].kind == wanted.intent]
        return aimed or list(spans)
    return list(spans)


def _near(wanted: Wanted, text: str, span: Span, places: Sequence[Span]) -> float:
    """Closeness of the question's words: before the span, and after it as far as they belong to it."""
    asked = _asked(wanted, text, places)
    following = [other.start for other in places if other.start >= span.end]
    stop = (_SENTENCE if wanted.kind == "person" else _BREAK).search(text, span.end)
    end = min([stop.start() if stop else len(text), *following[:1]])
    shared = bool(following) and end == following[0]
    left = steps(_before(wanted, text, span, places), _PAUSES)[::-1]
    right = steps(text[span.end : end], _PAUSES)
    inside = set(syllables(text[span.start : span.end]))
    before, after = _weights(wanted, shared)
    total = 0.0
    for word, weight in asked.items():
        if word in inside:
            total += weight
            continue
        sides = ((left, before), (right, after))
        near = (w / (1.0 + side.index(word) / HALF) for side, w in sides if word in side)
        total += weight * max(near, default=0.0)
    return total


def _before(wanted: Wanted, text: str, span: Span, places: Sequence[Span]) -> str:
    """The text before a span; a doer's verb follows it, so what follows an earlier doer is left out."""
    earlier = [other.end for other in places if other.end <= span.start]
    if not earlier or wanted.kind not in {"person", "organisation"} or _receives(wanted):
        return text[: span.start]
    stop = _BREAK.search(text, max(earlier), span.start)
    return text[stop.start() : span.start] if stop else ""


def _receives(wanted: Wanted) -> bool:
    """Whether "ai" is the one who gets or is meant: "trao cho ai", "của ai"."""
    return _RECEIVES.match(wanted.question, wanted.start) is not None


def _asked(wanted: Wanted, text: str, places: Sequence[Span]) -> dict[str, float]:
    """Weight of each word of the question that can tell the spans apart.

    What the question names is the subject of the whole sentence and tells nothing, unless it stands
    between the spans; the verb right after "ai" or "sở nào" tells most.
    """
    words = [word for word in dict.fromkeys(syllables(wanted.question)) if word not in GRAMMAR | _ASKED_UNITS]
    between = set(syllables(text[places[0].end : places[-1].start]))
    named = {word for entity in entities(wanted.question) for word in syllables(entity.text)} - between
    if any(name.sure for name in names(text[places[0].end : places[-1].start])):
        named = set()  # another's name stands between the spans: each belongs to one
    told = between | set(syllables(text[places[-1].end :]))
    weights = {w: 1.0 if w in told else SHARED for w in words if w not in named} or dict.fromkeys(words, 1.0)
    verb = re.match(r"\W*(?:\w+\W+){0,3}?(?:nào|ai)\W+(?P<v>\w+\W+\w+)", wanted.question[wanted.start :])
    if verb and wanted.kind in {"person", "organisation", "place"}:
        weights |= {word: VERB for word in syllables(verb["v"]) if word in weights}
    return weights


def _weights(wanted: Wanted, shared: bool) -> tuple[float, float]:
    """Weight of the words before and after a span; ``shared`` when another such span follows at once."""
    if wanted.kind == "person":
        return (1.0, 0.4) if _receives(wanted) else (0.6, 1.0)
    if wanted.kind == "organisation":
        return (0.8, 1.0)
    if wanted.kind == "count" and wanted.noun:
        return (0.3, 1.0)
    if wanted.kind in {"area", "quantity"}:
        return (0.7, 1.0)
    return (1.0, 0.2 if shared else 0.7)


def classed(wanted: Wanted, text: str, spans: Sequence[Span]) -> list[Span]:
    """The places and offices of the class that is asked ("đảo nào"), else those that name no other class."""
    if (
        wanted.kind not in {"place", "organisation"}
        or not wanted.noun
        or wanted.noun.replace(" ", "_") in _ANY
    ):
        return list(spans)
    noun = wanted.noun.split()[-1] if wanted.noun.split()[-1] in PLACE_CLASSES else wanted.noun
    fits = [span for span in spans if text[span.start : span.end].lower().startswith((wanted.noun, noun))]
    return fits or [span for span in spans if not _OTHER.match(text[span.start : span.end])]
