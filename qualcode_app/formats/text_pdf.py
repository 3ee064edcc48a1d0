"""Plain text as a PDF of the same lines and places as its laid-out pages."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from qualcode_app.domain import text_pages
from qualcode_app.domain.text_pages import EDGE_PT, HEIGHT_PT, LEADING_PT, SIZE_PT, WIDTH_PT

_ASCENT_PT = 11.0  # from the top of a line to its foot
_ENCODING = "cp1252"  # what the standard fonts of a PDF know; other letters show as ?
_FIXED = 4  # objects before those of the pages


def write(text: str, title: str) -> bytes:
    """Return the PDF; the same text and title give the same bytes.

    Every letter is as wide as text_pages lays it out, so that what is marked lies where it reads.
    """
    sheets = text_pages.sheets(text)
    first = [_FIXED + 1 + 2 * at for at in range(len(sheets))]
    kids = " ".join(f"{number} 0 R" for number in first)
    named = ("\ufeff" + title).encode("utf-16-be").hex()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        f"<</Title<{named}>/Producer(QualCode)>>".encode(),
    ]
    for number, lines in zip(first, sheets, strict=True):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH_PT:g} {HEIGHT_PT:g}]"
            f"/Resources<</Font<</F 3 0 R>>>>/Contents {number + 1} 0 R>>".encode()
        )
        drawn = zlib.compress(_drawn(lines))
        head = f"<</Length {len(drawn)}/Filter/FlateDecode>>".encode()
        objects.append(b"%b\nstream\n%b\nendstream" % (head, drawn))
    return _file(objects)


def _drawn(lines: Sequence[str]) -> bytes:
    top = HEIGHT_PT - EDGE_PT - _ASCENT_PT
    head = f"BT /F {SIZE_PT:g} Tf {LEADING_PT:g} TL {EDGE_PT:g} {top:g} Td\n".encode()
    return head + b"".join(b"(%b) Tj T*\n" % _literal(line) for line in lines) + b"ET"


def _literal(line: str) -> bytes:
    shown = line.rstrip("\n").replace("\t", " ").encode(_ENCODING, "replace")
    for sign in (b"\\", b"(", b")"):
        shown = shown.replace(sign, b"\\" + sign)
    return shown.replace(b"\r", b" ")


def _file(objects: Sequence[bytes]) -> bytes:
    parts = [b"%PDF-1.4\n"]
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    table = sum(map(len, parts))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    parts += [b"%010d 00000 n \n" % place for place in places]
    parts.append(
        b"trailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table)
    )
    return b"".join(parts)
