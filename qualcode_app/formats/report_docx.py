"""A report as a text document, with headings for contents, real tables and pictures in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.report import (
    Block,
    Claim,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Report,
)
from qualcode_app.domain.snapshot import Cell, Column, Link, Table
from qualcode_app.formats.whole_file import whole

TEXT_WIDTH_CM = 16.5
SMALL_PT, TABLE_PT = 9, 8
GREY = "5B6675"


def write(report: Report, path: Path, progress: Progress) -> None:
    """Write the document; raises Cancelled, or CannotWrite when the folder refuses it."""
    from docx import Document  # noqa: PLC0415  loaded only when a document is written

    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = report.title, "", ""
    properties.language = report.language
    _lay_out(document, report.language)
    document.add_heading(_text(report.title), 0)
    _small(document.add_paragraph(), report.subtitle)
    writer = _Writer(document, report.language)
    for done, block in enumerate(report.blocks):
        progress.report(done, len(report.blocks))
        writer.add(block)
    with whole(path) as part:
        document.save(str(part))
    progress.report(len(report.blocks), len(report.blocks))


def _lay_out(document: Any, language: str) -> None:
    """Set A4, margins, typeface and language."""
    from docx.oxml.ns import qn  # noqa: PLC0415  likewise
    from docx.shared import Cm, Pt  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21.0 - TEXT_WIDTH_CM) / 2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    spoken = "nl-NL" if language == "nl" else "en-GB"
    for tongue in document.styles.element.iter(qn("w:lang")):
        tongue.set(qn("w:val"), spoken)


class _Writer:
    """Adds blocks to a document."""

    def __init__(self, document: Any, language: str) -> None:
        self._document = document
        self._language = language
        self._began = False

    def add(self, block: Block) -> None:
        """Add one block at the end."""
        match block:
            case Heading():
                if block.level == 1 and self._began:
                    self._document.add_page_break()
                self._began = True
                self._document.add_heading(_text(block.text), block.level)
            case Paragraph():
                paragraph = self._document.add_paragraph()
                if block.small:
                    _small(paragraph, block.text)
                else:
                    paragraph.add_run(_text(block.text))
            case Quote():
                self._quote(block)
            case Claim():
                self._claim(block)
            case Picture():
                self._picture(block)
            case Grid():
                if block.caption:
                    _small(self._document.add_paragraph(), block.caption)
                self._grid(block.table)

    def _quote(self, block: Quote) -> None:
        paragraph = self._document.add_paragraph(style="Quote")
        if block.role:
            _small(paragraph, f"{block.role}: ")
        paragraph.add_run(f"“{_text(block.text)}” ")
        _small(paragraph, f"({block.source})")

    def _claim(self, block: Claim) -> None:
        paragraph = self._document.add_paragraph(style="List Bullet")
        paragraph.add_run(_text(block.text)).bold = True
        paragraph.add_run().add_break()
        _small(paragraph, block.state if block.holds else f"⚠ {block.state}")
        for quote in block.evidence:
            self._quote(quote)

    def _picture(self, block: Picture) -> None:
        from docx.shared import Cm  # noqa: PLC0415  likewise

        if not block.png:
            return
        shape = self._document.add_picture(BytesIO(block.png), width=Cm(TEXT_WIDTH_CM))
        shape._inline.docPr.set("descr", _text(block.words))  # noqa: SLF001  no other way in

    def _grid(self, table: Table) -> None:
        from docx.oxml import OxmlElement  # noqa: PLC0415  likewise
        from docx.oxml.ns import qn  # noqa: PLC0415
        from docx.shared import Cm  # noqa: PLC0415

        if not table.columns:
            return
        grid = self._document.add_table(rows=1, cols=len(table.columns))
        grid.style = "Light Shading Accent 1"
        grid.autofit = False
        widths = _widths_cm(table.columns)
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = Cm(width)
        titles = [column.title for column in table.columns]
        _fill(grid.rows[0], titles, widths)
        repeated = OxmlElement("w:tblHeader")
        repeated.set(qn("w:val"), "true")
        grid.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001  no other way in
        for row in table.rows:
            said = [
                _said(cell, self._language, column.decimals)
                for cell, column in zip(row, table.columns, strict=True)
            ]
            _fill(grid.add_row(), said, widths, [isinstance(cell, int | float) for cell in row])
        self._document.add_paragraph()


def _widths_cm(columns: tuple[Column, ...]) -> list[float]:
    """Share the width of the page by how wide columns want to be; none gets very narrow."""
    wanted = [min(max(column.width, len(column.title) + 3, 5), 44) for column in columns]
    return [TEXT_WIDTH_CM * each / sum(wanted) for each in wanted]


def _fill(
    row: Any, said: Sequence[str], widths: Sequence[float], to_the_right: Sequence[bool] = ()
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415  likewise
    from docx.shared import Cm, Pt  # noqa: PLC0415

    sides = to_the_right or [False] * len(said)
    for place, text, width, right in zip(row.cells, said, widths, sides, strict=True):
        place.width = Cm(width)
        paragraph = place.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(_text(text)).font.size = Pt(TABLE_PT)


def _said(cell: Cell, language: str, decimals: int) -> str:
    match cell:
        case None:
            return "–"
        case bool() | int() | str():
            return str(cell)
        case float():
            said = f"{cell:.{decimals}f}"
            return said.replace(".", ",") if language == "nl" else said
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}"
        case Link():
            return cell.shown


def _small(paragraph: Any, text: str) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415  likewise

    run = paragraph.add_run(_text(text))
    run.font.size, run.font.italic = Pt(SMALL_PT), False
    run.font.color.rgb = RGBColor.from_string(GREY)


def _text(text: str) -> str:
    return printable(text)[0]
