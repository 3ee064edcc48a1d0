"""Read the sources of a REFI-QDA project: texts, PDFs and what of other media can be told."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode_app.domain.qda_project import (
    AreaSelection,
    QdaCoding,
    QdaSource,
    QdaValue,
    TextBody,
    TextSelection,
)
from qualcode_app.formats import refi_values as values
from qualcode_app.formats.xml_text import Element

KINDS = {
    "TextSource": "text",
    "PDFSource": "pdf",
    "PictureSource": "picture",
    "AudioSource": "audio",
    "VideoSource": "video",
}
_CORNERS = ("firstX", "firstY", "secondX", "secondY")
_NOWHERE = -1  # an offset or page that is no number


def source(element: Element) -> QdaSource:
    """Return one source with everything coded in it."""
    kind = KINDS[element.name]
    said = element.attributes
    body = None
    if kind == "text":
        body = text_body(element)
    elif kind == "pdf" and (found := element.named("Representation")):
        body = text_body(found[0])
    beside = kind not in ("text", "pdf")
    codings = tuple(_codings(element))
    return QdaSource(
        kind=kind,
        guid=values.own_guid(element),
        name=" ".join(said.get("name", "").split()),
        path=said.get("path") or said.get("plainTextPath") or "",
        rich_path=said.get("richTextPath", ""),
        user=values.user(element),
        made_at=values.time(element),
        description=values.description(element),
        text=body,
        areas=tuple(_areas(element)) if kind == "pdf" else (),
        codings=() if beside else codings,
        notes=values.targets(element, "NoteRef"),
        values=value_list(element),
        n_transcripts=len(element.named("Transcript")),
        n_beside=_n_codings(element) if beside else 0,
    )


def text_body(element: Element) -> TextBody:
    """Return the text of a source, a representation or a note, and what is selected in it."""
    inline = element.named("PlainTextContent")
    return TextBody(
        values.own_guid(element),
        element.attributes.get("name", ""),
        inline[0].text if inline else None,
        element.attributes.get("plainTextPath", ""),
        tuple(_text_selections(element)),
    )


def value_list(element: Element) -> tuple[QdaValue, ...]:
    """Return the values of variables below a source or case."""
    found = []
    for one in element.named("VariableValue"):
        variables = values.targets(one, "VariableRef")
        said = [child.text.strip() for child in one.children if child.name != "VariableRef"]
        if variables:
            found.append(QdaValue(variables[0], said[0] if said else ""))
    return tuple(found)


def _text_selections(element: Element) -> Iterator[TextSelection]:
    for one in element.named("PlainTextSelection"):
        start, end = values.whole(one, "startPosition"), values.whole(one, "endPosition")
        yield TextSelection(
            values.own_guid(one),
            _NOWHERE if start is None else start,
            _NOWHERE if end is None else end,
            one.attributes.get("name", ""),
            values.user(one),
            values.time(one),
            values.description(one),
            tuple(_codings(one)),
            values.targets(one, "NoteRef"),
        )


def _areas(element: Element) -> Iterator[AreaSelection]:
    for one in element.named("PDFSelection"):
        page = values.whole(one, "page")
        first_x, first_y, second_x, second_y = (values.whole(one, name) or 0 for name in _CORNERS)
        yield AreaSelection(
            values.own_guid(one),
            _NOWHERE if page is None else page,
            (first_x, first_y, second_x, second_y),
            one.attributes.get("name", ""),
            values.user(one),
            values.time(one),
            values.description(one),
            tuple(_codings(one)),
            values.targets(one, "NoteRef"),
        )


def _codings(element: Element) -> Iterator[QdaCoding]:
    for one in element.named("Coding"):
        codes = values.targets(one, "CodeRef")
        yield QdaCoding(
            values.own_guid(one),
            codes[0] if codes else "",
            values.user(one),
            values.time(one),
            values.targets(one, "NoteRef"),
        )


def _n_codings(element: Element) -> int:
    """Return how many codings stand anywhere below an element."""
    waiting, found = [element], 0
    while waiting:
        one = waiting.pop()
        found += one.name == "Coding"
        waiting += one.children
    return found
