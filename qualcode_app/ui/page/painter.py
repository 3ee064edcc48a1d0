"""Paints pages and what is marked on them. It reads the scene and changes nothing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.bands import Band
from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.grips import grips
from qualcode_app.ui.page.images import PageImages
from qualcode_app.ui.page.layout import PageSlot
from qualcode_app.ui.page.scene import Scene
from qualcode_app.ui.page.shapes import Drawn, Shape, Shapes, joined, scaled

ACTIVE_OUTLINE_PX = 1.6
HOVER_OUTLINE_PX = 1.2
AREA_OUTLINE_PX = 1.2
AREA_STRENGTH = 0.12
HANDLE_PX = 7.0
COUNT_PX = 9
FADED = 0.4  # of all others while one coding is looked at
CARET_PX = 1.5
FLASH_PX = 2.5
NOTE_PADDING_PX = 6
_SAME = 1e-6


class PagePainter:
    """Paints the pages of a scene, each with its highlights, selection and outlines."""

    def __init__(self, images: PageImages, colours: PageColours) -> None:
        self._images = images
        self.set_colours(colours)

    def set_colours(self, colours: PageColours) -> None:
        """Paint in the colours of another theme from now on."""
        self.colours = colours
        self._shapes = Shapes(tinted=colours.tints_shown)

    def forget(self) -> Shapes:
        """Work all shapes out again; returns the former ones, to be freed when there is time."""
        former, self._shapes = self._shapes, Shapes(tinted=self.colours.tints_shown)
        return former

    def paint(self, painter: QPainter, scene: Scene, slot: PageSlot, clip: QRect) -> None:
        """Paint one page; the painter stands at the page's top left corner.

        Args:
            painter: Draws in pixels of the page.
            scene: What is shown.
            slot: The page.
            clip: The part that needs painting, in pixels of the page.
        """
        page = QRect(0, 0, slot.width_px, slot.height_px)
        if not page.intersects(clip):
            return
        number = scene.source.pages[slot.index].number
        if self._images.best(number) is None:  # within a moment there is one
            painter.fillRect(page, QColor(self.colours.page))
            self._shapes_in(scene, slot.index, clip)  # while its picture is drawn elsewhere
            return
        self._paint_image(painter, number, page, scene.layout.scale)
        self._paint_marks(painter, scene, slot.index, clip)
        self._paint_hits(painter, scene, slot.index)
        self._paint_selection(painter, scene, slot.index)
        self._paint_outlines(painter, scene, slot.index)
        self._paint_caret(painter, scene, slot.index)
        if number in self._images.problems:
            self._paint_note(painter, page, self._images.problems[number])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_note(self, painter: QPainter, page: QRect, problem: str) -> None:
        """Say at the top of the page why it does not look as in the PDF."""
        words = QCoreApplication.translate("errors", problem)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        inside = page.adjusted(NOTE_PADDING_PX, NOTE_PADDING_PX, -NOTE_PADDING_PX, 0)
        inside.setHeight(painter.fontMetrics().boundingRect(inside, flags, words).height())
        strip = QRect(page.left(), page.top(), page.width(), inside.height() + 2 * NOTE_PADDING_PX)
        painter.fillRect(strip, QColor(self.colours.warning_soft))
        painter.setPen(QColor(self.colours.warning))
        painter.drawText(inside, flags, words)

    def _paint_image(self, painter: QPainter, number: int, page: QRect, scale: float) -> None:
        kept = self._images.best(number)
        if kept is None:
            return
        ratio = painter.device().devicePixelRatio()
        if abs(kept.scale - scale * ratio) < _SAME:
            painter.drawImage(QPointF(0, 0), _with_ratio(kept.image, ratio))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._images.is_sharp(number, scale * ratio):
            painter.drawImage(QRectF(page), kept.image, QRectF(kept.image.rect()))
        for place, image in self._images.parts(number):
            target = QRectF(
                place.x() * scale, place.y() * scale, place.width() * scale, place.height() * scale
            )
            if abs(target.width() * ratio - image.width()) < _SAME:
                painter.drawImage(target.topLeft(), _with_ratio(image, ratio))
            else:  # a window too large for the memory
                painter.drawImage(target, image, QRectF(image.rect()))

    def _paint_marks(self, painter: QPainter, scene: Scene, index: int, clip: QRect) -> None:
        marks = scene.highlights.on_page(index)
        scale = scene.layout.scale
        top, bottom = clip.top(), clip.bottom() + 1
        drawn = self._shapes_in(scene, index, clip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        # Without smoothing: grounds lie on whole pixels, and multiplying smoothly costs thrice.
        for each in drawn:
            _fill(painter, each.grounds, scene.hovered_uid, top, bottom)
        for run in marks.areas.values():
            painter.setOpacity(AREA_STRENGTH * _strength(run.highlight.uid, scene.hovered_uid))
            painter.fillRect(scaled(run.rects[0], scale), QColor(run.highlight.stripe))
        painter.setOpacity(1.0)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in drawn:
            _fill(painter, each.underlines, scene.hovered_uid, top, bottom)
        painter.setOpacity(1.0)
        for each in drawn:
            self._paint_counts(painter, each.band, scale)
        for run in marks.areas.values():
            painter.setPen(QPen(QColor(run.highlight.on_paper), AREA_OUTLINE_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(scaled(run.rects[0], scale))

    def _shapes_in(self, scene: Scene, index: int, clip: QRect) -> list[Drawn]:
        bands = scene.highlights.on_page(index).bands
        return self._shapes.of_page(index, bands, scene.layout.scale, clip.top(), clip.bottom() + 1)

    def _paint_counts(self, painter: QPainter, band: Band, scale: float) -> None:
        if not band.counts:
            return
        font = QFont(painter.font())
        font.setPixelSize(COUNT_PX)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.page_text))
        for count in band.counts:
            rect = scaled(count.rect, scale)
            painter.drawText(QPointF(rect.right() + 1, rect.top() + COUNT_PX), f"{count.n}")

    def prepare(self, scene: Scene, index: int) -> Iterator[None]:
        """Work out the shapes of a page that will soon be in sight, in small steps."""
        marks = scene.highlights.on_page(index)
        yield from self._shapes.prepare(index, marks.bands, scene.layout.scale)

    def _paint_hits(self, painter: QPainter, scene: Scene, index: int) -> None:
        hits = scene.hits_on(index)
        if not hits:
            return
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        scale, current = scene.layout.scale, scene.current_hit
        others = [hit for hit in hits if hit != current]
        path = joined(scene.rects(others, index), scale)
        painter.fillPath(path, QColor(self.colours.find_hit))
        if current is not None:
            path = joined(scene.rects([current], index), scale)
            painter.fillPath(path, QColor(self.colours.find_current))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _paint_selection(self, painter: QPainter, scene: Scene, index: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        spans = scene.selection.spans()
        if scene.offered is not None:
            spans = [scene.offered]
        elif scene.edited is not None:
            spans = [scene.edited]
        path = joined(scene.rects(spans, index), scene.layout.scale)
        painter.fillPath(path, QColor(self.colours.selection))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if scene.offered is not None:
            self._stroke(painter, path, self.colours.focus, ACTIVE_OUTLINE_PX)
        if scene.area is not None and scene.area[0] == index:
            box = scaled(scene.area[1], scene.layout.scale)
            painter.setPen(QPen(QColor(self.colours.focus), AREA_OUTLINE_PX, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    def _paint_outlines(self, painter: QPainter, scene: Scene, index: int) -> None:
        scale = scene.layout.scale
        for uid, width in (
            (scene.hovered_uid, HOVER_OUTLINE_PX),
            (scene.active_uid, ACTIVE_OUTLINE_PX),
        ):
            run = scene.highlights.on_page(index).run_of(uid) if uid else None
            if run is not None:
                path = joined(run.rects, scale, closing_gaps=True)
                self._stroke(painter, path, run.highlight.on_paper, width)
                if run.highlight.area is not None and uid == scene.active_uid:
                    self._paint_grips(painter, run.rects[0], scale, run.highlight.on_paper)
        if scene.flashed is not None:
            path = joined(scene.rects([scene.flashed], index), scale, closing_gaps=True)
            self._stroke(painter, path, self.colours.find_current, FLASH_PX)

    def _paint_grips(self, painter: QPainter, rect: Rect, scale: float, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), AREA_OUTLINE_PX))
        painter.setBrush(QColor(self.colours.page))
        for grip in grips():
            x, y = grip.place(rect)
            corner = QPointF(x * scale - HANDLE_PX / 2, y * scale - HANDLE_PX / 2)
            painter.drawRect(QRectF(corner, QSizeF(HANDLE_PX, HANDLE_PX)))

    def _stroke(self, painter: QPainter, path: QPainterPath, colour: str, width: float) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_caret(self, painter: QPainter, scene: Scene, index: int) -> None:
        gap = scene.selection.caret if scene.caret_shown else None
        if scene.edge_gap is not None:
            gap = scene.edge_gap
        stands = scene.glyphs.caret_rect(gap) if gap is not None else None
        if stands is None or stands[0] != index:
            return
        box = scaled(stands[1], scene.layout.scale)
        painter.fillRect(
            QRectF(box.left() - CARET_PX / 2, box.top(), CARET_PX, box.height()),
            QColor(self.colours.page_text),
        )


def _with_ratio(image: QImage, ratio: float) -> QImage:
    if image.devicePixelRatio() != ratio:
        image.setDevicePixelRatio(ratio)
    return image


def _fill(
    painter: QPainter, shapes: Sequence[Shape], hovered: str | None, top: int, bottom: int
) -> None:
    for shape in shapes:
        if shape.bottom_px >= top and shape.top_px <= bottom:
            if hovered is not None:
                painter.setOpacity(_strength(shape.uid, hovered))
            painter.fillPath(shape.path, shape.brush)


def _strength(uid: str, hovered: str | None) -> float:
    return 1.0 if hovered in {None, uid} else FADED
