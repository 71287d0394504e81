"""Milliseconds by stage, for the timings of an answer."""

import time


class Clock:
    """Starts when made; ``mark`` closes a stage."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._stages: dict[str, float] = {}

    def mark(self, stage: str) -> None:
        """Book the time since the last mark to ``stage``."""
        now = time.perf_counter()
        self._stages[stage] = self._stages.get(stage, 0.0) + 1000 * (now - self._last)
        self._last = now

    def timings(self) -> dict[str, float]:
        """Every stage and the total, in milliseconds with one decimal."""
        total = 1000 * (time.perf_counter() - self._start)
        return {**{name: round(ms, 1) for name, ms in self._stages.items()}, "total": round(total, 1)}
