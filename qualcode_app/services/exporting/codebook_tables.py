"""The codebook as a sheet: every code with its place, its definition and how often it is used."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import heading
from qualcode_app.models.codebooks import Code, Codebook
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document
from qualcode_app.services.codebook import codebook


def table(session: Session, language: str = "nl") -> Table:
    """Return one row per code in the order of the tree, those out of use as well."""

    def say(text: str) -> str:
        return heading(text, language)

    words_of = select(
        Code.uid,
        Code.full_nl,
        Code.full_en,
        Code.when_to_use,
        Code.example,
        Code.borderline,
        Codebook.key.label("book"),
    ).join(Codebook, Codebook.uid == Code.codebook_uid)
    said = {row.uid: row for row in session.execute(words_of)}
    counted = (
        select(Coding.code_uid, func.count(func.distinct(Document.uid)))
        .join(Document, Document.current_revision_uid == Coding.revision_uid)
        .group_by(Coding.code_uid)
    )
    n_documents = {row[0]: int(row[1]) for row in session.execute(counted)}
    listed = codebook.rows(session, retired=True)
    keys = {row.uid: row.key for row in listed}
    rows: list[list[Cell]] = []
    for row in listed:
        words = said[row.uid]
        labels, full = (row.label_nl, row.label_en), (words.full_nl, words.full_en)
        if language != "nl":
            labels, full = labels[::-1], full[::-1]
        rows.append(
            [
                row.key,
                keys.get(row.parent_uid or "", ""),
                row.level,
                *labels,
                full[0] or full[1],
                words.when_to_use,
                "\n".join(row.not_when),
                words.example,
                words.borderline,
                row.n_codings,
                n_documents.get(row.uid, 0),
                say("out of use") if row.is_retired else "",
                words.book,
            ]
        )
    other = "Label in English" if language == "nl" else "Label in Dutch"
    columns = (
        Column(say("Code"), width=10),
        Column(say("Below"), width=10),
        Column(say("Level"), "integer", 8),
        Column(say("Label"), width=34),
        Column(say(other), width=34),
        Column(say("Definition"), width=60),
        Column(say("When to use"), width=50),
        Column(say("When not"), width=50),
        Column(say("Example"), width=50),
        Column(say("Borderline case"), width=50),
        Column(say("Codings"), "integer", 10),
        Column(say("Documents"), "integer", 12),
        Column(say("State"), width=12),
        Column(say("Codebook"), width=18),
    )
    return Table(columns, rows)
