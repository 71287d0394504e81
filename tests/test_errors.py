from string import Formatter

import pytest

from index.errors import TEXTS, HoibaoError, InputError, ServiceError, SourceError, StoreError
from ui import vi


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_both_languages_take_the_same_values(code: str) -> None:
    def values(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert values(vi.ERRORS[code]) <= values(TEXTS[code])


def test_an_error_is_its_sentence_with_its_values() -> None:
    error = InputError("path_missing", path="bài/a.txt")
    assert str(error) == "'bài/a.txt' does not exist; check the path and try again"
    assert error.values == {"path": "bài/a.txt"}


def test_an_unknown_code_cannot_be_raised() -> None:
    with pytest.raises(KeyError):
        StoreError("no_such_code")


@pytest.mark.parametrize(
    ("kind", "code"), [(InputError, 2), (SourceError, 1), (StoreError, 1), (ServiceError, 1)]
)
def test_only_wrong_input_is_wrong_usage(kind: type[HoibaoError], code: int) -> None:
    assert kind.exit_code == code
