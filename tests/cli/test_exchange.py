"""Projects of other programs in and out by command."""

from __future__ import annotations

from pathlib import Path

from qualcode_app.services.documents import documents
from qualcode_app.services.store.project import Project


def test_a_project_goes_out_with_its_losses(qualcode, project_file, tmp_path):
    path = tmp_path / "out.qdpx"
    told = qualcode("exchange", "export", project_file, path, "--json").json
    assert (told["documents"], told["codings"]) == (3, 210)
    assert any("reading statuses" in one for one in told["lost"])
    assert (
        "nothing would come in" in qualcode("exchange", "import", project_file, path, "--plan").out
    )


def test_a_plan_changes_nothing_and_an_import_is_one_batch(qualcode, project_file, refi):
    path = refi / "dialects" / "atlasti-like.qdpx"
    told = qualcode("exchange", "import", project_file, path, "--plan", "--json").json
    assert (told["new"]["coding"], told["double"], told["batch"]) == (11, 5, None)
    assert _n_documents(project_file) == 3
    done = qualcode("exchange", "import", project_file, path, "--json").json
    assert _n_documents(project_file) == 5
    assert qualcode("batches", project_file, "--withdraw", done["batch"]).code == 0
    assert _n_documents(project_file) == 3


def test_a_missing_source_is_pointed_to(qualcode, project_file, refi, tmp_path):
    text = tmp_path / "t.txt"
    text.write_text("Een korte tekst.\n", "utf-8")
    path = refi / "malformed" / "missing-source.qdpx"
    found = qualcode("exchange", "import", project_file, path, "--plan", "--json").json
    (source,) = found["sources"]
    assert source["state"] == "missing"
    assert len(found["unplaced"]) == 1
    pointed = f"{source['guid']}={text}"
    done = qualcode("exchange", "import", project_file, path, "--file", pointed, "--json").json
    assert done["new"]["coding"] == 1


def test_a_wrong_pointer_and_a_hostile_file_are_one_sentence(qualcode, project_file, refi):
    hostile = qualcode("exchange", "import", project_file, refi / "malformed" / "xxe.qdpx")
    assert hostile.code == 2
    assert "document type" in hostile.err
    path = refi / "malformed" / "missing-source.qdpx"
    wrong = qualcode("exchange", "import", project_file, path, "--file", "x=/nowhere")
    assert wrong.code == 2
    assert "names no file" in wrong.err


def _n_documents(path: Path) -> int:
    with Project.open(path, read_only=True) as project:
        return len(project.read(documents.rows))
