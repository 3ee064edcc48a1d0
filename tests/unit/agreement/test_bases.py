from __future__ import annotations

import numpy as np
import pytest
from agreement_studies import studies, study
from hypothesis import given, settings

from qualcode_app.agreement import summary
from qualcode_app.agreement.bases import in_blocks, on_units, snapped, whole_documents
from qualcode_app.agreement.characters import Study, alpha

TENS = np.arange(0, 101, 10)


def units_of(data):
    return [
        (int(c), int(s))
        for c, s, e in zip(data.coder, data.start, data.end, strict=True)
        if e - s == 1
    ]


def test_touched_units_are_coded():
    found = on_units(study([(0, 0, 0, 8, 31), (1, 0, 0, 10, 30)]), [TENS])
    assert found.lengths.tolist() == [10]
    assert units_of(found) == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 1), (1, 2)]


def test_the_half_rule_adds_up_a_coders_pieces():
    data = study([(0, 0, 0, 8, 24), (0, 0, 0, 26, 29), (1, 0, 0, 35, 40)])
    assert units_of(on_units(data, [TENS], share=0.5)) == [(0, 1), (0, 2), (1, 3)]


def test_text_outside_all_units_is_no_data():
    found = on_units(study([(0, 0, 0, 0, 15), (1, 0, 0, 90, 99)]), [np.array([10, 20, 30])])
    assert found.lengths.tolist() == [2]
    assert units_of(found) == [(0, 0)]


def test_whole_documents_ask_whether_a_code_is_there_at_all():
    spans = [(0, 0, 0, 1, 5), (1, 0, 0, 50, 60), (0, 0, 1, 1, 5)]
    found = whole_documents(study(spans, (100, 50)))
    assert found.lengths.tolist() == [1, 1]
    assert Study(found).table((0, 1))[0].tolist() == [[1, 0, 0, 0], [0, 1, 0, 0]]


def test_a_tolerance_of_whole_words_forgives_a_near_miss():
    data = study([(0, 0, 0, 11, 39), (1, 0, 0, 14, 32)])
    exact, tolerant = (
        float(alpha(Study(each).sums)[0, 0]) for each in (data, snapped(data, [TENS]))
    )
    assert exact < tolerant == 1


def test_snapping_leaves_spans_on_edges_as_they_are():
    found = snapped(study([(0, 0, 0, 10, 40)]), [TENS])
    assert (found.start[0], found.end[0]) == (10, 40)


def test_blocks_of_one_document_give_the_interval_that_one_document_cannot():
    spans = [(c, 0, 0, s + 2 * c, s + 15 + s % 3) for c in (0, 1) for s in range(0, 280, 20)]
    data = study(spans, (300,))
    blocks = in_blocks(data, [np.array([0, 100, 200, 300])])
    whole, cut = summary.overall(Study(data)), summary.overall(Study(blocks))
    assert cut.value == pytest.approx(whole.value)
    assert whole.interval is None
    assert cut.interval is not None
    assert blocks.documents == ("document 0#1", "document 0#2", "document 0#3")


@pytest.mark.parametrize("edges", [[0, 5, 5], [0, 101], [5, 0]])
def test_edges_that_do_not_ascend_within_the_document_are_refused(edges):
    with pytest.raises(ValueError, match="edges"):
        on_units(study([]), [np.array(edges)])


@given(studies())
@settings(deadline=None)
def test_units_of_one_character_are_the_characters(data):
    found = on_units(data, [np.arange(length + 1) for length in data.lengths])
    assert (Study(found).sums == Study(data).sums).all()


def test_parents_are_the_union_of_their_descendants():
    spans = [(0, 0, 0, 10, 30), (1, 1, 0, 10, 20), (1, 2, 0, 15, 30)]
    rolled = study(spans, codes=3).union_of_codes({"parent": (0, 1, 2), "child": (1,)})
    assert alpha(Study(rolled).sums)[0, 0] == 1
    assert rolled.codes == ("parent", "child")
    assert rolled.start[rolled.code == 1].tolist() == [10]


def test_a_parent_waits_until_all_its_codes_are_finished():
    counted = [[[True], [True]], [[True], [False]]]
    rolled = study([], codes=2, counted=counted).union_of_codes({"parent": (0, 1)})
    assert rolled.counted[:, 0, 0].tolist() == [True, False]
