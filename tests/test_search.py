from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.ingest import index_paths
from index.store import Store, open_store
from rag.search import RECIPE, admits, fuse, hybrid
from rag.types import Filters, Query

ARTICLES = {
    "van-ha/tong-ket.txt": (
        "Huyện Vân Hà tổng kết năm 2023\n\nThứ hai, 8/1/2024\n\n"
        "Hội nghị nghe báo cáo kết quả một năm thực hiện nghị quyết.\n\n"
        + "Các đại biểu thảo luận về giống lúa, thủy lợi và trường lớp. " * 12
        + "\n\nThu nhập bình quân đầu người của huyện đạt 41,5 triệu đồng."
    ),
    "van-ha/tong-ket-ban-sao.txt": (
        "Huyện Vân Hà tổng kết năm 2023\n\nThứ ba, 9/1/2024\n\n"
        "Hội nghị nghe báo cáo kết quả một năm thực hiện nghị quyết.\n\n"
        + "Các đại biểu thảo luận về giống lúa, thủy lợi và trường lớp. " * 12
        + "\n\nThu nhập bình quân đầu người của huyện đạt 41,5 triệu đồng."
    ),
    "van-ha-duoi/tong-ket.txt": (
        "Huyện Vân Hạ tổng kết năm 2023\n\nThứ hai, 15/1/2024\n\n"
        "Ban chỉ đạo trình bày số liệu của mười hai tháng qua.\n\n"
        + "Nhiều ý kiến nói về đường liên xã, điện lưới và trạm bơm. " * 12
        + "\n\nThu nhập bình quân đầu người của huyện đạt 39 triệu đồng."
    ),
    "tinh/nghi-quyet.txt": "Phí tham quan\n\nNghị quyết 98/2023/QH15 cho phép thu phí tham quan.",
    "tinh/vinh-phuc.txt": "Cầu mới ở Vĩnh Phúc\n\nCây cầu gỗ ở Vĩnh Phúc vừa được thay bằng cầu sắt.",
}  # fmt: skip


WORDS = replace(RECIPE, dense=0.0)
"""Words, names and dates alone: the fake embedder's cosines are far wider apart than a real model's."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    root: Path = tmp_path_factory.mktemp("search")
    for source, text in ARTICLES.items():
        path = root / "bai" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    index_paths(root / "home", [root / "bai"], FakeEmbedder())
    opened = open_store(root / "home")
    yield opened
    opened.close()


def sources(store: Store, question: str, filters: Filters | None = None, marks: bool = True) -> list[str]:
    query = Query(question, question, typed_marks=marks)
    hits = hybrid(store, FakeEmbedder(), query, 10, filters or Filters(), WORDS)
    return list(dict.fromkeys(hit.article.source for hit in hits))


@pytest.mark.parametrize(
    ("question", "best"),
    [
        pytest.param("Thu nhập bình quân huyện Vân Hà", "van-ha/", id="the article names the district"),
        pytest.param("Thu nhập bình quân huyện Vân Hạ", "van-ha-duoi/tong-ket.txt", id="one tone apart"),
        pytest.param("98/2023/QH15 cho phép gì?", "tinh/nghi-quyet.txt", id="document number"),
        pytest.param(
            "Cầu mới ở Phú Thọ thay bằng gì?", "tinh/vinh-phuc.txt", id="a province by its new name"
        ),
    ],
)
def test_the_right_article_comes_first(store: Store, question: str, best: str) -> None:
    assert sources(store, question)[0].startswith(best)


def test_a_passage_inherits_its_articles_district(store: Store) -> None:
    query = Query("", "Thu nhập bình quân đầu người huyện Vân Hà")
    first = hybrid(store, FakeEmbedder(), query, 1, Filters(), WORDS)[0]
    assert "41,5 triệu" in first.passage.text
    assert "Vân Hà" not in first.passage.text


def test_near_duplicates_are_told_once(store: Store) -> None:
    found = sources(store, "Thu nhập bình quân huyện Vân Hà")
    assert len([source for source in found if source.startswith("van-ha/")]) == 1


def test_without_marks(store: Store) -> None:
    assert sources(store, "phi tham quan", marks=False)[0] == "tinh/nghi-quyet.txt"


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        pytest.param(Filters(folder="tinh"), {"tinh/nghi-quyet.txt", "tinh/vinh-phuc.txt"}, id="folder"),
        pytest.param(Filters(since=date(2024, 1, 10)), {"van-ha-duoi/tong-ket.txt"}, id="since, undated out"),
        pytest.param(Filters(place="huyện Vân Hạ"), {"van-ha-duoi/tong-ket.txt"}, id="place"),
        pytest.param(Filters(place="Phú Thọ"), {"tinh/vinh-phuc.txt"}, id="place by its other name"),
        pytest.param(Filters(folder="khong-co"), set(), id="nothing left"),
    ],
)
def test_filters(store: Store, filters: Filters, left: set[str]) -> None:
    assert set(sources(store, "thu nhập bình quân", filters)) == left
    own = Query("thu nhập", "thu nhập bình quân", filters=filters)
    assert {hit.article.source for hit in hybrid(store, FakeEmbedder(), own, 10, Filters())} == left


def test_until_takes_the_day_itself(store: Store) -> None:
    article = store.article("van-ha-duoi/tong-ket.txt")
    assert article.published == date(2024, 1, 15)
    assert admits(Filters(until=date(2024, 1, 15)), article)
    assert not admits(Filters(until=date(2024, 1, 14)), article)


def test_hits_say_cosine_and_bm25(store: Store) -> None:
    embedder = FakeEmbedder()
    question = "Thu nhập bình quân huyện Vân Hạ"
    hits = hybrid(store, embedder, Query(question, question), 3, Filters())
    exact = store.similarity(embedder.embed_query(question), [hit.passage.id for hit in hits])
    assert [hit.similarity for hit in hits] == [exact[hit.passage.id] for hit in hits]
    assert hits[0].lexical > 0
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_at_most_k(store: Store) -> None:
    assert len(hybrid(store, FakeEmbedder(), Query("huyện", "huyện"), 2, Filters())) == 2


def test_fuse_shares_add_up(store: Store) -> None:
    ids = [hit.id for hit in store.dense(FakeEmbedder().embed_query("huyện"), 2)]
    found = store.load(ids)
    best = found[ids[0]][1].id
    scores = fuse(found, {ids[0]: 0.9, ids[1]: 0.85}, {ids[0]: 90.0}, {best: 5.0})
    assert scores[ids[0]] == pytest.approx(1.0)
    assert scores[ids[1]] == pytest.approx(RECIPE.dense / 2, abs=RECIPE.whole + 1e-6)
