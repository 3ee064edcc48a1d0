"""A page drawn from its stored text, for documents whose PDF is not here or cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.glyphs import Glyphs
from qualcode_app.ui.page.layout import pixels, view_size

_TYPE_SHARE = 0.72  # type size in a line's height
_BASELINE_SHARE = 0.78


def draw_text_page(glyphs: Glyphs, index: int, scale: float, colours: PageColours) -> QImage:
    """Draw every line of a page's text into its box, as wide as it is in the PDF.

    Args:
        glyphs: The document.
        index: The page.
        scale: Pixels per point.
        colours: Paper and ink.
    """
    width, height = view_size(glyphs.source.pages[index])
    image = QImage(pixels(width * scale), pixels(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(colours.page))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.page_text))
    font = QFont("serif")
    for start, end, rect in glyphs.lines(index):
        text = glyphs.source.text[start:end].rstrip()
        tall = (rect.y1_pt - rect.y0_pt) * scale
        if not text or tall < 1:
            continue
        font.setPixelSize(max(1, round(tall * _TYPE_SHARE)))
        natural = QFontMetricsF(font).horizontalAdvance(text)
        if natural <= 0:
            continue
        painter.save()
        painter.setFont(font)
        painter.translate(rect.x0_pt * scale, rect.y0_pt * scale + tall * _BASELINE_SHARE)
        painter.scale((rect.x1_pt - rect.x0_pt) * scale / natural, 1)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()
    painter.end()
    return image
