"""Names typed without marks, spelt as the articles found for them."""

import pytest

from rag.respelled import respelled
from rag.types import Query
from tests.answers_made import article, hits

DISTRICT = article(text="Huyện Bắc Sơn\nHuyện Bắc Sơn có 18 xã.", title="Huyện Bắc Sơn")


@pytest.mark.parametrize(
    ("text", "marks", "spelt"),
    [
        pytest.param("huyện Bắc Son có mấy xã", False, "huyện Bắc Sơn có mấy xã", id="as the article does"),
        pytest.param("huyện Bắc Son có mấy xã", True, "huyện Bắc Son có mấy xã", id="marks that were typed"),
        pytest.param("huyện Bắc Sơn có mấy xã", False, "huyện Bắc Sơn có mấy xã", id="right already"),
        pytest.param("huyện Vân Hà có mấy xã", False, "huyện Vân Hà có mấy xã", id="another name"),
    ],
)
def test_a_name_takes_the_articles_marks(text: str, marks: bool, spelt: str) -> None:
    assert respelled(Query(text, text, typed_marks=marks), hits(DISTRICT)).text == spelt


def test_the_first_article_that_has_the_name_decides() -> None:
    minister = article("Ông Bắc Son\nÔng Nguyễn Bắc Son hầu tòa.", "Ông Bắc Son", "toa.txt")
    query = Query("", "ông Bắc Son hầu tòa ngày nào", typed_marks=False)
    assert respelled(query, [*hits(minister), *hits(DISTRICT)]).text == query.text
    assert respelled(query, []).text == query.text
