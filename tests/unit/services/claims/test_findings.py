"""Findings are kept, asked again, taken back and merged."""

from __future__ import annotations

import pytest

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.changes import Kind as RowKind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.services.analysis import own_scale
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.cases import group_edits
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.claims import asked, claims
from qualcode_app.services.claims.asked import Asked
from qualcode_app.services.claims.claims import NewClaim
from qualcode_app.services.claims.contradiction import Check
from qualcode_app.services.claims.recheck import State
from qualcode_app.services.coding import codings, reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.memos import memo_rows, memos
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.provenance import checking
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project

HUUR = "De huur blijft laag"


def new_claim(report, *keys: str, says: str = "Twee plaatsen zeggen iets.") -> NewClaim:
    answer = report.ask(Kind.ALL_OF, *keys)
    return claims.of_answer(answer, Voices(), says)


def test_a_finding_is_still_true_until_a_document_comes_or_goes(report):
    first = report.code("Akkerveen", "SCH-1")
    uid = report.keep(Kind.ALL_OF, "SCH-1")
    assert report.stands(uid).state == State.TRUE
    report.code("Beekdam", "SCH-1")
    now = report.stands(uid)
    assert now.state == State.CHANGED
    assert [(move.came, move.went, move.then, move.now) for move in now.moves] == [
        (("Beekdam",), (), (1, 6), (2, 6))
    ]
    assert now.claim.result.said.label_nl.startswith("Alleen in Akkerveen")
    assert now.now.said.label_nl.startswith("In 2 van de 6 gelezen documenten")
    report.project.write(codings.remove, first)
    assert report.stands(uid).moves[0].went == ("Akkerveen",)


def test_what_is_not_read_any_more_cannot_be_counted(report):
    report.code("Akkerveen", "SCH-1")
    uid = report.keep(Kind.ALL_OF, "SCH-1")
    place = Reading(report.coders[0], report.round_uid, report.documents["Duinrijk"])
    report.project.write(reading.set_state, place, [report.codes["SCH"]], "busy")
    now = report.stands(uid)
    assert (now.state, now.unread) == (State.UNREAD, ("Duinrijk",))


def test_a_new_document_that_nobody_read_leaves_a_finding_open(report):
    uid = report.keep(Kind.NONE_OF, "SCH-1")
    report.document("Grasveld")
    assert report.stands(uid).unread == ("Grasveld",)


def test_a_document_that_counts_no_more_changes_the_denominator(report):
    uid = report.keep(Kind.NONE_OF, "SCH-1")
    report.out("Florisburg", "een andere periode")
    now = report.stands(uid)
    assert (now.state, now.moves[0].went) == (State.CHANGED, ("Florisburg",))


def test_a_question_about_what_is_gone_is_told(report):
    groups = report.system("Grootte", Stad="Akkerveen Beekdam")
    uid = report.keep(Kind.GROUPS, "ZRG-5", system_uid=groups[""])
    report.project.write(group_edits.remove_system, groups[""])
    now = report.stands(uid)
    assert now.state == State.LOST
    assert "not in the project any more" in str(now.reason)
    assert report.clashes() == ()


def test_confirming_keeps_what_is_found_now(report):
    uid = report.keep(Kind.ALL_OF, "SCH-1")
    report.code("Beekdam", "SCH-1")
    now = report.stands(uid).now
    report.project.write(claims.confirm, uid, now, now.said.label_nl)
    after = report.stands(uid)
    assert (after.state, after.claim.sentence) == (State.TRUE, now.said.label_nl)
    assert report.clashes() == ()


def test_keeping_wording_marking_and_removing_can_be_taken_back(report):
    coding = report.code("Akkerveen", "SCH-1")
    new = new_claim(report, "SCH-1")
    project = report.project
    keep = Act(claims.keep, new)
    project.write(keep.do)
    acts = [
        Act(claims.reword, new.uid, "Anders gezegd."),
        Act(claims.mark, new.uid, [coding], "example"),
        Act(claims.mark, new.uid, [coding], "exception"),
        Act(claims.remove, new.uid),
    ]
    seen = [project.read(claims.rows)]
    for act in acts:
        project.write(act.do)
        seen.append(project.read(claims.rows))
    assert seen[3][0].coding_uids("exception") == (coding,)
    assert seen[4] == []
    for act, before in zip(reversed(acts), reversed(seen[:-1]), strict=True):
        project.write(act.undo)
        assert project.read(claims.rows) == before
    project.write(keep.undo)
    assert project.read(claims.rows) == []
    project.write(keep.do)
    assert project.read(claims.rows)[0].uid == new.uid
    project.close()
    assert checking.check(project.path) == []


def test_the_same_finding_is_not_kept_twice_and_none_without_words(report):
    new = new_claim(report, "SCH-1")
    report.project.write(claims.keep, new)
    for wrong in (new_claim(report, "SCH-1"), new_claim(report, "SCH-2", says="  ")):
        with pytest.raises(RefusedChange):
            report.project.write(claims.keep, wrong)


