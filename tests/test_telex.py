import pytest

from rag.telex import decode


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("nhaapj", "nhập"),
        ("nhaajp", "nhập"),
        ("dduwowngf", "đường"),
        ("nguowif", "người"),
        ("hoaf", "hòa"),
        ("lacj", "lạc"),
        ("quyr", "quỷ"),
        ("oo", None),
        ("huyen", None),
        ("bts", None),
        ("nhập", None),
    ],
)
def test_decode(keys: str, word: str | None) -> None:
    assert decode(keys) == word
