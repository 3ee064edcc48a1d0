"""Every change of a code is told with its author, time, reason and fields."""

from __future__ import annotations

from dataclasses import replace

from qualcode_app.services.codebook import code_edits, code_history, code_moves
from qualcode_app.services.store import people


def test_revisions_are_told_newest_first_with_what_they_changed(desk):
    uid = desk.codes["WON-2"]
    text = desk.project.read(code_edits.get, uid)
    new = replace(text, label_en="Homes", keywords=())
    desk.project.write(code_edits.write, uid, new, "clearer")
    desk.project.write(code_moves.move, uid, desk.codes["RUI"], None, "belongs there")
    desk.project.write(code_moves.retire, uid, "not needed")
    rows = desk.project.read(code_history.rows, uid)
    assert [row.reason for row in rows[:3]] == ["not needed", "belongs there", "clearer"]
    assert [{one.field for one in row.changes} for row in rows[:3]] == [
        {"status"},
        {"parent_uid"},
        {"label_en", "code_keyword"},
    ]
    (moved,) = rows[1].changes
    assert (moved.before, moved.after) == ("WON", "RUI")
    author = desk.project.read(people.coders)[0].name
    assert {row.author for row in rows[:3]} == {author}
    assert rows[0].at >= rows[1].at >= rows[2].at
    assert rows[-1].changes == ()
