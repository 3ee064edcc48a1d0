"""Draw the covers: a band of colour and a simple landscape for each municipality."""

from __future__ import annotations

import math
from typing import Any

import fonts
from pages import A4_PT
from reportlab.lib.colors import HexColor, white
from strips import Design

_WIDTH_PT, _HEIGHT_PT = A4_PT
_LEFT_PT = 62.0
_HORIZON_PT = 250.0


def draw_cover(canvas: Any, design: Design) -> None:
    """Draw the whole first sheet, picture first and words from top to bottom."""
    canvas.setFillColor(HexColor(design.accent))
    canvas.rect(0, 0, _WIDTH_PT, _HEIGHT_PT, stroke=0, fill=1)
    _MOTIFS[design.meta["motif"]](canvas, design)
    canvas.setFillColor(HexColor(design.second))
    canvas.rect(_LEFT_PT, 612, 58, 5, stroke=0, fill=1)
    _crest(canvas, design)
    _words(canvas, design)


def _words(canvas: Any, design: Design) -> None:
    meta = design.meta
    canvas.setFillColor(white)
    canvas.setFont(fonts.HELVETICA.bold, 13)
    canvas.drawString(_LEFT_PT + 46, 768, meta["municipality"])
    canvas.setFont(fonts.HELVETICA.bold, 40)
    y = 560.0
    for line in _title_lines(meta["title"]):
        canvas.drawString(_LEFT_PT, y, line)
        y -= 46
    canvas.setFont(fonts.HELVETICA.roman, 15)
    canvas.drawString(_LEFT_PT, y + 8, meta["subtitle"])
    canvas.setFont(fonts.HELVETICA.bold, 11)
    canvas.drawString(_LEFT_PT, y - 30, meta["parties"].replace("; ", "  ·  "))
    canvas.setFont(fonts.HELVETICA.roman, 9)
    canvas.setFillColor(HexColor(design.accent))
    canvas.drawString(_LEFT_PT, 40, meta["imprint"])


def _title_lines(title: str) -> list[str]:
    words = title.split()
    if len(title) <= 18:
        return [title]
    half = min(
        range(1, len(words)),
        key=lambda cut: abs(len(" ".join(words[:cut])) - len(" ".join(words[cut:]))),
    )
    return [" ".join(words[:half]), " ".join(words[half:])]


def _crest(canvas: Any, design: Design) -> None:
    """A shield with two waves, the same for all invented municipalities but for its colour."""
    x, y = _LEFT_PT, 752.0
    shield = canvas.beginPath()
    shield.moveTo(x, y + 38)
    shield.lineTo(x + 32, y + 38)
    shield.lineTo(x + 32, y + 16)
    shield.curveTo(x + 32, y + 4, x + 22, y - 2, x + 16, y - 5)
    shield.curveTo(x + 10, y - 2, x, y + 4, x, y + 16)
    shield.close()
    canvas.setFillColor(white)
    canvas.drawPath(shield, stroke=0, fill=1)
    canvas.setStrokeColor(HexColor(design.accent))
    canvas.setLineWidth(2.4)
    for level in (14, 22):
        wave = canvas.beginPath()
        wave.moveTo(x + 5, y + level)
        wave.curveTo(x + 10, y + level + 6, x + 14, y + level - 6, x + 19, y + level)
        wave.curveTo(x + 21, y + level + 3, x + 24, y + level + 3, x + 27, y + level)
        canvas.drawPath(wave, stroke=1, fill=0)
    canvas.setFillColor(HexColor(design.second))
    canvas.circle(x + 16, y + 31, 3.2, stroke=0, fill=1)


def _tone(design: Design, share: float) -> HexColor:
    """Mix the accent colour with white."""
    accent = HexColor(design.accent)
    mixed = [round(255 * (part + (1 - part) * share)) for part in accent.rgb()]
    return HexColor("#{:02X}{:02X}{:02X}".format(*mixed))


