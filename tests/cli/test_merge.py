"""Merging by command: what is said, what is refused, and that a refusal changes nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace

from qualcode_app.services.codebook import code_edits, codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.merging import copies
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


def test_what_cannot_be_merged_is_refused_in_one_sentence_that_names_it(
    qualcode, project_file, unfit_file
):
    before = project_file.read_bytes()
    result = qualcode("merge", project_file, unfit_file)
    assert result.code == 2
    (line,) = result.err.strip().splitlines()
    assert unfit_file.name in line
    assert project_file.read_bytes() == before


def go_apart(project_file, other):
    """Let two people define one code."""
    with Project.open(project_file) as lead:
        copies.save_copy(lead, other)
    for path, words in ((project_file, "Zoals wij het zeggen."), (other, "Zoals zij het zegt.")):
        with Project.open(path) as file:
            file.author_uid = file.read(people.coders)[0].uid
            uid = next(row.uid for row in file.read(codebook.rows) if row.key == "WON-1")
            text = file.read(code_edits.get, uid)
            file.write(code_edits.write, uid, replace(text, short_nl=words), "toets")
    return uid


def test_a_clash_is_told_with_both_sides_and_decided_on_demand(qualcode, project_file, tmp_path):
    other = tmp_path / "noor.qualcode"
    uid = go_apart(project_file, other)
    told = qualcode("merge", project_file, other, "--plan", "--json").json
    (clash,) = told["clashes"]
    assert {said.split(":")[0] for said in clash["versions"]} == {"this project", "noor"}
    assert told["files"][0]["handed_out"]
    refused = qualcode("merge", project_file, other)
    assert refused.code == 2
    assert "1 clashes" in refused.err
    both = qualcode("merge", project_file, other, "--clashes", "both")
    assert both.code == 0
    with Project.open(project_file, read_only=True) as lead:
        said = lead.read(code_edits.get, uid).short_nl.splitlines()
    assert sorted(said) == ["Zoals wij het zeggen.", "Zoals zij het zegt."]


def test_the_version_of_one_side_can_be_chosen_for_all(qualcode, project_file, tmp_path):
    other = tmp_path / "noor.qualcode"
    uid = go_apart(project_file, other)
    assert qualcode("merge", project_file, other, "--clashes", "theirs").code == 0
    with Project.open(project_file, read_only=True) as lead:
        assert lead.read(code_edits.get, uid).short_nl == "Zoals zij het zegt."


def test_one_clash_is_decided_by_its_identity(qualcode, project_file, tmp_path):
    other = tmp_path / "noor.qualcode"
    uid = go_apart(project_file, other)
    call = ("merge", project_file, other)
    assert uid in qualcode(*call, "--plan").out
    for wrong, why in ((f"{uid}=sem", "sem has no version"), ("x=ours", "no clash x")):
        refused = qualcode(*call, "--choose", wrong)
        assert (refused.code, why in refused.err) == (2, True)
    assert qualcode(*call, "--choose", f"{uid}=noor").code == 0
    with Project.open(project_file, read_only=True) as lead:
        assert lead.read(code_edits.get, uid).short_nl == "Zoals zij het zegt."


def test_a_file_that_was_copied_by_hand_is_merged_like_that_of_another_coder(
    project_file, tmp_path, qualcode
):
    copy = tmp_path / "by hand.qualcode"
    shutil.copy(project_file, copy)
    gone = []
    for path, place in ((project_file, 0), (copy, 1)):
        with Project.open(path) as project:
            gone.append(project.read(coding_rows.rows)[place].uid)
            project.write(codings.remove, gone[-1])
    done = qualcode("merge", project_file, copy)
    assert done.code == 0, done.err
    with Project.open(project_file) as project:
        assert not {row.uid for row in project.read(coding_rows.rows)} & set(gone)
    assert qualcode("check", project_file).code == 0
