"""Questions made by rule ask for what stands in the sentence, in other words, and hold it back."""

import random
from pathlib import Path

import numpy as np
import pytest

from tests.bench.evidence_data import NEGATIVE, POSITIVE, Item, Lookalikes, News, find_answer, read_news
from tests.bench.evidence_groups import by_turns, invented
from tests.bench.evidence_made import Hole, asked, holes_of, made_items, reworded, usable
from tests.bench.evidence_trainer import TURNS, epoch_of

TEXTS = {
    "0/1.txt": (
        "Hợp tác xã muối Bàu Dừa được mùa\n"
        "Sáng 12/4/2024, bà Trần Thị Sen cho biết hợp tác xã muối Bàu Dừa thu 5.200 tấn muối trong vụ này. "
        "Vụ trước hợp tác xã chỉ thu được 3.900 tấn muối vì mưa trái mùa kéo dài suốt tháng ba. "
        "Người dân xã Long Hòa đã phơi muối trên nền bạt suốt ba tháng nắng liền. "
        "Giá muối tại ruộng hiện là 1.450 đồng một ký, cao hơn vụ trước 200 đồng."
    ),
    "0/2.txt": (
        "Tuyến kênh Ba Xã khơi lại dòng\n"
        "Ông Lê Văn Tạo nói tuyến kênh Ba Xã được nạo vét từ năm 2019 để dẫn nước về huyện Vân Hà. "
        "Đoạn kênh qua xã Phú Lộc dài 7,5 km và rộng hơn 12 mét tính cả bờ kè. "
        "Nhà thầu phải dừng thi công hai tháng vì nước lũ dâng cao hơn mọi năm ở vùng này."
    ),
}


@pytest.fixture
def news(tmp_path: Path) -> dict[str, News]:
    for path, text in TEXTS.items():
        file = tmp_path / "articles" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return read_news(tmp_path, TEXTS)


@pytest.mark.parametrize(
    ("sentence", "answer", "ask"),
    [
        ("Hợp tác xã thu hơn 5.200 tấn muối", "hơn 5.200 tấn", "bao nhiêu tấn"),
        ("Đoạn kênh tăng 12% so với vụ trước", "12%", "bao nhiêu phần trăm"),
        ("Bà Sen nói vào ngày 12/4/2024", "ngày 12/4/2024", "ngày nào"),
        ("Kênh được nạo vét từ năm 2019", "năm 2019", "năm nào"),
        ("Kênh dẫn nước về huyện Vân Hà", "huyện Vân Hà", "huyện nào"),
        ("Chiều qua bà Trần Thị Sen cho biết giá muối", "bà Trần Thị Sen", "ai"),
        (
            "Nhà thầu phải dừng thi công vì nước lũ dâng cao hơn mọi năm",
            "vì nước lũ dâng cao hơn mọi năm",
            "vì sao",
        ),
    ],
)
def test_what_a_sentence_can_be_asked_for(sentence: str, answer: str, ask: str) -> None:
    found = {(sentence[hole.start : hole.end], hole.asked) for hole in holes_of(sentence)}
    assert (answer, ask) in found


def test_the_ends_of_a_range_of_years_are_not_asked_for() -> None:
    assert not list(holes_of("Nhiệm kỳ 2020-2025 có nhiều việc dang dở"))


def test_questions_hold_their_answer_back_and_are_of_one_sentence_each(news: dict[str, News]) -> None:
    items = invented(news, list(news))
    assert len(items) >= 4
    assert items == invented(news, list(news))
    assert len({item.id for item in items}) == len(items)
    for item in items:
        assert find_answer(item.answer, item.evidence)
        assert usable(item, news)
        assert item.near != item.evidence


def test_other_draws_ask_otherwise(news: dict[str, News]) -> None:
    one = news["0/1.txt"]
    drawn = {tuple(i.question for i in made_items(one, 3, random.Random(seed))) for seed in range(8)}
    assert len(drawn) > 1


def test_too_little_around_the_answer_makes_no_question() -> None:
    sentence = "Muối, 5.200 tấn, bán hết."
    (hole,) = [h for h in holes_of(sentence) if h.asked.startswith("bao nhiêu")]
    assert asked(sentence, hole, "", random.Random(1)) is None
    whole = "Hợp tác xã muối Bàu Dừa vụ này thu 5.200 tấn"
    hole = Hole(whole.index("5.200"), len(whole), "bao nhiêu tấn")
    made = asked(whole, hole, "", random.Random(1))
    assert made is not None
    assert "bao nhiêu tấn" in made


def test_other_words_keep_names_digits_and_what_asks() -> None:
    question = "Vì sao công an huyện Vân Hà bắt giữ 3 nghi phạm ngày nào?"
    said = {reworded(question, random.Random(seed)) for seed in range(20)}
    assert len(said) > 3
    for one in said:
        assert {"Vân", "Hà", "3", "sao", "nào?"} <= set(one.split())


def test_an_epoch_reads_all_asked_questions_and_a_third_of_the_made(news: dict[str, News]) -> None:
    rows = sum(len(one.spans) for one in news.values())
    vectors = np.random.default_rng(2).normal(size=(rows, 8)).astype(np.float32)
    alike = Lookalikes(news, vectors)
    items = invented(news, list(news))
    known: dict[str, np.ndarray] = {item.id: vectors[0] for item in items}
    real = [
        Item(f"x{n}", "0/1.txt", "fact", items[0].question, items[0].evidence, items[0].answer, items[0].near)
        for n in range(9)
    ]
    known |= {item.id: vectors[1] for item in real}
    groups = by_turns(items, real, news, alike, known)
    assert {group.origin.split()[0] for group in groups} == {"made"}
    assert {"made", "made reworded"} <= {group.origin for group in groups}
    for group in groups:
        assert (POSITIVE in group.labels) == (group.origin != "made altered")
        assert NEGATIVE in group.labels
    turns = [epoch_of(groups, turn) for turn in range(TURNS)]
    assert sorted(i for turn in turns for i in turn) == list(range(len(groups)))
