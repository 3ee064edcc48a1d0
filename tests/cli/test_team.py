from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from qualcode_app.models.codings import Coding
from qualcode_app.services.cases import case_edits
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


def test_a_study_is_handed_out_and_comes_back(qualcode, project_file, tmp_path):
    with Project.open(project_file) as project:
        names = [one.name for one in project.read(people.coders)]
    folder = tmp_path / "out"
    folder.mkdir()
    options = [part for name in names for part in ("--coder", name)]
    arguments = ("handout", str(project_file), str(folder), *options, "--each-by", "1", "--json")
    planned = qualcode(*arguments, "--plan").json
    assert list(folder.iterdir()) == []
    written = qualcode(*arguments, "--message", "Succes").json
    assert written == planned
    for one in written:
        with Project.open(type(folder)(one["file"])) as new:
            assert sorted(row.title for row in new.read(documents.rows)) == sorted(one["documents"])
    back = tmp_path / "back.qualcode"
    assert qualcode("sendback", written[0]["file"], str(back)).code == 0
    with Project.open(back, read_only=True) as file:
        assert not any(row.has_file for row in file.read(documents.rows))
    assert qualcode("merge", str(project_file), str(back)).code == 0


def test_an_unknown_theme_is_refused_in_one_line(qualcode, project_file, tmp_path):
    with Project.open(project_file) as project:
        name = project.read(people.coders)[0].name
    found = qualcode("handout", str(project_file), str(tmp_path), "--coder", name, "--family", "Q9")
    assert found.code == 2
    assert "There is no theme Q9" in found.err


def test_an_update_brings_what_is_new_to_a_file_with_work(qualcode, project_file, tmp_path):
    with Project.open(project_file) as project:
        name = project.read(people.coders)[0].name
        first, second, *_ = [row.title for row in project.read(documents.rows)]
    out = [tmp_path / "een", tmp_path / "twee"]
    for folder, title in zip(out, (first, second), strict=True):
        folder.mkdir()
        arguments = ("handout", project_file, folder, "--coder", name, "--document", title)
        assert qualcode(*arguments).code == 0
    mine, update = (next(folder.iterdir()) for folder in out)
    assert qualcode("update", mine, update).code == 0
    assert len(qualcode("documents", mine, "--json").json) == 2
    other = qualcode("update", project_file, update)
    assert (other.code, "no coding file" in other.err) == (2, True)


def test_a_sample_is_handed_out_to_be_coded_again(qualcode, project_file, tmp_path):
    with Project.open(project_file) as project:
        name = project.read(people.coders)[0].name
    (said,) = qualcode(
        "handout", project_file, tmp_path, "--coder", name, "--for", "recoding", "--json"
    ).json
    assert len(said["documents"]) == 1
    assert qualcode("codings", "list", said["file"], "--json").json == []


def test_codings_and_history_are_asked_by_file_and_time(qualcode, project_file, tmp_path):
    back = tmp_path / "noor.qualcode"
    with Project.open(project_file) as project:
        copies.save_copy(project, back)
    table = tmp_path / "codings.csv"
    with Project.open(back) as file:
        document = file.read(documents.rows)[0].title
        coder = file.read(people.coders)[0].name
    table.write_text(
        f'coder,document,start,end,code\n"{coder}","{document}",30,55,WON-1\n', "utf-8"
    )
    assert qualcode("codings", "import", back, table).code == 0
    planned = qualcode("merge", project_file, back, "--plan", "--json").json["kinds"]
    codings = next(one for one in planned if one["kind"] == "coding")
    assert codings["new"] == 1
    assert [one["new"] for one in codings["documents"] if one["document"] == document] == [1]
    assert "coding: 1 new, 0 changed" in qualcode("merge", project_file, back, "--plan").out
    assert qualcode("merge", project_file, back).code == 0
    listed = ("codings", "list", project_file, "--json")
    (came,) = qualcode(*listed, "--came-with", "noor.qualcode").json
    assert came["came_with"]["file"] == "noor.qualcode"
    assert qualcode(*listed, "--batch", came["came_with"]["batch"]).json == [came]
    assert qualcode(*listed, "--until", "2001-01-01").json == []
    everything = qualcode(*listed).json
    assert qualcode(*listed, "--since", "2001-01-01").json == everything
    told = qualcode("history", project_file, "--came-with", "noor.qualcode", "--json").json
    assert told
    assert {one["source"] for one in told} == {"noor.qualcode"}
    unknown = qualcode(*listed, "--came-with", "sem.qualcode")
    assert (unknown.code, "No file sem.qualcode came in" in unknown.err) == (2, True)


def test_documents_out_of_the_corpus_are_handed_out_only_by_name(qualcode, project_file, tmp_path):
    with Project.open(project_file) as project:
        name = project.read(people.coders)[0].name
        out = project.read(documents.rows)[0]
        act = Act(case_edits.set_state, [out.uid], "out", "te kort")
        project.write(act.do)
    arguments = ("handout", project_file, tmp_path, "--coder", name, "--plan", "--json")
    (planned,) = qualcode(*arguments).json
    assert planned["documents"]
    assert out.title not in planned["documents"]
    (planned,) = qualcode(*arguments, "--document", out.title).json
    assert planned["documents"] == [out.title]


def test_nothing_is_coded_again_by_who_coded_nothing(qualcode, project_file, tmp_path):
    assert qualcode("coders", project_file, "Ilse Nieuw").code == 0
    arguments = ("handout", project_file, tmp_path, "--coder", "Ilse Nieuw", "--for", "recoding")
    refused = qualcode(*arguments)
    assert (refused.code, "nothing to code again" in refused.err) == (2, True)


def test_model_answers_come_once_a_document_is_read(qualcode, project_file, tmp_path):
    with Project.open(project_file) as project:
        first, model = (one.name for one in project.read(people.coders)[:2])
        title = project.read(documents.rows)[0].title
    names = ("--coder", first, "--model", model, "--document", title)
    arguments = ("handout", project_file, tmp_path, *names, "--for", "training", "--json")
    (said,) = qualcode(*arguments).json
    early = qualcode("answers", said["file"], title)
    assert (early.code, "after your own work" in early.err) == (2, True)
    assert qualcode("read", said["file"], "--coder", first).code == 0
    shown = qualcode("answers", said["file"], title, "--json").json
    assert shown["answers"] > 0
    table = tmp_path / "own.csv"
    rows = ("coder,document,start,end,code", f'"{first}","{title}",30,55,WON-1')
    table.write_text("\n".join(rows), "utf-8")
    assert qualcode("codings", "import", said["file"], table).code == 0
    with Project.open(Path(said["file"])) as file:
        kinds = {one.uid: one.kind for one in file.read(people.rounds)}
        rounds = file.read(lambda session: set(session.scalars(select(Coding.round_uid))))
    assert "training" in {kinds[uid] for uid in rounds}  # what is coded there counts as practice
    listed = qualcode("codings", "list", said["file"], "--coder", model, "--json").json
    assert len(listed) == shown["answers"]
    elsewhere = qualcode("answers", project_file, title)
    assert (elsewhere.code, "no file for training" in elsewhere.err) == (2, True)
