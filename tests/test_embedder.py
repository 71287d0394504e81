"""Embedders keep order and length one, whatever the batch; the fake is readable."""

from pathlib import Path

import numpy as np
import pytest

from index import e5
from index.embedder import FakeEmbedder, SentenceTransformerEmbedder, by_length, load_embedder
from index.errors import StoreError
from index.types import Embedder

TEXTS = [f"Thôn {i} có {i * 7} hộ dân" + ", nhà nào cũng trồng vải" * (i % 5) for i in range(40)]


@pytest.fixture(scope="module")
def embedder(e5_home: Path) -> Embedder:
    return load_embedder(e5_home)


def test_a_text_alone_and_in_a_batch_are_the_same(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS[::7]])
    assert together.shape == (len(TEXTS), embedder.info.dimension)
    assert together.dtype == np.float32
    np.testing.assert_allclose(together[::7], alone, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_no_texts_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.info.dimension)


def test_both_forms_of_unicode_give_one_vector(embedder: Embedder) -> None:
    import unicodedata

    composed = "Huyện uỷ họp phiên cuối năm"
    decomposed = unicodedata.normalize("NFD", composed)
    np.testing.assert_array_equal(embedder.embed_query(composed), embedder.embed_query(decomposed))


def test_a_text_longer_than_the_model_is_cut_not_refused(embedder: Embedder) -> None:
    assert embedder.embed_passages(["một hai ba bốn " * 400]).shape == (1, embedder.info.dimension)


def test_meaning_is_nearer_than_other_meaning(embedder: Embedder) -> None:
    passages = embedder.embed_passages(["Giá lúa tăng mạnh trong vụ hè thu", "Đội bóng thắng trận chung kết"])
    scores = passages @ embedder.embed_query("thóc lên giá bao nhiêu?")
    assert scores[0] > scores[1]


def test_any_sentence_transformers_folder_serves(e5_home: Path, embedder: Embedder) -> None:
    other = load_embedder(e5_home, model=str(e5.unpack(e5_home)))
    assert isinstance(other, SentenceTransformerEmbedder)
    assert (other.info.query_prefix, other.info.passage_prefix) == (e5.QUERY_PREFIX, e5.PASSAGE_PREFIX)
    np.testing.assert_allclose(other.embed_passages(TEXTS[:3]), embedder.embed_passages(TEXTS[:3]), atol=1e-5)
    np.testing.assert_allclose(other.embed_query(TEXTS[0]), embedder.embed_query(TEXTS[0]), atol=1e-5)


def test_a_model_that_is_not_there_is_explained(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(StoreError) as caught:
        load_embedder(tmp_path, model=str(tmp_path))
    assert caught.value.code == "model_missing"
    assert repr(str(tmp_path)) in str(caught.value)


def test_batches_are_of_like_length() -> None:
    assert by_length([1, 9, 5, 7, 3], 2) == [[1, 3], [2, 4], [0]]


def test_fake_cosine_is_the_share_of_common_syllables() -> None:
    fake = FakeEmbedder()
    vectors = fake.embed_passages(["giá lúa tăng", "giá lúa giảm", "đội bóng thắng"])
    assert vectors @ fake.embed_query("giá lúa tăng") == pytest.approx([1, 2 / 3, 0])
    assert fake.embed_passages([]).shape == (0, fake.info.dimension)
    assert np.linalg.norm(fake.embed_query("?!")) == 1
