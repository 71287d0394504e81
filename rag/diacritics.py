"""Missing diacritics put back from the corpus's own words: bigram Viterbi over the catalog's counts.

"thu nhap binh quan" becomes "thu nhập bình quân" because the indexed articles say so. A word that
the corpus lacks stays as typed: folded search still finds it, and nothing is invented.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import Protocol

from index.text import canonical, fold, has_marks
from index.text import counts as text_counts

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")

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
loại nào
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


def _asking() -> tuple[dict[str, dict[str, int]], dict[tuple[str, str], int]]:
    """The counts of the phrases above: by folded syllable, and pairs."""
    single: dict[str, dict[str, int]] = {}
    double: dict[tuple[str, str], int] = {}
    for phrase in _ASKING.replace("\n", " ").split(", "):
        words, pairs = text_counts(phrase)
        for word, count in words.items():
            known = single.setdefault(fold(word), {})
            known[word] = known.get(word, 0) + count * ASKING_WEIGHT
        for pair, count in pairs.items():
            double[pair] = double.get(pair, 0) + count * ASKING_WEIGHT
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
    """Put marks on the words that lack them, keeping case, punctuation and all else.

    In a text without any mark every word is in question. Where the user did type marks, only words
    that the corpus does not know as typed are, and only a spelling that stands in the corpus beside
    the neighbour it has here is believed.
    """
    words = list(_WORD.finditer(text))
    if not words:
        return text
    typed = [match.group().lower() for match in words]
    spellings = _spellings({_key(word) for word in typed}, counts)
    model = _model(typed, spellings, counts)
    whole = not has_marks(text)
    choices = _choices(typed, spellings, whole)
    if not whole:
        choices = _beside(choices, typed, model)
    if all(choice == [word] for choice, word in zip(choices, typed, strict=True)):
        return text
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


def _choices(
    typed: Sequence[str], spellings: Mapping[str, Mapping[str, int]], whole: bool
) -> list[list[str]]:
    found = []
    for word in typed:
        known = spellings.get(_key(word), {})
        open_ = not has_marks(word) and known and (whole or canonical(word) not in known)
        found.append(sorted(known) if open_ else [canonical(word)])
    return found


def _beside(choices: list[list[str]], typed: Sequence[str], model: _Model) -> list[list[str]]:
    """Each choice without spellings that never stand beside any choice of a neighbour."""
    edges = [[], *choices, []]
    return [
        [
            word
            for word in choice
            if any((before, word) in model.double for before in edges[at])
            or any((word, after) in model.double for after in edges[at + 2])
        ]
        or [canonical(typed[at])]
        for at, choice in enumerate(choices)
    ]


def _model(typed: Sequence[str], spellings: Mapping[str, Mapping[str, int]], counts: Counts) -> _Model:
    folded = [_key(word) for word in typed]
    single = {word: count for known in spellings.values() for word, count in known.items()}
    pairs = set(pairwise(folded))
    double = dict(counts.bigrams(pairs))
    for (before, word), count in _ASKED_PAIRS.items():
        if (fold(before), fold(word)) in pairs:
            double[before, word] = double.get((before, word), 0) + count
    return _Model(single, double, max(1, sum(single.values())))


def _viterbi(choices: Sequence[Sequence[str]], model: _Model) -> list[str]:
    """The cheapest way through the choices, one word per position."""
    costs = {word: model.cost(None, word) for word in choices[0]}
    steps: list[dict[str, str]] = []
    for before, now in pairwise(choices):
        best: dict[str, str] = {}
        new: dict[str, float] = {}
        for word in now:
            best[word] = min(before, key=lambda a: costs[a] + model.cost(a, word))
            new[word] = costs[best[word]] + model.cost(best[word], word)
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
        if word != canonical(old.lower()):
            parts += [text[at : match.start()], _cased(word, old)]
            at = match.end()
    return "".join([*parts, text[at:]])


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
