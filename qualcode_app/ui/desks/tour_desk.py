"""The guided tour: five real acts on a copy of the sample, each waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.ui.outfit import Outfit

if TYPE_CHECKING:
    from qualcode_app.ui.main_window import MainWindow
    from qualcode_app.ui.tour_steps import Act
    from qualcode_app.ui.widgets.tour_card import TourCard, TourRing

FIRST_PAGE = 3  # sheet on which the first sentences stand
HEAD_PX = 48  # of its margin: J takes the first sentence in sight, not the last one before
MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class TourDesk(QObject):
    """Leads a newcomer; what counts is done in the window itself, the desk only looks on."""

    def __init__(self, outfit: Outfit, window: MainWindow) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._window = window
        self._act: Act = "select"
        self._done: set[Act] = set()
        self._watched: list[QObject] = []
        self.card: TourCard | None = None  # while the tour runs
        self._ring: TourRing | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._stand)
        window.actions_.on("tour", self.begin, self)
        outfit.workspace.closing.connect(self.stop)
        outfit.workspace.changed.connect(self._on_workspace_changed)
        outfit.theme.changed.connect(self._timer.start)
        window.bar.space_chosen.connect(self._on_bar_space_chosen)
        window.exporting.told.connect(self._on_exported)

    def begin(self) -> None:
        """Make a fresh copy of the sample, open it and start with the first step."""
        job = self._window.desk.open_copy_of_sample(self.tr("QualCode tour"))
        job.succeeded.connect(self._on_copy_opened)

    def stop(self) -> None:
        """Leave the tour; what was done stays done."""
        for each in self._watched:
            each.removeEventFilter(self)
        self._watched = []
        self._timer.stop()
        for widget in (self.card, self._ring):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.card = self._ring = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the step is about when it moves."""
        if event.type() in MOVES:
            self._timer.start()
        return super().eventFilter(watched, event)

    # Inside

    def _on_copy_opened(self) -> None:
        from qualcode_app.ui.widgets.tour_card import TourCard, TourRing  # noqa: PLC0415  late

        view = self._window.view
        if view is None:  # refused: the window has told why
            return
        self.stop()
        self._act, self._done = "select", set()
        self._ring = TourRing(self._window)
        self.card = TourCard(self._outfit.theme, self._window)
        self.card.next_wanted.connect(self._on_card_next_wanted)
        self.card.stop_wanted.connect(self.stop)
        view.coding.page.view.selection_changed.connect(self._on_page_selection_changed)
        page = view.coding.page.view
        page.go_to_page(FIRST_PAGE)
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + HEAD_PX)
        self._watch(self._window)
        self._show()

    def _watch(self, widget: QObject) -> None:
        if widget not in self._watched:
            widget.installEventFilter(self)
            self._watched.append(widget)

    def _show(self) -> None:
        """Say the step that is on, or what its doing taught."""
        from qualcode_app.ui import tour_steps  # noqa: PLC0415  not needed to start

        if self.card is None:
            return
        said, is_done = tour_steps.step(self._act, self._window.actions_), self._act in self._done
        number, total = tour_steps.ACTS.index(self._act) + 1, len(tour_steps.ACTS)
        self.card.tell(said.title, said.done if is_done else said.ask, number, total)
        self.card.let_go_on(is_done, is_last=number == total)
        self.card.show()
        self._timer.start()

    def _stand(self) -> None:
        from qualcode_app.ui import tour_steps  # noqa: PLC0415  not needed to start

        if self.card is None or self._ring is None:
            return
        spot = tour_steps.spot(self._act, self._window)
        if spot.widget is not None:
            self._watch(spot.widget)
        self._ring.surround(spot.rect)
        self.card.stand_beside(spot.rect, self._window.rect())

    def _note(self, act: Act) -> None:
        """Take an act as done; one that comes before its turn brings the tour to it."""
        from qualcode_app.ui.tour_steps import ACTS  # noqa: PLC0415  not needed to start

        if self.card is None or act in self._done:
            return
        self._done.add(act)
        if ACTS.index(act) >= ACTS.index(self._act):
            self._act = act
            self._show()

    def _on_card_next_wanted(self) -> None:
        from qualcode_app.ui.tour_steps import ACTS  # noqa: PLC0415  not needed to start

        at = ACTS.index(self._act) + 1
        if at == len(ACTS):
            self.stop()
            return
        self._act = ACTS[at]
        self._show()
        if self._act == "code" and self._window.view is not None:
            self._window.view.coding.page.focus_page()  # its keys are what the step tells of

    def _on_page_selection_changed(self, anchor: object) -> None:
        if anchor is not None:
            self._note("select")

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes[Kind.CODING].added:
            self._note("code")

    def _on_bar_space_chosen(self, name: str) -> None:
        view = self._window.view
        if self.card is None or view is None:
            return
        if name == "agreement" and "compare" not in self._done:
            view.agreement.behind_chosen.connect(self._on_behind_chosen)
            self._note("compare")
        self._timer.start()

    def _on_behind_chosen(self) -> None:
        self._note("look_behind")

    def _on_exported(self) -> None:
        self._note("export")
