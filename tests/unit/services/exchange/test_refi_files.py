"""Every file of the shared folder comes in as its expectation says, and nothing else happens."""

from __future__ import annotations

import io
import json
import re
import uuid
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.domain.page_corners import MediaCorners
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.formats import refi_project_reader
from qualcode_app.formats.refi_package import Package
from qualcode_app.models import aggregates
from qualcode_app.services.cases import case_rows
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.exchange import project_import
from qualcode_app.services.exchange.project_plan import ImportPlan, ImportWishes
from qualcode_app.services.merging import batches
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

SOUND = ("samples/spec-conform", "samples/other-media")
DIALECTS = ("nvivo-windows-like", "atlasti-like", "maxqda-like", "qualcoder-like")
CODED = (*SOUND[:1], *(f"dialects/{name}" for name in DIALECTS))
COUNTED = ("users", "codes", "sources", "notes", "links", "sets", "cases", "variables")
WHOLE = (
    *(f"{name}.qdpx" for name in CODED),
    "samples/other-media.qdpx",
    "annex/annex-a2-atlasti-8.4-mac.qde",
    "annex/annex-a3-transana-3.22.qde",
    "derived/maxqda-24.7-structure.qdpx",
)
REFUSED = {
    "xxe": "declares a document type",
    "entity-expansion": "declares a document type",
    "truncated": "damaged or was cut off",
}
MISSING = {
    "absolute-path": "was not opened",
    "internal-path-traversal": "nothing was opened",
    "zip-bomb-64MB": "1028 times its size",
    "missing-source": "Not in the file",
    "duplicate-member": "is in the file 2 times, differently",
    "not-a-zip": "Not in the file",
}
WELL = ("bom-before-xml", "qde-other-name-and-case", "braced-guids", "latin1-text", "zip-slip")


