"""What the analysis keeps in a project, handed out and merged: words for how many, summaries."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from qualcode_app.domain.changes import Kind as RowKind
from qualcode_app.models.cases import Question
from qualcode_app.services.analysis import asking, framework, own_scale, study
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.analysis.questions import Question as Asked
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.cases import case_rows
from qualcode_app.services.claims import asked
from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout
from qualcode_app.services.teams.handout import Task

OURS = own_scale.parsed("50: weinig / few; 100: heel veel / very many")
THEIRS = own_scale.parsed("50: soms / sometimes; 100: vaak / often")


@pytest.fixture
def lead(project):
    project.author_uid = project.read(people.coders)[0].uid
    return project


@pytest.fixture
def copy(lead, tmp_path):
    path = tmp_path / "copy.qualcode"

    def make():
        copies.save_copy(lead, path)
        return path

    return make


def says(project) -> str:
    known = project.read(study.read)
    question = Asked(Kind.ALL_OF, (known.tree.keyed("WON-1").uid,))
    return sentence(project.read(asking.ask, known, question), "en")


def place(project) -> tuple[str, str]:
    """Return the case Lindewater and the theme of homes."""
    case = next(row.uid for row in project.read(case_rows.cases) if row.name == "Lindewater")
    return case, project.read(codebook.code_keyed, "WON").uid


def texts(project) -> list[tuple[str, str]]:
    return [(row.coder_name, row.text) for row in project.read(framework.summaries)]


def test_words_for_how_many_stay_with_the_lead_and_come_back_unharmed(lead, tmp_path):
    lead.write(own_scale.save, OURS)
    coder, path = lead.read(people.coders)[1].uid, tmp_path / "out.qualcode"
    document = lead.read(documents.rows)[0].uid
    handout.hand_out(lead, path, Task(coder, (document,)))
    with Project.open(path) as file:
        assert file.read(own_scale.of_project) == ()
    plan = merging.prepare(lead, [path])
    assert not plan.clashes
    merging.carry_out(lead, plan)
    assert lead.read(own_scale.of_project) == OURS
    assert says(lead).endswith("In words: very many (3 of 3).")


def test_words_of_another_file_come_in_and_two_scales_are_asked(lead, copy):
    with Project.open(copy()) as file:
        file.write(own_scale.save, THEIRS)
        other = file.path
    merging.carry_out(lead, merging.prepare(lead, [other]))
    assert says(lead).endswith("In words: often (3 of 3).")
    lead.write(own_scale.save, OURS)
    with Project.open(other) as file:
        file.write(own_scale.save, own_scale.parsed("100: alle / all"))
    plan = merging.prepare(lead, [other])
    (clash,) = plan.clashes
    mine = next(version for version in clash.versions if version.file != 0)
    merging.carry_out(lead, plan, {clash.key: mine})
    assert lead.read(own_scale.of_project) == OURS


def test_words_for_how_many_are_no_stored_question(lead):
    lead.write(own_scale.save, OURS)
    (definition,) = lead.read(lambda session: session.scalars(select(Question.definition)).all())
    assert asked.read(definition) is None


def test_summaries_of_two_coders_come_together_and_of_one_are_asked(lead, copy):
    case, code = place(lead)
    first, second = (row.uid for row in lead.read(people.coders) if row.kind == "human")
    with Project.open(copy()) as file:
        file.write(framework.write, case, code, second, "Bouwt voor ouderen.")
        other = file.path
    lead.write(framework.write, case, code, first, "Bouwt huurhuizen.")
    merging.carry_out(lead, merging.prepare(lead, [other]))
    assert sorted(text for _, text in texts(lead)) == ["Bouwt huurhuizen.", "Bouwt voor ouderen."]
    lead.write(framework.write, case, code, second, "Bouwt veel voor ouderen.")
    with Project.open(other) as file:
        file.write(framework.write, case, code, second, "Bouwt weinig.")
    (clash,) = merging.prepare(lead, [other]).clashes
    assert clash.key[0] is RowKind.CELL
