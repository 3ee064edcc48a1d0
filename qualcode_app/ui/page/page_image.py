"""One page as pixels: as the child drew it, on its paper, and small."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from qualcode_app.pdf.client import RenderedPage

SOFT_SCALE = 0.4  # pixels per point of a preview, about a quarter of 100 %
BYTES_PER_PIXEL = 4


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels."""

    scale: float  # pixels of the image per point
    image: QImage

    @property
    def n_bytes(self) -> int:
        """How much memory it takes."""
        return self.image.sizeInBytes()


def as_drawn(page: RenderedPage, pixels: memoryview) -> QImage:
    """Return a picture in the memory where the child drew it, good until that draws again."""
    form = QImage.Format.Format_RGBX8888
    return QImage(pixels, page.width_px, page.height_px, page.width_px * BYTES_PER_PIXEL, form)


def on_paper(drawn: QImage, paper: QColor) -> QImage:
    """Copy a picture, onto the colour of the paper."""
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)  # painted fastest
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, drawn)
    if paper != QColor(Qt.GlobalColor.white):
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(image.rect(), paper)
    painter.end()
    return image


def small_copy(image: PageImage) -> PageImage:
    """Return the preview of a page, made from its sharp picture."""
    size = (image.image.size() * (SOFT_SCALE / image.scale)).expandedTo(QSize(1, 1))
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return PageImage(SOFT_SCALE, small)
