"""The merge work space: what files bring at the left, what has to be decided at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QWidget
from shiboken6 import isValid

from qualcode_app.services.merging.outcomes import MergePlan
from qualcode_app.services.teams.arrivals import Earlier
from qualcode_app.services.teams.plan_items import Item
from qualcode_app.services.teams.plan_tree import PlanTree
from qualcode_app.ui.actions import DIGITS, Actions
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.merge_panel import MergePanel
from qualcode_app.ui.panels.merge_side import MergeSide
from qualcode_app.ui.widgets.after_merge import Done
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.wording import date

SIDES_PX = (980, 452)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MergeSpace(QWidget):
    """Shows a plan until it is carried out or dropped, and then what came of it."""

    def __init__(self, outfit: Outfit, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: MergePlan | None = None  # to be carried out
        self.shown_plan: MergePlan | None = None  # that one, or what was done by it
        self.done: Done | None = None
        self._tree: PlanTree | None = None
        self.panel = MergePanel(outfit.theme, actions, self)
        self.side = MergeSide(outfit.theme, actions, self)
        sideways = Qt.Orientation.Horizontal
        self.sides = Splitter("merge", sideways, outfit.settings, outfit.theme, self)
        self.sides.put(self.panel, self.side, sizes=SIDES_PX, stretch=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
        for number, key in enumerate(DIGITS):
            self._on_key(key, partial(self._choose, number))
        self._on_key("N", partial(self._step, 1))
        self._on_key("B", partial(self._step, -1))
        self.show_nothing()

    @property
    def regions(self) -> list[Region]:
        """The regions in the order F6 walks them."""
        return [self.panel, self.side]

    def look(self) -> None:
        """Put the focus where something can be done."""
        clashes = self.side.clashes
        if clashes is not None and clashes.n_open:
            clashes.list.setFocus()
        elif self.plan is None and self.side.after is None:
            self.panel.begin_button.setFocus()
        else:
            self.panel.changes.setFocus()

    def show_nothing(self) -> None:
        """Show how to begin."""
        self.plan = self.shown_plan = self.done = None
        self.panel.show_nothing()
        self.side.show_nothing()

    def show_plan(self, plan: MergePlan, tree: PlanTree, earlier: list[Earlier]) -> None:
        """Show what merging would do."""
        self.plan = self.shown_plan = plan
        self._tree, self.done = tree, None
        title = self.tr("Merge %n files", "", len(plan.files))
        says = self.tr("Nothing has changed yet. This is what merging will do.")
        self.panel.show_plan(plan, tree, title, says)
        self.panel.let_add(not plan.matches.same and not plan.matches.apart)
        self.side.show_plan(plan)
        if earlier:
            told = self.tr("{name} was merged on {day} and withdrawn on {later}; it comes in anew.")
            lines = [
                told.format(name=one.name, day=date(one.merged_at), later=date(one.withdrawn_at))
                for one in earlier
            ]
            self.panel.message.tell("\n".join(lines), "warning")
        self.look()

    def show_done(self, plan: MergePlan, done: Done) -> None:
        """Show what merging did."""
        self.plan, self.done = None, done
        title = self.tr("%n files merged", "", len(plan.files))
        says = self.tr("This has changed.")
        self.panel.message.hide()
        if self._tree is not None:
            self.panel.show_plan(plan, self._tree, title, says)
        self.panel.let_add(False)
        self.side.show_done(done)
        self.look()

    def show_items(self, parent: QTreeWidgetItem, items: list[Item]) -> None:
        """List items below a row of the plan that is still shown."""
        if isValid(parent):
            self.panel.changes.show_items(parent, items)

    # Events

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter, which means something else in other work spaces."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_act(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the plan at Ctrl+Enter."""
        if self._is_act(event):
            self.side.act()
        else:
            super().keyPressEvent(event)

    # Inside

    def _is_act(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self.plan is None:
            return False
        control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in ENTER and control == Qt.KeyboardModifier.ControlModifier

    def _choose(self, number: int) -> None:
        if self.side.clashes is not None:
            self.side.clashes.choose(number)

    def _step(self, by: int) -> None:
        if self.side.clashes is not None:
            self.side.clashes.step(by)

    def _on_key(self, key: str, act: partial[None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
