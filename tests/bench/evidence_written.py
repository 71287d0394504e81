"""Further questions over the training articles, written by hand: ``written-1.tsv`` and ``written-2.tsv``.

The first batch are 3,770 questions over the 440 articles of ``shared/train``, nearly half of them hard
rewordings that share one syllable in eight with the sentence that answers; the second 3,479, a quarter
of them about what an article all but tells, the facts with a rival beside them. The files hold our
questions and offsets into the articles' NFC text, none of their sentences. One line: article, kind, start
and end of the evidence sentence, of the answer in it, of a sentence that only looks relevant (each empty
where there is none), question. The split by article is that of the asked questions.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.bench.evidence_data import Item, News

BATCHES = (1, 2)


def file_of(batch: int) -> Path:
    return Path(__file__).parent / f"written-{batch}.tsv"


def is_written(item: Item) -> bool:
    """Whether an item is one of these; they are harder than what people ask."""
    return item.id.startswith("wr-")


def read_written(news: Mapping[str, News], batches: Sequence[int] = BATCHES) -> list[Item]:
    """The questions of the batches as items; those of an article that ``news`` lacks are passed over."""
    return [item for batch in batches for item in read_file(file_of(batch), news, f"wr-{batch}")]


def read_file(file: Path, news: Mapping[str, News], prefix: str = "wr-0") -> list[Item]:
    """The questions of a file; raises ValueError naming the line whose offsets are not in its article."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(_items(lines, news, prefix))


def _items(lines: Iterable[str], news: Mapping[str, News], prefix: str) -> Iterable[Item]:
    for number, line in enumerate(lines, start=1):
        path, kind, *offsets, question = line.split("\t")
        if path in news:
            text = news[path].text
            evidence, answer, near = (
                _cut(text, offsets[i], offsets[i + 1], number) for i in range(0, len(offsets), 2)
            )
            yield Item(f"{prefix}-{number:04}", path, kind, question, evidence, answer, near)


def _cut(text: str, start: str, end: str, line: int) -> str:
    """The part of ``text`` between two offsets, '' where both are empty."""
    if not start and not end:
        return ""
    first, last = int(start), int(end)
    if not 0 <= first < last <= len(text):
        raise ValueError(f"line {line}: {first} to {last} is no part of a text of {len(text)} characters")
    return text[first:last]
