"""What stands above the tables of agreement: what is shown, the choices and the tabs."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement.agreement_rows import AgreementTable
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import agreement_terms as terms
from qualcode_app.ui.widgets.agreement_choices import AgreementChoices
from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import in_language, listing

OVERLAPS, DEFAULT_OVERLAP = (50, 70, 80, 90, 95, 100), 90  # percent


class Tab(IntEnum):
    """The tabs, from left to right."""

    CODES = 0
    PAIRS = 1
    DOCUMENTS = 2
    STRIPS = 3
    CONFUSION = 4
    DRIFT = 5
    FACETS = 6
    VERDICTS = 7
    AREAS = 8
    PROGRAMS = 9


class AgreementHead(Ground):
    """Says what is compared; holds the choices, and which tab is in front."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("tool_row", parent)
        self._theme = theme
        self.choices = AgreementChoices(theme, self)
        self.title = label(self.tr("Agreement between coders"), "heading", self)
        self.subtitle = label("", "muted", self)
        self.subtitle.setWordWrap(True)
        self.about = label("", "muted", self)  # what the figures of the tab are of
        self.about.setWordWrap(True)
        self.left_out = QPushButton(self)
        self.left_out.setProperty("kind", "link")
        self.methods_button = QPushButton(self.tr("Methods sentence"), self)
        theme.set_icon(self.methods_button, "copy")
        self.export_button = QPushButton(self.tr("Export"), self)
        theme.set_icon(self.export_button, "export")
        self.lowest_first = QCheckBox(self.tr("Lowest first"), self)
        self.in_spans = QCheckBox(self.tr("Count spans"), self)
        self.pair = QComboBox(self)
        self.pair.setAccessibleName(self.tr("Pair of coders"))
        self.code = QComboBox(self)
        self.code.setAccessibleName(self.tr("Code"))
        self.code.setMaximumWidth(300)
        self.overlap = QComboBox(self)
        self.overlap.setAccessibleName(self.tr("Overlap from which two spans match"))
        self.overlap.setToolTip(self.overlap.accessibleName())
        for percent in OVERLAPS:
            self.overlap.addItem(self.tr("overlap {n} %").format(n=percent), percent / 100)
        terms.choose(self.overlap, DEFAULT_OVERLAP / 100)
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(self.tr("Filter the codes"))
        self.sought.setAccessibleName(self.tr("Filter the codes"))
        self.sought.setClearButtonEnabled(True)
        self.sought.setFixedWidth(round(170 * theme.text_factor))
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setProperty("kind", "dense")
        self.tabs.setAccessibleName(self.tr("Figures"))
        for words in self._tab_names().values():
            self.tabs.addTab(words)
        self._lay_out()
        self.left_out.hide()
        self.show_tab(Tab.CODES)

    def show_table(self, table: AgreementTable | None) -> None:
        """Say what was compared and what was left out."""
        if table is None:
            self.subtitle.setText("")
            self.left_out.hide()
            return
        text = self.tr("{coefficient} per code, on {units}, {coders}, {documents}")
        if table.round_kind not in ("", "independent"):
            text += " · " + terms.round_kinds().get(table.round_kind, "")
        is_alpha = table.scope.coefficient == "alpha"
        self.subtitle.setText(
            text.format(
                coefficient=self.tr("Krippendorff's alpha")
                if is_alpha
                else heading(table.coefficient, language_code()),
                units=terms.unit_words()[table.scope.base],
                coders=listing(table.coders),
                documents=self.tr("%n documents", "", table.pooled.n_documents),
            )
        )
        parts = []
        if table.all_read:
            parts.append(self.tr("reading status not used"))
        elif table.n_unread:
            parts.append(self.tr("%n documents of a coder not read: left out", "", table.n_unread))
        if table.n_unfinished_spans:
            parts.append(
                self.tr("%n codings in unread themes: left out", "", table.n_unfinished_spans)
            )
        self.left_out.setText(", ".join(parts))
        self.left_out.setVisible(bool(parts))
        self._offer_pairs(table)
        self._offer_codes(table)

    def show_tab(self, tab: int) -> None:
        """Show the choices that a tab has."""
        self.sought.setVisible(tab == Tab.CODES)
        self.lowest_first.setVisible(tab not in (Tab.CONFUSION, Tab.STRIPS, Tab.PROGRAMS))
        self.in_spans.setVisible(tab == Tab.CONFUSION)
        several = self.pair.count() > 2  # with one pair, all pairs are that pair
        self.pair.setVisible(several and tab in (Tab.CONFUSION, Tab.PROGRAMS))
        self.overlap.setVisible(tab == Tab.PROGRAMS)
        self.code.setVisible(tab == Tab.STRIPS)

    # Inside

    def _tab_names(self) -> dict[Tab, str]:
        return {
            Tab.CODES: self.tr("Per code"),
            Tab.PAIRS: self.tr("Per pair"),
            Tab.DOCUMENTS: self.tr("Per document"),
            Tab.STRIPS: self.tr("Strips"),
            Tab.CONFUSION: self.tr("Confusion"),
            Tab.DRIFT: self.tr("Drift"),
            Tab.FACETS: self.tr("Facets"),
            Tab.VERDICTS: self.tr("Register"),
            Tab.AREAS: self.tr("Areas"),
            Tab.PROGRAMS: self.tr("Programs"),
        }

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("l"), 0)
        column.setSpacing(theme.space("s"))
        top = Flow(theme.space("s"))
        top.add(self.title)
        top.add_right(self.methods_button, self.export_button)
        told = QHBoxLayout()
        told.addWidget(self.subtitle, 1)
        told.addWidget(self.left_out, 0, Qt.AlignmentFlag.AlignTop)
        view = QHBoxLayout()
        view.setSpacing(theme.space("s"))
        view.setContentsMargins(0, 0, 0, theme.space("xs"))
        view.addWidget(self.about, 1)
        for box in (self.pair, self.overlap, self.code):
            view.addWidget(box)
        for widget in (self.in_spans, self.lowest_first, self.sought):
            view.addWidget(widget)
        column.addLayout(top)
        column.addLayout(told)
        column.addWidget(self.choices)
        column.addWidget(self.tabs)
        column.addLayout(view)

    def _offer_pairs(self, table: AgreementTable) -> None:
        before = self.pair.currentData()
        with QSignalBlocker(self.pair):
            self.pair.clear()
            self.pair.addItem(self.tr("All pairs"), ())
            for pair in table.pairs:
                names = listing([table.coders[at].split(maxsplit=1)[0] for at in pair])
                self.pair.addItem(names, pair)
            terms.choose(self.pair, before)

    def _offer_codes(self, table: AgreementTable) -> None:
        before = self.code.currentData()
        with QSignalBlocker(self.code):
            self.code.clear()
            self.code.addItem(self.tr("All codes"), "")
            for row in table.rows:
                name = in_language(row.code_label_nl, row.code_label_en)
                self.code.addItem(f"{row.code_key} {name}", row.code_uid)
            terms.choose(self.code, before)
