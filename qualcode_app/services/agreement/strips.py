"""Where in each document each coder marked: the whole study at one look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from qualcode_app.agreement.data import Bools, Ints, SpanData
from qualcode_app.services.agreement.reliability import Reliability

STEPS = 1200  # places a strip is divided into; finer than a screen shows


@dataclass(frozen=True, slots=True)
class Lane:
    """What one coder marked in one document, as shares of its length."""

    coder: int
    name: str
    counts: bool  # whether the coder finished anything there
    pieces: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """One document from its beginning to its end."""

    document: int
    title: str
    lanes: tuple[Lane, ...]
    apart: tuple[tuple[float, float], ...]  # where not all who count marked the same
    share_apart: float  # of what anybody marked; 0 where nobody did


def strips(found: Reliability, code_uid: str = "") -> tuple[Strip, ...]:
    """Return a strip for every document that two coders judged.

    Args:
        found: The data.
        code_uid: Only this code; whatever the code without.
    """
    data = found.characters
    if code_uid:
        data = data.only(codes=[data.codes.index(code_uid)])
    counts: Bools = np.asarray(data.counted.any(axis=1))
    rows = []
    for document in np.flatnonzero(counts.sum(axis=0) >= 2).tolist():
        lines = _marked(data, document)
        judges = counts[:, document]
        marked = lines[judges]
        apart: Bools = np.asarray(marked.any(axis=0) & ~marked.all(axis=0))
        lanes = tuple(
            Lane(coder, name, bool(judges[coder]), _pieces(lines[coder]))
            for coder, name in enumerate(found.coder_names)
        )
        n_marked = int(marked.any(axis=0).sum())
        share = float(apart.sum()) / n_marked if n_marked else 0.0
        rows.append(Strip(document, found.document_titles[document], lanes, _pieces(apart), share))
    return tuple(rows)


def _marked(data: SpanData, document: int) -> Bools:
    """Return whether each coder marked anything of each step, shape (coders, STEPS)."""
    length = max(int(data.lengths[document]), 1)
    rows = np.flatnonzero(data.document == document)
    first = data.start[rows] * STEPS // length
    after = np.minimum(-(-data.end[rows] * STEPS // length), STEPS)  # rounded up
    change = np.zeros((len(data.coders), STEPS + 1), np.int64)
    np.add.at(change, (data.coder[rows], first), 1)
    np.add.at(change, (data.coder[rows], after), -1)
    return np.asarray(change.cumsum(axis=1)[:, :STEPS] > 0)


def _pieces(
    marked: Bools,
) -> tuple[tuple[float, float], ...]:
    edges: Ints = np.flatnonzero(np.diff(np.concatenate(([0], marked.astype(np.int64), [0]))))

    def both() -> Iterator[tuple[float, float]]:
        for start, end in edges.reshape(-1, 2).tolist():
            yield start / STEPS, end / STEPS

    return tuple(both())
