"""A project that goes out as REFI-QDA comes back with the same content."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from qualcode_app import paths
from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.content import Plain
from qualcode_app.domain.errors import Cancelled
from qualcode_app.domain.facets import FacetValue
from qualcode_app.domain.text_pages import extracted
from qualcode_app.formats import codebook_json
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.cases import attribute_edits, case_rows
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import area_codings, coding_acts, codings, facets, relations
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.facets import NewFacet
from qualcode_app.services.coding.relations import NewRelation
from qualcode_app.services.documents import documents, imports, written
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.documents.imports import NewDocument
from qualcode_app.services.exchange import own_notes, project_export, project_import
from qualcode_app.services.memos import memos
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

LEFT_BEHIND = {Kind.BATCH, Kind.ROUND}  # of a new project's own first round only the times differ
EMOJI = "Klimaat 🌱 en é\u0301nergie: 👩\u200d🌾 «ja» ﬁets & <b>\n"


def _out_and_in(project: Project, folder: Path) -> Project:
    """Return a new project with what another one wrote; the caller closes it."""
    path = folder / "out.qdpx"
    project_export.write(project, path, "en")
    new = Project.create(folder / "new.qualcode", title="New", coder=NewCoder("Somebody else"))
    plan = project_import.prepare(new, path)
    assert not plan.unplaced
    project_import.carry_out(new, plan, journal.new_uid())
    assert project_import.prepare(new, path).adds_nothing
    return new


def _content(project: Project, names: Mapping[str, str]) -> dict[Kind, dict[str, Plain]]:
    """Return what every row says and when it was made, by kind and uid."""

    def read(session) -> dict[Kind, dict[str, Any]]:
        found: dict[Kind, dict[str, Any]] = {}
        for aggregate in aggregates.ALL:
            uids = [row.uid for row in session.execute(aggregate.root.select())]
            whole = aggregate.kind is not Kind.REVISION
            stored = aggregates.read(session.connection(), aggregate.kind, uids, whole=whole)
            rows = [own_notes.renamed(one, names) for one in stored.values()]
            found[aggregate.kind] = {one.uid: _said(one) for one in rows}
        return found

    return project.read(read)


def _said(stored: Stored) -> dict[str, Plain]:
    said = stored.content()
    if stored.kind in (Kind.CODING, Kind.MEMO):
        said["made_at"] = stored.root["made_at"].isoformat()
    return said


def _names(old: Project, new: Project) -> dict[str, str]:
    """Return what documents, their texts and the first round of the new project were before."""
    before = {row.title: row for row in old.read(documents.rows)}
    found = {}
    for row in new.read(documents.rows):
        found[row.uid] = before[row.title].uid
        found[row.revision_uid] = before[row.title].revision_uid
    rounds = {row.number: row.uid for row in old.read(people.rounds)}
    found |= {row.uid: rounds[row.number] for row in new.read(people.rounds)}
    return found


def _assert_same(old: Project, new: Project) -> None:
    was, now = _content(old, {}), _content(new, _names(old, new))
    (somebody,) = [uid for uid, said in now[Kind.CODER].items() if said["name"] == "Somebody else"]
    del now[Kind.CODER][somebody]
    for kind in was:
        if kind not in LEFT_BEHIND:
            assert now[kind] == was[kind], kind


def _assert_valid(refi: Path, path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(refi / "schema" / "Project.xsd"))
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("project.qde"), etree.XMLParser(huge_tree=True))
    assert schema.validate(root), schema.error_log


@pytest.fixture
def rich(sample_file: Path, tmp_path: Path) -> Iterator[Project]:
    """The sample with everything that has no place in the standard."""
    path = shutil.copy(sample_file, tmp_path / "rich.qualcode")
    with Project.open(path) as project:
        _enrich(project)
        yield project


def _enrich(project: Project) -> None:
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
    project.write(facets.add_facet, facet)
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


def test_the_sample_with_everything_in_it_comes_back(rich: Project, tmp_path: Path) -> None:
    new = _out_and_in(rich, tmp_path)
    try:
        _assert_same(rich, new)
    finally:
        new.close()


def test_what_goes_out_is_valid(rich: Project, tmp_path: Path, refi: Path) -> None:
    done = project_export.write(rich, tmp_path / "out.qdpx", "nl")
    _assert_valid(refi, tmp_path / "out.qdpx")
    told = " ".join(map(str, done.lost))
    assert "1 areas are rounded" in told
    assert "The facets of" in told


def test_an_import_of_the_own_export_adds_nothing(rich: Project, tmp_path: Path) -> None:
    project_export.write(rich, tmp_path / "out.qdpx", "en")
    plan = project_import.prepare(rich, tmp_path / "out.qdpx")
    assert plan.adds_nothing
    assert not plan.unplaced


def test_what_others_read_of_facets_stands_in_words(rich: Project, tmp_path: Path) -> None:
    project_export.write(rich, tmp_path / "out.qdpx", "en")
    with zipfile.ZipFile(tmp_path / "out.qdpx") as package:
        said = package.read("project.qde").decode()
    assert "Tone: scherp 🌶\n[QualCode 1 " in said


class _Stop:
    """Progress that stops after some reports."""

    def __init__(self, after: int) -> None:
        self._left = after

    def report(self, done: int, total: int) -> None:
        self._left -= 1
        if self._left < 0:
            raise Cancelled


@pytest.mark.parametrize("after", [0, 4])
def test_a_stop_leaves_no_file_and_no_row(rich: Project, tmp_path: Path, after: int) -> None:
    path = tmp_path / "stopped.qdpx"
    with pytest.raises(Cancelled):
        project_export.write(rich, path, "nl", _Stop(after))
    assert not list(tmp_path.glob("stopped*"))
    project_export.write(rich, path, "nl")
    with Project.create(tmp_path / "n.qualcode", title="N", coder=NewCoder("N")) as new:
        plan = project_import.prepare(new, path)
        head = new.read(journal.head)
        with pytest.raises(Cancelled):
            project_import.carry_out(new, plan, journal.new_uid(), _Stop(after))
        assert new.read(journal.head) == head
        assert new.read(documents.rows) == []


@pytest.mark.corpus
def test_real_pdfs_come_back(corpus: Path, refi: Path, tmp_path: Path) -> None:
    names = ("ams2026-fvd.pdf", "ams2026-bij1.pdf")
    with Project.create(tmp_path / "real.qualcode", title="R", coder=NewCoder("R")) as project:
        with Extractor() as extractor:
            for name in names:
                content = (corpus / "agreements" / name).read_bytes()
                read = extractor.extract(content, name)
                project.write(imports.add_document, NewDocument(read, content, name))
        project.write(codebook.load, _book(["Een", "Twee"]))
        code_everything(project, step=1500)
        new = _out_and_in(project, tmp_path)
        try:
            _assert_valid(refi, tmp_path / "out.qdpx")
            _assert_same(project, new)
        finally:
            new.close()


def code_everything(project: Project, step: int) -> None:
    """Put codes all over the documents, in words that begin and end anywhere, and on areas."""
    coder = project.read(people.coders)[0].uid
    round_uid = project.read(people.rounds)[0].uid
    codes = [row.uid for row in project.read(codebook.rows)]
    for row in project.read(documents.rows):
        text = project.read(documents.text, row.revision_uid)
        new = [
            NewCoding(row.revision_uid, round_uid, coder, codes[start % 2], TextAnchor(start, end))
            for start in range(0, len(text) - 200, step)
            if text[start : (end := start + 7 + start % 181)].strip()
        ]
        project.write(codings.add_many, "coding.import", new)
        for page in project.read(documents.pages, row.revision_uid)[:3]:
            right, bottom = page.width_pt / 3 + 50.3, page.height_pt / 2 + 40.7
            area = PageArea(page.number, 10.1, 20.2, right, bottom)
            areas = NewAreaCoding(row.revision_uid, round_uid, coder, codes[0], area)
            project.write(area_codings.add, areas)


def _book(labels: list[str]) -> CodebookFile:
    codes = tuple(
        CodeEntry(f"K{n}", None, label, label, label, label, colour="#4A5568")
        for n, label in enumerate(labels)
    )
    return CodebookFile(1, "drawn", "Drawn", "Drawn", "", "", "1", codes=codes)


letters = st.characters(
    exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufffe\uffff"
)
words = st.text(letters, min_size=1, max_size=30).filter(lambda said: said.strip())
texts = st.lists(words, min_size=1, max_size=12).map("\n".join)


@st.composite
def drawn_codings(draw, n_texts: int, n_codes: int):
    return draw(
        st.lists(
            st.tuples(
                st.integers(0, n_texts - 1),
                st.integers(0, n_codes - 1),
                st.integers(0, 1),
                st.floats(0, 1),
                st.floats(0, 1),
                st.one_of(st.just(""), words),
            ),
            max_size=12,
        )
    )


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_project_survives_out_and_in(data, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("drawn")
    said = data.draw(st.lists(texts, min_size=1, max_size=3, unique=True))
    labels = data.draw(st.lists(words.map(str.strip), min_size=1, max_size=4, unique=True))
    with Project.create(folder / "old.qualcode", title="Old", coder=NewCoder("One")) as project:
        project.write(people.add_coder, NewCoder("Two 🌱"))
        project.write(codebook.load, _book(labels))
        project.write(
            imports.add_documents,
            [
                NewDocument(extracted(text, content), content, f"text {n}.txt")
                for n, text in enumerate(said)
                for content in [f"{n} {text}".encode()]
            ],
        )
        _code_drawn(project, data.draw(drawn_codings(len(said), len(labels))))
        new = _out_and_in(project, folder)
        try:
            _assert_same(project, new)
        finally:
            new.close()


def _code_drawn(project: Project, drawn: list[tuple[int, int, int, float, float, str]]) -> None:
    coders = [one.uid for one in project.read(people.coders)]
    round_uid = project.read(people.rounds)[0].uid
    codes = [row.uid for row in project.read(codebook.rows)]
    shelf = project.read(documents.rows)
    new = []
    for text_at, code, coder, begin, size, memo in drawn:
        row = shelf[text_at]
        text = project.read(documents.text, row.revision_uid)
        start = int(begin * (len(text) - 1))
        end = start + 1 + int(size * (len(text) - start - 1))
        if text[start:end].strip():
            anchor = TextAnchor(start, end)
            where = row.revision_uid, round_uid, coders[coder], codes[code], anchor
            new.append(NewCoding(*where, memo=memo))
    project.write(codings.add_many, "coding.import", new)
