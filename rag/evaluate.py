"""Score answers against gold keys, sources and evidence: what `hoibao eval` prints.

An answerable question is *correct* when it is answered in at most 120 words and one variant of each
key list stands in the answer; *lead* when they stand in its first 30 words; *cited* when every gold
source is cited; *supported* when one to four citations of at most 160 words together, each word for
word in its source, hold every key; *trusted* when correct, cited and supported. *wrong* is answered
but not correct. An unanswerable question is *refused* when it is not answered.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import InputError

MOST_WORDS = 120
LEAD_WORDS = 30
MOST_CITATIONS = 4
MOST_QUOTED_WORDS = 160
SHARES = ("answered", "correct", "lead", "cited", "supported", "trusted")

_MARKS = re.compile(r"[*_`“”\"‘’']|\[\d+(?:\s*,\s*\d+)*\]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one answer did. The fields that do not apply to its kind are None."""

    id: str
    type: str
    mode: str
    answered: bool
    exact: bool
    correct: bool | None = None
    lead: bool | None = None
    cited: bool | None = None
    supported: bool | None = None
    refused: bool | None = None

    @property
    def trusted(self) -> bool | None:
        """None for an unanswerable question."""
        if self.correct is None:
            return None
        return bool(self.correct and self.cited and self.supported)

    @property
    def wrong(self) -> bool | None:
        """Answered, but not correctly; None for an unanswerable question."""
        return None if self.correct is None else self.answered and not self.correct


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages with one decimal; None where no question of the kind was asked."""

    total: dict[str, float | None]
    by_type: dict[str, dict[str, float | None]]
    by_mode: dict[str, dict[str, float | None]]
    verdicts: tuple[Verdict, ...]


def fold(text: str) -> str:
    """NFC, lower case, no quote, markdown or citation marks, single spaces."""
    return " ".join(_MARKS.sub("", unicodedata.normalize("NFC", text).lower()).split())


def holds(key: str, folded: str) -> bool:
    """Whether a key stands in a folded text; digits match whole (72 is in neither 172 nor 72,5)."""
    left = r"(?<!\d)(?<!\d[.,])" if key[:1].isdigit() else ""
    right = r"(?!\d)(?![.,]\d)" if key[-1:].isdigit() else ""
    return re.search(left + re.escape(fold(key)) + right, folded) is not None


def holds_all(keys: Sequence[Sequence[str]], folded: str) -> bool:
    """Whether one variant of every key list stands in a folded text."""
    return all(any(holds(variant, folded) for variant in variants) for variants in keys)


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file.

    Raises InputError ``path_missing`` or ``file_bad_line`` (with the line's number).
    """
    if not path.is_file():
        raise InputError("path_missing", path=str(path))
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError("file_bad_line", path=str(path), line=number, problem=error.msg) from error
        if not isinstance(row, dict):
            raise InputError("file_bad_line", path=str(path), line=number, problem="not an object")
        rows.append(row)
    return rows


def _source_reader(corpus: Path) -> Callable[[str], str]:
    """A function from source to its folded raw text ('' when there is no such file), each read once."""
    read: dict[str, str] = {}

    def text(source: str) -> str:
        if source not in read:
            path = corpus / source
            read[source] = fold(path.read_text(encoding="utf-8")) if path.is_file() else ""
        return read[source]

    return text


def judge(
    question: Mapping[str, Any], answer: Mapping[str, Any], source_text: Callable[[str], str]
) -> Verdict:
    """Judge one answer line; a missing field counts as empty."""
    text, answered = fold(answer.get("answer") or ""), bool(answer.get("answered"))
    citations = answer.get("citations") or []
    quotes = [(fold(c.get("quote") or ""), c.get("source", "")) for c in citations]
    exact = [quote for quote, source in quotes if quote and quote in source_text(source)]
    kind, mode = question["type"], str(answer.get("mode", ""))
    is_exact = len(exact) == len(citations)
    if kind == "unanswerable":
        return Verdict(question["id"], kind, mode, answered, is_exact, refused=not answered)
    keys, joined, words = question["answer_keys"], " ".join(exact), text.split()
    correct = answered and len(words) <= MOST_WORDS and holds_all(keys, text)
    brief = 0 < len(citations) <= MOST_CITATIONS and len(joined.split()) <= MOST_QUOTED_WORDS
    return Verdict(
        question["id"],
        kind,
        mode,
        answered,
        is_exact,
        correct=correct,
        lead=correct and holds_all(keys, " ".join(words[:LEAD_WORDS])),
        cited=answered and set(question["sources"]) <= {source for _, source in quotes},
        supported=brief and is_exact and holds_all(keys, joined),
    )


def _share(verdicts: Sequence[Verdict], key: str) -> float | None:
    values = [bool(value) for v in verdicts if (value := getattr(v, key)) is not None]
    return round(100 * sum(values) / len(values), 1) if values else None


def _group(verdicts: Iterable[Verdict], key: str) -> dict[str, dict[str, float | None]]:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[getattr(verdict, key)].append(verdict)
    shown = ("correct", "lead", "cited", "trusted", "wrong", "refused")
    return {
        name: {"n": float(len(rows)), **{k: share for k in shown if (share := _share(rows, k)) is not None}}
        for name, rows in sorted(groups.items())
    }


def evaluate(
    questions: Sequence[Mapping[str, Any]], answers: Iterable[Mapping[str, Any]], corpus: Path
) -> Scores:
    """Score answer lines against question lines; sources are looked up under ``corpus``."""
    by_id = {answer.get("id"): answer for answer in answers}
    source_text = _source_reader(corpus)
    verdicts = tuple(judge(question, by_id.get(question["id"], {}), source_text) for question in questions)
    answerable = [v for v in verdicts if v.correct is not None]
    total = {key: _share(answerable, key) for key in SHARES}
    total["wrong"] = _share(answerable, "wrong")
    total["refused"] = _share([v for v in verdicts if v.refused is not None], "refused")
    total["exact_quotes"] = _share([v for v in verdicts if v.answered], "exact")
    return Scores(total, _group(verdicts, "type"), _group(verdicts, "mode"), verdicts)
