"""A document as a strip: its codings from the first to the last page, a lane for each theme."""

from __future__ import annotations

from qualcode_app.domain.charts import Portrait
from qualcode_app.domain.figures import number
from qualcode_app.formats.chart_frame import EDGE, LABELS, UNREAD, fill_box
from qualcode_app.formats.svg_canvas import BODY, GRID, INK, SMALL, STRONG, Canvas

ALL, LANE = 34.0, 26.0
FIGURES = 150.0  # room for the number of codings and the share of the words
LEAST = 1.6  # a short coding is still seen


def draw(canvas: Canvas, y: float, chart: Portrait) -> float:
    """Draw all codings on one strip and then theme by theme; returns where it ends."""
    left, right = EDGE + LABELS, canvas.width - EDGE - FIGURES
    say, language = chart.caption.say, chart.caption.language

    def x(share: float) -> float:
        return left + share * (right - left)

    rows = [(say("All themes"), ALL, chart.lanes)]
    rows += [(f"{lane.key} {lane.label}", LANE, (lane,)) for lane in chart.lanes]
    bottom = y + sum(tall for _, tall, _ in rows)
    canvas.line(right, y, right, bottom)
    taken = 0.0
    for share, label in chart.pages:
        canvas.line(x(share), y, x(share), bottom, GRID)
        half = SMALL.width(label) / 2
        if x(share) - half > taken:
            canvas.text(x(share), bottom + 15, label, SMALL, "middle")
            taken = x(share) + half + 4
    for words, tall, lanes in rows:
        together = len(lanes) != 1 or tall == ALL
        unread = not together and not lanes[0].is_read
        style = STRONG if together else BODY
        canvas.text(EDGE, y + tall / 2 + 5, style.fitted(words, LABELS - 12), style)
        if unread:
            fill_box(canvas, (left, y + 4, right - left, tall - 8), UNREAD)
        for lane in lanes:
            for one in lane.stretches:
                wide = max(LEAST, x(one.end) - x(one.start))
                canvas.rect(x(one.start), y + 4, wide, tall - 8, lane.colour)
        if together:
            canvas.line(left, y + tall - 2, right, y + tall - 2, INK)
        n = sum(len(lane.stretches) for lane in lanes)
        figure = say("{n} coding" if n == 1 else "{n} codings").format(n=n)
        if not together:
            percent = f"{number(100 * lanes[0].share, 1, language)} %"
            figure = (
                say("not read") if unread and not lanes[0].stretches else f"{percent} · {figure}"
            )
        canvas.text(canvas.width - EDGE, y + tall / 2 + 5, figure, style, "end")
        y += tall
    canvas.text(left, bottom + 32, say("page"), SMALL)
    return y + 36
