"""The codes of another program's database as the codebook they make."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.formats import refi_codebook, refi_codebook_reader
from qualcode_app.formats.xml_text import Element


@dataclass(frozen=True, slots=True)
class ForeignCode:
    """A code or a category; `parent` is the guid of another one."""

    guid: str
    name: str
    parent: str | None = None
    description: str = ""
    colour: str = ""
    is_codable: bool = True


def guid_of(home: str, *said: object) -> str:
    """Return a guid made of what a thing is, so that it is the same in every copy of a project.

    Args:
        home: What tells the project from others.
        said: Kind and content of the thing.
    """
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join([home, *map(str, said)])))


def book(path: Path, origin: str, codes: Sequence[ForeignCode]) -> ArrivedCodebook | None:
    """Return the codebook, read by the rules for codebooks from anywhere; None without codes."""
    if not codes:
        return None
    elements = {one.guid: _element(one) for one in codes}
    top = []
    for one in codes:
        parent = elements.get(one.parent or "")
        if parent is None or _is_below(one.parent, one.guid, codes):
            top.append(elements[one.guid])
        else:
            parent.children.append(elements[one.guid])
    root = Element(
        "CodeBook",
        refi_codebook.NAMESPACE,
        {"origin": origin},
        1,
        children=[Element("Codes", "", {}, 1, children=top)],
    )
    return refi_codebook_reader.of_element(path, root)


def _element(code: ForeignCode) -> Element:
    attributes = {"guid": code.guid, "name": code.name}
    attributes["isCodable"] = "true" if code.is_codable else "false"
    if code.colour:
        attributes["color"] = code.colour
    said = [Element("Description", "", {}, 1, code.description)] if code.description else []
    return Element("Code", "", attributes, 1, children=said)


def _is_below(parent: str | None, guid: str, codes: Sequence[ForeignCode]) -> bool:
    """Tell whether a code would stand below itself."""
    above = {one.guid: one.parent for one in codes}
    seen: set[str] = set()
    while parent is not None and parent not in seen:
        if parent == guid:
            return True
        seen.add(parent)
        parent = above.get(parent)
    return parent is not None
