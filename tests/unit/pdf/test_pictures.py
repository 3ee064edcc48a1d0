"""A picture becomes a document of one page, a point for each pixel."""

from __future__ import annotations

import struct
import zlib

import pymupdf
import pytest

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.pdf.client import Extractor


@pytest.fixture(scope="module")
def extractor():
    with Extractor() as extractor:
        yield extractor


@pytest.fixture(scope="module")
def canvas() -> pymupdf.Pixmap:
    canvas = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 80, 60), False)
    canvas.clear_with(200)
    return canvas


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_picture_is_one_page_without_text(extractor, canvas, kind) -> None:
    document = extractor.extract(canvas.tobytes(kind), f"plein.{kind}")
    (page,) = document.pages
    assert (page.width_pt, page.height_pt, page.text.strip()) == (80, 60, "")
    shown = pymupdf.open(stream=document.unlocked, filetype="pdf")
    assert shown[0].get_pixmap().pixel(40, 30) == (200, 200, 200)


def png(width: int, height: int) -> bytes:
    """Say how large a picture is, with almost nothing behind it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_picture_larger_than_a_page_is_refused_before_it_is_unpacked(extractor) -> None:
    with pytest.raises(UnreadableDocument, match="more pixels"):
        extractor.extract(png(20_000, 30), "groot.png")


def test_a_damaged_picture_is_refused(extractor, canvas) -> None:
    with pytest.raises(UnreadableDocument, match="damaged"):
        extractor.extract(canvas.tobytes("png")[:16] + bytes(60), "stuk.png")