def test_a_passage_that_shows_a_finding_is_not_removed_from_under_it(report):
    coding = report.code("Akkerveen", "SCH-1")
    report.keep(Kind.ALL_OF, "SCH-1", evidence=((coding, "example"),), says="Eén plaats.")
    with pytest.raises(RefusedChange, match="Eén plaats"):
        report.project.write(codings.remove, coding)


def test_every_kind_of_question_is_stored_and_asked_again(report):
    report.code("Akkerveen", "SCH-1", role="measure")
    groups = report.system("Grootte", Stad="Akkerveen Beekdam", Dorp="Duinrijk")
    here = {"document_uids": (report.documents["Akkerveen"],)}
    for kind, keys, more in (
        (Kind.ANY_OF, ("SCH-1", "SCH-2"), {"group_uid": groups["Stad"]}),
        (Kind.VALUES, ("SCH-1",), {"facet": (report.role, "")}),
        (Kind.ALL_OF, ("SCH-1",), {"facet": (report.role, "measure")}),
        (Kind.GROUPS, ("SCH-1",), {"system_uid": groups[""]}),
        (Kind.TOGETHER, ("SCH-1", "SCH-2"), {"near": "words", "n_words": 9}),
        (Kind.ONLY, (), here),
        (Kind.RARE, (), {"at_most": 3}),
        (Kind.PROFILE, (), here),
        (Kind.ROOM, ("SCH-1",), {}),
    ):
        report.keep(kind, *keys, **more)
    report.keep_words("huur")
    rows = report.register().rows
    assert [row.claim.asked.question.kind.value for row in rows] == [
        *("any_of", "values", "all_of", "groups", "together", "only", "rare", "profile", "room"),
        "words",
    ]
    assert {row.state for row in rows} == {State.TRUE}
    report.code("Duinrijk", "SCH-1", role="measure")
    moved = {row.claim.asked.question.kind for row in report.register().rows if row.moves}
    assert moved == {Kind.VALUES, Kind.ALL_OF, Kind.GROUPS, Kind.ONLY, Kind.RARE, Kind.ROOM}


def test_whose_codings_count_is_part_of_the_question(report):
    bram = report.coder("Bram Two")
    report.read(coder=bram, themes=("SCH",))
    report.code("Akkerveen", "SCH-1")
    uid = report.keep(Kind.ALL_OF, "SCH-1", voices=Voices(at_least=2))
    assert report.stands(uid).claim.asked.voices == Voices(at_least=2)
    report.code("Akkerveen", "SCH-1", coder=bram)
    assert report.stands(uid).moves[0].came == ("Akkerveen",)


def test_a_kept_search_without_a_hit_is_a_finding_that_is_searched_again(report):
    texts = [report.revisions[name] for name in ("Akkerveen", "Beekdam")]
    run = NewRun(report.coders[0], Query("weerwoord"), texts, 0)
    report.project.write(search_runs.keep, run)
    report.project.write(search_runs.keep, NewRun(report.coders[0], Query("huur"), texts, 2))
    (row,) = report.register().rows
    assert (row.claim.is_search, row.state) == (True, State.TRUE)
    assert row.claim.result.said.label_nl == (
        "Het woord ‘weerwoord’ staat in geen van de 2 documenten."
    )
    report.project.write(search_runs.keep, NewRun(report.coders[0], Query("fiets"), texts, 0))
    wrong = report.register().rows[1]
    assert (wrong.state, wrong.moves[0].came) == (State.CHANGED, ("Akkerveen", "Beekdam"))


def test_the_words_for_how_many_are_no_stored_question(report):
    report.project.write(own_scale.save, own_scale.parsed("30: enkele / some; 100: alle / all"))
    report.keep(Kind.NONE_OF, "SCH-1")
    assert len(report.register().rows) == 1
    assert asked.read('{"format": "words for how many 1"}') is None
    assert asked.read('{"format": "question 2"}') is None


def test_a_question_says_only_what_differs_and_is_read_as_it_was(report):
    said = Asked(
        Question(Kind.ALL_OF, (report.codes["SCH-1"],), document_uids=("a", "b"), facet=("f", "k")),
        Voices(at_least=2),
        Query("huur", Mode.FAMILY, exact_case=True),
        in_headings=True,
    )
    text = asked.written(said)
    assert "near" not in text
    assert asked.read(text) == said


def test_findings_of_two_files_come_together_on_one_question(report, tmp_path):
    other = tmp_path / "other.qualcode"
    copies.save_copy(report.project, other)
    report.code("Akkerveen", "SCH-1")
    report.keep(Kind.ALL_OF, "SCH-1", says="Hier gezegd.")
    with Project.open(other) as file:
        home, report.project = report.project, file
        file.author_uid = report.coders[0]
        report.keep(Kind.ALL_OF, "SCH-1", says="Daar gezegd.")
        report.project = home
    plan = merging.prepare(home, [other])
    assert not plan.clashes
    merging.carry_out(home, plan)
    first, second = sorted(report.register().rows, key=lambda row: row.claim.sentence)
    assert first.claim.question_uid == second.claim.question_uid
    assert (first.claim.sentence, first.state) == ("Daar gezegd.", State.CHANGED)
    assert second.state == State.TRUE
    assert Check.WORDING in {each.check for each in report.clashes()}
    merging.carry_out(home, merging.prepare(home, [other]))
    assert len(report.register().rows) == 2


