"""The client of language model servers, against a real server on loopback that fails on demand."""

import time

import pytest

from index.errors import ServiceError
from rag.llm import Limits, ServerLLM, open_llm
from rag.llm_fake import Fault, scripted_server
from rag.settings import load
from tests.servers import free_port

QUICK = Limits(connect=3.0, idle=1.0, total=9.0)
TEXT = "Năm 2030, xã Hòa Sơn trồng 85 ha chè [2]. Ông Lê An nói vậy [1]."


def said(url: str, chat: bool = True) -> str:
    return "".join(ServerLLM("fake", url, None, QUICK, chat).stream("hệ thống", "câu hỏi"))


@pytest.mark.parametrize("chat", [True, False], ids=["chat", "completion"])
def test_a_stream_comes_through(chat: bool) -> None:
    with scripted_server(lambda prompt: TEXT if "câu hỏi" in prompt else "?") as url:
        assert said(url, chat) == TEXT


def test_the_base_model_is_shown_an_example() -> None:
    with scripted_server(lambda prompt: "có" if prompt.rstrip().endswith("Trả lời:") else "không") as url:
        assert said(url, chat=False) == "có"
        assert said(url, chat=True) == "không"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("error_500", "llm_failed"),
        ("too_many_429", "llm_failed"),
        ("unauthorized_401", "llm_failed"),
        ("not_found_404", "llm_failed"),
        ("broken_json", "llm_garbled"),
        ("wrong_fields", "llm_garbled"),
        ("silent", "llm_slow"),
        ("slow_start", "llm_slow"),
        ("silent_midway", "llm_slow"),
        ("dies_midway", "llm_failed"),
    ],
)
def test_each_fault_has_its_code(fault: Fault, code: str) -> None:
    start = time.monotonic()
    with scripted_server(lambda _: TEXT, fault, pause=9.0) as url:
        with pytest.raises(ServiceError) as raised:
            said(url)
        assert raised.value.code == code
        assert url in str(raised.value)
    assert time.monotonic() - start < 9


def test_a_server_that_is_down() -> None:
    with pytest.raises(ServiceError) as raised:
        said(f"http://127.0.0.1:{free_port()}/v1")
    assert raised.value.code == "llm_down"


@pytest.mark.parametrize("fault", ["html", "empty"])
def test_a_server_that_says_nothing_usable(fault: Fault) -> None:
    with scripted_server(lambda _: TEXT, fault) as url:
        assert said(url) == ""


def test_no_setting_no_model() -> None:
    assert open_llm(load()) is None


def test_the_settings_name_the_server() -> None:
    llm = open_llm(load(llm_base_url="http://127.0.0.1:9/v1/", llm_model="m", llm_api_key="k"))
    assert llm == ServerLLM("m", "http://127.0.0.1:9/v1", "k")
