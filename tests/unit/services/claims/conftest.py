"""A study of invented places with findings: coded as a report says, theme by theme."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from decimal import Decimal

import pytest

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry, FacetEntry, OptionEntry
from qualcode_app.domain.facets import FacetValue
from qualcode_app.domain.search_query import Query
from qualcode_app.services.analysis import word_question
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.claims import claims, contradictions, recheck
from qualcode_app.services.claims.contradiction import Contradiction
from qualcode_app.services.claims.recheck import Checked, Register
from qualcode_app.services.coding import facets
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import search_index
from tests.unit.services.analysis.conftest import Builder

CODES = (
    ("SCH", None, "Schulden en armoede"),
    ("SCH-1", "SCH", "Schulden"),
    ("SCH-1a", "SCH-1", "Schulden van jongeren"),
    ("SCH-2", "SCH", "Armoede"),
    ("SCH-2a", "SCH-2", "Minimabeleid"),
    ("WRK", None, "Werk"),
    ("WRK-1", "WRK", "Beschut werk"),
    ("WRK-2", "WRK", "Sancties"),
    ("ZRG", None, "Zorg"),
    ("ZRG-1", "ZRG", "Verward gedrag"),
    ("ZRG-1a", "ZRG-1", "Actieplan verward gedrag"),
    ("ZRG-2", "ZRG", "Jeugdhulp in de regio"),
    ("ZRG-3", "ZRG", "Eigen bijdrage"),
    ("ZRG-3a", "ZRG-3", "Vast tarief"),
    ("ZRG-4", "ZRG", "Tarief van het rijk"),
    ("ZRG-5", "ZRG", "Informele inzet"),
    ("WON", None, "Toekomstbestendig wonen"),
    ("WON-1", "WON", "Verdeling van nieuwbouw"),
    ("WON-2", "WON", "Koppeling met zorg"),
    ("WON-3", "WON", "Waarde na verduurzaming"),
    ("DUU", None, "Duurzaamheid"),
    ("DUU-1", "DUU", "Doelen"),
    ("DUU-1a", "DUU-1", "Zonder gas"),
    ("DUU-1b", "DUU-1", "Zonder uitstoot"),
)
THEMES = ("SCH", "WRK", "ZRG", "WON", "DUU")


def book() -> CodebookFile:
    role = FacetEntry(
        "rol",
        "rol",
        "role",
        "nominal",
        options=(OptionEntry("measure", "maatregel", "measure"),),
    )
    number = FacetEntry("getal", "getal", "number", "number", many=True)
    codes = tuple(CodeEntry(k, p, nl, "", "", "", colour="#336699") for k, p, nl in CODES)
    return CodebookFile(1, "t", "Toets", "Test", "", "", "1", codes=codes, facets=(role, number))


class Findings(Builder):
    """Codes, keeps findings, and looks what contradicts."""

    def __init__(self, project: Project) -> None:
        super().__init__(project, book())
        self.number = next(row.uid for row in project.read(facets.rows) if row.key == "getal")

    def everywhere(self, *names: str) -> None:
        """Add documents and mark every theme of them as read."""
        self.all_of(*names)
        self.read(themes=THEMES)

    def keep(
        self,
        kind: Kind,
        *keys: str,
        says: str = "",
        voices: Voices | None = None,
        evidence: tuple[tuple[str, claims.Role], ...] = (),
        **more,
    ) -> str:
        """Ask and keep what was found, in words of its own or as it is said."""
        answer = self.ask(kind, *keys, voices=voices, **more)
        new = claims.of_answer(answer, voices or Voices(), says or sentence(answer), evidence)
        self.project.write(claims.keep, new)
        return new.uid

    def keep_words(self, words: str, **more) -> str:
        """Search, and keep what was found."""
        question = Question(Kind.WORDS, **more)
        answer = word_question.ask(self.project, self.study(), question, Query(words)).answer
        new = claims.of_answer(answer, Voices(), sentence(answer))
        self.project.write(claims.keep, new)
        return new.uid

    def register(self) -> Register:
        return recheck.check(self.project)

    def stands(self, uid: str) -> Checked:
        found = self.register().of(uid)
        assert found is not None
        return found

    def clashes(self) -> tuple[Contradiction, ...]:
        return self.project.read(contradictions.find, self.register())

    def quotes_of(self, side) -> list[str]:
        """Return the words that a side leads to."""
        rows, _ = self.project.read(contradictions.passages, self.study(), side)
        return [getattr(row, "quote", "") for row in rows]

    def names_of(self, side) -> list[str]:
        rows, _ = self.project.read(contradictions.passages, self.study(), side)
        return [row.document_name for row in rows]

    def figure(self, title: str, key: str, amount: str, about: str, year: int, words: str) -> str:
        """Code words with a number on them."""
        uid = self.code(title, key, words)
        value = FacetValue(
            self.number,
            value_min=Decimal(amount),
            value_max=Decimal(amount),
            unit="%",
            object=about,
            number_kind="exact",
            year=year,
        )
        self.project.write(facets.set_values, uid, (value,))
        return uid


PLACES = ("Akkerveen", "Beekdam", "Corvendam", "Duinrijk", "Elzerwoud", "Florisburg")


def _index(session, revision_uid: str) -> Changes:
    search_index.index_revision(session, revision_uid)
    return Changes()


@pytest.fixture(scope="session")
def read_places(tmp_path_factory) -> Findings:
    """Six places that one coder read for all themes, closed again."""
    path = tmp_path_factory.mktemp("findings") / "f.qualcode"
    with Project.create(path, title="Study", coder=NewCoder("Ada One")) as project:
        made = Findings(project)
        made.everywhere(*PLACES)
        for revision_uid in made.revisions.values():
            project.write(_index, revision_uid)
    return made


@pytest.fixture
def report(read_places, tmp_path) -> Iterator[Findings]:
    """Six places that were read for all themes."""
    path = tmp_path / "f.qualcode"
    shutil.copyfile(read_places.project.path, path)
    with Project.open(path) as project:
        found = copy.copy(read_places)
        found.project = project
        for held in ("documents", "revisions", "_texts"):
            setattr(found, held, dict(getattr(read_places, held)))
        project.author_uid = found.coders[0]
        yield found
