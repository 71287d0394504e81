"""The library's words: jobs and their states."""

import re
from pathlib import Path

from ui import jobs, render_library, vi_library

UI = Path(jobs.__file__).parent


def test_every_job_that_is_queued_has_a_name() -> None:
    queued = set()
    for file in UI.glob("*.py"):
        queued |= set(re.findall(r'jobs\.(?:add|note)\("(\w+)"', file.read_text(encoding="utf-8")))
    assert queued
    assert queued <= set(vi_library.JOBS)


def test_every_state_of_a_job_has_a_word() -> None:
    states = set(re.findall(r'state="(\w+)"', Path(jobs.__file__).read_text(encoding="utf-8")))
    assert states | {"waiting", "done"} == set(vi_library.JOB_STATES)


def test_every_word_that_is_shown_exists() -> None:
    for file in (render_library, vi_library):
        assert file.__doc__
    shown = set(re.findall(r'words\("(\w+)"', Path(render_library.__file__).read_text(encoding="utf-8")))
    assert shown <= set(vi_library.LIBRARY)
