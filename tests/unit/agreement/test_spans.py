"""Label sets, unitizing and segments against their definitions."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from agreement_studies import characters, studies, study
from hypothesis import given, settings

from qualcode_app.agreement import label_sets, unitizing
from qualcode_app.agreement.data import UnitData
from qualcode_app.agreement.figure import Reason
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.agreement.segments import Denominator, match


def written_out(data, coded_only):
    """Label sets of every single character."""
    marks, done = characters(data), data.counted.all(axis=1)

    def codes_of(coder, document, place):
        if not done[coder, document]:
            return None
        return frozenset(str(k) for k in range(len(data.codes)) if marks[k][document][coder, place])

    rows = [
        [codes_of(coder, document, place) for coder in range(len(data.coders))]
        for document, length in enumerate(data.lengths)
        for place in range(length)
    ]
    if coded_only:
        rows = [row for row in rows if any(row)]
    sets = sorted({s for row in rows for s in row if s is not None}, key=sorted)
    ratings = [[-1 if s is None else sets.index(s) for s in row] for row in rows]
    shape = (len(rows), len(data.coders))
    return UnitData(
        tuple(map(str, range(len(sets)))),
        np.array(ratings, np.int64).reshape(shape),
        sets=tuple(sets),
    )


@given(studies(max_coders=3))
@settings(deadline=None)
@pytest.mark.parametrize("coded_only", [True, False])
def test_label_sets_of_stretches_are_those_of_their_characters(coded_only, data):
    literal = written_out(data, coded_only)
    for distance in (label_sets.masi, label_sets.dice):
        expected = label_sets.set_alpha(literal, distance).value
        found = label_sets.set_alpha_on_characters(data, distance, coded_only).value
        assert found == pytest.approx(expected, nan_ok=True, abs=1e-9)


def test_distances_of_worked_pairs():
    def of(a, b, distance):
        return label_sets.distance_of(frozenset(a), frozenset(b), distance)

    assert of("abcd", "cde", label_sets.jaccard) == pytest.approx(0.6)
    assert of("abcd", "cde", label_sets.masi) == pytest.approx(1 - 0.4 / 3)
    assert of("ab", "abc", label_sets.masi) == pytest.approx(1 - 2 / 3 * 2 / 3)
    assert of("abcd", "cde", label_sets.dice) == pytest.approx(1 - 4 / 7)
    assert of("", "", label_sets.masi) == 0
    assert of("", "a", label_sets.masi) == 1


def literal_alpha_u(data):
    """alpha_U of one code in one document, segment by segment."""
    m, length = len(data.coders), int(data.lengths[0])
    lines = []
    for coder in range(m):
        line, at = [], 0
        for s, e in zip(
            data.start[data.coder == coder], data.end[data.coder == coder], strict=True
        ):
            line += [(at, int(s), False), (int(s), int(e), True)]
            at = int(e)
        lines.append([*line, (at, length, False)])
    observed = 0.0
    for a, b in permutations(lines, 2):
        for s, e, unit in a:
            for t, f, other in b:
                if unit and other and s < f and t < e:
                    observed += (s - t) ** 2 + (e - f) ** 2
                elif unit and not other and t <= s and e <= f:
                    observed += (e - s) ** 2
                elif other and not unit and s <= t and f <= e:
                    observed += (f - t) ** 2
    observed /= m * (m - 1) * length**2
    units = [e - s for line in lines for s, e, unit in line if unit]
    gaps = [e - s for line in lines for s, e, unit in line if not unit]
    expected = sum(
        (len(units) - 1) * (2 * n**3 - 3 * n**2 + n) / 3
        + n**2 * sum(g - n + 1 for g in gaps if g >= n)
        for n in units
    )
    possible = m * length * (m * length - 1) - sum(n * (n - 1) for n in units)
    return observed, 2 / length * expected / possible


@given(studies(max_coders=3, complete=True))
@settings(deadline=None)
def test_alpha_u_equals_its_definition(data):
    data = data.only(codes=[0], documents=[0])
    found = unitizing.alpha_u(data).parts[0][1]
    if found.reason is None:
        observed, expected = literal_alpha_u(data)
        assert found.observed == pytest.approx(observed)
        assert found.expected == pytest.approx(expected)


def literal_u(data):
    """u of one document, character by character and segment by segment."""
    m, length, codes = len(data.coders), int(data.lengths[0]), len(data.codes)
    state = np.full((m, length), codes)
    for coder, code, s, e in zip(data.coder, data.code, data.start, data.end, strict=True):
        state[coder, s:e] = code
    seen = np.zeros((codes + 1, codes + 1))
    for a, b in permutations(range(m), 2):
        np.add.at(seen, (state[a], state[b]), 1 / (m - 1))
    weight = np.bincount(data.code, (data.end - data.start) ** 2, codes + 1)
    weight[codes] = (state == codes).sum()
    total, margin = seen.sum(), seen.sum(axis=1)
    chance = total * (np.outer(margin, margin) - np.diag(weight)) / (total**2 - weight.sum())
    return 1 - (total - np.trace(seen)) / (chance.sum() - np.trace(chance))


def exclusive():
    return study(
        [
            (0, 0, 0, 2, 9),
            (0, 1, 0, 9, 20),
            (0, 0, 0, 30, 40),
            (1, 0, 0, 4, 12),
            (1, 1, 0, 12, 20),
            (2, 1, 0, 8, 22),
        ],
        (60,),
        coders=3,
        codes=2,
    )


def test_u_equals_its_definition_written_out():
    assert unitizing.u(exclusive()).value == pytest.approx(literal_u(exclusive()))
    joined = exclusive().union_of_codes({"any": (0, 1)})
    assert unitizing.u_binary(exclusive()).value == pytest.approx(literal_u(joined))


def test_u_needs_codes_that_exclude_each_other():
    data = study([(0, 0, 0, 2, 9), (0, 1, 0, 8, 20), (1, 0, 0, 2, 9)], codes=2)
    for key in ("u", "cu", "ku"):
        assert COEFFICIENTS[key].compute(data).reason is Reason.OVERLAPPING_CODES
    assert COEFFICIENTS["u_binary"].compute(data).reason is None


def test_cu_tells_how_much_it_covers():
    found = unitizing.cu(exclusive())
    assert 0 < found.part("coverage").value < 1
    assert unitizing.ku(exclusive()).part("code 1").part("coverage").value <= 1


@pytest.mark.parametrize(
    ("spans", "reason"),
    [([], Reason.NO_SPANS), ([(c, 0, 0, 0, 100) for c in (0, 1)], Reason.NO_GAP)],
)
def test_u_is_undefined_where_nothing_or_everything_is_marked(spans, reason):
    assert unitizing.u_binary(study(spans)).reason is reason


def test_unitizing_leaves_out_documents_that_somebody_has_not_finished():
    spans = [(c, 0, d, 10 + c, 40) for c in (0, 1) for d in (0, 1)] + [(0, 0, 1, 60, 70)]
    waiting = study(spans, (100, 100), counted=[[True, True], [True, False]])
    alone = study(spans[:1] + spans[2:3], (100,))
    for key in ("alpha_u", "u_binary"):
        assert COEFFICIENTS[key].compute(waiting).value == COEFFICIENTS[key].compute(alone).value


def test_a_segment_is_matched_by_enough_overlap_of_what_was_chosen():
    data = study([(0, 0, 0, 0, 10), (1, 0, 0, 5, 25)])  # shares 5; longer 20, shorter 10, union 25
    assert match(data, 0.5, Denominator.SHORTER).matched == (1, 1)
    assert match(data, 0.25, Denominator.LONGER).matched == (1, 1)
    assert match(data, 0.26, Denominator.LONGER).matched == (0, 0)
    assert match(data, 0.2, Denominator.UNION).matched == (1, 1)


def test_kappa_of_segments_needs_two_codes():
    found = match(study([(0, 0, 0, 0, 10), (1, 0, 0, 0, 10)]))
    assert found.percent.value == 1
    assert found.kappa.reason is Reason.ONE_CATEGORY
    assert match(study([])).percent.reason is Reason.NO_SPANS


@pytest.mark.parametrize("theta", [0, 1.1])
def test_an_overlap_out_of_range_is_refused(theta):
    with pytest.raises(ValueError, match="overlap"):
        match(study([]), theta)
