"""Lists, counts and freshness as people see them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from index import listing, lock, versions
from index.catalog import Catalog
from index.types import Failure
from index.versions import Changes, Place
from tests import catalogs


@contextmanager
def three(folder: Path) -> Iterator[Catalog]:
    """Three live articles: two dated, one not; a file, a text given, and a file that is gone."""
    root = folder / "bai"
    root.mkdir()
    (root / "cho.txt").write_text(catalogs.TEXTS["cho.txt"], encoding="utf-8")
    with catalogs.catalog(folder / "home") as made:
        catalogs.publish(made, catalogs.article("cho.txt", published="2022-07-06"), root=str(root))
        catalogs.publish(made, catalogs.article("que.txt", published="2023-01-12"))
        catalogs.publish(made, catalogs.article("cau.txt"), root=str(folder / "mat"))
        yield made


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """For tests that only read."""
    with three(tmp_path_factory.mktemp("chung")) as made:
        yield made


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Catalog]:
    """For tests that write."""
    with three(tmp_path) as made:
        yield made


def sources(opened: Catalog, query: str = "", sort: str = "published", descending: bool = True) -> list[str]:
    return [row.source for row in listing.page(opened, query, sort, descending, 10, 0)[1]]


@pytest.mark.parametrize(
    ("sort", "descending", "expected"),
    [
        pytest.param("published", True, ["que.txt", "cho.txt", "cau.txt"], id="newest first"),
        pytest.param("published", False, ["cho.txt", "que.txt", "cau.txt"], id="oldest first, undated last"),
        pytest.param("title", False, ["cho.txt", "que.txt", "cau.txt"], id="title"),
        pytest.param("source", True, ["que.txt", "cho.txt", "cau.txt"], id="source"),
    ],
)
def test_sorting(opened: Catalog, sort: str, descending: bool, expected: list[str]) -> None:
    assert sources(opened, sort=sort, descending=descending) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("  CHO PHIEN ", ["cho.txt"], id="no marks, capitals, spaces"),
        pytest.param("cầu treo", ["cau.txt"], id="with marks"),
        pytest.param("que.txt", ["que.txt"], id="by source"),
        pytest.param("gian hàng", [], id="only in the body"),
        pytest.param("%", [], id="percent is a character"),
        pytest.param("_", [], id="underscore is a character"),
        pytest.param("\\", [], id="backslash is a character"),
    ],
)
def test_searching(opened: Catalog, query: str, expected: list[str]) -> None:
    assert sources(opened, query) == expected
    assert [article.source for article in listing.articles(opened, query, 10, 0)[1]] == expected


def test_pages_tell_how_many_there_are_in_all(opened: Catalog) -> None:
    total, page = listing.page(opened, "", "published", True, 2, 2)
    assert (total, [row.source for row in page]) == (3, ["cau.txt"])
    total, articles = listing.articles(opened, "", 1, 0)
    assert (total, articles) == (3, [catalogs.article("que.txt", published="2023-01-12")])


def test_a_row_has_what_a_list_shows(opened: Catalog) -> None:
    row = listing.page(opened, "chợ", "title", False, 1, 0)[1][0]
    assert (row.title, row.published) == ("Bản Nà Lốc mở lại chợ phiên", date(2022, 7, 6))
    assert (row.passages, row.state) == (1, "live")


def test_an_article_that_waits_is_listed_unless_it_waits_to_replace_one(own: Catalog) -> None:
    catalogs.pend(own, catalogs.article("moi.txt", "Suối Mây cạn\n\nSuối Mây cạn từ đầu mùa khô năm nay."))
    catalogs.pend(own, catalogs.article("cho.txt", catalogs.TEXTS["cho.txt"] + " Chợ họp cả đêm."))
    rows = listing.page(own, "", "source", False, 10, 0)[1]
    assert [(row.source, row.state) for row in rows] == [
        ("cau.txt", "live"),
        ("cho.txt", "live"),
        ("moi.txt", "pending"),
        ("que.txt", "live"),
    ]
    assert listing.articles(own, "", 10, 0)[0] == 3


def test_the_file_of_an_article(own: Catalog, tmp_path: Path) -> None:
    assert listing.file(own, "cho.txt") == tmp_path / "bai" / "cho.txt"
    assert listing.file(own, "que.txt") is None, "given as text"
    assert listing.file(own, "cau.txt") is None, "gone from the disk"
    assert listing.file(own, "khong-co.txt") is None


def test_months(own: Catalog) -> None:
    catalogs.publish(own, catalogs.article("them.txt", "Thêm một tin\n\nTin ngắn.", published="2022-07-30"))
    assert listing.months(own) == [("2022-07", 2), ("2023-01", 1)]


def test_status_counts(own: Catalog, tmp_path: Path) -> None:
    home = tmp_path / "home"
    cho = own.article("cho.txt")
    catalogs.publish(own, catalogs.article("sao.txt", cho.text, published="2022-07-06"))
    catalogs.pend(own, catalogs.article("moi.txt", "Suối Mây cạn\n\nSuối Mây cạn từ đầu mùa khô năm nay."))
    versions.flip(own, Changes(dropped=[own.article("cau.txt").id], forget=[own.article("cau.txt").id]))
    failure = Failure("hong.pdf", "file_damaged", "broken")
    versions.set_failures(own, [Place("r", "hong.pdf")], [(Place("r", "hong.pdf"), failure)])
    found = listing.status(home, own.folder, own)
    assert (found.articles, found.passages, found.pending, found.forgotten, found.copies) == (3, 2, 1, 1, 2)
    assert (found.oldest, found.newest, found.undated) == (date(2022, 7, 6), date(2023, 1, 12), 0)
    assert (found.model, found.dimension, found.failed) == ("fake", 384, (failure,))
    assert found.roots == (str(tmp_path / "bai"),)
    assert found.writing is None
    with lock.writer(home, "thử"):
        assert str(listing.status(home, own.folder, own).writing).startswith("thử (pid ")


def test_size_of_a_folder_and_of_none(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"123")
    (tmp_path / "a" / "gone").symlink_to(tmp_path / "khong-co")
    assert listing.size(tmp_path / "a") == 3
    assert listing.size(tmp_path / "khong-co") == 0
