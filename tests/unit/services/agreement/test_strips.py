"""Strips show where coders marked, and where they differ."""

from __future__ import annotations

import pytest

from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.agreement.strips import STEPS, strips
from qualcode_app.services.coding import codings


@pytest.fixture
def found(project):
    return project.read(spans, Scope(all_read=True))


def test_every_document_has_a_lane_per_coder_with_the_share_that_was_marked(found):
    rows = strips(found)
    assert [row.title for row in rows] == list(found.document_titles)
    data = found.characters
    for row in rows:
        for lane in row.lanes:
            own = (data.document == row.document) & (data.coder == lane.coder)
            union = set()
            for start, end in zip(data.start[own], data.end[own], strict=True):
                union.update(range(start, end))
            share = len(union) / data.lengths[row.document]
            drawn = sum(end - begin for begin, end in lane.pieces)
            assert drawn == pytest.approx(share, abs=2 * len(lane.pieces) / STEPS)


def test_a_strip_of_one_code_shows_only_that_code(desk):
    found = desk.project.read(spans, Scope(all_read=True))
    code = desk.codes["INC-3"]
    before = strips(found, code)[0].lanes[0].pieces
    desk.project.write(codings.add, desk.new(40, 300, "INC-3"))
    again = desk.project.read(spans, Scope(all_read=True))
    after = strips(again, code)[0]
    length = again.characters.lengths[after.document]
    assert after.lanes[0].pieces != before
    assert after.lanes[0].pieces[0][0] == pytest.approx(40 / length, abs=1 / STEPS)
    assert after.share_apart > 0


def test_where_all_marked_the_same_nothing_is_apart(found):
    for row in strips(found):
        both = [set(lane.pieces) for lane in row.lanes]
        assert bool(row.apart) == (both[0] != both[1])


def test_a_coder_who_has_not_finished_has_a_lane_that_does_not_count(project):
    found = project.read(spans, Scope())
    counted = found.characters.counted.any(axis=1)
    for row in strips(found):
        for lane in row.lanes:
            assert lane.counts == counted[lane.coder, row.document]
