from __future__ import annotations

from collections import Counter

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.teams.double_coding import Length, Wish, plan

DOCUMENTS = [Length(f"d{n}", 1000 * (1 + n % 7)) for n in range(40)]
CODERS = ["a", "b", "c", "d", "e"]


def test_each_document_is_coded_by_as_many_as_wished():
    dealt = plan(DOCUMENTS, CODERS, Wish(each_by=2))
    assert [*dealt] == [one.document_uid for one in DOCUMENTS]
    assert {len(set(coders)) for coders in dealt.values()} == {2}


def test_the_work_is_balanced_by_length_and_all_pairs_meet():
    dealt = plan(DOCUMENTS, CODERS, Wish(each_by=2))
    load, met = Counter(), Counter()
    for one in DOCUMENTS:
        for coder in dealt[one.document_uid]:
            load[coder] += one.n_chars
        met[dealt[one.document_uid]] += 1
    assert max(load.values()) - min(load.values()) <= 7000
    assert len(met) == 10


def test_a_share_is_coded_by_all():
    dealt = plan(DOCUMENTS, CODERS, Wish(each_by=1, share_by_all=0.1))
    assert Counter(len(coders) for coders in dealt.values()) == {1: 36, 5: 4}


def test_the_same_seed_gives_the_same_plan_whatever_the_order_of_documents():
    wish = Wish(each_by=2, share_by_all=0.1, seed=7)
    again = plan(DOCUMENTS[::-1], CODERS, wish)
    assert again == plan(DOCUMENTS, CODERS, wish)
    assert again != plan(DOCUMENTS, CODERS, Wish(each_by=2, share_by_all=0.1, seed=8))


def test_more_coders_per_document_than_there_are_is_refused():
    with pytest.raises(RefusedChange, match="3 of 2 coders"):
        plan(DOCUMENTS, CODERS[:2], Wish(each_by=3))
