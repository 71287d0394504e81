"""Fifty open chats on one machine: ``python -m tests.load --minutes 10`` prints what readers felt.

Each chat asks one of its own questions every 30 to 60 s (seeded); a follow-up belongs to its own
conversation. Counted: wrong turns, seconds to the first words, memory of the server over time.
"""

import argparse
import asyncio
import json
import random
import statistics
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from tests.conftest import ROOT
from tests.talker import Talker

Turn = tuple[bool, float, float]
"""Right or not, seconds to the first words, seconds to the end."""
PAUSE = (30.0, 60.0)
SETTLED = 300.0
"""Seconds after which memory has to be flat."""


@dataclass(frozen=True, slots=True)
class Felt:
    """What all chats together felt; seconds, and megabytes of the server's memory."""

    chats: int
    asked: int
    wrong: int
    first_median: float
    first_p95: float
    done_p95: float
    memory_settled: float
    memory_end: float


def sample_questions() -> list[str]:
    """The questions over the sample articles that need no history."""
    rows = (ROOT / "tests" / "sample_questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [row["question"] for row in map(json.loads, rows) if not row["history"]]


async def chat(address: str, seed: int, questions: list[str], end: float, heard: list[Turn]) -> None:
    """One reader until the time is over."""
    chance = random.Random(seed)
    talker = Talker(address)
    await asyncio.sleep(chance.uniform(0, PAUSE[1]))
    await talker.open()
    while time.monotonic() < end:
        question = chance.choice(questions)
        turn = await talker.ask(question)
        right = f"<h2>{question}</h2>" in turn.html and "hb-tools" in turn.html
        heard.append((right, turn.first or turn.done, turn.done))
        await asyncio.sleep(chance.uniform(*PAUSE))
    await talker.close()


async def remember(process: psutil.Process, end: float, seen: list[tuple[float, float]]) -> None:
    """The server's memory every five seconds."""
    begun = time.monotonic()
    while time.monotonic() < end:
        seen.append((time.monotonic() - begun, process.memory_info().rss / 2**20))
        await asyncio.sleep(5)


async def load(address: str, server: int, chats: int, seconds: float) -> Felt:
    """Run the chats against a server process and gather what they felt."""
    heard: list[Turn] = []
    seen: list[tuple[float, float]] = []
    end, questions = time.monotonic() + seconds, sample_questions()
    readers = [chat(address, seed, questions, end, heard) for seed in range(chats)]
    await asyncio.gather(remember(psutil.Process(server), end, seen), *readers)
    settled = [memory for at, memory in seen if at >= min(SETTLED, seconds / 2)]
    first, done = (sorted(one[at] for one in heard) for at in (1, 2))
    return Felt(
        chats=chats,
        asked=len(heard),
        wrong=sum(not right for right, _, _ in heard),
        first_median=round(statistics.median(first), 2),
        first_p95=round(first[int(0.95 * (len(first) - 1))], 2),
        done_p95=round(done[int(0.95 * (len(done) - 1))], 2),
        memory_settled=round(settled[0], 1),
        memory_end=round(statistics.mean(settled[-6:]), 1),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("pid", type=int, help="process id of the server")
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--to", type=Path, help="write the figures as JSON there")
    asked = parser.parse_args()
    felt = asyncio.run(load(asked.address, asked.pid, asked.chats, 60 * asked.minutes))
    text = json.dumps(asdict(felt))
    if asked.to:
        asked.to.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201  (a command of its own)


if __name__ == "__main__":
    main()
