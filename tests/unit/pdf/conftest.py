"""PDFs written by hand, among them some that no reader gets through."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

import pytest

from qualcode_app.pdf.client import Extractor


def written(objects: Sequence[bytes]) -> bytes:
    """Put numbered objects into a file; the first one is its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
    )


def stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Make a PDF of pages with lines (text, x, y from the bottom); `page` adds to its entries."""

    def make(*pages: Sequence[tuple[str, float, float]], page: bytes = b"") -> bytes:
        kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ]
        for number, lines in enumerate(pages):
            entries = page or b"/MediaBox[0 0 595 842]"
            objects.append(
                b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
                % (entries, 5 + 2 * number)
            )
            shown = [
                b"BT /F 12 Tf %f %f Td (%s) Tj ET" % (x, y, text.encode("cp1252"))
                for text, x, y in lines
            ]
            objects.append(stream(b"", b"\n".join(shown)))
        return written(objects)

    return make


@pytest.fixture
def vertical_pdf() -> Callable[[int], bytes]:
    """Make a page with two columns of vertical writing, right one first, and a turned line."""

    def make(rotation: int) -> bytes:
        columns = b" ".join(
            b"BT /V 20 Tf %d 700 Td <%s> Tj ET" % (x, text.encode("utf-16-be").hex().encode())
            for text, x in (("私達は家を建てる", 500), ("そして学ぶ", 470))
        )
        shown = columns + b" BT /F 12 Tf 0 -1 1 0 72 700 Tm (Turned down) Tj ET"
        return written(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents 5 0 R"
                b"/Resources<</Font<</F 3 0 R/V 6 0 R>>>>>>" % rotation,
                stream(b"", shown),
                (
                    b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UCS2-V"
                    b"/DescendantFonts[7 0 R]>>"
                ),
                (
                    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/DW 1000"
                    b"/FontDescriptor 8 0 R"
                    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>"
                ),
                (
                    b"<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4"
                    b"/FontBBox[0 -200 1000 900]/ItalicAngle 0"
                    b"/Ascent 880/Descent -120/CapHeight 700/StemV 80>>"
                ),
            ]
        )

    return make


def endless_pdf() -> bytes:
    """Return a page that shows a form twice, that shows a form twice ... forty times over."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources 6 0 R>>",
        stream(b"", b"/X Do"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</XObject<</X 7 0 R>>>>",
    ]
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]"
    for level in range(40):
        inner = b"/Resources<</XObject<</X %d 0 R>>>>" % (8 + level)
        objects.append(stream(form + inner, b"/X Do /X Do"))
    font = b"/Resources<</Font<</F 5 0 R>>>>"
    objects.append(stream(form + font, b"BT /F 9 Tf 10 10 Td (steeds weer) Tj ET 0 0 5 5 re f"))
    return written(objects)


@pytest.fixture(scope="session")
def endless() -> bytes:
    """A page that no reader draws to its end."""
    return endless_pdf()


@pytest.fixture(scope="module")
def extractor():
    with Extractor() as one:
        yield one


@pytest.fixture
def photograph() -> bytes:
    """A page of 100 by 100 points with a picture of nine million pixels."""
    side = 3000
    picture = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (side, side)
    picture += b"/ColorSpace/DeviceGray/Filter/FlateDecode"
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources 5 0 R>>",
            stream(b"", b"q 100 0 0 100 0 0 cm /P Do Q"),
            b"<</XObject<</P 6 0 R>>>>",
            stream(picture, zlib.compress(b"\x80" * side * side, 1)),
        ]
    )
