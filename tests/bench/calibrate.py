"""Fit the weights of the answering rules; what it prints is how well they do on held-out articles.

    python -m tests.bench.calibrate --data ../shared/train --home HOME

HOME is an index of ``DATA/articles``. The choice of passages is fitted on the training articles, the
probability of an answer on the 88 articles that the model was not trained on: answerable questions,
the same with their article hidden or asked of something else, and unanswerable ones, asked and written
ones alike (``tests.bench.evidence_written``); beside them questions of our own articles that it was not
trained on (``tests.bench.evidence_texts``), which are no news. It writes ``rag/weights/calibration.json``.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from index.embedder import load_embedder
from index.store import Store, open_store
from index.text import nfc
from index.types import Embedder, Hit
from rag import candidates, evidence
from rag.agreement import agreement
from rag.calibration import calibration, sigmoid, weighed
from rag.evidence_model import load_scorer
from rag.rerank import settled
from rag.search import hybrid
from rag.types import EvidenceScorer, Filters, Query, Sentence
from tests.bench import evidence_variants as variants
from tests.bench.evidence_data import Item, find_answer, parts, plain, read_items, read_news
from tests.bench.evidence_texts import indexed, read_texts, text_parts
from tests.bench.evidence_written import is_written, read_written

FILE = Path(__file__).parents[2] / "rag" / "weights" / "calibration.json"
REFUSED = 5 / 6
"""Share of the asked questions that nothing answers which the floor must refuse; hidden, altered and
unanswerable ones weigh alike, each fifth of the articles judged by weights of the other four."""
FOLDS = 5
ORIGINS = {"tr-": "asked", "wr-": "written", "tx-": "own texts"}
"""How ids begin, by where a question comes from."""
KINDS = ("answerable", "hidden", "altered", "unanswerable")
SAMPLE = 500
"""Training questions that the choice of passages is fitted on."""
WRITTEN = 400
"""Written questions beside the asked ones, about as many: all of them would outweigh what people ask."""
TEXTS = 200
"""Questions of our own articles: enough to be seen, few enough that news decides."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its candidates' features and which of them answer (none when nothing does)."""

    item: Item
    kind: str
    rows: NDArray[np.float64]
    right: NDArray[np.bool_]
    articles: tuple[str, ...]


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def hits_of(
    store: Store, embedder: Embedder, question: str, scorer: EvidenceScorer, without: str = ""
) -> list[Hit]:
    """The first 8 hits, or those from other articles than ``without``; close calls are settled."""
    found = hybrid(store, embedder, Query(question, question), 24 if without else 8, Filters())
    return settled(question, [hit for hit in found if hit.article.source != without][:8], scorer)


