"""Units, tolerance, rounds and what is missing, on the sample project."""

from __future__ import annotations

import numpy as np
import pytest
from sqlalchemy import update

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.documents import Revision
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.codebook import code_edits, versions
from qualcode_app.services.codebook.code_edits import CodeText, NewCode
from qualcode_app.services.coding import codings, facets, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.store import journal, people


def code_in(desk, round_uid: str, start: int, end: int, coder_uid: str | None = None) -> None:
    new = NewCoding(
        desk.document.revision_uid,
        round_uid,
        coder_uid or desk.coder_uid,
        desk.codes["INC-2"],
        TextAnchor(start, end),
    )
    desk.project.write(codings.add, new)


def test_a_page_is_a_unit_that_is_coded_once_it_is_touched(project):
    found = project.read(spans, Scope(base="page", all_read=True))
    pages = [len(project.read(documents.pages, uid)) for uid in found.revision_uids]
    assert found.spans.lengths.tolist() == pages
    exact = project.read(spans, Scope(all_read=True)).spans
    starts = [row.start_char for row in project.read(documents.pages, found.revision_uids[0])]
    mine = (exact.document == 0) & (exact.code == exact.code[0]) & (exact.coder == 0)
    touched = set()
    for start, end in zip(exact.start[mine], exact.end[mine], strict=True):
        first, last = np.searchsorted(starts, [start, end - 1], side="right") - 1
        touched |= set(range(int(first), int(last) + 1))
    units = found.spans
    there = (units.document == 0) & (units.code == exact.code[0]) & (units.coder == 0)
    assert set(units.start[there].tolist()) == touched


def test_words_are_what_stands_between_white_space(project):
    found = project.read(spans, Scope(base="word", all_read=True))
    words = [len(project.read(documents.text, uid).split()) for uid in found.revision_uids]
    assert found.spans.lengths.tolist() == words


def test_half_a_unit_is_harder_to_reach_than_touching_it(project):
    touched = project.read(spans, Scope(base="paragraph", all_read=True)).spans.start.size
    half = project.read(spans, Scope(base="paragraph", share=0.5, all_read=True)).spans.start.size
    assert 0 < half < touched


def test_other_units_than_those_read_with_are_refused(desk):
    def spoil(session) -> Changes:
        session.execute(
            update(Revision)
            .where(Revision.uid == desk.document.revision_uid)
            .values(units_sha256="0" * 64)
        )
        return Changes()

    desk.project.read(spans, Scope(base="sentence"))
    desk.project.write(spoil)
    with pytest.raises(RefusedChange, match=desk.document.title):
        desk.project.read(spans, Scope(base="sentence"))
    assert desk.project.read(spans, Scope(base="character")).spans.start.size


def test_spans_within_one_word_of_each_other_agree_with_tolerance(desk):
    start_word = desk.text.index("woningen")
    round_uid = desk.start_round("training")
    code_in(desk, round_uid, start_word, start_word + 8)
    code_in(desk, round_uid, start_word + 1, start_word + 6, desk.other_coder_uid)
    scope = Scope(round_uid=round_uid, all_read=True)
    (row,) = desk.project.read(agreements.table, scope).rows
    assert row.alpha.value < 1
    assert row.tolerant.value == 1


def test_discussed_work_stays_out_of_the_independent_figures(desk):
    before = desk.project.read(spans, Scope())
    round_uid = desk.start_round("discussed")
    code_in(desk, round_uid, 10, 60)
    code_in(desk, round_uid, 10, 60, desk.other_coder_uid)
    after = desk.project.read(spans, Scope())
    assert after.spans.start.tolist() == before.spans.start.tolist()
    assert after.round_kind == "independent"
    asked = desk.project.read(spans, Scope(round_uid=round_uid, all_read=True))
    assert (asked.round_kind, asked.spans.start.size) == ("discussed", 2)


def test_recoding_compares_a_coder_with_himself(desk):
    with pytest.raises(RefusedChange, match="recoding"):
        desk.project.read(spans, Scope(recoding_of=desk.coder_uid))
    round_uid = desk.start_round("recoding")
    code_in(desk, round_uid, 10, 60)
    found = desk.project.read(spans, Scope(recoding_of=desk.coder_uid, all_read=True))
    name = next(r.name for r in desk.project.read(people.coders) if r.uid == desk.coder_uid)
    assert found.coder_names == (f"{name} (1)", f"{name} (2)")
    assert found.coder_uids == (desk.coder_uid, desk.coder_uid)
    assert (found.spans.coder == 1).sum() == 1


def test_what_is_left_out_is_named_per_coder_and_document(project):
    found = project.read(spans, Scope())
    assert found.unread
    for each in found.unread:
        assert each.coder_name in found.coder_names
        assert each.document_title in found.document_titles
        assert 0 < each.n_codes <= len(found.codes)


def test_a_code_made_after_a_document_was_read_is_missing_there_and_not_absent(desk):
    project, key = desk.project, "WON-77"
    reader, later = desk.coder_uid, desk.other_coder_uid
    round_uid = desk.start_round("independent")

    def read(coder_uid: str) -> None:
        project.author_uid = coder_uid
        project.write(reading.mark_done, Reading(coder_uid, round_uid, desk.document.uid))

    read(reader)
    home = project.read(facets.traits)[desk.codes["WON"]].codebook_uid
    text = CodeText(key, "Woonboten", "Houseboats", "WON:1")
    project.write(code_edits.add, NewCode(home, desk.codes["WON"], text), "a new theme")
    project.write(versions.fix, home, journal.new_uid(), "with houseboats")
    read(later)
    code_in(desk, round_uid, 10, 60, later)  # so that the round holds work
    found = project.read(spans, Scope(round_uid=round_uid))
    at = next(i for i, row in enumerate(found.codes) if row.key == key)
    document = found.characters.documents.index(desk.document.uid)
    assert found.characters.counted[:, at, document].tolist() == [False, True]
    old = next(i for i, row in enumerate(found.codes) if row.key == "WON-1")
    assert found.characters.counted[:, old, document].all()
    before, after = (each.n_codes for each in found.unread if not each.whole)
    assert before == after + 1  # residual codes have no theme and count for nobody
