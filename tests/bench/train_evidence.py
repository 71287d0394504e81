"""Train the evidence model on two CPU cores; resumable, seeded, with a log a person can follow.

    python -m tests.bench.train_evidence [--data ../shared/train] [--seed 1] [--epochs 4] [--share 1.0]
        [--asked | --written 1 [2] [--texts 1] --start EARLIER.pt ...]

Everything it makes lies in ``--out`` (git-ignored): vectors and states of the frozen layers, a
checkpoint every ten minutes, ``best-SEED.pt`` and a log of one JSON line an epoch. The weights that
ship are written from there by ``tests.bench.export_evidence``.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import distributed
from torch.multiprocessing.spawn import spawn

from index import e5
from index.embedder import E5Embedder, load_embedder
from index.encoder import CUT, Judge
from rag.evidence_reading import Reading, readings
from tests.bench import evidence_groups
from tests.bench.evidence_data import (
    Group,
    Item,
    Lookalikes,
    News,
    Part,
    parts,
    read_items,
    read_news,
)
from tests.bench.evidence_states import States
from tests.bench.evidence_texts import read_texts
from tests.bench.evidence_trainer import Plan, Set, Trainer, say
from tests.bench.evidence_written import read_written

START = 1
"""Seed of the heads' first weights."""


@dataclass(frozen=True, slots=True)
class Data:
    """The items, the articles, and the vectors that rank candidates."""

    items: tuple[Item, ...]
    news: Mapping[str, News]
    part: Mapping[str, Part]
    alike: Lookalikes
    vectors: Mapping[str, NDArray[np.float32]]

    def of(self, part: Part) -> list[Item]:
        return [item for item in self.items if self.part[item.article] == part]


def load_data(folder: Path, embedder: E5Embedder, out: Path, *, fast: bool) -> Data:
    """The asked questions and their articles."""
    items = read_items(folder)
    return _embedded(items, read_news(folder, (item.article for item in items)), embedder, out, "", fast)


def load_texts(batch: int, embedder: E5Embedder, out: Path, *, fast: bool) -> Data:
    """A batch of our own articles and the questions about them."""
    news, items = read_texts([batch])
    return _embedded(items, news, embedder, out, f"texts-{batch}-", fast)


def _embedded(
    items: Sequence[Item], news: Mapping[str, News], embedder: E5Embedder, out: Path, name: str, fast: bool
) -> Data:
    """All sentences (title in front) and questions embedded, once: the files of ``name`` in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    texts = [f"{one.title}\n{one.sentence(i)}" for one in news.values() for i in range(len(one.spans))]
    with torch.autocast("cpu", torch.bfloat16, enabled=fast):
        sentences = _kept(out / f"{name}sentences.npy", lambda: embedder.embed_passages(texts))
        vectors = _asked(items, embedder, out / f"{name}questions.npy")
    return Data(tuple(items), news, parts(news), Lookalikes(news, sentences), vectors)


def _asked(items: Sequence[Item], embedder: E5Embedder, file: Path) -> dict[str, NDArray[np.float32]]:
    rows = _kept(file, lambda: np.stack([embedder.embed_query(item.question) for item in items]))
    return {item.id: vector for item, vector in zip(items, rows, strict=True)}


def _kept(file: Path, make: Callable[[], NDArray[np.float32]]) -> NDArray[np.float32]:
    if not file.is_file():
        np.save(file, make())
    values: NDArray[np.float32] = np.load(file)
    return values


def prepare(groups: Sequence[Group], embedder: E5Embedder, file: Path, *, fast: bool) -> Set:
    """Readings of all groups, with their states kept in ``file``."""
    made: list[Reading] = []
    edges = [0]
    for group in groups:
        made += readings(embedder.tokenizer, group.question, [one.excerpt for one in group.pages])
        edges.append(len(made))
    return Set(groups, States(embedder.encoder, made, file, fast=fast), edges)


def start_judge(embedder: E5Embedder, earlier: Sequence[Path] = ()) -> Judge:
    """Upper layers begin as the encoder's own, the heads at random: alike for all seeds, so that the
    weights of runs that differ in order and dropout can be averaged. Or as the mean of ``earlier`` runs."""
    torch.manual_seed(START)
    judge = Judge(e5.SIZES, e5.EPSILON)
    if earlier:
        judge.load_state_dict(mean_of(earlier))
        return judge
    for i, layer in enumerate(judge.layers):
        layer.load_state_dict(embedder.encoder.layers[CUT + i].state_dict())
    return judge


def mean_of(files: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of trained weights; they must come from one start."""
    states = [torch.load(file) for file in files]
    return {name: torch.stack([one[name] for one in states]).mean(0) for name in states[0]}


