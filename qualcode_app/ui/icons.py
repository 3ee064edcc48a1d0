"""The program's own icons: SVG on a 24 grid, drawn in the colour of a role."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from qualcode_app import paths

IconTarget = QAbstractButton | QAction
ColourOf = Callable[[str], str]

NAME_PROPERTY = "qualcode_icon"
ROLE_PROPERTY = "qualcode_icon_role"
SIDE_PX = 24


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> bytes:
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, side_px: int = SIDE_PX, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a picture of `side_px` logical pixels."""
    renderer = QSvgRenderer(QByteArray(_drawing(name, colour)))
    picture = QPixmap(QSize(round(side_px * ratio), round(side_px * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def file(name: str, colour: str, folder: str) -> str:
    """Write the icon in one colour to a folder and return its path, as a style sheet wants it."""
    path = Path(folder) / f"{name}_{colour.lstrip('#')}.svg"
    if not path.exists():
        path.write_bytes(_drawing(name, colour))
    return path.as_posix()


def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """Return the icon in one colour, sharp on every screen there is."""
    result = QIcon()
    for ratio in {ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()}:
        result.addPixmap(pixmap(name, colour, SIDE_PX, ratio))
        if disabled is not None:
            result.addPixmap(pixmap(name, disabled, SIDE_PX, ratio), QIcon.Mode.Disabled)
    return result


def set_icon(target: IconTarget, name: str, role: str, colour_of: ColourOf) -> None:
    """Give the target an icon and note its name, so that a change of theme redraws it."""
    target.setProperty(NAME_PROPERTY, name)
    target.setProperty(ROLE_PROPERTY, role)
    target.setIcon(icon(name, colour_of(role), colour_of("text_disabled")))


def recolour_all(colour_of: ColourOf) -> None:
    """Redraw the icons of all buttons and actions of the application."""
    seen: list[QObject] = []
    for widget in QApplication.allWidgets():
        seen.append(widget)
        seen.extend(widget.actions())
    for target in seen:
        name = target.property(NAME_PROPERTY)
        if name and isinstance(target, QAbstractButton | QAction):
            set_icon(target, name, target.property(ROLE_PROPERTY), colour_of)
