"""The parts that are exported compute what the whole encoder and the evidence model compute."""

from pathlib import Path

import torch

from index import e5
from index.encoder import CUT, Judge, load, pad, shares
from index.graphs import JudgeHead, Trunk, VectorHead, no_mask

ROW = [0, 60, 70, 80, 90, 2]


def test_trunk_and_vector_head_make_the_encoder(e5_home: Path) -> None:
    encoder = load(e5.unpack(e5_home), e5.SIZES, e5.EPSILON)
    ids, mask = pad([ROW])
    vector = VectorHead(encoder)(Trunk(encoder)(encoder.embed(ids)))
    torch.testing.assert_close(vector, encoder(ids, mask))


def test_judge_head_is_the_judge(e5_home: Path) -> None:
    torch.manual_seed(1)
    judge = Judge(e5.SIZES, e5.EPSILON)
    encoder = load(e5.unpack(e5_home), e5.SIZES, e5.EPSILON)
    ids, mask = pad([ROW])
    states = encoder.run(encoder.embed(ids), mask, 0, CUT)
    share = shares([[(1, 3), (3, 5)]], len(ROW))
    scores, spans = JudgeHead(judge)(states, share)
    wanted = judge(states, no_mask(), share)
    torch.testing.assert_close((scores, spans), wanted)
    assert scores.shape == (1, 2)
    assert spans.shape == (1, len(ROW), 2)
