"""Checking and telling history by command."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


def test_a_whole_project_is_said_to_be_whole(project_file, qualcode):
    done = qualcode("check", project_file)
    assert done.code == 0
    assert "whole" in done.out


def test_a_damaged_project_is_refused_with_its_findings_and_repaired_into_a_copy(
    project_file, tmp_path, qualcode
):
    with closing(sqlite3.connect(project_file)) as link, link:
        link.execute("UPDATE coding SET start_char = start_char + 2, end_char = end_char + 2")
    done = qualcode("check", project_file)
    assert done.code == 2
    assert "quote:" in done.out
    copy = tmp_path / "copy.qualcode"
    assert qualcode("check", project_file, "--repair", copy).code == 0
    assert not [one for one in qualcode("check", copy, "--json").json if one["fault"] == "quote"]


def test_history_is_told_by_document_code_and_coder(project_file, qualcode):
    everything = qualcode("history", project_file, "--json").json
    assert everything
    coder = next(one["coder"] for one in everything if one["coder"])
    by_coder = qualcode("history", project_file, "--coder", coder, "--json").json
    assert {one["coder"] for one in by_coder} == {coder}
    assert qualcode("history", project_file, "--code", "NO-SUCH").code == 2


def test_codings_are_reassigned_and_coders_joined(project_file, qualcode):
    with Project.open(project_file) as project:
        project.write(people.add_coder, NewCoder("Nieuwe Naam"))
        owner = project.read(people.coders)[0].name
    assert qualcode("reassign", project_file, "--from", owner, "--to", "Nieuwe Naam").code == 0
    assert qualcode("reassign", project_file, "--from", "Niemand", "--to", owner).code == 2
    assert qualcode("join-coders", project_file, "Nieuwe Naam", owner).code == 0
    with Project.open(project_file, read_only=True) as project:
        names = [row.name for row in project.read(people.coders)]
    assert owner in names
    assert "Nieuwe Naam" not in names
