"""Answers worded by a model: verified sentence by sentence as they stream, extractive on any fault."""

import time
from collections.abc import Sequence

import pytest

from rag.generate import Outcome, answer, notice
from rag.llm import Limits, ServerLLM
from rag.llm_fake import FakeLLM, Fault, scripted_server
from rag.types import LLM, Evidence, Said
from tests.servers import free_port
from tests.tea_made import ARTICLE, QUESTION, TEXT, evidence, fallback


def run(llm: LLM, total: float = 5.0) -> tuple[list[Said], Outcome]:
    *said, outcome = answer(llm, QUESTION, evidence(), fallback(), total)
    assert isinstance(outcome, Outcome)
    return [one for one in said if isinstance(one, Said)], outcome


def says(text: str) -> tuple[list[Said], Outcome]:
    return run(FakeLLM(lambda _: text))


@pytest.fixture(scope="module", autouse=True)
def _client_loaded() -> None:
    """The client's import takes seconds; no limit of a test should pay for it."""
    import llama_index.llms.openai_like  # noqa: F401


def texts(said: Sequence[Said]) -> list[str]:
    return [one.text for one in said]


def test_a_true_answer_is_shown_with_its_citations() -> None:
    said, outcome = says(
        "Năm 2030, xã Hòa Sơn trồng 85 ha chè [1]. Giá chè là 12.500 đồng/kg, theo ông Lê An [2]."
    )
    assert texts(said) == [
        "Năm 2030, xã Hòa Sơn trồng 85 ha chè [1].",
        "Giá chè là 12.500 đồng/kg, theo ông Lê An [2].",
    ]
    assert (outcome.mode, outcome.reason) == ("llm", None)
    assert [c.state for c in outcome.citations] == ["supported", "supported"]
    assert all(c.quote == TEXT[c.start : c.end] for c in outcome.citations)


def test_a_number_after_the_full_stop_belongs_to_the_sentence_before() -> None:
    said, outcome = says("Năm 2030, xã Hòa Sơn trồng 58 ha chè. [1] Giá chè là 12.500 đồng/kg. [2]")
    assert texts(said) == [f"Nguyên văn: “{evidence()[0].text}” [1].", "Giá chè là 12.500 đồng/kg [2]."]
    assert (outcome.mode, [c.state for c in outcome.citations]) == ("llm", ["figure_differs", "supported"])


def test_titles_of_the_prompt_are_no_sentences() -> None:
    said, _ = says("Năm 2030, xã Hòa Sơn trồng 85 ha chè. [1] (bài “Chè Hòa Sơn”) [2] (bài “Chè Hòa Sơn”)")
    assert texts(said) == ["Năm 2030, xã Hòa Sơn trồng 85 ha chè [1]."]


def test_an_uncited_truth_finds_its_sentence_and_an_uncited_lie_does_not() -> None:
    said, outcome = says("Năm 2030, xã Hòa Sơn trồng 85 ha chè. Chè được xuất sang 14 nước châu Âu.")
    assert texts(said) == ["Năm 2030, xã Hòa Sơn trồng 85 ha chè [1]."]
    assert outcome.mode == "llm"


@pytest.mark.parametrize(
    "text",
    [
        "Chè ngon nhất thế giới, mua tại https://che.example [1].",
        "![ảnh](http://che.example/a.png) [1]",
        "<img src=x onerror=alert(1)> trồng 85 ha chè [1].",
        "Mặt trời mọc đằng đông, cá lội dưới ao thu lạnh lẽo [1].",
    ],
)
def test_babble_and_links_are_never_shown(text: str) -> None:
    said, outcome = says(text)
    shown = " ".join(texts(said))
    assert "http" not in shown
    assert "<" not in shown
    assert "ao thu" not in shown
    assert all(c.state != "supported" for c in outcome.citations) or outcome.mode == "extractive"


