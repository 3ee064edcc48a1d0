from __future__ import annotations

import numpy as np
from agreement_studies import characters, studies, study
from hypothesis import given, settings

from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.confusion import confusion, confusion_of_all
from qualcode_app.agreement.differences import Kind, differences


def only(spans, code=0, parents=None, **more):
    found = differences(study(spans, codes=3, **more), (0, 1), code, parents)
    assert len(found) == 1
    return found[0]


def test_a_passage_of_one_coder_is_told_with_its_coder():
    assert only([(0, 0, 0, 10, 30)]).kind is Kind.ONLY_FIRST
    found = only([(1, 0, 0, 10, 30)])
    assert found.kind is Kind.ONLY_SECOND
    assert (found.first_code, found.second_code) == (-1, 0)
    assert (found.start, found.end, found.disagreeing, found.overlap) == (10, 30, 20, 0)


def test_the_same_code_with_another_boundary_tells_the_overlap():
    found = only([(0, 0, 0, 10, 30), (1, 0, 0, 20, 50)])
    assert found.kind is Kind.BOUNDARY
    assert (found.start, found.end, found.disagreeing) == (10, 50, 30)
    assert found.overlap == 10 / 40


def test_one_long_span_against_two_short_ones_is_one_passage():
    found = only([(0, 0, 0, 10, 50), (1, 0, 0, 10, 20), (1, 0, 0, 40, 50)])
    assert (found.start, found.end, found.disagreeing) == (10, 50, 20)


def test_another_code_on_the_same_place_is_told_with_that_code():
    found = only([(0, 0, 0, 10, 30), (1, 2, 0, 12, 33)])
    assert found.kind is Kind.OTHER_CODE
    assert (found.first_code, found.second_code) == (0, 2)
    found = only([(1, 0, 0, 10, 30), (0, 2, 0, 12, 33)])
    assert (found.first_code, found.second_code) == (2, 0)


def test_another_code_that_barely_touches_is_not_the_same_place():
    assert only([(0, 0, 0, 10, 30), (1, 2, 0, 28, 60)]).kind is Kind.ONLY_FIRST


def test_a_parent_or_a_grandchild_is_told_as_such():
    spans = [(0, 0, 0, 10, 30), (1, 2, 0, 10, 30)]
    assert only(spans, parents=[1, 2, -1]).kind is Kind.PARENT_CHILD
    assert only(spans, parents=[-1, 0, 1]).kind is Kind.PARENT_CHILD
    assert only(spans, parents=[-1, 0, -1]).kind is Kind.OTHER_CODE


def test_agreed_passages_are_left_out_and_the_largest_difference_comes_first():
    spans = [(c, 0, 0, 10, 20) for c in (0, 1)] + [(0, 0, 0, 30, 35), (1, 0, 0, 40, 90)]
    found = differences(study(spans), (0, 1), 0)
    assert [each.disagreeing for each in found] == [50, 5]


def test_unfinished_documents_hold_no_differences():
    data = study([(0, 0, 0, 10, 30)], counted=[True, False])
    assert differences(data, (0, 1), 0) == []


@given(studies(max_coders=3))
@settings(deadline=None)
def test_the_differing_characters_add_up_to_those_of_the_table(data):
    found = Study(data)
    for code in range(len(data.codes)):
        table = found.table((0, 1))[code]
        passages = differences(data, (0, 1), code)
        assert sum(each.disagreeing for each in passages) == table[:, 1:3].sum()


def literal_confusion(data):
    size = len(data.codes) + 1
    table = np.zeros((size, size), int)
    both = data.counted[0] & data.counted[1]
    marks = characters(data)
    for document, length in enumerate(data.lengths):
        for place in range(length):
            a, b = (
                {
                    code
                    for code in range(size - 1)
                    if both[code, document] and marks[code][document][coder, place]
                }
                for coder in (0, 1)
            )
            for code in a & b:
                table[code, code] += 1
            for code in a - b:
                for other in (b - a) or {size - 1}:
                    table[code, other] += 1
            for other in (b - a) if not a - b else ():
                table[size - 1, other] += 1
    return table


@given(studies(max_coders=3))
@settings(deadline=None)
def test_confusion_in_characters_equals_a_walk_over_all_characters(data):
    assert (confusion(data, (0, 1)).characters == literal_confusion(data)).all()


def test_several_codes_on_one_place_confuse_nothing_by_themselves():
    spans = [(c, k, 0, 10, 30) for c in (0, 1) for k in (0, 1)]
    found = confusion(study(spans, codes=2), (0, 1))
    assert found.characters.tolist() == [[20, 0, 0], [0, 20, 0], [0, 0, 0]]


def test_spans_count_at_the_code_that_answers_them():
    spans = [
        (0, 0, 0, 10, 30),
        (1, 0, 0, 12, 33),  # the same code, other boundary
        (0, 0, 0, 40, 50),
        (1, 1, 0, 41, 52),  # another code
        (0, 1, 0, 60, 70),  # no answer
        (1, 0, 0, 80, 90),  # no answer
    ]
    found = confusion(study(spans, codes=2), (0, 1))
    assert found.spans.tolist() == [[1, 1, 0], [0, 0, 1], [1, 0, 0]]


def test_confusion_of_all_coders_is_symmetric_and_sums_the_pairs():
    spans = [(0, 0, 0, 10, 30), (1, 1, 0, 10, 30), (2, 0, 0, 10, 30)]
    found = confusion_of_all(study(spans, coders=3, codes=2))
    assert (found.characters == found.characters.T).all()
    assert found.characters[:2, :2].tolist() == [[40, 40], [40, 0]]
    assert found.share()[0].tolist() == [0.5, 0.5, 0]
