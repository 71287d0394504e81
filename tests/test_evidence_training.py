"""The recipe of the evidence model: labels, rules of variants, loss and figures, on texts made here."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
import torch

from index.types import Span
from rag.evidence_reading import Excerpt, readings
from tests.bench import evidence_variants as variants
from tests.bench.evidence_data import (
    NEGATIVE,
    POSITIVE,
    UNSURE,
    Group,
    Item,
    Lookalikes,
    News,
    Page,
    Words,
    find_answer,
    labels,
    near_rows,
    page,
    parts,
    read_items,
    read_news,
)
from tests.bench.evidence_groups import pool, training, whole_article
from tests.bench.evidence_loss import auc, firsts, listwise, token_span

TEXT = (
    "Vườn dưa xã Hoà Đông được mùa\n\n"
    "Năm 2019, xã Hoà Đông thu 5,2 tấn dưa mỗi héc ta. Năm trước xã chỉ thu 4 tấn.\n\n"
    "Ông Lê Bá cho biết 5,2 tấn là mức cao nhất từ trước đến nay. Giá bán đạt 9.000 đồng một kg.\n"
)
ITEM = Item(
    "x-1",
    "0/1.txt",
    "number",
    "Năm 2019 mỗi héc ta dưa ở xã Hoà Đông đạt mấy tấn?",
    "Năm 2019, xã Hoà Đông thu 5,2 tấn dưa mỗi héc ta.",
    "5,2 tấn",
    "Năm trước xã chỉ thu 4 tấn.",
)


@pytest.fixture
def news(tmp_path: Path) -> News:
    (tmp_path / "articles" / "0").mkdir(parents=True)
    (tmp_path / "articles" / "0" / "1.txt").write_text(TEXT, encoding="utf-8")
    return read_news(tmp_path, [ITEM.article])[ITEM.article]


@pytest.mark.parametrize(
    ("answer", "sentence", "found"),
    [
        ("5 ha", "Xã có 15 ha rừng", None),
        ("5", "tăng 5,2 lần", None),
        ("5,2 lần", "tăng 5,2  lần.", Span(5, 13)),
        ("Lê Bá", "ông lê bá nói", Span(4, 9)),
        ("an", "Ban An", Span(4, 6)),
        ("", "gì cũng được", None),
    ],
)
def test_an_answer_is_found_whole(answer: str, sentence: str, found: Span | None) -> None:
    assert find_answer(answer, sentence) == found


def test_labels_tell_evidence_from_repeats_and_distractors(news: News) -> None:
    marked = labels(ITEM, news)
    assert marked == [NEGATIVE, POSITIVE, NEGATIVE, UNSURE, NEGATIVE]
    assert near_rows(ITEM, news, marked) == [2]


def test_evidence_that_our_splitter_cut_still_has_a_positive(news: News) -> None:
    item = Item("x-2", ITEM.article, "fact", "?", ITEM.evidence + " Năm trước", "tấn dưa mỗi", "Giá bán")
    assert labels(item, news).count(POSITIVE) == 1


def test_a_page_knows_where_its_answer_stands(news: News) -> None:
    one = page(ITEM, news, news.passage_of(1), labels(ITEM, news))
    (answer,) = [span for span in one.answers if span]
    assert one.excerpt.text[answer.start : answer.end] == ITEM.answer
    for span, label in zip(one.excerpt.sentences, one.labels, strict=True):
        assert (label == POSITIVE) == (one.excerpt.text[span.start : span.end] == ITEM.evidence)


def test_articles_stay_in_one_part() -> None:
    paths = [f"{i}.txt" for i in range(100)]
    named = parts(paths)
    assert named == parts(reversed(paths))
    counts = [list(named.values()).count(part) for part in ("train", "validation", "calibration")]
    assert counts == [80, 10, 10]


def test_items_are_read_in_nfc(tmp_path: Path) -> None:
    import unicodedata

    line = {name: unicodedata.normalize("NFD", getattr(ITEM, name)) for name in Item.__slots__}
    (tmp_path / "items.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert read_items(tmp_path) == [ITEM]


def test_another_number_is_one_the_article_lacks() -> None:
    rng = random.Random(1)
    other = variants.other_number(ITEM.question, TEXT, TEXT + " 2018 2020 2021", rng)
    assert other is not None
    assert other != ITEM.question
    changed = [int(word) for word in other.split() if word.isdigit()]
    assert changed
    assert not {2018, 2019, 2020, 2021} & set(changed)
    assert variants.other_number("Dưa bao nhiêu tiền?", TEXT, TEXT, rng) is None


def test_another_name_is_of_the_same_kind() -> None:
    known = variants.names(["Dân xã Tân Phước trồng gì?", "Chợ huyện Gò Quao họp lúc nào?"])
    assert known == {"xã": ["Tân Phước"], "huyện": ["Gò Quao"]}
    other = variants.other_name(ITEM.question, TEXT, TEXT, known, random.Random(1))
    assert other == ITEM.question.replace("Hoà Đông", "Tân Phước")


def test_slips_change_little() -> None:
    for seed in range(20):
        slipped = variants.slips(ITEM.question, random.Random(seed))
        assert abs(len(slipped) - len(ITEM.question)) <= 2
    assert variants.bare("Đường xã") == "duong xa"


def test_a_result_becomes_an_aim_only_where_a_result_is_asked() -> None:
    assert variants.as_target("Giá đạt bao nhiêu?", "Giá đạt 9.000 đồng.") == "Giá phấn đấu đạt 9.000 đồng."
    assert variants.as_target("Kế hoạch đạt bao nhiêu?", "Giá đạt 9.000 đồng.") is None
    assert variants.as_target("Giá đạt bao nhiêu?", "Dự kiến giá đạt 9.000 đồng.") is None


def test_loss_falls_as_the_right_sentence_rises() -> None:
    right = [
        float(listwise(torch.tensor([up, 0.0, -1.0]), [POSITIVE, NEGATIVE, NEGATIVE])) for up in (0, 2, 6)
    ]
    assert right == sorted(right, reverse=True)
    unsure = listwise(torch.tensor([9.0, -9.0]), [UNSURE, NEGATIVE])
    assert float(unsure) == pytest.approx(0, abs=1e-3)
    assert float(listwise(torch.tensor([3.0]), [NEGATIVE])) > 3


def test_token_span_meets_the_answer(e5_home: Path) -> None:
    from index import e5
    from index.embedder import load_tokenizer

    tokenizer = load_tokenizer(e5.unpack(e5_home))
    (reading,) = readings(tokenizer, "?", [Excerpt("", ITEM.evidence, (Span(0, len(ITEM.evidence)),))])
    answer = find_answer(ITEM.answer, ITEM.evidence)
    assert answer is not None
    place = token_span(reading, answer)
    assert place is not None
    first, last = (reading.offsets[i - reading.first] for i in place)
    assert ITEM.evidence[first[0] : last[1]] == ITEM.answer
    assert token_span(reading, Span(500, 510)) is None


def test_auc_and_firsts_by_hand() -> None:
    assert auc([3, 1], [2, 1]) == pytest.approx(0.625)
    excerpt = Excerpt("", "a b", (Span(0, 1), Span(2, 3)))
    one = Group("1", "fact", "plain", "?", (Page(excerpt, (1, 0), (None, None), "a"),), 1)
    none = Group("2", "unanswerable", "plain", "?", (Page(excerpt, (0, 0), (None, None), "a"),), 1)
    scores = [np.array(row, np.float32) for row in ([2, 1], [1, 2], [0, 0])]
    table = firsts([one, one, none], scores)
    assert (table["first"], table["two"], table["auc"]) == (0.5, 1.0, 1.0)


def test_bm25_prefers_rare_words() -> None:
    words = Words([["dưa", "xã"], ["lúa", "xã"], ["xã"]])
    scores = words.scores(["dưa", "xã", "lạ"])
    assert scores.argmax() == 0
    assert scores[1] > 0


def test_groups_hold_evidence_others_and_no_own_article_when_left_out(news: News) -> None:
    other = read_other()
    everything = {news.path: news, other.path: other}
    rows = sum(len(one.spans) for one in everything.values())
    vectors = np.random.default_rng(1).normal(size=(rows, 8)).astype(np.float32)
    alike = Lookalikes(everything, vectors)
    item2 = Item("y", other.path, "unanswerable", "Cầu dài mấy mét?", "", "", other.sentence(1))
    asked = {ITEM.id: vectors[0], item2.id: vectors[1]}
    made = training([ITEM, item2], everything, alike, asked)
    plain = [group for group in made if group.origin == "plain"]
    assert [group.labels.count(POSITIVE) for group in plain] == [1, 0]
    assert all(POSITIVE in page_.labels for page_ in plain[0].pages[:1])
    for group in made:
        assert 1 <= group.always <= len(group.pages)
        assert group.origin not in ("altered", "aim") or POSITIVE not in group.labels
    assert len(whole_article(ITEM, everything).labels) == len(news.spans)
    left_out = pool(ITEM, everything, alike, vectors[0], without=True)
    assert {one.source for one in left_out.pages} == {other.path}
    assert POSITIVE not in left_out.labels


def read_other() -> News:
    text = "Xe lửa chạy lại\nTuyến xe lửa mở lại hôm qua. Vé bán từ sáng sớm."
    spans = (Span(0, 15), Span(16, 44), Span(45, len(text)))
    return News("0/2.txt", text, "Xe lửa chạy lại", "", spans, ((0, 3),))
