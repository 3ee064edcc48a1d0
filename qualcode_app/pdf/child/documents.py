"""What the child can do with documents; every failure of a file becomes an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import pymupdf

from qualcode_app.pdf import wire
from qualcode_app.pdf.child import annotating, marks, pictures, texts, typesetting
from qualcode_app.pdf.pixels import Shared

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


class Refused(Exception):
    """The file cannot be read, for a reason the client has words for."""


_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_LONGEST_SIDE = 14_400  # points of a PDF page
_MOST_PIXELS = 100_000_000


def picture(content: bytes) -> pymupdf.Document | None:
    """Return a picture as a PDF of one page, a point for each pixel; None for what is none.

    Raises:
        Refused: It is larger than a page can be.
    """
    if not content.startswith(_PICTURES):
        return None
    mupdf = pymupdf.mupdf
    header = mupdf.fz_new_image_from_buffer(mupdf.fz_new_buffer_from_copied_data(content))
    width, height = header.w(), header.h()  # told without unpacking it
    if max(width, height) > _LONGEST_SIDE or width * height > _MOST_PIXELS:
        raise Refused("too_large")
    document = pymupdf.open()
    page = document.new_page(width=width, height=height)
    page.insert_image(page.rect, stream=content)
    return document


def opened(content: bytes, password: str | None = None) -> tuple[pymupdf.Document, bool]:
    """Open a PDF that has pages; return it and whether it needed its password; raises Refused."""
    try:
        document = pymupdf.open(stream=content, filetype="pdf")
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as problem:
        raise Refused("damaged") from problem
    # Asked once and before the password: asking again makes MuPDF forget how to decrypt.
    locked = bool(document.needs_pass)
    if locked:
        if password is None:
            raise Refused("locked")
        if not document.authenticate(password):
            raise Refused("wrong_password")
    if document.page_count == 0:
        raise Refused("no_pages")
    return document, locked


class Documents:
    """Answers requests and keeps the documents that are being shown."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._open: dict[str, pymupdf.Document] = {}
        self._pixels: pictures.Pixels | None = None

    def answer(self, request: wire.Frame) -> None:
        """Do what is asked and write the answer; raises OSError when the parent is gone."""
        try:
            self._do(request.header, request.body)
        except Refused as refusal:
            self._say({"is": "refused", "why": str(refusal)})
        except MemoryError:
            self._say({"is": "refused", "why": "memory"})
        except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as problem:
            why = "memory" if "malloc" in str(problem) else "damaged"
            self._say({"is": "refused", "why": why})

    def _say(self, header: Mapping[str, object], *body: bytes | memoryview) -> None:
        wire.write(self._answers, header, *body)

    def _say_all(self, answers: Iterable[tuple[Mapping[str, object], bytes]]) -> None:
        for header, body in answers:
            self._say(header, body)

    def _do(self, header: Mapping[str, Any], body: bytes) -> None:
        match header["do"]:
            case "extract":
                self._say_all(self._extracted(header, body))
            case "typeset":
                levels = dict(header["headings"])
                self._say_all(typesetting.typeset(body.decode(), levels))
            case "highlights":
                document, _ = opened(body)
                self._say({"is": "highlights", "marks": marks.highlights(document)})
            case "annotate":
                self._say_all(annotating.annotated(opened(body)[0], header["marks"]))
            case "share":
                self._pixels = pictures.Pixels(Shared(header["name"]))
            case "open":
                self._open[header["key"]], _ = opened(body)
                self._say({"is": "open"})
            case "forget":
                self._forget(header["key"])
            case "render":
                self._say(self._drawn(header, body))
            case "png" | "svg":
                self._say(*self._picture(header, body))

    @staticmethod
    def _extracted(
        header: Mapping[str, Any], body: bytes
    ) -> Iterable[tuple[Mapping[str, object], bytes]]:
        if (made := picture(body)) is not None:
            return texts.extracted(made, unlock=True)
        document, locked = opened(body, header["password"])
        return texts.extracted(document, unlock=locked)

    def _drawn(self, header: Mapping[str, Any], body: bytes) -> Mapping[str, object]:
        assert self._pixels is not None  # noqa: S101  the client shares first
        if body:  # of the first page wanted of a document
            self._open[header["key"]], _ = opened(body)
        return self._pixels.drawn(self._open[header["key"]], header)

    def _picture(self, header: Mapping[str, Any], body: bytes) -> tuple[pictures.Answer, bytes]:
        if header["do"] == "svg":
            return pictures.of_svg(body, header["scale"])
        document = self._open[header["key"]] if "key" in header else opened(body)[0]
        return pictures.png(document, header)

    def _forget(self, key: str) -> None:
        self._open.pop(key, None)
        if self._pixels is not None:
            self._pixels.forget()
