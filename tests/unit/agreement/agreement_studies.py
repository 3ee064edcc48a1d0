"""Small studies for the tests of agreement, and their literal per-character form."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from qualcode_app.agreement.data import SpanData, UnitData


def study(spans, lengths=(100,), coders=2, codes=1, counted=None):
    """Build span data from (coder, code, document, start, end) rows."""
    rows = np.array(spans, np.int64).reshape(-1, 5)
    shape = (coders, codes, len(lengths))
    return SpanData(
        tuple(f"coder {i}" for i in range(coders)),
        tuple(f"code {i}" for i in range(codes)),
        tuple(f"document {i}" for i in range(len(lengths))),
        np.array(lengths),
        np.ones(shape, bool) if counted is None else np.array(counted, bool).reshape(shape),
        rows[:, 2],
        rows[:, 1],
        rows[:, 0],
        rows[:, 3],
        rows[:, 4],
    )


def units(rows, **more):
    """Build unit data from rows of category names or numbers, None where missing."""
    names = sorted({v for row in rows for v in row if v is not None})
    index = {name: i for i, name in enumerate(names)}
    ratings = np.array([[-1 if v is None else index[v] for v in row] for row in rows])
    return UnitData(tuple(str(name) for name in names), ratings, **more)


def characters(data):
    """Return what each coder marked, one bool per coder, code, document and character."""
    return [
        [_marks(data, code, document) for document in range(len(data.documents))]
        for code in range(len(data.codes))
    ]


def _marks(data, code, document):
    marks = np.zeros((len(data.coders), int(data.lengths[document])), bool)
    for i in np.flatnonzero((data.code == code) & (data.document == document)):
        marks[data.coder[i], data.start[i] : data.end[i]] = True
    return marks


@st.composite
def studies(draw, max_coders=4, complete=False):
    """Random small studies, with overlaps of one coder and with unfinished documents."""
    coders = draw(st.integers(2, max_coders))
    codes = draw(st.integers(1, 3))
    lengths = draw(st.lists(st.integers(0, 30), min_size=1, max_size=4))
    spans = []
    for _ in range(draw(st.integers(0, 25))):
        document = draw(st.integers(0, len(lengths) - 1))
        ends = sorted(draw(st.tuples(*[st.integers(0, lengths[document])] * 2)))
        spans.append(
            (draw(st.integers(0, coders - 1)), draw(st.integers(0, codes - 1)), document, *ends)
        )
    size = coders * codes * len(lengths)
    counted = None if complete else draw(st.lists(st.booleans(), min_size=size, max_size=size))
    return study(spans, lengths, coders, codes, counted)
