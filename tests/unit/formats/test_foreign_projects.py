"""QualCoder and Taguette projects as they are read, and files that only pretend to be some."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import foreign_projects as made
import pytest

from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.formats import qualcoder_project, taguette_project
from qualcode_app.formats.refi_package import Missing


def test_a_qualcoder_project_is_read_whole(tmp_path) -> None:
    project = qualcoder_project.read(made.qualcoder(tmp_path, b"%PDF-1.7"))
    assert project.codebook is not None
    codes = {code.label_nl: code for code in project.codebook.book.codes}
    parents = {code.key: code.label_nl for code in codes.values()}
    assert parents[codes["Wonen"].parent or ""] == "Stad"
    assert parents[codes["Stad"].parent or ""] == "Ruimte"
    assert codes["Wonen"].full_nl == "Alles over wonen"
    assert codes["Wonen"].colour == "#AA3311"
    assert [user.name for user in project.users] == ["Anna", "Bert"]
    letter, pdf, _ = project.sources
    assert letter.text is not None
    found = {
        (letter.text.content or "")[one.start : one.end]
        for one in letter.text.selections
        if one.codings
    }
    assert found == {"duizend woningen", "Wij planten bomen."}
    assert sum(len(one.codings) for one in letter.text.selections) == 3
    assert [(one.page, one.corners) for one in pdf.areas] == [(0, (60, 70, 180, 110))]
    (case,) = project.cases
    assert (case.name, case.description, len(case.sources)) == ("Fictiestad", "Een stad", 1)
    assert [value.text for value in (*case.values, *letter.values)] == ["12000", "post"]
    assert {note.text for note in project.notes} == {
        *("Een brief", "Veel", "Een kop", "Vandaag begonnen.", "Een vak")
    }
    assert [str(one.said) for one in project.findings] == [
        "1 codings name a code or file that is not there."
    ]
    assert sum(source.n_beside for source in project.sources) == 1


def test_the_same_project_read_twice_has_the_same_guids(tmp_path) -> None:
    path = made.qualcoder(tmp_path)
    first, second = qualcoder_project.read(path), qualcoder_project.read(path / "data.qda")
    assert replace(first, findings=()) == replace(second, findings=())


def test_only_files_in_the_folder_of_a_project_are_opened(tmp_path) -> None:
    folder = qualcoder_project.Folder(made.qualcoder(tmp_path, b"%PDF-1.7"))
    (tmp_path / "geheim.txt").write_text("geheim")
    (folder.path / "documents" / "link.pdf").symlink_to(tmp_path / "geheim.txt")
    assert folder.content("/docs/akkoord.pdf") == b"%PDF-1.7"
    for reference in (
        "/docs/../data.qda",
        "docs:/etc/passwd",
        "/docs/link.pdf",
        "/docs/",
        "/docs/niet.pdf",
    ):
        with pytest.raises(Missing):
            folder.content(reference)


def test_a_taguette_project_is_read_with_the_words_of_its_highlights(tmp_path) -> None:
    project = taguette_project.read(made.taguette(tmp_path))
    (source,) = project.sources
    assert source.text is not None
    text = source.text.content or ""
    assert text == "Wonen\nWij bouwen één dorp & duizend woningen.\nWij planten bomen.\n"
    users = {user.guid: user.name for user in project.users}
    said = [
        (text[one.start : one.end], users.get(one.user, ""), len(one.codings))
        for one in source.text.selections
    ]
    assert said == [
        ("één dorp", "anna", 1),
        ("duizend woningen", "bert", 2),
        ("Wij planten bomen.", "", 1),
    ]
    assert project.codebook is not None
    labels = {code.key: code.label_nl for code in project.codebook.book.codes}
    tree = {code.label_nl: labels.get(code.parent or "") for code in project.codebook.book.codes}
    assert tree == {"ruimte": None, "wonen": "ruimte", "groen": None}
    assert [str(one.said) for one in project.findings] == [
        "1 highlights have no tag and were left out."
    ]


def test_of_several_taguette_projects_one_has_to_be_named(tmp_path) -> None:
    path = made.taguette(tmp_path, ("Een", "Twee"))
    assert taguette_project.names(path) == ["Een", "Twee"]
    with pytest.raises(UnreadableTable, match="Een, Twee"):
        taguette_project.read(path)
    assert taguette_project.read(path, "Twee").sources == ()


def damage(path, *statements: str) -> None:
    link = sqlite3.connect(path)
    for statement in statements:
        link.execute(statement)
    link.commit()
    link.close()


def test_a_view_in_place_of_a_table_is_refused_before_it_is_asked(tmp_path) -> None:
    path = made.qualcoder(tmp_path)
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS ctid FROM n"
    )
    damage(
        path / "data.qda",
        "ALTER TABLE code_text RENAME TO old",
        f"CREATE VIEW code_text AS {endless}",
    )
    with pytest.raises(UnreadableTable, match="no ordinary table"):
        qualcoder_project.read(path)


def test_a_virtual_table_is_refused(tmp_path) -> None:
    path = made.taguette(tmp_path)
    damage(path, "DROP TABLE tags", "CREATE VIRTUAL TABLE tags USING fts5(id, project_id, path)")
    with pytest.raises(UnreadableTable, match="no ordinary table"):
        taguette_project.read(path)


def test_a_project_that_is_still_open_elsewhere_is_refused(tmp_path) -> None:
    path = made.qualcoder(tmp_path)
    (path / "data.qda-journal").write_bytes(b"x")
    with pytest.raises(UnreadableTable, match="still open"):
        qualcoder_project.read(path)


@pytest.mark.parametrize("content", [b"", b"geen database", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_database_is_refused_in_one_sentence(tmp_path, content) -> None:
    path = tmp_path / "studie.sqlite3"
    path.write_bytes(content)
    with pytest.raises(UnreadableTable) as refused:
        taguette_project.read(path)
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_the_other_program_is_refused(tmp_path) -> None:
    with pytest.raises(UnreadableTable, match="no file of Taguette"):
        taguette_project.read(made.qualcoder(tmp_path) / "data.qda")
