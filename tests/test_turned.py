import pytest

from rag.turned import turned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nơi nào có dân số đông hơn giữa Vân Hà và Tân Mai",
            "Vân Hà và Tân Mai, Nơi nào có dân số đông hơn",
        ),
        ("Vân Hà hay Tân Mai có dân số đông hơn", "Vân Hà hay Tân Mai, nơi nào có dân số đông hơn"),
        (
            "Vân Hà và Tân Mai, huyện nào cao hơn về thu nhập",
            "thu nhập của Vân Hà và Tân Mai, huyện nào cao hơn",
        ),
        (
            "Về thu nhập bình quân, huyện Vân Hà và Tân Mai, nơi nào cao hơn",
            "thu nhập bình quân của huyện Vân Hà và Tân Mai, nơi nào cao hơn",
        ),
        ("Dân số Vân Hà là bao nhiêu", "Dân số Vân Hà là bao nhiêu"),
    ],
)
def test_the_things_stand_first(text: str, expected: str) -> None:
    assert turned(text) == expected
