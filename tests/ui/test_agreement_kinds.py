"""Facets, verdicts, strips, other programs and other coefficients in the agreement work space."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.facets import FacetValue
from qualcode_app.formats import codebook_json
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, facets, own_facets
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.own_facets import NewFacet
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.registers import judgements, loading, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.store import journal, people
from qualcode_app.services.teams import handout
from qualcode_app.services.teams.handout import Task
from qualcode_app.ui.dialogs.export import ExportDialog
from qualcode_app.ui.item_models.agreement_lines import name_of
from qualcode_app.ui.widgets.agreement_head import Tab

LONG_MS = 30_000


@pytest.fixture
def space(window, qtbot):
    window.actions_["space_agreement"].trigger()
    space = window.view.agreement_space
    qtbot.waitUntil(lambda: space.panel.report is not None, timeout=LONG_MS)
    return space


def go(qtbot, space, tab: Tab):
    """Click a tab and wait for its lines."""
    bar = space.panel.head.tabs
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tab).center())
    page = space.panel.pages.currentWidget()
    qtbot.waitUntil(lambda: page.model().rowCount() > 0, timeout=LONG_MS)
    return page


def click(qtbot, view, row: int) -> None:
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def choose(box, data: object) -> None:
    entries = [box.itemData(at) for at in range(box.count())]
    box.setCurrentIndex(entries.index(data))


def code_twice(workspace, start: int, code_uid: str) -> list[str]:
    """Let two coders put a code on the same words; returns the uids of the codings."""
    document = workspace.read(documents.rows)[0]
    made = []
    for coder in workspace.read(people.coders)[:2]:
        workspace.project.author_uid = coder.uid
        new = NewCoding(
            document.revision_uid,
            workspace.round_uid,
            coder.uid,
            code_uid,
            TextAnchor(start, start + 30),
        )
        assert workspace.write(codings.add, new)
        made.append(new.uid)
    return made


@pytest.fixture
def facet(window):
    """A facet on which two coders differ at one of three codings they share."""
    workspace = window.workspace
    code = next(row for row in workspace.read(codebook.rows) if row.key == "INC-2")
    home = workspace.read(facets.traits)[code.uid].codebook_uid
    assert workspace.write(
        own_facets.add, NewFacet(home, "Kracht", "Strength", "nominal", ("zwak", "sterk"))
    )
    facet = next(row for row in workspace.read(facets.rows) if row.label_nl == "Kracht")
    for at, pair in enumerate([(0, 0), (0, 1), (1, 1)]):
        for uid, option in zip(code_twice(workspace, 900 + 40 * at, code.uid), pair, strict=True):
            value = FacetValue(facet.uid, option_key=facet.options[option].key)
            assert workspace.write(facets.set_values, uid, (value,))
    return facet


def test_a_facet_opens_the_codings_with_other_values_in_three_acts(window, qtbot, facet, space):
    space.panel.head.choices.all_read.setChecked(True)
    table = go(qtbot, space, Tab.FACETS)
    names = [table.lines.index(row, 0).data() for row in range(table.lines.rowCount())]
    click(qtbot, table, names.index("Strength"))
    qtbot.waitUntil(lambda: space.passages.model.rowCount() == 1, timeout=LONG_MS)
    row = space.passages.current()
    assert [bar.said for bar in row.bars] == ["zwak", "sterk"]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is space.passages.list
    qtbot.keyClick(space.passages.list, Qt.Key.Key_Return)
    assert window.view.currentWidget() is window.view.coding
    assert window.view.coding.page.view.scene.flashed == row.anchor


@pytest.fixture
def verdicts(window):
    """A pledge on which two coders give other verdicts, and one on which they agree."""
    workspace = window.workspace
    assert workspace.write(
        loading.load, codebook_json.read(paths.codebooks() / "party-programme.json")
    )
    register = workspace.read(propositions.register_keyed, "pledges")
    rows = {row.key: row for row in workspace.read(propositions.rows, register.uid)}
    document = workspace.read(documents.rows)[0]
    said = {"P0166": ("not_applicable", "adopted"), "P1150": ("not_applicable", "not_applicable")}
    for key, pair in said.items():
        for coder, option in zip(workspace.read(people.coders)[:2], pair, strict=True):
            workspace.project.author_uid = coder.uid
            verdict = Verdict(option)
            if option == "adopted":
                uid = code_twice(workspace, 700, rows[key].code_uids[0])[1]
                verdict = replace(verdict, option_key="partly", missing="de termijn")
                verdict = replace(verdict, evidence=frozenset({uid}))
            place = Reading(coder.uid, workspace.round_uid, document.uid)
            assert workspace.write(judgements.judge, place, rows[key].uid, verdict)


def test_a_register_opens_the_propositions_with_other_verdicts_at_their_evidence(
    window, qtbot, verdicts, space
):
    table = go(qtbot, space, Tab.VERDICTS)
    click(qtbot, table, 0)
    qtbot.waitUntil(lambda: space.passages.model.rowCount() == 1, timeout=LONG_MS)
    row = space.passages.current()
    assert row.quote.startswith("P0166")
    assert len({bar.said for bar in row.bars}) == 2
    space.passages.page_button.click()
    assert window.view.currentWidget() is window.view.coding
    assert window.view.coding.page.view.scene.flashed == TextAnchor(700, 730)


def test_another_coefficient_is_computed_named_and_exported_alike(window, qtbot, space):
    choices = space.panel.head.choices
    choose(choices.coefficient, "f1")
    qtbot.waitUntil(lambda: space.panel.report.table.scope.coefficient == "f1", timeout=LONG_MS)
    table = window.workspace.read(agreements.table, Scope(coefficient="f1"))
    shown = space.panel.pages.codes.lines.row(0)
    assert shown.alpha == table.pooled.alpha
    assert "F1" in space.panel.head.subtitle.text()
    assert space.panel.scope.coefficient == "f1"
    bootstrap = choices.interval.findData("bootstrap")
    assert not choices.interval.model().item(bootstrap).isEnabled()


def test_pages_as_blocks_give_documents_intervals(qtbot, space):
    assert space.panel.report.table.by_document[0].no_interval
    choose(space.panel.head.choices.interval, "blocks")
    qtbot.waitUntil(lambda: space.panel.report.table.scope.interval == "blocks", timeout=LONG_MS)
    line = space.panel.report.table.by_document[0]
    assert line.low < line.alpha.value < line.high
    assert "pages" in space.panel.head.about.text()


def test_a_click_on_a_strip_opens_the_passage_at_that_place(qtbot, space):
    view = go(qtbot, space, Tab.STRIPS)
    strip = view.strips.rows[1]
    begin, _ = strip.apart[len(strip.apart) // 2]
    rect = view.visualRect(view.strips.index(1, 0))
    lanes = next(x for x in range(rect.width()) if x > 290)  # title and names of coders
    width = rect.right() - 16 - lanes
    place = rect.center()
    place.setX(round(lanes + begin * width) + 1)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: space.passages.model.rowCount() > 0, timeout=LONG_MS)
    row = space.passages.current()
    length = int(space.panel.report.data.characters.lengths[strip.document])
    assert row.document_title == strip.title
    nearest = min(
        (space.passages.model.row(at) for at in range(space.passages.model.rowCount())),
        key=lambda each: abs(each.anchor.start / length - begin),
    )
    assert abs(row.anchor.start - nearest.anchor.start) / length < 0.02


def test_strips_of_one_code_show_only_that_code(qtbot, space):
    view = go(qtbot, space, Tab.STRIPS)
    before = [lane.pieces for row in view.strips.rows for lane in row.lanes]
    uid = next(row.code_uid for row in space.panel.report.table.rows if row.code_key == "WON-2")
    choose(space.panel.head.code, uid)
    qtbot.waitUntil(
        lambda: [lane.pieces for row in view.strips.rows for lane in row.lanes] != before,
        timeout=LONG_MS,
    )
    view.setCurrentIndex(view.strips.index(0, 0))
    qtbot.waitUntil(lambda: space.passages.model.rowCount() > 0, timeout=LONG_MS)
    model = space.passages.model
    assert {model.row(at).code_uid for at in range(model.rowCount())} == {uid}


def test_what_other_programs_show_stands_with_its_formula_and_opens_passages(qtbot, space):
    table = go(qtbot, space, Tab.PROGRAMS)
    names = [table.lines.index(row, 0).data() for row in range(table.lines.rowCount())]
    programs = {name.split(":")[0] for name in names}
    assert programs == {"NVivo", "MAXQDA", "ATLAS.ti", "ReCal2", "KALPHA"}
    formulas = [table.lines.index(row, 2).data() for row in range(table.lines.rowCount())]
    longest = formulas.index(max(formulas, key=len))
    assert table.rowHeight(longest) > table.verticalHeader().defaultSectionSize()  # none is cut
    last = table.lines.columnCount() - 1
    assert all(table.lines.index(row, last).data() for row in range(len(names)))
    click(qtbot, table, 0)
    qtbot.waitUntil(lambda: space.passages.model.rowCount() > 0, timeout=LONG_MS)


def test_less_overlap_lets_more_segments_match(qtbot, space):
    table = go(qtbot, space, Tab.PROGRAMS)

    def matched() -> float:
        lines = [table.lines.row(row) for row in range(table.lines.rowCount())]
        return next(x.figure.value for x in lines if x.name == "Code overlap at segments")

    strict = matched()
    choose(space.panel.head.overlap, 0.5)
    qtbot.waitUntil(lambda: matched() != strict, timeout=LONG_MS)
    assert matched() > strict
    assert space.panel.scope.overlap == 0.5  # what is exported


def test_a_third_coder_can_be_left_out_by_a_menu(window, qtbot, space):
    workspace = window.workspace
    assert workspace.add_coder("Piet Derde")
    third = next(row for row in workspace.read(people.coders) if row.name == "Piet Derde")
    code = next(row.uid for row in workspace.read(codebook.rows) if row.key == "INC-2")
    document = workspace.read(documents.rows)[0]
    new = NewCoding(
        document.revision_uid, workspace.round_uid, third.uid, code, TextAnchor(700, 730)
    )
    assert workspace.write(codings.add, new)
    choices = space.panel.head.choices
    qtbot.waitUntil(lambda: len(space.panel.report.table.coders) == 3, timeout=LONG_MS)
    space.look()
    assert choices.coders.isVisible()
    entry = next(each for each in choices.coders.menu().actions() if each.text() == third.name)
    entry.trigger()
    qtbot.waitUntil(lambda: len(space.panel.report.table.coders) == 2, timeout=LONG_MS)
    assert choices.coders.text() == "2 of the coders"


def train(session, uid: str) -> Changes:
    about = {"uid": uid, "number": 2, "title": "Oefenen", "kind": "training", "version_uid": None}
    times = {"opened_at": datetime.now(UTC), "closed_at": None}
    journal.add(session, "round.add", Kind.ROUND, {**about, **times})
    return Changes.of(Kind.ROUND, added=[uid])


def test_figures_while_training_are_a_setting_and_follow_each_coding(window, qtbot):
    workspace = window.workspace
    uid = journal.new_uid()
    assert workspace.write(train, uid)
    workspace.round_uid = uid
    document = workspace.read(documents.rows)[0]
    window.viewing.look_at(document.uid)
    codes = {row.key: row.uid for row in workspace.read(codebook.rows)}
    code_twice(workspace, 900, codes["INC-2"])
    assert window.view.live.words == ""
    window.actions_["live_agreement"].trigger()
    assert workspace.settings.live_agreement
    qtbot.waitUntil(lambda: "1.00" in window.view.live.words, timeout=LONG_MS)
    assert window.view.live.words in window.status.facts.text()
    code_twice(workspace, 1000, codes["INC-3"])
    coder = workspace.read(people.coders)[0].uid
    alone = NewCoding(document.revision_uid, uid, coder, codes["INC-2"], TextAnchor(1100, 1160))
    assert workspace.write(codings.add, alone)
    qtbot.waitUntil(lambda: "INC-2" in window.view.live.words, timeout=LONG_MS)
    assert "1.00" not in window.view.live.words.split("INC-2")[1]
    window.actions_["live_agreement"].trigger()
    assert window.view.live.words == ""
    assert not workspace.settings.live_agreement


def test_the_passages_are_those_of_the_tab_in_front(qtbot, space):
    codes = go(qtbot, space, Tab.CODES)
    click(qtbot, codes, 3)
    first = name_of(codes.current())
    qtbot.waitUntil(lambda: space.passages.title.text() == first, timeout=LONG_MS)
    pairs = go(qtbot, space, Tab.PAIRS)
    marked = pairs.current()
    assert space.passages.title.text() == (name_of(marked) if marked else "")
    go(qtbot, space, Tab.CODES)
    assert space.passages.title.text() == first
    qtbot.waitUntil(lambda: space.passages.model.rowCount() > 0, timeout=LONG_MS)


def recode(session, uid: str) -> Changes:
    about = {"uid": uid, "number": 3, "title": "Later", "kind": "recoding", "version_uid": None}
    times = {"opened_at": datetime.now(UTC), "closed_at": None}
    journal.add(session, "round.add", Kind.ROUND, {**about, **times})
    return Changes.of(Kind.ROUND, added=[uid])


def test_a_coder_is_compared_with_himself_once_there_is_a_round_of_recoding(window, qtbot):
    workspace = window.workspace
    uid = journal.new_uid()
    assert workspace.write(recode, uid)
    coder = workspace.read(people.coders)[0]
    document = workspace.read(documents.rows)[0]
    code = next(row.uid for row in workspace.read(codebook.rows) if row.key == "INC-2")
    again = NewCoding(document.revision_uid, uid, coder.uid, code, TextAnchor(700, 760))
    assert workspace.write(codings.add, again)
    window.actions_["space_agreement"].trigger()
    panel = window.view.agreement_space.panel
    qtbot.waitUntil(lambda: panel.report is not None, timeout=LONG_MS)
    panel.head.choices.all_read.setChecked(True)
    choose(panel.head.choices.round, ("recoding", coder.uid))
    qtbot.waitUntil(lambda: panel.report.table.scope.recoding_of == coder.uid, timeout=LONG_MS)
    first, second = panel.report.table.coders
    assert first.startswith(coder.name)
    assert second == f"{coder.name} (Later)"
    assert panel.report.table.pooled.n_spans[1] == 1


FILES = {
    "Agreement table (.csv)": ".csv",
    "Agreement, all figures (.xlsx)": ".xlsx",
    "Agreement, all figures (.html)": ".html",
}


def words_of(path) -> str:
    if path.suffix == ".xlsx":
        book = load_workbook(path, read_only=True)
        return " ".join(
            str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
        )
    return path.read_text("utf-8-sig")


@pytest.mark.parametrize("offer", FILES)
def test_every_file_of_agreement_holds_the_coefficient_that_is_looked_at(
    window, qtbot, space, answers, tmp_path, offer
):
    choose(space.panel.head.choices.coefficient, "pi")
    qtbot.waitUntil(lambda: space.panel.report.table.scope.coefficient == "pi", timeout=LONG_MS)
    qtbot.mouseClick(space.panel.head.export_button, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(ExportDialog)
    next(button for button in dialog.choices.buttons() if button.text() == offer).click()
    path = tmp_path / f"agreement{FILES[offer]}"
    answers.paths = [path]
    dialog.act_button.click()
    qtbot.waitUntil(path.exists, timeout=LONG_MS)
    words = words_of(path)
    assert "Scott" in words
    assert "WON-2" in words
    if path.suffix == ".html":
        assert "<svg" in words


def test_a_blind_file_has_no_figures_while_training(window, qtbot, tmp_path):
    workspace = window.workspace
    workspace.settings.live_agreement = True
    coder = workspace.read(people.coders)[0]
    uids = tuple(row.uid for row in workspace.read(documents.rows))
    path = tmp_path / "blind.qualcode"
    handout.hand_out(workspace.project, path, Task(coder.uid, uids, kind="training"))
    assert window.desk.open(path)
    qtbot.waitUntil(lambda: window.workspace.project.path == path, timeout=LONG_MS)
    assert not window.actions_["live_agreement"].isEnabled()
    assert not window.actions_["live_agreement"].isChecked()
    document = workspace.read(documents.rows)[0]
    code = next(row.uid for row in workspace.read(codebook.rows) if row.key == "INC-2")
    new = NewCoding(
        document.revision_uid, workspace.round_uid, coder.uid, code, TextAnchor(900, 930)
    )
    assert workspace.write(codings.add, new)
    qtbot.wait(600)  # longer than the figures wait
    assert window.view.live.words == ""
