"""Training data of the evidence model: questions with labelled candidate sentences.

``groups`` turns the items of ``shared/train`` into one group a question: sentences that answer,
sentences that do not (the item's own distractor, its article's other sentences, sentences of other
articles that look alike), and sentences that may answer, which teach nothing.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from index.chunk import sentences, split
from index.text import nfc, pairs, syllables
from index.types import Article, Span
from rag.evidence_reading import Excerpt, lede

Part = Literal["train", "validation", "calibration"]
POSITIVE, NEGATIVE, UNSURE = 1, 0, -1


@dataclass(frozen=True, slots=True)
class News:
    """One training article: NFC text, its first line as title, its lede, sentences and passages.

    ``passages`` are ranges of sentence numbers, cut as the index cuts them.
    """

    path: str
    text: str
    title: str
    lede: str
    spans: tuple[Span, ...]
    passages: tuple[tuple[int, int], ...]

    def sentence(self, number: int) -> str:
        return self.text[self.spans[number].start : self.spans[number].end]

    def passage_of(self, number: int) -> int:
        """The passage that holds a sentence."""
        return next(i for i, (first, last) in enumerate(self.passages) if first <= number < last)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of items.jsonl, in NFC."""

    id: str
    article: str
    kind: str
    question: str
    evidence: str
    answer: str
    near: str


