"""A project of another program before it comes in: documents, quotes, and what has no place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QTabWidget, QWidget

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.offset_counting import COUNTINGS, Counting
from qualcode_app.services.exchange.project_plan import ImportPlan, SourcePlan
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.row_table import RowTable
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, error_sentence, listing, translate

SIZE_PX = (980, 660)
SHOWN = 500  # rows of a list
WORDS_CHARS = 60


class ProjectArrival(Dialog):
    """Shows a plan, plans anew with each choice, and asks whether it is carried out."""

    plan_wanted = Signal(object)  # Counting, or None: told from the file
    file_wanted = Signal(str, str)  # guid and title of a source that is not in the file
    wanted = Signal(object)  # ImportPlan

    def __init__(self, theme: Theme, plan: ImportPlan, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Import a project of another program"), self.tr("Import"))
        self._plan = plan
        self.summary = label("", "strong", self)
        self.detail = label("", "muted", self)
        for words in (self.summary, self.detail):
            words.setWordWrap(True)
            self.content.addWidget(words)
        self.counting = QComboBox(self)
        self.point_button = QPushButton(self.tr("Point to the file…"), self)
        self.point_button.setAutoDefault(False)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.tr("What the file brings"))
        self.sources = self._table(
            self.tr("Documents"),
            (
                self.tr("Document"),
                self.tr("What happens"),
                self.tr("Codings"),
                self.tr("Without a place"),
                self.tr("Why"),
            ),
            4,
        )
        where = self.tr("Document"), self.tr("Code"), self.tr("Coder")
        self.quotes = self._table(self.tr("Some quotes"), (*where, self.tr("Words")), 3)
        self.unplaced = self._table(
            self.tr("Without a place"), (*where, self.tr("Words"), self.tr("Why")), 4
        )
        self.findings = self._table(self.tr("Mended or lost"), (self.tr("What"),), 0)
        self._set_up()
        self.show_plan(plan)
        self.take_room(*SIZE_PX)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what would happen."""
        self._plan = plan
        self.summary.setText(self._summary(plan))
        self.detail.setText(self._details(plan))
        self.sources.show_rows([self._source(one) for one in plan.sources[:SHOWN]])
        self.quotes.show_rows(
            [(one.document, one.code, one.coder, _line(one.quote)) for one in plan.shown]
        )
        self.unplaced.show_rows(
            [
                (one.document, one.code, one.coder, _cut(one.quote), error_sentence(one.said))
                for one in plan.unplaced[:SHOWN]
            ]
        )
        told = dict.fromkeys(error_sentence(one) for one in plan.findings)
        self.findings.show_rows([(one,) for one in list(told)[:SHOWN]])
        for at, (name, n) in enumerate(
            (
                (self.tr("Documents"), len(plan.sources)),
                (self.tr("Some quotes"), len(plan.shown)),
                (self.tr("Without a place"), len(plan.unplaced)),
                (self.tr("Mended or lost"), len(told)),
            )
        ):
            self.tabs.setTabText(at, f"{name} ({count(n)})")
        self.act_button.setEnabled(not plan.adds_nothing)
        self._on_source_chosen()

    # Inside

    def _set_up(self) -> None:
        self.counting.setAccessibleName(self.tr("How the program counts in texts"))
        self.counting.addItem(self.tr("As the file tells"), None)
        for one in COUNTINGS:
            self.counting.addItem(counting_words(one), one)
        row = QHBoxLayout()
        row.setSpacing(self.theme.space("s"))
        words = label(self.tr("How the program counts in texts"), "", self)
        words.setBuddy(self.counting)
        row.addWidget(words)
        row.addWidget(self.counting)
        row.addStretch(1)
        row.addWidget(self.point_button)
        self.content.addLayout(row)
        self.content.addWidget(self.tabs, 1)
        self.counting.activated.connect(self._on_counting_activated)
        self.sources.itemSelectionChanged.connect(self._on_source_chosen)
        self.point_button.clicked.connect(self._on_point_clicked)
        self.accepted.connect(lambda: self.wanted.emit(self._plan))

    def _table(self, name: str, heads: Sequence[str], wide: int) -> RowTable:
        table = RowTable(self.theme, name, heads, wide=wide, parent=self)
        self.tabs.addTab(table, name)
        return table

    def _summary(self, plan: ImportPlan) -> str:
        head = self.tr("“{title}”, written by {origin}:").format(
            title=plan.title, origin=plan.origin or self.tr("an unknown program")
        )
        if plan.adds_nothing:
            known = self.tr("everything of it is in the project already.")
            return f"{head} {known}"
        n = plan.counts
        new = [
            words
            for kind, words in (
                (Kind.DOCUMENT, self.tr("%n documents", "", n[Kind.DOCUMENT])),
                (Kind.CODER, self.tr("%n coders", "", n[Kind.CODER])),
                (Kind.CODE, self.tr("%n codes", "", n[Kind.CODE])),
                (Kind.CODING, self.tr("%n codings", "", n[Kind.CODING])),
                (Kind.MEMO, self.tr("%n memos", "", n[Kind.MEMO])),
                (Kind.STUDY_CASE, self.tr("%n cases", "", n[Kind.STUDY_CASE])),
                (Kind.CASE_GROUP, self.tr("%n groups", "", n[Kind.CASE_GROUP])),
                (Kind.JUDGEMENT, self.tr("%n verdicts", "", n[Kind.JUDGEMENT])),
            )
            if n[kind]
        ]
        what = self.tr("{what} come in.")
        small = self.tr("small things")
        return f"{head} {what.format(what=listing(new) or small)}"

    def _details(self, plan: ImportPlan) -> str:
        said = []
        if plan.came_before:
            said.append(self.tr("This very file came in before."))
        counted = counting_words(plan.counting)
        if plan.is_guess:
            words = self.tr("Places count {counting}: so most begin and end at words.")
            said.append(words.format(counting=counted))
        else:
            said.append(self.tr("Places count {counting}.").format(counting=counted))
        for n, words in (
            (plan.n_here, self.tr("{n} codings are here already.")),
            (plan.n_double, self.tr("{n} stand twice and count once.")),
            (plan.n_normalised, self.tr("{n} were found without line ends and hyphens.")),
            (plan.n_nearest, self.tr("{n} stand at several places; the nearest was taken.")),
        ):
            if n:
                said.append(words.format(n=count(n)))
        return " ".join(said)

    def _source(self, one: SourcePlan) -> tuple[str, ...]:
        states = {
            "new": self.tr("comes in"),
            "here": self.tr("is here"),
            "missing": self.tr("is missing"),
            "other_media": self.tr("stays out"),
        }
        why = error_sentence(one.said) if one.said is not None else ""
        n_unplaced = count(one.n_unplaced) if one.n_unplaced else ""
        return one.title, states[one.state], count(one.n_codings), n_unplaced, why

    def _chosen(self) -> SourcePlan | None:
        row = self.sources.currentRow()
        return self._plan.sources[row] if 0 <= row < len(self._plan.sources) else None

    def _on_source_chosen(self) -> None:
        one = self._chosen()
        self.point_button.setEnabled(one is not None and one.state == "missing")

    def _on_point_clicked(self) -> None:
        one = self._chosen()
        if one is not None:
            self.file_wanted.emit(one.guid, one.title)

    def _on_counting_activated(self, _at: int) -> None:
        self.plan_wanted.emit(self.counting.currentData())


def counting_words(one: Counting) -> str:
    """Return how a program counts, in words."""
    unit = translate("exchange", "characters")
    if one.is_utf16:
        unit = translate("exchange", "UTF-16 units")
    if one.crlf == 2:
        return translate("exchange", "{unit}, a line end as two").format(unit=unit)
    return translate("exchange", "{unit}, a line end as one").format(unit=unit)


def _line(quote: str) -> str:
    return " ".join(quote.split())


def _cut(quote: str) -> str:
    """Return a quote that leaves room for what stands beside it."""
    words = _line(quote)
    return words if len(words) <= WORDS_CHARS else f"{words[: WORDS_CHARS - 1]}…"
