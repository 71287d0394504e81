"""Timings of an answer."""

import time

from rag.clock import Clock


def test_stages_add_up_to_no_more_than_the_total() -> None:
    clock = Clock()
    time.sleep(0.01)
    clock.mark("search")
    clock.mark("answer")
    time.sleep(0.01)
    clock.mark("search")
    timings = clock.timings()
    assert list(timings) == ["search", "answer", "total"]
    assert timings["search"] >= 20
    assert timings["search"] + timings["answer"] <= timings["total"] + 0.2
