"""Ask the child which highlights a PDF holds."""

from __future__ import annotations

from qualcode_app.domain.boxes import Rect
from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.existing import ExistingHighlight
from qualcode_app.pdf.process import Child, ChildGone


def highlights(
    content: bytes, name: str, *, timeout_s: float = 60
) -> tuple[ExistingHighlight, ...]:
    """Return the highlights, underlines and squiggles in a PDF, page by page.

    Args:
        content: The bytes of a file that needs no password.
        name: What to call the file when it cannot be read.
        timeout_s: The longest that reading may take.

    Raises:
        UnreadableDocument: The file cannot be read, or reading took too long.
    """
    child = Child()
    try:
        child.send({"do": "highlights", "timeout_s": timeout_s}, content)
        frame = child.receive(timeout_s)
        if frame is None or frame.header["is"] != "highlights":
            raise ChildGone
        return tuple(
            ExistingHighlight(
                int(page), tuple(Rect(*map(float, quad)) for quad in quads), *map(str, told)
            )
            for page, quads, *told in frame.header["marks"]
        )
    except (ChildGone, KeyError, TypeError, ValueError) as problem:
        raise UnreadableDocument(
            "The highlights of {name} cannot be read. Open the file in a PDF program, print it "
            "to a new PDF and import that.",
            name=name,
        ) from problem
    finally:
        child.kill()
