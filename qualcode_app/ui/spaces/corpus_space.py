"""The corpus work space: the table of what counts, and what cases are told by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.cases import (
    attribute_edits,
    case_edits,
    group_edits,
    ledger,
    outside,
    terms,
)
from qualcode_app.services.cases.case_rows import CaseRow, WaveRow
from qualcode_app.services.cases.corpus import CorpusDocument, State, corpus
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.documents import documents
from qualcode_app.ui.ask import Asker
from qualcode_app.ui.dialogs.new_attribute import NewAttribute, NewAttributeDialog
from qualcode_app.ui.item_models.corpus_grid import Field, GridRow, What
from qualcode_app.ui.panels.corpus_panel import CorpusPanel
from qualcode_app.ui.panels.groups_panel import GroupsPanel
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.undo.corpus import ChangeRegister
from qualcode_app.ui.undo.documents import RenameDocument
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.workspace import Workspace

SIDE_PX = 300
SHOWN = (
    Kind.DOCUMENT,
    Kind.STUDY_CASE,
    Kind.WAVE,
    Kind.GROUP_SYSTEM,
    Kind.CASE_GROUP,
    Kind.MEMBERSHIP,
    Kind.ATTRIBUTE,
    Kind.ATTRIBUTE_VALUE,
)


class CorpusSpace(QWidget):
    """Turns what is typed in the two panels into acts that can be undone."""

    import_requested = Signal()
    document_requested = Signal(str)  # uid

    def __init__(
        self, workspace: Workspace, theme: Theme, ask: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._ask = ask
        self.panel = CorpusPanel(theme, self)
        self.groups = GroupsPanel(theme, self)
        self.sides = Splitter("corpus", Qt.Orientation.Horizontal, workspace.settings, theme, self)
        self.sides.put(self.panel, self.groups, sizes=(1100, SIDE_PX), stretch=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
        panel, groups = self.panel, self.groups
        # Later, for an act refills the views, which must have put their editors away by then.
        queued = Qt.ConnectionType.QueuedConnection
        panel.edited.connect(self._on_panel_edited, queued)
        panel.import_requested.connect(self.import_requested)
        panel.add_case_requested.connect(self._on_panel_add_case_requested)
        panel.remove_case_requested.connect(self._on_panel_remove_case_requested)
        panel.document_requested.connect(self.document_requested)
        panel.state_requested.connect(self.set_state)
        groups.add_requested.connect(self._on_groups_add_requested)
        groups.renamed.connect(self._on_groups_renamed, queued)
        groups.remove_requested.connect(self._on_groups_remove_requested)
        groups.move_requested.connect(self._on_groups_move_requested)
        workspace.changed.connect(self._on_workspace_changed)

    @property
    def regions(self) -> list[Region]:
        """The regions in the order F6 walks them."""
        return [self.panel, self.groups]

    def look(self) -> None:
        """Show the register as it now is."""
        register = self._workspace.read(corpus)
        self.panel.show_register(register, self._workspace.read(outside.stray))
        self.groups.show_register(register)

    def set_state(self, chosen: Sequence[CorpusDocument], state: State) -> None:
        """Take documents in or out; going out the reason is asked."""
        reason = ""
        if state == "out":
            told = next((one.out_reason for one in chosen if one.out_reason), "")
            words = self.tr("Why do %n documents not count?", "", len(chosen))
            asked = self._ask.line(self, self.tr("Out of the corpus"), words, told)
            if asked is None:
                return
            reason = asked
        uids = [one.uid for one in chosen]
        text = self.tr("%n documents in or out of the corpus", "", len(uids))
        self._do(text, Act(case_edits.set_state, uids, state, reason))

    # Inside

    def _do(self, text: str, act: Act) -> None:
        if not self._workspace.do(ChangeRegister(self._workspace, text, act)):
            self.look()  # a refused text stands in the cell no longer

    def _on_panel_edited(self, row: GridRow, field: Field, text: str) -> None:
        document, case = row.document, row.case
        if field.what is What.STATE and document is not None:
            self.set_state([document], cast(State, text))
            return
        if field.what is What.DOCUMENT and document is not None:
            rows = self._workspace.read(documents.rows, counted=False)
            named = next(one for one in rows if one.uid == document.uid)
            self._workspace.do(RenameDocument(self._workspace, named, text))
            return
        act = _of_document(document, field.what, text) if document is not None else None
        if act is None and case is not None:
            act = _of_case(case, field.what, text)
        if act is None and field.what is What.SYSTEM:
            act = self._groups_act(row, field.uid, text)
        if act is None and field.what is What.ATTRIBUTE:
            act = self._value_act(row, field.uid, text)
        if act is None:
            words = self.tr("This document has no case yet. Type one in the column Case first.")
            self.panel.message.tell(words, "info")
            self.look()
            return
        self.panel.message.hide()
        words = self.tr("{column} of {name} changed")
        name = document.title if document else (case.name if case else "")
        self._do(words.format(column=field.title, name=name), act)

    def _groups_act(self, row: GridRow, system: str, text: str) -> Act | None:
        """Change the groups of the document where it has its own, else those of its case."""
        register, document = self.panel.model.register, row.document
        if register is None:
            return None
        groups = register.groups
        has_own = document is not None and any(
            one.member_uid == document.uid and groups[one.group_uid].system_uid == system
            for one in register.memberships
        )
        if document is not None and (has_own or row.case is None):
            return Act(group_edits.set_typed, document.uid, "document", system, text)
        if row.case is None:
            return None
        return Act(group_edits.set_typed, row.case.uid, "case", system, text)

    def _value_act(self, row: GridRow, attribute_uid: str, text: str) -> Act | None:
        register = self.panel.model.register
        attributes = register.attributes if register else ()
        attribute = next((one for one in attributes if one.uid == attribute_uid), None)
        owner = row.case if attribute and attribute.of == "case" else row.document
        if attribute is None or owner is None:
            return None
        return Act(attribute_edits.set_values, attribute, owner.uid, text)

    def _on_panel_add_case_requested(self) -> None:
        name = self._ask.line(self, self.tr("Add a case"), self.tr("Name of the case"), "")
        if name is not None:
            text = self.tr("Case {name} added").format(name=name)
            self._do(text, Act(case_edits.add_case, name))

    def _on_panel_remove_case_requested(self, case: CaseRow) -> None:
        text = self.tr("Case {name} removed").format(name=case.name)
        self._do(text, Act(case_edits.remove_case, case.uid))

    def _on_groups_add_requested(self, kind: Kind) -> None:
        if kind is Kind.ATTRIBUTE:
            dialog = NewAttributeDialog(self._theme, self.window())
            dialog.wanted.connect(self._on_attribute_wanted)
            dialog.open()
            return
        title, sentence = {
            Kind.WAVE: (self.tr("Add a wave"), self.tr("Name, such as 2022")),
            Kind.GROUP_SYSTEM: (self.tr("Add a system"), self.tr("Name, such as size or region")),
            Kind.CASE_GROUP: (self.tr("Add a group"), self.tr("Name of the group")),
        }[kind]
        name = self._ask.line(self, title, sentence, "")
        if name is None:
            return
        act = {
            Kind.WAVE: Act(group_edits.add_wave, name),
            Kind.GROUP_SYSTEM: Act(group_edits.add_system, name),
            Kind.CASE_GROUP: Act(group_edits.add_group, self.groups.system_uid(), name),
        }[kind]
        self._do(self.tr("{name} added").format(name=name), act)

    def _on_attribute_wanted(self, new: NewAttribute) -> None:
        act = Act(attribute_edits.add, new.title, new.kind, new.of, many=new.many, unit=new.unit)
        self._do(self.tr("{name} added").format(name=new.title), act)

    def _on_groups_renamed(self, kind: Kind, uid: str, text: str) -> None:
        act = Act(group_edits.rename, kind, uid, text)
        if kind is Kind.WAVE:
            try:
                (term,) = terms.read(text) or [terms.TypedTerm("")]
            except QualcodeError as error:
                self._workspace.failed.emit(error)
                self.look()
                return
            wave = WaveRow(uid, term.title, term.valid_from, term.valid_to)
            act = Act(group_edits.change_wave, wave)
        self._do(self.tr("{name} renamed").format(name=text), act)

    def _on_groups_remove_requested(self, kind: Kind, uid: str, title: str) -> None:
        use_case: ledger.UseCase[str] = {
            Kind.WAVE: group_edits.remove_wave,
            Kind.GROUP_SYSTEM: group_edits.remove_system,
            Kind.CASE_GROUP: group_edits.remove_group,
            Kind.ATTRIBUTE: attribute_edits.remove,
        }[kind]
        self._do(self.tr("{name} removed").format(name=title), Act(use_case, uid))

    def _on_groups_move_requested(self, uid: str, step: int) -> None:
        self._do(self.tr("Group moved"), Act(group_edits.move_group, uid, step))

    def _on_workspace_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.bulk or changes.touches(*SHOWN)):
            self.look()


def _of_document(document: CorpusDocument, what: What, text: str) -> Act | None:
    match what:
        case What.CASE:
            return Act(case_edits.place_in_case, document.uid, text)
        case What.WAVE:
            return Act(group_edits.place_in_wave, document.uid, text)
        case What.DATE:
            return Act(case_edits.set_date, document.uid, text)
        case What.REASON:
            return Act(case_edits.set_state, [document.uid], "out", text)
        case _:
            return None


def _of_case(case: CaseRow, what: What, text: str) -> Act | None:
    match what:
        case What.CASE:
            return Act(case_edits.change_case, replace(case, name=text))
        case What.CODE:
            return Act(case_edits.change_case, replace(case, code=text))
        case What.REASON:
            return Act(outside.set_reason, case.uid, text)
        case What.ALIASES:
            aliases = tuple(alias.strip() for alias in text.split(";") if alias.strip())
            return Act(case_edits.change_case, replace(case, aliases=aliases))
        case _:
            return None
