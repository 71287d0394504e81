"""The corpus's own vocabulary: how often each syllable and each pair of them occurs in live texts.

Missing diacritics are restored from it. It is kept up in the transaction that changes what is live.
"""

import json
from collections import Counter
from collections.abc import Iterable

from index.catalog import Catalog
from index.schema import GIVEN
from index.text import counts, fold


def spellings(catalog: Catalog, folded: Iterable[str]) -> dict[str, dict[str, int]]:
    """For each folded syllable that occurs: its forms with marks and how often each occurs."""
    found: dict[str, dict[str, int]] = {}
    sql = f"SELECT folded, marked, count FROM syllables WHERE folded IN {GIVEN}"
    for key, marked, count in catalog.rows(sql, json.dumps(list(folded))):
        found.setdefault(key, {})[marked] = count
    return found


def bigrams(catalog: Catalog, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The pairs of spellings behind folded pairs, and how often each occurs."""
    found = catalog.rows(
        f"SELECT first, second, count FROM pairs WHERE folded IN {GIVEN}",
        json.dumps([" ".join(pair) for pair in pairs]),
    )
    return {(first, second): count for first, second, count in found}


def recount(catalog: Catalog, come: set[str], gone: set[str]) -> None:
    """Add and take away the syllables and pairs of texts that became live or ceased to be."""
    singles: Counter[str] = Counter()
    doubles: Counter[tuple[str, str]] = Counter()
    for id_ in come | gone:
        words, pairs = counts(catalog.rows("SELECT text FROM texts WHERE id = ?", id_)[0][0])
        if id_ in come:
            singles.update(words)
            doubles.update(pairs)
        else:
            singles.subtract(words)
            doubles.subtract(pairs)
    bare = {word: fold(word) for word in singles}
    catalog.many(
        "INSERT INTO syllables VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
        ((word, bare[word], times) for word, times in singles.items() if times),
    )
    catalog.many(
        "INSERT INTO pairs VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
        ((a, b, f"{bare[a]} {bare[b]}", times) for (a, b), times in doubles.items() if times),
    )
    if gone:
        catalog.rows("DELETE FROM syllables WHERE count = 0")
        catalog.rows("DELETE FROM pairs WHERE count = 0")