def test_sentences_are_held_against_their_own_numbers_and_words(report):
    report.code("Akkerveen", "SCH-1")
    report.keep(Kind.ALL_OF, "SCH-1", says="Vrijwel alle plaatsen noemen schulden.")
    report.keep(Kind.ALL_OF, "SCH-1", says="In 1 van de 6 plaatsen staat iets.")
    report.keep(Kind.ALL_OF, "SCH-1", says="In 2 van de 5 plaatsen staat iets.")
    found = [each for each in report.clashes() if each.check != Check.WORDING]
    assert [each.check for each in found] == [Check.QUANTIFIER, Check.COUNT]
    assert found[0].what.label_nl == "“vrijwel alle” past niet bij 1 van 6."
    assert report.quotes_of(found[1].sides[1]) == ["Wij bouwen nieuwe huizen"]


def test_a_quotation_has_to_stand_in_its_document(report):
    right = f"Akkerveen wil dat “{HUUR}” (Akkerveen)."
    report.keep(Kind.NONE_OF, "SCH-1", says=right)
    wrong = report.keep(Kind.NONE_OF, "SCH-2", says="Beekdam zegt “De huur blijft hoog” (Beekdam).")
    report.keep(Kind.NONE_OF, "ZRG-1", says="Volgens Corvendam “blijft de huur zo”.")
    found, other = (each for each in report.clashes() if each.check == Check.QUOTATION)
    assert found.claim_uids == (wrong,)
    assert "“blijft de huur zo”" in other.what.label_nl
    assert "De huur blijft laag" in found.sides[1].said.label_nl


def test_a_number_and_another_of_the_same_thing_and_shares_over_a_hundred(report):
    report.figure("Beekdam", "WON-1", "30", "sociale huur", 2022, HUUR)
    report.figure("Beekdam", "WON-1", "40", "sociale huur", 2022, "De fiets krijgt ruimte")
    report.figure("Beekdam", "WON-1", "75", "koop", 2022, "Parkeren blijft gratis")
    found = report.clashes()
    assert [each.check for each in found] == [Check.NUMBER, Check.SUM]
    assert found[0].what.label_en == (
        "Beekdam has two numbers for sociale huur (2022): 40 % sociale huur 2022 and "
        "30 % sociale huur 2022."
    )
    assert found[1].what.label_nl == "De aandelen in Beekdam zijn samen 115 %."


def test_with_and_without_have_to_make_all_of_them(report):
    report.code("Akkerveen", "SCH-1")
    report.keep(Kind.ALL_OF, "SCH-1")
    report.out("Florisburg", "een andere periode")
    report.keep(Kind.NONE_OF, "SCH-1")
    found = [each for each in report.clashes() if each.check == Check.COMPLEMENT]
    assert [each.what.label_nl for each in found] == [
        "1 met en 4 zonder ‘Schulden’ zijn samen niet 6."
    ]


def test_a_memo_on_a_finding_is_listed_with_it_and_goes_and_comes_back_with_it(report):
    uid = report.keep(Kind.NONE_OF, "SCH-1", says="Niemand zegt iets.")
    memo = NewMemo(Target("claim", uid), "note", report.coders[0], "Een gemiste kans.")
    report.project.write(memos.add, memo)
    assert report.project.read(claims.rows)[0].memos == ("Een gemiste kans.",)
    (listed,) = report.project.read(memo_rows.rows)
    assert (listed.target_kind, listed.about_nl) == ("claim", "Niemand zegt iets.")
    remove = Act(claims.remove, uid)
    report.project.write(remove.do)
    assert report.project.read(memo_rows.rows) == []
    report.project.write(remove.undo)
    assert report.project.read(claims.rows)[0].memos == ("Een gemiste kans.",)


def test_a_label_of_a_code_names_no_group(report):
    report.system("Soort", Schulden="Akkerveen", Ander="Beekdam Corvendam")
    report.code("Beekdam", "SCH-1")
    report.keep(Kind.ALL_OF, "SCH-1")
    assert report.clashes() == ()


def _take_the_place(session, old: str, new: str) -> Changes:
    journal.change(session, "coding.move", RowKind.CODING, new, {"moved_from_uid": old})
    return Changes()


def test_evidence_goes_along_when_its_document_gets_another_text(report):
    old, new = report.code("Akkerveen", "SCH-1"), report.code("Akkerveen", "SCH-1", HUUR)
    uid = report.keep(Kind.ALL_OF, "SCH-1", evidence=((old, "example"),))
    report.project.write(_take_the_place, old, new)
    assert report.project.read(claims.rows)[0].coding_uids("example") == (new,)
    report.project.write(claims.mark, uid, [new], None)
    assert report.project.read(claims.rows)[0].evidence == ()
