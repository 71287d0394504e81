from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.errors import InputError
from index.ingest import index_paths
from index.store import Store, open_store
from rag.llm_fake import FakeLLM
from rag.types import Turn
from rag.understand import MOST, understand

TODAY = date(2025, 6, 1)
TEXT = """Huyện Vân Hà tổng kết năm 2024

Thu nhập bình quân đầu người của huyện Vân Hà đạt 41,5 triệu đồng một năm.
Huyện Vân Hạ đạt 39 triệu đồng."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    root: Path = tmp_path_factory.mktemp("understand")
    (root / "bai").mkdir()
    (root / "bai" / "tong-ket.txt").write_text(TEXT, encoding="utf-8")
    embedder = FakeEmbedder()
    index_paths(root / "home", [root / "bai"], embedder)
    opened = open_store(root / "home", embedder.info)
    yield opened
    opened.close()


def test_marks_are_restored_and_remembered_as_untyped(store: Store) -> None:
    query = understand("thu nhap binh quan huyen Van Ha nam 2024", (), store, TODAY)
    assert query.text.startswith("thu nhập bình quân huyện Vân H")
    assert query.typed == "thu nhap binh quan huyen Van Ha nam 2024"
    assert not query.typed_marks


def test_a_comparison_has_sides(store: Store) -> None:
    query = understand("Thu nhập của huyện Vân Hà và Vân Hạ, nơi nào cao hơn?", (), store, TODAY)
    assert query.sides == (
        "Thu nhập của huyện Vân Hà là bao nhiêu?",
        "Thu nhập của huyện Vân Hạ là bao nhiêu?",
    )
    assert query.typed_marks


def test_a_follow_up_is_carried(store: Store) -> None:
    history = [
        Turn("user", "Thu nhập bình quân huyện Vân Hà năm 2024 là bao nhiêu?"),
        Turn("assistant", "41,5 triệu."),
    ]
    query = understand("Thế còn huyện Vân Hạ?", history, store, TODAY)
    assert query.carried
    assert "thu nhập" in query.text.lower()


def test_years_become_spans_not_filters(store: Store) -> None:
    query = understand("Thu ngân sách năm ngoái của huyện Vân Hà là bao nhiêu?", (), store, TODAY)
    assert query.spans == ((date(2024, 1, 1), date(2024, 12, 31)),)
    assert (query.filters.since, query.filters.until) == (None, None)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("Bài đăng từ tháng 5/2024 nói gì về huyện Vân Hà?", date(2024, 5, 1), None),
        ("Tin đăng trong năm 2024 về Vân Hà có gì?", date(2024, 1, 1), date(2024, 12, 31)),
        ("Bài báo ra trước năm 2024 nói gì?", None, date(2024, 1, 1)),
        ("Từ tháng 5/2024 huyện Vân Hà thu bao nhiêu?", None, None),
    ],
)
def test_only_talk_of_publication_filters(
    store: Store, question: str, since: date | None, until: date | None
) -> None:
    filters = understand(question, (), store, TODAY).filters
    assert (filters.since, filters.until) == (since, until)


def test_nfd_is_composed(store: Store) -> None:
    assert understand("Hu\u0065\u0323\u0302n Va\u0302n Ha\u0300?", (), store, TODAY).typed.startswith("Huệ")


@pytest.mark.parametrize(("question", "code"), [("  \n", "question_empty"), ("à " * MOST, "question_long")])
def test_what_cannot_be_asked(store: Store, question: str, code: str) -> None:
    with pytest.raises(InputError) as error:
        understand(question, (), store, TODAY)
    assert error.value.code == code


def test_a_model_words_the_follow_up_that_is_searched(store: Store) -> None:
    talk = [
        Turn("user", "Thu nhập bình quân đầu người của huyện Vân Hà năm 2024 là bao nhiêu?"),
        Turn("assistant", "41,5 triệu đồng."),
    ]
    said = "Năm 2024, thu nhập bình quân đầu người của huyện Vân Hạ là bao nhiêu?"
    query = understand("Thế còn huyện Vân Hạ?", talk, store, TODAY, FakeLLM(lambda _: said))
    assert (query.text, query.carried) == (said, True)
    ruled = understand("Thế còn huyện Vân Hạ?", talk, store, TODAY, FakeLLM(lambda _: "Tôi không biết."))
    assert ruled == understand("Thế còn huyện Vân Hạ?", talk, store, TODAY)


def test_a_first_question_is_never_reworded(store: Store) -> None:
    asked = "Thu nhập của huyện Vân Hà là bao nhiêu?"
    assert understand(asked, (), store, TODAY, FakeLLM(lambda _: "Huyện Vân Hà?")).text == asked
