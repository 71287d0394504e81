"""Variants of training questions by rule: typed without marks, with slips, or asking for another fact.

An altered question ("the year before", another district, another person) is answered by none of its
article's sentences: near misses that teach the model to look at years, numbers and names.
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from index.text import fold
from tests.bench.evidence_data import Item, News

_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,4}(?![\w.,/%-])")
_UPPER = (
    "[" + "".join(sorted({c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and c.isalpha()})) + "]"
)
_NAME = re.compile(rf"(?<![\w.])([^\W\d_]+)\s+({_UPPER}\w+(?:\s+{_UPPER}\w+)+)(?![\w.])")
_RESULT = re.compile(r"(?<!phấn đấu )(?<!dự kiến )\bđạt\b(?! mục tiêu)")
_ASKS_RESULT = re.compile(r"\b(?:đạt|được|đã)\b", re.IGNORECASE)
_AIM = re.compile(r"mục tiêu|kế hoạch|phấn đấu|dự kiến|chỉ tiêu|sẽ |có thể", re.IGNORECASE)


def bare(question: str) -> str:
    """The question typed without any mark."""
    return fold(question)


def slips(question: str, rng: random.Random) -> str:
    """One or two typing slips: neighbours swapped, a letter lost, doubled, or its mark lost."""
    letters = list(question)
    for _ in range(rng.choice((1, 1, 2))):
        places = [i for i in range(1, len(letters) - 1) if letters[i].isalpha() and letters[i - 1].isalpha()]
        if not places:
            break
        at, kind = rng.choice(places), rng.randrange(4)
        if kind == 0:
            letters[at - 1], letters[at] = letters[at], letters[at - 1]
        elif kind == 1:
            letters[at] = ""
        elif kind == 2:
            letters[at] *= 2
        else:
            letters[at] = fold(letters[at])
        letters = list("".join(letters))
    return "".join(letters)


def names(questions: Iterable[str]) -> dict[str, list[str]]:
    """Capitalised names by the word before them ("huyện" → …), so that a swap keeps the kind."""
    found: dict[str, set[str]] = {}
    for question in questions:
        for before, name in _NAME.findall(question):
            found.setdefault(before.lower(), set()).add(name)
    return {before: sorted(kinds) for before, kinds in found.items()}


def other_name(
    question: str, seen: str, article: str, known: Mapping[str, Sequence[str]], rng: random.Random
) -> str | None:
    """The question about another person or place, where ``seen`` (what a pair shows) names this one."""
    matches = [m for m in _NAME.finditer(question) if m[2] in seen]
    rng.shuffle(matches)
    for match in matches:
        others = [name for name in known.get(match[1].lower(), ()) if name not in article]
        if others:
            return question[: match.start(2)] + rng.choice(others) + question[match.end(2) :]
    return None


def other_number(question: str, seen: str, article: str, rng: random.Random) -> str | None:
    """The question about another year, day or count, one the article does not hold."""
    matches = [m for m in _NUMBER.finditer(question) if re.search(rf"(?<!\d){m[0]}(?!\d)", seen)]
    rng.shuffle(matches)
    for match in matches:
        value = int(match[0])
        steps = [step for step in (-3, -2, -1, 1, 2, 3) if value + step > 0]
        rng.shuffle(steps)
        for step in steps:
            other = str(value + step)
            if not re.search(rf"(?<!\d){other}(?!\d)", article):
                return question[: match.start()] + other + question[match.end() :]
    return None


def as_target(question: str, sentence: str) -> str | None:
    """The result turned into an aim ("đạt" → "phấn đấu đạt"), for a question that asks for the result."""
    if _AIM.search(question + sentence) or not _ASKS_RESULT.search(question) or not _RESULT.search(sentence):
        return None
    return _RESULT.sub("phấn đấu đạt", sentence, count=1)


def near_misses(items: Sequence[Item], news: Mapping[str, News]) -> Callable[[Item], str | None]:
    """A function that asks an item's question of another place, person, year or number."""
    known = names(item.question for item in items)
    rng = random.Random(6)

    def altered(item: Item) -> str | None:
        article = news[item.article]
        seen = f"{article.title} {item.evidence}"
        rules = [
            lambda: other_name(item.question, seen, article.text, known, rng),
            lambda: other_number(item.question, seen, article.text, rng),
        ]
        rng.shuffle(rules)
        return rules[0]() or rules[1]()

    return altered