def answers(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence of the item's article is its evidence or holds its answer."""
    if not item.evidence or sentence.hit.article.source != item.article:
        return False
    text, proof = plain(nfc(sentence.text)), plain(item.evidence)
    if find_answer(item.answer, sentence.text) is not None:
        return True
    return (text in proof or proof in text) and len(item.answer.split()) > 8


def fit_shortlist(
    store: Store, embedder: Embedder, scorer: EvidenceScorer, items: Sequence[Item]
) -> dict[str, float]:
    """Weights that rank sentences so that their passages come early."""
    rows, right = [], []
    for item in items:
        hits = candidates.widen(store, hits_of(store, embedder, item.question, scorer))
        everything = candidates.sentences_of(hits)
        rows += candidates.features(item.question, everything)
        right += [answers(item, sentence) for sentence in everything]
    model = LogisticRegression(max_iter=5000).fit(np.array(rows), np.array(right))
    return dict(zip(candidates.FEATURES, model.coef_[0].round(4).tolist(), strict=True))


def cases(
    store: Store,
    embedder: Embedder,
    scorer: EvidenceScorer,
    items: Iterable[Item],
    altered: Callable[[Item], str | None],
) -> list[Case]:
    """Each item as it is; an answerable one again with its article hidden, and asked of something else."""
    made = []
    for item in items:
        asked = {"answerable": item.question, "hidden": item.question} if item.evidence else {}
        if not item.evidence:
            asked["unanswerable"] = item.question
        elif other := altered(item):
            asked["altered"] = other
        for kind, question in asked.items():
            hits = hits_of(store, embedder, question, scorer, item.article if kind == "hidden" else "")
            found = candidates.shortlist(question, candidates.widen(store, hits))
            judged = scorer(question, found)
            agreements = [agreement(question, sentence) for sentence in found]
            rows = np.array(evidence.features(question, found, judged, agreements))
            right = np.array([kind == "answerable" and answers(item, s) for s in found])
            made.append(Case(item, kind, rows, right, tuple(s.hit.article.id for s in found)))
    return made


def text_cases(home: Path, embedder: Embedder, scorer: EvidenceScorer) -> list[Case]:
    """Cases of our own articles, searched among themselves: an index of them is made in ``home``/texts."""
    news, items = read_texts()
    part = text_parts(news)
    store = open_store(indexed(news, home / "texts", embedder), embedder.info)
    unseen = [item for item in items if part[item.article] != "train"]
    some = random.Random(7).sample(unseen, min(TEXTS, len(unseen)))
    return cases(store, embedder, scorer, some, variants.near_misses(items, news))


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of the answering rules, as ``rag.calibration`` names them."""

    answer: dict[str, float]
    bias: float
    sure: dict[str, float]
    sure_bias: float

    def best(self, case: Case) -> tuple[int, tuple[float, ...]]:
        """The place of the likeliest candidate of a case, and the features of its certainty."""
        odds = case.rows @ np.array([self.answer[name] for name in evidence.FEATURES]) + self.bias
        return evidence.sure_features(case.rows.tolist(), odds.tolist(), case.articles)


def fit_answer(known: Sequence[Case]) -> Fitted:
    """Rank weights over all candidates, then those that make the best one's chance true."""
    answer, bias = _fit_rank(known)
    ranked = Fitted(answer, bias, {}, 0.0)
    best = [(case, *ranked.best(case)) for case in known]
    features = np.array([seen for _, _, seen in best])
    scale = features.std(axis=0)
    model = LogisticRegression(max_iter=5000).fit(features / scale, [case.right[at] for case, at, _ in best])
    sure = dict(zip(evidence.SURE, (model.coef_[0] / scale).round(4).tolist(), strict=True))
    return Fitted(answer, bias, sure, round(float(model.intercept_[0]), 4))


def _fit_rank(known: Sequence[Case]) -> tuple[dict[str, float], float]:
    """Weights of the candidates, with a slope and a shift that make them log odds of the best one."""
    rows = np.concatenate([case.rows for case in known])
    right = np.concatenate([case.right for case in known])
    ruled = evidence.FEATURES.index("accord")
    model = LogisticRegression(C=0.3, max_iter=5000).fit(np.delete(rows, ruled, axis=1), right)
    weights = np.insert(model.coef_[0], ruled, 1.0)  # a rule's log odds, as they are
    best = [
        (float((case.rows @ weights).max()), bool(case.right[(case.rows @ weights).argmax()]))
        for case in known
    ]
    scores, labels = np.array([[score] for score, _ in best]), np.array([label for _, label in best])
    platt = LogisticRegression(C=10, max_iter=5000).fit(scores, labels)
    slope, shift = float(platt.coef_[0][0]), float(platt.intercept_[0])
    named = dict(zip(evidence.FEATURES, (slope * weights).round(4).tolist(), strict=True))
    return named, round(shift, 4)


def chances(known: Sequence[Case], fitted: Fitted) -> list[tuple[Case, float, bool]]:
    """For each case the best candidate's probability, and whether it answers."""
    found = []
    for case in known:
        place, seen = fitted.best(case)
        chance = sigmoid(weighed(fitted.sure, fitted.sure_bias, evidence.SURE, seen))
        found.append((case, chance, bool(case.right[place])))
    return found


def across(known: Sequence[Case]) -> list[tuple[Case, float, bool]]:
    """Each article's cases judged by weights that were fitted on other articles."""
    articles = sorted({case.item.article for case in known})
    fold = {article: place % FOLDS for place, article in enumerate(articles)}
    found = []
    for number in range(FOLDS):
        rest = [case for case in known if fold[case.item.article] != number]
        found += chances([case for case in known if fold[case.item.article] == number], fit_answer(rest))
    return found


def floor_of(found: Sequence[tuple[Case, float, bool]]) -> float:
    """The least floor, in steps of .005, that refuses ``REFUSED`` of the asked questions nothing answers."""
    asked = [(case.kind, chance) for case, chance, _ in found if ORIGINS[case.item.id[:3]] == "asked"]
    chances_of = [np.array([chance for kind, chance in asked if kind == one]) for one in KINDS[1:]]
    for step in range(200):
        floor = step / 200
        if np.mean([(some < floor).mean() for some in chances_of]) >= REFUSED:
            return floor
    return 1.0


def report(name: str, found: Sequence[tuple[Case, float, bool]], floor: float) -> None:
    """First-place rate, refusals and calibration, for each origin of questions."""
    for origin, word in ORIGINS.items():
        rows = [row for row in found if row[0].item.id[:3] == origin]
        if rows:
            _report(f"{name}, {word}", rows, floor)


def _report(name: str, found: Sequence[tuple[Case, float, bool]], floor: float) -> None:
    by_kind = {kind: [row for row in found if row[0].kind == kind] for kind in KINDS}
    first = np.mean([right for _, _, right in by_kind["answerable"]])
    answered = np.mean([chance >= floor for _, chance, _ in by_kind["answerable"]])
    refused = {kind: np.mean([chance < floor for _, chance, _ in by_kind[kind]]) for kind in KINDS[1:]}
    auc = roc_auc_score(
        [1] * len(by_kind["answerable"]) + [0] * len(by_kind["unanswerable"]),
        [chance for kind in ("answerable", "unanswerable") for _, chance, _ in by_kind[kind]],
    )
    sure = [right for _, chance, right in found if chance >= 0.9]
    say(
        f"{name}: right sentence first {first:.3f}, answered {answered:.3f}, refused "
        f"{', '.join(f'{kind} {share:.3f}' for kind, share in refused.items())}, AUC {auc:.3f}, "
        f"right where sure (>= .9) {np.mean(sure) if sure else 0:.3f} of {len(sure)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--keep-shortlist", action="store_true", help="fit the probability only")
    args = parser.parse_args()
    items = read_items(args.data)
    news = read_news(args.data, (item.article for item in items))
    items += read_written(news)
    part = parts(item.article for item in items)
    embedder = load_embedder(args.home, backend="onnx-int8")
    store = open_store(args.home, embedder.info)
    scorer = load_scorer(args.home, embedder)
    if scorer is None:
        raise SystemExit("no weights of the evidence model: run make train-evidence first")
    shortlist = dict(calibration().shortlist)
    if not args.keep_shortlist:
        pool = [item for item in items if part[item.article] == "train" and item.evidence]
        shortlist = fit_shortlist(store, embedder, scorer, random.Random(5).sample(pool, SAMPLE))
        say(f"shortlist {shortlist}")
        FILE.write_text(json.dumps({**json.loads(FILE.read_text()), "shortlist": shortlist}, indent=1) + "\n")
        calibration.cache_clear()
    altered = variants.near_misses(items, news)
    unseen = [item for item in items if part[item.article] != "train"]
    some = random.Random(7).sample([item for item in unseen if is_written(item)], WRITTEN)
    chosen = [item for item in unseen if not is_written(item)] + some
    known = cases(store, embedder, scorer, chosen, altered) + text_cases(args.home, embedder, scorer)
    fitted = fit_answer(known)
    folded = across(known)
    floor = floor_of(folded)
    say(f"{fitted} floor {floor}")
    report("fitted on all", chances(known, fitted), floor)
    report("each fifth by the other four", folded, floor)
    made = {"shortlist": shortlist, **asdict(fitted), "floor": floor}
    FILE.write_text(json.dumps(made, indent=1) + "\n")


if __name__ == "__main__":
    main()
