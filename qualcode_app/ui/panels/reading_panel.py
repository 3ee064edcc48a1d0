"""How far the acting coder is with each theme of the open document."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.coding import reading
from qualcode_app.services.coding.reading import StatusRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.reading_words import state_word, theme_name, told
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.painting import draw_focus, draw_square, draw_stripe, draw_words
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import ActionKey, label, rule
from qualcode_app.ui.workspace import Workspace

ROW_ROLE = Qt.ItemDataRole.UserRole  # the StatusRow
WORD_ROLE = Qt.ItemDataRole.UserRole + 1  # its state in words
SQUARE_PX = 10
NEAR_PX = 6  # a click beside the square is meant for it

Index = QModelIndex | QPersistentModelIndex


class ThemeDelegate(QStyledItemDelegate):
    """Paints stripe, theme, state in words, and its square; tells when the square is clicked."""

    square_clicked = Signal(object)  # StatusRow

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of one row."""
        return QSize(100, self._theme.size("row_dense"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one theme."""
        theme, rect = self._theme, QRect(option.rect)
        row: StatusRow = index.data(ROW_ROLE)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        draw_stripe(painter, theme.code_colours(row.colour).stripe, rect.adjusted(12, 0, 0, 0))
        draw_square(painter, theme, row.state, self._square(rect))
        words = QRect(rect.left() + 24, rect.top(), rect.width() - 24 - 32, rect.height())
        muted, small = theme.colour("text_muted"), theme.font("caption")
        end = Qt.AlignmentFlag.AlignRight
        used = draw_words(painter, words, index.data(WORD_ROLE), small, muted, end)
        name = words.adjusted(0, 0, -used - 6, 0)
        draw_words(painter, name, theme_name(row), theme.font("body"), theme.colour("text"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell a click on the square, twice when it is clicked twice."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            around = self._square(QRect(option.rect)).adjusted(-NEAR_PX, -NEAR_PX, NEAR_PX, NEAR_PX)
            if around.contains(event.position()):
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self.square_clicked.emit(index.data(ROW_ROLE))
                return True
        return super().editorEvent(event, model, option, index)

    def _square(self, rect: QRect) -> QRectF:
        middle = rect.center().y() - SQUARE_PX / 2 + 0.5
        return QRectF(rect.right() - 12 - SQUARE_PX, middle, SQUARE_PX, SQUARE_PX)


class ReadingPanel(Region):
    """Shows one row per theme; its square, Space or a double-click takes it one step on."""

    step_requested = Signal(object)  # the StatusRow to take one step on

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Reading status"))
        self._workspace = workspace
        self._viewing = viewing
        self.rows: list[StatusRow] = []

        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Themes of this document"))
        self.list.setProperty("ground", "frame")
        delegate = ThemeDelegate(theme, self.list)
        delegate.square_clicked.connect(self.step_requested)
        self.list.setItemDelegate(delegate)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._vacancy = Vacancy(self.list, "")
        self.done = label("", "caption", self)
        self.button = QPushButton(self)
        theme.set_icon(self.button, "check")

        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(label(self.tr("Reading status"), "strong", self))
        head.addStretch(1)
        head.addWidget(self.done)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.setSpacing(theme.space("s"))
        foot.addWidget(self.button, 1)
        foot.addWidget(ActionKey(actions["theme_on"], self))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(rule(self))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.body.addLayout(column)

        self.button.clicked.connect(actions["theme_on"].trigger)
        self.list.currentRowChanged.connect(self._show_button)
        self.list.itemActivated.connect(self._on_list_item_activated)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._on_space_activated)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.coder_changed.connect(self.refresh)
        viewing.document_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the themes of the open document as they now are."""
        uid = self._viewing.document_uid
        self.rows = (
            self._workspace.read(
                reading.status,
                coder_uid=self._workspace.coder_uid,
                round_uid=self._workspace.round_uid,
                document_uid=uid,
            )
            if uid
            else []
        )
        self._vacancy.say(
            self.tr("There are no themes yet: import a codebook or make a code.")
            if uid
            else self.tr("How far you are with each theme of the open document will be here.")
        )
        before = self.marked()
        self.list.clear()
        for row in self.rows:
            name, word = theme_name(row), state_word(row.state)
            item = QListWidgetItem(name, self.list)
            item.setData(ROW_ROLE, row)
            item.setData(WORD_ROLE, word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {word}")
            item.setToolTip(told(row))
        self.list.setCurrentRow(self._to_mark(before))
        done = sum(row.state == "done" for row in self.rows)
        text = self.tr("{done} of {total} read").format(done=done, total=len(self.rows))
        self.done.setText(text if self.rows else "")
        self._show_button()

    def marked(self) -> StatusRow | None:
        """Return the theme that is marked."""
        item = self.list.currentItem()
        row: StatusRow | None = item.data(ROW_ROLE) if item is not None else None
        return row

    def mark(self, family_uid: str) -> None:
        """Mark a theme."""
        families = [row.family_uid for row in self.rows]
        if family_uid in families:
            self.list.setCurrentRow(families.index(family_uid))

    def _to_mark(self, before: StatusRow | None) -> int:
        """Return the row of the theme marked before, else the first that is not read."""
        families = [row.family_uid for row in self.rows]
        if before is not None and before.family_uid in families:
            return families.index(before.family_uid)
        left = (i for i, row in enumerate(self.rows) if row.state != "done")
        return next(left, 0 if self.rows else -1)

    def _show_button(self) -> None:
        """Say what the button does to the marked theme."""
        row = self.marked()
        self.button.setEnabled(row is not None and row.state != "done")
        begun = row is None or row.state != "not_started"
        words = self.tr("Theme is read") if begun else self.tr("Begin theme")
        self.button.setText(words)
        self.button.setToolTip(words if row is None else f"{words}: {theme_name(row)}")
        self.button.setAccessibleName(self.button.toolTip())

    def _on_list_item_activated(self, item: QListWidgetItem) -> None:
        self.step_requested.emit(item.data(ROW_ROLE))

    def _on_space_activated(self) -> None:
        if (row := self.marked()) is not None:
            self.step_requested.emit(row)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.READING_STATUS, Kind.CODE, Kind.DOCUMENT, Kind.ROUND):
            self.refresh()
