"""The settings a user chooses, as one typed tree: what each is called, says, offers, and does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from qualcode_app.domain.folding import fold
from qualcode_app.settings import Settings
from qualcode_app.ui import menus
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.theme import named_choice
from qualcode_app.ui.wording import marked, translate

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting: the field of `Settings` that keeps it, its name, and what it does."""

    name: str
    title: str  # English, a key of context "preferences", like the sentence
    sentence: str


@dataclass(frozen=True, slots=True)
class Choice(Preference):
    """A setting with some values to choose from, each called by a name."""

    offers: Callable[[], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Flag(Preference):
    """A setting that is on or off."""


@dataclass(frozen=True, slots=True)
class Words(Preference):
    """A setting that is typed."""


@dataclass(frozen=True, slots=True)
class Folder(Preference):
    """A setting that is a folder; empty means the usual place."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Settings that belong together."""

    title: str
    preferences: tuple[Preference, ...]


TREE: tuple[Branch, ...] = (
    Branch(
        marked("preferences", "Look"),
        (
            Choice(
                "language",
                marked("preferences", "Language"),
                marked(
                    "preferences",
                    "The language of the window and of labels of codes; projects stay as they are.",
                ),
                menus.language_names,
            ),
            Choice(
                "theme",
                marked("preferences", "Theme"),
                marked(
                    "preferences",
                    "Light, dark or high contrast; the colours of codes keep their meaning.",
                ),
                menus.theme_names,
            ),
            Choice(
                "text_percent",
                marked("preferences", "Text size"),
                marked(
                    "preferences",
                    "The size of all words in the window; pages have a zoom of their own.",
                ),
                menus.text_sizes,
            ),
        ),
    ),
    Branch(
        marked("preferences", "Work"),
        (
            Words(
                "coder_name",
                marked("preferences", "Your name"),
                marked(
                    "preferences",
                    "Stands on your codings in projects you make from now on; existing ones keep "
                    "the name they have.",
                ),
            ),
            Flag(
                "live_agreement",
                marked("preferences", "Agreement while training"),
                marked(
                    "preferences",
                    "Shows alpha of the open document in the status bar; never in a file for "
                    "blind coding.",
                ),
            ),
            Folder(
                "backups_folder",
                marked("preferences", "Folder for backups"),
                marked(
                    "preferences",
                    "Where backups go of projects opened from now on; usually beside each project.",
                ),
            ),
        ),
    ),
)
LEAVES = {leaf.name: leaf for branch in TREE for leaf in branch.preferences}


def fits(leaf: Preference, typed: str) -> bool:
    """Return whether all words typed are in the name, the sentence or a choice of a setting."""
    parts = [translate("preferences", leaf.title), translate("preferences", leaf.sentence)]
    if isinstance(leaf, Choice):
        parts += leaf.offers().values()
    said = fold(" ".join(parts))
    return all(word in said for word in fold(typed).split())


class Preferences(QObject):
    """Reads and changes settings; a change holds at once and is kept."""

    changed = Signal(str)  # name of a setting

    def __init__(self, outfit: Outfit, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = outfit.settings
        self._appliers: dict[str, Callable[[], object]] = {
            "language": lambda: outfit.language.choose(outfit.settings.language),
            "theme": lambda: outfit.theme.choose(named_choice(outfit.settings.theme)),
            "text_percent": lambda: outfit.theme.choose_text_percent(outfit.settings.text_percent),
            "live_agreement": lambda: actions["live_agreement"].setChecked(
                outfit.settings.live_agreement and actions["live_agreement"].isEnabled()
            ),
        }

    def value(self, name: str) -> Value:
        """Return what a setting is now."""
        value: Value = getattr(self._settings, name)
        return value

    def default(self, name: str) -> Value:
        """Return what a setting is for whoever never changed it."""
        value: Value = getattr(Settings(), name)
        return value

    def is_default(self, name: str) -> bool:
        """Whether a setting is as usual."""
        return self.value(name) == self.default(name)

    def choose(self, name: str, value: Value) -> None:
        """Change a setting, at once."""
        kind = type(self.default(name))
        value = kind(value)  # boxes offer words, also for numbers
        if value == self.value(name):
            return
        setattr(self._settings, name, value)
        self._settings.save()
        self.changed.emit(name)
        if name in self._appliers:
            self._appliers[name]()

    def reset(self, name: str) -> None:
        """Make a setting as usual."""
        self.choose(name, self.default(name))
