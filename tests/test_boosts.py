from datetime import date

from index.types import Article
from rag.boosts import LATEST, NEWER, PERIOD, boosts
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
