"""Memos on the command line."""

from __future__ import annotations

from qualcode_app.services.memos.memos import NewMemo, Target, add
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


def test_memos_are_printed_and_written(qualcode, project_file, tmp_path):
    with Project.open(project_file) as project:
        coder = project.read(people.coders)[0].uid
        target = Target("project", project.facts.study_uid)
        project.write(add, NewMemo(target, "decision", coder, "Alleen de hoofdtekst telt."))
    printed = qualcode("memos", project_file, "--json")
    assert "Alleen de hoofdtekst telt." in [line["Memo"] for line in printed.json]
    target_file = tmp_path / "memos.csv"
    said = qualcode("memos", project_file, target_file)
    assert said.code == 0
    assert "Besluit" in target_file.read_text("utf-8-sig")
