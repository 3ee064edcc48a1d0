"""The table of agreement as the window shows it: figures, order, levels, and when it is stale."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from qualcode_app.ui.item_models.agreement_columns import value_columns
from qualcode_app.ui.panels.agreement_panel import AgreementPanel
from qualcode_app.ui.widgets.figure_table import FigureTable

LONG_MS = 30_000


def agreement(window, qtbot) -> AgreementPanel:
    window.actions_["space_agreement"].trigger()
    panel = window.view.agreement
    qtbot.waitUntil(lambda: panel.report is not None, timeout=LONG_MS)
    return panel


def test_agreement_shows_the_figures_of_the_service(window, qtbot):
    from qualcode_app.services.agreement import agreements  # noqa: PLC0415

    panel = agreement(window, qtbot)
    table = window.workspace.read(agreements.table)
    assert panel.pages.codes.lines.rowCount() == len(table.rows) + 1
    assert panel.pages.codes.lines.index(0, 0).data() == "All codes together"
    shown = panel.pages.codes.lines.index(0, 1).data()
    assert shown == f"{table.pooled.alpha.value:.2f}"
    for number, row in enumerate(table.rows, start=1):
        assert panel.pages.codes.lines.index(number, 0).data().startswith(row.code_key)


def test_the_lowest_agreement_comes_on_top_when_asked(window, qtbot):
    panel = agreement(window, qtbot)
    panel.head.lowest_first.click()
    values = [
        panel.pages.codes.lines.row(at).alpha.value
        for at in range(1, panel.pages.codes.lines.rowCount())
    ]
    known = [value for value in values if value == value]
    assert known == sorted(known)
    assert values[: len(known)] == known


def test_the_level_of_codes_is_a_choice(window, qtbot):
    panel = agreement(window, qtbot)
    panel.head.choices.level_buttons[0].click()
    qtbot.waitUntil(
        lambda: panel.report is not None and panel.report.table.level == 1, timeout=LONG_MS
    )
    keys = [
        panel.pages.codes.lines.row(at).code_key
        for at in range(1, panel.pages.codes.lines.rowCount())
    ]
    assert all("-" not in key or key.startswith("REST") for key in keys)


def test_a_coding_makes_the_table_stale(window, hand, qtbot):
    panel = agreement(window, qtbot)
    before = sum(panel.pages.codes.lines.row(0).n_spans)
    window.actions_["space_coding"].trigger()
    hand.view.select(hand.space.listed.model.row(0).anchor)
    hand.space.hand.assign(hand.code("VEI-1").uid)
    window.actions_["space_agreement"].trigger()
    qtbot.waitUntil(
        lambda: sum(panel.pages.codes.lines.row(0).n_spans) == before + 1, timeout=LONG_MS
    )


def test_without_anything_read_it_says_so_and_offers_to_count_all(window, qtbot):
    from qualcode_app.services.coding import reading  # noqa: PLC0415
    from qualcode_app.services.documents import documents  # noqa: PLC0415

    workspace = window.workspace
    for coder in workspace.coders():
        for document in workspace.read(documents.rows):
            place = reading.Reading(coder.uid, workspace.round_uid, document.uid)
            states = workspace.read(reading.states, place)
            workspace.write(reading.set_states, place, dict.fromkeys(states, "not_started"))
    window.actions_["space_agreement"].trigger()
    panel = window.view.agreement
    qtbot.waitUntil(panel.message.isVisible, timeout=LONG_MS)
    assert "Nobody has marked a document as read" in panel.message.sentence.text()
    panel.message.button.click()
    qtbot.waitUntil(lambda: panel.report is not None, timeout=LONG_MS)
    assert panel.head.left_out.text() == "reading status not used"


def test_a_table_of_figures_shows_its_heads_whole(theme, qtbot):
    table = FigureTable(theme, "Figures")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show_lines(value_columns("Value", "Passages that all coders share"), [])
    letters = QFontMetrics(theme.font("strong"))
    for section, column in enumerate(table.lines.columns):
        if column.width_px:
            assert letters.horizontalAdvance(column.head) + 16 <= table.columnWidth(section)
