"""Whether catalog, words and vectors agree, and the repair of what does not.

The vector store is looked at in a process of its own: a broken one can crash whoever opens it.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from index import home as folders
from index import lock, passages
from index.catalog import Catalog
from index.chunk import text_key
from index.errors import StoreError
from index.rebuild import rebuild
from index.types import Progress

SAMPLE = 200
"""Passages that are asked to find themselves; all of them in an index that has no more."""

PATIENCE_S = 120.0  # for the look at the vectors


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code that ui/vi.py words, how often, and an example."""

    code: str
    count: int
    example: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was compared and what was found; ``repaired`` says that derived parts were built anew."""

    ok: bool
    passages: int
    vectors: int
    words: int
    sampled: int
    problems: tuple[Problem, ...]
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the process that looked at the vectors says: their ids, and sampled ones that are lost."""

    ids: frozenset[str]
    lost: tuple[str, ...]


def verify(
    home: Path,
    repair: bool = False,
    progress: Callable[[Progress], None] | None = None,
    chroma_url: str | None = None,
) -> Checked:
    """Compare catalog, words and vectors; with ``repair`` build what differs anew and compare again.

    Repair needs no model: vectors come from the catalog, into a fresh collection that is then
    switched to. Raises StoreError ``index_missing``, ``index_locked``, ``index_broken`` when the
    catalog itself is damaged (restore a backup then), ``vectors_missing`` when it lacks vectors.
    """
    tell = progress or (lambda _: None)
    with lock.writer(home, "verify"):
        found = _look(folders.current(home), tell, chroma_url)
    if found.ok or not repair:
        return found
    rebuild(home, None, progress, chroma_url)
    with lock.writer(home, "verify"):
        return replace(_look(folders.current(home), tell, chroma_url), repaired=True)


def repair(
    home: Path, progress: Callable[[Progress], None] | None = None, chroma_url: str | None = None
) -> Checked:
    """Verify, and mend what can be mended."""
    return verify(home, True, progress, chroma_url)


def _look(folder: Path, tell: Callable[[Progress], None], chroma_url: str | None) -> Checked:
    catalog = Catalog(folder)
    try:
        tell(Progress("check_catalog", 0, 3))
        problems = _catalog_problems(catalog)
        live = set(passages.live_passages(catalog))
        dirty = catalog.meta()["dirty"] == "1"
        tell(Progress("check_words", 1, 3))
        words = _word_ids(folder)
        problems += _differences("words", live, words)
        tell(Progress("check_vectors", 2, 3))
        sample = sorted(random.Random(len(live)).sample(sorted(live), min(SAMPLE, len(live))))
        seen = _look_at_vectors(folder, sample, chroma_url)
    finally:
        catalog.close()
    if isinstance(seen, str):
        problems.append(Problem("vectors_unreadable", 1, seen))
        seen = _Seen(frozenset(), ())
    else:
        problems += _differences("vectors", live, seen.ids)
        problems += _some("vectors_lost", seen.lost)
    if dirty and not problems:
        problems.append(Problem("unfinished", 1, "the next index run goes on with it"))
    tell(Progress("check_vectors", 3, 3))
    return Checked(not problems, len(live), len(seen.ids), len(words or ()), len(sample), tuple(problems))


def _catalog_problems(catalog: Catalog) -> list[Problem]:
    """SQLite's own check, offsets and vectors of every passage, and each text against its key.

    Raises StoreError ``index_broken`` when the file itself is damaged.
    """
    said = [row[0] for row in catalog.rows("PRAGMA integrity_check(5)")]
    if said != ["ok"]:
        raise StoreError("index_broken", home=str(catalog.folder.parent), problem="; ".join(said)[:300])
    size = 2 * catalog.info().dimension
    misfit = catalog.rows(
        "SELECT p.id FROM passages p LEFT JOIN texts t ON t.id = p.text_id WHERE t.id IS NULL OR p.start < 0 "
        'OR p."end" > length(t.text) OR p.start >= p."end"'
    )
    bare = catalog.rows(
        "SELECT p.id FROM passages p JOIN articles a ON a.text_id = p.text_id AND a.state = 'live' "
        "WHERE p.vector IS NULL OR length(p.vector) <> ?",
        size,
    )
    homeless = catalog.rows(
        "SELECT a.source FROM articles a LEFT JOIN texts t ON t.id = a.text_id WHERE t.id IS NULL"
    )
    changed = [
        (id_,)
        for id_, text, heading, day in catalog.each("SELECT id, text, heading, published FROM texts")
        if text_key(passages.bare_article(text, heading, day)) != id_
    ]
    return [
        *_some("passage_misfit", [row[0] for row in misfit]),
        *_some("vector_missing", [row[0] for row in bare]),
        *_some("text_missing", [row[0] for row in homeless]),
        *_some("text_changed", [row[0] for row in changed]),
    ]


def _word_ids(folder: Path) -> frozenset[str] | None:
    """The passages in the word index; None when it cannot be read."""
    from index.words import Words

    try:
        words = Words(folders.words_path(folder))
        ids = frozenset(words.ids())
        words.close()
    except (ValueError, OSError):  # tantivy's word for a damaged file
        return None
    return ids


def _differences(part: str, live: set[str], found: frozenset[str] | None) -> list[Problem]:
    if found is None:
        return [Problem(f"{part}_unreadable", 1, "")]
    return [*_some(f"{part}_missing", sorted(live - found)), *_some(f"{part}_stale", sorted(found - live))]


def _some(code: str, ids: list[str] | tuple[str, ...]) -> list[Problem]:
    return [Problem(code, len(ids), ids[0])] if ids else []


def _look_at_vectors(folder: Path, sample: list[str], chroma_url: str | None) -> _Seen | str:
    """Ask a process of its own; returns what went wrong where it dies, hangs or cannot read them."""
    asked = json.dumps({"folder": str(folder), "chroma_url": chroma_url, "sample": sample})
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "index.probe"],
            input=asked,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        said = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return f"no answer in {PATIENCE_S:.0f} s"
    except json.JSONDecodeError:
        return f"the process that opened them died ({done.returncode}): {done.stderr.strip()[-200:]}"
    return said["error"] if "error" in said else _Seen(frozenset(said["ids"]), tuple(said["lost"]))
