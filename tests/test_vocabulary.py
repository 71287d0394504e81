"""The corpus's own words: counted over live texts, and exactly those."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import vocabulary
from index.catalog import Catalog
from tests import catalogs

MAY = "Mây mù trên bản Mây\n\nMây che kín bản."
MAI = "Mái nhà ở bản Mai\n\nMưa đá làm thủng 12 mái nhà."


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Catalog]:
    with catalogs.catalog(tmp_path) as made:
        yield made


def test_spellings_of_a_folded_syllable(opened: Catalog) -> None:
    catalogs.publish(opened, catalogs.article("a.txt", MAY), catalogs.article("b.txt", MAI))
    assert vocabulary.spellings(opened, ["may", "mai", "khong"]) == {
        "may": {"mây": 3},
        "mai": {"mái": 2, "mai": 1},
    }
    assert vocabulary.spellings(opened, []) == {}


def test_pairs_of_neighbours(opened: Catalog) -> None:
    catalogs.publish(opened, catalogs.article("a.txt", MAY), catalogs.article("b.txt", MAI))
    found = vocabulary.bigrams(opened, [("mai", "nha"), ("ban", "may"), ("nha", "mai")])
    assert found == {("mái", "nhà"): 2, ("bản", "mây"): 1}
    assert vocabulary.bigrams(opened, []) == {}


def test_pending_texts_do_not_count(opened: Catalog) -> None:
    catalogs.pend(opened, catalogs.article("a.txt", MAY))
    assert vocabulary.spellings(opened, ["may"]) == {}


def test_a_copy_counts_once(opened: Catalog) -> None:
    one, two = catalogs.article("a.txt", MAY), catalogs.article("b.txt", MAY)
    catalogs.publish(opened, one)
    catalogs.publish(opened, two)
    catalogs.publish(opened, dropped=[one.id])
    assert vocabulary.spellings(opened, ["may"]) == {"may": {"mây": 3}}


def test_what_goes_leaves_no_trace(opened: Catalog) -> None:
    kept, gone = catalogs.article("a.txt", MAY), catalogs.article("b.txt", MAI)
    catalogs.publish(opened, kept)
    before = opened.rows("SELECT * FROM syllables"), opened.rows("SELECT * FROM pairs")
    catalogs.publish(opened, gone)
    assert opened.rows("SELECT * FROM pairs") != before[1]
    catalogs.publish(opened, dropped=[gone.id])
    assert (opened.rows("SELECT * FROM syllables"), opened.rows("SELECT * FROM pairs")) == before
