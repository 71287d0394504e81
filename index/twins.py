"""Near-duplicates: articles that are one wire story with other captions, cuts or signatures.

MinHash signatures over runs of five syllables find candidates by equal bands; the share of runs
that two texts have in common decides. A group is named by the smallest text id in it.
"""

import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog
from index.text import syllables

NEAR = 0.6
"""Share of common runs from which two texts tell the same story: a changed word breaks five runs."""

CONTAINED = 0.9
"""Share of the shorter text's runs in the longer one: a cut copy."""

_RUN = 5
_HASHES = 96
_BAND = 3  # rows a band: two texts with 0.5 of their runs in common share a band with 0.986
_PRIME = np.uint64((1 << 61) - 1)
_MIX = np.random.default_rng(20240111).integers(1, 1 << 61, size=(2, _HASHES), dtype=np.uint64)


def signature(text: str) -> NDArray[np.uint32]:
    """MinHash of a text, shape (96,); all ones bits for a text shorter than one run."""
    runs = _runs(text)
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
    """Whether two texts tell the same story in the same words."""
    a, b = set(_runs(first).tolist()), set(_runs(second).tolist())
    if not a or not b:
        return False
    common = len(a & b)
    return common / len(a | b) >= NEAR or common / min(len(a), len(b)) >= CONTAINED


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
        "SELECT t.id, t.text, t.twin FROM (SELECT DISTINCT other.text_id AS id FROM bands mine "
        "CROSS JOIN bands other ON other.band = mine.band AND other.value = mine.value "
        "WHERE mine.text_id = ?1 AND other.text_id <> ?1) near CROSS JOIN texts t ON t.id = near.id "
        "WHERE EXISTS (SELECT 1 FROM articles a WHERE a.text_id = t.id AND a.state = 'live')",
        id_,
    )
    if not near:
        return
    text = catalog.rows("SELECT text FROM texts WHERE id = ?", id_)[0][0]
    members = {id_}
    for other, other_text, group in near:
        if other not in members and alike(text, other_text):
            members.add(other)
            if group is not None:
                members |= {row[0] for row in catalog.rows("SELECT id FROM texts WHERE twin = ?", group)}
    if len(members) > 1:
        catalog.many("UPDATE texts SET twin = ? WHERE id = ?", [(min(members), member) for member in members])


def _runs(text: str) -> NDArray[np.uint64]:
    words = np.array([zlib.crc32(word.encode()) for word in syllables(text)], dtype=np.uint64)
    if len(words) < _RUN:
        return np.zeros(0, dtype=np.uint64)
    runs = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
    for place in range(_RUN):
        runs = runs * np.uint64(1_000_003) + words[place : place + len(runs)]
    return np.unique(runs)
