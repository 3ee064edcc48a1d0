"""Random histories of a lead and three coders, act by act, for the laws of merging."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st
from sqlalchemy import select

from qualcode_app import paths as shipped
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import canonical
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.facets import FacetValue
from qualcode_app.formats import codebook_json
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL
from qualcode_app.services.codebook import code_edits, code_moves, codebook
from qualcode_app.services.coding import (
    coding_acts,
    coding_rows,
    codings,
    facets,
    in_vivo,
    reading,
)
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.merging.outcomes import Matches
from qualcode_app.services.registers import judgements, loading, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout
from qualcode_app.services.teams.handout import Task

BASE = Path(__file__).resolve().parents[3] / "data" / "version-1.qualcode"
FILES = ("lead", "first", "second", "third")
CODERS = FILES[1:]
TAKE_IN = "take in"  # instead of an act: the file of somebody else is merged into one's own
SEND = "send"  # instead of an act: the lead sends a changed codebook, and the coder takes it in
# What happened in a file, not what it says: acts of merging, and the codebook kept after each.
ABOUT_ACTS = (Kind.BATCH, Kind.CODEBOOK_VERSION)
_PLEDGES = {}  # by study


def add(project, which, how):
    """Code a new place; few places, so that two people often choose the same."""
    (codes, document) = _codes(project), project.read(documents.rows)[0]
    coder = _coder(project, which)
    place = TextAnchor(200 + 50 * which, 220 + 50 * which + 7 * how)
    round_uid = project.read(people.rounds)[0].uid
    code_uid = codes[how % len(codes)].uid
    project.write(
        codings.add, NewCoding(document.revision_uid, round_uid, coder.uid, code_uid, place)
    )


def resize(project, which, how):
    row = _coding(project, which)
    project.write(codings.resize, row.uid, TextAnchor(row.anchor.start, row.anchor.end + 5 * how))


def recode(project, which, how):
    codes = _codes(project)
    project.write(
        codings.recode, _coding(project, which).uid, codes[(which + how) % len(codes)].uid
    )


def remove(project, which, how):
    project.write(codings.remove, _coding(project, which).uid)


def note(project, which, how):
    project.write(codings.set_memo, _coding(project, which).uid, f"noot {how}")


def rank(project, which, how):
    uid = _coding(project, which).uid
    project.write(coding_acts.set_primary, uid, uid)


def answer(project, which, how):
    """Fill in a facet, whichever fits."""
    row = _coding(project, which)
    for facet in project.read(facets.rows):
        if facet.options:
            option = facet.options[how % len(facet.options)].key
            try:
                project.write(
                    facets.set_values, row.uid, (FacetValue(facet.uid, option_key=option),)
                )
            except QualcodeError:
                continue
            return


def define(project, which, how):
    code = _codes(project)[which % 4]
    text = project.read(code_edits.get, code.uid)
    project.write(code_edits.write, code.uid, replace(text, short_nl=f"Definitie {how}"), "toets")


def name(project, which, how):
    code = _codes(project)[which % 4]
    text = project.read(code_edits.get, code.uid)
    project.write(code_edits.write, code.uid, replace(text, label_nl=f"Naam {how}"), "toets")


def invent(project, which, how):
    """Make a code in vivo and use it; two people take the same free key."""
    parent = next(row for row in project.read(codebook.rows) if row.level == 1)
    key = project.read(in_vivo.free_key, parent.uid)
    code = in_vivo.NewCode(parent.uid, key, f"in vivo {how}")
    coder = _coder(project, which)
    document = project.read(documents.rows)[0]
    place = TextAnchor(1500 + 40 * which, 1520 + 40 * which)
    round_uid = project.read(people.rounds)[0].uid
    new = NewCoding(document.revision_uid, round_uid, coder.uid, code.uid, place)
    project.write(in_vivo.add, code, new)


def discard(project, which, how):
    """Take an invented code away with its codings."""
    invented = [row for row in project.read(codebook.rows) if "in vivo" in row.label_nl]
    for row in project.read(coding_rows.rows):
        if invented and row.code_uid == invented[which % len(invented)].uid:
            project.write(codings.remove, row.uid)
    if invented:
        uid = invented[which % len(invented)].uid

        def take_away(session):
            journal.remove(session, "code.remove", Kind.CODE, uid)
            return

        project.write(take_away)


def retire(project, which, how):
    project.write(code_moves.retire, _codes(project)[which % 4].uid, "toets")


def move(project, which, how):
    families = [row for row in project.read(codebook.rows) if row.level == 1]
    code = _codes(project)[which % 4]
    project.write(code_moves.move, code.uid, families[how % len(families)].uid, "", "toets")


def read_on(project, which, how):
    families = [row.uid for row in project.read(codebook.families)]
    place = _place(project, which)
    state = ("not_started", "busy", "done")[how % 3]
    project.write(reading.set_state, place, [families[how % len(families)]], state)


def judge(project, which, how):
    """Give a verdict on a pledge, with a coding of one's own as evidence."""
    rows = pledges(project)
    mine = [row.uid for row in project.read(coding_rows.rows)]
    if rows:
        row = rows[which % 3]
        keys = [option.key for option in row.scale.options]
        verdict = Verdict(
            keys[how % len(keys)], evidence=frozenset(mine[:1]), note=f"oordeel {how}"
        )
        project.write(judgements.write, _place(project, which), row, verdict)


def join(project, which, how):
    project.write(people.add_coder, NewCoder(f"Codeur {how}"))


def retitle(project, which, how):
    document = project.read(documents.rows)[0]
    project.write(documents.rename, document.uid, f"Titel {how}")


