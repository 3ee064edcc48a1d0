"""Acts on many codings, and the order they are listed in."""

from __future__ import annotations

from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_order, coding_rows, marked
from qualcode_app.services.coding.coding_order import Wanted


def test_removed_codings_come_back_as_they_were(project):
    before = project.read(coding_rows.rows, areas=True)
    uids = [row.uid for row in before[:7]]
    kept = project.read(marked.keep, uids)
    project.write(marked.remove, uids)
    assert len(project.read(coding_rows.rows, areas=True)) == len(before) - 7
    project.write(marked.put_back, kept)
    assert project.read(coding_rows.rows, areas=True) == before


def test_two_codings_of_one_place_do_not_both_get_one_code(project):
    rows = project.read(coding_rows.rows)
    used = {row.code_uid for row in rows}
    code = next(
        row for row in project.read(codebook.rows) if row.level == 2 and row.uid not in used
    )
    uids = [row.uid for row in rows]
    fits = project.read(marked.recodable, uids, code.uid)
    project.write(marked.recode, dict.fromkeys(fits, (code.uid, None)))
    places = [
        (row.coder_uid, row.anchor)
        for row in project.read(coding_rows.rows)
        if row.code_uid == code.uid
    ]
    assert len(fits) == len(places) > 0
    assert not project.read(marked.recodable, fits, code.uid)


def test_every_coding_is_listed_once_in_each_order(project):
    order = project.read(coding_order.ranks)
    uids = {row.uid for row in project.read(coding_rows.rows, areas=True)}
    for sort_by in ("place", "code", "passage", "coder", "memo"):
        for group_by in ("", "code", "family", "document", "coder"):
            wanted = Wanted(sort_by=sort_by, group_by=group_by)
            keys = project.read(coding_order.listing, wanted, order).keys
            assert keys == sorted(keys)
            assert {key[-1] for key in keys} == uids
            assert len(keys) == len(uids)
