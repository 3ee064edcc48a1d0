"""What a file would change in a codebook that is here, code by code, to be ticked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from qualcode_app.services.exchange.codebook_update import CodeUpdate, Effect, UpdatePlan
from qualcode_app.services.exchange.codebooks import Plan
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.field_names import field_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, error_sentence, in_language, listing
from qualcode_app.ui.wording import label as label_of

KEY_ROLE = Qt.ItemDataRole.UserRole
SIZE_PX = (960, 620)


class CodebookUpdate(Dialog):
    """Shows a plan; what is in use here and would go is not ticked."""

    wanted = Signal(object, str)  # frozenset of keys, reason

    def __init__(self, theme: Theme, plan: Plan, update: UpdatePlan, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Take over changes of a codebook"), self.tr("Take over"))
        book = plan.arrived.book
        clashes = sum(one.effect == "clash" for one in update.updates)
        words = self.tr("“{title}” is here already. The file differs in {n} codes.")
        title = in_language(book.title_nl, book.title_en)
        self.summary = label(words.format(title=title, n=count(len(update.updates))), "strong")
        self.summary.setWordWrap(True)
        self.content.addWidget(self.summary)
        self.content.addWidget(self._hint(clashes, update))
        self.tree = QTreeWidget(self)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Codes that differ"))
        self.tree.setHeaderLabels(
            [self.tr("Code"), self.tr("What"), self.tr("Here"), self.tr("In the file")]
        )
        for one in update.updates:
            self._add(one)
        head = self.tree.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((300, 230, 200)):
            self.tree.setColumnWidth(column, width)
        self.content.addWidget(self.tree, 1)
        self.reason = QLineEdit(self)
        self.add_field(self.tr("Reason"), self.reason, self.tr("Kept with the revisions."))
        if plan.arrived.findings:
            said = [error_sentence(one.said) for one in plan.arrived.findings]
            self.message.tell("\n".join(dict.fromkeys(said)), "info")
        if not update.updates:
            self.message.tell(self.tr("The file says what the codebook says."), "info")
            self.act_button.setEnabled(False)
        self.take_room(*SIZE_PX)

    def chosen(self) -> frozenset[str]:
        """Return the keys of the ticked codes."""
        items = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        ticked = (one for one in items if one and one.checkState(0) == Qt.CheckState.Checked)
        return frozenset(str(one.data(0, KEY_ROLE)) for one in ticked)

    def accept(self) -> None:
        """Send the choice; an empty one is told here."""
        if not self.chosen():
            self.message.tell(
                self.tr("Nothing is ticked, so nothing would change. Tick what is to change.")
            )
            return
        self.wanted.emit(self.chosen(), self.reason.text().strip())
        super().accept()

    def _hint(self, clashes: int, update: UpdatePlan) -> QWidget:
        lines = [self.tr("A ticked code says what the file says; the others stay as they are.")]
        if clashes:
            words = self.tr("%n codes were changed here and in the file: choose.", "", clashes)
            lines.append(words)
        if update.left_out:
            words = self.tr("Facets and registers of the file stay out: {keys}.")
            lines.append(words.format(keys=listing(list(update.left_out))))
        says = label("\n".join(lines), "muted", self)
        says.setWordWrap(True)
        return says

    def _add(self, one: CodeUpdate) -> None:
        item = QTreeWidgetItem(self.tree, [f"{one.key}  {label_of(one)}", self._words(one.effect)])
        item.setData(0, KEY_ROLE, one.key)
        item.setSizeHint(0, QSize(0, self.theme.size("row_dense")))  # of all: heights are uniform
        ticked = Qt.CheckState.Checked if one.by_default else Qt.CheckState.Unchecked
        item.setCheckState(0, ticked)
        for field in one.fields:
            says = self.tr("changed here too") if field.clashes else ""
            line = QTreeWidgetItem(
                item, [field_name(field.field), says, _flat(field.here), _flat(field.arrives)]
            )
            line.setToolTip(2, field.here)
            line.setToolTip(3, field.arrives)
        item.setExpanded(one.effect == "clash")

    def _words(self, effect: Effect) -> str:
        return {
            "new": self.tr("new"),
            "changed": self.tr("changed in the file"),
            "clash": self.tr("changed here and there"),
            "retired": self.tr("retired here: use again"),
            "missing": self.tr("not in the file: retire"),
        }[effect]


def _flat(text: str) -> str:
    return " ".join(text.split())
