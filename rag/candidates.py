"""The sentences that may answer: those of the few passages worth a model's look.

The choice needs no embedding: it ranks sentences by the rare words they share with the question, by
the kind of answer they hold and by their passage's place, so that a question costs little more than
the scorer's forward pass.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from index.chunk import sentences
from index.store import Store
from index.text import fold, has_marks, pairs, syllables
from index.types import Hit
from rag.agreement import agreement
from rag.calibration import calibration
from rag.moments import moments
from rag.types import Sentence

READ = 6
"""Passages a scorer reads: on the training questions a sentence that answers is in the first 4 in
93 %, 6 in 96 %, 8 in 97 %, where the order of search alone gives 89, 94 and 95 %."""

CONTEXT = 600
"""Characters kept of what a cut sentence began with."""

SHORTEST = 4
"""Words besides dates that a sentence needs to say anything."""

REST = 0.5
"""Score of a passage that search did not name, as a share of its article's first hit."""

FEATURES = (
    "around", "titled", "passage", "article", "passage_rank", "article_rank",
    "is_title", "opens", "asks", "kind", "intent",
)  # fmt: skip

STOP = frozenset({
    "la", "va", "cua", "co", "cho", "cac", "nhung", "duoc", "bi", "da", "dang", "se", "thi", "ma",
    "o", "tai", "trong", "ngoai", "tren", "duoi", "tu", "den", "toi", "voi", "ve", "nay", "do",
    "kia", "ay", "nao", "gi", "sao", "vay", "the", "a", "nhi", "nhe", "bao", "nhieu", "may", "ai",
    "dau", "khi", "hay", "hoac", "mot", "hai", "nguoi", "ra", "vao", "len", "xuong", "lai", "theo",
    "nhu", "vi", "boi", "nen", "rang", "con", "cung", "rat", "hon", "nhat", "chi", "moi", "vua",
    "roi", "ca", "het", "khoang", "phai", "khong", "chua", "hoi"
})  # fmt: skip
"""Folded syllables that carry no topic: question words, particles, prepositions."""


def sentences_of(hits: Sequence[Hit]) -> list[Sentence]:
    """Every sentence of the hits' passages in their order, each text of one article once."""
    found: list[Sentence] = []
    seen: set[tuple[str, str]] = set()
    for hit in hits:
        text, before = hit.article.text, _before(hit)
        for span in sentences(text, hit.passage.start, hit.passage.end):
            sentence = text[span.start : span.end]
            key = (hit.article.id, " ".join(fold(sentence).split()))
            if key not in seen and not _bare(sentence):
                seen.add(key)
                found.append(Sentence(hit, span, sentence, before))
            before = _context(before, sentence, text[span.end :])
    return found


def _context(before: str, sentence: str, after: str) -> str:
    """What stands before the next sentence: this one, and where it was cut ("phấn đấu: …;") its start too."""
    cut = after.lstrip()[:1].islower()
    return f"{before} {sentence}"[-CONTEXT:] if cut and before else sentence


def _bare(sentence: str) -> bool:
    """Whether a line is only a date, a place of writing or a signature: it tells nothing."""
    rest = sentence
    for moment in reversed(moments(sentence)):
        rest = rest[: moment.start] + rest[moment.end :]
    return len(re.findall(r"[^\W\d_]+", rest)) < SHORTEST


def _before(hit: Hit) -> str:
    """The sentence that ends just before the hit's passage, or ''."""
    spans = sentences(hit.article.text, max(0, hit.passage.start - 600), hit.passage.start)
    return hit.article.text[spans[-1].start : spans[-1].end] if spans else ""


def terms(text: str, marks: bool) -> Counter[str]:
    """Content syllables and pairs of neighbours; without marks everything is compared folded."""
    words = syllables(text)
    kept = [fold(word) if not marks else word for word in words if fold(word) not in STOP]
    joined = [fold(pair) if not marks else pair for pair in pairs(words)]
    joined = [pair for pair in joined if not STOP.issuperset(fold(pair).split("_"))]
    return Counter(kept + joined)


def coverage(question: str, texts: Sequence[str]) -> list[float]:
    """For each text the share (0..1) of the question's terms it holds, rare terms weighing more.

    Rarity is counted over the texts themselves: words of the shared topic tell none of them apart.
    """
    marks = has_marks(question)
    wanted = set(terms(question, marks))
    held = [set(terms(text, marks)) & wanted for text in texts]
    frequency = Counter(term for one in held for term in one)
    weight = {term: math.log((len(texts) + 1) / (frequency[term] + 0.5)) for term in wanted}
    total = sum(weight[term] for term in wanted if frequency[term]) or 1.0
    return [sum(weight[term] for term in one) / total for one in held]


def widen(store: Store, hits: Sequence[Hit]) -> list[Hit]:
    """The hits and, behind them, the other passages of the first one's article.

    The right article comes first far more often than the right passage: on the training questions
    this lifts the share of answers within reach from 95 to 99 %.
    """
    if not hits:
        return []
    first, known = hits[0], {hit.passage.id for hit in hits}
    rest = [p for p in store.passages(first.article.id) if p.id not in known]
    return [*hits, *(Hit(p, first.article, first.score * REST, 0.0, 0.0) for p in rest)]


def features(question: str, everything: Sequence[Sentence]) -> list[tuple[float, ...]]:
    """What the cut looks at, for each sentence: see ``FEATURES``; all about 0..1 but the ranks' logs."""
    around = coverage(question, [f"{s.context} {s.text}" for s in everything])
    titled = coverage(question, [f"{s.hit.article.heading} {s.text}" for s in everything])
    passage_score = {s.hit.passage.id: s.hit.score for s in everything}
    article_score: dict[str, float] = {}
    for s in everything:
        article_score[s.hit.article.id] = max(article_score.get(s.hit.article.id, 0.0), s.hit.score)
    best = max(passage_score.values()) or 1.0
    passage_rank, article_rank = _ranks(passage_score), _ranks(article_score)
    return [
        (
            held,
            with_title,
            s.hit.score / best,
            article_score[s.hit.article.id] / best,
            math.log1p(passage_rank[s.hit.passage.id]),
            math.log1p(article_rank[s.hit.article.id]),
            float(s.text == s.hit.article.heading),
            float(s.hit.passage.ordinal == 0),
            float(s.text.rstrip('"”’').endswith("?")),
            *agreement(question, s).vector()[:2],
        )
        for s, held, with_title in zip(everything, around, titled, strict=True)
    ]


def _ranks(scores: dict[str, float]) -> dict[str, int]:
    return {id_: rank for rank, id_ in enumerate(sorted(scores, key=lambda id_: -scores[id_]))}


def shortlist(question: str, hits: Sequence[Hit], most: int = READ) -> list[Sentence]:
    """All sentences of the ``most`` passages whose best sentence looks most like an answer."""
    everything = sentences_of(hits)
    if not everything:
        return []
    weights = calibration().shortlist
    best: dict[str, float] = {}
    for sentence, row in zip(everything, features(question, everything), strict=True):
        score = sum(weights[name] * value for name, value in zip(FEATURES, row, strict=True))
        id_ = sentence.hit.passage.id
        best[id_] = max(best.get(id_, score), score)
    chosen = sorted(best, key=lambda id_: -best[id_])[:most]
    place = {id_: at for at, id_ in enumerate(chosen)}
    kept = [sentence for sentence in everything if sentence.hit.passage.id in place]
    return sorted(kept, key=lambda s: place[s.hit.passage.id])
