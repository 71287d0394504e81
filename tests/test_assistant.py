"""Whole questions over the sample articles with the real model, embedder and stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.errors import InputError, StoreError
from index.ingest import index_texts
from index.store import open_store
from index.types import RawText
from rag.assistant import Assistant, open_assistant
from rag.llm import ServerLLM
from rag.llm_fake import scripted_server
from rag.settings import load
from rag.types import Answer, Filters, Judged, Said, Stage, Turn


@pytest.fixture(scope="module")
def assistant(sample_home: Path) -> Iterator[Assistant]:
    opened = open_assistant(load(home=sample_home))
    yield opened
    opened.close()


def exact(assistant: Assistant, answer: Answer) -> bool:
    """Every quote is its article's words, found by source and offsets."""
    return all(assistant.store.article(c.source).text[c.start : c.end] == c.quote for c in answer.citations)


def test_a_fact_is_answered_with_its_proof(assistant: Assistant) -> None:
    answer = assistant.ask("Cầu Bến Sậy 2 dài bao nhiêu mét?")
    assert answer.answered
    assert answer.text.startswith("1.264 m")
    assert [c.source for c in answer.citations] == ["thi-xa/cau-ben-say-2.html"]
    assert exact(assistant, answer)
    assert len(answer.text.split()) <= 80
    assert {"understand", "search", "evidence", "answer", "total"} == set(answer.timings)


def test_near_identical_districts_are_not_mixed_up(assistant: Assistant) -> None:
    kha = assistant.ask("Thu ngân sách năm 2024 của huyện Lâm Kha đạt bao nhiêu tỷ đồng?")
    assert "187,6 tỷ đồng" in kha.text
    assert all(c.source.startswith("lam-kha/") for c in kha.citations)


def test_typed_without_marks_and_as_a_follow_up(assistant: Assistant) -> None:
    bare = assistant.ask("cau Ben Say 2 dai bao nhieu met")
    assert "Bến Sậy" in bare.standalone
    assert "1.264 m" in bare.text
    talk = [Turn("user", "Cầu Bến Sậy 2 dài bao nhiêu mét?"), Turn("assistant", "Cầu dài 1.264 m.")]
    follow = assistant.ask("Khởi công ngày nào?", talk)
    assert "Bến Sậy" in follow.standalone
    assert "15/3/2023" in follow.text


def test_what_no_article_says_is_refused_with_the_nearest_titles(assistant: Assistant) -> None:
    answer = assistant.ask("Đội tuyển bóng đá Brazil vô địch World Cup mấy lần?")
    assert not answer.answered
    assert answer.mode == "refused"
    assert answer.reason == "below_floor"
    assert not answer.citations
    assert "Không tìm thấy" in answer.text
    assert "“" in answer.text


def test_a_comparison_has_both_sides(assistant: Assistant) -> None:
    answer = assistant.ask("Thu nhập bình quân đầu người năm 2024 của Lâm Khê và Lâm Kha, nơi nào cao hơn?")
    assert {c.source.split("/")[0] for c in answer.citations} == {"lam-khe", "lam-kha"}
    assert exact(assistant, answer)


def test_each_side_has_a_figure_of_what_it_asks(assistant: Assistant) -> None:
    ill = assistant.ask("Số ca sốt xuất huyết của xã Lâm Khê và xã Lâm Kha là bao nhiêu?")
    assert "Lâm Khê: 37" in ill.text
    assert "Lâm Kha: 52 ca" in ill.text
    visits = assistant.ask("Hòn Vân đón bao nhiêu lượt khách năm 2023 và năm 2024?")
    assert "Năm 2023: 150.000 lượt" in visits.text
    assert "Năm 2024: 186.000 lượt" in visits.text


def test_a_side_whose_measure_no_article_gives_is_not_found(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Tỷ lệ bao phủ bảo hiểm y tế của Lâm Khê và của Lâm Kha năm 2024, nơi nào cao hơn?"
    )
    assert "Lâm Kha: 96,3%" in answer.text
    assert "Chưa tìm thấy câu trả lời cho phần “Tỷ lệ bao phủ bảo hiểm y tế của Lâm Khê" in answer.text


