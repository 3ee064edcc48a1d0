"""What happened, by document, code and coder."""

from __future__ import annotations

from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import segment_tables
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.provenance import history
from qualcode_app.services.provenance.history import About
from qualcode_app.services.store.project import Project


def test_acts_are_told_newest_first_with_who_did_them(desk):
    new = desk.new(100, 160)
    desk.project.write(codings.add, new)
    desk.project.write(codings.remove, new.uid)
    first, second, *_ = desk.project.read(history.events)
    assert (first.act, second.act) == ("coding.remove", "coding.add")
    assert first.coder


def test_a_document_and_a_code_tell_their_own_acts_only(desk):
    desk.project.write(codings.add, desk.new(100, 160, "INC-2"))
    other = desk.project.read(documents.rows)[1]
    acts = [one.act for one in desk.project.read(history.events, About(desk.document.uid))]
    assert "coding.add" in acts
    about_other = desk.project.read(history.events, About(other.uid))
    assert "coding.add" not in [one.act for one in about_other]
    about_code = About(code_uid=desk.codes["INC-2"])
    assert "coding.add" in [one.act for one in desk.project.read(history.events, about_code)]
    about_none = About(code_uid=desk.codes["WON-1"])
    assert "coding.add" not in [one.act for one in desk.project.read(history.events, about_none)]


def test_a_coder_tells_what_that_coder_did(desk):
    desk.project.write(codings.add, desk.new(100, 160))
    mine = desk.project.read(history.events, About(coder_uid=desk.coder_uid))
    assert "coding.add" in [one.act for one in mine]
    theirs = desk.project.read(history.events, About(coder_uid=desk.other_coder_uid))
    assert "coding.add" not in [one.act for one in theirs]


def test_what_came_with_a_file_names_the_file(desk, tmp_path):
    other = tmp_path / "other.qualcode"
    copies.save_copy(desk.project, other)
    with Project.open(other) as file:
        uid = file.read(coding_rows.rows, revision_uid=desk.document.revision_uid)[0].uid
        file.write(codings.set_memo, uid, "van de ander")
        file.write(codings.add, desk.new(100, 160))
    merging.carry_out(desk.project, merging.prepare(desk.project, [other]))
    told = desk.project.read(history.events, About(desk.document.uid))
    assert "other.qualcode" in {one.source for one in told}


def test_exported_segments_tell_the_file_they_came_with(desk, tmp_path):
    other = tmp_path / "other.qualcode"
    copies.save_copy(desk.project, other)
    new = desk.new(100, 160)
    with Project.open(other) as file:
        file.write(codings.add, new)
    here = desk.new(300, 360)
    desk.project.write(codings.add, here)
    merging.carry_out(desk.project, merging.prepare(desk.project, [other]))
    table = desk.project.read(segment_tables.table, "en")
    titles = [column.title for column in table.columns]
    came = {row[titles.index("Identity")]: row[titles.index("Came with")] for row in table.rows}
    assert came[new.uid] == "other.qualcode"
    assert came[here.uid] == ""
