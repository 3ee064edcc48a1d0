"""Paints pages and what is marked on them. It reads the scene and changes nothing in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen

from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.colours import PageColours
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
COUNT_PX = 9
FADED = 0.4  # of all others while one coding is looked at
CARET_PX = 1.5
FLASH_PX = 2.5
NOTE_PADDING_PX = 6
_KEPT_PAGES = 16
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class _Shape:
    """Something to fill, in pixels below the page's top left corner."""

    uid: str
    brush: QBrush
    path: QPainterPath
    top_px: float
    bottom_px: float


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A cluster as shapes for one scale."""

    cluster: Cluster
    grounds: tuple[_Shape, ...]
    underlines: tuple[_Shape, ...]
    top_px: float
    bottom_px: float


@dataclass(slots=True)
class _PageShapes:
    """The shapes of a page at one scale; what a changed cluster leaves as it was is used again."""

    scale: float
    clusters: dict[int, _Drawn]
    single: dict[tuple[str, int], tuple[Ground | Underline, _Shape]]

    def shape_of(self, mark: Ground | Underline) -> _Shape:
        """Return a mark as a shape, drawn anew when it is not just the same as before."""
        level = mark.level if isinstance(mark, Underline) else -1
        known = self.single.get((mark.highlight.uid, level))
        if known is None or known[0] != mark:
            shape = (
                _underline(mark, self.scale)
                if isinstance(mark, Underline)
                else _ground(mark, self.scale)
            )
            known = self.single[mark.highlight.uid, level] = mark, shape
        return known[1]


class PagePainter:
    """Paints the pages of a scene, each with its highlights, selection and outlines."""

    def __init__(self, images: PageImages, colours: PageColours) -> None:
        self._images = images
        self._shapes: dict[int, _PageShapes] = {}  # by page
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
        self._paint_marks(painter, scene, slot.index, clip)
        self._paint_selection(painter, scene, slot.index)
        self._paint_outlines(painter, scene, slot.index)
        self._paint_caret(painter, scene, slot.index)
        if number in self._images.problems:
            self._paint_note(painter, page, self._images.problems[number])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_note(self, painter: QPainter, page: QRect, problem: str) -> None:
        """Say at the top of the page why it does not look as in the PDF."""
        words = QCoreApplication.translate("errors", problem)
        height = painter.fontMetrics().height() + 2 * NOTE_PADDING_PX
        strip = QRect(page.left(), page.top(), page.width(), height)
        painter.fillRect(strip, QColor(self.colours.warning_soft))
        painter.setPen(QColor(self.colours.warning))
        inside = strip.adjusted(NOTE_PADDING_PX, 0, -NOTE_PADDING_PX, 0)
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, cut)

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
        scale = scene.layout.scale
        top, bottom = clip.top(), clip.bottom() + 1
        drawn = [
            each
            for each in self._drawn(index, marks.clusters, scale)
            if each.bottom_px >= top and each.top_px <= bottom
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        # Without smoothing: grounds lie on whole pixels, and multiplying smoothly costs thrice.
        for each in drawn:
            _fill(painter, each.grounds, scene.hovered_uid, top, bottom)
        for run in marks.areas.values():
            painter.setOpacity(AREA_STRENGTH * _strength(run.highlight.uid, scene.hovered_uid))
            painter.fillRect(_scaled(run.rects[0], scale), QColor(run.highlight.stripe))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in drawn:
            _fill(painter, each.underlines, scene.hovered_uid, top, bottom)
        painter.setOpacity(1.0)
        for each in drawn:
            self._paint_counts(painter, each.cluster, scale)
        for run in marks.areas.values():
            painter.setPen(QPen(QColor(run.highlight.on_paper), AREA_OUTLINE_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(_scaled(run.rects[0], scale))

    def _paint_counts(self, painter: QPainter, cluster: Cluster, scale: float) -> None:
        if not cluster.counts:
            return
        font = QFont(painter.font())
        font.setPixelSize(COUNT_PX)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.page_text))
        for count in cluster.counts:
            rect = _scaled(count.rect, scale)
            painter.drawText(QPointF(rect.right() + 1, rect.top() + COUNT_PX), f"{count.n}")

    def prepare(self, scene: Scene, index: int) -> None:
        """Work out the shapes of a page that will soon be in sight."""
        self._drawn(index, scene.highlights.on_page(index).clusters, scene.layout.scale)

    def _drawn(self, index: int, clusters: Sequence[Cluster], scale: float) -> list[_Drawn]:
        """Return the shapes of a page; only clusters not met before are worked out."""
        kept = self._shapes.pop(index, None)
        if kept is None or kept.scale != scale:
            kept = _PageShapes(scale, {}, {})
        drawn = {
            id(cluster): known
            if (known := kept.clusters.get(id(cluster))) is not None and known.cluster is cluster
            else self._draw(cluster, kept)
            for cluster in clusters
        }
        self._shapes[index] = _PageShapes(scale, drawn, kept.single)
        if len(self._shapes) > _KEPT_PAGES:
            del self._shapes[next(iter(self._shapes))]
        return list(drawn.values())

    def _draw(self, cluster: Cluster, kept: _PageShapes) -> _Drawn:
        grounds: Sequence[Ground] = cluster.grounds
        underlines: Sequence[Underline] = cluster.underlines
        if not self.colours.tints_shown:
            grounds = ()
            underlines = [Underline(run.highlight, 0, run.rects) for run in cluster.runs]
        below = tuple(kept.shape_of(mark) for mark in grounds if mark.rects)
        above = tuple(kept.shape_of(mark) for mark in underlines if mark.rects)
        top = min((shape.top_px for shape in (*below, *above)), default=0.0)
        bottom = max((shape.bottom_px for shape in (*below, *above)), default=0.0)
        return _Drawn(cluster, below, above, top, bottom)

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


def _fill(
    painter: QPainter, shapes: Sequence[_Shape], hovered: str | None, top: int, bottom: int
) -> None:
    for shape in shapes:
        if shape.bottom_px >= top and shape.top_px <= bottom:
            if hovered is not None:
                painter.setOpacity(_strength(shape.uid, hovered))
            painter.fillPath(shape.path, shape.brush)


def _strength(uid: str, hovered: str | None) -> float:
    return 1.0 if hovered in {None, uid} else FADED


def _ground(ground: Ground, scale: float) -> _Shape:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in ground.rects:
        left, right = round(rect.x0_pt * scale - WIDER_PX), round(rect.x1_pt * scale + WIDER_PX)
        top, bottom = round(rect.y0_pt * scale), round(rect.y1_pt * scale)
        path.addRoundedRect(QRectF(left, top, right - left, bottom - top), CORNER_PX, CORNER_PX)
    return _shape(ground.highlight.uid, ground.highlight.tint, path)


def _underline(underline: Underline, scale: float) -> _Shape:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in underline.rects:
        box = _scaled(rect, scale)
        top = box.bottom() - UNDERLINE_PX + underline.level * UNDERLINE_PITCH_PX
        path.addRect(QRectF(box.left(), top, box.width(), UNDERLINE_PX))
    return _shape(underline.highlight.uid, underline.highlight.on_paper, path)


def _shape(uid: str, colour: str, path: QPainterPath) -> _Shape:
    bounds = path.boundingRect()
    return _Shape(uid, QBrush(QColor(colour)), path, bounds.top(), bounds.bottom())