def _hills(canvas: Any, level_pt: float, swell_pt: float, waves: float, shift: float) -> None:
    """Fill everything below a wavy line."""
    path = canvas.beginPath()
    path.moveTo(0, 0)
    steps = 48
    for step in range(steps + 1):
        angle = shift + 2 * math.pi * waves * step / steps
        path.lineTo(_WIDTH_PT * step / steps, round(level_pt + swell_pt * math.sin(angle), 2))
    path.lineTo(_WIDTH_PT, 0)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _dyke(canvas: Any, design: Design) -> None:
    """Low sun, dykes and a ditch."""
    canvas.setFillColor(HexColor(design.second))
    canvas.circle(430, _HORIZON_PT + 62, 44, stroke=0, fill=1)
    for index, share in enumerate((0.18, 0.34, 0.5)):
        canvas.setFillColor(_tone(design, share))
        _hills(canvas, _HORIZON_PT + 40 - 55 * index, 14, 0.8 + 0.3 * index, 1.1 * index)
    _houses(canvas, design, [(70, 34, 22), (108, 28, 18), (140, 40, 26), (205, 30, 20)], 268)
    canvas.setFillColor(_tone(design, 0.72))
    path = canvas.beginPath()
    path.moveTo(330, 190)
    path.lineTo(348, 190)
    path.lineTo(560, 0)
    path.lineTo(300, 0)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _houses(
    canvas: Any, design: Design, houses: list[tuple[float, float, float]], base_pt: float
) -> None:
    for x, width, height in houses:
        canvas.setFillColor(white)
        canvas.rect(x, base_pt, width, height, stroke=0, fill=1)
        roof = canvas.beginPath()
        roof.moveTo(x - 3, base_pt + height)
        roof.lineTo(x + width / 2, base_pt + height + width * 0.55)
        roof.lineTo(x + width + 3, base_pt + height)
        roof.close()
        canvas.setFillColor(HexColor(design.second))
        canvas.drawPath(roof, stroke=0, fill=1)
        canvas.setFillColor(HexColor(design.accent))
        canvas.rect(x + width / 2 - 3, base_pt, 6, height * 0.5, stroke=0, fill=1)


def _town(canvas: Any, design: Design) -> None:
    """A quay with gabled houses and their reflection."""
    gables = [62, 54, 70, 48, 66, 58, 74, 52]
    x = 40.0
    for index, width in enumerate(gables):
        height = 92 + 17 * ((index * 3) % 5)
        canvas.setFillColor(_tone(design, 0.2 + 0.12 * (index % 4)))
        canvas.rect(x, 170, width, height, stroke=0, fill=1)
        path = canvas.beginPath()
        path.moveTo(x, 169 + height)
        for step in range(3):
            inset = width * (step + 1) / 8
            path.lineTo(x + inset - width / 8, 170 + height + 12 * (step + 1))
            path.lineTo(x + inset, 170 + height + 12 * (step + 1))
        for step in reversed(range(3)):
            inset = width * (step + 1) / 8
            path.lineTo(x + width - inset, 170 + height + 12 * (step + 1))
            path.lineTo(x + width - inset + width / 8, 170 + height + 12 * (step + 1))
        path.lineTo(x + width, 169 + height)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillColor(HexColor(design.second) if index % 3 == 1 else white)
        for row in range(int(height // 30)):
            for column in range(2):
                left = x + width * (0.24 + 0.34 * column)
                canvas.rect(left, 188 + 28 * row, width * 0.18, 15, stroke=0, fill=1)
        x += width + 3
    for index, share in enumerate((0.3, 0.42, 0.54)):
        canvas.setFillColor(_tone(design, share))
        _hills(canvas, 168 - 56 * index, 5, 3 + index, 0.9 * index)


def _city(canvas: Any, design: Design) -> None:
    """Towers, a park and a tram line."""
    for index in range(15):
        width = 30 + 4 * ((index * 2) % 3)
        height = 60 + 24 * ((index * 5) % 7)
        x = 8 + index * 39.0
        canvas.setFillColor(_tone(design, 0.15 + 0.09 * ((index * 2) % 5)))
        canvas.rect(x, 150, width, height, stroke=0, fill=1)
        canvas.setFillColor(HexColor(design.second))
        for row in range(int(height // 26)):
            if (index + row) % 2:
                canvas.rect(x + 6, 162 + 24 * row, 6, 9, stroke=0, fill=1)
            canvas.rect(x + width - 13, 162 + 24 * row, 6, 9, stroke=0, fill=1)
    canvas.setFillColor(_tone(design, 0.5))
    _hills(canvas, 150, 8, 1.4, 0.4)
    for index in range(13):
        x = 20 + index * 47.0
        canvas.setFillColor(_tone(design, 0.68 + 0.08 * (index % 3)))
        canvas.circle(x, 152 + 6 * (index % 2), 17, stroke=0, fill=1)
        canvas.rect(x - 1.5, 120, 3, 20, stroke=0, fill=1)
    canvas.setFillColor(_tone(design, 0.3))
    canvas.rect(0, 84, _WIDTH_PT, 26, stroke=0, fill=1)
    for car in range(3):
        canvas.setFillColor(HexColor(design.second))
        canvas.roundRect(330 + 62 * car, 96, 59, 30, 5, stroke=0, fill=1)
        canvas.setFillColor(white)
        for window in range(3):
            canvas.rect(336 + 62 * car + 17 * window, 108, 13, 11, stroke=0, fill=1)


_MOTIFS = {"dyke": _dyke, "town": _town, "city": _city}