def test_two_unlike_questions_have_each_its_own_article(assistant: Assistant) -> None:
    answer = assistant.ask("Cầu Bến Sậy 2 dài bao nhiêu mét, và Công ty Giấy Tân Bãi bị phạt bao nhiêu tiền?")
    assert "1.264 m" in answer.text
    assert "412 triệu đồng" in answer.text
    assert len({citation.source for citation in answer.citations}) == 2


def test_the_answer_says_which_province_went_into_which(tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    text = "Tỉnh Phú Thọ mở chợ đêm\n\nTỉnh Phú Thọ mở chợ đêm thứ ba. Chợ đêm có 145 gian hàng.\n"
    index_texts(tmp_path, [RawText(source="cho.txt", text=text)], embedder)
    store = open_store(tmp_path, embedder.info)
    built = Assistant(store, embedder, lambda _, all_: [Judged(0.95 * ("145" in s.text)) for s in all_])
    answer = built.ask("Chợ đêm ở Vĩnh Phúc có bao nhiêu gian hàng?")
    built.close()
    assert "145 gian hàng" in answer.text
    assert answer.text.endswith("Từ 1/7/2025, tỉnh Vĩnh Phúc đã nhập vào tỉnh Phú Thọ.")


def test_the_stream_says_what_it_does_then_each_sentence_once(assistant: Assistant) -> None:
    events = list(assistant.stream("Cầu Bến Sậy 2 dài bao nhiêu mét?"))
    assert [e.name for e in events if isinstance(e, Stage)] == ["search", "read", "compose"]
    said = [e for e in events if isinstance(e, Said)]
    last = events[-1]
    assert isinstance(last, Answer)
    assert last.text == "\n".join(s.text for s in said)
    assert set(last.citations) == {c for s in said for c in s.citations}


def test_small_talk_needs_no_article(assistant: Assistant) -> None:
    greeting, poem = assistant.ask("Xin chào"), assistant.ask("Viết cho tôi một bài thơ")
    assert (greeting.answered, greeting.confidence, greeting.citations) == (True, None, ())
    assert (poem.answered, poem.reason) == (False, "outside")


def test_a_server_words_the_follow_up_and_its_faults_leave_the_rules(assistant: Assistant) -> None:
    talk = [Turn("user", "Cầu Bến Sậy 2 dài bao nhiêu mét?"), Turn("assistant", "Cầu dài 1.264 m.")]
    worded = "Cầu Bến Sậy 2 khởi công ngày nào?"

    def script(prompt: str) -> str:
        return worded if "ĐOẠN TRƯỚC" in prompt else "Cầu được khởi công ngày 15/3/2023 [1]."

    with scripted_server(script) as url:
        assistant.llm = ServerLLM("scripted", url)
        answer = assistant.ask("Khởi công ngày nào vậy?", talk)
    assert answer.standalone == worded
    assert (answer.mode, "15/3/2023" in answer.text) == ("llm", True)
    with scripted_server(script, "error_500") as url:
        assistant.llm = ServerLLM("scripted", url)
        answer = assistant.ask("Khởi công ngày nào vậy?", talk)
    assistant.llm = None
    assert "Bến Sậy" in answer.standalone
    assert (answer.mode, "15/3/2023" in answer.text) == ("extractive", True)


def test_offered_questions_are_answered(assistant: Assistant) -> None:
    offered = assistant.examples(3)
    assert len(offered) == 3
    assert all(assistant.ask(question).answered for question in offered)
    answer = assistant.ask(offered[0])
    assert offered[0] not in answer.suggestions


def test_filters_narrow_a_search(assistant: Assistant) -> None:
    _, hits = assistant.search("thu ngân sách năm 2024", 5, Filters(folder="lam-khe"))
    assert hits
    assert all(hit.article.source.startswith("lam-khe/") for hit in hits)


def test_bad_questions_and_homes_are_named(assistant: Assistant, tmp_path: Path) -> None:
    with pytest.raises(InputError) as empty:
        assistant.ask("   ")
    assert empty.value.code == "question_empty"
    with pytest.raises(InputError) as long:
        assistant.ask("dài " * 2600)
    assert long.value.code == "question_long"
    with pytest.raises(StoreError) as missing:
        open_assistant(load(home=tmp_path / "none"))
    assert missing.value.code == "index_missing"
