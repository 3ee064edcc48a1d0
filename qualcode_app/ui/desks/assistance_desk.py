"""What helps with the window itself: the command palette, the manual, settings and keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from qualcode_app import __version__
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.preferences import Preferences
from qualcode_app.ui.shortcuts import Shortcuts
from qualcode_app.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from qualcode_app.ui.dialogs.help_window import HelpWindow
    from qualcode_app.ui.dialogs.settings import SettingsDialog

RECENT_MAX = 5


class AssistanceDesk(QObject):
    """Opens what is about the window and not about a project."""

    def __init__(
        self,
        outfit: Outfit,
        actions: Actions,
        shortcuts: Shortcuts,
        spaces: QStackedWidget,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._actions = actions
        self._shortcuts = shortcuts
        self._spaces = spaces
        self._window = window
        self._recent: list[str] = []
        self._focus: QWidget | None = None  # where the palette was called from
        self.preferences = Preferences(outfit, actions, self)
        self._settings: SettingsDialog | None = None
        actions.on("palette", self.find_command, self)
        actions.on("manual", self.open_manual, self)
        actions.on("whats_new", partial(self.open_page, "whats-new"), self)
        actions.on("cite", partial(self.open_page, "citing"), self)
        actions.on("settings", self.open_settings, self)
        actions.on("shortcuts", self.open_keys, self)

    # Commands

    def find_command(self) -> None:
        """Offer every action of the window by its name."""
        from qualcode_app.ui import commands  # noqa: PLC0415  not needed to start
        from qualcode_app.ui.dialogs.palette import Palette  # noqa: PLC0415  likewise

        has_project = self._outfit.workspace.project is not None
        self._focus = QApplication.focusWidget()
        listed = commands.listed(self._actions, has_project=has_project)
        palette = Palette(self._outfit.theme, listed, self._recent, self._window)
        palette.chosen.connect(self._on_palette_chosen)
        palette.open()
        palette.field.setFocus()

    def _on_palette_chosen(self, name: str) -> None:
        """Do an act where the palette was called from."""
        self._recent = [name, *(other for other in self._recent if other != name)][:RECENT_MAX]
        if self._focus is not None:
            self._focus.setFocus()
        self._actions[name].trigger()

    # Manual

    @property
    def _place(self) -> QWidget | None:
        """The work space on the screen, or the start page."""
        shown = self._spaces.currentWidget()
        return shown.currentWidget() if isinstance(shown, QStackedWidget) else shown

    def open_manual(self) -> None:
        """Open the manual where it tells of what has the focus."""
        from qualcode_app.ui import help_places  # noqa: PLC0415  not needed to start
        from qualcode_app.ui.dialogs.help_window import HelpWindow  # noqa: PLC0415  likewise

        place = QApplication.focusWidget() or QApplication.activeModalWidget() or self._window
        if not isinstance(place.window(), HelpWindow):
            spot = help_places.spot_of(place) or help_places.spot_of(self._place)
            self._help_window().show_spot(spot or help_places.BEGINNING)

    def open_page(self, key: str) -> None:
        """Open the manual at the beginning of a page."""
        from qualcode_app.ui.manual import Spot  # noqa: PLC0415  not needed to start

        self._help_window().show_spot(Spot(key))

    def _help_window(self) -> HelpWindow:
        """Bring the manual in front."""
        from qualcode_app.ui.dialogs.help_window import HelpWindow  # noqa: PLC0415  to start early

        # A window beside a modal dialog could not be used.
        owner = QApplication.activeModalWidget() or self._window
        opened = [each for each in owner.findChildren(HelpWindow) if each.parent() is owner]
        helping = opened[0] if opened else HelpWindow(self._outfit.theme, owner)
        helping.show()
        helping.raise_()
        helping.activateWindow()
        return helping

    def tell_news(self, message: MessageStrip) -> None:
        """Say once after an update that this version is new, where nothing else is being said."""
        settings = self._outfit.settings
        if settings.seen_version == __version__ or not message.isHidden():
            return
        was_here = bool(settings.seen_version or settings.recent)
        settings.seen_version = __version__
        settings.save()
        if was_here:
            words = self.tr("This is QualCode {version}, newer than what you used before.")
            act = partial(self.open_page, "whats-new")
            message.tell(words.format(version=__version__), "info", self.tr("What’s new"), act)

    # Settings and keys

    @property
    def settings_page(self) -> int | None:
        """The page at which the settings are open; None while they are not."""
        return self._settings.page if self._settings is not None else None

    def open_settings(self, page: int = 0) -> None:
        """Open the settings at a page."""
        from qualcode_app.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415  to start early

        outfit = self._outfit
        self._settings = SettingsDialog(
            outfit.theme, self.preferences, self._actions, self._shortcuts, outfit.ask, self._window
        )
        self._settings.finished.connect(self._on_settings_finished)
        self._settings.open()
        self._settings.show_page(page)

    def open_keys(self) -> None:
        """Open the settings at the keys."""
        from qualcode_app.ui.dialogs.settings import KEYS  # noqa: PLC0415  to start early

        self.open_settings(KEYS)

    def _on_settings_finished(self) -> None:
        self._settings = None
