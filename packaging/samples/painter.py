"""Draw a composed agreement: cover, contents, pages, running heads, bookmarks and page labels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from covers import draw_cover
from markup import Block
from pages import A4_PT, Page, Placed
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from strips import GREY, INK, WHITE, Design, Text

_CONTENTS_TOP_PT = 160.0


class Painter:
    """Writes one PDF; what is drawn first is also read first."""

    def __init__(self, path: Path, design: Design, creator: str) -> None:
        self._design = design
        # Compressed streams would differ from one build of zlib to the next.
        self._canvas: Any = Canvas(str(path), pagesize=A4_PT, invariant=1, pageCompression=0)
        meta = design.meta
        self._canvas.setTitle(f"{meta['title']}. {meta['subtitle']}")
        self._canvas.setAuthor(meta["parties"])
        self._canvas.setSubject(f"{meta['municipality']}: invented sample")
        self._canvas.setCreator(creator)
        self._canvas.showOutline()

    def paint(self, pages: Sequence[Page]) -> None:
        """Draw everything and write the file."""
        draw_cover(self._canvas, self._design)
        self._canvas.showPage()
        if "colophon" in self._design.meta:
            self._draw_colophon()
        self._draw_contents(pages)
        for number, page in enumerate(pages, start=1):
            self._draw_page(page, number)
        self._label_pages()
        self._canvas.save()

    @property
    def _front_sheets(self) -> int:
        return 3 if "colophon" in self._design.meta else 2

    def _label_pages(self) -> None:
        match self._design.meta["labels"]:
            case "plain":
                self._canvas.addPageLabel(0, prefix="omslag")
                self._canvas.addPageLabel(1, prefix="inhoud")
            case "roman":
                self._canvas.addPageLabel(0, prefix="omslag")
                self._canvas.addPageLabel(1, style="ROMAN_LOWER", start=1)
            case _:
                return
        self._canvas.addPageLabel(self._front_sheets, style="ARABIC", start=1)

    def _draw_colophon(self) -> None:
        design = self._design
        self._fill(design.tint)
        self._canvas.rect(0, 0, *A4_PT, stroke=0, fill=1)
        y = 170.0
        for line in design.meta["colophon"].split("; "):
            self._string(70, y, line, design.heads.roman, 8.6, GREY)
            y -= 12.5
        self._canvas.showPage()

    def _draw_contents(self, pages: Sequence[Page]) -> None:
        design = self._design
        canvas = self._canvas
        width, height = A4_PT
        left, right = pages[0].margin_x_pt, width - pages[0].margin_x_pt
        self._string(left, height - 116, "Inhoud", design.heads.bold, 24, design.accent)
        self._fill(design.second)
        canvas.rect(left, height - 128, 46, 2.2, stroke=0, fill=1)
        y = height - _CONTENTS_TOP_PT
        for number, page in enumerate(pages, start=1):
            for heading, _ in page.headings:
                if heading.level > 2:
                    continue
                first = heading.level == 1
                y -= 20.0 if first else 14.6
                font = design.heads.bold if first else design.heads.roman
                size = design.size_pt * (1.0 if first else 0.95)
                x = left + (0 if first else 22)
                colour = design.accent if first else INK
                title = _title(heading)
                self._string(x, y, title, font, size, colour)
                self._leader(x + stringWidth(title, font, size), right, y)
                digits = str(number)
                self._string(right - stringWidth(digits, font, size), y, digits, font, size, colour)
                spot = (x, y - 3, right, y + 9)
                canvas.linkRect("", _key(heading), spot, relative=0, thickness=0)
        if y < 70:
            raise ValueError("the contents do not fit on one page")
        if design.meta["labels"] == "roman":
            self._string(right - 6, 42, "ii", design.heads.roman, 9, GREY)
        canvas.showPage()

    def _leader(self, start_pt: float, end_pt: float, y_pt: float) -> None:
        self._canvas.setStrokeColor(HexColor("#B5B5B5"))
        self._canvas.setLineWidth(0.7)
        self._canvas.setDash(0.7, 3.2)
        self._canvas.line(start_pt + 8, y_pt + 1, end_pt - 22, y_pt + 1)
        self._canvas.setDash()

    def _draw_page(self, page: Page, number: int) -> None:
        canvas = self._canvas
        if page.landscape:
            # The sheet stays upright and is turned for showing, as scanners and printers do it.
            canvas.setPageSize((page.width_pt, page.height_pt))
            canvas.setPageRotation(90)
            canvas.saveState()
            canvas.transform(0, 1, -1, 0, A4_PT[0], 0)
        self._draw_running_head(page, number)
        for heading, y in page.headings:
            self._bookmark(heading, page, y)
        for placed in page.placed:
            self._draw_strip(page, placed)
        self._draw_footnotes(page)
        self._draw_page_number(page, number)
        if page.landscape:
            canvas.restoreState()
        canvas.showPage()
        canvas.setPageRotation(0)

    def _bookmark(self, heading: Block, page: Page, y_pt: float) -> None:
        key = _key(heading)
        if page.landscape:
            self._canvas.bookmarkPage(key)
        else:
            self._canvas.bookmarkPage(key, fit="XYZ", top=page.height_pt - y_pt + 12)
        closed = heading.level == 1
        self._canvas.addOutlineEntry(_title(heading), key, heading.level - 1, closed)

    def _draw_running_head(self, page: Page, number: int) -> None:
        design = self._design
        y = page.height_pt - 50
        left, right = page.margin_x_pt, page.width_pt - page.margin_x_pt
        words = [design.meta["running"], design.meta["municipality"]]
        if number % 2 == 0:
            words.reverse()
        font, size = design.heads.roman, 7.8
        self._string(left, y, words[0], font, size, GREY)
        end = right - stringWidth(words[1], font, size)
        self._string(end, y, words[1], font, size, GREY)
        self._canvas.setStrokeColor(HexColor(design.second))
        self._canvas.setLineWidth(0.8)
        self._canvas.line(left, y - 6, right, y - 6)

    def _draw_page_number(self, page: Page, number: int) -> None:
        design = self._design
        digits = str(number)
        width = stringWidth(digits, design.heads.bold, 9)
        left, right = page.margin_x_pt, page.width_pt - page.margin_x_pt
        centred = design.meta["motif"] == "dyke"
        outer = left if number % 2 == 0 else right - width
        x = (page.width_pt - width) / 2 if centred else outer
        self._string(x, 42, digits, design.heads.bold, 9, design.accent)

    def _draw_footnotes(self, page: Page) -> None:
        if not page.footnotes:
            return
        top = page.height_pt - page.footnotes[0].y_pt + 6
        self._canvas.setStrokeColor(HexColor(GREY))
        self._canvas.setLineWidth(0.5)
        self._canvas.line(page.margin_x_pt, top, page.margin_x_pt + 110, top)
        for placed in page.footnotes:
            self._draw_strip(page, placed)

    def _draw_strip(self, page: Page, placed: Placed) -> None:
        top = page.height_pt - placed.y_pt
        for box in placed.strip.boxes:
            if box.colour != WHITE:
                self._fill(box.colour)
                y = top - box.y_pt - box.height_pt
                self._canvas.rect(
                    placed.x_pt + box.x_pt, y, box.width_pt, box.height_pt, stroke=0, fill=1
                )
        for text in placed.strip.texts:
            self._draw_text(placed.x_pt + text.x_pt, top - text.baseline_pt, text)

    def _draw_text(self, x_pt: float, y_pt: float, text: Text) -> None:
        drawn = self._canvas.beginText(x_pt, y_pt)
        drawn.setFillColor(HexColor(text.colour))
        # Word space outlives a text object, so every line states its own.
        drawn.setWordSpace(round(text.line.extra_word_space_pt, 4))
        rise = 0.0
        for run in text.line.runs:
            drawn.setFont(run.font, run.size_pt)
            if run.rise_pt != rise:
                rise = run.rise_pt
                drawn.setRise(rise)
            drawn.textOut(run.text)
        if rise:
            drawn.setRise(0)
        self._canvas.drawText(drawn)

    def _string(
        self, x_pt: float, y_pt: float, words: str, font: str, size_pt: float, colour: str
    ) -> None:
        line = self._design.plain(words, font, size_pt)
        self._draw_text(x_pt, y_pt, Text(0, 0, line, colour))

    def _fill(self, colour: str) -> None:
        self._canvas.setFillColor(HexColor(colour))


def _title(heading: Block) -> str:
    words = "".join(span.text for span in heading.spans)
    return f"{heading.label}  {words}" if heading.label else words


def _key(heading: Block) -> str:
    return f"h{heading.label or _title(heading)}".replace(" ", "-")
