"""Paints pages and what is marked on them. It reads the scene and changes nothing in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen

from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.images import PageImage, PageImages
from qualcode_app.ui.page.layout import PageSlot
from qualcode_app.ui.page.marks import Cluster, Ground, Underline
from qualcode_app.ui.page.scene import Scene

CORNER_PX = 2.0
WIDER_PX = 1.0  # grounds reach this far beyond the glyphs, left and right
UNDERLINE_PX = 1.4
UNDERLINE_PITCH_PX = 2.2
ACTIVE_OUTLINE_PX = 1.6
HOVER_OUTLINE_PX = 1.2
AREA_OUTLINE_PX = 1.2
AREA_STRENGTH = 0.4
HANDLE_PX = 7.0
FADED = 0.4  # of all others while one coding is looked at
CARET_PX = 1.5
FLASH_PX = 2.5
_KEPT_PAGES = 16
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class _Shape:
    """Something to fill, in pixels below the page's top left corner."""

    uid: str
    colour: QColor
    path: QPainterPath
    top_px: float
    bottom_px: float


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A cluster as shapes for one scale."""

    cluster: Cluster
    grounds: tuple[_Shape, ...]
    underlines: tuple[_Shape, ...]


class PagePainter:
    """Paints the pages of a scene, each with its highlights, selection and outlines."""

    def __init__(self, images: PageImages, colours: PageColours) -> None:
        self._images = images
        self._shapes: dict[int, tuple[float, dict[int, _Drawn]]] = {}  # by page: scale, clusters
        self.set_colours(colours)

    def set_colours(self, colours: PageColours) -> None:
        """Paint in the colours of another theme from now on."""
        self.colours = colours
        self.forget()

    def forget(self) -> None:
        """Work all shapes out again; called when another document is shown."""
        self._shapes.clear()

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
        self._paint_image(painter, self._images.best(number), page, scene.layout.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter, scene, slot.index, clip)
        self._paint_selection(painter, scene, slot.index)
        self._paint_outlines(painter, scene, slot.index)
        self._paint_caret(painter, scene, slot.index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_image(
        self, painter: QPainter, kept: PageImage | None, page: QRect, scale: float
    ) -> None:
        if kept is None:
            painter.fillRect(page, QColor(self.colours.page))
            return
        ratio = painter.device().devicePixelRatio()
        if abs(kept.scale - scale * ratio) < _SAME:
            painter.drawImage(QPointF(0, 0), _with_ratio(kept.image, ratio))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(page), kept.image, QRectF(kept.image.rect()))

    def _paint_marks(self, painter: QPainter, scene: Scene, index: int, clip: QRect) -> None:
        marks = scene.highlights.on_page(index)
        drawn = self._drawn(index, marks.clusters, scene.layout.scale)
        top, bottom = clip.top(), clip.bottom() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for each in drawn:
            for shape in each.grounds:
                self._fill(painter, shape, scene.hovered_uid, top, bottom)
        for run in marks.areas.values():
            painter.setOpacity(AREA_STRENGTH * self._strength(run.highlight, scene))
            painter.fillRect(
                _scaled(run.rects[0], scene.layout.scale), QColor(run.highlight.stripe)
            )
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for each in drawn:
            for shape in each.underlines:
                self._fill(painter, shape, scene.hovered_uid, top, bottom)
        painter.setOpacity(1.0)
        for each in drawn:
            self._paint_counts(painter, each.cluster, scene.layout.scale)
        for run in marks.areas.values():
            painter.setPen(QPen(QColor(run.highlight.on_paper), AREA_OUTLINE_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(_scaled(run.rects[0], scene.layout.scale))

    def _fill(
        self, painter: QPainter, shape: _Shape, hovered: str | None, top: int, bottom: int
    ) -> None:
        if shape.bottom_px < top or shape.top_px > bottom:
            return
        painter.setOpacity(1.0 if hovered in {None, shape.uid} else FADED)
        painter.fillPath(shape.path, QBrush(shape.colour))

    def _strength(self, highlight: Highlight, scene: Scene) -> float:
        return 1.0 if scene.hovered_uid in {None, highlight.uid} else FADED

    def _paint_counts(self, painter: QPainter, cluster: Cluster, scale: float) -> None:
        for count in cluster.counts:
            rect = _scaled(count.rect, scale)
            font = QFont(painter.font())
            font.setPixelSize(max(8, min(11, round(rect.height() * 0.6))))
            painter.setFont(font)
            painter.setPen(QColor(self.colours.page_text))
            painter.drawText(QPointF(rect.right() + 2, rect.top() + font.pixelSize()), f"{count.n}")

    def _drawn(self, index: int, clusters: Sequence[Cluster], scale: float) -> list[_Drawn]:
        """Return the shapes of a page; only clusters not met before are worked out."""
        kept_scale, kept = self._shapes.pop(index, (scale, {}))
        if kept_scale != scale:
            kept = {}
        drawn = [
            known
            if (known := kept.get(id(cluster))) is not None and known.cluster is cluster
            else self._draw(cluster, scale)
            for cluster in clusters
        ]
        self._shapes[index] = (scale, {id(each.cluster): each for each in drawn})
        if len(self._shapes) > _KEPT_PAGES:
            del self._shapes[next(iter(self._shapes))]
        return drawn

    def _draw(self, cluster: Cluster, scale: float) -> _Drawn:
        if not self.colours.tints_shown:
            lines = [Underline(run.highlight, 0, run.rects) for run in cluster.runs]
            return _Drawn(
                cluster, (), tuple(self._underline(line, scale) for line in lines if line.rects)
            )
        return _Drawn(
            cluster,
            tuple(self._ground(each, scale) for each in cluster.grounds if each.rects),
            tuple(self._underline(each, scale) for each in cluster.underlines if each.rects),
        )

    def _ground(self, ground: Ground, scale: float) -> _Shape:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for rect in ground.rects:
            box = _scaled(rect, scale).adjusted(-WIDER_PX, 0, WIDER_PX, 0)
            path.addRoundedRect(box, CORNER_PX, CORNER_PX)
        return _shape(ground.highlight, QColor(ground.highlight.tint), path)

    def _underline(self, underline: Underline, scale: float) -> _Shape:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for rect in underline.rects:
            box = _scaled(rect, scale)
            top = box.bottom() - UNDERLINE_PX + underline.level * UNDERLINE_PITCH_PX
            path.addRect(QRectF(box.left(), top, box.width(), UNDERLINE_PX))
        return _shape(underline.highlight, QColor(underline.highlight.on_paper), path)

    def _paint_selection(self, painter: QPainter, scene: Scene, index: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        spans = scene.selection.spans()
        if scene.offered is not None:
            spans = [scene.offered]
        elif scene.edited is not None:
            spans = [scene.edited]
        path = _joined(scene.rects(spans, index), scene.layout.scale)
        painter.fillPath(path, QColor(self.colours.selection))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if scene.offered is not None:
            self._stroke(painter, path, self.colours.focus, ACTIVE_OUTLINE_PX)
        if scene.area is not None and scene.area[0] == index:
            box = _scaled(scene.area[1], scene.layout.scale)
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
                path = _joined(run.rects, scale, closing_gaps=True)
                self._stroke(painter, path, run.highlight.on_paper, width)
        if scene.flashed is not None:
            path = _joined(scene.rects([scene.flashed], index), scale, closing_gaps=True)
            self._stroke(painter, path, self.colours.find_current, FLASH_PX)

    def _stroke(self, painter: QPainter, path: QPainterPath, colour: str, width: float) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_caret(self, painter: QPainter, scene: Scene, index: int) -> None:
        if not scene.caret_shown or scene.selection.caret is None:
            return
        stands = scene.glyphs.caret_rect(scene.selection.caret)
        if stands is None or stands[0] != index:
            return
        box = _scaled(stands[1], scene.layout.scale)
        painter.fillRect(
            QRectF(box.left() - CARET_PX / 2, box.top(), CARET_PX, box.height()),
            QColor(self.colours.page_text),
        )


def _with_ratio(image: QImage, ratio: float) -> QImage:
    if image.devicePixelRatio() != ratio:
        image.setDevicePixelRatio(ratio)
    return image


def _scaled(rect: Rect, scale: float) -> QRectF:
    return QRectF(
        rect.x0_pt * scale,
        rect.y0_pt * scale,
        (rect.x1_pt - rect.x0_pt) * scale,
        (rect.y1_pt - rect.y0_pt) * scale,
    )


def _shape(highlight: Highlight, colour: QColor, path: QPainterPath) -> _Shape:
    bounds = path.boundingRect()
    return _Shape(highlight.uid, colour, path, bounds.top(), bounds.bottom())


def _joined(rects: Sequence[Rect], scale: float, *, closing_gaps: bool = False) -> QPainterPath:
    """Return one shape of all lines; with `closing_gaps` lines below each other touch."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    before: QRectF | None = None
    for rect in rects:
        box = _scaled(rect, scale).adjusted(-WIDER_PX, 0, WIDER_PX, 0)
        if closing_gaps and before is not None:
            gap = box.top() - before.bottom()
            side_by_side = box.left() < before.right() and before.left() < box.right()
            if side_by_side and 0 < gap < box.height():
                path.addRect(QRectF(box.left(), before.bottom(), box.width(), gap))
        path.addRect(box)
        before = box
    return path.simplified()