ACTS = (
    *(add, resize, recode, remove, note, rank, answer, define, name, invent, discard, retire),
    *(move, read_on, judge, join, retitle),
)
acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 11), st.integers(1, 5))
takes = st.tuples(st.just(TAKE_IN), st.sampled_from(FILES), st.booleans())
sends = st.tuples(st.just(SEND), st.just("first"), st.booleans())
steps = st.tuples(st.sampled_from(FILES), st.one_of(*[acts] * 9, takes, takes, sends))
histories = st.lists(steps, min_size=1, max_size=20)


def pledges(project):
    """The propositions of the register; no act here changes them, so they are read once."""
    study = project.facts.study_uid
    if study not in _PLEDGES:
        (register,) = (one for one in project.read(propositions.registers) if one.key == "pledges")
        _PLEDGES[study] = project.read(propositions.rows, register.uid)
    return _PLEDGES[study]


def _coder(project, which):
    """One of the coders this file knows; few, so that two files often speak for one."""
    coders = project.read(people.coders)
    return coders[which % min(3, len(coders))]


def _codes(project):
    return [row for row in project.read(codebook.rows) if row.level == 2]


def _coding(project, which):
    rows = sorted(project.read(coding_rows.rows), key=lambda row: (row.anchor, row.uid))
    return rows[which % len(rows)]


def _place(project, which):
    coder = _coder(project, which)
    document = project.read(documents.rows)[0]
    return Reading(coder.uid, project.read(people.rounds)[0].uid, document.uid)


def carry_out(project, act):
    """Do one act; one that the rules refuse, or that finds nothing to act on, is no act."""
    what, which, how = act
    try:
        what(project, which, how)
    except (QualcodeError, ZeroDivisionError):
        return


def team(folder):
    """The files of a study that was handed out: blind to one coder, as copies to the others."""
    paths = {name: folder / f"{name}.qualcode" for name in FILES}
    shutil.copy(BASE, paths["lead"])
    with Project.open(paths["lead"]) as lead:
        book = codebook_json.read(shipped.codebooks() / "party-programme.json")
        lead.write(loading.load, book)
        lead.author_uid = lead.read(people.coders)[0].uid
        for name in CODERS[1:]:
            lead.write(people.add_coder, NewCoder(f"Codeur {name}"))
        first = lead.read(documents.rows)[0].uid
        handout.hand_out(lead, paths["first"], Task(lead.read(people.coders)[1].uid, (first,)))
        for name in CODERS[1:]:
            copies.save_copy(lead, paths[name])
    return paths


def files_after(history, start, folder):
    """The files of everybody after a history that began with one hand-out.

    Args:
        history: Who does what; also who takes in the file of whom.
        start: The files as they were handed out.
        folder: Where they go.
    """
    paths = {name: Path(shutil.copy(path, folder / path.name)) for name, path in start.items()}
    sent = itertools.count()
    for (name, what), steps_of in itertools.groupby(history, key=_who_and_what):
        if what is not None:
            for _, (_, whom, keep) in steps_of:
                if what == SEND:
                    update = folder / f"update {next(sent)}.qualcode"
                    send(paths["lead"], update)
                    merge(paths[whom], [update], keep=keep)
                elif whom != name:
                    merge(paths[name], [paths[whom]], keep=keep)
            continue
        with Project.open(paths[name]) as project:
            coders = project.read(people.coders)
            project.author_uid = coders[FILES.index(name) % len(coders)].uid
            for _, act in steps_of:
                carry_out(project, act)
    return paths


def _who_and_what(step):
    name, (what, *_) = step
    return name, what if what in (TAKE_IN, SEND) else None


def send(lead_path, path):
    """Hand the first document out once more, to who has it already."""
    with Project.open(lead_path) as lead:
        first = lead.read(documents.rows)[0].uid
        families = [row.uid for row in lead.read(codebook.families)]
        coder = lead.read(people.coders)[1].uid
        handout.hand_out(lead, path, Task(coder, (first,), tuple(families[:2])))


def _says(version):
    """What a version says, whatever uid it goes by; a deletion says nothing."""
    if version.stored is None:
        return ""
    return canonical({**version.stored.content(), "uid": ""})


def content(project):
    """What a project says: every row by kind, uid and digest."""
    return {(*key, one.digest()) for key, one in stored(project).items()}


def stored(project):
    """Every row of a project by kind and uid."""

    def read(session):
        connection = session.connection()
        found = {}
        for aggregate in ALL:
            if aggregate.kind not in ABOUT_ACTS:
                uids = connection.scalars(select(aggregate.root.c.uid)).all()
                rows = aggregates.read(connection, aggregate.kind, uids)
                found |= {(aggregate.kind, uid): one for uid, one in rows.items()}
        return found

    return project.read(read)


def merge(path, others, *, keep=True):
    """Merge files by one fixed rule for all clashes; returns the plan that was carried out.

    Args:
        path: Where to.
        others: What.
        keep: Prefer what stands over what was deleted; codes with one key stay two.
    """
    with Project.open(path) as project:
        plan = merging.prepare(project, others)
        asked = len(plan.doubts)
        while plan.doubts:
            uids = frozenset(doubt.uids for doubt in plan.doubts)
            apart, same = plan.matches.apart, plan.matches.same
            matches = Matches(same, apart | uids) if keep else Matches(same | uids, apart)
            plan = merging.prepare(project, others, matches)
        choose = max if keep else min
        choices = {clash.key: choose(clash.versions, key=_says) for clash in plan.clashes}
        merging.carry_out(project, plan, choices)
        return plan, len(plan.clashes) + asked
