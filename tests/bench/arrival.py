"""How soon a new article is found: by words once it is read, by meaning once its run commits."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path

from index.embedder import load_embedder
from index.ingest import index_paths, index_texts
from index.store import Store, open_store
from index.types import Progress, RawText
from index.words import word_query

POLL_S = 0.02
MARKED = 5
"""Articles of the folder that get a sentence of their own, spread over the order of reading."""


def mark(paths: Sequence[Path]) -> dict[str, Path]:
    """Give some articles a sentence that no other holds; the words to search for, with their file.

    It stands in the middle: the ends of web pages are cleaned away.
    """
    step = max(1, len(paths) // MARKED)
    found = {}
    for number, path in enumerate(paths[::step][:MARKED]):
        words = f"quỹ khuyến học Mốc Son {number}xyz"
        lines = path.read_text(encoding="utf-8").splitlines()
        lines.insert(len(lines) // 2, f"\nBài này nhắc tới {words} một lần duy nhất.\n")
        path.write_text("\n".join(lines), encoding="utf-8")
        found[words] = path
    return found


def arrival(home: str, articles: str, backend: str) -> dict[str, float]:
    """Index a folder beside an article that is there already, and look for its marked articles meanwhile.

    ``words_s`` is the longest time from when the run turned to a marked article's file until a reader
    finds it by words; ``whole_s`` the time of the run, after which all are found by meaning too.
    """
    place, folder = Path(home), Path(articles)
    marks = mark(sorted(folder.rglob("*.txt")))
    embedder = load_embedder(place, backend=backend)  # type: ignore[arg-type]
    index_texts(
        place, [RawText("truoc.txt", "Chợ cũ\n\nChợ cũ vẫn họp vào sáng thứ năm hằng tuần.")], embedder
    )
    store = open_store(place, embedder.info)
    turned: dict[str, float] = {}

    def note(step: Progress) -> None:
        if step.stage == "read" and step.detail:
            turned[step.detail] = time.perf_counter()

    begin = time.perf_counter()
    run = threading.Thread(target=index_paths, args=(place, [folder], embedder), kwargs={"progress": note})
    run.start()
    found: dict[str, float] = {}
    while run.is_alive():
        for words in marks.keys() - found.keys():
            if _finds(store, words):
                found[words] = time.perf_counter()
        time.sleep(POLL_S)
    run.join()
    whole = time.perf_counter() - begin
    store.close()
    assert found.keys() == marks.keys(), "an article was not found before its run ended"
    sources = {words: path.relative_to(folder).as_posix() for words, path in marks.items()}
    waits = [found[words] - turned[source] for words, source in sources.items()]
    return {"words_s": max(waits), "whole_s": whole}


def _finds(store: Store, words: str) -> bool:
    hits = store.lexical(word_query(words), 1)
    return any(words in article.text for _, article in store.load([hit.id for hit in hits]).values())
