"""Small articles of our own with questions about them: ``texts/BATCH-*.md``, what news does not teach.

Written by hand for this project: encyclopedic prose about real and invented subjects, and local reports
with invented names. They are exercises in reading; nobody should look a fact up in them. A title line
begins with "# ", each sentence stands on a line of its own, the questions about a paragraph stand under
it, one a line: ``? kind | answering sentence | sentence that only looks relevant | answer | question``,
sentences counted from 1 within the paragraph, cells empty where there is none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from index.ingest import index_paths
from index.types import Embedder
from tests.bench.evidence_data import Item, News, Part, find_answer, news_of, parts

FOLDER = Path(__file__).parent / "texts"
BATCHES = (1, 2)
KINDS = ("fact", "number", "paraphrase", "why_how", "unanswerable")


def read_texts(batches: Sequence[int] = BATCHES, folder: Path = FOLDER) -> tuple[dict[str, News], list[Item]]:
    """The articles of some batches by name ("own/1-0/03.txt"), and the questions about them in order.

    Raises ValueError naming file and line of a question that does not fit its paragraph.
    """
    news: dict[str, News] = {}
    items: list[Item] = []
    for file in sorted(file for batch in batches for file in folder.glob(f"{batch}-*.md")):
        parts = re.split(r"^# ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        line = 1 + parts[0].count("\n")
        for number, part in enumerate(parts[1:], start=1):
            path = f"own/{file.stem}/{number:02}.txt"
            text, asked = _article(path, part, f"{file.name} line", line)
            news[path] = news_of(path, text)
            items += asked
            line += part.count("\n")
    return news, items


def text_parts(paths: Iterable[str]) -> dict[str, Part]:
    """The split of each batch by itself, so that a later batch changes nothing about an earlier one."""
    batches: dict[str, list[str]] = {}
    for path in paths:
        batches.setdefault(path.split("/")[1].split("-")[0], []).append(path)
    return {path: part for batch in batches.values() for path, part in parts(batch).items()}


def indexed(news: Mapping[str, News], home: Path, embedder: Embedder) -> Path:
    """An index of the articles in ``home``, made or brought up to date; its sources are their names."""
    for path, one in news.items():
        file = home / "articles" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, encoding="utf-8")
    index_paths(home, [home / "articles"], embedder)
    return home


def _article(path: str, part: str, where: str, line: int) -> tuple[str, list[Item]]:
    """Title and paragraphs as one text, and the questions; ``line`` is the title's."""
    title, *rest = part.splitlines()
    paragraphs: list[list[str]] = [[]]
    items: list[Item] = []
    for at, words in enumerate(map(str.strip, rest), start=line + 1):
        if words.startswith("? "):
            items.append(
                _item(f"tx-{path[4:-4]}-{len(items):02}", path, words[2:], paragraphs[-1], f"{where} {at}")
            )
        elif words:
            paragraphs[-1].append(words)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join([title.strip(), *(" ".join(one) for one in paragraphs if one)]), items


def _item(id_: str, path: str, line: str, told: list[str], where: str) -> Item:
    kind, answering, near, answer, question = _cells(line, where)
    evidence, rival = (_sentence(told, cell, where) for cell in (answering, near))
    if kind not in KINDS or bool(evidence) == (kind == "unanswerable"):
        raise ValueError(f"{where}: kind {kind!r} with sentence {answering!r}")
    if evidence and not find_answer(answer, evidence):
        raise ValueError(f"{where}: {answer!r} does not stand in sentence {answering}")
    return Item(id_, path, kind, question, evidence, answer, rival)


def _cells(line: str, where: str) -> Iterator[str]:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != len(Item.__slots__) - 2:
        raise ValueError(f"{where}: {len(cells)} cells, wanted kind | sentence | near | answer | question")
    return iter(cells)


def _sentence(told: list[str], number: str, where: str) -> str:
    if not number:
        return ""
    if not number.isdigit() or not 1 <= int(number) <= len(told):
        raise ValueError(f"{where}: no sentence {number!r} in a paragraph of {len(told)}")
    return told[int(number) - 1]
