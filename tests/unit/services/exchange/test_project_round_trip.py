"""A project that goes out as REFI-QDA comes back with the same content."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.content import Plain
from qualcode_app.domain.errors import Cancelled
from qualcode_app.domain.text_pages import extracted
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import area_codings, codings
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, imports
from qualcode_app.services.documents.imports import NewDocument
from qualcode_app.services.exchange import own_notes, project_export, project_import
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from tests.unit.services.exchange.enriching import enrich

LEFT_BEHIND = {Kind.BATCH, Kind.ROUND}  # of a new project's own first round only the times differ


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
        enrich(project)
        yield project


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
