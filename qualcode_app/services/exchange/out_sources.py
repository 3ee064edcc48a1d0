"""The documents of a project with their codings, as REFI-QDA says them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.facets import Facet
from qualcode_app.domain.page_corners import MediaCorners
from qualcode_app.domain.qda_project import (
    AreaSelection,
    QdaCoding,
    QdaNote,
    QdaSource,
    QdaValue,
    TextBody,
    TextSelection,
)
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Page, Revision
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import facets
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.exchange import own_notes
from qualcode_app.services.store import journal

NAME_CHARS = 80
PDF = b"%PDF"


@dataclass
class Outgoing:
    """What is collected on the way: notes, what goes to the folder of sources, and losses."""

    session: Session
    language: str
    memos: Mapping[str, Sequence[str]]  # guids of notes by uid of what they are about
    guids: Mapping[str, str] = field(default_factory=dict)  # foreign names of our documents
    notes: list[QdaNote] = field(default_factory=list)
    members: dict[str, tuple[str, str]] = field(default_factory=dict)  # name: what, uid
    lines: list[str] = field(default_factory=list)  # of codings without a note of their own
    counts: Counter[str] = field(default_factory=Counter)  # what a receiver will not see

    def guid(self, document_uid: str) -> str:
        """Return what a document is called in the file."""
        return self.guids.get(document_uid, document_uid)

    def line(self, stored: Stored) -> str:
        """Return a row as a line of a note."""
        return own_notes.row_line(own_notes.renamed(stored, self.guids))

    @cached_property
    def digests(self) -> dict[str, str]:
        """What the codes now say, by uid."""
        return codebook.digests(self.session, set(self.session.scalars(select(Code.uid))))

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets of the project by uid."""
        return {one.uid: one for one in facets.rows(self.session)}

    @cached_property
    def usual(self) -> dict[str, Any]:
        """The round and origin of most codings, which need not be said of each."""
        columns = Coding.round_uid, Coding.origin
        query = select(*columns).group_by(*columns).order_by(func.count().desc()).limit(1)
        found = self.session.execute(query).first()
        return {} if found is None else {"round_uid": found.round_uid, "origin": found.origin}


def source(
    out: Outgoing,
    row: DocumentRow,
    places: Sequence[TextSelection],
    values: Sequence[QdaValue],
    notes: Sequence[str],
) -> QdaSource:
    """Return one document with everything coded in its present text.

    Args:
        out: Takes what goes elsewhere in the file.
        row: The document.
        places: Stretches with a memo and without a coding.
        values: Of its attributes.
        notes: Guids of the notes about it.
    """
    guid = out.guid(row.uid)
    text_guid = journal.derived_uid(row.uid, "text")
    texts: dict[tuple[int, int], list[QdaCoding]] = defaultdict(list)
    areas: list[AreaSelection] = []
    quotes: dict[tuple[int, int], str] = {}
    corners = _corners(out.session, row.revision_uid)
    for stored in _codings(out.session, row.revision_uid):
        coding = _coding(out, stored)
        if stored.root["kind"] == "area":
            areas += _areas(stored, coding, corners)
            continue
        place = stored.root["start_char"], stored.root["end_char"]
        texts[place].append(coding)
        quotes[place] = " ".join(stored.root["quote"].split())
    selections = [
        TextSelection(
            journal.derived_uid(row.revision_uid, f"{start} {end}"),
            start,
            end,
            _short(quotes[start, end]),
            codings[0].user,
            codings[0].made_at,
            codings=tuple(codings),
        )
        for (start, end), codings in sorted(texts.items())
    ]
    selections += places
    path = _member(out, row, guid)
    out.members[f"{text_guid}.txt"] = ("text", row.revision_uid)
    return QdaSource(
        kind="pdf",
        guid=guid,
        name=row.title,
        path=path,
        text=TextBody(
            text_guid, row.title, path=f"internal://{text_guid}.txt", selections=tuple(selections)
        ),
        areas=tuple(areas),
        notes=tuple(notes),
        values=tuple(values),
    )


def _member(out: Outgoing, row: DocumentRow, guid: str) -> str:
    """Put the file of a document among the sources; returns the path of a PDF."""
    kept = documents.content(out.session, row.uid) if row.has_file else None
    if kept is not None and kept.startswith(PDF):
        out.members[f"{guid}.pdf"] = ("content", row.uid)
        return f"internal://{guid}.pdf"
    out.counts["documents without PDF"] += 1
    if kept is not None:  # what a text was set on pages from; only we know what to do with it
        out.members[f"{guid}.dat"] = ("content", row.uid)
    return ""


