"""Background work: one at a time, watched while it runs, failures told, other writers waited for."""

from collections.abc import Callable, Iterator
from threading import Event
from time import monotonic, sleep

import pytest

from index.errors import StoreError
from index.types import IngestReport, Progress
from ui import jobs
from ui.jobs import Job, Jobs

REPORT = IngestReport(1, 0, 0, 0, 2, ())


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    monkeypatch.setattr(jobs, "RETRY", 0.01)
    made = Jobs()
    yield made
    made.close()


def wait(condition: Callable[[], bool]) -> None:
    end = monotonic() + 5
    while not condition():
        assert monotonic() < end, "nothing happened in 5 s"
        sleep(0.005)


def newest(queue: Jobs) -> Job:
    return queue.log()[0]


def test_a_job_runs_behind_and_leaves_its_report(queue: Jobs) -> None:
    queue.add("index", lambda _: REPORT)
    wait(lambda: not queue.going())
    assert (newest(queue).state, newest(queue).report) == ("done", REPORT)


def test_progress_can_be_seen_while_it_runs(queue: Jobs) -> None:
    go = Event()

    def work(step: jobs.Step) -> None:
        step(Progress("embed", 3, 10))
        go.wait(5)

    queue.add("index", work)
    wait(lambda: newest(queue).at is not None)
    assert newest(queue).at == Progress("embed", 3, 10)
    assert queue.going()
    go.set()
    wait(lambda: not queue.going())


def test_jobs_run_one_after_another(queue: Jobs) -> None:
    go, order = Event(), []
    queue.add("index", lambda _: order.append(1) if go.wait(5) else None)
    queue.add("remove", lambda _: order.append(2))
    assert next(job.state for job in queue.log()) == "waiting"
    go.set()
    wait(lambda: not queue.going())
    assert order == [1, 2]


def test_a_failure_is_kept_and_the_next_job_still_runs(queue: Jobs) -> None:
    def fail(_: jobs.Step) -> None:
        raise StoreError("index_missing", home="x")

    queue.add("index", fail)
    queue.add("remove", lambda _: REPORT)
    wait(lambda: not queue.going())
    done, failed = queue.log()
    assert done.state == "done"
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.code == "index_missing"


def test_another_writer_is_waited_for(queue: Jobs) -> None:
    tries = []

    def work(_: jobs.Step) -> IngestReport:
        tries.append(1)
        if len(tries) < 3:
            raise StoreError("index_locked", home="x", owner="watch")
        return REPORT

    queue.add("index", work)
    wait(lambda: not queue.going())
    assert len(tries) == 3
    assert newest(queue).state == "done"


def test_the_log_forgets_the_oldest(queue: Jobs) -> None:
    for _ in range(jobs.LOG + 5):
        queue.note("watch", REPORT)
    log = queue.log()
    assert len(log) == jobs.LOG
    assert log[0].id > log[-1].id
