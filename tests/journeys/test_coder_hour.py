"""An hour of coding in the real window, with mouse and keys, and what is in the file afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.coding import coding_rows, reading
from qualcode_app.services.documents import documents
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.merging import batches
from qualcode_app.services.search import search_runs
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.code_hits import CodeHitsDialog
from qualcode_app.ui.dialogs.in_vivo import InVivoDialog
from qualcode_app.ui.dialogs.memo import MemoDialog
from qualcode_app.ui.dialogs.new_project import NewProjectDialog
from qualcode_app.ui.item_models.code_tree import code_mime
from tests.ui.conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
LONG_MS = 60_000

REGIE = "Wij nemen\nde regie terug."
FUND = "Voor koopstarters komt er een fonds van\n€ 6 miljoen"
GROUND = "De gemeente koopt weer grond."
LEASE = "Erfpacht overwegen we niet."
COACHES = "twee wooncoaches"
CHECKED = "Wij leggen\ndat vast in een verordening"


class Coder:
    """Works as a coder does: keys go to whatever has the focus."""

    def __init__(self, window, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.mouse = Hand(window, qtbot)

    @property
    def space(self):
        return self.window.view.coding

    def press(self, key: str, modifier=PLAIN) -> None:
        """Press a key where the focus is, not where a test would like it to be."""
        self.qtbot.keyClick(self.focus(), getattr(Qt.Key, f"Key_{key}"), modifier)

    def focus(self):
        """Return what has the focus; without a window manager no dialog gets or returns it."""
        front = QApplication.activeModalWidget() or self.window
        if not front.isActiveWindow():
            front.activateWindow()
            self.qtbot.waitUntil(front.isActiveWindow)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def is_on_page(self) -> bool:
        return self.focus() is self.space.page.view

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.focus(), words)

    def select(self, words: str) -> TextAnchor:
        return self.mouse.select(words)

    def active(self):
        uid = self.window.viewing.active_uid
        (row,) = self.window.workspace.read(coding_rows.rows, uids=[uid], areas=True)
        return row

    def dialog(self, kind):
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def agree(self, dialog) -> None:
        self.qtbot.mouseClick(dialog.act_button, LEFT)

    def settle(self) -> None:
        running = self.window.outfit.jobs
        self.qtbot.waitUntil(lambda: not running.running, timeout=LONG_MS)


@pytest.fixture
def coder(qtbot, empty_window) -> Coder:
    return Coder(empty_window, qtbot)


def test_an_hour_of_coding_is_in_the_file_as_it_was_done(coder, answers, tmp_path):
    file = tmp_path / "uur.qualcode"
    open_a_project(coder, answers, file)
    read(coder)
    code_in_five_ways(coder)
    say_more_with_facets(coder)
    write_memos(coder)
    search_and_code(coder)
    take_back_and_do_again(coder)
    mark_what_is_read(coder)
    shown = {row.uid: row for row in coder.window.workspace.read(coding_rows.rows, areas=True)}
    coder.press("W", CTRL)
    assert coder.window.view is None
    check_the_file(file, shown)


def open_a_project(coder: Coder, answers, file) -> None:
    answers.paths = [file]
    coder.press("N", CTRL)
    dialog = coder.dialog(NewProjectDialog)
    coder.qtbot.keyClicks(dialog.title, "Een uur lezen")
    coder.qtbot.keyClicks(dialog.coder, "Fenna Proef")
    coder.agree(dialog)
    answers.paths = [
        paths.samples() / "kreekenburg-2026.pdf",
        paths.samples() / "oostervaart-2026.pdf",
    ]
    with coder.qtbot.waitSignal(coder.window.desk.documents_added, timeout=LONG_MS):
        coder.press("O", CTRL | SHIFT)
    assert coder.space.page.document.title.startswith("kreekenburg")


def read(coder: Coder) -> None:
    """Turn pages, go to a printed page, zoom, and come back."""
    view = coder.space.page.view
    coder.press("P", CTRL | SHIFT)
    coder.type("2")
    coder.press("Return")
    assert view.current_page == 4  # the page printed "2" is the fourth sheet
    assert coder.is_on_page()
    before = view.zoom
    coder.press("Z")
    assert view.zoom > before
    coder.press("W")
    coder.press("PageDown")
    coder.press("Left", ALT)
    assert view.current_page == 1
    coder.press("J")
    first = view.selection()
    coder.press("J")
    assert view.selection() > first
    coder.press("Escape")
    assert view.selection() is None


def code_in_five_ways(coder: Coder) -> None:
    with_a_double_click(coder)
    by_dragging_a_code(coder)
    by_a_pinned_digit_sentence_after_sentence(coder)
    by_typing(coder)
    by_the_words_themselves(coder)


def with_a_double_click(coder: Coder) -> None:
    anchor = coder.select(REGIE)
    tree = coder.space.codes.tree
    tree.mark(coder.mouse.code("RUI-1").uid)
    place = tree.visualRect(tree.currentIndex()).center()
    coder.qtbot.mouseClick(tree.viewport(), LEFT, pos=place)
    coder.qtbot.mouseDClick(tree.viewport(), LEFT, pos=place)
    row = coder.active()
    assert (row.code_key, row.anchor, row.quote) == ("RUI-1", anchor, REGIE)


def by_dragging_a_code(coder: Coder) -> None:
    anchor = coder.select(GROUND)
    at = coder.mouse.point((anchor.start + anchor.end) // 2, 0.5)
    code = coder.mouse.code("RUI-4")
    coder.mouse.drop(coder.space.page.view.viewport(), at, code_mime(code.uid))
    assert (coder.active().code_key, coder.active().quote) == ("RUI-4", GROUND)


def by_a_pinned_digit_sentence_after_sentence(coder: Coder) -> None:
    coder.space.codes.tree.mark(coder.mouse.code("WON-1").uid)
    coder.press("T", CTRL)
    menu = QApplication.activePopupWidget()
    coder.qtbot.keyClick(menu, Qt.Key.Key_2)
    coder.select(FUND)
    coder.press("Y")
    begun = []
    for _ in range(3):
        coder.press("2")
        begun.append(coder.active())
        coder.press("J")
    assert [row.code_key for row in begun] == ["WON-1"] * 3
    assert begun[0].quote.startswith(FUND)
    assert all(one.anchor.end <= two.anchor.start for one, two in pairwise(begun))


def by_typing(coder: Coder) -> None:
    coder.select(LEASE)
    coder.press("Return")
    coder.type("erfpacht")  # a keyword, in no label
    found = coder.space.codes.found
    assert found.model().rowCount() > 0
    coder.press("Return")
    first = coder.active()
    assert first.quote == LEASE
    assert coder.is_on_page()
    coder.press("R")  # a second code on the same place
    coder.press("2")
    coder.press("P")
    assert (coder.active().code_key, coder.active().is_primary) == ("WON-1", True)
    assert coder.active().anchor == first.anchor
    assert first.code_key != "WON-1"


def by_the_words_themselves(coder: Coder) -> None:
    coder.select(COACHES)
    coder.press("I")
    dialog = coder.dialog(InVivoDialog)
    coder.press("Return")
    assert not dialog.isVisible()
    row = coder.active()
    assert (row.code_label_nl, row.quote) == (COACHES, COACHES)
    assert coder.is_on_page()


def say_more_with_facets(coder: Coder) -> None:
    coder.mouse.click(coder.mouse.view.scene.source.text.index(FUND) + 4)
    assert coder.active().quote.startswith(FUND)
    for key in ("M", "V", "3", "F"):
        coder.press(key)
    assert "6" in coder.focus().text()  # read from the passage
    coder.press("Return")
    coder.press("Escape")
    assert coder.is_on_page()
    book = {facet.uid: facet.key for facet in coder.space.facets.facets}
    values = coder.active().values
    said = {(book[one.facet_uid], one.option_key or str(one.value_min)) for one in values}
    assert {("role", "measure"), ("direction", "with_source"), ("concreteness", "3")} <= said
    assert ("number", "6000000") in said


def write_memos(coder: Coder) -> None:
    for words, kind, selected in (
        ("Wie beheert dit fonds?", 1, None),
        ("Altijd een verordening noemen.", 2, CHECKED),
    ):
        if selected:
            coder.select(selected)
        coder.press("N", CTRL | SHIFT)
        dialog = coder.dialog(MemoDialog)
        dialog.kind.setCurrentIndex(kind)
        coder.type(words)
        with coder.qtbot.waitSignal(dialog.accepted):  # the button is seen to sink first
            coder.press("Return", CTRL)
    coder.press("Escape")


def search_and_code(coder: Coder) -> None:
    panel = coder.window.view.searching.panel
    coder.press("F", CTRL | SHIFT)
    panel.field.selectAll()
    coder.type("inwoners")
    coder.press("Return")
    coder.settle()
    n_hits = panel.model.n_hits
    assert n_hits > 1
    coder.qtbot.mouseClick(panel.code_button, LEFT)
    dialog = coder.dialog(CodeHitsDialog)
    coder.type("BES-1")
    coder.settle()
    coder.agree(dialog)
    coder.press("F", CTRL | SHIFT)
    panel.field.selectAll()
    coder.type("ruimtevaart")
    coder.press("Return")
    coder.settle()
    assert panel.model.n_hits == 0
    coder.qtbot.mouseClick(panel.keep_button, LEFT)
    coder.space.page.view.setFocus()


def take_back_and_do_again(coder: Coder) -> None:
    workspace = coder.window.workspace
    before = snapshot(workspace)
    stack = workspace.undo_stack
    n_steps = stack.count()
    assert n_steps > 15
    for _ in range(n_steps):
        coder.press("Z", CTRL)
    assert snapshot(workspace) == ()
    assert not stack.canUndo()
    for _ in range(n_steps):
        coder.press("Z", CTRL | SHIFT)
    assert snapshot(workspace) == before


def snapshot(workspace) -> tuple:
    rows = workspace.read(coding_rows.rows, areas=True)
    return tuple(
        (row.uid, row.code_uid, row.anchor, row.quote, row.is_primary, frozenset(row.values))
        for row in rows
    )


def mark_what_is_read(coder: Coder) -> None:
    coder.space.page.view.setFocus()
    coder.press("Down", ALT)
    assert coder.space.page.document.title.startswith("oostervaart")
    coder.press("Up", ALT)
    listed = coder.space.status.list
    coder.qtbot.mouseClick(
        listed.viewport(), LEFT, pos=listed.visualItemRect(listed.item(0)).center()
    )
    coder.press("Return", CTRL)
    coder.press("Return", CTRL)
    assert coder.space.status.rows[0].state == "done"
    coder.press("Backspace", CTRL)
    assert coder.space.status.rows[0].state == "busy"
    coder.press("Return", CTRL)


def check_the_file(file, shown) -> None:
    with Project.open(file, read_only=True) as project:
        (me,) = project.read(people.coders)
        assert me.name == "Fenna Proef"
        rows = project.read(coding_rows.rows, areas=True)
        assert {row.uid: row for row in rows} == shown
        shelf = {row.uid: row for row in project.read(documents.rows)}
        for row in rows:
            text = project.read(documents.text, shelf[row.document_uid].revision_uid)
            assert text[row.anchor.start : row.anchor.end] == row.quote
        keys = [row.code_key for row in rows]
        assert keys.count("WON-1") == 4
        assert {"RUI-1", "RUI-4"} < set(keys)
        (batch,) = [
            one
            for one in project.read(batches.facts)
            if one.kind == "auto_code" and one.withdrawn_at is None
        ]
        assert batch.n_rows == sum(key.startswith("BES-1") for key in keys) > 0
        memos = {(row.kind, row.target_kind, row.text) for row in project.read(memo_rows.rows)}
        assert memos == {
            ("question", "coding", "Wie beheert dit fonds?"),
            ("decision", "place", "Altijd een verordening noemen."),
        }
        (kept,) = project.read(search_runs.rows)
        assert (kept.query.words, kept.n_hits, kept.n_documents) == ("ruimtevaart", 0, 2)
        states = project.read(
            reading.status, coder_uid=me.uid, round_uid=project.read(people.rounds)[0].uid
        )
        assert [row.state for row in states].count("done") == 1
    with closing(sqlite3.connect(file)) as link:
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert link.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(file.name)] == [
        file.name
    ]
