"""A study that a test builds sentence by sentence: invented places, codes, coders and readings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_file import (
    CodebookFile,
    CodeEntry,
    FacetEntry,
    OptionEntry,
)
from qualcode_app.domain.facets import FacetValue
from qualcode_app.domain.numbers import FoundNumber
from qualcode_app.services.analysis import asking, study
from qualcode_app.services.analysis.questions import Answer, Question
from qualcode_app.services.analysis.questions import Kind as Asked
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.cases import case_edits, case_rows, group_edits
from qualcode_app.services.cases.group_edits import Term
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, facets, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

CODES = (
    ("WON", None, "Wonen", "Housing"),
    ("WON-1", "WON", "Nieuwbouw", "New homes"),
    ("WON-1a", "WON-1", "Middenhuur", "Mid-range rent"),
    ("WON-1b", "WON-1", "Flexwonen", "Flexible homes"),
    ("WON-2", "WON", "Toewijzing", "Allocation"),
    ("MOB", None, "Mobiliteit", "Mobility"),
    ("MOB-1", "MOB", "Fietsen", "Cycling"),
    ("MOB-2", "MOB", "Parkeren", "Parking"),
)
SENTENCES = (
    "Wij bouwen nieuwe huizen. ",
    "De fiets krijgt ruimte. ",
    "Parkeren blijft gratis. ",
    "Starters krijgen voorrang. ",
    "De huur blijft laag. ",
    "Er komen flexwoningen bij. ",
)
TEXT = "".join(SENTENCES) + "\n"


def book() -> CodebookFile:
    role = FacetEntry(
        "rol",
        "rol",
        "role",
        "nominal",
        options=(
            OptionEntry("measure", "maatregel", "measure"),
            OptionEntry("diagnosis", "diagnose", "diagnosis"),
        ),
    )
    number = FacetEntry("getal", "getal", "number", "number", many=True)
    codes = tuple(CodeEntry(k, p, nl, en, "", "", colour="#336699") for k, p, nl, en in CODES)
    return CodebookFile(1, "t", "Toets", "Test", "", "", "1", codes=codes, facets=(role, number))


class Builder:
    """Adds documents and codings to a project, and asks it."""

    def __init__(self, project: Project, made: CodebookFile | None = None) -> None:
        self.project = project
        project.write(codebook.load, made or book())
        self.codes = {row.key: row.uid for row in project.read(codebook.rows)}
        self.round_uid = project.read(people.rounds)[0].uid
        self.documents: dict[str, str] = {}
        self.revisions: dict[str, str] = {}
        self.role, self.number_facet = (row.uid for row in project.read(facets.rows))

    @property
    def cases(self) -> dict[str, str]:
        return {case.name: case.uid for case in self.project.read(case_rows.cases)}

    @property
    def coders(self) -> list[str]:
        return [row.uid for row in self.project.read(people.coders) if row.kind == "human"]

    def coder(self, name: str) -> str:
        new = NewCoder(name)
        self.project.write(people.add_coder, new)
        return new.uid

    def document(self, name: str, *, wave: str = "", title: str = "", text: str = TEXT) -> str:
        """Add a document of the case of that name."""
        title = title or f"{name} {wave}".strip()
        self.project.write(_add_document, self, title, text)
        self.project.write(case_edits.place_in_case, self.documents[title], name)
        self.project.write(group_edits.place_in_wave, self.documents[title], wave)
        return title

    def all_of(self, *names: str) -> None:
        for name in names:
            self.document(name)

    def out(self, title: str, reason: str) -> None:
        self.project.write(case_edits.set_state, [self.documents[title]], "out", reason)

    def wave(self, title: str, year: int) -> str:
        self.project.write(group_edits.add_wave, title, date(year, 1, 1), date(year, 12, 31))
        return next(r.uid for r in self.project.read(case_rows.waves) if r.title == title)

    def system(self, title: str, **members: str) -> dict[str, str]:
        """Add a grouping: group names with the names of their cases, parted by spaces."""
        self.project.write(group_edits.add_system, title, list(members))
        system = next(r for r in self.project.read(case_rows.group_systems) if r.title == title)
        groups = {group.title: group.uid for group in system.groups}
        wanted: dict[str, list[Term]] = {}
        for group, names in members.items():
            for name in names.split():
                wanted.setdefault(name, []).append(Term(groups[group]))
        for name, terms in wanted.items():
            self.project.write(group_edits.set_terms, self.cases[name], "case", system.uid, terms)
        return groups | {"": system.uid}

    def code(
        self,
        title: str,
        key: str,
        words: str = "Wij bouwen nieuwe huizen",
        *,
        coder: str = "",
        role: str = "",
        round_uid: str = "",
    ) -> str:
        """Put a code on words of a document."""
        start = self.text_of(title).index(words)
        new = NewCoding(
            self.revisions[title],
            round_uid or self.round_uid,
            coder or self.coders[0],
            self.codes[key],
            TextAnchor(start, start + len(words)),
            values=(FacetValue(self.role, role),) if role else None,
        )
        self.project.write(codings.add, new)
        return new.uid

    def number(self, title: str, key: str, *said: FoundNumber, **more: str) -> str:
        """Put a code with numbers on words of a document."""
        uid = self.code(title, key, **more)
        values = tuple(facets.number_value(self.number_facet, one) for one in said)
        self.project.write(facets.set_values, uid, values)
        return uid

    def text_of(self, title: str) -> str:
        return self.texts[title]

    @property
    def texts(self) -> dict[str, str]:
        if not hasattr(self, "_texts"):
            self._texts: dict[str, str] = {}
        return self._texts

    def read(self, *titles: str, coder: str = "", themes: tuple[str, ...] = ("WON", "MOB")) -> None:
        """Mark themes of documents as read; of all documents without a name."""
        for title in titles or self.documents:
            place = Reading(coder or self.coders[0], self.round_uid, self.documents[title])
            uids = [self.codes[theme] for theme in themes]
            self.project.write(reading.set_state, place, uids, "done")

    def study(self, voices: Voices | None = None) -> Study:
        return self.project.read(study.read, voices)

    def ask(self, kind: Asked, *keys: str, voices: Voices | None = None, **more) -> Answer:
        uids = tuple(self.codes[key] for key in keys)
        question = Question(kind, uids, **more)
        return self.project.read(asking.ask, self.study(voices), question)

    def says(self, kind: Asked, *keys: str, **more) -> tuple[str, str]:
        """Return the answer as a sentence in Dutch and in English."""
        answer = self.ask(kind, *keys, **more)
        return sentence(answer, "nl"), sentence(answer, "en")


def _add_document(session, builder: Builder, title: str, text: str) -> Changes:
    document, revision = journal.new_uid(), journal.new_uid()
    number = len(builder.documents)
    builder.documents[title] = document
    builder.revisions[title] = revision
    builder.texts[title] = text
    about = {
        **dict.fromkeys(("short_title", "kind", "language", "out_reason"), ""),
        **dict.fromkeys(("case_uid", "wave_uid", "date"), None),
        "uid": document,
        "title": title,
        "current_revision_uid": revision,
        "corpus": "in",
        "position": f"{number:05d}",
    }
    frozen = {
        **dict.fromkeys(("extractor", "splitter"), "made"),
        "uid": revision,
        "document_uid": document,
        "number": 1,
        "file_sha256": f"{number:064x}",
        "n_bytes": 1,
        "text_sha256": f"{number:064x}",
        "n_chars": len(text),
        "n_words": len(text.split()),
        "n_pages": 1,
        "text_source": "made",
        "units_sha256": "",
        "encoding_version": 1,
    }
    page = {
        **dict.fromkeys(("media_box", "crop_box"), ""),
        "revision_uid": revision,
        "number": 1,
        "label": "1",
        "start_char": 0,
        "n_chars": len(text),
        "width_pt": 595.0,
        "height_pt": 842.0,
        "rotation": 0,
        "text_source": "made",
        "unreadable_share": 0.0,
        "text": text,
    }
    rows = [
        NewRow(Kind.DOCUMENT, about, {}),
        NewRow(Kind.REVISION, frozen, {"page": [page], "unit": list(_units(revision, text))}),
    ]
    journal.add_many(session, "document.import", rows)
    return Changes.of(Kind.DOCUMENT, added=[document])


def _units(revision: str, text: str) -> Iterator[dict[str, object]]:
    """Yield the sentences, and paragraphs of two sentences each."""
    start, ends = 0, []
    while (end := text.find(". ", start)) >= 0:
        ends.append((start, end + 1))
        start = end + 2
    paragraphs = [(ends[i][0], ends[min(i + 1, len(ends) - 1)][1]) for i in range(0, len(ends), 2)]
    for kind, stretches in (("sentence", ends), ("paragraph", paragraphs)):
        for number, (first, last) in enumerate(stretches, 1):
            yield {
                "revision_uid": revision,
                "kind": kind,
                "number": number,
                "start_char": first,
                "end_char": last,
                "parent_number": None,
                "counts": True,
            }


@pytest.fixture
def corpus_of(tmp_path) -> Iterator[Builder]:
    """An empty study with a small codebook and one coder."""
    with Project.create(
        tmp_path / "s.qualcode", title="Study", coder=NewCoder("Ada One")
    ) as project:
        yield Builder(project)