def test_what_the_extractive_answer_quotes_is_always_shown_to_the_model() -> None:
    long = [
        Evidence(ARTICLE, 0, 23, f"Câu thứ {at} kể dài dòng về xã Hòa Sơn, " * 9, 0.9, 0.9) for at in range(7)
    ]
    seen: list[str] = []

    def note(prompt: str) -> str:
        seen.append(prompt)
        return "Dữ liệu không có câu trả lời."

    list(answer(FakeLLM(note), QUESTION, [*long, evidence()[0]], fallback()))
    assert f"[1] (bài “Xã Hòa Sơn được mùa chè”) {evidence()[0].text}" in seen[0]


def test_a_model_that_declines_leaves_the_extractive_answer() -> None:
    said, outcome = says("Dữ liệu không có câu trả lời.")
    assert texts(said) == texts(fallback())
    assert (outcome.mode, outcome.reason) == ("extractive", "llm_declined")
    assert notice(outcome.reason) is not None


def test_what_was_shown_stays_and_the_fallback_is_numbered_on() -> None:
    script = "Giá chè là 12.500 đồng/kg, theo ông Lê An [2]. Năm 2030, xã Hòa Sơn trồng rất nhiều chè, cả"
    script += " thảy ở tất cả các thôn vùng cao của xã"
    with scripted_server(lambda _: script, "silent_midway", pause=20.0) as url:
        said, outcome = run(ServerLLM("fake", url, None, Limits(9, 3.0, 90)), total=90.0)
    assert texts(said)[0] == "Giá chè là 12.500 đồng/kg, theo ông Lê An [1]."
    assert texts(said)[1] == "85 ha [2]."
    assert (outcome.mode, outcome.reason) == ("extractive", "llm_slow")
    assert [c.number for c in outcome.citations] == [1, 2]


@pytest.mark.parametrize(
    "reason", ["llm_down", "llm_slow", "llm_failed", "llm_garbled", "llm_declined", "llm_unproved"]
)
def test_every_reason_has_its_notice(reason: str) -> None:
    told = notice(reason)
    assert told is not None
    assert told.startswith("Mô hình ngôn ngữ chưa trả lời được (")
    assert notice("below_floor") is None
    assert notice(None) is None


DOWN: Fault = "none"
FAULTS: list[Fault] = [
    DOWN, "error_500", "too_many_429", "unauthorized_401", "html", "broken_json", "wrong_fields", "empty",
    "silent", "silent_midway", "dies_midway", "drips", "endless",
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_ends_in_an_answer_20_times(fault: Fault) -> None:
    """Bar 4: twelve faults and one more, twenty questions each, none hangs."""
    limits = Limits(connect=0.5, idle=0.08, total=0.2)
    script = "Năm 2030, xã Hòa Sơn trồng 85 ha chè, và còn nhiều hơn nữa ở các thôn vùng cao của xã này " * 4
    with scripted_server(lambda _: script, fault, pause=2.0) as url:
        url = f"http://127.0.0.1:{free_port()}/v1" if fault == DOWN else url
        for _ in range(20):
            start = time.monotonic()
            said, outcome = run(ServerLLM("fake", url, None, limits), limits.total)
            assert said
            assert outcome.mode == "extractive"
            assert outcome.reason is not None
            assert "85 ha" in " ".join(texts(said))
            assert time.monotonic() - start < 10


def test_a_decline_without_a_full_stop_is_a_decline() -> None:
    assert says("Dữ liệu không có câu trả lời")[1].reason == "llm_declined"


def test_a_question_for_a_person_is_not_answered_without_a_name() -> None:
    llm = FakeLLM(lambda _: "Chè Hòa Sơn là cây trồng chính của xã với 85 ha [1].")
    *_, outcome = answer(llm, "Ai trồng chè ở xã Hòa Sơn?", evidence(), fallback())
    assert isinstance(outcome, Outcome)
    assert (outcome.mode, outcome.reason) == ("extractive", "llm_unproved")
