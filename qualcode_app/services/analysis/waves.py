"""Of cases with a document in two waves: where something stayed, came, went, or never was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from qualcode_app.domain.errors import Bilingual
from qualcode_app.services.analysis import lineage
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Named
from qualcode_app.services.analysis.scope import Known, Scope, combined, is_of
from qualcode_app.services.analysis.study import Bools

Documents = Mapping[str, tuple[Sequence[int], Sequence[int]]]  # of cases, before and after


def answer(scope: Scope) -> Answer:
    """Compare the same cases in two waves; codes count with what they were called before."""
    study, question = scope.study, scope.question
    family = [lineage.of_code(scope.session, study, code) for code in scope.codes]
    counted = sorted({i for kin in family for i in (kin.code, *kin.parts)})
    within = scope.within(question.facet, [i for kin in family for i in kin.everything])
    columns = [lineage.states(study, kin, within) for kin in family]
    said = combined(np.stack([states for states, _ in columns], axis=1), Kind.ALL_OF)
    only_wider = np.any([wider for _, wider in columns], axis=0)
    cases = _documents(scope)
    uids = tuple(study.tree.codes[i].uid for i in counted)
    pairs = [replace(line, code_uids=uids) for line in _pairs(scope, cases, said, only_wider)]
    totals = [replace(line, code_uids=uids) for line in _totals(scope, said)]
    codes = [study.tree.codes[i] for i in counted if i not in scope.codes]
    return replace(
        scope.answer([*pairs, *totals]),
        also=tuple(Bilingual(code.label_nl, code.label_en) for code in codes),
        several=_several(scope, cases),
    )


def _documents(scope: Scope) -> Documents:
    """Return the documents of each case that has some in both waves."""
    question, found = scope.question, {}
    of_case: dict[str, list[int]] = {}
    for i in scope.documents:
        case = scope.study.documents[i].case
        if case is not None:
            of_case.setdefault(case.uid, []).append(i)
    for uid, documents in of_case.items():
        before, after = (
            [i for i in documents if is_of(scope.study.documents[i], wave)]
            for wave in (question.wave_uid, question.later_uid)
        )
        if before and after:
            found[uid] = (before, after)
    return found


def _pairs(scope: Scope, cases: Documents, said: Known, only_wider: Bools) -> list[Line]:
    """Return a line for what stayed, came, went and never was, and which pairs are unknown."""
    found: dict[tuple[bool, bool], list[Named]] = {}
    unread: list[Named] = []
    wider: list[Named] = []
    for uid, (before, after) in cases.items():
        name = _name(scope, uid, after)
        pair = [_of_case(part, said) for part in (before, after)]
        if None not in pair:
            found.setdefault((bool(pair[0]), bool(pair[1])), []).append(name)
        elif any(only_wider[i] for i in (*before, *after)):
            wider.append(name)
        else:
            unread.append(name)
    n = sum(len(each) for each in found.values())
    early, late = _titles(scope)
    labels = {
        (True, True): Bilingual("in beide", "in both"),
        (False, True): Bilingual(f"alleen in {late}", f"only in {late}"),
        (True, False): Bilingual(f"alleen in {early}", f"only in {early}"),
        (False, False): Bilingual("in geen van beide", "in neither"),
    }
    return [
        Line(label, (), tuple(found.get(key, ())), n, tuple(unread), tuple(wider))
        for key, label in labels.items()
    ]


def _totals(scope: Scope, said: Known) -> list[Line]:
    """Return how many of all documents of each wave have it, with those that do not count."""
    question, lines = scope.question, []
    waves = (question.wave_uid, question.later_uid)
    for wave, title in zip(waves, _titles(scope), strict=True):
        inside = [i for i in scope.documents if is_of(scope.study.documents[i], wave)]
        line = scope.told(said, inside, scope.codes)
        homes = {one.uid: one for one in scope.study.documents}
        outside = tuple(one for one in line.outside if is_of(homes[one.document_uid], wave))
        lines.append(replace(line, label=Bilingual(title, title), outside=outside))
    return lines


def _several(scope: Scope, cases: Documents) -> tuple[Named, ...]:
    """Return cases with more than one document in a wave, as merged municipalities have."""
    found = []
    for uid, (before, after) in cases.items():
        if len(before) > 1 or len(after) > 1:
            documents = [scope.study.documents[i] for i in (*before, *after)]
            titles = ", ".join(one.short_title or one.title for one in documents)
            found.append(replace(_name(scope, uid, after), reason=titles))
    return tuple(found)


def _name(scope: Scope, case_uid: str, after: Sequence[int]) -> Named:
    case = scope.study.documents[after[0]].case
    return Named(scope.study.documents[after[0]].uid, case.name if case else case_uid)


def _titles(scope: Scope) -> tuple[str, str]:
    titles = {wave.uid: wave.title for wave in scope.study.corpus.waves}
    question = scope.question
    return titles.get(question.wave_uid, ""), titles.get(question.later_uid, "")


def _of_case(documents: Sequence[int], said: Known) -> bool | None:
    """Return whether a case has it in one wave; None where that is not known."""
    if any(said.known[i] and said.hit[i] for i in documents):
        return True
    return False if all(said.known[i] for i in documents) else None
