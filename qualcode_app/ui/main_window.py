"""The window: it wires actions, work spaces and messages, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from qualcode_app import __version__
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.ui import menus
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.desks.assistance_desk import AssistanceDesk
from qualcode_app.ui.desks.backup_desk import BackupDesk
from qualcode_app.ui.desks.export_desk import ExportDesk
from qualcode_app.ui.desks.folder_desk import FolderDesk
from qualcode_app.ui.desks.handout_desk import HandoutDesk
from qualcode_app.ui.desks.merge_desk import MergeDesk
from qualcode_app.ui.desks.project_desk import ProjectDesk
from qualcode_app.ui.desks.provenance_desk import ProvenanceDesk
from qualcode_app.ui.desks.tour_desk import TourDesk
from qualcode_app.ui.dialogs.about import AboutDialog
from qualcode_app.ui.garbage import leave_modules_out
from qualcode_app.ui.hands.undo_hand import UndoHand
from qualcode_app.ui.look_menus import LookMenus
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.start_page import StartPage
from qualcode_app.ui.project_actions import NEEDS_PROJECT
from qualcode_app.ui.remedies import remedy_of
from qualcode_app.ui.shortcuts import Shortcuts
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.drop_field import dropped_paths
from qualcode_app.ui.widgets.message_strip import Kind as MessageKind
from qualcode_app.ui.widgets.region import Region, region_of
from qualcode_app.ui.widgets.status_strip import StatusStrip
from qualcode_app.ui.widgets.waiting import Patience
from qualcode_app.ui.widgets.workspace_bar import WorkspaceBar
from qualcode_app.ui.wording import error_sentence

if TYPE_CHECKING:
    from qualcode_app.services.documents.intake import Intake
    from qualcode_app.services.merging.batches import BatchFacts
    from qualcode_app.ui.project_view import ProjectView
    from qualcode_app.ui.spaces.merge_space import MergeSpace
    from qualcode_app.ui.undo.where import Where

SMALLEST_PX = (1024, 640)
USUAL_PX = (1440, 900)
OF_A_TEAM = ("agreement", "adjudication")  # of no use where one sees only one's own work
NOT_BLIND = ("merge", *OF_A_TEAM)


class MainWindow(QMainWindow):
    """Menu bar, work space bar, work space, status bar."""

    def __init__(self, outfit: Outfit) -> None:
        super().__init__()
        self.outfit = outfit
        self.workspace = outfit.workspace
        self.workspace.patience = Patience(outfit.theme, outfit.jobs, self)
        self.viewing = Viewing(self)
        theme = outfit.theme
        self.actions_ = Actions(theme, self)
        shortcuts = Shortcuts(self.actions_, outfit.settings)  # before anything shows a key
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST_PX)

        spaces = {
            "corpus": self.tr("Corpus"),
            "coding": self.tr("Coding"),
            "register": self.tr("Register"),
            "merge": self.tr("Merge"),
            "agreement": self.tr("Agreement"),
            "adjudication": self.tr("Adjudication"),
            "analysis": self.tr("Analysis"),
        }
        self.bar = WorkspaceBar(theme, spaces, self.actions_["palette"], self)
        self.start_page = StartPage(theme, outfit.settings, self.actions_, self)
        self.status = StatusStrip(theme, outfit.jobs, self.actions_, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.start_page)
        self.view: ProjectView | None = None  # while a project is open
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)

        self.desk = ProjectDesk(outfit.workspace, outfit.jobs, theme, outfit.ask, self)
        self.exporting = ExportDesk(outfit, self.desk, self)
        self.merging = MergeDesk(outfit, self.desk, self._open_merging, self)
        self.handing = HandoutDesk(outfit, self.desk, self.merging, self)
        self.provenance = ProvenanceDesk(outfit, self.actions_, self.desk, self)
        self.backups = BackupDesk(outfit, self.actions_, self.desk, self)
        self.assisting = AssistanceDesk(outfit, self.actions_, shortcuts, self.pages, self)
        self.tour = TourDesk(outfit, self)
        self._fill_menus()
        self._connect()
        self.folders = FolderDesk(outfit, self.merging, self._tell_of_folder, self)
        self._on_workspace_closed()
        if outfit.workspace.project is not None:
            self._on_workspace_opened()

    def regions(self) -> list[Region]:
        """Return the regions in the order F6 walks them."""
        if self.view is None:
            return [self.start_page]
        return [region for region in self.view.regions() if region.isVisibleTo(self)]

    def show_error(self, error: QualcodeError) -> None:
        """Say what was refused in the region where the act began."""
        region = region_of(QApplication.focusWidget())
        if region is None or region not in self.regions():
            region = self._main_region()
        remedy = remedy_of(error, self.desk, self.backups)
        region.message.tell(error_sentence(error), remedy.kind, remedy.words, remedy.act)

    def tell_news(self) -> None:
        """Say once after an update that there is something new."""
        self.assisting.tell_news(self._main_region().message)

    def look_like(self, other: MainWindow) -> None:
        """Look at what another window looks at."""
        if self.view is not None and other.view is not None:
            page = other.view.coding.page.view.current_page
            self.bar.tabs.setCurrentIndex(other.bar.tabs.currentIndex())
            self.actions_["all_coders"].setChecked(other.viewing.all_coders)
            self.viewing.look_at(other.viewing.document_uid)
            self.view.coding.page.view.go_to_page(page)
            self.viewing.activate(other.viewing.active_uid)
        if other.assisting.settings_page is not None:
            self.assisting.open_settings(other.assisting.settings_page)

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept documents, folders and projects."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or add what was dropped."""
        event.acceptProposedAction()
        self.desk.drop(dropped_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the size; nothing is asked, everything is on disk."""
        settings = self.outfit.settings
        settings.window_is_maximised = self.isMaximized()
        if not self.isMaximized():
            settings.window_px = [self.width(), self.height()]
        settings.save()
        super().closeEvent(event)

    # Inside

    def _fill_menus(self) -> None:
        outfit = self.outfit
        filled = menus.fill(self.menuBar(), self.actions_)
        workspace, status = outfit.workspace, self.status
        undoing = UndoHand(workspace, self.actions_, status, filled["Edit"], self)
        undoing.walked.connect(self._show_walked)
        LookMenus(filled["View"], self.assisting.preferences, self)

    def _connect(self) -> None:
        desk = self.desk
        acts: dict[str, Callable[[], object]] = {
            "new_project": desk.new,
            "open_project": desk.open_asked,
            "open_sample": desk.open_sample,
            "close_project": desk.close,
            "add_documents": desk.add_documents_asked,
            "add_folder": desk.add_folder_asked,
            "merge_files": self.merging.merge_asked,
            "save_copy": self.handing.copy_asked,
            "hand_out": self.handing.hand_out_asked,
            "send_back": self.handing.send_back_asked,
            "take_update": self.handing.update_asked,
            "export": self._export,
            "quit": self.close,
            "space_coding": partial(self.bar.show_space, "coding"),
            "space_register": partial(self.bar.show_space, "register"),
            "space_merge": partial(self.bar.show_space, "merge"),
            "space_agreement": partial(self.bar.show_space, "agreement"),
            "space_adjudication": partial(self.bar.show_space, "adjudication"),
            "space_analysis": partial(self.bar.show_space, "analysis"),
            "space_corpus": partial(self.bar.show_space, "corpus"),
            "next_region": partial(self._walk, 1),
            "jobs": self._look_at_jobs,
            "previous_region": partial(self._walk, -1),
            "about": lambda: AboutDialog(self.outfit.theme, self).open(),
        }
        for name, act in acts.items():
            self.actions_.on(name, act, self)
        self.actions_["full_screen"].toggled.connect(self._on_full_screen_toggled)
        self.start_page.project_chosen.connect(desk.open)
        self.start_page.dropped.connect(desk.drop)
        self.bar.space_chosen.connect(self._on_bar_space_chosen)
        self.bar.coder.coder_chosen.connect(self.workspace.choose_coder)
        self.bar.coder.new_coder_requested.connect(self._on_bar_new_coder_requested)
        desk.failed.connect(self.show_error)
        desk.noted.connect(self._note)
        desk.documents_added.connect(self._on_desk_documents_added)
        desk.adding.connect(self._on_desk_adding)
        self.merging.merged.connect(self.provenance.note_merge)
        self.merging.withdraw_wanted.connect(self.provenance.withdraw)
        self.merging.codings_wanted.connect(self._show_batch)
        self.merging.coding_wanted.connect(self._look_at_coding)
        self.provenance.withdrawn.connect(self.merging.show_withdrawn)
        for desk_of_team in (
            self.exporting,
            self.merging,
            self.handing,
            self.provenance,
            self.backups,
        ):
            desk_of_team.failed.connect(self.show_error)
            desk_of_team.told.connect(self._on_team_told)
        self.exporting.noted.connect(self._note)
        self.workspace.failed.connect(self.show_error)
        self.workspace.opened.connect(self._on_workspace_opened)
        self.workspace.closed.connect(self._on_workspace_closed)
        self.workspace.changed.connect(self._on_workspace_changed)
        self.workspace.coder_changed.connect(self._show_coders)

    def _export(self) -> None:
        self.exporting.scope = self.view.agreement_scope if self.view is not None else None
        self.exporting.export_asked()

    def _main_region(self) -> Region:
        return self.start_page if self.view is None else self.view.main_region()

    def _note(self, words: str) -> None:
        """Say what has to be read before it is gone."""
        self._main_region().message.tell(words, "info")

    def _tell_of_folder(
        self, words: str, kind: MessageKind, act_text: str, act: Callable[[], object] | None
    ) -> None:
        """Say what concerns the folder of the project, below what was said at its opening."""
        if self.view is not None:
            message = self.view.main_region().message
            before = "" if message.isHidden() else f"{message.sentence.text()}\n"
            message.tell(f"{before}{words}", kind, act_text, act)

    def _open_merging(self) -> MergeSpace | None:
        """Go to the merge work space, which a blind file has while an update is taken in."""
        if self.view is None:
            return None
        self.bar.show_spaces(without=OF_A_TEAM if self.view.is_blind else ())
        self.bar.show_space("merge")
        return self.view.merge_space

    def _look_at_coding(self, uid: str) -> None:
        """Go to a coding on its page, whoever made it."""
        if self.view is not None:
            self.bar.show_space("coding")
            self.actions_["all_coders"].setChecked(True)
            self.view.coding.hand.show_coding(uid)

    def _show_batch(self, batch: BatchFacts) -> None:
        """List the codings that came in together."""
        if self.view is not None:
            self.bar.show_space("coding")
            self.view.origins.show_batch(batch)

    def _show_walked(self, where: Where) -> None:
        """Go to what undo took back or brought back."""
        if self.view is not None:
            self.bar.show_space("coding")
            self.view.coding.returning.show(where)

    def _walk(self, step: int) -> None:
        regions = self.regions()
        now = next((i for i, region in enumerate(regions) if region.has_focus), None)
        at = (0 if step > 0 else -1) if now is None else (now + step) % len(regions)
        regions[at].take_focus()

    def _look_at_jobs(self) -> None:
        """Go to what runs, where it can be stopped."""
        if not self.status.take_focus():
            self.status.show_act(self.tr("Nothing is running."), can_undo=False)

    def _show_coders(self) -> None:
        if self.workspace.project is not None:
            people = [coder for coder in self.workspace.coders() if coder.kind == "human"]
            self.bar.coder.show_coders(people, self.workspace.coder_uid)

    def _on_workspace_opened(self) -> None:
        """Show the project; the panels and their services are imported now and not before."""
        from qualcode_app.ui.project_view import ProjectView  # noqa: PLC0415

        leave_modules_out()
        project = self.workspace.project
        if project is None:
            return
        outfit = self.outfit
        self.view = ProjectView(outfit, self.viewing, self.actions_, self.pages)
        self.view.facts_changed.connect(self.status.show_facts)
        self.view.space_requested.connect(self.bar.show_space)
        self.pages.addWidget(self.view)
        self.pages.setCurrentWidget(self.view)
        self.bar.show()
        self.bar.show_space("coding")
        self.bar.project.setText(project.title)
        file = project.path  # copies of one project have one title, and files of their own
        named = "" if file.stem == project.title else f" ({file.name})"
        self.setWindowTitle(f"{project.title}{named} – QualCode")
        self.actions_.enable(True, *NEEDS_PROJECT)
        self.status.show_saved(self.tr("All saved"))
        self._show_coders()
        self.view.tell_facts()
        self.view.coding.returning.come_back()
        self.view.coding.page.focus_page()
        self.view.greet()
        self.bar.show_spaces(without=NOT_BLIND if self.view.is_blind else ())
        self.tell_news()
        self._ask_who()

    def _ask_who(self) -> None:
        """Ask who is at work in a file that came from somebody else."""
        if not self.workspace.asks_who:
            return
        people = [coder for coder in self.workspace.coders() if coder.kind == "human"]
        name = self.outfit.ask.who(self, [coder.name for coder in people])
        known = next((coder for coder in people if coder.name == name), None)
        if known is not None:
            self.workspace.choose_coder(known.uid)
        elif name is not None:
            self.workspace.add_coder(name)
        self._show_coders()

    def _on_workspace_closed(self) -> None:
        """Show the start page."""
        view, self.view = self.view, None
        self.viewing.forget()
        if view is not None:
            view.coding.page.let_go()
            self.pages.removeWidget(view)
            view.deleteLater()
        self.pages.setCurrentWidget(self.start_page)
        self.bar.hide()
        self.setWindowTitle("QualCode")
        self.actions_.enable(False, *NEEDS_PROJECT)
        self.status.show_saved("")
        self.status.forget_act()
        self.status.show_facts(f"QualCode {__version__}")
        self.start_page.refresh()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.CODER):
            self._show_coders()

    def _on_desk_adding(self, is_adding: bool) -> None:
        if self.view is not None:
            self.view.coding.documents.show_adding(is_adding)

    def _on_desk_documents_added(self, intake: Intake) -> None:
        if self.view is not None:
            self.view.show_intake(intake)
            words = self.tr("%n documents added", "", len(intake.taken))
            self.status.show_act(words, can_undo=False)

    def _on_team_told(self, words: str) -> None:
        self.status.show_act(words, can_undo=False)

    def _on_bar_space_chosen(self, name: str) -> None:
        if self.view is not None:
            self.view.show_space(name)

    def _on_bar_new_coder_requested(self) -> None:
        name = self.outfit.ask.line(self, self.tr("New coder"), self.tr("Name of the coder"), "")
        if name is not None:
            self.workspace.add_coder(name)

    def _on_full_screen_toggled(self, full: bool) -> None:
        if full:
            self.showFullScreen()
        else:
            self.showNormal()
