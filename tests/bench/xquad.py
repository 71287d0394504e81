"""Write a SQuAD file out as a folder of articles, one per paragraph, and a file of question lines.

    python -m tests.bench.xquad SQUAD.json FOLDER

makes FOLDER/articles/0001.txt … and FOLDER/questions.jsonl, whose lines hold id, question, history
and ``sources`` (the paragraph's file), so that `hoibao index` and `hoibao search-batch` can run on them.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def paragraphs(squad: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each paragraph's text and its questions."""
    for article in json.loads(squad.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            yield paragraph["context"], paragraph["qas"]


def write(squad: Path, folder: Path) -> tuple[int, int]:
    """Write articles and questions; return how many of each. Texts are written as they stand."""
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    lines = []
    number = 0
    for number, (context, questions) in enumerate(paragraphs(squad), start=1):
        source = f"{number:04d}.txt"
        (articles / source).write_text(context + "\n", encoding="utf-8")
        for question in questions:
            line = {
                "id": question["id"],
                "question": question["question"],
                "history": [],
                "sources": [source],
            }
            lines.append(json.dumps(line, ensure_ascii=False) + "\n")
    (folder / "questions.jsonl").write_text("".join(lines), encoding="utf-8")
    return number, len(lines)


def main() -> int:
    if len(sys.argv) != 3:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    written, asked = write(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{written} articles, {asked} questions\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
