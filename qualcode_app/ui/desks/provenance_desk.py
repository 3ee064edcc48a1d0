"""Where things came from: batches withdrawn, history told, the project checked and repaired."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.snapshot import Column, Snapshot, Table
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.ask import Question
from qualcode_app.ui.desks.project_desk import ProjectDesk
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit

if TYPE_CHECKING:
    from qualcode_app.domain.changes import Changes
    from qualcode_app.services.merging.batches import BatchFacts, Kept
    from qualcode_app.services.provenance.checking import Finding
    from qualcode_app.services.provenance.history import About
    from qualcode_app.services.provenance.joining import Which
    from qualcode_app.services.provenance.repairing import Repaired

NAMED_MAX = 8  # rows named before a withdrawal
EXPORTED_MAX = 1_000_000


class ProvenanceDesk(QObject):
    """Shows where everything came from, and takes it out again."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    told = Signal(str)  # what was done, for the status bar
    withdrawn = Signal(object)  # BatchFacts

    def __init__(
        self, outfit: Outfit, actions: Actions, desk: ProjectDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._desk = desk
        self._window = window
        self._n_walked = 0  # steps done, undone and redone since the window stands
        self._merged_at: dict[str, int] = {}  # how many they were, by batch of a merge
        self._workspace.undo_stack.indexChanged.connect(self._on_undo_stack_index_changed)
        actions.on("batches", self.list_batches, self)
        actions.on("history", self.show_history, self)
        actions.on("check_project", self.check, self)
        actions.on("whose_work", self.show_owners, self)

    # Batches

    def note_merge(self, batch: BatchFacts) -> None:
        """Remember that a merge stands on all that was done so far, and under what follows."""
        self._merged_at[batch.uid] = self._n_walked

    def list_batches(self) -> None:
        """Show what came in together."""
        from qualcode_app.services.merging import batches  # noqa: PLC0415  SQLAlchemy with it
        from qualcode_app.ui.dialogs.batches import BatchesDialog  # noqa: PLC0415  likewise

        if self._workspace.project is None:
            return
        rows = self._workspace.read(batches.facts)
        dialog = BatchesDialog(self._outfit.theme, rows, self._window)
        dialog.withdraw_requested.connect(self.withdraw)
        dialog.open()

    def withdraw(self, batch: BatchFacts) -> None:
        """Look away from the window what of a batch would stay, and ask where anything does."""
        from qualcode_app.services.merging import batches  # noqa: PLC0415  SQLAlchemy with it

        project = self._workspace.project
        if project is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Looking what was changed since"),
            lambda _progress: project.read_beside(batches.told, batch.uid),
        )
        job.succeeded.connect(lambda kept: self._on_kept_known(batch, kept))
        job.failed.connect(self.failed)

    def _on_kept_known(self, batch: BatchFacts, kept: list[Kept]) -> None:
        """Take a batch out again, once the user knows what of it stays."""
        from qualcode_app.services.teams import arrivals  # noqa: PLC0415  SQLAlchemy with it

        project = self._workspace.project
        if project is None:
            return
        if kept and not self._outfit.ask.certain(self._window, self._question(batch, kept)):
            return
        job = self._outfit.jobs.start(
            self.tr("Withdrawing"),
            lambda _progress: project.write(arrivals.withdraw, batch.uid),
        )
        is_whole = not kept
        job.succeeded.connect(lambda changes: self._on_withdrawn(batch, changes, is_whole=is_whole))
        job.failed.connect(self.failed)

    def _on_withdrawn(self, batch: BatchFacts, changes: Changes, *, is_whole: bool) -> None:
        if not is_whole or self._merged_at.get(batch.uid) != self._n_walked:
            self._workspace.undo_stack.clear()  # its steps may be about what is gone
        self._workspace.changed.emit(changes)
        self.withdrawn.emit(batch)
        self.told.emit(self.tr("{label} withdrawn").format(label=batch.label))

    def _on_undo_stack_index_changed(self, _index: int) -> None:
        self._n_walked += 1

    def _question(self, batch: BatchFacts, kept: list[Kept]) -> Question:
        from qualcode_app.ui.item_models.merge_words import kind_name  # noqa: PLC0415

        named = [f"{kind_name(one.kind)}: {one.words}" for one in kept[:NAMED_MAX]]
        if len(kept) > NAMED_MAX:
            named.append(self.tr("and %n more", "", len(kept) - NAMED_MAX))
        words = self.tr("%n rows were worked on since, or are needed, and stay:", "", len(kept))
        return Question(
            self.tr("Withdraw {label}").format(label=batch.label),
            "\n".join([words, *named]),
            self.tr("Withdraw the other %n rows", "", batch.n_rows - len(kept)),
        )

    # History

    def show_history(self) -> None:
        """Show what happened."""
        from qualcode_app.services.codebook import codebook  # noqa: PLC0415  SQLAlchemy with it
        from qualcode_app.services.documents import documents  # noqa: PLC0415  likewise
        from qualcode_app.services.provenance import history  # noqa: PLC0415  likewise
        from qualcode_app.services.teams import arrivals  # noqa: PLC0415  likewise
        from qualcode_app.ui.dialogs.history import HistoryDialog  # noqa: PLC0415  likewise

        if self._workspace.project is None:
            return
        choices = (
            [(row.uid, row.title) for row in self._workspace.read(documents.rows, counted=False)],
            [(row.uid, row.key) for row in self._workspace.read(codebook.rows, counted=False)],
            [(row.uid, row.name) for row in self._workspace.coders()],
        )
        dialog = HistoryDialog(
            self._outfit.theme,
            lambda about: self._workspace.read(history.events, about),
            choices,
            self._workspace.read(arrivals.origins),
            self._window,
        )
        dialog.export_requested.connect(self.export_history)
        dialog.open()

    def export_history(self, about: About) -> None:
        """Ask where the acts go, and write them as a table."""
        from qualcode_app.formats.csv_table import CsvExporter, CsvStyle  # noqa: PLC0415
        from qualcode_app.services.provenance import history  # noqa: PLC0415  SQLAlchemy with it
        from qualcode_app.ui.dialogs.history import event_words  # noqa: PLC0415  likewise

        project = self._workspace.project
        if project is None:
            return
        name = " ".join([project.path.stem, self.tr("history")])
        kinds = self.tr("Comma separated values (*.csv)")
        path = self._outfit.ask.export_file(
            self._window, Path(self._desk.folder) / f"{name}.csv", kinds
        )
        if path is None:
            return
        heads = ("When", "Coder", "What", "Words", "Rows", "Came with")
        events = self._workspace.read(history.events, about, EXPORTED_MAX)
        table = Table(
            tuple(Column(head, "text", 20) for head in heads),
            [event_words(event) for event in events],
        )
        plain = CsvExporter(CsvStyle(dutch=language_code() == "nl", exact=False))
        target = path if path.suffix else path.with_suffix(".csv")
        job = self._outfit.jobs.start(
            self.tr("Exporting"),
            lambda progress: plain.write(Snapshot({"history": table}), target, progress),
        )
        job.succeeded.connect(
            lambda _: self.told.emit(self.tr("{name} written").format(name=target.name))
        )
        job.failed.connect(self.failed)

    # Whose work it is

    def show_owners(self) -> None:
        """Ask whose codings become whose, or which two coders are one person."""
        from qualcode_app.services.documents import documents  # noqa: PLC0415  likewise
        from qualcode_app.ui.dialogs.whose_work import WhoseWork  # noqa: PLC0415  likewise

        people = [coder for coder in self._workspace.coders() if coder.kind == "human"]
        rows = self._workspace.read(documents.rows, counted=False)
        dialog = WhoseWork(self._outfit.theme, people, rows, self._window)
        dialog.reassign_requested.connect(self._on_reassign_requested)
        dialog.join_requested.connect(self._on_join_requested)
        dialog.open()

    def _on_reassign_requested(self, before: str, after: str, document_uid: str) -> None:
        from qualcode_app.services.provenance import identities  # noqa: PLC0415  likewise
        from qualcode_app.ui.undo.identities import Reassign  # noqa: PLC0415  likewise

        uids = self._workspace.read(identities.codings_of, before, document_uid or None)
        self._workspace.do(Reassign(self._workspace, uids, before, after))

    def _on_join_requested(self, gone: str, stays: str) -> None:
        """Join two identities; where they said different things the user chooses first."""
        from qualcode_app.services.provenance import differences, joining  # noqa: PLC0415  likewise
        from qualcode_app.ui.dialogs.join_coders import JoinDialog  # noqa: PLC0415  likewise

        plan = self._workspace.read(joining.plan, gone, stays)
        if not plan.n_open:
            self._join(gone, stays, {})
            return
        names = {coder.uid: coder.name for coder in self._workspace.coders()}
        listed = self._workspace.read(differences.told, plan, language_code())
        dialog = JoinDialog(self._outfit.theme, (names[gone], names[stays]), listed, self._window)
        dialog.wanted.connect(lambda chosen: self._join(gone, stays, chosen))
        dialog.open()

    def _join(self, gone: str, stays: str, chosen: dict[str, Which]) -> None:
        from qualcode_app.services.provenance import joining  # noqa: PLC0415  likewise
        from qualcode_app.ui.undo.identities import JoinCoders  # noqa: PLC0415  likewise

        plan = self._workspace.read(joining.plan, gone, stays, chosen)
        self._workspace.do(JoinCoders(self._workspace, plan))

    # Checking

    def check(self) -> None:
        """Check the open project, away from the window."""
        from qualcode_app.services.provenance import checking  # noqa: PLC0415  SQLAlchemy with it

        project = self._workspace.project
        if project is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Checking the project"),
            lambda progress: checking.check_open(project, progress),
        )
        job.succeeded.connect(self._on_checked)
        job.failed.connect(self.failed)

    def _on_checked(self, found: list[Finding]) -> None:
        from qualcode_app.ui.dialogs.findings import FindingsDialog  # noqa: PLC0415  likewise

        dialog = FindingsDialog(self._outfit.theme, found, self._window)
        dialog.repair_requested.connect(self.repair)
        dialog.open()

    def repair(self) -> None:
        """Ask where a repaired copy goes, and write it."""
        from qualcode_app.services.provenance import repairing  # noqa: PLC0415  SQLAlchemy with it

        project = self._workspace.project
        if project is None:
            return
        name = " ".join([project.path.stem, self.tr("repaired")])
        path = self._outfit.ask.export_file(
            self._window,
            Path(self._desk.folder) / f"{name}{project.path.suffix}",
            self.tr("QualCode projects (*.qualcode)"),
        )
        if path is None:
            return
        target = path.with_suffix(project.path.suffix)
        job = self._outfit.jobs.start(
            self.tr("Writing a repaired copy"),
            lambda _progress: repairing.repair_open(project, target),
        )
        job.succeeded.connect(lambda done: self._on_repaired(done, target))
        job.failed.connect(self.failed)

    def _on_repaired(self, done: Repaired, path: Path) -> None:
        left = self.tr("%n findings left", "", len(done.left))
        words = self.tr("{name} written: {moved} codings moved to their words, {left}")
        self.told.emit(words.format(name=path.name, moved=done.n_moved, left=left))
