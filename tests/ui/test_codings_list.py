"""The list of codings: sorted, grouped, filtered, and acts on many at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolTip

from qualcode_app.services.cases import case_rows, group_edits
from qualcode_app.services.coding import coding_order
from qualcode_app.ui.dialogs.code_words import CodeWordsDialog
from qualcode_app.ui.item_models.codings_table import Column
from qualcode_app.ui.panels import codings_panel

KEYS = Qt.KeyboardModifier
LEFT_OF_A_KEY_PX = 20  # the edge of the cell and the stripe of the code


@pytest.fixture
def space(hand):
    space = hand.space
    row = next(row for row in space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    hand.qtbot.waitUntil(lambda: hand.view.scene is not None)
    return space


@pytest.fixture
def everything(space):
    space.listed.show_scope(in_all=True)
    return space.listed


def click_head(panel, qtbot, column: int) -> None:
    head = panel.table.horizontalHeader()
    x = head.sectionViewportPosition(column) + 20
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, head.height() // 2))


def test_a_click_on_a_column_sorts_and_another_turns_around(everything, qtbot):
    n = everything.model.n_codings
    click_head(everything, qtbot, Column.PASSAGE)
    quotes = [row.quote.lower()[:80] for row in everything.model.rows() if row.quote]
    assert quotes == sorted(quotes)
    click_head(everything, qtbot, Column.PASSAGE)
    turned = [row.quote.lower()[:80] for row in everything.model.rows() if row.quote]
    assert turned == quotes[::-1]
    assert everything.model.n_codings == n


def test_groups_have_a_heading_with_their_count(everything):
    everything.group_by("code")
    model = everything.model
    heads = model.head_numbers()
    assert len(heads) == len({row.code_uid for row in model.rows()})
    first = model.index(0, 0).data()
    key = model.row(1).code_key
    assert first.startswith(key)
    size = (heads[1] if len(heads) > 1 else model.rowCount()) - 1
    assert first.endswith(f"({size})")
    assert all(model.row(number).code_key == key for number in range(1, size + 1))


def test_a_new_coding_goes_to_its_group_and_takes_its_heading_with_it(hand, space):
    space.listed.group_by("code")
    before = len(space.listed.model.head_numbers())
    used = {row.code_uid for row in space.listed.model.rows()}
    code = next(row for row in space.codes.model.rows if row.level == 2 and row.uid not in used)
    hand.select("bouwen")
    space.hand.assign(code.uid)
    assert len(space.listed.model.head_numbers()) == before + 1
    number = space.listed.model.number_of(hand.window.viewing.active_uid)
    assert space.listed.model.is_head(number - 1)
    hand.key(Qt.Key.Key_Z, KEYS.ControlModifier)
    assert len(space.listed.model.head_numbers()) == before


def head_place(panel, number: int) -> QPoint:
    return panel.table.visualRect(panel.model.index(number, Column.CODE)).center()


def test_a_click_on_a_heading_folds_its_group_and_another_opens_it(everything, qtbot):
    everything.group_by("family")
    model, ground = everything.model, everything.table.viewport()
    before, n = everything.table.model().rowCount(), model.n_codings
    first, second = model.head_numbers()[:2]
    said = model.index(first, 0).data()
    qtbot.mouseClick(ground, Qt.MouseButton.LeftButton, pos=head_place(everything, first))
    assert model.head_numbers()[:2] == [first, first + 1]
    assert model.rowCount() == before - (second - first - 1)
    assert model.n_codings == n
    assert model.index(first, 0).data() == said
    assert "folded" in model.index(first, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.mouseClick(ground, Qt.MouseButton.LeftButton, pos=head_place(everything, first))
    assert model.head_numbers()[1] == second
    assert model.rowCount() == before


@pytest.mark.parametrize("turned", [False, True])
def test_keys_on_a_heading_fold_and_open(everything, qtbot, turned):
    everything.group_by("code")
    if turned:
        everything.sort_by(Column.PASSAGE)
        everything.sort_by(Column.PASSAGE)
    model, table = everything.model, everything.table
    uids = [row.uid for row in model.rows()]
    number = model.head_numbers()[1]
    table.setFocus()
    table.setCurrentIndex(model.index(number, 0))
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert [row.uid for row in model.rows()] != uids
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [row.uid for row in model.rows()] == uids
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert [row.uid for row in model.rows()] == uids


def test_a_folded_group_counts_what_comes_and_goes_and_stays_folded(hand, space):
    panel = space.listed
    panel.group_by("family")
    panel.fold_all(True)
    assert len(panel.model.head_numbers()) == panel.model.rowCount()
    said = [panel.model.index(number, 0).data() for number in panel.model.head_numbers()]
    code = next(row for row in space.codes.model.rows if row.key == "WON-1")
    hand.select("bouwen")
    space.hand.assign(code.uid)
    now = [panel.model.index(number, 0).data() for number in panel.model.head_numbers()]
    assert next(one for one in now if one not in said).startswith("WON ")
    assert panel.model.rowCount() == len(now)
    hand.key(Qt.Key.Key_Z, KEYS.ControlModifier)
    assert [panel.model.index(n, 0).data() for n in panel.model.head_numbers()] == said
    panel.refresh()
    assert panel.model.rowCount() == len(said)
    panel.fold_all(False)
    assert len(panel.model.rows()) == panel.model.n_codings


def test_a_coding_left_on_an_older_text_is_not_listed(hand, everything):
    workspace = hand.window.workspace
    row = everything.model.rows()[0]
    keys = everything.model.n_codings
    order = workspace.read(coding_order.ranks)
    order.texts.pop(row.revision_uid)  # as if its document had been read anew
    left = workspace.read(coding_order.listing, everything._wanted, order).keys
    gone = [one for one in everything.model.rows() if one.revision_uid == row.revision_uid]
    assert len(left) == keys - len(gone)


def test_typing_lists_only_codings_with_these_words(everything, qtbot):
    n = everything.model.n_codings
    everything.head.filter_field.setFocus()
    qtbot.keyClicks(everything.head.filter_field, "woning")
    qtbot.keyClick(everything.head.filter_field, Qt.Key.Key_Return)
    rows = everything.model.rows()
    assert 0 < len(rows) < n
    for row in rows:
        where = (row.quote, row.memo, row.code_label_nl, row.code_label_en, row.coder_name)
        assert any("woning" in words.lower() for words in where)


def test_a_long_list_is_put_in_order_by_a_job(space, qtbot, monkeypatch):
    monkeypatch.setattr(codings_panel, "AT_ONCE_MAX", 3)
    with qtbot.waitSignal(space.listed.model.modelReset, timeout=20_000):
        space.listed.show_scope(in_all=True)
    order = [row.uid for row in space.listed.model.rows()]
    monkeypatch.setattr(codings_panel, "AT_ONCE_MAX", 4_000)
    space.listed.refresh()
    assert [row.uid for row in space.listed.model.rows()] == order


def test_another_code_for_all_marked_is_one_step_to_undo(hand, space):
    listed = space.listed
    before = {row.uid: (row.code_uid, row.values) for row in listed.model.rows()}
    uids = list(before)[:4]
    code = next(
        row
        for row in space.codes.model.rows
        if row.level == 2 and row.uid not in {code_uid for code_uid, _ in before.values()}
    )
    listed.table.clearSelection()
    listed.mark_all(uids)
    stack = hand.window.outfit.workspace.undo_stack
    steps = stack.count()
    space.hand.assign(code.uid)
    assert stack.count() == steps + 1
    assert {listed.row_of(uid).code_uid for uid in uids} == {code.uid}
    stack.undo()
    assert {row.uid: (row.code_uid, row.values) for row in listed.model.rows()} == before


def test_the_pointer_on_a_coding_tells_code_family_coder_and_facets(hand, space):
    uid = space.listed.model.rows()[0].uid
    hand.window.viewing.activate(uid)
    hand.key(Qt.Key.Key_M)
    row = space.listed.row_of(uid)
    assert row.values
    hand.view.show_anchor(row.anchor, flash=False)
    words = space.hand.words_of(row.uid)
    code = space.codes.row_of(row.code_uid)
    assert row.code_key in words
    above = space.codes.row_of(code.parent_uid)
    assert f"{above.label_en} › <b>{row.code_key}</b>" in words
    assert row.coder_name in words
    assert any(space.facets.words(row, facet) in words for facet in space.facets.facets)
    hand.qtbot.mouseMove(hand.view.viewport(), QPoint(2, 2))
    hand.qtbot.mouseMove(hand.view.viewport(), hand.point(row.anchor.start, 0.5))
    hand.qtbot.waitUntil(lambda: hand.view.scene.hovered_uid is not None)
    assert QToolTip.text() == space.hand.words_of(hand.view.scene.hovered_uid)


def test_f2_shows_everything_that_the_code_of_a_coding_says(hand, space):
    row = next(
        row for row in space.listed.model.rows() if space.codes.row_of(row.code_uid).not_when
    )
    hand.window.viewing.activate(row.uid)
    hand.key(Qt.Key.Key_F2)
    dialog = hand.window.findChild(CodeWordsDialog)
    assert space.codes.row_of(row.code_uid).not_when[0] in dialog.words.toPlainText()
    dialog.reject()


def test_shift_h_goes_back_among_the_codings_of_a_place(hand, space):
    anchor = hand.select("bouwen")
    codes = [row for row in space.codes.model.rows if row.level == 2][:3]
    for code in codes:
        hand.view.select(anchor)
        space.hand.assign(code.uid)
    hand.window.viewing.activate("")
    hand.click(anchor.start)
    first = hand.window.viewing.active_uid
    hand.key(Qt.Key.Key_H)
    assert hand.window.viewing.active_uid != first
    hand.key(Qt.Key.Key_H, KEYS.ShiftModifier)
    assert hand.window.viewing.active_uid == first


def test_codings_are_put_together_by_case_and_by_group(everything):
    workspace = everything._workspace
    workspace.write(group_edits.add_system, "Grootte", ["Groot", "Klein"])
    (system,) = workspace.read(case_rows.group_systems)
    for name, group in (("Lindewater", "Klein"), ("Oostervaart", "Groot")):
        case = workspace.read(case_rows.find, name)
        workspace.write(group_edits.set_typed, case.uid, "case", system.uid, group)
    everything.group_by("case")
    heads = [everything.model.index(i, 0).data() for i in everything.model.head_numbers()]
    assert [head.split()[0] for head in heads] == ["Kreekenburg", "Lindewater", "Oostervaart"]
    everything.group_by(f"system {system.uid}")
    heads = [everything.model.index(i, 0).data() for i in everything.model.head_numbers()]
    assert [head.split()[0] for head in heads] == ["Groot", "Klein", "–"]
    assert everything.head.group_button.text() == "Grootte"


def test_a_narrow_list_keeps_the_names_of_its_columns_whole(hand, everything):
    hand.window.resize(1280, 800)
    hand.window.actions_["all_coders"].setChecked(True)
    table, model = everything.table, everything.model
    hand.qtbot.waitUntil(lambda: not hand.window.outfit.jobs.running)
    font = hand.window.outfit.theme.font("strong")
    for column in range(model.columnCount()):
        name = str(model.headerData(column, Qt.Orientation.Horizontal))
        if not table.isColumnHidden(column) and column != Column.PASSAGE:
            assert QFontMetrics(font).horizontalAdvance(name) + 16 <= table.columnWidth(column)
    scale = next(i for i, facet in enumerate(model.facets) if facet.kind == "ordinal") + len(Column)
    assert model.headerData(scale, Qt.Orientation.Horizontal) == "Concr."
    tip = model.headerData(scale, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == model.name_of(scale) == "Concreteness"


def test_a_column_keeps_the_width_a_user_gave_it(hand, everything):
    hand.window.resize(1280, 800)
    table = everything.table
    table.horizontalHeader().resizeSection(Column.CODE, 60)
    table.fit_columns()
    assert table.columnWidth(Column.CODE) == 60


def test_a_narrow_head_of_the_list_stands_on_one_line(hand, everything):
    hand.window.resize(1280, 800)
    head = everything.head
    hand.qtbot.waitUntil(lambda: head.width() < 760)
    assert head.title.y() < head.filter_field.geometry().bottom()
    assert head.filter_field.y() < head.title.geometry().bottom()
    assert head.group_button.isVisible()


@pytest.mark.parametrize(("width", "share"), [(1280, 0.26), (1440, 0.36)])
def test_the_passage_has_the_most_room_in_the_list(hand, space, width, share):
    hand.window.resize(width, 800)
    table = space.listed.table
    hand.qtbot.waitUntil(lambda: table.viewport().width() < width * 0.6)
    widths = [table.columnWidth(at) for at in range(space.listed.model.columnCount())]
    assert widths[Column.PASSAGE] == max(widths) >= share * table.viewport().width()
    strong = QFontMetrics(hand.window.outfit.theme.font("strong"))
    keys = {row.key for row in space.codes.model.rows if row.level > 1}
    widest = max(strong.horizontalAdvance(key) for key in keys)
    assert widest + LEFT_OF_A_KEY_PX < widths[Column.CODE]  # no key is cut


def test_what_is_marked_stays_marked_when_the_list_is_made_anew(hand, everything, monkeypatch):
    table, model = everything.table, everything.model
    uids = {model.uid(number) for number in (0, 1, 2, 5, 7)}
    table.clearSelection()
    everything.mark_all(list(uids))
    everything.sort_by(Column.CODE)
    assert set(everything.marked_uids()) == uids
    monkeypatch.setattr(codings_panel, "NAMED_MAX", 2)  # as after an act upon hundreds
    role = model.facets[0]
    option = role.options[1].key
    everything.option_wished.emit(list(uids), role.uid, option)
    assert set(everything.marked_uids()) == uids
    everything.show_words("no coding has these words")
    everything.show_words("")
    assert len(everything.marked_uids()) <= 1


def test_a_list_of_all_coders_and_documents_still_has_room_for_the_passage(hand, everything):
    hand.window.resize(1280, 800)
    hand.window.actions_["all_coders"].setChecked(True)
    hand.qtbot.waitUntil(lambda: not hand.window.outfit.jobs.running)
    table = everything.table
    assert table.columnWidth(Column.PASSAGE) >= 160
    aside = table.horizontalScrollBar()
    hand.qtbot.waitUntil(lambda: aside.maximum() > 0)
    hand.window.resize(2560, 1440)
    hand.qtbot.waitUntil(lambda: aside.maximum() == 0)
    assert table.columnWidth(Column.PASSAGE) > 600
    assert table.horizontalHeader().length() == table.viewport().width()
