"""Who streams into which page: one at a time, stopped or left behind."""

from ui.runs import Runs


def test_one_run_at_a_time_and_the_next_after_it() -> None:
    runs = Runs()
    first = runs.start("a")
    assert first is not None
    assert runs.start("a") is None
    assert runs.start("b") is not None
    runs.end("a", first)
    assert not runs.busy("a")
    assert runs.start("a") is not None


def test_halting_stops_the_watched_run_alone() -> None:
    runs = Runs()
    mine, other = runs.start("a"), runs.start("b")
    assert mine is not None
    assert other is not None
    runs.halt("a")
    runs.halt("nobody")
    assert mine.stop.is_set()
    assert not other.stop.is_set()
    assert runs.busy("a"), "it ends by itself, with what was said so far"


def test_a_run_left_behind_goes_on_while_a_new_one_starts() -> None:
    runs = Runs()
    first = runs.start("a")
    assert first is not None
    runs.leave("a", "another conversation")
    assert first.left_for == "another conversation"
    second = runs.start("a")
    assert second is not None
    runs.end("a", first)
    assert runs.busy("a"), "the end of the first one must not free the second"
    runs.end("a", second)
    assert not runs.busy("a")
