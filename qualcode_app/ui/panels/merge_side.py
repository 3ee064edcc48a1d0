"""At the right of a merge: what has to be decided first, and afterwards what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qualcode_app.services.merging.outcomes import Matches, MergePlan
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.after_merge import AfterMerge, Done
from qualcode_app.ui.widgets.clash_panel import ClashPanel
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import Ground, KeyCaps, label
from qualcode_app.ui.wording import date

ACT_KEY = "Ctrl+Return"


class MergeSide(Region):
    """The button acts once everything is decided; until then words beside it say what is left."""

    wanted = Signal(object, object)  # MergePlan, choices by clash
    matched = Signal(object, object)  # MergePlan, Matches: a plan to be made anew
    dropped = Signal()  # the plan is not carried out
    withdraw_wanted = Signal(object)  # BatchFacts
    codings_wanted = Signal(object)  # BatchFacts
    coding_wanted = Signal(str)  # uid of a coding to be looked at

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Clashes"))
        self._theme = theme
        self._actions = actions
        self._plan: MergePlan | None = None
        self.clashes: ClashPanel | None = None
        self.after: AfterMerge | None = None
        self.act_button = QPushButton(self)
        self.act_button.setProperty("kind", "primary")
        self.drop_button = QPushButton(self.tr("Do not merge"), self)
        self.left_words = label("", "", self)
        self.base_words = label("", "caption", self)
        for words in (self.left_words, self.base_words):
            words.setWordWrap(True)
        self.foot = Ground("foot", self)
        self._column = QVBoxLayout()
        edge = theme.space("l")
        self._column.setContentsMargins(edge, edge, edge, edge)
        self.body.addLayout(self._column, 1)
        self.body.addWidget(self._laid_foot())
        self.act_button.clicked.connect(self.act)
        self.drop_button.clicked.connect(self.dropped)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show an empty side."""
        self._plan = None
        self._put(None)
        self.foot.hide()

    def show_plan(self, plan: MergePlan) -> None:
        """Show what has to be decided before a plan is carried out."""
        self._plan = plan
        verb = self.tr("Compare again") if plan.doubts else self.tr("Merge")
        self.act_button.setText(verb)
        self.clashes = ClashPanel(self._theme, plan, self)
        self._put(self.clashes)
        self.clashes.decided.connect(self._show_undecided)
        self.foot.show()
        self._show_undecided()

    def show_done(self, done: Done) -> None:
        """Show what came in, and what to do next."""
        self._plan = None
        self.after = AfterMerge(self._theme, self._actions, done, self)
        self._put(self.after)
        self.after.withdraw_wanted.connect(self.withdraw_wanted)
        self.after.codings_wanted.connect(self.codings_wanted)
        self.after.coding_wanted.connect(self.coding_wanted)
        self.foot.hide()

    def act(self) -> None:
        """Carry the plan out once everything is decided; where names were in doubt, plan anew."""
        plan, clashes = self._plan, self.clashes
        if plan is None or clashes is None or clashes.n_open:
            return
        if plan.doubts:
            before = plan.matches
            same = frozenset(uids for uids, is_one in clashes.same.items() if is_one)
            apart = frozenset(clashes.same) - same
            self.matched.emit(plan, Matches(before.same | same, before.apart | apart))
        else:
            self.wanted.emit(plan, clashes.choices)

    def wait(self) -> None:
        """Let nothing be pressed while the plan is being carried out."""
        self.act_button.setEnabled(False)
        self.drop_button.setEnabled(False)

    # Inside

    def _put(self, content: ClashPanel | AfterMerge | None) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        self.clashes = content if isinstance(content, ClashPanel) else None
        self.after = content if isinstance(content, AfterMerge) else None
        if content is not None:
            self._column.addWidget(content, 1)

    def _laid_foot(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.drop_button)
        buttons.addWidget(self.act_button)
        left = QHBoxLayout()
        left.addWidget(self.left_words, 1)
        left.addWidget(KeyCaps(ACT_KEY, self))
        column = QVBoxLayout(self.foot)
        edge = self._theme.space("l")
        column.setContentsMargins(edge, self._theme.space("m"), edge, self._theme.space("m"))
        column.setSpacing(self._theme.space("s"))
        column.addWidget(self.base_words)
        column.addLayout(left)
        column.addLayout(buttons)
        return self.foot

    def _show_undecided(self) -> None:
        plan, clashes = self._plan, self.clashes
        if plan is None or clashes is None:
            return
        left = clashes.n_open
        self.act_button.setEnabled(left == 0)
        self.drop_button.setEnabled(True)
        if left and plan.doubts:
            words = self.tr("%n names left to decide: one or two?", "", left)
        elif left:
            words = self.tr("%n clashes left to decide", "", left)
        else:
            words = self.tr("Everything is decided.") if plan.clashes else ""
        self.left_words.setText(words)
        said = [self.tr("A backup is made first. The merge can be withdrawn as a whole later.")]
        handed = [one.handed_out_at for one in plan.files if one.handed_out_at is not None]
        if handed:
            base = self.tr("Common base: handed out on {date}.").format(date=date(min(handed)))
            said.append(base)
        self.base_words.setText(" ".join(said))
