"""Every theme holds every role, and what stands on a ground can be read on it."""

from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QPushButton

from qualcode_app import paths
from qualcode_app.ui import icons, theme_values
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.theme_values import contrast

CHECKS = tomllib.loads((paths.resources() / "themes" / "checks.toml").read_text("utf-8"))
GROUNDS = ("surface", "raised", "sunken", "page_backdrop", "hover", "accent_soft")


@pytest.mark.parametrize("name", theme_values.NAMES)
@pytest.mark.parametrize("kind", ["text", "sign"])
def test_pairs_that_belong_together_have_enough_contrast(name, kind):
    role = theme_values.load(name).role
    least = CHECKS[f"{kind}_min"]
    weak = {
        (one, other): round(contrast(role[one], role[other]), 2)
        for one, other in CHECKS[kind]
        if contrast(role[one], role[other]) < least
    }
    assert weak == {}


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_all_themes_have_the_same_roles():
    roles = [set(theme_values.load(name).role) for name in theme_values.NAMES]
    assert roles[0] == roles[1] == roles[2]


@pytest.mark.parametrize("name", theme_values.NAMES)
def test_a_stripe_is_seen_on_every_ground(name):
    theme = theme_values.load(name)
    weak = [
        (slot, colour, ground)
        for slot, family in theme_values.families().items()
        for colour in getattr(family, theme.stripe_palette)
        for ground in GROUNDS
        if contrast(colour, theme.role[ground]) < 3
    ]
    assert weak == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_can_be_read_on_two_tints(name):
    role = theme_values.load(name).role

    def over(*colours: str) -> str:
        mixed = [1.0, 1.0, 1.0]
        for colour in colours:
            mixed = [m * c for m, c in zip(mixed, QColor(colour).getRgbF()[:3], strict=True)]
        return QColor.fromRgbF(*mixed).name()

    tints = [tint for family in theme_values.families().values() for tint in family.tint]
    worst = min(
        contrast(role["page_text"], over(role["page"], one, other))
        for one in tints
        for other in tints
    )
    assert worst >= 4.5


def test_fifteen_families_have_eight_colours_each():
    families = theme_values.families()
    assert len(families) == 15
    assert {len(colours) for f in families.values() for colours in (f.light, f.dark, f.tint)} == {8}


def test_a_code_is_drawn_in_the_colour_its_codebook_names(theme):
    won = theme_values.families()["WON"]
    colours = theme.code_colours("WON:2")
    assert colours.stripe == QColor(won.light[2])
    assert colours.tint == QColor(won.tint[2])
    theme.choose("dark")
    assert theme.code_colours("WON:2").stripe == QColor(won.dark[2])
    assert theme.code_colours("WON:2").ink == QColor(won.light[2])


def test_in_high_contrast_nothing_lies_under_the_words(theme):
    theme.choose("high_contrast")
    assert theme.code_colours("WON:2").tint == QColor("#FFFFFF")
    assert theme.underline_px == 2


def test_a_colour_of_the_team_and_an_unknown_slot_are_drawn_too(theme):
    assert theme.code_colours("#7a1fa2").stripe == QColor("#7a1fa2")
    assert contrast(theme.code_colours("#7a1fa2").tint.name(), "#15181D") > 7
    assert theme.code_colours("NEW:1").stripe == theme.colour("line_strong")


def test_the_style_sheet_names_roles_and_no_colours():
    sheet = (paths.resources() / "app.qss").read_text("utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}|rgba?\(", sheet) == []


@pytest.mark.parametrize("name", theme_values.NAMES)
def test_every_word_of_the_style_sheet_is_filled_in(theme, name):
    theme.choose(name)
    assert "$" not in theme.style_sheet()
    assert theme_values.load(name).role["surface"] in theme.style_sheet()


def test_text_grows_with_the_setting(theme):
    before = theme.font("body").pixelSize()
    row = theme.size("row")
    theme.choose_text_percent(200)
    assert theme.font("body").pixelSize() == 2 * before
    assert theme.size("row") == 2 * row
    theme.choose_text_percent(100)


def test_the_system_decides_unless_the_user_does(qapp):
    hints = qapp.styleHints()
    theme = Theme("system")
    hints.setColorScheme(Qt.ColorScheme.Dark)
    assert theme.name == ("dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light")
    chosen = Theme("light")
    assert chosen.name == "light"
    hints.unsetColorScheme()


def test_icons_follow_the_theme(qtbot, theme):
    button = QPushButton()
    qtbot.addWidget(button)
    theme.set_icon(button, "plus")

    def colours() -> set[str]:
        image = button.icon().pixmap(24, 24).toImage()
        points = [(x, y) for x in range(24) for y in range(24)]
        return {
            image.pixelColor(*point).name()
            for point in points
            if image.pixelColor(*point).alpha() == 255
        }

    assert colours() == {theme.colour("text").name()}
    theme.choose("dark")
    assert colours() == {theme.colour("text").name()}
    theme.choose("light")


def test_icons_are_drawn_anew_for_a_screen_that_is_plugged_in(qtbot, theme, qapp):
    button = QPushButton()
    qtbot.addWidget(button)
    theme.set_icon(button, "plus")
    before = button.icon().cacheKey()
    screen = qapp.primaryScreen()
    qapp.screenAdded.emit(screen)
    assert button.icon().cacheKey() != before
    side = icons.SIDE_PX * round(screen.devicePixelRatio())
    assert button.icon().availableSizes()[0].width() == side


@pytest.mark.parametrize(
    "path", sorted((paths.resources() / "icons").glob("*.svg")), ids=lambda p: p.stem
)
def test_every_icon_is_of_one_family_and_draws_something(qapp, path):
    text = path.read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor" stroke-width="2"' in text
    image = icons.pixmap(path.stem, "#000000", 48, 1.0).toImage()
    drawn = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 200]
    assert len(drawn) > 8
    assert all(0 < x < 47 and 0 < y < 47 for x, y in drawn)


@pytest.mark.parametrize("name", theme_values.NAMES)
def test_what_an_empty_field_asks_for_can_be_read(qapp, qtbot, theme, name):
    theme.choose(name)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("MMMMMMMM")
    field.resize(200, 34)
    field.show()
    picture = field.grab().toImage()
    ground = theme.colour("raised").name()
    inside = [picture.pixelColor(x, y).name() for x in range(10, 80) for y in range(9, 25)]
    assert max(contrast(colour, ground) for colour in inside) >= 4.5
