"""The training loop of the evidence model: steps, running average, checkpoints, one or two workers."""

import copy
import json
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import distributed

from index.embedder import by_length
from index.encoder import Judge
from tests.bench.evidence_data import Group
from tests.bench.evidence_groups import TURN
from tests.bench.evidence_loss import SPAN, firsts, listwise, span_loss
from tests.bench.evidence_states import States

GROUPS, PAGES = 8, 8
"""Questions a step, and passages a forward pass (of like length) within a step."""
DROP, DECAY, CLIP, WARM, AVERAGE = 0.1, 0.01, 1.0, 0.06, 0.995
OTHER = 0.5
"""How often a group that has two pages to read anyway gets a third."""
TURNS = 3
"""Epochs that share the groups made by rule: each reads one in three of them."""
CHECKPOINT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Set:
    """Groups with the states of their pages; group i owns readings ``edges[i]`` to ``edges[i + 1]``."""

    groups: Sequence[Group]
    states: States
    edges: Sequence[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: ``name`` names the files in ``out``; ``fast`` is bfloat16; ``rank`` of ``workers``."""

    out: Path
    name: str
    seed: int
    epochs: int
    rate: float
    fast: bool
    rank: int = 0
    workers: int = 1


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)  # noqa: T201


def forward(
    judge: Judge, states: States, numbers: Sequence[int], drop: float, *, fast: bool
) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Sentence scores and span logits of each reading, in the order of ``numbers``; batched by length."""
    found: list[tuple[torch.Tensor, torch.Tensor]] = [(torch.empty(0), torch.empty(0))] * len(numbers)
    for batch in by_length([len(states.readings[i].ids) for i in numbers], PAGES):
        x, mask, share = states.batch([numbers[place] for place in batch])
        with torch.autocast("cpu", torch.bfloat16, enabled=fast):
            scores, spans = judge(x, mask, share, drop)
        for row, place in enumerate(batch):
            count = len(states.readings[numbers[place]].sentences)
            found[place] = (scores[row, :count].float(), spans[row].float())
    return found


def pages_of(data: Set, group: int, rng: random.Random) -> list[int]:
    """The page numbers of a group that are read this time: the first ones, and for most one other."""
    one = data.groups[group]
    others = list(range(one.always, len(one.pages)))
    few = rng.sample(others, min(len(others), 1)) if one.always == 1 or rng.random() < OTHER else []
    return [*range(one.always), *few]


def loss_of(
    judge: Judge, data: Set, chosen: Sequence[int], rng: random.Random, *, fast: bool
) -> torch.Tensor:
    """Mean loss of the groups ``chosen``."""
    picked = [(group, pages_of(data, group, rng)) for group in chosen]
    numbers = [data.edges[group] + number for group, pages in picked for number in pages]
    read = iter(zip(numbers, forward(judge, data.states, numbers, DROP, fast=fast), strict=True))
    total = torch.zeros(())
    for group, pages in picked:
        scores: list[torch.Tensor] = []
        labels: list[int] = []
        for number in pages:
            page = data.groups[group].pages[number]
            at, (values, spans) = next(read)
            scores.append(values)
            labels += page.labels
            for place, answer in enumerate(page.answers):
                if answer is not None:
                    lost = span_loss(spans, data.states.readings[at], place, answer)
                    total = total + SPAN * lost if lost is not None else total
        total = total + listwise(torch.cat(scores), labels)
    return total / len(chosen)


def judge_all(judge: Judge, data: Set, plan: Plan) -> list[NDArray[np.float32]]:
    """Scores of every group's sentences, page after page; workers share the groups."""
    found: dict[int, NDArray[np.float32]] = {}
    edges = list(pairwise(data.edges))
    with torch.inference_mode():
        for group in range(plan.rank, len(edges), plan.workers):
            read = forward(judge, data.states, range(*edges[group]), 0.0, fast=plan.fast)
            found[group] = torch.cat([scores for scores, _ in read]).numpy()
    if plan.workers > 1:
        gathered: list[dict[int, NDArray[np.float32]]] = [{}] * plan.workers
        distributed.all_gather_object(gathered, found)
        found = {group: scores for part in gathered for group, scores in part.items()}
    return [found[group] for group in range(len(edges))]


class Trainer:
    """The model, its running average, and everything a checkpoint must hold."""

    def __init__(self, judge: Judge, data: Set, check: Set, plan: Plan) -> None:
        self.judge, self.data, self.check, self.plan = judge, data, check, plan
        self.mean = copy.deepcopy(judge)
        self.steps = math.ceil(max(len(epoch_of(data.groups, turn)) for turn in range(TURNS)) / GROUPS)
        heads = [p for name, p in judge.named_parameters() if not name.startswith("layers")]
        slow = [p for name, p in judge.named_parameters() if name.startswith("layers")]
        rates = [{"params": slow, "lr": plan.rate}, {"params": heads, "lr": plan.rate * 4}]
        self.optimiser = torch.optim.AdamW(rates, weight_decay=DECAY)
        total = self.steps * plan.epochs
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, lambda step: rate(step, total))
        self.step, self.best, self.log = 0, -1.0, list[float]()
        self.file = plan.out / f"checkpoint-{plan.name}.pt"

    def run(self) -> None:
        """All epochs, from the last checkpoint where there is one."""
        if self.file.is_file():
            self._restore()
        saved = time.monotonic()
        while self.step < self.steps * self.plan.epochs:
            self._one()
            if self.step % 10 == 0 and self.plan.rank == 0:
                total = self.steps * self.plan.epochs
                say(f"{self.plan.name} step {self.step}/{total} loss {np.mean(self.log[-100:]):.4f}")
            ended = self.step % self.steps == 0
            if ended:
                self._measure()
            if self.plan.rank == 0 and (ended or time.monotonic() - saved > CHECKPOINT_SECONDS):
                self._save()
                saved = time.monotonic()

    def _one(self) -> None:
        plan = self.plan
        order = epoch_of(self.data.groups, self.step // self.steps)
        random.Random(plan.seed * 1000 + self.step // self.steps).shuffle(order)
        at = self.step % self.steps * GROUPS
        seed = (plan.seed * 100_000 + self.step) * 8 + plan.rank
        torch.manual_seed(seed)
        mine = order[at : at + GROUPS][plan.rank :: plan.workers] or order[:1]
        self.optimiser.zero_grad()
        loss = loss_of(self.judge, self.data, mine, random.Random(seed), fast=plan.fast)
        loss.backward()  # type: ignore[no-untyped-call]
        share_gradients(self.judge, plan.workers)
        torch.nn.utils.clip_grad_norm_(self.judge.parameters(), CLIP)
        self.optimiser.step()
        self.schedule.step()
        average(self.mean, self.judge, self.step)
        self.step += 1
        self.log.append(loss.item())

    def _measure(self) -> None:
        """Validation figures of the running average; the best so far is kept."""
        plan = self.plan
        scores = judge_all(self.mean, self.check, plan)
        if plan.rank:
            return
        figures = firsts(self.check.groups, scores)
        loss = round(float(np.mean(self.log[-self.steps :])), 4)
        say(json.dumps({"run": plan.name, "epoch": self.step // self.steps, "loss": loss} | figures))
        if figures["first"] + figures["auc"] > self.best:
            self.best = figures["first"] + figures["auc"]
            torch.save(self.mean.state_dict(), plan.out / f"best-{plan.name}.pt")
        torch.save(self.mean.state_dict(), plan.out / f"last-{plan.name}.pt")

    def _parts(self) -> dict[str, object]:
        return {
            "judge": self.judge,
            "mean": self.mean,
            "optimiser": self.optimiser,
            "schedule": self.schedule,
        }

    def _save(self) -> None:
        states: dict[str, object] = {"step": self.step, "best": self.best, "log": self.log}
        states |= {name: part.state_dict() for name, part in self._parts().items()}  # type: ignore[attr-defined]
        torch.save(states, self.file.with_suffix(".part"))
        self.file.with_suffix(".part").rename(self.file)

    def _restore(self) -> None:
        states = torch.load(self.file)
        self.step, self.best, self.log = states["step"], states["best"], states["log"]
        for name, part in self._parts().items():
            part.load_state_dict(states[name])  # type: ignore[attr-defined]
        say(f"{self.plan.name} goes on at step {self.step}")


def epoch_of(groups: Sequence[Group], epoch: int) -> list[int]:
    """The groups that an epoch reads: all asked questions, of the made ones every third by turns."""
    asked = [i for i, group in enumerate(groups) if not group.origin.startswith(TURN)]
    made = [i for i, group in enumerate(groups) if group.origin.startswith(TURN)]
    return [*asked, *made[epoch % TURNS :: TURNS]]


def share_gradients(judge: Judge, workers: int) -> None:
    """Every worker gets the mean of all workers' gradients."""
    if workers == 1:
        return
    found = [p.grad if p.grad is not None else torch.zeros_like(p) for p in judge.parameters()]
    flat = torch.cat([gradient.flatten() for gradient in found])
    distributed.all_reduce(flat)
    flat /= workers
    at = 0
    for parameter in judge.parameters():
        size = parameter.numel()
        parameter.grad = flat[at : at + size].view_as(parameter)
        at += size


def rate(step: int, total: int) -> float:
    """Share of the full learning rate: a linear rise, then half a cosine down to a twentieth."""
    warm = max(1, int(total * WARM))
    if step < warm:
        return (step + 1) / warm
    return 0.05 + 0.95 * (1 + math.cos(math.pi * (step - warm) / max(1, total - warm))) / 2


def average(mean: Judge, judge: Judge, step: int) -> None:
    """Exponential average of the weights; a young average forgets faster."""
    keep = min(AVERAGE, (step + 1) / (step + 10))
    with torch.no_grad():
        for old, new in zip(mean.parameters(), judge.parameters(), strict=True):
            old.lerp_(new, 1 - keep)
