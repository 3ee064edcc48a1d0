"""Searching in the real window: by keys, with hits on the page, kept and coded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.search_query import Mode
from qualcode_app.services.cases import group_edits
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches
from qualcode_app.services.search import search_runs
from qualcode_app.ui.dialogs.code_hits import CodeHitsDialog
from qualcode_app.ui.item_models.hits_list import ROW_ROLE, GroupHead

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
WAIT_MS = 20_000


class Seeker:
    """Searches as a coder does."""

    def __init__(self, hand) -> None:
        self.hand = hand
        self.window = hand.window
        self.desk = hand.window.view.searching
        self.panel = self.desk.panel
        self.workspace = hand.window.workspace

    def search(self, words: str, mode: Mode = Mode.WORD, *, in_all: bool = True) -> None:
        """Press the keys, type the words, press Enter, and wait for the hits."""
        self.hand.key(Qt.Key.Key_F, CONTROL | SHIFT if in_all else CONTROL)
        self.panel.modes.setCurrentIndex(self.panel.modes.findData(mode))
        field = self.panel.field
        self.hand.qtbot.waitUntil(field.isVisible)
        field.selectAll()
        self.hand.qtbot.keyClicks(field, words)
        self.hand.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.wait()

    def wait(self) -> None:
        self.hand.qtbot.waitUntil(lambda: not self.window.outfit.jobs.running, timeout=WAIT_MS)

    def make(self, dialog: CodeHitsDialog) -> None:
        """Press the verb; without a window manager nobody hands the window its keys back."""
        self.wait()
        self.hand.qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
        self.window.activateWindow()
        self.hand.qtbot.waitUntil(self.window.isActiveWindow)

    def shown(self) -> list[str]:
        """Return the words painted as hits on the pages."""
        scene = self.hand.view.scene
        return [scene.source.text[hit.start : hit.end] for hit in scene.found]

    def current(self) -> str:
        hit = self.hand.view.scene.current_hit
        return "" if hit is None else self.hand.view.scene.source.text[hit.start : hit.end]


@pytest.fixture
def seeker(hand) -> Seeker:
    return Seeker(hand)


def test_the_keys_of_search_are_those_of_the_manual(window):
    keys = {
        name: window.actions_[name].shortcut()
        for name in ("find_here", "find_all", "next_hit", "previous_hit", "take_suggestion")
    }
    assert keys == {
        "find_here": QKeySequence("Ctrl+F"),
        "find_all": QKeySequence("Ctrl+Shift+F"),
        "next_hit": QKeySequence("Ctrl+G"),
        "previous_hit": QKeySequence("Ctrl+Shift+G"),
        "take_suggestion": QKeySequence("Q"),
    }


def test_hits_of_all_documents_are_counted_listed_and_painted(seeker):
    seeker.search("sociale huur")
    assert seeker.panel.told.text().startswith("9 hits in 3 of 3 documents.")
    assert seeker.panel.model.rowCount() == 9 + 3
    assert {" ".join(words.split()) for words in seeker.shown()} == {"sociale huur"}
    assert len(seeker.shown()) == 4


def test_the_search_stays_in_the_open_document_if_asked(seeker):
    seeker.search("sociale huur", in_all=False)
    assert seeker.panel.told.text() == "4 hits in 1 document."


def test_the_next_hit_is_chosen_by_key_over_documents_and_round(seeker):
    seeker.search("sociale huur")
    first = seeker.window.viewing.document_uid
    places = []
    for _ in range(10):
        seeker.hand.key(Qt.Key.Key_G, CONTROL)
        places.append((seeker.window.viewing.document_uid, seeker.hand.view.scene.current_hit))
        assert " ".join(seeker.current().lower().split()) == "sociale huur"
    assert len(set(places)) == 9
    assert places[9] == places[0]
    assert places[0][0] == first
    seeker.hand.key(Qt.Key.Key_G, CONTROL | SHIFT)
    assert seeker.hand.view.scene.current_hit == places[8][1]


def test_a_selection_is_offered_to_be_searched_for(seeker):
    seeker.hand.select("besluiten nemen wij")
    seeker.hand.key(Qt.Key.Key_F, CONTROL)
    assert seeker.panel.field.text() == "besluiten nemen wij"


def test_that_nothing_was_found_is_kept_and_can_be_undone(seeker):
    seeker.search("coa")
    assert seeker.panel.told.text() == "0 hits in 3 documents."
    assert not seeker.panel.code_button.isVisible()
    seeker.hand.qtbot.mouseClick(seeker.panel.keep_button, Qt.MouseButton.LeftButton)
    (row,) = seeker.workspace.read(search_runs.rows)
    assert (row.query.words, row.n_hits, row.n_documents) == ("coa", 0, 3)
    assert seeker.panel.keep_button.text() == "Result kept"
    assert "0 hits in 3 documents" in seeker.panel.kept.menu().actions()[0].text()
    seeker.hand.key(Qt.Key.Key_Z, CONTROL)
    assert seeker.workspace.read(search_runs.rows) == []
    assert seeker.panel.keep_button.text() == "Keep result"


def test_every_result_can_be_kept_after_another_one(seeker):
    for words in ("coa", "taal"):
        seeker.search(words)
        assert seeker.panel.keep_button.isEnabled()
        assert seeker.panel.keep_button.text() == "Keep result"
        seeker.hand.qtbot.mouseClick(seeker.panel.keep_button, Qt.MouseButton.LeftButton)
        assert not seeker.panel.keep_button.isEnabled()
    kept = {row.query.words for row in seeker.workspace.read(search_runs.rows)}
    assert kept == {"coa", "taal"}


def test_hits_of_a_document_that_is_removed_go_with_it_and_come_back_by_undo(seeker):
    seeker.search("sociale huur")
    seeker.hand.key(Qt.Key.Key_G, CONTROL)
    gone = seeker.window.viewing.document_uid
    seeker.window.actions_["remove_document"].trigger()
    seeker.wait()
    assert seeker.panel.told.text().startswith("5 hits in 2 of 2 documents.")
    assert gone not in {row.uid for row in seeker.panel.model.searched}
    seeker.hand.key(Qt.Key.Key_Z, CONTROL)
    seeker.wait()
    assert seeker.panel.told.text().startswith("9 hits in 3 of 3 documents.")


def test_hits_are_grouped_by_wave_and_a_group_without_hits_is_there_too(seeker):
    rows = {row.title.split()[0]: row.uid for row in seeker.workspace.read(documents.rows)}
    for name, wave in (("Kreekenburg", "2026"), ("Lindewater", "2026"), ("Oostervaart", "2022")):
        seeker.workspace.write(group_edits.place_in_wave, rows[name], wave)
    panel = seeker.panel
    panel.groups.setCurrentIndex(panel.groups.findData("wave"))
    panel.groups.activated.emit(panel.groups.currentIndex())
    seeker.search("schuldhulp")
    heads = [
        row
        for number in range(panel.model.rowCount())
        if isinstance(row := panel.model.index(number).data(ROW_ROLE), GroupHead)
    ]
    assert {(head.name, len(head.documents)) for head in heads} == {("2026", 2), ("2022", 1)}
    assert sum(head.n_hits for head in heads) == panel.model.n_hits
    number = (
        panel.model.rowCount()
        - 1
        - [
            isinstance(panel.model.index(n).data(ROW_ROLE), GroupHead)
            for n in reversed(range(panel.model.rowCount()))
        ].index(True)
    )
    last = panel.model.index(number).data(ROW_ROLE)
    assert len(panel.model.hits_at([number])) == last.n_hits
    panel.groups.setCurrentIndex(0)
    panel.groups.activated.emit(0)
    assert panel.model.rowCount() == panel.model.n_hits + len(panel.model.documents)


def test_a_kept_result_is_searched_again(seeker):
    seeker.search("taal", Mode.START)
    n_hits = seeker.panel.model.n_hits
    seeker.hand.qtbot.mouseClick(seeker.panel.keep_button, Qt.MouseButton.LeftButton)
    seeker.search("wonen")
    seeker.panel.kept.menu().actions()[0].trigger()
    seeker.wait()
    assert seeker.panel.field.text() == "taal"
    assert seeker.panel.modes.currentData() == Mode.START
    assert seeker.panel.model.n_hits == n_hits


def test_hits_become_codings_after_a_preview_and_undo_withdraws_them(seeker):
    before = len(seeker.workspace.read(coding_rows.rows))
    seeker.search("sociale huur")
    seeker.hand.qtbot.mouseClick(seeker.panel.code_button, Qt.MouseButton.LeftButton)
    (dialog,) = seeker.window.findChildren(CodeHitsDialog)
    seeker.hand.qtbot.keyClicks(dialog.find_field, "INC-2")
    seeker.wait()
    assert dialog.act_button.text() == "Make 9 codings"
    assert "in 3 documents" in dialog.told.text()
    passages = [dialog.passages.index(number).data() for number in range(9)]
    assert all("sociale huur" in words.lower() for words in passages)
    assert {words.split()[0] for words in passages} == {"Kreekenburg", "Lindewater", "Oostervaart"}
    dialog.extent.setCurrentIndex(dialog.extent.findData("match"))
    assert not dialog.act_button.isEnabled()
    seeker.make(dialog)
    rows = seeker.workspace.read(coding_rows.rows)
    made = [
        row
        for row in rows
        if row.code_key == "INC-2" and " ".join(row.quote.split()).lower() == "sociale huur"
    ]
    assert len(rows) == before + 9
    assert len(made) == 9
    assert {row.coder_uid for row in made} == {seeker.workspace.coder_uid}
    assert seeker.workspace.read(batches.facts)[0].kind == "auto_code"
    assert "9" in seeker.workspace.undo_stack.undoText()
    seeker.hand.key(Qt.Key.Key_Z, CONTROL)
    assert len(seeker.workspace.read(coding_rows.rows)) == before
    seeker.hand.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(seeker.workspace.read(coding_rows.rows)) == before + 9


def test_many_codings_leave_the_page_alone_and_undo_shows_where_they_were(seeker):
    seeker.hand.view.go_to_page(3)
    seeker.search("sociale huur")
    seeker.hand.qtbot.mouseClick(seeker.panel.code_button, Qt.MouseButton.LeftButton)
    (dialog,) = seeker.window.findChildren(CodeHitsDialog)
    seeker.hand.qtbot.keyClicks(dialog.find_field, "INC-2")
    seeker.make(dialog)
    assert seeker.hand.view.current_page == 3
    told = seeker.window.status.last_act
    assert told.text() == "9 codings INC-2 made in 3 documents"
    first = seeker.window.view.coding.documents.model.rows[0].uid
    listed = seeker.window.view.coding.listed
    for _ in range(2):
        seeker.hand.key(Qt.Key.Key_Down, ALT)
        assert seeker.window.viewing.document_uid != first
        seeker.hand.key(Qt.Key.Key_Z, CONTROL)
        assert told.text() == "Undone: 9 codings INC-2 in 3 documents"
        assert seeker.window.viewing.document_uid == first
        place = seeker.hand.view.scene.flashed
        words = seeker.hand.view.scene.source.text[place.start : place.end].lower()
        assert "sociale huur" in " ".join(words.split())
        seeker.hand.key(Qt.Key.Key_Down, ALT)
        seeker.hand.key(Qt.Key.Key_Z, CONTROL | SHIFT)
        assert seeker.window.viewing.document_uid == first
        assert seeker.hand.view.scene.flashed == place
        active = seeker.workspace.read(coding_rows.get, seeker.window.viewing.active_uid)
        assert (active.code_key, active.anchor) == ("INC-2", place)
        assert active.uid in listed.marked_uids()


def test_only_the_chosen_hits_are_coded(seeker):
    seeker.search("sociale huur")
    seeker.panel.list.setCurrentIndex(seeker.panel.model.index(0))
    assert seeker.panel.code_button.text() == "Code 4 hits…"


def test_a_wrong_expression_is_told_in_the_panel(seeker):
    seeker.search("(a", Mode.REGEX)
    assert seeker.panel.message.isVisible()
    assert "not understood" in seeker.panel.message.sentence.text()
    assert not seeker.panel.keep_button.isVisible()


def test_emptying_the_field_takes_the_hits_off_the_page(seeker):
    seeker.search("wij")
    assert seeker.shown()
    seeker.hand.qtbot.keyClick(seeker.panel.field, Qt.Key.Key_Escape)
    assert seeker.shown() == []
    assert seeker.panel.model.rowCount() == 0


def suggestions_of(seeker):
    panel = seeker.desk.suggestions
    seeker.hand.qtbot.waitUntil(lambda: bool(panel.rows), timeout=WAIT_MS)
    return panel


def test_suggestions_are_counted_and_never_applied_by_themselves(seeker):
    before = len(seeker.workspace.read(coding_rows.rows))
    panel = suggestions_of(seeker)
    lists = seeker.hand.space.lists
    titles = [lists.tabs.tabText(number) for number in range(lists.tabs.count())]
    assert f"Suggestions {len(panel.rows)}" in titles
    assert len(seeker.workspace.read(coding_rows.rows)) == before


def test_q_takes_the_suggestion_at_the_selection(seeker):
    panel = suggestions_of(seeker)
    text = seeker.hand.view.scene.source.text
    row = next(
        one
        for one in panel.rows
        if one.anchor.end - one.anchor.start < 90
        and "\n" not in text[one.anchor.start : one.anchor.end]
    )
    seeker.hand.view.select(row.anchor)
    wanted = panel.at(row.anchor)
    n_before = len(panel.rows)
    seeker.hand.key(Qt.Key.Key_Q)
    made = seeker.workspace.read(coding_rows.rows, uids=[seeker.window.viewing.active_uid])
    assert [(one.code_uid, one.anchor) for one in made] == [(wanted.code_uid, row.anchor)]
    assert len(panel.rows) == n_before - 1


def test_q_without_a_suggestion_says_so(seeker):
    suggestions_of(seeker)
    row_ends = {row.anchor for row in seeker.desk.suggestions.rows}
    units = seeker.hand.view.scene.source.sentences
    free = next(
        unit
        for unit in units
        if not any(one.start < unit.end and unit.start < one.end for one in row_ends)
    )
    seeker.hand.view.select(TextAnchor(free.start, free.end))
    seeker.hand.key(Qt.Key.Key_Q)
    assert seeker.hand.space.page.message.sentence.text() == "No keyword suggests a code here."


def test_the_keywords_of_a_suggested_code_are_found_in_all_documents(seeker):
    panel = suggestions_of(seeker)
    seeker.hand.space.lists.show_region(panel)
    seeker.hand.qtbot.mouseClick(panel.search_button, Qt.MouseButton.LeftButton)
    seeker.wait()
    assert seeker.panel.modes.currentData() == Mode.REGEX
    assert len(seeker.panel.model.documents) == 3


def test_find_brings_the_folded_side_back(seeker):
    seeker.window.actions_["fold_left"].trigger()
    assert not seeker.panel.isVisible()
    seeker.search("wij")
    assert seeker.panel.isVisible()
    assert not seeker.window.actions_["fold_left"].isChecked()


def test_the_keywords_of_any_code_are_found_in_all_documents(seeker):
    hand = seeker.hand
    hand.space.codes.tree.mark(hand.code("RUI-1a").uid)
    hand.window.actions_["find_keywords"].trigger()
    seeker.wait()
    assert seeker.panel.modes.currentData() == Mode.REGEX
    assert seeker.panel.model.n_hits > 0
    assert seeker.panel.scope.currentData() is True
    family = next(row for row in hand.space.codes.model.rows if row.is_residual)
    hand.space.codes.tree.mark(family.uid)
    hand.window.actions_["find_keywords"].trigger()
    assert "has no keywords" in hand.space.page.message.sentence.text()
