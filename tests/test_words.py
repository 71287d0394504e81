from pathlib import Path

import pytest

from index.words import ARTICLE, TYPED, UNTYPED, WordDoc, Words, word_query


@pytest.fixture
def words(tmp_path: Path) -> Words:
    found = Words(tmp_path / "words")
    found.add(
        [
            WordDoc("a", "Vân Hà: thu nhập bình quân đầu người đạt 41,5 triệu đồng.", "Vân Hà họp ở bến Lở."),
            WordDoc("b", "Vân Hạ: ủy ban nhân dân huyện thông báo theo số 31-QĐi/TU.", "Vân Hạ họp dân."),
            WordDoc("c", "Tuyến đường dài 12 km khánh thành ngày 15-4-2019, vốn 22.191 triệu.", ""),
        ]
    )
    found.commit()
    return found


@pytest.mark.parametrize(
    ("question", "best"),
    [
        pytest.param("thu nhập bình quân", "a", id="syllables and pairs"),
        pytest.param("UBND thông báo gì", "b", id="abbreviation finds the long form"),
        pytest.param("quyết định 31-QĐi/TU", "b", id="document number"),
        pytest.param("Vân Hạ", "b", id="marks tell near names apart"),
        pytest.param("Vân Hà", "a", id="and the other way round"),
        pytest.param("khánh thành 15/4", "c", id="part of a date"),
        pytest.param("22191", "c", id="number without its dots"),
    ],
)
def test_the_right_passage_comes_first(words: Words, question: str, best: str) -> None:
    assert words.search(word_query(question), 3)[0].id == best


def test_a_question_without_marks_finds_folded_words(words: Words) -> None:
    assert words.search(word_query("tuyen duong khanh thanh", UNTYPED), 1)[0].id == "c"


def test_typed_marks_rank_another_mark_lower(words: Words) -> None:
    weights = {**TYPED, "folded": 0.5}
    first, second = words.search(word_query("Vân Hạ", weights), 2)
    assert (first.id, second.id) == ("b", "a")
    assert first.score > second.score


def test_staged_changes_show_after_commit_only(words: Words) -> None:
    words.remove(["a", "unknown"])
    assert words.count() == 3
    words.commit()
    assert words.count() == 2
    assert all(hit.id != "a" for hit in words.search(word_query("thu nhập bình quân"), 5))


def test_close_drops_what_was_staged(words: Words) -> None:
    words.clear()
    words.close()
    assert words.count() == 3
    words.clear()
    words.commit()
    assert words.count() == 0
    assert words.search(word_query("đường"), 5) == []


def test_another_reader_sees_a_commit_after_reload(words: Words, tmp_path: Path) -> None:
    reader = Words(tmp_path / "words")
    words.add([WordDoc("d", "Cầu treo bắc qua suối.", "")])
    words.commit()
    reader.reload()
    assert reader.search(word_query("cầu treo"), 1)[0].id == "d"


def test_deleted_share_counts_dead_passages(words: Words) -> None:
    assert words.deleted_share() == 0.0
    words.remove(["b"])
    words.commit()
    assert words.deleted_share() == pytest.approx(1 / 3)


def test_only_stop_words_still_search(words: Words) -> None:
    assert word_query("bao nhiêu").terms
    assert word_query("?!").terms == ()
    assert words.search(word_query("?!"), 3) == []


def test_a_whole_article_is_found_by_its_first_passage(words: Words) -> None:
    assert [hit.id for hit in words.search(word_query("bến Lở", ARTICLE), 5)] == ["a"]
    assert words.search(word_query("khánh thành", ARTICLE), 5) == []
