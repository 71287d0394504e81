from datetime import date

from index.types import Article
from rag.boosts import LATEST, NAMED, NEWER, PERIOD, boosts, spellings
from rag.types import Query


def article(name: str, published: date | None) -> Article:
    return Article(name, f"{name}.txt", name, name, published, None, None, (), "")


ARTICLES = {
    one.id: one
    for one in (article("old", date(2022, 1, 1)), article("new", date(2024, 1, 1)), article("undated", None))
}


def test_newer_wins_among_equals() -> None:
    found = boosts(Query("q", "q"), ARTICLES)
    assert found == {"old": -NEWER / 2, "new": NEWER / 2, "undated": 0.0}


def test_asked_for_the_latest_it_weighs_more() -> None:
    found = boosts(Query("q", "q", latest=True), ARTICLES)
    assert found["new"] - found["old"] == LATEST


def test_a_named_span_prefers_what_came_out_in_it_or_soon_after() -> None:
    year = ((date(2023, 1, 1), date(2023, 12, 31)),)
    assert boosts(Query("q", "q", spans=year), ARTICLES) == {"old": 0.0, "new": PERIOD, "undated": 0.0}


def test_one_date_tells_nothing() -> None:
    found = boosts(Query("q", "q"), {"old": ARTICLES["old"], "undated": ARTICLES["undated"]})
    assert set(found.values()) == {0.0}


def test_articles_with_all_names_are_preferred() -> None:
    texts = {"both": "Vân Hà và Hoà Lộc", "one": "HUYỆN VÂN HÀ", "other": "Vân Hạ"}
    articles = {id_: Article(id_, id_, id_, text, None, None, None, (), "") for id_, text in texts.items()}
    question = "Huyện Vân Hà và xã Hòa Lộc có gì?"
    assert boosts(Query(question, question), articles) == {"both": NAMED, "one": NAMED / 2, "other": 0.0}
    assert set(boosts(Query("q", "không có tên"), articles).values()) == {0.0}


def test_spellings() -> None:
    assert spellings("Hoà Lộc") == {"Hoà Lộc", "Hòa Lộc", "HOÀ LỘC", "HÒA LỘC"}
    assert "Vân Hà" in spellings("Huyện Vân Hà", opens=True)
    assert spellings("Phú Quý") == {"Phú Quý", "PHÚ QUÝ"}
