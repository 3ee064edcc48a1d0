"""Make the icons that Windows and macOS want from the drawing of the program's own."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
DRAWING = ROOT / "resources" / "brand" / "qualcode.svg"
BUILD = ROOT / "build"
ICO_SIZES = (16, 32, 48, 256)
ICNS_KINDS = {b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic11": 32, b"ic12": 64}


def png(size: int) -> bytes:
    """Return the drawing as a picture of so many points a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


def ico() -> bytes:
    """Return an icon file of Windows: a directory, then a PNG per size."""
    pictures = [png(size) for size in ICO_SIZES]
    found = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(found) + 16 * len(pictures)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        found += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return found + b"".join(pictures)


def icns() -> bytes:
    """Return an icon file of macOS: kind, length and PNG, one after the other."""
    pieces = b""
    for kind, size in ICNS_KINDS.items():
        picture = png(size)
        pieces += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(pieces) + 8) + pieces


def main() -> None:
    """Write both beside the other things that are built."""
    application = QGuiApplication([])
    BUILD.mkdir(exist_ok=True)
    (BUILD / "qualcode.ico").write_bytes(ico())
    (BUILD / "qualcode.icns").write_bytes(icns())
    application.quit()


if __name__ == "__main__":
    main()
