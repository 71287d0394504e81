"""A model may word a follow-up, but not change what it asks."""

import logging
import time

import pytest

from rag.followup import standalone
from rag.llm import Limits, ServerLLM
from rag.llm_fake import FakeLLM, scripted_server
from rag.rewrite import needed, rewrite
from rag.types import Turn
from tests.servers import free_port

TALK = [
    Turn("user", "Thu nhập bình quân của huyện Mường Hà năm 2030 là bao nhiêu?"),
    Turn("assistant", "Năm 2030, thu nhập bình quân của huyện Mường Hà đạt 58 triệu đồng."),
]
QUESTION = "Sang năm họ phấn đấu bao nhiêu?"
RULED = standalone(QUESTION, TALK)[0]
GOOD = "Năm 2031 huyện Mường Hà phấn đấu thu nhập bình quân là bao nhiêu?"


def test_a_faithful_wording_is_taken() -> None:
    assert rewrite(FakeLLM(lambda _: f"{GOOD}\nGiải thích: …"), QUESTION, TALK, RULED) == GOOD


@pytest.mark.parametrize(
    "said",
    [
        "Năm 2031 huyện Mường Hà phấn đấu 65 triệu đồng.",
        "Năm 2031 huyện Nậm Lốc phấn đấu thu nhập bình quân bao nhiêu?",
        "Thủ đô của Pháp là gì?",
        "Sang năm họ phấn đấu bao nhiêu?",
        "Huyện Mường Hà phấn đấu thu nhập bình quân là bao nhiêu?",
        "",
        "và " * 400 + "?",
    ],
)
def test_any_other_leaves_the_rules(said: str) -> None:
    assert rewrite(FakeLLM(lambda _: said), QUESTION, TALK, RULED) == RULED


def test_a_server_that_is_down_leaves_the_rules_and_a_line_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "rag.rewrite")
    llm = ServerLLM("m", f"http://127.0.0.1:{free_port()}/v1", None, Limits(0.5, 0.5, 1))
    assert rewrite(llm, QUESTION, TALK, RULED) == RULED
    assert "worded by rules" in caplog.text


def test_a_silent_server_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.rewrite.QUICK", Limits(0.5, 0.3, 0.5))
    with scripted_server(lambda _: GOOD, "silent", pause=9.0) as url:
        start = time.monotonic()
        assert rewrite(ServerLLM("m", url), QUESTION, TALK, RULED) == RULED
    assert time.monotonic() - start < 5.0


@pytest.mark.parametrize(
    ("question", "carried", "asks"),
    [
        (QUESTION, True, True),
        ("Tiền ấy ở đâu ra?", False, True),
        ("Dự án cầu Phú Hà khởi công năm 2030 có tổng vốn đầu tư bao nhiêu?", False, False),
    ],
)
def test_only_a_question_that_may_lean_on_the_talk_is_reworded(
    question: str, carried: bool, asks: bool
) -> None:
    assert needed(question, carried) is asks


def test_the_talk_is_shown_as_data() -> None:
    seen: list[str] = []

    def note(prompt: str) -> str:
        seen.append(prompt)
        return GOOD

    rewrite(FakeLLM(note), QUESTION, TALK, RULED)
    assert "<<<ĐOẠN TRƯỚC\n- Thu nhập bình quân" in seen[0]
    assert seen[0].endswith(f"Câu hỏi cuối: {QUESTION}")
