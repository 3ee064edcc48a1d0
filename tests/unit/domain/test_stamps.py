from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain import stamps
from qualcode_app.domain.stamps import Order

vectors = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 5)).map(stamps.write)


@given(vectors, vectors)
def test_a_joined_stamp_covers_both(one, other):
    joined = stamps.join(one, other)
    assert stamps.compare(joined, one) in (Order.OLDER, Order.SAME)
    assert stamps.compare(joined, other) in (Order.OLDER, Order.SAME)


@given(vectors, vectors, vectors)
def test_joining_does_not_mind_the_order_of_files(one, other, third):
    assert stamps.join(one, stamps.join(other, third)) == stamps.join(third, one, other)


@given(vectors, vectors)
def test_comparing_the_other_way_round_gives_the_opposite(one, other):
    opposite = {
        Order.NEWER: Order.OLDER,
        Order.OLDER: Order.NEWER,
        Order.SAME: Order.SAME,
        Order.APART: Order.APART,
    }
    assert stamps.compare(other, one) is opposite[stamps.compare(one, other)]


@given(vectors)
def test_a_write_is_newer_than_what_it_was_made_on(stamp):
    later = stamps.advance(stamp, "e", 1)
    assert stamps.compare(stamp, later) is Order.NEWER


def test_two_who_did_not_know_of_each_other_are_apart():
    assert stamps.compare("a:2", "b:1") is Order.APART


@pytest.mark.parametrize("text", ["a", "a:b", ":1", "a:1 a:2"])
def test_what_is_no_stamp_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        stamps.parse(text)
