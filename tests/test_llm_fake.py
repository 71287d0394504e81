"""The fakes behave as told."""

import httpx

from rag.llm_fake import FakeLLM, scripted_server


def test_the_fake_model_streams_its_script() -> None:
    pieces = list(FakeLLM(lambda prompt: prompt.upper() * 3).stream("hệ", "thống"))
    assert "".join(pieces) == "HỆ\nTHỐNG" * 3
    assert len(pieces) > 1


def test_the_server_speaks_both_protocols_and_fails_on_demand() -> None:
    with scripted_server(lambda prompt: f"nghe: {prompt}") as url:
        turn = {"model": "m", "messages": [{"role": "user", "content": "xin chào"}], "stream": True}
        answer = httpx.post(f"{url}/chat/completions", json=turn)
        assert answer.headers["content-type"] == "text/event-stream"
        assert answer.text.rstrip().endswith("data: [DONE]")
        assert "nghe" in httpx.post(f"{url}/completions", json={"prompt": "xin chào"}).text
    with scripted_server(lambda _: "x", "error_500") as url:
        assert httpx.post(f"{url}/chat/completions", json=turn).status_code == 500
