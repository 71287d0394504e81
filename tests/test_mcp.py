"""The door for agents: closed unless asked for, and then two tools and no more."""

from pathlib import Path

import pytest

from tests.test_app import served


def test_it_is_closed_unless_a_setting_opens_it(tmp_path: Path) -> None:
    with served(tmp_path) as client:
        assert client.get("/gradio_api/mcp/schema").status_code == 404
        assert client.get("/gradio_api/info").json()["named_endpoints"] == {}


def test_it_offers_ask_and_search_alone(tmp_path: Path) -> None:
    pytest.importorskip("mcp", reason="the extra hoibao[mcp] is not installed")
    with served(tmp_path, ui_mcp=True) as client:
        named = client.get("/gradio_api/info").json()["named_endpoints"]
        assert set(named) == {"/ask", "/search"}
        tools = client.get("/gradio_api/mcp/schema").json()
        assert {tool["name"].split("_")[-1] for tool in tools} == {"ask", "search"}
