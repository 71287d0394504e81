"""Questions made from articles: natural, answered by the sentence they come from, checked by search."""

from pathlib import Path

from index.embedder import FakeEmbedder
from index.ingest import index_paths
from index.store import Store, open_store
from rag.suggest import alike, checked, examples, follow_ups, questions
from tests.answers_made import TEXT, article


def test_a_measure_of_the_place_in_the_title_and_an_office() -> None:
    made = dict(questions(article()))
    asked = "Thu nhập bình quân đầu người của huyện Vân Hà năm 2024 là bao nhiêu?"
    assert made[asked].startswith("Năm 2024, thu nhập")
    assert "Lê Khắc Toàn" in made["Ai là Bí thư Huyện ủy Vân Hà?"]


def test_an_office_may_stand_before_its_name() -> None:
    text = "Huyện Vân Hà vào xuân\nTheo Phó Chủ tịch xã Sơn Lạc bà Đỗ Thị Thơm, lúa tốt."
    assert "Ai là Phó Chủ tịch xã Sơn Lạc?" in dict(
        questions(article(text=text, title="Huyện Vân Hà vào xuân"))
    )


def test_what_stands_as_a_target_is_not_asked_as_a_result() -> None:
    assert not [question for question in dict(questions(article())) if "2025 là" in question]


def test_another_measure_of_the_same_thing_is_another_question() -> None:
    assert not alike("Cầu Bến Hạ dài bao nhiêu mét?", "Cầu Bến Hạ rộng bao nhiêu mét?")
    assert not alike("Cầu Bến Hạ 2 dài bao nhiêu mét?", "Cầu Bến Hạ 2 rộng bao nhiêu mét?")
    assert alike(
        "Vân Hà xin bao nhiêu tiền xây chợ phiên?", "Huyện Vân Hà đề nghị bao nhiêu tỷ đồng xây chợ phiên?"
    )
    assert not alike("Ai là Bí thư Huyện ủy Vân Hà?", "Ai là Giám đốc Sở Y tế Vân Hà?")


def test_a_former_office_is_not_asked() -> None:
    text = "Huyện Vân Hà vào xuân\nÔng Lê An, nguyên Bí thư Huyện ủy Vân Hà, cho biết lúa tốt."
    assert not dict(questions(article(text=text, title="Huyện Vân Hà vào xuân")))


def test_what_was_asked_is_not_offered_again() -> None:
    assert "Ai là Bí thư Huyện ủy Vân Hà?" not in dict(questions(article(), "ai la bi thu huyen uy van ha?"))


def store(tmp_path: Path) -> Store:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "van-ha.txt").write_text(TEXT, encoding="utf-8")
    (folder / "khac.txt").write_text("Tin khác\nTrời nắng đẹp cả tuần ở miền núi.", encoding="utf-8")
    index_paths(tmp_path / "home", [folder], FakeEmbedder())
    return open_store(tmp_path / "home")


def test_offered_questions_lead_back_to_their_article(tmp_path: Path) -> None:
    opened = store(tmp_path)
    one = opened.article("van-ha.txt")
    offered = follow_ups(opened, [one], "")
    assert offered
    assert set(offered) <= set(dict(questions(one)))
    assert examples(opened, 4) == list(offered[:1])
    opened.close()


def test_another_article_on_the_same_matter_may_offer_something(tmp_path: Path) -> None:
    opened = store(tmp_path)
    other = opened.article("khac.txt")
    asked = "Xã nào của huyện Vân Hà trồng nhiều chè nhất?"
    near = follow_ups(opened, [other], asked)
    assert near
    assert set(near) <= set(dict(questions(opened.article("van-ha.txt"))))
    assert follow_ups(opened, [other], "Trời nắng đẹp mấy hôm?") == ()
    opened.close()


def test_a_question_whose_sentence_is_not_found_is_not_offered(tmp_path: Path) -> None:
    opened = store(tmp_path)
    stranger = article(text=TEXT.replace("Vân Hà", "Sơn Lạc"), title="Huyện Sơn Lạc tổng kết năm 2024")
    assert dict(questions(stranger))
    assert checked(opened, stranger, "", 3) == []
    opened.close()
