"""What a merge changes, by kind and document; a row opens the list of its items."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from qualcode_app.domain.changes import Kind
from qualcode_app.services.merging.outcomes import Effect
from qualcode_app.services.teams.plan_items import Item
from qualcode_app.services.teams.plan_tree import Branch, Place, PlanTree, Row
from qualcode_app.ui.item_models.merge_words import item_words, kind_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.count_tree import CountTree
from qualcode_app.ui.wording import translate

NUMBER = Qt.ItemDataRole.UserRole  # under which the rows behind a line are kept
ITEMS_MAX = 200  # listed below one document; the rest is counted
FIRST = (  # as a study is made: work on pages before what it rests on
    Kind.CODING,
    Kind.READING_STATUS,
    Kind.MEMO,
    Kind.JUDGEMENT,
    Kind.CODE,
    Kind.DOCUMENT,
    Kind.ATTRIBUTE_VALUE,
)


class PlanView(CountTree):
    """Asks for the items of a row when it is opened."""

    items_wanted = Signal(object, object)  # the row of this view, the rows of the plan

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        name = translate("merge", "What changes")
        super().__init__(theme, name, [name], parent)
        self._tree: PlanTree | None = None
        self._file: int | None = None
        self._rows: list[list[Row]] = []
        self.itemExpanded.connect(self._on_item_expanded)

    def show_plan(self, tree: PlanTree | None, file: int | None = None) -> None:
        """Show what one file brings, or all together."""
        self._tree, self._file = tree, file
        self._rows = []
        self.clear()
        if tree is None:
            return
        branches = sorted(tree.branches, key=self._order)
        for branch in branches:
            if any(branch.counts(file).values()):
                self._add_branch(branch)
                if branch.kind is Kind.CODING:
                    self._add_facets(tree)
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)

    def show_items(self, parent: QTreeWidgetItem, items: Sequence[Item]) -> None:
        """List items below the row that asked for them."""
        parent.takeChildren()
        for item in items:
            self.add(parent, [item_words(item)], {item.effect: 1})
        more = len(self._rows[parent.data(0, NUMBER)]) - len(items)
        if more > 0:
            QTreeWidgetItem(parent, [self.tr("and %n more", "", more)])

    def _order(self, branch: Branch) -> tuple[bool, int]:
        counts = branch.counts(self._file)
        changes = any(n for effect, n in counts.items() if effect is not Effect.SAME)
        place = FIRST.index(branch.kind) if branch.kind in FIRST else len(FIRST)
        return not changes, place

    def _add_branch(self, branch: Branch) -> None:
        item = self.add(None, [kind_name(branch.kind)], branch.counts(self._file), strong=True)
        if [place.document_uid for place in branch.places] == [""]:
            self._give_rows(item, branch.places[0])
            return
        for place in branch.places:
            counts = place.counts(self._file)
            if any(counts.values()):
                title = place.title or self.tr("Of the whole project")
                self._give_rows(self.add(item, [title], counts), place)

    def _add_facets(self, tree: PlanTree) -> None:
        counts = tree.facets.get(self._file, {})
        if any(counts.values()):
            self.add(None, [self.tr("Facets on codings")], counts, strong=True)

    def _give_rows(self, item: QTreeWidgetItem, place: Place) -> None:
        rows = [row for row in place.rows if self._file is None or self._file in row.files]
        if rows:
            item.setData(0, NUMBER, len(self._rows))
            self._rows.append(rows)
            shown = QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator
            item.setChildIndicatorPolicy(shown)

    def _on_item_expanded(self, item: QTreeWidgetItem) -> None:
        number = item.data(0, NUMBER)
        if number is not None and item.childCount() == 0:
            QTreeWidgetItem(item, [self.tr("Reading…")])
            self.items_wanted.emit(item, self._rows[number][:ITEMS_MAX])
