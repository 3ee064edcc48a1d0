"""The look by named roles: colours, sizes and fonts, light, dark and high contrast."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from qualcode_app import paths
from qualcode_app.ui import icons, theme_values

Choice = Literal["system", "light", "dark", "high_contrast"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark", "high_contrast")


def named_choice(name: str) -> Choice:
    """Return the choice of that name, or to follow the system where there is none."""
    return next((each for each in CHOICES if each == name), "system")


PALETTE_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_danger",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "on_accent_soft",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "on_tooltip",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "line_strong",
}
DISABLED_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
OWN_COLOUR_TINT = 0.24  # share of a team's own colour in its tint: dark words stay readable on it


@dataclass(frozen=True, slots=True)
class CodeColours:
    """How one code is drawn."""

    stripe: QColor  # beside the page and in lists, on the ground of the frame
    tint: QColor  # multiplied onto the paper below the words
    ink: QColor  # lines on the paper itself, which stays light in every theme


class Theme(QObject):
    """Answers what a role looks like now; tells when that changes."""

    changed = Signal()

    def __init__(
        self, choice: Choice = "system", text_percent: int = 100, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.choice: Choice = choice
        self.scale = theme_values.scale()
        self._text_percent = text_percent
        self._system_font = QGuiApplication.font()
        self._values = theme_values.load(self._name_now())
        self._code_colours: dict[str, CodeColours] = {}
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._drawings = QTemporaryDir()  # a style sheet takes pictures from files only
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_hints_scheme_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_application_screen_added)

    # What widgets and painters ask

    @property
    def name(self) -> str:
        """The theme in use: light, dark or high_contrast."""
        return self._values.name

    @property
    def is_dark(self) -> bool:
        """Whether the frame is dark."""
        return self._values.dark

    @property
    def underline_px(self) -> float:
        """Width of the line under coded words where codings overlap."""
        return self._values.underline_px

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, such as "text_muted"."""
        if role not in self._colours:
            self._colours[role] = QColor(self._values.role[role])
        return self._colours[role]

    def space(self, name: str) -> int:
        """Return a distance in pixels."""
        return self.scale.space[name]

    def size(self, name: str) -> int:
        """Return the size of a part in pixels, grown with the text."""
        return round(self.scale.size[name] * self.text_factor)

    @property
    def text_factor(self) -> float:
        """How much larger text is than at 100 %: the system's factor times the user's."""
        screen = QGuiApplication.primaryScreen()
        system = screen.logicalDotsPerInch() / 96 if screen else 1.0
        return max(0.8, min(2.0, system * self._text_percent / 100))

    def font(self, kind: str = "body") -> QFont:
        """Return the system font in one of the sizes of the scale, with figures of equal width."""
        if kind not in self._fonts:
            self._fonts[kind] = self._made_font(kind)
        return self._fonts[kind]

    def _made_font(self, kind: str) -> QFont:
        px, weight = self.scale.type[kind]
        font = QFont(self._system_font)
        font.setPixelSize(round(px * self.text_factor))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def code_colours(self, colour: str) -> CodeColours:
        """Return how a code is drawn.

        Args:
            colour: A family slot and a number ("WON:2"), or a team's own colour ("#7a1fa2").
        """
        if colour not in self._code_colours:
            self._code_colours[colour] = self._find_code_colours(colour)
        return self._code_colours[colour]

    def coder_colour(self, position: int) -> QColor:
        """Return the colour of the coder at that place in the list; three colours repeat."""
        return self.colour(("coder_a", "coder_b", "coder_c")[position % 3])

    # Changing the look

    def choose(self, choice: Choice) -> None:
        """Use another theme, or follow the system."""
        self.choice = choice
        self._use(self._name_now())

    def choose_text_percent(self, percent: int) -> None:
        """Make all text larger or smaller."""
        self._text_percent = percent
        self._use(self._name_now())

    def apply(self, application: QApplication) -> None:
        """Give palette, style sheet and font to the whole application."""
        application.setPalette(self._palette())
        application.setFont(self.font("body"))
        application.setStyleSheet(self.style_sheet())
        icons.recolour_all(self._icon_colour)

    def style_sheet(self) -> str:
        """Return app.qss with every role and size filled in."""
        template = Template((paths.resources() / "app.qss").read_text(encoding="utf-8"))
        words: dict[str, object] = dict(self._values.role)
        words |= {f"space_{name}": px for name, px in self.scale.space.items()}
        words |= {f"radius_{name}": px for name, px in self.scale.radius.items()}
        words |= {f"size_{name}": self.size(name) for name in self.scale.size}
        for name, (px, weight) in self.scale.type.items():
            words[f"type_{name}"] = (
                f"font-size: {round(px * self.text_factor)}px; font-weight: {weight}"
            )
        muted = "text_muted"
        for name, role in (
            ("check", "on_accent"),
            ("chevron_down", muted),
            ("chevron_up", muted),
        ):
            words[f"icon_{name}"] = icons.file(name, self._values.role[role], self._drawings.path())
        return template.substitute(words)

    def set_icon(self, target: icons.IconTarget, name: str, role: str = "text") -> None:
        """Give a button or an action an icon that follows the theme."""
        icons.set_icon(target, name, role, self._icon_colour)

    # Inside

    def _name_now(self) -> str:
        if self.choice != "system":
            return self.choice
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _use(self, name: str) -> None:
        self._values = theme_values.load(name)
        for kept in (self._code_colours, self._colours, self._fonts):
            kept.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        self.changed.emit()

    def _icon_colour(self, role: str) -> str:
        return self._values.role[role]

    def _find_code_colours(self, colour: str) -> CodeColours:
        if colour.startswith("#"):
            own = QColor(colour)
            return CodeColours(own, self._weakened(_mixed(own, OWN_COLOUR_TINT)), own)
        slot, _, number = colour.partition(":")
        family = theme_values.families().get(slot)
        if family is None:  # a codebook may name a slot that a later program knows
            grey = self.colour("line_strong")
            return CodeColours(grey, self._weakened(_mixed(grey, OWN_COLOUR_TINT)), grey)
        index = int(number or 0) % len(family.tint)
        stripes = family.dark if self._values.stripe_palette == "dark" else family.light
        return CodeColours(
            QColor(stripes[index]),
            self._weakened(QColor(family.tint[index])),
            QColor(family.light[index]),
        )

    def _weakened(self, tint: QColor) -> QColor:
        return _mixed(tint, self._values.tint_strength)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for palette_role, role in PALETTE_ROLES.items():
            palette.setColor(palette_role, self.colour(role))
        for palette_role in DISABLED_ROLES:
            palette.setColor(
                QPalette.ColorGroup.Disabled, palette_role, self.colour("text_disabled")
            )
        return palette

    def _on_application_screen_added(self) -> None:
        icons.recolour_all(self._icon_colour)  # the new screen may be denser

    def _on_hints_scheme_changed(self) -> None:
        if self.choice == "system" and self._name_now() != self.name:
            self._use(self._name_now())


def _mixed(colour: QColor, share: float) -> QColor:
    """Return the colour thinned with white: 1 leaves it, 0 is white."""
    return QColor.fromRgbF(
        1 - share * (1 - colour.redF()),
        1 - share * (1 - colour.greenF()),
        1 - share * (1 - colour.blueF()),
    )
