"""Sending back: small, with what only the coder has; the lead's pages find their PDFs again."""

from __future__ import annotations

import shutil

import pytest

from qualcode_app import paths
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.merging import merging
from qualcode_app.services.merging.outcomes import Matches
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout, sendback
from qualcode_app.services.teams.handout import Task


@pytest.fixture
def file(project, tmp_path):
    """A coding file with one of the three sample agreements."""
    coder = project.read(people.coders)[1]
    path = tmp_path / "file.qualcode"
    first = project.read(documents.rows)[0]
    handout.hand_out(project, path, Task(coder.uid, (first.uid,)))
    with Project.open(path) as opened:
        opened.author_uid = coder.uid
        yield opened


def test_the_file_goes_back_without_the_pdfs_that_the_lead_has(project, file, tmp_path):
    parcel = sendback.parcel(file)
    assert parcel.n_known > 0
    assert parcel.n_own == 0
    back = tmp_path / "back.qualcode"
    size = sendback.send_back(file, back)
    assert size == back.stat().st_size < file.path.stat().st_size - 0.9 * parcel.n_known
    assert size < 1.2 * parcel.n_work
    with Project.open(back) as sent:
        assert not any(row.has_file for row in sent.read(documents.rows))
        assert len(sent.read(coding_rows.rows)) == len(file.read(coding_rows.rows))
    merging.carry_out(project, merging.prepare(project, [back]))
    assert all(row.has_file for row in project.read(documents.rows))


def test_a_pdf_that_the_coder_added_goes_along(project, file, tmp_path):
    extra = tmp_path / "erbij.pdf"
    source = min(paths.samples().glob("*.pdf")).read_bytes()
    extra.write_bytes(source + b"\n% een ander exemplaar\n")
    assert not intake.take_in(file, [extra]).refused
    back = tmp_path / "back.qualcode"
    sendback.send_back(file, back)
    with Project.open(back) as sent:
        assert sorted(row.has_file for row in sent.read(documents.rows)) == [False, True]
    (doubt,) = merging.prepare(project, [back]).doubts  # the lead has the same text
    two = Matches(apart=frozenset({doubt.uids}))
    merging.carry_out(project, merging.prepare(project, [back], two))
    assert len(project.read(documents.rows)) == 4
    assert all(row.has_file for row in project.read(documents.rows))


def test_all_pdfs_go_along_on_request(file, tmp_path):
    back = tmp_path / "back.qualcode"
    sendback.send_back(file, back, with_pdfs=True)
    with Project.open(back) as sent:
        assert all(row.has_file for row in sent.read(documents.rows))


def test_a_pdf_is_found_again_by_its_content_whatever_it_is_called(project, file, tmp_path):
    back = tmp_path / "back.qualcode"
    sendback.send_back(file, back)
    with Project.open(back) as sent:
        sent.author_uid = file.author_uid
        (row,) = sent.read(documents.rows)
        content = project.read(documents.content, row.uid)
        other = tmp_path / "heel anders genoemd.pdf"
        other.write_bytes(content)
        shutil.copy(other, tmp_path / "nog een keer.pdf")
        intake.take_in(sent, [other])
        (row,) = sent.read(documents.rows)
        assert row.has_file
        assert sent.read(documents.content, row.uid) == content
