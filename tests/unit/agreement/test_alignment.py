from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from agreement_studies import study
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode_app.agreement import alignment, gamma
from qualcode_app.agreement.alignment import Costs, Units, best_alignment, pair_costs
from qualcode_app.agreement.figure import Reason
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.domain.errors import Cancelled
from qualcode_app.domain.progress import Ticket

ANNE_AND_BRAM = [
    (0, 0, 0, 2, 9),
    (0, 1, 0, 11, 17),
    (0, 2, 0, 24, 30),
    (1, 0, 0, 3, 9),
    (1, 1, 0, 11, 19),
    (1, 0, 0, 24, 28),
]


@st.composite
def small_units(draw):
    m = draw(st.integers(2, 3))
    n = draw(st.integers(1, 6))
    begin = [draw(st.integers(0, 20)) for _ in range(n)]
    length = [draw(st.integers(1, 8)) for _ in range(n)]
    return Units(
        m,
        2,
        np.array([draw(st.integers(0, m - 1)) for _ in range(n)]),
        np.array([draw(st.integers(0, 1)) for _ in range(n)]),
        np.array(begin, float),
        np.array(begin, float) + length,
    )


def cheapest(units, costs, left):
    """Try every way to put the first span left into a unitary alignment."""
    if not left:
        return 0.0
    m = units.coders
    first, rest = left[0], left[1:]
    others = [
        [-1, *(i for i in rest if units.coder[i] == coder)]
        for coder in range(m)
        if coder != units.coder[first]
    ]
    best = np.inf
    for choice in product(*others):
        together = [first, *(i for i in choice if i >= 0)]
        total = 0.0
        for a in range(m):
            for b in range(a):
                pair = together[a : a + 1] + together[b : b + 1]
                if len(pair) == 2:
                    first_of, second_of = np.array(pair[:1]), np.array(pair[1:])
                    total += float(pair_costs(units, costs, first_of, second_of)[0])
                else:
                    total += costs.missing
        remaining = [i for i in rest if i not in together]
        cost = total / (m * (m - 1) / 2) + cheapest(units, costs, remaining)
        best = min(best, cost)
    return best


@given(small_units(), st.sampled_from([Costs(), Costs(3, 1, 1), Costs(1, 2, 0.5)]))
@settings(deadline=None, max_examples=60)
def test_no_alignment_is_better_than_the_best(units, costs):
    found = best_alignment(units, costs)
    assert found.cost == pytest.approx(cheapest(units, costs, list(range(len(units.coder)))))
    placed = found.members[found.members >= 0]
    assert sorted(placed.tolist()) == list(range(len(units.coder)))


def test_where_the_linear_programme_splits_spans_the_answer_is_whole_all_the_same():
    random = np.random.default_rng(3)  # the first of these whose linear programme has fractions
    begin = random.integers(0, 14, 12).astype(float)
    category = random.integers(0, 3, 12)
    end = begin + random.integers(3, 10, 12)
    units = Units(3, 3, np.repeat(np.arange(3), 4), category, begin, end)
    found = best_alignment(units, Costs())
    assert sorted(found.members[found.members >= 0].tolist()) == list(range(12))
    assert found.cost == pytest.approx(cheapest(units, Costs(), list(range(12))))


def test_leaving_out_dear_rows_leaves_the_cost_of_the_best_alignment():
    random = np.random.default_rng(7)
    begin = random.integers(0, 60, 36).astype(float)
    category, size = random.integers(0, 3, 36), random.integers(3, 14, 36)
    units = Units(3, 3, np.repeat(np.arange(3), 12), category, begin, begin + size)
    rows, cost = alignment._candidates(units, Costs())
    whole = alignment._whole(rows, cost + alignment.TIE, 36)
    found = best_alignment(units, Costs())
    assert found.cost == pytest.approx(float(cost[whole].sum()), abs=1e-4)
    assert sorted(found.members[found.members >= 0].tolist()) == list(range(36))


def test_gamma_tells_its_seed_and_gives_the_same_for_it():
    data = study(ANNE_AND_BRAM, (40,), codes=3)
    first, again = (gamma.gamma(data, gamma.Options(seed=5)) for _ in range(2))
    other = gamma.gamma(data, gamma.Options(seed=6))
    assert first == again
    assert first.gamma.observed == other.gamma.observed
    assert first.gamma.expected != other.gamma.expected
    assert (first.samples, first.options.seed) == (30, 5)


def test_gamma_cat_counts_only_aligned_spans():
    found = gamma.gamma(study(ANNE_AND_BRAM, (40,), codes=3))
    assert found.gamma_cat.observed == pytest.approx(0.31, abs=0.05)  # one of three pairs differs
    assert found.gamma_k[1].value == 1
    assert found.gamma_k[2].value < found.gamma_k[0].value


def test_more_samples_are_drawn_until_the_mean_is_precise():
    data = study(ANNE_AND_BRAM, (40,), codes=3)
    found = gamma.gamma(data, gamma.Options(samples=10, precision=0.05))
    assert found.samples > 10


def test_gamma_stops_when_asked():
    ticket = Ticket()
    ticket.stop.set()
    with pytest.raises(Cancelled):
        gamma.gamma(study(ANNE_AND_BRAM, (40,), codes=3), progress=ticket)


def test_gamma_of_nothing_is_undefined():
    assert gamma.gamma(study([])).gamma.reason is Reason.NO_SPANS
    assert gamma.gamma(study([], counted=[True, False])).gamma.reason is Reason.NO_UNITS


def test_documents_are_aligned_one_by_one_and_added_up():
    twice = [(c, k, d, s, e) for d in (0, 1) for c, k, _, s, e in ANNE_AND_BRAM]
    one = gamma.gamma(study(ANNE_AND_BRAM, (40,), codes=3))
    two = gamma.gamma(study(twice, (40, 40), codes=3))
    assert two.gamma.observed == pytest.approx(one.gamma.observed)


def test_the_registered_gamma_brings_its_relatives():
    found = COEFFICIENTS["gamma"].compute(study(ANNE_AND_BRAM, (40,), codes=3))
    assert found.part("gamma-cat").value <= 1
    assert found.part("code 1").value == 1
