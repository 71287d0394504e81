"""What a run has to do: the files on disk against those the catalog knows."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os.path import join  # a Path for each of a hundred thousand files takes a second
from pathlib import Path

from index import readers, schema
from index.catalog import Catalog
from index.errors import SourceError, StoreError
from index.readers import Found
from index.types import Failure
from index.versions import Known, Place

VANISHED = 0.3
"""Share of the known files whose disappearance is believed only with a yes: a disk may be unplugged."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: where it is, the name its articles get, its bytes' hash, the places it replaces."""

    place: Place
    file: Path
    source: str
    hash: str
    replaces: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read, what stays as it is, what is gone, and what could not be looked at."""

    tasks: tuple[Task, ...]
    unchanged: tuple[Place, ...]
    gone: tuple[Place, ...]
    failures: tuple[tuple[Place, Failure], ...]


def plan(catalog: Catalog, found: Sequence[Found], again: Sequence[str]) -> Plan:
    """Compare files by content hash; a file that failed last time, or is asked for again, is read anew."""
    known = known_files(catalog)
    by_file = {join(place.root, place.path) if place.path else place.root: place for place in known}
    taken = {entry.source: place for place, entry in known.items()}
    taken.update(dict.fromkeys(_given_texts(catalog), Place("", "")))
    retried = _failed(catalog) | _places(catalog, again)
    tasks: list[Task] = []
    unchanged: list[Place] = []
    failures: list[tuple[Place, Failure]] = []
    for file in found:
        place, replaced = _settle(file, by_file.get(str(file.file)))
        source, old = _name(place, known, taken)
        taken[source] = place
        try:
            digest = readers.digest(file.file, source)
        except SourceError as error:
            failures.append((place, Failure(source, error.code, str(error))))
            continue
        same = known.get(place)
        if (
            same
            and (same.hash, same.rules) == (digest, schema.RULES)
            and not replaced
            and place not in retried
        ):
            unchanged.append(place)
        else:
            gone = tuple(p for p in (replaced, old) if p is not None)
            tasks.append(Task(place, file.file, source, digest, gone))
    return Plan(tuple(tasks), tuple(unchanged), (), tuple(failures))


def vanished(
    catalog: Catalog, paths: Sequence[Path], found: Sequence[Found], yes: bool
) -> tuple[list[Place], list[tuple[Place, Failure]]]:
    """Return the known files under ``paths`` that are gone, and those that only cannot be looked at.

    Raises StoreError ``prune_many`` when more than ``VANISHED`` of them are gone and ``yes`` is false.
    """
    there = {file.file for file in found}
    under = [path.resolve() for path in paths]
    known = {
        place: entry
        for place, entry in known_files(catalog).items()
        if place.root and any(Path(place.root, place.path).is_relative_to(path) for path in under)
    }
    gone: list[Place] = []
    failures: list[tuple[Place, Failure]] = []
    for place, entry in known.items():
        file = Path(place.root, place.path)
        if file in there:
            continue
        try:
            file.lstat()
        except (FileNotFoundError, NotADirectoryError):
            gone.append(place)
        except OSError as error:
            text = error.strerror or str(error)
            problem = SourceError("file_unreadable", path=entry.source, problem=text)
            failures.append((place, Failure(entry.source, problem.code, str(problem))))
    if len(gone) > VANISHED * len(known) and not yes:
        raise StoreError("prune_many", gone=len(gone), known=len(known))
    return gone, failures


def known_files(catalog: Catalog) -> dict[Place, Known]:
    """Return all files that were read, by place."""
    found = catalog.rows("SELECT root, path, source, hash, rules FROM files")
    return {Place(root, path): Known(source, digest, rules) for root, path, source, digest, rules in found}


def articles_of(catalog: Catalog, places: Iterable[Place], state: str = "live") -> dict[str, tuple[str, str]]:
    """Return source → (article id, content hash) of the articles that came from the places."""
    found = catalog.rows(
        "SELECT a.source, a.id, a.content_hash FROM json_each(?) j "
        "JOIN articles a ON a.root = j.value ->> 0 AND a.path = j.value ->> 1 WHERE a.state = ?",
        json.dumps([(place.root, place.path) for place in places]),
        state,
    )
    return {source: (id_, digest) for source, id_, digest in found}


def _settle(file: Found, known: Place | None) -> tuple[Place, Place | None]:
    """Where a file belongs, and the place it leaves: a file is one article, of the outermost folder."""
    place = Place(str(file.root), file.path)
    if known is None or known == place:
        return place, None
    if Path(known.root) in file.root.parents or Path(known.root) == file.root:
        return known, None
    return place, known


def _name(place: Place, known: dict[Place, Known], taken: dict[str, Place]) -> tuple[str, Place | None]:
    """The source of a file, and a place whose file is gone and whose name it takes over.

    The path under the folder that was indexed; names of folders above go in front until no other
    file has the name.
    """
    if place in known:
        return known[place].source, None
    above = Path(place.root)
    name = place.path
    while name in taken and taken[name] != place:
        other = taken[name]
        if other.root and not Path(other.root, other.path).exists():
            return name, other
        name = f"{above.name or 'root'}/{name}"
        above = above.parent
    return name, None


def _given_texts(catalog: Catalog) -> list[str]:
    return [row[0] for row in catalog.rows("SELECT source FROM articles WHERE root = ''")]


def _failed(catalog: Catalog) -> set[Place]:
    return {Place(*row) for row in catalog.rows("SELECT DISTINCT root, path FROM failures")}


def _places(catalog: Catalog, sources: Sequence[str]) -> set[Place]:
    """The files that hold these sources, live or forgotten."""
    found = catalog.rows(
        "SELECT root, path FROM articles WHERE source IN (SELECT value FROM json_each(?1)) "
        "UNION SELECT root, path FROM forgotten WHERE source IN (SELECT value FROM json_each(?1))",
        json.dumps(list(sources)),
    )
    return {Place(*row) for row in found}


def articles_called(catalog: Catalog, sources: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return source → (article id, content hash) of the live articles with these names."""
    found = catalog.rows(
        "SELECT source, id, content_hash FROM articles WHERE state = 'live' "
        "AND source IN (SELECT value FROM json_each(?))",
        json.dumps(list(sources)),
    )
    return {source: (id_, digest) for source, id_, digest in found}


def place_of(catalog: Catalog, source: str) -> Place | None:
    """Return where the live article called ``source`` came from."""
    found = catalog.rows("SELECT root, path FROM articles WHERE source = ? AND state = 'live'", source)
    return Place(*found[0]) if found else None


def forgotten(catalog: Catalog, sources: Sequence[str]) -> dict[str, str]:
    """Return source → content hash of those of ``sources`` that were removed by hand."""
    found = catalog.rows(
        "SELECT source, content_hash FROM forgotten WHERE source IN (SELECT value FROM json_each(?))",
        json.dumps(list(sources)),
    )
    return {row[0]: row[1] for row in found}
