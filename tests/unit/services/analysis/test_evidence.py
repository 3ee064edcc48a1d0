"""Every type of statement with its sentence in both languages and the passages it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qualcode_app.services.analysis import asking, behind
from qualcode_app.services.analysis.evidence import Passage, Silence
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.cases import attribute_edits, case_rows
from qualcode_app.services.coding import relations
from qualcode_app.services.coding.relations import NewRelation
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import sections as headings
from tests.unit.services.analysis.conftest import Builder

HOMES, RENT, BIKES, PARKING = (
    "Wij bouwen nieuwe huizen",
    "De huur blijft laag",
    "De fiets",
    "Parkeren",
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory) -> Iterator[Builder]:
    """Four cases read in 2022, three of them in 2018 too; groups, parties, roles, a relation."""
    path = tmp_path_factory.mktemp("rich") / "s.qualcode"
    with Project.create(path, title="Study", coder=NewCoder("Ada One")) as project:
        builder = Builder(project)
        builder.early, builder.late = builder.wave("2018", 2018), builder.wave("2022", 2022)
        for name in ("Adam", "Bedum", "Cuijk", "Doorn"):
            builder.document(name, wave="2022")
        for name in ("Adam", "Bedum", "Cuijk"):
            builder.document(name, wave="2018")
        builder.read()
        builder.code("Adam 2022", "WON-1", HOMES, role="measure")
        homes = builder.code("Cuijk 2022", "WON-1a", RENT, role="diagnosis")
        bikes = builder.code("Cuijk 2022", "MOB-1", BIKES)
        builder.code("Adam 2018", "WON-1b", HOMES)
        builder.code("Bedum 2018", "WON-1", HOMES)
        builder.code("Doorn 2022", "MOB-2", PARKING)
        project.write(relations.add, NewRelation(homes, bikes, "link"))
        builder.groups = builder.system("Size", Small="Adam Bedum Doorn", Large="Cuijk")
        project.write(attribute_edits.add, "Party", "text", "case", many=True)
        (attribute,) = project.read(case_rows.attributes)
        project.write(attribute_edits.set_values, attribute, builder.cases["Adam"], "Local; Green")
        builder.party = attribute.uid
        new = headings.NewSection(builder.revisions["Adam 2022"], 1, "Homes", 0)
        project.write(headings.add, new)
        yield builder


def of(builder: Builder, kind: Kind, *keys: str, **more: object) -> Question:
    return Question(kind, tuple(builder.codes[key] for key in keys), **more)


STATEMENTS = {
    "T1 a count with names": (
        lambda b: of(b, Kind.ALL_OF, "WON-1", wave_uid=b.late),
        "In 2 van de 4 gelezen documenten van 2022 (Adam en Cuijk) staat iets over ‘Nieuwbouw’.",
        "2 of the 4 documents read of 2022 (Adam and Cuijk) say something about ‘New homes’.",
        [("Adam", HOMES), ("Cuijk", RENT)],
    ),
    "T3 what one document says": (
        lambda b: of(b, Kind.PROFILE, document_uids=(b.documents["Doorn 2022"],)),
        (
            "In Doorn staat iets over 1 van de 4 codes waarvoor het is gelezen (aantal fragmenten):"
            " ‘Parkeren’ (1)."
        ),
        (
            "Doorn says something about 1 of the 4 codes it was read for (number of passages):"
            " ‘Parking’ (1)."
        ),
        [("Doorn", PARKING)],
    ),
    "T4 only here": (
        lambda b: of(b, Kind.ONLY, document_uids=(b.documents["Doorn 2022"],)),
        "Alleen in Doorn staat iets over: ‘Parkeren’ (1 van 7).",
        "Only in Doorn is something said about: ‘Parking’ (1 of 7).",
        [("Doorn", PARKING)],
    ),
    "T4 rare": (
        lambda b: of(b, Kind.RARE, "MOB-1", "WON-1", at_most=1),
        "In hoogstens 1 van de documenten staat iets over: ‘Fietsen’ (1 van 7: Cuijk (2022)).",
        (
            "In at most 1 of the documents something is said about: ‘Cycling’ (1 of 7: Cuijk "
            "(2022))."
        ),
        [("Cuijk", BIKES)],
    ),
    "T5 nobody": (
        lambda b: of(b, Kind.ALL_OF, "WON-2"),
        "In geen van de 7 gelezen documenten staat iets over ‘Toewijzing’.",
        "None of the 7 documents read says anything about ‘Allocation’.",
        [],
    ),
    "T6 who lacks it in a group": (
        lambda b: of(b, Kind.NONE_OF, "WON-1", wave_uid=b.late, group_uid=b.groups["Small"]),
        (
            "In 2 van de 3 gelezen documenten uit Small van 2022 (Bedum en Doorn) staat niets over "
            "‘Nieuwbouw’."
        ),
        (
            "2 of the 3 documents read from Small of 2022 (Bedum and Doorn) say nothing about "
            "‘New homes’."
        ),
        ["Bedum", "Doorn"],
    ),
    "T8 groups": (
        lambda b: of(b, Kind.GROUPS, "WON-1", wave_uid=b.late, system_uid=b.groups[""]),
        (
            "Documenten van 2022 waarin iets staat over ‘Nieuwbouw’: Small 1 van 3 (Adam); Large 1 "
            "van 1 (Cuijk). Groepen met minder dan 5 gelezen documenten: Small (3) en Large (1)."
        ),
        (
            "Documents of 2022 that say something about ‘New homes’: Small 1 of 3 (Adam); Large 1 "
            "of 1 (Cuijk). Groups with fewer than 5 documents read: Small (3) and Large (1)."
        ),
        [("Adam", HOMES)],
    ),
    "T11 two waves": (
        lambda b: of(b, Kind.WAVES, "WON-1", wave_uid=b.early, later_uid=b.late),
        (
            "Van de 3 met een gelezen document in 2018 en in 2022 staat iets over ‘Nieuwbouw’: in "
            "beide 1 (Adam); alleen in 2022 1 (Cuijk); alleen in 2018 1 (Bedum); in geen van beide "
            "0 (geen). Alle documenten: 2018 2 van 3, 2022 2 van 4."
        ),
        (
            "Of the 3 with a document read in 2018 and in 2022, something is said about ‘New "
            "homes’: in both 1 (Adam); only in 2022 1 (Cuijk); only in 2018 1 (Bedum); in neither "
            "0 (none). All documents: 2018 2 of 3, 2022 2 of 4."
        ),
        [("Adam", HOMES)],
    ),
    "T14 a link laid": (
        lambda b: of(b, Kind.TOGETHER, "WON-1", "MOB-1", wave_uid=b.late, near="link"),
        (
            "Alleen in Cuijk staan ‘Nieuwbouw’ en ‘Fietsen’ met een koppeling ertussen, van de 4 "
            "gelezen documenten van 2022."
        ),
        (
            "Only in Cuijk do ‘New homes’ and ‘Cycling’ stand with a link between them, of the 4 "
            "documents read of 2022."
        ),
        [("Cuijk", f"{BIKES} … {RENT}")],
    ),
    "T16 how much room": (
        lambda b: of(b, Kind.ROOM, "WON-1", document_uids=(b.documents["Adam 2022"],)),
        (
            "18,2 % van de woorden in Adam gaat over ‘Nieuwbouw’ (4 van 22 woorden), het meest in "
            "‘Homes’."
        ),
        (
            "18.2 % of the words in Adam is about ‘New homes’ (4 of 22 words), most of it in "
            "‘Homes’."
        ),
        [("Adam", HOMES)],
    ),
    "T17 by an attribute": (
        lambda b: of(b, Kind.ALL_OF, "WON-1", wave_uid=b.late, attribute=(b.party, "Green")),
        "In het ene gelezen document van 2022 met Party: Green (Adam) staat iets over ‘Nieuwbouw’.",
        "The one document read of 2022 with Party: Green (Adam) says something about ‘New homes’.",
        [("Adam", HOMES)],
    ),
    "T18 by a facet": (
        lambda b: of(b, Kind.VALUES, "WON-1", wave_uid=b.late, facet=(b.role, "")),
        (
            "Documenten van 2022 waarin iets staat over ‘Nieuwbouw’ (rol), per waarde: maatregel 1 "
            "van 4 (Adam); diagnose 1 van 4 (Cuijk)."
        ),
        (
            "Documents of 2022 that say something about ‘New homes’ (role), by value: measure 1 of "
            "4 (Adam); diagnosis 1 of 4 (Cuijk)."
        ),
        [("Adam", HOMES)],
    ),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_says_what_it_found_and_opens_its_passages(rich, name):
    ask, dutch, english, evidence = STATEMENTS[name]
    known = rich.study()
    answer = rich.project.read(asking.ask, known, ask(rich))
    assert (sentence(answer, "nl"), sentence(answer, "en")) == (dutch, english)
    line = next((line for line in answer.lines if line.n), answer.line)
    rows = rich.project.read(behind.of_line, known, answer, line).rows
    passages = [(row.document_name, row.quote) for row in rows if isinstance(row, Passage)]
    silent = [row.document_name for row in rows if isinstance(row, Silence)]
    assert passages + silent == evidence
