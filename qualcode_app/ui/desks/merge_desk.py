"""Merging files: a plan is worked out and shown, decided upon, carried out and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.ui.desks.project_desk import ProjectDesk
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit

if TYPE_CHECKING:
    from qualcode_app.services.merging.batches import BatchFacts
    from qualcode_app.services.merging.outcomes import Key, Matches, MergePlan, Version
    from qualcode_app.services.teams.plan_tree import PlanTree, Row
    from qualcode_app.services.teams.tasks import Greeting
    from qualcode_app.ui.spaces.merge_space import MergeSpace

QUOTE_MAX = 60  # characters of a coding that has no place


class MergeDesk(QObject):
    """Serves the merge work space; all that takes long runs away from the window."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    told = Signal(str)  # what was done, for the status bar
    merged = Signal(object)  # BatchFacts: what came in
    withdraw_wanted = Signal(object)  # BatchFacts
    codings_wanted = Signal(object)  # BatchFacts
    coding_wanted = Signal(str)  # uid of a coding to be looked at

    def __init__(
        self,
        outfit: Outfit,
        desk: ProjectDesk,
        open_space: Callable[[], MergeSpace | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._desk = desk
        self._window = window
        self._open_space = open_space
        self._space: MergeSpace | None = None
        self._task: Greeting | None = None  # of an update that is being taken in
        self._workspace.closed.connect(self._on_workspace_closed)

    def merge_asked(self) -> None:
        """Ask for files of other coders; without an open project also for the one they go into."""
        ask, folder = self._outfit.ask, self._desk.folder
        if self._workspace.project is None:
            target = ask.merge_target(self._window, folder)
            if target is not None:
                self._desk.open(target, then=self.merge_asked)
            return
        chosen = ask.projects(self._window, folder)
        if chosen:
            self.plan(chosen)

    def plan(
        self,
        chosen: Sequence[Path],
        matches: Matches | None = None,
        task: Greeting | None = None,
    ) -> None:
        """Work out what merging would do, and show it.

        Args:
            chosen: The files.
            matches: What was decided about names of which an earlier plan asked.
            task: Of an update from the lead: it becomes the task of this file.
        """
        from qualcode_app.services.merging import twins  # noqa: PLC0415  SQLAlchemy comes with it
        from qualcode_app.services.teams import plan_tree  # noqa: PLC0415  likewise

        project = self._workspace.project
        if project is None:
            return
        self._task = task

        def compare(_progress: object) -> tuple[MergePlan, PlanTree]:
            made = twins.prepare(project, chosen, matches)
            return made, plan_tree.read(project, made)

        job = self._outfit.jobs.start(self.tr("Comparing files"), compare)
        job.succeeded.connect(lambda made: self._show_plan(*made))
        job.failed.connect(self.failed)

    def show_withdrawn(self, batch: BatchFacts) -> None:
        """Show no longer what was taken out again."""
        space = self._space
        done = space.done if space is not None else None
        if space is not None and done is not None and done.batch == batch:
            space.show_nothing()

    # Inside

    def _show_plan(self, plan: MergePlan, tree: PlanTree) -> None:
        from qualcode_app.services.teams import arrivals  # noqa: PLC0415  likewise

        space = self._shown_space()
        if space is not None:
            earlier = self._workspace.read(arrivals.withdrawn_before, plan)
            space.show_plan(plan, tree, earlier)

    def _shown_space(self) -> MergeSpace | None:
        space = self._open_space()
        if space is not None and space is not self._space:
            self._space = space
            space.panel.files_wanted.connect(self._on_files_wanted)
            space.panel.items_wanted.connect(self._on_items_wanted)
            space.side.matched.connect(self._on_matched)
            space.side.wanted.connect(self._on_wanted)
            space.side.dropped.connect(space.show_nothing)
            space.side.withdraw_wanted.connect(self.withdraw_wanted)
            space.side.codings_wanted.connect(self.codings_wanted)
            space.side.coding_wanted.connect(self.coding_wanted)
        return space

    def _on_files_wanted(self) -> None:
        plan = self._space.plan if self._space is not None else None
        if plan is None:
            return
        known = [file.path for file in plan.files]
        chosen = self._outfit.ask.projects(self._window, self._desk.folder)
        more = [path for path in chosen if path not in known]
        if more:
            self.plan([*known, *more], task=self._task)

    def _on_items_wanted(self, parent: QTreeWidgetItem, rows: Sequence[Row]) -> None:
        from qualcode_app.services.teams import plan_items  # noqa: PLC0415  likewise

        project, space = self._workspace.project, self._space
        if project is None or space is None or (plan := space.shown_plan) is None:
            return
        language = language_code()
        job = self._outfit.jobs.start(
            self.tr("Reading rows"),
            lambda _progress: plan_items.read(project, plan, rows, language),
        )
        job.succeeded.connect(lambda items: space.show_items(parent, items))
        job.failed.connect(self.failed)

    def _on_matched(self, plan: MergePlan, matches: Matches) -> None:
        self.plan([file.path for file in plan.files], matches, self._task)

    def _on_wanted(self, plan: MergePlan, choices: dict[Key, Version]) -> None:
        from qualcode_app.services.teams import carrying  # noqa: PLC0415  likewise

        project, space, task = self._workspace.project, self._space, self._task
        if project is None or space is None:
            return
        space.side.wait()
        job = self._outfit.jobs.start(
            self.tr("Merging files"),
            lambda progress: carrying.carry_in(project, plan, choices, progress, task),
        )
        job.succeeded.connect(lambda changes: self._on_merged(changes, plan))
        job.cancelled.connect(lambda: space.side.show_plan(plan))
        job.failed.connect(lambda error: self._on_merge_failed(error, plan))

    def _on_merged(self, changes: Changes, plan: MergePlan) -> None:
        from qualcode_app.services.coding import rereading  # noqa: PLC0415  likewise
        from qualcode_app.services.teams import arrivals  # noqa: PLC0415  likewise
        from qualcode_app.ui.task_words import greeting_words  # noqa: PLC0415  likewise
        from qualcode_app.ui.widgets.after_merge import Done  # noqa: PLC0415  likewise

        self._workspace.changed.emit(changes)
        coders: dict[str, int] = {}
        for file in plan.files:
            for name, n in file.coders.items():
                coders[name] = coders.get(name, 0) + n
        told = self.tr("p. {page}  “{quote}”")
        left = [
            told.format(page=one.page_label, quote=one.quote[:QUOTE_MAX])
            for one in self._workspace.read(rereading.left_behind)
        ]
        moved = self.tr("p. {page}  “{before}” → “{now}”")
        doubtful = [
            (
                one.uid,
                moved.format(
                    page=one.page_label, before=one.before[:QUOTE_MAX], now=one.now[:QUOTE_MAX]
                ),
            )
            for one in self._workspace.read(rereading.doubtful)
        ]
        batch = self._workspace.read(arrivals.latest)
        if batch is not None:
            self.merged.emit(batch)
        task, self._task = self._task, None
        if self._space is not None:
            is_update = task is not None
            done = Done(batch, sorted(coders.items()), left, doubtful, is_update=is_update)
            self._space.show_done(plan, done)
        self.told.emit(greeting_words(task) if task is not None else self.tr("Files merged"))

    def _on_merge_failed(self, error: QualcodeError, plan: MergePlan) -> None:
        """Say why nothing was merged, and compare again: project or files may have changed."""
        self.failed.emit(error)
        self.plan([file.path for file in plan.files], plan.matches, self._task)

    def _on_workspace_closed(self) -> None:
        self._space = None
        self._task = None
