"""What was once cut, overlapped or drawn in another colour than its role."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyleOptionComboBox, QTableWidget

from qualcode_app.services.agreement.agreement_details import ConfusionTable
from qualcode_app.services.codebook.code_review import ReviewRow
from qualcode_app.ui.dialogs.code_review import CodeReview
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.agreement_columns import value_columns
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import NUMBER_EDGE_PX, ElidedBox, number_box
from qualcode_app.ui.widgets.figure_table import FigureTable
from qualcode_app.ui.widgets.heat_map import HeatMap

RING_PX = 2
LEFT_REST_PX = 842  # of the agreement at a window of 1280
LONG = "Daarvan is dertig procent sociale huur, en een kwart middenhuur tot duizend euro per maand."


@pytest.fixture(params=["light", "dark", "high_contrast"])
def each_theme(request, qapp, theme):
    chosen = Theme(request.param)
    chosen.apply(qapp)
    yield chosen
    theme.apply(qapp)


def test_the_largest_confusion_has_the_ground_and_the_ink_of_the_heat_map(each_theme, qtbot):
    view = HeatMap(each_theme)
    qtbot.addWidget(view)
    numbers = ((9, 5, 0), (5, 9, 1), (0, 1, 0))
    view.matrix.show(ConfusionTable((0, 1), ("a", "b"), ("A", "B"), numbers, numbers, None))
    view.resize(400, 200)
    view.show()
    picture: QImage = view.viewport().grab().toImage()
    cell = view.visualRect(view.matrix.index(0, 1))
    inside = [
        picture.pixelColor(x, y).name()
        for x in range(cell.left() + 2, cell.right() - 2)
        for y in range(cell.top() + 2, cell.bottom() - 2)
    ]
    assert max(set(inside), key=inside.count) == each_theme.colour("heat_high").name()
    assert each_theme.colour("on_heat_high").name() in inside


@pytest.mark.parametrize(
    ("name", "shared"),
    [("Facet", "Gedeelde coderingen"), ("Register", "Door twee beoordeeld")],
)
def test_a_table_of_figures_fits_beside_its_passages(theme, qtbot, name, shared):
    table = FigureTable(theme, "Figures")
    qtbot.addWidget(table)
    table.resize(LEFT_REST_PX, 300)
    table.show()
    table.show_lines(value_columns(name, shared), [])
    assert table.horizontalScrollBar().maximum() == 0


def test_the_ring_of_a_focused_table_is_whole(each_theme, window, qtbot):
    dialog = Dialog(each_theme, window)
    table = QTableWidget(3, 2, dialog)
    dialog.content.addWidget(table)
    dialog.show()
    table.setFocus()
    inner = table.rect().adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
    for part in (table.horizontalHeader(), table.verticalHeader(), table.viewport()):
        assert inner.contains(part.geometry())
    dialog.close()


def test_a_coding_to_review_is_quoted_in_whole_words(theme, window, qtbot):
    dialog = CodeReview(theme, window)
    told = ("c", "d", "Kreekenburg", "Noor", "k", "WON-1", "", "redefine", "WON-1", (), LONG)
    dialog.show_rows([ReviewRow(*told)], [])
    first, quote = dialog.list.item(0).text().split("\n")
    assert first.count("WON-1") == 1
    assert quote.endswith("…”")
    assert set(quote.strip("“”…").split()) <= set(LONG.split())
    dialog.close()


def test_a_long_choice_ends_in_dots_and_is_told_whole(theme, qtbot):
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem(LONG)
    box.resize(200, 32)
    drawn = QStyleOptionComboBox()
    box.initStyleOption(drawn)
    assert drawn.currentText.endswith("…")
    assert (box.currentText(), box.toolTip()) == (LONG, LONG)


def test_a_number_stands_clear_of_the_edge_of_its_box(theme, qtbot):
    box = number_box(None, 0, 9, 8)
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    ground = theme.colour("raised").name()
    inside = [(x, y) for x in range(3, 30) for y in range(6, box.height() - 6)]
    ink = [x for x, y in inside if picture.pixelColor(x, y).name() != ground]
    assert min(ink) >= NUMBER_EDGE_PX
