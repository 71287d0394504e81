"""The int8 graphs give the float32 model's vectors and judgements, nearly, and always the same ones."""

from pathlib import Path

import numpy as np
import pytest

from index import e5, encoder, int8
from index.embedder import E5Embedder, load_embedder, token_rows

TEXTS = [
    "Huyện Lâm Khê thu ngân sách 221,3 tỷ đồng sau quyết toán.",
    "Cầu Bến Sậy 2 dài 1.264 m.",
    "Đặc khu Hòn Vân có 5 người chết vì bão số 9, không còn ai mất tích sau năm ngày tìm kiếm.",
    "Chè shan.",
]


@pytest.fixture(scope="module")
def embedder(e5_home: Path) -> int8.Int8Embedder:
    found = load_embedder(e5_home, backend="onnx-int8")
    assert isinstance(found, int8.Int8Embedder)
    return found


def test_the_vectors_are_those_of_the_same_model(embedder: int8.Int8Embedder, e5_home: Path) -> None:
    exact = load_embedder(e5_home)
    ours = embedder.embed_passages(TEXTS)
    assert ours.dtype == np.float32
    assert np.allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)
    assert np.sum(ours * exact.embed_passages(TEXTS), axis=1).min() > 0.985
    assert embedder.embed_query("cầu dài mấy mét") @ exact.embed_query("cầu dài mấy mét") > 0.985


def test_neighbours_change_nothing(embedder: int8.Int8Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    np.testing.assert_array_equal(together, alone)


def test_it_is_another_model_for_the_catalog(embedder: int8.Int8Embedder, e5_home: Path) -> None:
    assert embedder.info.backend == "onnx-int8"
    assert embedder.info != load_embedder(e5_home).info


def test_no_texts_no_work(embedder: int8.Int8Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)


def test_the_graphs_are_built_once_and_nothing_else_stays(embedder: int8.Int8Embedder) -> None:
    files = sorted(embedder.folder.glob("*.onnx*"))
    made = {path: path.stat().st_mtime_ns for path in files}
    int8.build(embedder.folder)
    assert {path: path.stat().st_mtime_ns for path in sorted(embedder.folder.glob("*.onnx*"))} == made
    assert {path.suffix for path in files} == {".onnx"}
    assert sum(path.stat().st_size for path in files if "judge" not in path.name) < 30_000_000


def test_the_evidence_model_reads_as_it_does_in_float32(embedder: int8.Int8Embedder, e5_home: Path) -> None:
    import torch

    exact = load_embedder(e5_home)
    assert isinstance(exact, E5Embedder)
    torch.manual_seed(1)
    judge = encoder.Judge(e5.SIZES, e5.EPSILON)
    for i, layer in enumerate(judge.layers):
        layer.load_state_dict(exact.encoder.layers[encoder.CUT + i].state_dict())
    weights = {name: value.numpy() for name, value in judge.state_dict().items()}
    rows = token_rows(embedder.tokenizer, TEXTS)
    ranges = [[(1, 5), (5, len(row) - 1)] for row in rows]
    ours, theirs = embedder.reader(weights)(rows, ranges), exact.reader(weights)(rows, ranges)
    for (scores, spans), (wanted, logits) in zip(ours, theirs, strict=True):
        assert scores.shape == wanted.shape == (2,)
        assert spans.shape == logits.shape
        np.testing.assert_allclose(scores, wanted, atol=0.1)
        assert np.corrcoef(spans.ravel(), logits.ravel())[0, 1] > 0.97


def test_weights_that_changed_replace_the_old_graph(embedder: int8.Int8Embedder) -> None:
    import torch

    torch.manual_seed(2)
    one = {k: v.numpy() for k, v in encoder.Judge(e5.SIZES, e5.EPSILON).state_dict().items()}
    path = int8.build_judge(embedder.folder, one)
    assert int8.build_judge(embedder.folder, one) == path
    other = int8.build_judge(embedder.folder, one | {"score.bias": one["score.bias"] + 1})
    assert other != path
    assert not path.exists()
