"""Projects of QualCoder and Taguette come in by plan, as one batch, once."""

from __future__ import annotations

import sqlite3

import foreign_projects as made
import pymupdf
import pytest

from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.formats import text_pdf
from qualcode_app.services.cases import case_rows
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.exchange import project_import
from qualcode_app.services.exchange.project_plan import ImportWishes
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.merging import batches
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "hier.qualcode"
    with Project.create(path, title="Hier", coder=NewCoder("Lead Hier")) as project:
        project.author_uid = project.read(people.coders)[0].uid
        yield project


def take_in(project, path, **wishes):
    plan = project_import.prepare(project, path, ImportWishes(**wishes))
    uid = journal.new_uid()
    project_import.carry_out(project, plan, uid)
    return plan, uid


def said(project) -> set[tuple[str, str, str]]:
    return {
        (row.coder_name, row.code_label_en, row.quote)
        for row in project.read(coding_rows.rows)
        if row.quote
    }


def test_a_qualcoder_project_comes_in_whole(empty, tmp_path) -> None:
    path = made.qualcoder(tmp_path, text_pdf.write("Een vak op papier.\n", "akkoord"))
    plan, _ = take_in(empty, path)
    assert said(empty) == {
        ("Anna", "Wonen", "duizend woningen"),
        ("Bert", "Wonen", "duizend woningen"),
        ("Bert", "Groen", "Wij planten bomen."),
    }
    assert plan.title == "studie"
    assert plan.unplaced == ()
    tree = {row.label_en: row.level for row in empty.read(codebook.rows)}
    assert tree == {"Ruimte": 1, "Stad": 2, "Wonen": 3, "Groen": 1}
    titles = {row.title: row for row in empty.read(documents.rows)}
    assert set(titles) == {"brief", "akkoord"}
    assert empty.read(documents.text, titles["brief"].revision_uid) == made.TEXT
    assert {row.name for row in empty.read(case_rows.cases)} == {"Fictiestad"}
    notes = {row.text for row in empty.read(memo_rows.rows)}
    assert {"Een brief", "Veel", "Een kop"} <= notes
    assert any("Vandaag begonnen." in note for note in notes)
    assert any("1 codings of pictures, sounds" in str(one) for one in plan.findings)


def test_an_area_of_a_qualcoder_project_lies_where_it_was_drawn(empty, tmp_path) -> None:
    take_in(empty, made.qualcoder(tmp_path, text_pdf.write("Een vak op papier.\n", "akkoord")))
    (area,) = [row.area for row in empty.read(coding_rows.rows, areas=True) if row.area]
    assert area == PageArea(1, 60, 70, 180, 110)


def test_an_area_on_a_turned_page_lies_where_it_was_seen(empty, tmp_path) -> None:
    content = text_pdf.write("Een vak op papier.\n", "akkoord")
    turned = content.replace(b"/MediaBox[0 0 595 842]", b"/Rotate 90/MediaBox[0 0 595 842]")
    take_in(empty, made.qualcoder(tmp_path, turned))
    (area,) = [row.area for row in empty.read(coding_rows.rows, areas=True) if row.area]
    # Seen from x 60 to 180 and y 70 to 110 on a page turned clockwise.
    assert area == PageArea(1, 70, 842 - 180, 110, 842 - 60)


def test_a_picture_of_a_qualcoder_project_becomes_a_page_with_its_areas(empty, tmp_path) -> None:
    canvas = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 120, 90), False)
    canvas.clear_with(200)
    take_in(empty, made.qualcoder(tmp_path, picture=canvas.tobytes("png")))
    row = empty.read(documents.named, "plein")
    (page,) = empty.read(documents.pages, row.revision_uid)
    assert (page.width_pt, page.height_pt) == (120, 90)
    assert (empty.read(documents.content, row.uid) or b"").startswith(b"%PDF")
    (area,) = [row.area for row in empty.read(coding_rows.rows, areas=True) if row.area]
    assert area == PageArea(1, 10, 20, 40, 60)


def test_a_taguette_project_comes_in_whole(empty, tmp_path) -> None:
    plan, _ = take_in(empty, made.taguette(tmp_path))
    assert said(empty) == {
        ("anna", "wonen", "één dorp"),
        ("bert", "wonen", "duizend woningen"),
        ("bert", "ruimte", "duizend woningen"),
        ("Unknown coder", "groen", "Wij planten bomen."),
    }
    assert any("1 highlights have no tag" in str(one) for one in plan.findings)


@pytest.mark.parametrize("make", [made.qualcoder, made.taguette])
def test_a_second_import_adds_nothing_and_withdrawing_leaves_nothing(empty, tmp_path, make) -> None:
    path = make(tmp_path)
    before = empty.read(codebook.rows), empty.read(people.coders), empty.read(documents.rows)
    plan, uid = take_in(empty, path)
    assert plan.counts[Kind.CODING] > 2
    again = project_import.prepare(empty, path)
    assert again.adds_nothing
    assert again.came_before
    empty.write(batches.withdraw, uid)
    after = empty.read(codebook.rows), empty.read(people.coders), empty.read(documents.rows)
    assert after == before
    assert empty.read(coding_rows.rows) == []


def test_only_what_was_coded_since_comes_in_later(empty, tmp_path) -> None:
    path = made.qualcoder(tmp_path)
    take_in(empty, path)
    link = sqlite3.connect(path / "data.qda")
    link.execute(
        "INSERT INTO code_text VALUES (9,2,1,'Wonen',0,5,'Carla',?,'',NULL,0)", (made.WHEN,)
    )
    link.commit()
    link.close()
    plan, _ = take_in(empty, path)
    assert plan.counts[Kind.CODING] == 1
    assert ("Carla", "Groen", "Wonen") in said(empty)


def test_of_several_taguette_projects_the_named_one_comes_in(empty, tmp_path) -> None:
    path = made.taguette(tmp_path, ("Studie", "Twee"))
    with pytest.raises(UnreadableTable, match="Studie, Twee"):
        project_import.prepare(empty, path)
    take_in(empty, path, name="Studie")
    assert len(said(empty)) == 4
