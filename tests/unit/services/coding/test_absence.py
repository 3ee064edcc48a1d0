"""Not mentioned: a judgement that needs reading, and that opens again when it is contradicted."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.search_query import Query
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import absence, coding_rows, codings, reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.store import people


class Case:
    """A coder who read a document for Housing, in which a code of Housing is not coded."""

    def __init__(self, project) -> None:
        self.project = project
        self.document = project.read(documents.rows)[0]
        coder = project.read(people.coders)[0]
        self.reading = Reading(coder.uid, project.read(people.rounds)[0].uid, self.document.uid)
        project.author_uid = coder.uid
        self.code = project.read(codebook.code_keyed, "WON-6")
        self.family = self.code.family_uid
        self.read("done")

    def read(self, state) -> None:
        self.project.write(reading.set_state, self.reading, [self.family], state)

    def judge(self):
        return self.project.write(
            absence.add, self.reading, self.code.uid, self.document.revision_uid
        )

    def state(self) -> str:
        (row,) = self.project.read(absence.rows)
        return row.state

    def coding(self) -> codings.NewCoding:
        return codings.NewCoding(
            self.document.revision_uid,
            self.reading.round_uid,
            self.reading.coder_uid,
            self.code.uid,
            TextAnchor(300, 360),
        )


@pytest.fixture
def case(project) -> Case:
    return Case(project)


def test_a_judgement_knows_coder_time_document_and_code(case):
    changes = case.judge()
    (row,) = case.project.read(absence.rows, coder_uid=case.reading.coder_uid)
    assert changes[Kind.JUDGEMENT].added == {row.uid}
    assert (row.document_title, row.code_key, row.state) == (case.document.title, "WON-6", "stands")
    assert row.coder_uid == case.reading.coder_uid
    assert row.judged_at.tzinfo is not None


@pytest.mark.parametrize("state", ["not_started", "busy"])
def test_it_is_refused_while_the_theme_is_not_read(case, state):
    case.read(state)
    with pytest.raises(RefusedChange, match="needs Housing to be read"):
        case.judge()
    assert case.project.read(absence.rows) == []


def test_it_is_refused_where_the_code_is_coded(case):
    case.project.write(codings.add, case.coding())
    with pytest.raises(RefusedChange, match="it is mentioned"):
        case.judge()


def test_it_is_refused_for_a_family_whose_codes_are_coded(case):
    case.project.write(codings.add, case.coding())
    with pytest.raises(RefusedChange, match="it is mentioned"):
        case.project.write(absence.add, case.reading, case.family, case.document.revision_uid)


def test_the_same_judgement_is_made_once(case):
    case.judge()
    with pytest.raises(RefusedChange, match="already"):
        case.judge()


def test_setting_the_theme_back_opens_it_and_reading_again_closes_it(case):
    case.judge()
    case.read("busy")
    assert case.state() == "theme_open"
    case.read("done")
    assert case.state() == "stands"


def test_a_later_coding_opens_it_until_the_coding_is_gone(case):
    case.judge()
    new = case.coding()
    case.project.write(codings.add, new)
    assert case.state() == "coded"
    case.project.write(codings.remove, new.uid)
    assert case.state() == "stands"


def test_recoding_a_passage_to_the_code_opens_it_too(case):
    other = case.project.read(codebook.code_keyed, "MOB-1")
    new = case.coding()
    case.project.write(
        codings.add,
        codings.NewCoding(new.revision_uid, new.round_uid, new.coder_uid, other.uid, new.anchor),
    )
    case.judge()
    (made,) = [
        row
        for row in case.project.read(coding_rows.rows, revision_uid=new.revision_uid)
        if row.anchor == new.anchor and row.code_uid == other.uid
    ]
    case.project.write(codings.recode, made.uid, case.code.uid)
    assert case.state() == "coded"


def test_it_can_be_taken_back_and_put_back_as_it_was(case):
    case.judge()
    (before,) = case.project.read(absence.rows)
    kept = case.project.read(absence.keep, before.uid)
    case.project.write(absence.remove, before.uid)
    assert case.project.read(absence.rows) == []
    case.project.write(absence.put_back, kept)
    (after,) = case.project.read(absence.rows)
    assert (after.uid, after.state) == (before.uid, "stands")


def test_what_is_open_again_is_listed_first(case):
    case.judge()
    other = case.project.read(codebook.code_keyed, "MOB-2")
    document = case.project.read(documents.rows)[1]
    elsewhere = Reading(case.reading.coder_uid, case.reading.round_uid, document.uid)
    case.project.write(reading.mark_done, elsewhere)
    unused = next(
        row
        for row in case.project.read(codebook.rows)
        if row.n_codings == 0 and row.family_uid == other.family_uid and not row.is_family
    )
    case.project.write(absence.add, elsewhere, unused.uid, document.revision_uid)
    case.project.write(reading.set_state, elsewhere, [other.family_uid], "busy")
    assert [row.state for row in case.project.read(absence.rows)] == ["theme_open", "stands"]


def test_a_judgement_rests_on_a_kept_search_that_went_through_its_text(case):
    case.judge()
    query, coder = Query("ruimtevaart"), case.reading.coder_uid
    fits = NewRun(coder, query, [case.document.revision_uid], 0)
    other = NewRun(coder, query, [case.project.read(documents.rows)[1].revision_uid], 0)
    for run in (fits, other):
        case.project.write(search_runs.keep, run)
    (row,) = case.project.read(absence.rows)
    assert [run.uid for run in case.project.read(search_runs.rows, row.revision_uid)] == [fits.uid]
    with pytest.raises(RefusedChange, match="did not go through the text"):
        case.project.write(absence.link, row.uid, other.uid)
    case.project.write(absence.link, row.uid, fits.uid)
    (row,) = case.project.read(absence.rows)
    assert (row.search_run_uid, row.search_words, row.state) == (fits.uid, "ruimtevaart", "stands")
    case.project.write(absence.link, row.uid, None)
    assert case.project.read(absence.rows)[0].search_words == ""
