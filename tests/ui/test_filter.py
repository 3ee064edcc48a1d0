"""The filter of all panels in the real window: what it hides is told, whoever made it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from qualcode_app.ui.dialogs.coding_filter import CodingFilterDialog

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def ask(hand, qtbot) -> CodingFilterDialog:
    qtbot.keyClick(hand.window, Qt.Key.Key_I, CTRL_SHIFT)
    return hand.window.findChild(CodingFilterDialog)


def test_a_coding_that_the_filter_hides_says_so_when_it_is_made(hand, qtbot):
    dialog = ask(hand, qtbot)
    dialog.item(hand.code("MOB").uid).setCheckState(0, Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.act_button, LEFT)
    message = hand.space.page.message
    assert message.isHidden()
    hand.select("regie terug")
    hand.space.hand.assign(hand.code("WON-2").uid)
    assert "The filter hides this coding. Ctrl+Shift+X" in message.sentence.text()
    message.hide()
    hand.key(Qt.Key.Key_V)  # a facet of it is not told again
    assert message.isHidden()


def test_that_a_coding_is_hidden_is_not_said_any_more_when_all_are_shown_again(hand, qtbot):
    dialog = ask(hand, qtbot)
    dialog.item(hand.code("MOB").uid).setCheckState(0, Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.act_button, LEFT)
    hand.select("regie terug")
    hand.space.hand.assign(hand.code("WON-2").uid)
    assert hand.space.page.message.isVisible()
    qtbot.keyClick(hand.window, Qt.Key.Key_X, CTRL_SHIFT)
    assert hand.space.page.message.isHidden()


def test_a_filter_by_another_coder_shows_what_that_coder_made(hand, qtbot):
    dialog = ask(hand, qtbot)
    own = hand.window.workspace.coder_uid
    entries = [dialog.coders.item(number) for number in range(dialog.coders.count())]
    (other, *_) = [entry for entry in entries if entry.data(Qt.ItemDataRole.UserRole) != own]
    other.setCheckState(Qt.CheckState.Checked)
    assert not hand.window.viewing.all_coders
    qtbot.mouseClick(dialog.act_button, LEFT)
    assert hand.space.page.coders_button.isChecked()
    coders = {row.coder_uid for row in hand.space.listed.model.rows()}
    assert coders == {other.data(Qt.ItemDataRole.UserRole)}
