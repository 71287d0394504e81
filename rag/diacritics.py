"""Missing diacritics put back from the corpus's own words: bigram Viterbi over the catalog's counts.

"thu nhap binh quan" becomes "thu nhập bình quân" because the indexed articles say so. A word that
the corpus lacks stays as typed: folded search still finds it, and nothing is invented.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import log, sqrt
from typing import Protocol

from index.text import canonical, fold, has_marks
from index.text import counts as text_counts
from rag.telex import decode

SLIP = 6.5
"""Cost, in nats, of believing that a typed mark is wrong: mends 97 of 100 syllables where 10 % of the tones
are wrong, and changes one clean question in 200 (the training questions)."""
STRANGE = 5.0
"""The same for a word that the corpus does not know as typed."""

_WORD = re.compile(r"(?<!\w)(?:[^\W\d_]+|\d[\d.,/-]*)(?!\w)")

_ASKING = """
bao nhiêu, là bao nhiêu, được bao nhiêu, có bao nhiêu, hết bao nhiêu, khoảng bao nhiêu, bao nhiêu người,
bao nhiêu tiền, bao nhiêu phần trăm, bao nhiêu tỷ đồng, bao nhiêu triệu đồng, bao lâu, bao giờ, bao xa,
mấy người, mấy năm, mấy ngày, mấy tháng, mấy lần, mấy vụ, mấy xã, mấy cái, mấy giờ, mấy con, mấy tỷ, mấy
triệu, mấy phần trăm, thứ mấy, được mấy, có mấy, là mấy, hết mấy, tháng mấy, ngày mấy, năm nào, ngày
nào, tháng nào, khi nào, lúc nào, nơi nào, chỗ nào, tỉnh nào, huyện nào, xã nào, ai là, là ai, của ai,
do ai, cho ai, ai làm, ai đã, người nào, cái nào, ở đâu, từ đâu, đi đâu, đến đâu, nằm ở đâu, tại đâu, là
gì, cái gì, làm gì, bị gì, tội gì, tên gì, nói gì, vì sao, tại sao, sao lại, ra sao, thì sao, làm sao,
thế nào, như thế nào, thế à, vậy nhỉ, vậy ạ, cho hỏi, cho mình hỏi, xin hỏi, hỏi là, muốn biết, cho
biết, có phải, có đúng, đúng không, hay không, được không, có không, chưa vậy, rồi vậy, thế còn, còn
thì, cỡ bao nhiêu, tới bao nhiêu, tới đâu, cỡ nào, hơn bao nhiêu, mất bao nhiêu, tốn bao nhiêu, dài bao
nhiêu, rộng bao nhiêu, cao bao nhiêu, giá bao nhiêu, hồi nào, năm ngoái, năm nay, năm
sau, hôm qua, sáng nay, ông ấy, bà ấy, anh ấy, cô ấy, họ đã, bên nào, chừng nào,
loại nào, mấy cây số, mấy mét, mấy ki lô mét, mấy lít, mấy tấn, mấy tạ, mấy héc ta, mấy mẫu, mấy sào, mấy
đồng, mấy nghìn, mấy ngàn, mấy trăm, mấy chục, mấy phút, mấy giây, mấy tuần, mấy quý, mấy tuổi, mấy tầng,
mấy phòng, mấy căn, mấy nhà, mấy hộ, mấy lớp, mấy trường, mấy điểm, mấy chỉ tiêu, mấy mục tiêu, mấy nghị
quyết, mấy dự án, mấy huyện, mấy tỉnh, mấy thôn, mấy nước, mấy chiếc, mấy cây, mấy bài, mấy giải, mấy em,
mấy đứa, mấy cháu, mấy ông, mấy bà, mấy ca, mấy mũi, mấy trận, mấy bàn, mấy phiếu, mấy suất, mấy chuyến,
mấy đợt, mấy vòng, mấy loại, mấy nhóm, khoảng mấy, gần mấy, hơn mấy, chừng mấy, cỡ mấy, tới mấy, đến mấy,
đạt mấy, vượt mấy, mất mấy, thêm mấy, tăng mấy, giảm mấy, cho mấy, bắt mấy, phạt mấy, tuyên mấy, lãnh mấy
"""
ASKING_WEIGHT = 5
"""Questions have words that news hardly print ("mấy", "đâu"): so often each phrase above counts."""


class Counts(Protocol):
    """The corpus's vocabulary, as ``index.store.Store`` keeps it."""

    def spellings(self, folded: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
        """Folded syllable → its spellings in the corpus and how often each stands there."""
        ...

    def bigrams(self, pairs: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """Folded pairs → the pairs of spellings behind them, counted."""
        ...


def _asking() -> tuple[dict[str, dict[str, int]], dict[tuple[str, str], dict[tuple[str, str], int]]]:
    """The counts of the phrases above: by folded syllable, and by folded pair."""
    single: dict[str, dict[str, int]] = {}
    double: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    for phrase in _ASKING.replace("\n", " ").split(", "):
        words, pairs = text_counts(phrase)
        for word, count in words.items():
            known = single.setdefault(fold(word), {})
            known[word] = known.get(word, 0) + count * ASKING_WEIGHT
        for pair, count in pairs.items():
            known_pairs = double.setdefault((fold(pair[0]), fold(pair[1])), {})
            known_pairs[pair] = known_pairs.get(pair, 0) + count * ASKING_WEIGHT
    return single, double


_ASKED, _ASKED_PAIRS = _asking()


@dataclass(frozen=True, slots=True)
class _Model:
    single: Mapping[str, int]
    double: Mapping[tuple[str, str], int]
    total: int

    def cost(self, before: str | None, word: str) -> float:
        """Negative log chance of ``word`` after ``before``.

        Pairs are smoothed by single counts, with the weight of sqrt(count of ``before``)
        occurrences: of the powers .5 to .9 the one that restored most on the training questions.
        """
        alone = (self.single.get(word, 0) + 0.1) / self.total
        if before is None:
            return -log(alone)
        seen = self.single.get(before, 0)
        smoothing = sqrt(seen + 1)
        both = self.double.get((before, word), 0)
        return -log((both + smoothing * alone) / (seen + smoothing))


def restore(text: str, counts: Counts) -> str:
    """Put marks on the words that lack them and mend wrong ones, keeping case, punctuation and all else.

    In a text without any mark every word is in question. Where the user did type marks, a word is
    changed only where its neighbours speak strongly for another spelling, and a name only if the
    corpus does not know it as typed: two places may differ in a tone alone.
    """
    words = list(_WORD.finditer(text))
    if not words:
        return text
    typed = ["#" if match.group()[0].isdigit() else match.group().lower() for match in words]
    meant = [decode(word) for word in typed]
    spellings = _spellings({_key(word) for word in [*typed, *filter(None, meant)]}, counts)
    names = [match.group()[0].isupper() and match.start() > 0 for match in words]
    whole = not has_marks(text)
    choices: list[Mapping[str, float]] = [
        _whole(word, spellings) if whole else _mended(word, name, spellings)
        for word, name in zip(typed, names, strict=True)
    ]
    choices = [
        {word: 0.0}
        if word and word in spellings.get(fold(word), {}) and not spellings.get(_key(old))
        else choice
        for old, word, choice in zip(typed, meant, choices, strict=True)
    ]
    if all(list(choice) == [word] for choice, word in zip(choices, typed, strict=True)):
        return text
    model = _model(choices, spellings, counts)
    if not whole:
        choices = _beside(choices, model)
    return _rewrite(text, words, _viterbi(choices, model))


def _key(word: str) -> str:
    """The folded form under which the catalog counts a word."""
    return fold(canonical(word))


def _spellings(folded: set[str], counts: Counts) -> dict[str, dict[str, int]]:
    """The corpus's spellings and those of the asking phrases, added up."""
    found = {word: dict(known) for word, known in counts.spellings(folded).items()}
    for word in folded & _ASKED.keys():
        known = found.setdefault(word, {})
        for spelling, count in _ASKED[word].items():
            known[spelling] = known.get(spelling, 0) + count
    return found


def _whole(word: str, spellings: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """The spellings of a word in a text without marks; one that the corpus lacks stays as typed."""
    return dict.fromkeys(sorted(spellings.get(_key(word), {})), 0.0) or {canonical(word): 0.0}


def _mended(word: str, name: bool, spellings: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """The spellings of a word in a text with marks: as typed for nothing, others at the cost of a slip."""
    known = spellings.get(_key(word), {})
    own = canonical(word)
    cost = SLIP if own in known else STRANGE
    others = {} if name and own in known else dict.fromkeys(sorted(known), cost)
    return {**others, own: 0.0}


def _beside(choices: Sequence[Mapping[str, float]], model: _Model) -> list[Mapping[str, float]]:
    """Each choice without changes that stand beside no choice of a neighbour anywhere in the corpus."""
    edges: list[Mapping[str, float]] = [{}, *choices, {}]
    return [
        {
            word: cost
            for word, cost in choice.items()
            if not cost
            or any((before, word) in model.double for before in edges[at])
            or any((word, after) in model.double for after in edges[at + 2])
        }
        for at, choice in enumerate(choices)
    ]


def _model(
    choices: Sequence[Mapping[str, float]], spellings: Mapping[str, Mapping[str, int]], counts: Counts
) -> _Model:
    folded = [{fold(word) for word in choice} for choice in choices]
    pairs = {pair for first, second in pairwise(folded) for pair in product(first, second)}
    single = {word: count for known in spellings.values() for word, count in known.items()}
    double = dict(counts.bigrams(pairs))
    for folded_pair in pairs & _ASKED_PAIRS.keys():
        for pair, count in _ASKED_PAIRS[folded_pair].items():
            double[pair] = double.get(pair, 0) + count
    return _Model(single, double, max(1, sum(single.values())))


def _viterbi(choices: Sequence[Mapping[str, float]], model: _Model) -> list[str]:
    """The cheapest way through the choices (word → its own cost), one word per position."""
    costs = {word: own + model.cost(None, word) for word, own in choices[0].items()}
    steps: list[dict[str, str]] = []
    for now in choices[1:]:
        best: dict[str, str] = {}
        new: dict[str, float] = {}
        for word, own in now.items():
            through = {before: cost + model.cost(before, word) for before, cost in costs.items()}
            best[word] = min(through, key=lambda before: through[before])
            new[word] = own + through[best[word]]
        steps.append(best)
        costs = new
    path = [min(costs, key=lambda word: costs[word])]
    for best in reversed(steps):
        path.append(best[path[-1]])
    return path[::-1]


def _rewrite(text: str, words: Sequence[re.Match[str]], path: Sequence[str]) -> str:
    """The text with each changed word in the case it was typed in."""
    parts, at = [], 0
    for match, word in zip(words, path, strict=True):
        old = match.group()
        if word != canonical(old.lower()) and word != "#":
            parts += [text[at : match.start()], _cased(word, old)]
            at = match.end()
    return "".join([*parts, text[at:]])


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
