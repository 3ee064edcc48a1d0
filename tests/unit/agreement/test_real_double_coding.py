"""Real texts coded by several people: the figures are those of a second implementation."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest

from qualcode_app.agreement import characters
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.data import SpanData

CODES = ("ORG", "PER", "LOC", "MISC")
pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def named_entities(corpus) -> SpanData:
    """Four people's names of persons, places and organisations in seven texts."""
    folder = corpus / "annotations" / "brat"
    coders = sorted(path.name for path in folder.iterdir() if path.is_dir())
    texts = sorted(path.stem for path in (folder / coders[0]).glob("*.txt"))
    lengths = [len((folder / coders[0] / f"{text}.txt").read_text("utf-8")) for text in texts]
    rows = []
    for at, coder in enumerate(coders):
        for document, text in enumerate(texts):
            for line in (folder / coder / f"{text}.ann").read_text("utf-8").splitlines():
                if line.startswith("T"):
                    code, start, end = line.split("\t")[1].split()
                    rows.append((document, CODES.index(code), at, int(start), int(end)))
    counted = np.ones((len(coders), len(CODES), len(texts)), bool)
    columns = np.array(rows).T
    return SpanData(tuple(coders), CODES, tuple(texts), np.array(lengths), counted, *columns)


@pytest.mark.parametrize("code", range(len(CODES)))
def test_alpha_of_real_codings_is_that_of_another_library_on_their_characters(named_entities, code):
    data = named_entities
    marks = np.zeros((len(data.coders), int(data.lengths.sum())))
    first = np.cumsum(data.lengths) - data.lengths
    for row in np.flatnonzero(data.code == code):
        offset = first[data.document[row]]
        marks[data.coder[row], offset + data.start[row] : offset + data.end[row]] = 1
    expected = krippendorff.alpha(reliability_data=marks, level_of_measurement="nominal")
    found = characters.alpha(Study(data).sums[code].sum(axis=0))
    assert float(found) == pytest.approx(expected)
