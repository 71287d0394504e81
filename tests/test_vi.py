"""Every code, stage, state and setting has its Vietnamese words."""

import string
import typing
from datetime import date

import pytest

from index.errors import TEXTS, HoibaoError, InputError
from rag.settings import Settings
from rag.types import State
from ui import cli, vi, vi_terminal


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_error_lacks_a_sentence() -> None:
    assert set(vi.ERRORS) == set(TEXTS)


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_sentence_needs_no_value_that_the_error_lacks(code: str) -> None:
    assert placeholders(vi.ERRORS[code]) <= placeholders(TEXTS[code])


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_error_can_be_said(code: str) -> None:
    values = dict.fromkeys(placeholders(TEXTS[code]), "<b>")
    sentence = vi.error(HoibaoError(code, **values))
    assert sentence
    assert "{" not in sentence
    assert sentence != str(HoibaoError(code, **values))


def test_files_left_out_have_a_short_reason() -> None:
    assert {code for code in TEXTS if code.startswith("file_")} <= set(vi.FAILURES)
    assert vi.failure("file_empty", "in English") == "tệp trống"
    assert vi.failure("unheard_of", "in English") == "in English"


def test_states_settings_and_commands_are_worded() -> None:
    assert set(vi.STATES) == set(typing.get_args(State))
    assert set(vi_terminal.SETTINGS) == set(Settings.model_fields)
    assert set(cli.COMMANDS) <= set(vi_terminal.HELP)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1234567, "1.234.567"), (12.5, "12,5"), (1234.0, "1.234"), (1234.56, "1.234,6")],
)
def test_numbers_are_written_the_vietnamese_way(value: float, text: str) -> None:
    assert vi.number(value) == text


def test_days_and_sizes() -> None:
    assert vi.day(date(2024, 3, 5)) == "5/3/2024"
    assert vi.day(None) == "không rõ ngày"
    assert vi.size(820_400) == "820 KB"
    assert vi.size(12_500_000) == "12,5 MB"


def test_an_error_with_values_reads_as_a_sentence() -> None:
    text = vi.error(InputError("question_long", length=10_000, most=2_000))
    assert "10000 ký tự" in text
    assert "2000" in text
