"""The plain torch encoder: padding, pooling and the two halves; its vectors are checked in test_e5."""

from pathlib import Path

import pytest
import torch

from index import e5
from index.encoder import CUT, Encoder, Judge, judge_of, load, pad, pool, read, shares

ROWS = [[0, 60, 70, 80, 2], [0, 61, 2]]
RANGES = [[(1, 3), (3, 4)], [(1, 2)]]


@pytest.fixture(scope="module")
def encoder(e5_home: Path) -> Encoder:
    return load(e5.unpack(e5_home), e5.SIZES, e5.EPSILON)


def test_padding_masks_what_is_not_text() -> None:
    ids, mask = pad(ROWS)
    assert ids.tolist() == [[0, 60, 70, 80, 2], [0, 61, 2, 1, 1]]
    assert (mask[:, 0, 0] == 0).tolist() == [[True] * 5, [True, True, True, False, False]]


def test_pooling_leaves_padding_out() -> None:
    _, mask = pad(ROWS)
    x = torch.zeros(2, 5, 4)
    x[0] = torch.tensor([3.0, 4.0, 0.0, 0.0])
    x[1, :3] = torch.tensor([0.0, 0.0, 0.0, 2.0])
    x[1, 3:] = 100
    assert pool(x, mask).tolist() == [pytest.approx([0.6, 0.8, 0, 0]), [0, 0, 0, 1]]


def test_shares_average_each_sentence() -> None:
    share = shares([*RANGES, []], 5)
    assert share.shape == (3, 2, 5)
    assert share[0].tolist() == [[0, 0.5, 0.5, 0, 0], [0, 0, 0, 1, 0]]
    assert share[1, 1].sum() == share[2].sum() == 0


def test_the_halves_make_the_whole(encoder: Encoder) -> None:
    ids, mask = pad(ROWS)
    lower = encoder.run(encoder.embed(ids), mask, 0, CUT)
    upper = encoder.run(lower, mask, CUT, len(encoder.layers))
    torch.testing.assert_close(pool(upper, mask), encoder(ids, mask))


def test_nothing_of_the_encoder_is_trained(encoder: Encoder) -> None:
    assert not any(parameter.requires_grad for parameter in encoder.parameters())
    assert not encoder.training


def test_a_row_is_read_alike_alone_and_beside_a_longer_one(encoder: Encoder) -> None:
    torch.manual_seed(1)
    weights = {k: v.numpy() for k, v in Judge(e5.SIZES, e5.EPSILON).state_dict().items()}
    judge = judge_of(weights)
    together = read(encoder, judge, ROWS, RANGES)
    for i, row in enumerate(ROWS):
        ((scores, spans),) = read(encoder, judge, [row], [RANGES[i]])
        assert scores.shape == (len(RANGES[i]),)
        assert spans.shape == (len(row), 2)
        torch.testing.assert_close(
            torch.from_numpy(scores), torch.from_numpy(together[i][0]), atol=1e-4, rtol=0
        )
        torch.testing.assert_close(
            torch.from_numpy(spans), torch.from_numpy(together[i][1]), atol=1e-4, rtol=0
        )


def test_dropout_works_in_training_only() -> None:
    torch.manual_seed(1)
    judge = Judge(e5.SIZES, e5.EPSILON)
    x, (_, mask) = torch.rand(2, 5, e5.SIZES.hidden), pad(ROWS)
    share = shares(RANGES, 5)
    torch.testing.assert_close(judge(x, mask, share)[0], judge(x, mask, share)[0])
    assert not torch.equal(judge(x, mask, share, 0.3)[0], judge(x, mask, share, 0.3)[0])