@pytest.fixture(scope="module")
def expected(refi: Path) -> dict[str, Any]:
    return json.loads((refi / "expected.json").read_text("utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    path = tmp_path / "new.qualcode"
    with Project.create(path, title="New", coder=NewCoder("Lead")) as opened:
        yield opened


def _take_in(project: Project, path: Path, wishes: ImportWishes | None = None) -> ImportPlan:
    plan = project_import.prepare(project, path, wishes)
    project_import.carry_out(project, plan, journal.new_uid())
    return plan


def _changed(source: Path, folder: Path, change: Callable[[bytes], bytes]) -> Path:
    """Return a copy of a file whose description says something else."""
    path = folder / "changed.qdpx"
    with zipfile.ZipFile(source) as known, zipfile.ZipFile(path, "w") as changed:
        for one in known.infolist():
            content = known.read(one)
            is_said = one.filename.endswith(".qde")
            changed.writestr(one.filename, change(content) if is_said else content)
    return path


def _texts(project: Project) -> Counter[tuple[str, str, str]]:
    """Return code, coder and words of the codings of text, without what interrupts them."""
    found: Counter[tuple[str, str, str]] = Counter()
    for document in project.read(documents.rows):
        text = project.read(documents.text, document.revision_uid)
        regions = project.read(documents.regions, document.revision_uid)
        reading = ReadingText.of(text, regions)
        for row in project.read(coding_rows.rows, revision_uid=document.revision_uid):
            if row.area is None:
                words = reading.quote(row.anchor.start, row.anchor.end)
                found[row.code_label_nl, row.coder_name, words] += 1
    return found


def _areas(project: Project) -> Counter[tuple[str, str, int, tuple[int, ...]]]:
    """Return code, coder, page from 0 and rectangle in the media box of the coded areas."""
    found: Counter[tuple[str, str, int, tuple[int, ...]]] = Counter()
    for document in project.read(documents.rows):
        boxes = project.read(_boxes, document.revision_uid)
        for row in project.read(coding_rows.rows, revision_uid=document.revision_uid, areas=True):
            if row.area is not None:
                area = row.area
                box = (area.x0_pt, area.y0_pt, area.x1_pt, area.y1_pt)
                corners = boxes[area.page_number].to_media(box)
                found[row.code_label_nl, row.coder_name, area.page_number - 1, corners] += 1
    return found


def _boxes(session, revision_uid: str) -> dict[int, MediaCorners]:
    (stored,) = aggregates.read(
        session.connection(), Kind.REVISION, [revision_uid], whole=True
    ).values()
    return {
        page["number"]: MediaCorners.of(page["media_box"], page["crop_box"])
        for page in stored.children["page"]
    }


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_is_read_with_all_its_parts(refi: Path, expected: dict[str, Any], name: str) -> None:
    with Package(refi / name) as package:
        said = refi_project_reader.read(package.xml(), refi / name)
    assert said.codebook is not None
    found = {one: len(getattr(said, one)) for one in COUNTED if one != "codes"}
    found["codes"] = len(said.codebook.book.codes)
    wanted = {one: n for one, n in expected[name].items() if one in COUNTED}
    assert {one: found[one] for one in wanted} == wanted
    n_codings = sum(one.n_beside + sum(1 for _ in one.every_coding()) for one in said.sources)
    named = ("coding_elements_in_file", "codings_in_file", "codings")
    wanted_codings = next((expected[name][key] for key in named if key in expected[name]), None)
    assert wanted_codings in (None, n_codings)


@pytest.mark.parametrize("name", CODED)
def test_codings_come_in_with_their_very_words_and_rectangles(
    project: Project, refi: Path, expected: dict[str, Any], name: str
) -> None:
    plan = _take_in(project, refi / f"{name}.qdpx")
    items = expected[f"{name}.qdpx"]["items"]
    assert not plan.unplaced
    assert _texts(project) == Counter(
        (one["code"], one["coder"], " ".join(one["text"].split()))
        for one in items
        if one["kind"] != "area"
    )
    assert _areas(project) == Counter(
        (one["code"], one["coder"], one["page0"], tuple(one["rect_pdf"]))
        for one in items
        if one["kind"] == "area"
    )


def test_codings_of_text_lie_at_the_expected_offsets(
    project: Project, refi: Path, expected: dict[str, Any]
) -> None:
    _take_in(project, refi / "samples/spec-conform.qdpx")
    (text,) = [row for row in project.read(documents.rows) if row.n_codings == 9]
    rows = project.read(coding_rows.rows, revision_uid=text.revision_uid)
    items = expected["samples/spec-conform.qdpx"]["items"]
    assert sorted((row.anchor.start, row.anchor.end) for row in rows) == sorted(
        (one["start"], one["end"]) for one in items if one["source"] == "akkoord.txt"
    )


def test_variables_of_a_nameless_case_belong_to_its_document(project: Project, refi: Path) -> None:
    _take_in(project, refi / "dialects/maxqda-like.qdpx")
    (coded,) = [row.uid for row in project.read(documents.rows) if row.n_codings == 3]
    titles = {row.uid: row.title for row in project.read(case_rows.attributes)}
    values = {titles[row.attribute_uid]: row.value for row in project.read(case_rows.values)}
    owners = {row.owner_uid for row in project.read(case_rows.values)}
    assert values == {"Jaar": 2026, "Soort": "gemeente"}
    assert owners == {coded}


def test_other_media_are_told_and_the_text_coding_comes_in(project: Project, refi: Path) -> None:
    plan = _take_in(project, refi / "samples/other-media.qdpx")
    told = " ".join(map(str, plan.findings))
    for said in ("1 pictures", "1 sounds", "1 videos", "1 transcripts", "4 codings", "1 drawings"):
        assert said in told
    assert sum(_texts(project).values()) == 1


def test_an_unknown_program_is_read_by_what_fits(
    project: Project, refi: Path, expected: dict[str, Any], tmp_path: Path
) -> None:
    path = _changed(
        refi / "dialects/nvivo-windows-like.qdpx",
        tmp_path,
        lambda xml: xml.replace(b"NVivo for Windows", b"Some other tool"),
    )
    plan = _take_in(project, path)
    assert plan.is_guess
    assert plan.shown
    items = expected["dialects/nvivo-windows-like.qdpx"]["items"]
    assert {words for _, _, words in _texts(project)} == {one["text"] for one in items}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_or_broken_file_is_refused_in_one_sentence(
    project: Project, refi: Path, name: str
) -> None:
    with pytest.raises(UnreadableTable, match=REFUSED[name]) as caught:
        project_import.prepare(project, refi / f"malformed/{name}.qdpx")
    assert "\n" not in str(caught.value)
    assert "root:" not in str(caught.value)


@pytest.mark.parametrize("name", MISSING)
def test_a_source_that_cannot_be_had_is_told_and_its_coding_waits(
    project: Project, refi: Path, name: str, tmp_path: Path
) -> None:
    path = refi / f"malformed/{name}.qdpx"
    plan = _take_in(project, path)
    assert [one.state for one in plan.sources] == ["missing"]
    assert MISSING[name] in str(plan.sources[0].said)
    assert len(plan.unplaced) == 1
    assert plan.counts[Kind.CODE] == 5
    text = tmp_path / "text.txt"
    text.write_text("Een korte tekst.\n", "utf-8")
    again = _take_in(project, path, ImportWishes({plan.sources[0].guid: text}))
    assert again.counts[Kind.CODING] == 1
    assert sum(_texts(project).values()) == 1


@pytest.mark.parametrize("name", WELL)
def test_odd_but_sound_files_bring_their_coding(project: Project, refi: Path, name: str) -> None:
    plan = _take_in(project, refi / f"malformed/{name}.qdpx")
    assert plan.counts[Kind.CODING] == 1
    assert not plan.unplaced
    told = " ".join(map(str, plan.findings))
    assert name != "zip-slip" or told.count("leads out of the file") == 2
    assert name != "latin1-text" or "is no UTF-8" in told


def test_a_coding_without_known_coder_is_nobodys(project: Project, refi: Path) -> None:
    plan = _take_in(project, refi / "malformed/dangling-refs.qdpx")
    assert [row.name for row in project.read(people.coders)] == ["Lead", "Unknown coder"]
    assert [str(one.said) for one in plan.unplaced] == ["Its code is not in the file."]
    assert [coder for _, coder, _ in _texts(project)] == ["Unknown coder"]


def test_bad_offsets_are_listed_each_with_its_reason(project: Project, refi: Path) -> None:
    plan = _take_in(project, refi / "malformed/bad-offsets.qdpx")
    assert plan.counts[Kind.CODING] == 0
    reasons = [str(one.said).split()[1:3] for one in plan.unplaced]
    assert reasons == [["is", "empty:"], ["ends", "at"], ["ends", "at"], ["begins", "before"]]


@pytest.mark.parametrize("name", [*WHOLE[:3], "malformed/zip-slip.qdpx"])
def test_a_second_import_adds_nothing_and_withdrawing_leaves_nothing(
    project: Project, refi: Path, name: str, tmp_path: Path
) -> None:
    before = _everything(project)
    plan = project_import.prepare(project, refi / name)
    batch = journal.new_uid()
    project_import.carry_out(project, plan, batch)
    again = project_import.prepare(project, refi / name)
    assert again.adds_nothing
    assert again.came_before
    assert project_import.carry_out(project, again, journal.new_uid()) == Changes()
    project.write(batches.withdraw, batch)
    assert _everything(project) == before
    with project.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM document_file").scalar() == 0
    beside = {path.name for path in tmp_path.iterdir()}
    assert {one for one in beside if "qualcode" not in one and "backup" not in one.lower()} == set()


def test_a_guid_that_stands_twice_is_two_codings_and_stays_two(
    project: Project, refi: Path, tmp_path: Path
) -> None:
    twice = re.compile(rb'(<PDFSelection .*?<Coding guid=)"[^"]+"', re.DOTALL)
    same = rb'\1"11111111-2222-3333-4444-555555555555"'
    path = _changed(refi / "samples/spec-conform.qdpx", tmp_path, lambda xml: twice.sub(same, xml))
    assert _take_in(project, path).counts[Kind.CODING] == 16
    assert project_import.prepare(project, path).adds_nothing


def test_a_source_with_a_word_file_alone_is_read_from_it(
    project: Project, refi: Path, tmp_path: Path
) -> None:
    path = tmp_path / "word.qdpx"
    file = io.BytesIO()
    written = docx.Document()
    written.add_paragraph("Een korte tekst.")
    written.save(file)
    with (
        zipfile.ZipFile(refi / "malformed/missing-source.qdpx") as known,
        zipfile.ZipFile(path, "w") as changed,
    ):
        said = known.read("project.qde").replace(b"plainTextPath", b"richTextPath")
        changed.writestr("project.qde", said.replace(b".txt", b".docx"))
        name = re.search(rb"internal://([^\"]+).txt", known.read("project.qde"))
        assert name is not None
        changed.writestr(f"sources/{name[1].decode()}.docx", file.getvalue())
    plan = _take_in(project, path)
    assert list(_texts(project)) == [("Harde belofte", "coder A", "Een")]
    assert any("word-processor file" in str(one) for one in plan.findings)


@pytest.mark.parametrize("name", ["dialects/atlasti-like", "samples/spec-conform"])
def test_an_export_that_names_everything_anew_adds_nothing(
    project: Project, refi: Path, tmp_path: Path, name: str
) -> None:
    _take_in(project, refi / f"{name}.qdpx")
    before = _everything(project)
    guid = re.compile(rb"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?!\\.)")

    def anew(match: re.Match[bytes]) -> bytes:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, match[0].decode().lower())).encode()

    path = _changed(refi / f"{name}.qdpx", tmp_path, lambda xml: guid.sub(anew, xml))
    path = path.rename(tmp_path / "again.qdpx")
    plan = project_import.prepare(project, path)
    kinds = {Kind.CODE, Kind.CODING, Kind.CODER, Kind.DOCUMENT, Kind.STUDY_CASE, Kind.ATTRIBUTE}
    assert not kinds & set(plan.counts)
    assert _everything(project) == before


def test_a_plan_changes_nothing(project: Project, refi: Path) -> None:
    before = project.read(journal.head)
    project_import.prepare(project, refi / "samples/spec-conform.qdpx")
    assert project.read(journal.head) == before


def _everything(project: Project) -> dict[str, set[str]]:
    def read(session) -> dict[str, set[str]]:
        found = {}
        for aggregate in aggregates.ALL:
            if aggregate.kind is not Kind.BATCH:
                uids = [row.uid for row in session.execute(aggregate.root.select())]
                stored = aggregates.read(session.connection(), aggregate.kind, uids)
                found[aggregate.kind.value] = {one.digest() for one in stored.values()}
        return found

    return project.read(read)
