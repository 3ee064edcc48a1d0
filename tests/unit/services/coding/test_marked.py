"""Acts on many codings, and the order they are listed in."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import DuplicateCoding
from qualcode_app.models.history import ChangeLog
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_order, coding_rows, codings, marked
from qualcode_app.services.coding.coding_order import Wanted
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import people


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


def test_codings_recoded_together_are_as_if_each_was_recoded_alone(project, project_file):
    rows = project.read(coding_rows.rows)
    code = next(row for row in project.read(codebook.rows) if row.key == "WON-5")
    fits = project.read(marked.recodable, [row.uid for row in rows[:60]], code.uid)
    before = project.read(marked.codes_and_values, fits)
    for uid in fits:
        project.write(codings.recode, uid, code.uid)
    alone = project.read(coding_rows.rows, uids=fits)
    project.write(marked.recode, before)
    assert project.read(marked.codes_and_values, fits) == before
    n = project.read(links_of, "coding.recode")
    changes = project.write(marked.recode, dict.fromkeys(fits, (code.uid, None)))
    assert project.read(coding_rows.rows, uids=fits) == alone
    assert changes[Kind.CODING].changed == frozenset(fits)
    assert project.read(links_of, "coding.recode") == n + len(fits)
    project.close()
    assert checking.check(project_file) == []


def links_of(session, act):
    return session.scalar(select(func.count()).where(ChangeLog.act == act))


def test_a_place_that_has_the_code_already_is_refused_whole(project):
    first, *_ = project.read(coding_rows.rows)
    other = next(
        row for row in project.read(codebook.rows) if row.level == 2 and row.uid != first.code_uid
    )
    new = NewCoding(
        first.revision_uid,
        project.read(people.rounds)[0].uid,
        first.coder_uid,
        other.uid,
        first.anchor,
    )
    project.write(codings.add, new)
    before = project.read(coding_rows.rows)
    with pytest.raises(DuplicateCoding):
        project.write(marked.recode, {first.uid: (other.uid, None)})
    assert project.read(coding_rows.rows) == before


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
