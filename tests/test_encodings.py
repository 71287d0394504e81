"""Five encodings of thirty texts decoded exactly, legacy fonts never read wrong."""

from pathlib import Path

import pytest

from index.encodings import decode, likeness
from index.errors import SourceError
from index.text import nfc
from tests.conftest import SAMPLES
from tests.legacy import cp1258, tcvn3, vni
from tests.made import news

MOST = 30


def texts() -> list[str]:
    """Thirty texts of ours: the sample articles, then made-up ones."""
    samples = [nfc(path.read_text(encoding="utf-8")) for path in sorted(Path(SAMPLES).rglob("*.txt"))]
    made = [news(number) for number in range(MOST)]
    return [*samples, *made][:MOST]


def in_1258(text: str) -> bytes:
    """What Windows-1258 has no letter for becomes what typists used instead."""
    for letter, instead in {"–": "-", "“": '"', "”": '"', "…": "...", "’": "'", "²": "2"}.items():
        text = text.replace(letter, instead)
    return cp1258(text)


ENCODERS = {
    "utf-8": lambda text: text.encode(),
    "utf-8-bom": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "windows-1258": in_1258,
}


@pytest.mark.parametrize("name", ENCODERS)
def test_thirty_texts_are_decoded_exactly(name: str) -> None:
    exact = wrong = 0
    for text in texts():
        data = ENCODERS[name](text)
        wanted = nfc(data.decode("cp1258")) if name == "windows-1258" else text
        try:
            read = decode(data, "bai.txt")
        except SourceError:
            continue
        exact += read == wanted
        wrong += read != wanted
    assert wrong == 0
    assert exact >= 0.99 * MOST


def test_utf_16_without_a_mark_in_either_order() -> None:
    for text in texts():
        assert decode(text.encode("utf-16-le"), "a.txt") == text
        assert decode(text.encode("utf-16-be"), "a.txt") == text


@pytest.mark.parametrize("encode", [tcvn3, vni], ids=["tcvn3", "vni"])
@pytest.mark.parametrize("again", [False, True], ids=["bytes", "as-utf-8"])
def test_legacy_fonts_are_quarantined(encode: object, again: bool) -> None:
    for text in texts():
        data = encode(text)  # type: ignore[operator]
        if again:
            data = data.decode("cp1252", errors="ignore").encode()
        with pytest.raises(SourceError) as raised:
            decode(data, "bai.txt")
        assert raised.value.code == "file_encoding"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "file_empty", id="nothing"),
        pytest.param(b"  \r\n\t ", "file_empty", id="blank"),
        pytest.param(b"\xef\xbb\xbf", "file_empty", id="only-a-mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "file_binary", id="picture"),
        pytest.param(b"\xef\xbb\xbfch\xe1\xba", "file_encoding", id="mark-broken"),
        pytest.param(
            "Huyện Vân Khê thu vượt kế hoạch năm".encode()[:-1] + b"\xff", "file_encoding", id="damaged"
        ),
    ],
)
def test_what_is_no_text(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as raised:
        decode(data, "a.txt")
    assert raised.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An English note without any mark.", id="ascii"),
        pytest.param("xa Van Khe thu ngan sach dat 5 ty dong", id="without-marks"),
        pytest.param("L'été à la campagne: réalité, café, naïveté, déjà vu.", id="french"),
        pytest.param("村里今年收成很好，大家都高兴。", id="chinese"),
        pytest.param("Giá 5 € – tăng 3 % “như dự kiến”…", id="signs"),
        pytest.param("Đoàn làm phim Ñuñoa và nhóm Björk đến Hạ Lâm", id="foreign-names"),
    ],
)
def test_sound_utf_8_of_other_kinds(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


def test_likeness() -> None:
    assert likeness("Uỷ ban nhân dân huyện Quỳnh Khuya ngoằn ngoèo nghiêng nghiêng") == 1.0
    assert likeness("uû ban nhaân daân huyeän") < 0.5
