"""Further questions over the training articles, written by hand: ``written.tsv`` beside this file.

Some 3,770 questions over the 440 articles of ``shared/train``, nearly half of them hard rewordings that
share one syllable in eight with the sentence that answers. The file holds our questions and offsets into
the articles' NFC text, none of their sentences. One line: article, kind, start and end of the evidence
sentence, of the answer in it, of a sentence that only looks relevant (each empty where there is none),
question. The split by article is that of the asked questions.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.bench.evidence_data import Item, News

FILE = Path(__file__).parent / "written.tsv"


def read_written(news: Mapping[str, News], file: Path = FILE) -> list[Item]:
    """The questions as items; those of an article that ``news`` lacks are passed over.

    Raises ValueError naming the line whose offsets do not lie within its article.
    """
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(_items(lines, news))


def _items(lines: Iterable[str], news: Mapping[str, News]) -> Iterable[Item]:
    for number, line in enumerate(lines, start=1):
        path, kind, *offsets, question = line.split("\t")
        if path in news:
            text = news[path].text
            evidence, answer, near = (
                _cut(text, offsets[i], offsets[i + 1], number) for i in range(0, len(offsets), 2)
            )
            yield Item(f"wr-{number:04}", path, kind, question, evidence, answer, near)


def _cut(text: str, start: str, end: str, line: int) -> str:
    """The part of ``text`` between two offsets, '' where both are empty."""
    if not start and not end:
        return ""
    first, last = int(start), int(end)
    if not 0 <= first < last <= len(text):
        raise ValueError(f"line {line}: {first} to {last} is no part of a text of {len(text)} characters")
    return text[first:last]
