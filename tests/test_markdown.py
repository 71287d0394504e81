"""Markdown: front matter is metadata, layout marks go, words and figures stay."""

import pytest

from index.digest import sha
from index.errors import SourceError
from index.markdown import plain, read


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("## Chợ phiên ##", "Chợ phiên", id="heading"),
        pytest.param("#chophien", "#chophien", id="a hashtag is no heading"),
        pytest.param("> > Lời bà Sao", "Lời bà Sao", id="quote"),
        pytest.param("* quế\n+ hồi", "- quế\n- hồi", id="bullets"),
        pytest.param("**Nà Lốc** có _bảy_ bản", "Nà Lốc có bảy bản", id="emphasis"),
        pytest.param("3 * 4 * 5 là 60", "3 * 4 * 5 là 60", id="a product is no emphasis"),
        pytest.param("tệp so_lieu_2022.csv", "tệp so_lieu_2022.csv", id="underscores within a word"),
        pytest.param("[Báo Mây](https://bao.example/a_(b)) viết", "Báo Mây viết", id="link"),
        pytest.param("![chợ đông](anh.jpg)", "chợ đông", id="image"),
        pytest.param("gõ `hoibao`", "gõ hoibao", id="code"),
        pytest.param("trên\n\n* * *\n\ndưới", "trên\n\n\n\ndưới", id="rule"),
        pytest.param("một <!-- ẩn\nẩn --> hai", "một  hai", id="comment"),
        pytest.param(r"giá 5\* và \#1", "giá 5* và #1", id="escapes"),
        pytest.param("năm 2022. 45 hộ\n1. một", "năm 2022. 45 hộ\n1. một", id="numbers stay"),
    ],
)
def test_plain(marked: str, expected: str) -> None:
    assert plain(marked) == expected


def test_front_matter_is_metadata() -> None:
    data = (
        '---\ntitle: "Chợ phiên Nà Lốc"\nNgày đăng: 2022-07-06\ntác giả: Lò Sao\nlayout: post\n'
        "text: không phải thân bài\n---\n\n# Chợ phiên\n\nChợ họp sáu phiên.\n"
    ).encode()
    (raw,) = read("cho.md", data).articles
    assert (raw.title, raw.published, raw.author) == ("Chợ phiên Nà Lốc", "2022-07-06", "Lò Sao")
    assert raw.publisher is None
    assert " ".join(raw.text.split()) == "Chợ phiên Chợ họp sáu phiên."
    assert (raw.source, raw.content_hash) == ("cho.md", sha(data))


def test_a_rule_further_down_is_no_front_matter() -> None:
    (raw,) = read("cho.md", "Mở đầu\n\n---\ntitle: Sai\n---\n".encode()).articles
    assert raw.title is None
    assert raw.text.startswith("Mở đầu")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b" \n", "file_empty"), (b"a\0b\0\x01c", "file_binary")],
    ids=["blank", "binary"],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as raised:
        read("hong.md", data)
    assert raised.value.code == code
