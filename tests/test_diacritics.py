from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import pytest

from index.text import counts, fold
from rag.diacritics import restore

CORPUS = [
    "Thu nhập bình quân đầu người của huyện Vân Hà đạt 41,5 triệu đồng một năm.",
    "Huyện Vân Hà giảm tỷ lệ hộ nghèo; tỉ lệ hộ cận nghèo cũng giảm.",
    "Ban quản lý chợ Bến Nứa thu phí của các hộ bán hàng.",
    "Kết quả thu ngân sách của huyện tăng.",
    "Huyện Vân Hạ ở phía nam. Trời mưa khiến nơi bán vải phải nghỉ vì thiếu người.",
]


class Vocabulary:
    """What the store does with its catalog, over a list of texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.single: dict[str, Counter[str]] = defaultdict(Counter)
        self.double: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        for text in texts:
            words, pairs = counts(text)
            for word, count in words.items():
                self.single[fold(word)][word] += count
            for (a, b), count in pairs.items():
                self.double[fold(a), fold(b)][a, b] += count

    def spellings(self, folded: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
        return {word: self.single[word] for word in folded if word in self.single}

    def bigrams(self, pairs: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        return {pair: count for key in pairs for pair, count in self.double.get(key, {}).items()}


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        pytest.param(
            "thu nhap binh quan huyen Van Ha", "thu nhập bình quân huyện Vân Hà", id="words and case"
        ),
        pytest.param("ti le ho ngheo la bao nhieu?", "tỷ lệ hộ nghèo là bao nhiêu?", id="question words"),
        pytest.param("THU NGAN SACH", "THU NGÂN SÁCH", id="capitals"),
        pytest.param("xe Toyota 22kv", "xe Toyota 22kv", id="unknown words stay"),
        pytest.param("thu phí của chợ", "thu phí của chợ", id="typed marks stay"),
        pytest.param("chợ Ben Nua", "chợ Bến Nứa", id="a name without marks among words with"),
        pytest.param("chợ quan vẫn thu", "chợ quan vẫn thu", id="a known word among words with marks stays"),
        pytest.param("thu nhâp bính quân của huyện", "thu nhập bình quân của huyện", id="wrong marks"),
        pytest.param("thu nhaapj binhf quaan", "thu nhập bình quân", id="telex left over"),
        pytest.param("thu nhập của Vân Hạ", "thu nhập của Vân Hạ", id="a known name keeps its tone"),
        pytest.param("nam 2017 thu 5 trieu", "năm 2017 thu 5 triệu", id="numbers are neighbours too"),
        pytest.param("hộ nghéo", "hộ nghèo", id="one wrong tone"),
        pytest.param("cây vải thiều", "cây vải thiều", id="a word that the corpus lacks"),
        pytest.param("41,5 ?!", "41,5 ?!", id="no words"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_restore(typed: str, restored: str) -> None:
    assert restore(typed, Vocabulary(CORPUS * 20)) == restored


def test_an_empty_corpus_restores_only_question_words() -> None:
    assert restore("zung o dau", Vocabulary([])) == "zung ở đâu"
    assert restore("zung tau", Vocabulary([])) == "zung tau"


def test_neighbours_decide_between_spellings() -> None:
    vocabulary = Vocabulary(["bán hàng ở chợ", "ban quản lý", "ban quản lý", "ban quản lý"])
    assert restore("ban hang", vocabulary) == "bán hàng"
    assert restore("ban quan ly", vocabulary) == "ban quản lý"
