from pathlib import Path

import numpy as np
import pytest

from index import int8
from index.embedder import load_embedder

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


def test_padding_changes_little(embedder: int8.Int8Embedder) -> None:
    """Activations are scaled by batch, so a text's vector moves a little with its neighbours."""
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    assert np.sum(together * alone, axis=1).min() > 0.99


def test_it_is_another_model_for_the_catalog(embedder: int8.Int8Embedder, e5_home: Path) -> None:
    assert embedder.info.backend == "onnx-int8"
    assert embedder.info != load_embedder(e5_home).info


def test_no_texts_no_work(embedder: int8.Int8Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)


def test_the_file_is_built_once_and_nothing_else_stays(embedder: int8.Int8Embedder) -> None:
    path = embedder.folder / int8.FILE
    made = path.stat().st_mtime_ns
    assert int8.build(embedder.folder) == path
    assert path.stat().st_mtime_ns == made
    assert path.stat().st_size < 30_000_000
    assert [found.name for found in embedder.folder.glob("layers-int8*")] == [int8.FILE]
