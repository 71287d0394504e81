"""Questions with the sentence that answers each and what its lead must say, for the tests of leads.

A row is ``(question, sentence, holds, lacks)``: words of ``holds`` and ``lacks`` are parted by "; ".
No row has a trained model's span: what is tested are the rules alone. "-" in ``holds`` wants no lead.
The rows lie in ``lead_rows.jsonl``.
"""

import json
from pathlib import Path

Row = tuple[str, str, str, str]


def _rows() -> tuple[Row, ...]:
    lines = Path(__file__).with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    found = (json.loads(line) for line in lines)
    return tuple((row["question"], row["sentence"], row["holds"], row["lacks"]) for row in found)


ROWS = _rows()
