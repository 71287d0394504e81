from pathlib import Path

import pytest

from index.errors import InputError
from rag.settings import Settings, load


def test_an_argument_wins_over_the_environment_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("hoibao.toml").write_text(
        'llm_model = "tệp"\nhome = "nhà-tệp"\nui_hosts = "a.example"\n', encoding="utf-8"
    )
    assert load().llm_model == "tệp"
    monkeypatch.setenv("HOIBAO_LLM_MODEL", "biến")
    monkeypatch.setenv("HOIBAO_HOME", "nhà-biến")
    found = load(home=Path("nhà-đối-số"))
    assert (found.home, found.llm_model, found.ui_hosts) == (Path("nhà-đối-số"), "biến", "a.example")


def test_none_leaves_the_environment_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOIBAO_HOME", "nhà")
    assert load(home=None).home == Path("nhà")


def test_a_bad_value_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOIBAO_EMBEDDING_BACKEND", "nhanh")
    with pytest.raises(InputError) as caught:
        load()
    assert caught.value.code == "setting_bad"
    assert caught.value.values["name"] == "embedding_backend"
    assert caught.value.values["value"] == "nhanh"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_says_what_it_is(name: str) -> None:
    assert Settings.model_fields[name].description
