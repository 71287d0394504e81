import json
from collections import Counter
from pathlib import Path

from tests.bench import own


def test_every_kind_that_a_part_is_for_has_thirty_questions(tmp_path: Path) -> None:
    texts, asked = own.write(tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "questions.jsonl").read_text("utf-8").splitlines()]
    kinds = Counter(line["type"] for line in lines)
    assert len(lines) == asked
    assert len(list((tmp_path / "articles").iterdir())) == texts
    assert min(kinds[kind] for kind in ("place_new", "place_old", "date_year", "name", "abbreviation")) >= 30
    assert all((tmp_path / "articles" / source).is_file() for line in lines for source in line["sources"])