def train_groups(data: Data, embedder: E5Embedder, out: Path, given: argparse.Namespace) -> list[Group]:
    """The asked questions with their variants; then, as ``given``, those written or made by rule.

    Of several written batches only the last is read whole: earlier runs have read what came before.
    """
    asked = data.of("train")
    groups = evidence_groups.training(asked, data.news, data.alike, data.vectors)
    if given.asked:
        return groups
    batches = [written_groups(data, embedder, out, batch) for batch in given.written]
    for batch in given.texts:
        own = load_texts(batch, embedder, out, fast=not given.exact)
        batches.append(_batch(own.of("train"), own, own.vectors))
    if given.news:
        number = len(given.written)
        whole = [one for part in [groups, *batches[:number]] for one in part]
        return [*whole, *(by_turns(one) for part in batches[number:] for one in part)]
    if batches:
        *earlier, last = batches
        known = [one for part in [groups, *earlier] for one in part]
        return [*(map(by_turns, known) if earlier else known), *last]
    items = evidence_groups.invented(data.news, sorted({item.article for item in asked}))
    vectors = dict(data.vectors) | _asked(items, embedder, out / "made.npy")
    return groups + evidence_groups.by_turns(items, asked, data.news, data.alike, vectors)


def written_groups(data: Data, embedder: E5Embedder, out: Path, batch: int) -> list[Group]:
    """A batch of the written questions about the training articles."""
    items = [item for item in read_written(data.news, [batch]) if data.part[item.article] == "train"]
    return _batch(items, data, _asked(items, embedder, out / f"written-{batch}-train.npy"))


def _batch(items: Sequence[Item], data: Data, vectors: Mapping[str, NDArray[np.float32]]) -> list[Group]:
    """Questions with their variants, which an epoch reads by turns."""
    groups = evidence_groups.training(items, data.news, data.alike, vectors)
    return [one if one.origin == "plain" else by_turns(one) for one in groups]


def by_turns(group: Group) -> Group:
    """The group as one that an epoch reads one time in three."""
    known = group.origin.startswith(evidence_groups.TURN)
    return group if known else replace(group, origin=f"{evidence_groups.TURN} {group.origin}")


def subset(groups: list[Group], share: float) -> list[Group]:
    """The groups of the first ``share`` of the articles (for the learning curve)."""
    paths = sorted({group.pages[0].source for group in groups})
    few = set(paths[: round(len(paths) * share)])
    return [group for group in groups if group.pages[0].source in few]


def kind_of(given: argparse.Namespace) -> str:
    """What a run reads, as its files are called: asked, made, written12, written12texts1."""
    if given.asked:
        return "asked"
    parts = [("written", given.written), ("texts", given.texts)]
    read = "".join("".join([name, *map(str, batches)]) for name, batches in parts if batches) or "made"
    return f"{read}news" if given.news else read


def work(rank: int, args: argparse.Namespace) -> None:
    """One worker: prepare (the first alone, the others then find its files) and train."""
    torch.set_num_threads(args.threads)
    if args.workers > 1:
        address = f"file://{(args.out / 'workers').resolve()}"
        distributed.init_process_group("gloo", init_method=address, rank=rank, world_size=args.workers)
        if rank:
            distributed.barrier()
    kind = kind_of(args)
    name = f"{kind}-{args.seed}-{args.share:g}-{args.rate:g}-{args.epochs}"
    fast = not args.exact
    plan = Plan(args.out, name, args.seed, args.epochs, args.rate, fast, rank, args.workers)
    embedder = load_embedder(args.out)
    assert isinstance(embedder, E5Embedder)
    data = load_data(args.data, embedder, args.out, fast=fast)
    made = subset(train_groups(data, embedder, args.out, args), args.share)
    check = [evidence_groups.whole_article(item, data.news) for item in data.of("validation")]
    learned = prepare(
        made, embedder, args.out / f"train-{'' if args.asked else f'{kind}-'}{args.share:g}.f16", fast=fast
    )
    checked = prepare(check, embedder, args.out / "validation.f16", fast=fast)
    if rank == 0:  # the files exist: let the others map them
        say(f"{len(made)} groups, {sum(len(group.pages) for group in made)} pages: {args}")
        if args.workers > 1:
            distributed.barrier()
    Trainer(start_judge(embedder, args.start), learned, checked, plan).run()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"))
    parser.add_argument("--out", type=Path, default=Path("build/evidence"))
    parser.add_argument("--seed", type=int, default=1, help="of order and dropout")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--share", type=float, default=1.0, help="of the training articles")
    parser.add_argument("--asked", action="store_true", help="no questions made by rule")
    parser.add_argument(
        "--written",
        type=int,
        nargs="*",
        default=[],
        help="batches of written questions; all but the last by turns",
    )
    parser.add_argument("--texts", type=int, nargs="*", default=[], help="batches of our own articles")
    parser.add_argument(
        "--news",
        action="store_true",
        help="all questions about news whole, those of our own articles by turns",
    )
    parser.add_argument("--start", type=Path, nargs="*", default=[], help="weights whose mean is trained on")
    parser.add_argument("--workers", type=int, default=2, help="processes that share each step")
    parser.add_argument("--threads", type=int, default=1, help="of each worker")
    parser.add_argument("--exact", action="store_true", help="float32 throughout (no bfloat16)")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "workers").unlink(missing_ok=True)
    if args.workers == 1:
        work(0, args)
    else:
        spawn(work, (args,), nprocs=args.workers)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
