"""Near-duplicates: articles that are one wire story with other captions, cuts or signatures.

MinHash signatures over runs of five syllables find candidates by equal bands; the share of runs
that two texts have in common decides, unless the same words stand around other figures: this year's
report of an office repeats last year's and is another story. A group is named by the smallest text
id in it.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog
from index.text import syllables

NEAR = 0.6
"""Share of common runs from which two texts tell the same story: a changed word breaks five runs."""

CONTAINED = 0.9
"""Share of the shorter text's runs in the longer one: a cut copy."""

HOPEFUL = 0.12
"""Share of equal hashes below which two texts are not even compared: copies have 0.5 and more of them equal,
and a piece with fewer than this shares a band with its whole but once in twenty."""

DAYS_APART = 45
"""Days after which the same words are news of another time: a yearly notice, not a copy."""

_AROUND = 3
"""Words on each side of a figure that make its surroundings."""

_RUN = 5
_HASHES = 96
_BAND = 3  # rows a band: two texts with 0.5 of their runs in common share a band with 0.986
_PRIME = np.uint64((1 << 61) - 1)
_MIX = np.random.default_rng(20240111).integers(1, 1 << 61, size=(2, _HASHES), dtype=np.uint64)


def signature(text: str) -> NDArray[np.uint32]:
    """MinHash of a text, shape (96,); all ones bits for a text shorter than one run."""
    runs = _runs(syllables(text))
    if not len(runs):
        return np.full(_HASHES, 0xFFFFFFFF, dtype=np.uint32)
    mixed = (runs[:, None] * (_MIX[0] | np.uint64(1))[None, :]) ^ _MIX[1][None, :]
    mixed *= np.uint64(0x9E3779B97F4A7C15)
    least: NDArray[np.uint32] = (mixed >> np.uint64(32)).min(axis=0).astype(np.uint32)
    return least


def bands(of: NDArray[np.uint32]) -> list[int]:
    """One number a band; texts alike share at least one at its place. None for a text without runs."""
    if (of == 0xFFFFFFFF).all():
        return []
    return [zlib.crc32(of[start : start + _BAND].tobytes()) for start in range(0, _HASHES, _BAND)]


def alike(first: str, second: str) -> bool:
    """Whether two texts tell the same story in the same words, with the same figures."""
    one, two = syllables(first), syllables(second)
    a, b = set(_runs(one).tolist()), set(_runs(two).tolist())
    if not a or not b:
        return False
    common = len(a & b)
    near = common / len(a | b) >= NEAR or common / min(len(a), len(b)) >= CONTAINED
    return near and not differ(one, two)


def differ(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether somewhere the same words stand around figures or dates that the two texts do not share."""
    a, b = _figures(first), _figures(second)
    return any(a[words].isdisjoint(b[words]) for words in a.keys() & b.keys())


def apart(first: str | None, second: str | None) -> bool:
    """Whether two ISO days are too far from each other for copies of one story; unknown ones are not."""
    if first is None or second is None:
        return False
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) > DAYS_APART


def regroup(catalog: Catalog, come: Iterable[str], gone: Iterable[str]) -> None:
    """Give texts that became live their group, and group anew what a text that went held together.

    Runs inside the flip's transaction. Only live texts are in groups.
    """
    loose = set(come)
    for id_ in gone:
        held = catalog.rows("SELECT twin FROM texts WHERE id = ?", id_)
        if held and held[0][0] is not None:
            loose |= {row[0] for row in catalog.rows("SELECT id FROM texts WHERE twin = ?", held[0][0])}
            catalog.rows("UPDATE texts SET twin = NULL WHERE twin = ?", held[0][0])
    for id_ in sorted(loose):
        if catalog.rows("SELECT 1 FROM articles WHERE text_id = ? AND state = 'live'", id_):
            _join(catalog, id_)


def _join(catalog: Catalog, id_: str) -> None:
    near = catalog.rows(  # CROSS JOIN: from this text's few bands outwards, whatever the planner thinks
        "SELECT t.id, t.signature, t.published, t.twin FROM "
        "(SELECT DISTINCT other.text_id AS id FROM bands mine "
        "CROSS JOIN bands other ON other.band = mine.band AND other.value = mine.value "
        "WHERE mine.text_id = ?1 AND other.text_id <> ?1) near CROSS JOIN texts t ON t.id = near.id "
        "WHERE EXISTS (SELECT 1 FROM articles a WHERE a.text_id = t.id AND a.state = 'live') ORDER BY t.id",
        id_,
    )
    if not near:
        return
    text, signed, day = catalog.rows("SELECT text, signature, published FROM texts WHERE id = ?", id_)[0]
    members = {id_: (text, day)}
    for other, other_signed, other_day, group in near:
        if other in members or apart(day, other_day) or not _hopeful(signed, other_signed):
            continue
        other_text = catalog.rows("SELECT text FROM texts WHERE id = ?", other)[0][0]
        if not alike(text, other_text):
            continue
        more = {other: (other_text, other_day)}
        if group is not None:
            found = catalog.rows("SELECT id, text, published FROM texts WHERE twin = ?", group)
            more = {row[0]: (row[1], row[2]) for row in found}
        if _one_story([*members.values(), *more.values()]):
            members |= more
    if len(members) > 1:
        catalog.many("UPDATE texts SET twin = ? WHERE id = ?", [(min(members), member) for member in members])


def _hopeful(first: bytes, second: bytes) -> bool:
    """Whether two signatures agree enough for a look at the texts: among many, bands agree by chance."""
    agree: NDArray[np.bool_] = np.frombuffer(first, np.uint32) == np.frombuffer(second, np.uint32)
    return bool(agree.mean() >= HOPEFUL)


def _one_story(texts: Sequence[tuple[str, str | None]]) -> bool:
    """Whether nothing in texts with their days speaks against the longest of them.

    A short piece without figures is contained in this year's report and in last year's: it must not
    bring the two together.
    """
    whole, day = max(texts, key=lambda text: len(text[0]))
    said = syllables(whole)
    return not any(apart(day, other) or differ(said, syllables(text)) for text, other in texts)


def _figures(said: Sequence[str]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """Figures and dates by the words around them, in which other figures count as one word.

    Those at the very edge of a text are left out: a cut copy ends where the whole goes on.
    """
    masked = ["#" if word[:1].isdigit() else word for word in said]
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for place in range(_AROUND, len(said) - _AROUND):
        if masked[place] == "#":
            window = range(place - _AROUND, place + _AROUND + 1)
            figures = tuple(said[i] for i in window if masked[i] == "#")
            found[tuple(masked[i] for i in window)].add(figures)
    return found


def _runs(said: Sequence[str]) -> NDArray[np.uint64]:
    words = np.array([zlib.crc32(word.encode()) for word in said], dtype=np.uint64)
    if len(words) < _RUN:
        return np.zeros(0, dtype=np.uint64)
    runs = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
    for place in range(_RUN):
        runs = runs * np.uint64(1_000_003) + words[place : place + len(runs)]
    return np.unique(runs)
