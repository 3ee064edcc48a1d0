"""The reader's hand: contents, and going to and fro in a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.headings import Heading
from qualcode_app.services.texts import sections
from qualcode_app.services.texts.sections import NewSection, Said, SectionRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.panels.contents_panel import ContentsPanel
from qualcode_app.ui.panels.page_panel import PagePanel
from qualcode_app.ui.undo.sections import (
    AddSection,
    ChangeSections,
    RemoveSection,
    ReplaceSections,
)
from qualcode_app.ui.workspace import Workspace

LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """The panels the reader's hand works with."""

    contents: ContentsPanel
    page: PagePanel


class ReadingHand(QObject):
    """Goes where the contents say and corrects them."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, place: ReadingPlace, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._contents = place.contents
        self._page = place.page
        self._contents.section_chosen.connect(self._on_contents_section_chosen)
        self._contents.rename_requested.connect(self._on_contents_rename_requested)
        self._contents.find_requested.connect(self.find_headings)

    def take_actions(self, actions: Actions) -> None:
        """Do what the actions of reading say."""
        acts: dict[str, Callable[[], object]] = {
            "go_back": self._page.view.back,
            "go_forward": self._page.view.forward,
            "heading_rename": self._contents.edit_marked,
            "heading_out": lambda: self._shift(-1),
            "heading_in": lambda: self._shift(1),
            "heading_remove": self._remove,
            "heading_add": self._add,
        }
        for name, act in acts.items():
            actions.on(name, act, self)

    def find_headings(self) -> None:
        """Look for headings in the open document, away from the window."""
        document, project = self._page.document, self._workspace.project
        if document is None or project is None:
            return
        revision_uid, title = document.revision_uid, document.title
        job = self._jobs.start(
            self.tr("Finding headings"),
            lambda progress: project.read(sections.found, revision_uid, progress),
        )
        job.succeeded.connect(lambda found: self._take_over(revision_uid, title, found))
        job.failed.connect(self._workspace.failed)

    def _take_over(self, revision_uid: str, title: str, found: tuple[Heading, ...]) -> None:
        self._workspace.do(ReplaceSections(self._workspace, revision_uid, found, title))

    def _shift(self, step: int) -> None:
        """Move the marked heading and all below it a level out (-1) or in (1)."""
        row, document = self._contents.marked(), self._page.document
        if row is None or document is None or not 1 <= row.level + step <= sections.DEEPEST:
            return
        rows = self._contents.with_all_below(row)
        after = {one.uid: Said(one.title, one.level + step) for one in rows}
        self._workspace.do(ChangeSections(self._workspace, document.revision_uid, rows, after))

    def _remove(self) -> None:
        row, document = self._contents.marked(), self._page.document
        if row is not None and document is not None:
            self._workspace.do(RemoveSection(self._workspace, document.revision_uid, row))

    def _add(self) -> None:
        """Make the selected words a heading, on the level of the one they stand under."""
        selected, document = self._page.view.selection(), self._page.document
        if selected is None or document is None:
            self._page.message.tell(self.tr("Select the words of the heading first."), "info")
            return
        title = " ".join(self._page.text(selected).split())[:LONGEST_TITLE]
        rows = self._workspace.read(sections.rows, document.revision_uid)
        above = [row for row in rows if row.anchor.start <= selected.start]
        level = above[-1].level if above else 1
        new = NewSection(document.revision_uid, level, title, selected.start)
        if self._workspace.do(AddSection(self._workspace, new)):
            self._contents.mark(new.uid)

    def _on_contents_section_chosen(self, row: SectionRow) -> None:
        end = min(row.anchor.end, row.anchor.start + max(len(row.title), 1))
        self._page.view.show_anchor(TextAnchor(row.anchor.start, end))

    def _on_contents_rename_requested(self, row: SectionRow, title: str) -> None:
        document, after = self._page.document, {row.uid: Said(title, row.level)}
        if document is not None:
            change = ChangeSections(self._workspace, document.revision_uid, [row], after)
            if not self._workspace.do(change):
                self._contents.refresh()  # the title typed was refused
