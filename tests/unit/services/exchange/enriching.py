"""Puts one of everything into a project that is to go out and come back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from qualcode_app import paths
from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.facets import FacetValue
from qualcode_app.formats import codebook_json
from qualcode_app.models import aggregates
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.cases import attribute_edits, case_rows
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import (
    area_codings,
    coding_acts,
    codings,
    facets,
    own_facets,
    relations,
)
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.own_facets import NewFacet
from qualcode_app.services.coding.relations import NewRelation
from qualcode_app.services.documents import documents, imports, written
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.memos import memos
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.project import Project

EMOJI = "Klimaat 🌱 en é\u0301nergie: 👩\u200d🌾 «ja» ﬁets & <b>\n"


def enrich(project: Project) -> None:
    first, second, *_ = project.read(people.coders)
    project.author_uid = first.uid
    round_uid = project.read(people.rounds)[0].uid
    with Extractor() as extractor:
        new = written.of_text(extractor, EMOJI * 30, "Brief.txt")
    project.write(imports.add_document, new)
    shelf = {row.title: row for row in project.read(documents.rows)}
    letter, agreement = shelf["Brief"], next(iter(shelf.values()))
    codes = [row for row in project.read(codebook.rows) if row.level == 2]
    made = []
    for at, (start, end) in enumerate([(0, 9), (8, 20), (40, 60)]):
        anchor = TextAnchor(start, end)
        one = NewCoding(letter.revision_uid, round_uid, second.uid, codes[at].uid, anchor)
        project.write(codings.add, one)
        made.append(one.uid)
    area = PageArea(1, 10.25, 20.5, 110.75, 90.125)
    areas = NewAreaCoding(agreement.revision_uid, round_uid, first.uid, codes[0].uid, area)
    project.write(area_codings.add, areas)
    book = project.read(codebook_uid)
    facet = NewFacet(book, "Toon", "Tone", "text")
    project.write(own_facets.add, facet)
    project.write(facets.set_values, made[0], (FacetValue(facet.uid, text="scherp 🌶"),))
    project.write(relations.add, NewRelation(made[0], made[1], "tension", "wringt"))
    project.write(codings.set_memo, made[1], "Twijfel:\ntoch niet? & <hm>")
    places = TextAnchor(100, 120)
    for target in (
        Target("project"),
        Target("document", letter.uid),
        Target("code", codes[0].uid),
        Target("place", None, letter.revision_uid, places),
    ):
        project.write(memos.add, NewMemo(target, "question", first.uid, "Waarom 🤔?"))
    project.write(coding_acts.set_primary, made[2], made[2])
    _fill_cases(project, letter.uid)
    project.write(codebook.load, codebook_json.read(paths.codebooks() / "agenda-test.json"))
    project.write(_add_verdict, letter, second.uid, made[0])
    project.write(_add_round)
    (*_, second_round) = project.read(people.rounds)
    where = letter.revision_uid, second_round.uid, first.uid, codes[0].uid
    project.write(codings.add, NewCoding(*where, TextAnchor(0, 9)))


def _add_verdict(session, document: DocumentRow, coder_uid: str, evidence: str) -> Changes:
    proposition = session.execute(aggregates.BY_KIND[Kind.PROPOSITION].root.select()).first()
    uid = journal.new_uid()
    columns = {
        "uid": uid,
        "round_uid": people.rounds(session)[0].uid,
        "coder_uid": coder_uid,
        "document_uid": document.uid,
        "revision_uid": document.revision_uid,
        "proposition_uid": proposition.uid,
        "code_uid": None,
        "option_key": "taken_up",
        "missing_part": "",
        "note": "staat er half",
        "search_run_uid": None,
    }
    rows = {"judgement_evidence": [{"judgement_uid": uid, "coding_uid": evidence}]}
    journal.add(session, "judgement.set", Kind.JUDGEMENT, columns, rows)
    return Changes.of(Kind.JUDGEMENT, added=[uid])


def _add_round(session) -> Changes:
    columns = {
        "uid": journal.new_uid(),
        "number": 2,
        "title": "Later",
        "kind": "discussed",
        "version_uid": None,
        "opened_at": datetime(2026, 5, 1, tzinfo=UTC),
        "closed_at": None,
    }
    journal.add(session, "round.add", Kind.ROUND, columns)
    return Changes.of(Kind.ROUND)


def codebook_uid(session) -> str:
    found = session.execute(aggregates.BY_KIND[Kind.CODEBOOK].root.select()).first()
    return str(found.uid)


def _fill_cases(project: Project, document_uid: str) -> None:
    for title, kind, value in (
        ("Jaar", "number", Decimal("2026.50")),
        ("Sluiting", "date", date(2026, 5, 1)),
        ("Soort", "text", "brief & bijlage"),
    ):
        project.write(attribute_edits.add, title, kind, "document")
        (row,) = [one for one in project.read(case_rows.attributes) if one.title == title]
        project.write(_add_value, row.uid, document_uid, kind, value)
    project.write(_add_group, document_uid)


def _add_value(session, attribute: str, owner: str, kind: str, value: object) -> Changes:
    column = {"number": "number", "date": "date"}.get(kind, "text")
    columns = {
        "uid": journal.new_uid(),
        "attribute_uid": attribute,
        "owner_uid": owner,
        "ordinal": 1,
        **dict.fromkeys(("text", "number", "date")),
        column: value,
        "source": "register",
    }
    journal.add(session, "attribute.set", Kind.ATTRIBUTE_VALUE, columns)
    return Changes.of(Kind.ATTRIBUTE_VALUE)


def _add_group(session, document_uid: str) -> Changes:
    system, group = journal.new_uid(), journal.new_uid()
    rows = [
        NewRow(Kind.GROUP_SYSTEM, {"uid": system, "title": "Soort stuk"}, {}),
        NewRow(
            Kind.CASE_GROUP,
            {"uid": group, "system_uid": system, "title": "Brieven", "rank": 0},
            {},
        ),
        NewRow(
            Kind.MEMBERSHIP,
            {
                "uid": journal.new_uid(),
                "group_uid": group,
                "case_uid": None,
                "document_uid": document_uid,
                "valid_from": date(2025, 1, 1),
                "valid_to": None,
            },
            {},
        ),
    ]
    for row in rows:
        journal.add_many(session, "group.add", [row])
    return Changes.of(Kind.MEMBERSHIP)
