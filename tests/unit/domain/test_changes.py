from __future__ import annotations

from qualcode_app.domain.changes import Changes, Kind


def test_changes_of_two_acts_join_kind_by_kind():
    both = Changes.of(Kind.CODING, added=["a"]) | Changes.of(Kind.CODING, removed=["b"])
    both |= Changes.of(Kind.MEMO, changed=["c"])
    assert both[Kind.CODING].added == {"a"}
    assert both[Kind.CODING].all == {"a", "b"}
    assert both[Kind.MEMO].changed == {"c"}


def test_a_bulk_change_touches_everything():
    assert Changes.everything().touches(Kind.CODE)
    assert (Changes() | Changes.everything()).bulk


def test_a_change_touches_its_own_kind_only():
    changes = Changes.of(Kind.CODING, added=["a"])
    assert changes.touches(Kind.CODING, Kind.CODE)
    assert not changes.touches(Kind.CODE)
    assert not changes[Kind.CODE].all