@dataclass(frozen=True, slots=True)
class Page:
    """One passage under one question: a label for each sentence, and where the answer stands in it.

    ``answers`` are offsets into the excerpt's text, None where a sentence is not positive.
    """

    excerpt: Excerpt
    labels: tuple[int, ...]
    answers: tuple[Span | None, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """A question and its passages; ``origin`` is "plain" or the rule that made the variant.

    The first ``always`` pages are read in every epoch, of the others one or two by turns.
    """

    id: str
    kind: str
    origin: str
    question: str
    pages: tuple[Page, ...]
    always: int

    @property
    def labels(self) -> list[int]:
        return [label for page in self.pages for label in page.labels]


def read_items(folder: Path) -> list[Item]:
    with (folder / "items.jsonl").open(encoding="utf-8") as lines:
        return [Item(**{key: nfc(value) for key, value in json.loads(line).items()}) for line in lines]


def read_news(folder: Path, paths: Iterable[str]) -> dict[str, News]:
    files = {path: folder / "articles" / path for path in sorted(set(paths))}
    return {path: news_of(path, file.read_text(encoding="utf-8")) for path, file in files.items()}


def news_of(path: str, text: str) -> News:
    """An article's text cut into sentences and passages."""
    text = nfc(text)
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    spans = tuple(sentences(text))
    return News(path, text, title, lede(title, text), spans, _passages(path, title, text, spans))


def _passages(path: str, title: str, text: str, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    article = Article(path, path, title, text, None, None, None, (), "")
    starts = [span.start for span in spans]
    edges = [starts.index(passage.start) for passage in split(article)]
    return tuple(pairwise([*edges, len(spans)]))


def parts(paths: Iterable[str], seed: int = 8) -> dict[str, Part]:
    """Articles split by a fixed shuffle: 80 % train, 10 % validation, 10 % calibration."""
    order = sorted(set(paths))
    random.Random(seed).shuffle(order)
    tenth = len(order) // 10
    named: dict[str, Part] = dict.fromkeys(order, "train")
    named.update(dict.fromkeys(order[:tenth], "validation"))
    named.update(dict.fromkeys(order[tenth : 2 * tenth], "calibration"))
    return named


def plain(text: str) -> str:
    """Lower case, single spaces: how an answer is looked for in a sentence."""
    return re.sub(r"\s+", " ", text).strip().lower()


def find_answer(answer: str, sentence: str) -> Span | None:
    """Where the answer stands in a sentence, digits matched whole (5 is not in 15 or 5,2)."""
    if not answer:
        return None
    pattern = r"\s+".join(re.escape(word) for word in answer.split())
    left = r"(?<!\d)(?<!\d[.,])" if answer[0].isdigit() else r"(?<!\w)"
    right = r"(?!\d)(?![.,]\d)" if answer[-1].isdigit() else r"(?!\w)"
    match = re.search(left + pattern + right, sentence, re.IGNORECASE)
    return Span(match.start(), match.end()) if match else None


def labels(item: Item, news: News) -> list[int]:
    """One label for each sentence of the item's own article.

    The evidence may have been cut by our splitter: the piece that holds the answer is positive, the
    rest of it unsure. A sentence that holds the answer elsewhere may answer as well: unsure.
    """
    at = news.text.find(item.evidence) if item.evidence else -1
    found = []
    for span, number in zip(news.spans, range(len(news.spans)), strict=True):
        sentence = news.sentence(number)
        inside = at >= 0 and span.start < at + len(item.evidence) and span.end > at
        holds = find_answer(item.answer, sentence) is not None
        if inside:
            found.append(POSITIVE if holds else UNSURE)
        elif plain(sentence) in plain(item.near) or plain(item.near) in plain(sentence):
            found.append(NEGATIVE)
        else:
            found.append(UNSURE if holds else NEGATIVE)
    if item.evidence and POSITIVE not in found:
        overlaps = [
            min(span.end, at + len(item.evidence)) - max(span.start, at) if at >= 0 else 0
            for span in news.spans
        ]
        found[int(np.argmax(overlaps))] = POSITIVE
    return found


class Lookalikes:
    """All sentences of all articles, ranked for a question by the mix of cosine and BM25."""

    def __init__(self, news: Mapping[str, News], vectors: NDArray[np.float32]) -> None:
        self.rows = [(path, i) for path, one in news.items() for i in range(len(one.spans))]
        self.index = {row: place for place, row in enumerate(self.rows)}
        self.vectors = vectors
        self._words = Words([terms(news[path].sentence(i)) for path, i in self.rows])
        self.lengths = [len(news[path].sentence(i).split()) for path, i in self.rows]

    def scores(self, question: str, vector: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """ "cosine", "bm25" and "mix" over all rows (mix: half of each, both scaled to 0..1)."""
        cosine, bm25 = self.vectors @ vector, self._words.scores(terms(question))
        mix = (cosine - cosine.min()) / np.ptp(cosine) + bm25 / max(float(bm25.max()), 1e-6)
        return {"cosine": cosine, "bm25": bm25, "mix": mix / 2}


def terms(text: str) -> list[str]:
    words = syllables(text)
    return words + pairs(words)


class Words:
    """BM25 (k1 1.2, b 0.5) over small texts, as posting lists."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        counts = [Counter(text) for text in texts]
        lengths = np.array([len(text) for text in texts], np.float32)
        norm = 1.2 * (0.5 + 0.5 * lengths / lengths.mean())
        gathered: dict[str, list[tuple[int, int]]] = {}
        for row, count in enumerate(counts):
            for term, times in count.items():
                gathered.setdefault(term, []).append((row, times))
        self._size = len(texts)
        self._lists = {}
        for term, hits in gathered.items():
            rows, times = np.array(hits).T
            idf = np.log(1 + (self._size - len(rows) + 0.5) / (len(rows) + 0.5))
            self._lists[term] = (rows, (idf * times * 2.2 / (times + norm[rows])).astype(np.float32))

    def scores(self, words: Iterable[str]) -> NDArray[np.float32]:
        total = np.zeros(self._size, np.float32)
        for word in set(words):
            if word in self._lists:
                rows, values = self._lists[word]
                total[rows] += values
        return total


def page(item: Item, news: News, number: int, marked: Sequence[int] | None) -> Page:
    """Passage ``number`` of an article under the item's question; ``marked`` None: nothing in it answers."""
    first, last = news.passages[number]
    start, end = news.spans[first].start, news.spans[last - 1].end
    spans = [Span(one.start - start, one.end - start) for one in news.spans[first:last]]
    labelled = tuple(marked[first:last]) if marked else (NEGATIVE,) * (last - first)
    answers = []
    for span, label in zip(spans, labelled, strict=True):
        sentence = news.text[start + span.start : start + span.end]
        found = find_answer(item.answer, sentence) if label == POSITIVE else None
        answers.append(Span(span.start + found.start, span.start + found.end) if found else None)
    excerpt = Excerpt(news.title, news.text[start:end], tuple(spans), news.lede)
    return Page(excerpt, labelled, tuple(answers), news.path)


def near_rows(item: Item, news: News, marked: Sequence[int]) -> list[int]:
    """The sentences that are the item's distractor, or hold a part of it."""
    near = plain(item.near)
    return [
        i
        for i, label in enumerate(marked)
        if label == NEGATIVE and (plain(news.sentence(i)) in near or near in plain(news.sentence(i)))
    ]
