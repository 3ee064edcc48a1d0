"""The standard PDF fonts, with the two ligatures and a bullet that reads as a control character."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from linebreaks import LIGATURES
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.rl_codecs import RL_Codecs

ENCODING = "samples"
CONTROL_BULLET = "ControlBullet"
SQUARE = "\u25a0"
_LIGATURE_CODES = {0x8D: "fi", 0x8F: "fl"}  # unused in Windows code page 1252
_SQUARE_CODE = 0x07
_SQUARE_SIDE = 600


@dataclass(frozen=True, slots=True)
class Family:
    """The names under which the faces of one family are registered."""

    roman: str
    italic: str
    bold: str
    bold_italic: str


TIMES = Family("Times", "TimesItalic", "TimesBold", "TimesBoldItalic")
HELVETICA = Family("Sans", "SansItalic", "SansBold", "SansBoldItalic")
FAMILIES = {"Times": TIMES, "Helvetica": HELVETICA}
_FACES = {
    TIMES.roman: "Times-Roman",
    TIMES.italic: "Times-Italic",
    TIMES.bold: "Times-Bold",
    TIMES.bold_italic: "Times-BoldItalic",
    HELVETICA.roman: "Helvetica",
    HELVETICA.italic: "Helvetica-Oblique",
    HELVETICA.bold: "Helvetica-Bold",
    HELVETICA.bold_italic: "Helvetica-BoldOblique",
}


def register() -> None:
    """Make all fonts known to reportlab."""
    encoding = pdfmetrics.Encoding(ENCODING, "WinAnsiEncoding")
    to_byte = {ord(bytes([code]).decode("cp1252", "replace")): code for code in range(32, 256)}
    to_byte[0xA0] = 0x20  # a no-break space is drawn as a space, so that it stretches
    to_byte[ord(SQUARE)] = _SQUARE_CODE
    for code, glyph in _LIGATURE_CODES.items():
        encoding[code] = glyph
        to_byte[ord(LIGATURES[glyph])] = code
    RL_Codecs.add_dynamic_codec(ENCODING, to_byte, {code: char for char, code in to_byte.items()})
    pdfmetrics.registerEncoding(encoding)
    for name, face in _FACES.items():
        pdfmetrics.registerFont(pdfmetrics.Font(name, face, ENCODING))
    pdfmetrics.registerFont(_control_bullet())


def _control_bullet() -> Any:
    """Return a font with one square, at code 7 and without a name that means a character.

    Symbol bullets reach PDFs in this way, and programs that read real agreements then meet the
    control character U+0007.
    """
    font: Any = pdfmetrics.Font(CONTROL_BULLET, "Helvetica", ENCODING)
    font.widths = [_SQUARE_SIDE if code == _SQUARE_CODE else 0 for code in range(256)]
    font.addObjects = _add_control_bullet
    return font


def _add_control_bullet(doc: Any) -> None:
    side = _SQUARE_SIDE
    square = pdfdoc.PDFStream(content=f"{side} 0 0 0 {side} {side} d1 0 0 {side} {side} re f")
    differences = pdfdoc.PDFArray([_SQUARE_CODE, pdfdoc.PDFName("g7")])
    font = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type3"),
            "FontBBox": pdfdoc.PDFArray([0, 0, side, side]),
            "FontMatrix": pdfdoc.PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "CharProcs": pdfdoc.PDFDictionary({"g7": doc.Reference(square, "square")}),
            "Encoding": pdfdoc.PDFDictionary({"Differences": differences}),
            "FirstChar": _SQUARE_CODE,
            "LastChar": _SQUARE_CODE,
            "Widths": pdfdoc.PDFArray([side]),
            "Resources": pdfdoc.PDFDictionary({}),
        }
    )
    name = f"F{len(doc.fontMapping) + 1}"
    doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, name)
    doc.fontMapping[CONTROL_BULLET] = f"/{name}"
