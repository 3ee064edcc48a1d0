"""What a theme file holds, read and checked without a window."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from qualcode_app import paths

NAMES = ("light", "dark", "high_contrast")


@dataclass(frozen=True, slots=True)
class Family:
    """The colours of one family slot; all lists are equally long."""

    light: tuple[str, ...]
    dark: tuple[str, ...]
    tint: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes all themes share, in pixels at 100 % text size."""

    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    type: Mapping[str, tuple[int, int]]  # pixels and weight
    motion_ms: Mapping[str, int]
    highlight: Mapping[str, float]
    stripe: Mapping[str, int]
    stripe_margins_px: tuple[int, int]  # without and with labels


@dataclass(frozen=True, slots=True)
class ThemeValues:
    """One theme: colours by role, and how codes are marked."""

    name: str
    dark: bool
    role: Mapping[str, str]
    stripe_palette: str  # the list of a Family that draws stripes
    tint_strength: float
    underline_px: float


def _read(name: str) -> dict[str, Any]:
    path = paths.resources() / "themes" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def load(name: str) -> ThemeValues:
    """Return the theme of that name."""
    data = _read(name)
    return ThemeValues(name=data["name"], dark=data["dark"], role=data["role"], **data["marks"])


@cache
def families() -> Mapping[str, Family]:
    """Return the colours of every family slot."""
    return {
        slot: Family(**{name: tuple(colours) for name, colours in lists.items()})
        for slot, lists in _read("families").items()
    }


@cache
def scale() -> Scale:
    """Return the sizes all themes share."""
    data = _read("scale")
    margins = data["stripe"].pop("margin_px")
    return Scale(
        space=data["space"],
        radius=data["radius"],
        size=data["size"],
        type={name: (px, weight) for name, (px, weight) in data["type"].items()},
        motion_ms=data["motion_ms"],
        highlight=data["highlight"],
        stripe=data["stripe"],
        stripe_margins_px=(margins[0], margins[1]),
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Source:
        Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio.
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
