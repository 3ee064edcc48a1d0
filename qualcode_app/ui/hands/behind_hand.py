"""Shows what a figure rests on, keeps it up to date, and serves the acts on its passages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from qualcode_app.services.analysis.behind import Behind
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.coding import relations
from qualcode_app.services.coding.relations import NewRelation, RelationKind
from qualcode_app.services.documents import citations
from qualcode_app.services.store.project import Project
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.evidence_panel import EvidencePanel
from qualcode_app.ui.undo.relations import LayRelation, TakeRelation
from qualcode_app.ui.wording import quotation

Find = Callable[[Project, Study], Behind]


class BehindHand(QObject):
    """Reads evidence away from the window; after a change of the data it is read once more."""

    told = Signal(object)  # Answer the evidence belongs to
    failed = Signal(object)  # error

    def __init__(self, outfit: Outfit, evidence: EvidencePanel) -> None:
        super().__init__(evidence)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._evidence = evidence
        self._study: Study | None = None
        self._find: Find | None = None
        self._job: Job | None = None
        evidence.cite_requested.connect(self._on_evidence_cite_requested)
        evidence.relation_requested.connect(self._on_evidence_relation_requested)

    def take_study(self, study: Study) -> None:
        """Show what lies behind the same figure in other data."""
        self._study = study
        self._read()

    def show(self, title: str, find: Find) -> None:
        """Show what a figure rests on."""
        self._find = find
        self._evidence.show_head(title, "")
        self._evidence.show_rows((), 0, "")
        self._read()

    def drop(self) -> None:
        """Follow no figure any more: something else is shown, or nothing."""
        self._find = self._job = None

    def _read(self) -> None:
        project, study, find = self._workspace.project, self._study, self._find
        if project is None or study is None or find is None:
            return
        self._job = self._outfit.jobs.read(
            self.tr("Reading passages"), project, lambda view, _progress: find(view, study)
        )
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self.failed)

    def _on_job_succeeded(self, found: Behind) -> None:
        if self.sender() is not self._job:
            return
        evidence, answer = self._evidence, found.answer
        has_passages = any(isinstance(row, Passage) for row in found.rows)
        words = self.tr("%n passages", "", found.n_all) if has_passages else ""
        before = evidence.list.currentIndex().row()
        evidence.show_head(evidence.title.text(), words)
        evidence.show_rows(found.rows, found.n_all, self._nothing(found))
        evidence.show_row(before)
        self.told.emit(answer)
        if answer.question.kind == Kind.TOGETHER and has_passages:
            evidence.offer_relations()

    def _nothing(self, found: Behind) -> str:
        if found.answer.question.kind == Kind.TOGETHER:
            return self.tr("The two do not stand near each other here.")
        return self.tr("Nothing coded here, and the theme is not marked as read: unknown.")

    def _on_evidence_cite_requested(self, row: Passage) -> None:
        said = quotation(self._workspace.read(citations.of, row.document_uid, row.anchor))
        QGuiApplication.clipboard().setText(said)
        self._evidence.message.tell(self.tr("Copied: {sentence}").format(sentence=said), "info")

    def _on_evidence_relation_requested(self, row: Passage, kind: RelationKind) -> None:
        """Lay a relation, or take it away where it lies."""
        one, other = row.codings[:2]
        pair = (one.code_key, other.code_key)
        laid = next(
            (
                known
                for known in self._workspace.read(relations.rows, [one.uid])
                if known.kind == kind and {known.from_uid, known.to_uid} == {one.uid, other.uid}
            ),
            None,
        )
        if laid is not None:
            self._workspace.do(TakeRelation(self._workspace, laid, pair))
        else:
            new = NewRelation(one.uid, other.uid, kind)
            self._workspace.do(LayRelation(self._workspace, new, pair))
