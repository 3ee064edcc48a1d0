"""Paints the margin beside a page: stripes, the crowded lane, labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil
from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QRegion

from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.painter import FADED
from qualcode_app.ui.page.scene import Scene
from qualcode_app.ui.page.stripes import (
    ACTIVE_STRIPE_PX,
    LABEL_PX,
    STRIPE_PX,
    WITH_LABELS,
    WITHOUT_LABELS,
    Crowd,
    Label,
    Margin,
    MarginStyle,
    Piece,
    Stripe,
)

KEY_ONLY_BELOW_PX = 40
LABELS_FROM_PX = 640  # a narrower view shows lanes without labels
LABEL_PADDING_PX = 3
_WORDS_GAP_PX = 6
_KEPT_WORDS = 2_000
_PEN_STYLES = {"dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}


class MarginPainter:
    """Paints stripes and labels in the theme's colours."""

    def __init__(self, colours: PageColours, font: QFont) -> None:
        self.colours = colours
        self.initials_shown = False
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Write labels in this font."""
        self._font = QFont(font)
        self._key_font = QFont(font)
        self._key_font.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._font)
        self._key_metrics = QFontMetricsF(self._key_font)
        self._widths: dict[str, float] = {}
        self._cut: dict[tuple[str, int], str] = {}
        height = max(LABEL_PX, ceil(self._key_metrics.height()) + LABEL_PADDING_PX)
        width = WITH_LABELS.width_px * height // LABEL_PX
        self._labelled = replace(WITH_LABELS, width_px=width, label_px=height)

    def style(self, room_px: int) -> MarginStyle:
        """Return how a margin looks beside pages that have this much room, margin and all."""
        wanted = LABELS_FROM_PX + self._labelled.width_px - WITH_LABELS.width_px
        return self._labelled if room_px >= wanted else WITHOUT_LABELS

    def paint(self, painter: QPainter, scene: Scene, margin: Margin, uncovered: QRegion) -> None:
        """Paint the margin of one page; the painter stands at the top of the page's right edge."""
        around = margin.style.label_px
        parts = cast("Iterable[QRect]", uncovered)  # the stubs do not tell that it is one
        spans = [(part.top() - around, part.bottom() + 1) for part in parts]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stripe in margin.stripes:
            if _meets(spans, stripe.pieces):
                self._paint_stripe(painter, scene, margin, stripe)
        for crowd in margin.crowds:
            if _meets(spans, [(crowd.top_px, crowd.bottom_px)]):
                self._paint_crowd(painter, margin, crowd, uncovered.boundingRect())
            if _meets(spans, [(crowd.top_px, crowd.top_px)]):
                self._paint_number(painter, margin, crowd)
        painter.setOpacity(1.0)
        for label in margin.labels:
            if _meets(spans, [(label.y_px, label.y_px)]):
                self._paint_label(painter, scene, margin, label)
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_stripe(
        self, painter: QPainter, scene: Scene, margin: Margin, stripe: Stripe
    ) -> None:
        uid = stripe.highlight.uid
        width = ACTIVE_STRIPE_PX if uid == scene.active_uid else STRIPE_PX
        left = margin.style.lane_left_px(stripe.lane) + (STRIPE_PX - width) / 2
        painter.setOpacity(1.0 if scene.hovered_uid in {None, uid} else FADED)
        colour = QColor(stripe.highlight.stripe)
        for top, bottom in stripe.pieces:
            box = QRectF(left, top, width, max(bottom - top, width))
            pattern = stripe.highlight.pattern
            if pattern in _PEN_STYLES:
                pen = QPen(colour, width, _PEN_STYLES[pattern], Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                middle = box.center().x()
                painter.drawLine(QPointF(middle, box.top()), QPointF(middle, box.bottom()))
            elif pattern == "hollow":
                painter.setPen(QPen(colour, 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(box, 1.5, 1.5)
        if self.initials_shown and not margin.style.labelled:
            self._paint_initial(painter, stripe, left)

    def _paint_initial(self, painter: QPainter, stripe: Stripe, left: float) -> None:
        """Write below a stripe whose it is, where there is no room for labels."""
        painter.setPen(QColor(self.colours.text_muted))
        painter.setFont(self._key_font)
        box = QRectF(left - 4, stripe.pieces[-1][1] + 1, STRIPE_PX + 8, LABEL_PX)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip
        painter.drawText(box, middle, stripe.highlight.coder_initials[:1])

    def _paint_crowd(self, painter: QPainter, margin: Margin, crowd: Crowd, clip: QRect) -> None:
        painter.setOpacity(1.0)
        left = margin.style.lane_left_px(margin.n_lanes)
        box = QRectF(left, crowd.top_px, STRIPE_PX + 2, crowd.bottom_px - crowd.top_px)
        ink = QColor(self.colours.text_muted)
        # Only what is asked for: hatching a stripe as long as the page takes milliseconds.
        painter.fillRect(box.intersected(QRectF(clip)), QBrush(ink, Qt.BrushStyle.BDiagPattern))

    def _paint_number(self, painter: QPainter, margin: Margin, crowd: Crowd) -> None:
        """Write above a crowd how many it holds."""
        painter.setOpacity(1.0)
        painter.setPen(QColor(self.colours.text_muted))
        painter.setFont(self._key_font)
        left, height = margin.style.lane_left_px(margin.n_lanes), margin.style.label_px
        painter.drawText(
            QRectF(left - 2, crowd.top_px - height, 40, height),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
            f"+{crowd.n}",
        )

    def _paint_label(self, painter: QPainter, scene: Scene, margin: Margin, label: Label) -> None:
        left, right = margin.labels_left_px, margin.style.width_px
        active = scene.active_uid in label.uids
        hovered = scene.hovered_uid
        painter.setOpacity(1.0 if hovered is None or hovered in label.uids or active else FADED)
        box = QRectF(left, label.y_px, right - left, margin.style.label_px)
        if active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.accent_soft))
            painter.drawRoundedRect(box, 3, 3)
        box.adjust(4, 0, -2, 0)
        if label.folded:
            self._write(painter, box, f"+{len(label.folded)}", at_right=True)
            box.setRight(box.right() - self._key_metrics.horizontalAdvance("+00"))
        self._write_words(painter, box, label, active=active)

    def _write_words(self, painter: QPainter, box: QRectF, label: Label, *, active: bool) -> None:
        highlight = label.highlight
        key = highlight.key
        if self.initials_shown and highlight.coder_initials:
            key = f"{highlight.coder_initials}  {key}"
        if len(label.uids) > 1:
            key = QCoreApplication.translate("PageView", "{key} ×{n}").format(
                key=key, n=len(label.uids)
            )
        ink = self.colours.on_accent_soft if active else self.colours.text
        painter.setPen(QColor(ink))
        painter.setFont(self._key_font)
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side | Qt.TextFlag.TextDontClip, key)
        taken = self._key_width(key) + _WORDS_GAP_PX
        if box.width() - taken < KEY_ONLY_BELOW_PX:
            return
        painter.setFont(self._font)
        painter.setPen(QColor(self.colours.on_accent_soft if active else self.colours.text_muted))
        words = self._elided(highlight.label, round(box.width() - taken))
        painter.drawText(box.adjusted(taken, 0, 0, 0), side, words)

    def _key_width(self, key: str) -> float:
        if key not in self._widths:
            self._widths[key] = self._key_metrics.horizontalAdvance(key)
        return self._widths[key]

    def _elided(self, words: str, width_px: int) -> str:
        """Cut words to a width; what was cut before is remembered, as scrolling asks often."""
        if (words, width_px) not in self._cut:
            if len(self._cut) > _KEPT_WORDS:
                self._cut.clear()
            side = Qt.TextElideMode.ElideRight
            self._cut[words, width_px] = self._metrics.elidedText(words, side, width_px)
        return self._cut[words, width_px]

    def _write(self, painter: QPainter, box: QRectF, words: str, *, at_right: bool) -> None:
        painter.setFont(self._key_font)
        painter.setPen(QColor(self.colours.text_muted))
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)


def _meets(spans: Sequence[tuple[int, int]], pieces: Sequence[Piece]) -> bool:
    for top_px, bottom_px in pieces:  # a plain loop: asked for everything beside a page
        for top, bottom in spans:
            if top_px <= bottom and bottom_px >= top:
                return True
    return False