def frozen_lines(out: Outgoing, row: DocumentRow) -> list[str]:
    """Return the text of a document with its pages, where no PDF gives it again."""
    revision = out.session.get(Revision, row.revision_uid)
    if revision is None or (row.has_file and _is_readable_again(revision)):
        return []
    connection = out.session.connection()
    found = aggregates.read(connection, Kind.REVISION, [row.revision_uid], whole=True)
    return [out.line(one) for one in found.values()]


def _is_readable_again(revision: Revision) -> bool:
    return revision.text_source == "pdf" and revision.extractor.startswith("pymupdf ")


def _codings(session: Session, revision_uid: str) -> Iterator[Stored]:
    uids = session.scalars(
        select(Coding.uid)
        .where(Coding.revision_uid == revision_uid)
        .order_by(Coding.start_char, Coding.end_char, Coding.made_at, Coding.uid)
    ).all()
    found = aggregates.read(session.connection(), Kind.CODING, uids)
    return (found[uid] for uid in uids)


def _coding(out: Outgoing, stored: Stored) -> QdaCoding:
    root = stored.root
    says = _says(out, stored)
    notes = list(out.memos.get(stored.uid, ()))
    values = stored.children["coding_value"]
    if values:
        out.counts["codings with facets"] += 1
        guid = journal.derived_uid(stored.uid, "facets")
        lines = [own_notes.says_line(stored.uid, says)]
        said = "\n".join(_facet_words(out, values))
        out.notes.append(
            QdaNote(
                guid, "QualCode", own_notes.text(said, lines), root["coder_uid"], root["made_at"]
            )
        )
        notes.append(guid)
    elif says:
        out.lines.append(own_notes.says_line(stored.uid, says))
    return QdaCoding(stored.uid, root["code_uid"], root["coder_uid"], root["made_at"], tuple(notes))


def _says(out: Outgoing, stored: Stored) -> dict[str, Any]:
    """Return what the standard has no place for and is not as with most codings."""
    root = stored.root
    says = {name: root[name] for name, usual in out.usual.items() if root[name] != usual}
    if root["is_primary"]:
        says["is_primary"] = True
    if root["code_digest"] != out.digests.get(root["code_uid"]):
        says["code_digest"] = root["code_digest"]
    for name in ("coding_area", "coding_value"):
        if rows := stored.children[name]:
            says[name] = [
                own_notes.plain_says({key: v for key, v in row.items() if key != "coding_uid"})
                for row in rows
            ]
    return says


def _facet_words(out: Outgoing, values: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for value in values:
        facet = out.facets.get(value["facet_uid"])
        if facet is None:
            continue
        label = facet.label_nl if out.language == "nl" else facet.label_en
        option = facet.option(value["option_key"])
        said = value["text"] or ""
        if option is not None:
            said = option.label_nl if out.language == "nl" else option.label_en
        elif value["value_min"] is not None:
            bounds = dict.fromkeys(str(value[name]) for name in ("value_min", "value_max"))
            said = " – ".join(one for one in bounds if one != "None")
            said = " ".join(part for part in (said, value["unit"]) if part)
        yield f"{label}: {said}"


def _areas(
    stored: Stored, coding: QdaCoding, corners: Mapping[int, MediaCorners]
) -> Iterator[AreaSelection]:
    """Yield the rectangles of a coding; each further one bears the code under a guid of its own."""
    for at, row in enumerate(stored.children["coding_area"]):
        page = corners[row["page_number"]]
        box = page.to_media((row["x0_pt"], row["y0_pt"], row["x1_pt"], row["y1_pt"]))
        own = (
            coding
            if not at
            else QdaCoding(more_guid(coding.guid, at), coding.code, coding.user, coding.made_at)
        )
        yield AreaSelection(
            journal.derived_uid(stored.uid, f"area {at}"),
            row["page_number"] - 1,
            box,
            "",
            coding.user,
            coding.made_at,
            codings=(own,),
        )


def more_guid(coding_uid: str, at: int) -> str:
    """Return the guid under which a further rectangle of a coding goes out."""
    return journal.derived_uid(coding_uid, f"more {at}")


def _corners(session: Session, revision_uid: str) -> dict[int, MediaCorners]:
    pages = session.execute(
        select(Page.number, Page.media_box, Page.crop_box, Page.width_pt, Page.height_pt).where(
            Page.revision_uid == revision_uid
        )
    )
    return {
        page.number: MediaCorners.of(page.media_box, page.crop_box, page.width_pt, page.height_pt)
        for page in pages
    }


def _short(quote: str) -> str:
    return quote if len(quote) <= NAME_CHARS else f"{quote[: NAME_CHARS - 1]}…"
