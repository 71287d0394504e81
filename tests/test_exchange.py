"""Exchanges: built from answers, kept as JSON, given back unchanged."""

from datetime import date

from index.types import Article, Passage
from rag.types import Answer, Citation, Said, Turn
from ui.exchange import Card, Exchange, card, dumps, exchange, loads, stopped, turns

TEXT = "Huyện Đông Sơn trồng mới 120 ha rừng. Năm trước huyện trồng 95 ha. Cây giống lấy ở vườn ươm của xã."
ARTICLE = Article("a1", "rung.txt", "Trồng rừng", TEXT, date(2024, 3, 5), None, "Báo Rừng", (), "hash")
QUOTE = "Năm trước huyện trồng 95 ha."


def citation(number: int = 1) -> Citation:
    start = TEXT.index(QUOTE)
    return Citation(
        number,
        "a1",
        "rung.txt",
        "Trồng rừng",
        date(2024, 3, 5),
        QUOTE,
        start,
        start + len(QUOTE),
        "supported",
    )


def answer(**changes: object) -> Answer:
    values: dict[str, object] = {
        "question": "Năm trước trồng bao nhiêu?",
        "standalone": "Năm trước huyện Đông Sơn trồng bao nhiêu rừng?",
        "text": "Năm trước huyện trồng 95 ha [1].",
        "citations": (citation(),),
        "confidence": 0.93,
        "mode": "extractive",
        "reason": None,
        "timings": {"total": 1.0},
        "suggestions": ("Cây giống lấy ở đâu?",),
    }
    return Answer(**{**values, **changes})  # type: ignore[arg-type]


def test_a_card_shows_the_passage_around_the_quote() -> None:
    passage = Passage("p1", "a1", 0, 0, len(TEXT), TEXT)
    made = card(citation(), ARTICLE, [passage])
    assert made.before + made.quote + made.after == TEXT
    assert made.publisher == "Báo Rừng"


def test_a_quote_over_two_passages_shows_both() -> None:
    middle = TEXT.index(QUOTE) + 5
    passages = [
        Passage("p1", "a1", 0, 0, middle, TEXT[:middle]),
        Passage("p2", "a1", 1, middle, len(TEXT), TEXT[middle:]),
    ]
    made = card(citation(), ARTICLE, passages)
    assert made.before + made.quote + made.after == TEXT


def test_a_card_without_its_passage_still_shows_the_quote() -> None:
    made = card(citation(), ARTICLE, [])
    assert (made.before, made.quote, made.after) == ("", QUOTE, "")


def test_an_exchange_survives_the_history_file() -> None:
    made = exchange(answer(), [card(citation(), ARTICLE, [])])
    back = loads(dumps(made), 7, -1)
    assert (back.id, back.vote) == (7, -1)
    assert back.cards == made.cards
    assert back.suggestions == made.suggestions
    assert (back.text, back.standalone, back.mode) == (made.text, made.standalone, made.mode)


def test_only_a_sure_answer_is_called_certain() -> None:
    assert exchange(answer(confidence=0.9), []).answered_surely
    assert not exchange(answer(confidence=0.89), []).answered_surely
    assert not exchange(answer(confidence=0.99, mode="refused"), []).answered_surely
    assert not exchange(answer(confidence=None), []).answered_surely


def test_a_stopped_answer_keeps_what_was_said() -> None:
    made = stopped("Hỏi gì?", [Said("Câu một [1].", ()), Said("Câu hai [2].", ())], [])
    assert made.text.split("\n") == ["Câu một [1].", "Câu hai [2]."]
    assert made.stopped


def test_a_conversation_becomes_turns_without_empty_ones() -> None:
    cards: tuple[Card, ...] = ()
    silent = Exchange(1, "Hỏi?", "Hỏi?", "", cards, None, "refused", None)
    spoken = Exchange(2, "Hỏi nữa?", "Hỏi nữa?", "Đáp.", cards, None, "extractive", None)
    assert turns([silent, spoken]) == [
        Turn("user", "Hỏi?"),
        Turn("user", "Hỏi nữa?"),
        Turn("assistant", "Đáp."),
    ]
