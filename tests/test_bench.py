"""The benchmark's own parts: what it grows, what it counts, what it says."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.embedder import FakeEmbedder
from index.ingest import index_paths
from index.store import open_store
from tests.bench import bars, corpus, measure, report, scale
from tests.conftest import ROOT, SAMPLES


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> scale.Pool:
    home = tmp_path_factory.mktemp("pool")
    index_paths(home, [SAMPLES / "thi-xa"], FakeEmbedder())
    return scale.pool(home)


def test_a_pool_knows_each_sentence_by_its_passage(pool: scale.Pool) -> None:
    assert len(pool.articles) == len(pool.titles) == 4
    assert all(sentence in pool.rows for article in pool.articles for sentence in article)
    assert all(np.isclose(np.linalg.norm(row), 1, atol=1e-2) for row in pool.rows.values())


def test_recall_is_near_what_it_recalls_and_the_same_each_time(pool: scale.Pool) -> None:
    recall = scale.Recall(pool)
    sentence, row = next(iter(pool.rows.items()))
    first, again = recall.embed_passages([sentence, sentence])
    assert np.array_equal(first, again)
    assert 0.9 < float(first @ row) < 0.9999
    assert recall.embed_passages([]).shape == (0, 384)


def test_a_grown_index_has_about_the_passages_asked_for(pool: scale.Pool, tmp_path: Path) -> None:
    count = scale.write_articles(tmp_path / "articles", 60, pool)
    again = scale.write_articles(tmp_path / "again", 60, pool)
    assert count == again == 10
    texts = [
        sorted(path.read_text(encoding="utf-8") for path in (tmp_path / name).rglob("*.txt"))
        for name in ("articles", "again")
    ]
    assert texts[0] == texts[1]
    report = index_paths(tmp_path / "home", [tmp_path / "articles"], scale.Recall(pool))
    assert report.added == 10
    assert 40 <= report.embedded <= 90
    store = open_store(tmp_path / "home", pool.info)
    assert len(store.dense(FakeEmbedder().embed_query("cầu Bến Sậy 2"), 5)) == 5
    store.close()


def test_without_real_articles_the_samples_are_recombined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "SHARED", tmp_path / "nowhere")
    folder = corpus.folder(tmp_path, 12)
    files = sorted(folder.glob("*.txt"))
    assert len(files) == 12
    assert len({path.read_text(encoding="utf-8") for path in files}) == 12
    rows = corpus.questions(10)
    assert len({row["id"] for row in rows}) == 10
    assert not any(row["history"] for row in rows)


def test_the_encoders_work_grows_with_weights_and_with_attention() -> None:
    one, two = measure.encoder_gflop([100]), measure.encoder_gflop([200])
    assert 2 * one < two < 2.2 * one
    assert measure.encoder_gflop([100, 100]) == pytest.approx(2 * one)
    assert one == pytest.approx(4.43, abs=0.01)  # 12 x (2 x 1,769,472 x 100 + 4 x 100 x 100 x 384)


def test_percentiles_are_milliseconds() -> None:
    assert measure.percentiles([0.001 * n for n in range(1, 102)]) == {"p50_ms": 51.0, "p95_ms": 96.0}


def test_a_steps_peak_is_its_own_and_not_its_parents() -> None:
    ballast = np.ones(40_000_000)
    code = "from tests.bench.measure import peak_mib; print(peak_mib())"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert measure.peak_mib() > ballast.nbytes / 2**20
    assert 5 < float(run.stdout) < 200


def found() -> dict[str, Any]:
    """What a run might find: the textbook takes twice the time to index, ten times to answer."""
    index = {
        "articles": 10,
        "passages": 70,
        "seconds": 5.0,
        "cpu_s": 9.0,
        "embed_cpu_s": 7.0,
        "gflops": 30.0,
        "peak_mib": 500.0,
    }
    stages = {"search": {"p50_ms": 20.0, "p95_ms": 30.0}, "total": {"p50_ms": 100.0, "p95_ms": 200.0}}
    told = {"search": {"p50_ms": 40.0, "p95_ms": 60.0}, "total": {"p50_ms": 1000.0, "p95_ms": 2000.0}}
    names = ("search", "dense", "words", "embed", "plain", "whole")
    parts = {part: {"p50_ms": 9.0, "p95_ms": 19.0, "cpu_ms": 8.0} for part in names}
    ours = {
        f"{step}-{backend}": row
        for backend in bars.LABELS
        for step, row in (
            ("index", {**index, "disk_mib": 3.0}),
            ("ask", {"stages": stages, "resident_mib": 700.0, "cpu_s_a_question": 0.2}),
            ("change", {"seconds": 0.4}),
        )
    }
    return {
        **ours,
        "articles": 10,
        "real": False,
        "when": "2026-01-01 08:00",
        "machine": {"cores": 2, "memory_gib": 8.0, "matmul_gflops": 60.0, "load": 0.1},
        "arrival": {"words_s": 0.7, "whole_s": 15.0},
        "start": {"status_s": 0.4, "ask_s": 4.0},
        "textbook-index": {**index, "seconds": 10.0, "disk_mib": 4.0},
        "textbook-ask": {"stages": told, "resident_mib": 1500.0, "cpu_s_a_question": 1.9},
        "grow-60": {"passages": 60, "seconds": 2.0, "peak_mib": 400.0, "disk_mib": 2.0},
        "search-60": {
            "stages": parts,
            "open_s": 0.5,
            "add_one_s": 0.6,
            "add_one_most_s": 0.9,
            "resident_mib": 600.0,
        },
    }


def test_the_table_says_the_ratios() -> None:
    text = report.table(found())
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "hoibao int8: indexing speed by the textbook's 2 >= 1.5 yes" in lines
    assert "hoibao int8: time to an answer by the textbook's 0.1 <= 0.25 yes" in lines
    assert "hoibao float32: one changed article indexed (s) 0.4 <= 2 yes" in lines
    assert "60 passages: memory while searching (MiB) 600 <= 1536 yes" in lines
    assert "a new article found by words, after it is read (s) 0.7 <= 1 yes" in lines
    slow = found()
    slow["search-60"]["open_s"] = 3.5
    assert ("60 passages: opened, with a first search (s)", "3.5", "<= 3", "NO") in bars.bars(slow)
    assert "50%" in text
    assert "articles recombined from the samples" in text


def test_the_page_shows_its_plots_and_runs_no_script(tmp_path: Path) -> None:
    page = report.write(found(), tmp_path, "quick")
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    for name in ("quick-textbook.png", "quick-size.png"):
        assert name in text
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")
