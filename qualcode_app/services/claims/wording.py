"""Sentences of findings against what was found, who counts, groups, labels and documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain import case_names, number_words
from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.folding import fold
from qualcode_app.domain.progress import Progress
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.services.analysis.quantifiers import disagrees
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.analysis.sentence_words import WORDS
from qualcode_app.services.analysis.sentences import joined
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.cases import outside
from qualcode_app.services.cases.case_rows import GroupRow, SystemRow
from qualcode_app.services.cases.corpus import CorpusDocument
from qualcode_app.services.claims import results
from qualcode_app.services.claims.contradiction import (
    Check,
    Contradiction,
    Side,
    of_claim,
    told,
)
from qualcode_app.services.claims.recheck import Checked, Register
from qualcode_app.services.documents import quotations
from qualcode_app.services.documents.quotations import ELSEWHERE, LITERAL

ALIKE = 0.85  # share of equal letters from which words are meant as a label
LONG = 8  # letters of a label that can be told from other words
_ENDING = r"(?:e|en|s|se)?(?:gemeenten?|steden|stad|dorpen|plaatsen|akkoorden)?"  # of a group
_QUOTED = re.compile(r"‘[^’]*’")  # labels of codes
N_OF = re.compile(
    r"\b(?P<n>\w+) (?:van|of|out of) (?:de |het |alle |the |all )?(?P<of>\w+)\b", re.IGNORECASE
)
ONE_FIGURE = (Kind.ALL_OF, Kind.ANY_OF, Kind.NONE_OF, Kind.TOGETHER, Kind.WORDS)
NOT_OF_DOCUMENTS = (Kind.PROFILE, Kind.ROOM)
_MARKS = "‘’“”'\""
_QUOTES = '“„"«»'
_DUTCH = frozenset({"de", "het", "een", "van", "in", "over", "niet", "en", "staat"})
_ENGLISH = frozenset({"the", "of", "a", "and", "say", "says", "not", "about", "in"})


def find(session: Session, register: Register, study: Study) -> Iterator[Contradiction]:
    """Yield where the sentence or the documents of a finding clash with the project."""
    for row in register.rows:
        if row.claim.result is None or row.claim.is_search:
            continue
        yield from _outside(session, row, study)
        yield from _counts(row)
        yield from _quantifier(row, study)
        yield from _groups(row, study)
        yield from _labels(row, study)


def quoted(
    session: Session, register: Register, progress: Progress | None = None
) -> Iterator[Contradiction]:
    """Yield the quotations of findings that are nowhere literally so, or not where it is said.

    All sentences are looked up as one draft, so that each text is read only once.
    """
    rows = [
        row
        for row in register.rows
        if not row.claim.is_search and any(mark in row.claim.sentence for mark in _QUOTES)
    ]
    draft, starts = "", []
    for row in rows:
        starts.append(len(draft))
        draft += f"{row.claim.sentence}\n\n"
    for checked in quotations.check(session, draft, progress) if rows else ():
        start = checked.quotation.start
        if checked.verdict == LITERAL or draft[start - 1] not in _QUOTES:
            continue
        form = "quotation_elsewhere" if checked.verdict == ELSEWHERE else "quotation"
        said, name = checked.quotation.text, checked.document_title
        sides = [of_claim(rows[bisect_right(starts, start) - 1])]
        if checked.document_uid:
            near = told("nearest", names=name, said=checked.nearest or said)
            sides.append(Side(near, document_uids=(checked.document_uid,)))
        yield Contradiction(Check.QUOTATION, told(form, said=said, names=name), tuple(sides))


def _outside(session: Session, row: Checked, study: Study) -> Iterator[Contradiction]:
    """Yield cases and documents of a finding that do not count."""
    claim, corpus = row.claim, study.corpus
    counted = {document.uid for document in corpus.documents}
    named = outside.mentioned(corpus, _without_tail(claim.sentence))
    for one in named:
        reason = f": {one.reason}" if one.reason else ""
        said = told("corpus_document", names=one.case.name, reason=reason)
        side = Side(said, document_uids=tuple(document.uid for document in one.documents))
        text = told("outside_named", names=one.case.name)
        yield Contradiction(Check.OUTSIDE, text, (of_claim(row), side))
    told_already = {document.uid for one in named for document in one.documents}
    found = claim.result
    gone = [uid for uid in results.documents(found) if uid not in counted] if found else []
    for uid in gone:
        if found is not None and uid not in told_already:
            text = told("outside_counted", names=found.names[uid])
            yield Contradiction(Check.OUTSIDE, text, (of_claim(row), _document(study, uid)))
    picked = [uid for uid, _ in claim.evidence]
    for coding_uid, document_uid in session.execute(
        select(Coding.uid, Revision.document_uid)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .where(Coding.uid.in_(picked))
    ):
        if document_uid not in counted:
            side = _document(study, document_uid, coding_uid)
            text = told("outside_evidence", names=_name(study, document_uid))
            yield Contradiction(Check.OUTSIDE, text, (of_claim(row), side))


def _without_tail(sentence: str) -> str:
    """Return a sentence without what it says itself is outside the corpus."""
    for words in WORDS.values():
        sentence = sentence.partition(words["outside"].partition("{")[0])[0]
    return sentence


def _counts(row: Checked) -> Iterator[Contradiction]:
    """Yield where the sentence has another n of N than was found."""
    claim, found = row.claim, row.claim.result
    if claim.asked is None or found is None or claim.asked.question.kind in NOT_OF_DOCUMENTS:
        return
    right = {(line.n, line.of) for line in found.lines}
    right |= {(of - n, of) for n, of in right}
    for match in N_OF.finditer(claim.sentence):
        said = _whole(match["n"]), _whole(match["of"])
        if None in said or said in right or not right:
            continue
        n, of = found.lines[0].n, found.lines[0].of
        text = told("count", said=match[0], found=Bilingual(f"{n} van {of}", f"{n} of {of}"))
        side = Side(told("found", sentence=found.said), "", _codes(row), found.lines[0].names)
        yield Contradiction(Check.COUNT, text, (of_claim(row), side))


def _whole(word: str) -> int | None:
    return int(word) if word.isdecimal() else number_words.whole(word)


def _quantifier(row: Checked, study: Study) -> Iterator[Contradiction]:
    """Yield a word for how many that n of N does not bear out, neither of who has nor who lacks."""
    claim, found = row.claim, row.claim.result
    if claim.asked is None or found is None or claim.asked.question.kind not in ONE_FIGURE:
        return
    if len(found.lines) != 1 or claim.sentence in (found.said.label_nl, found.said.label_en):
        return
    (line,), language = found.lines, _language(claim.sentence)
    shares = [line.n, line.of - line.n]
    if claim.asked.question.kind != Kind.NONE_OF:
        shares.pop()
    wrong = [disagrees(claim.sentence, n, line.of, language, study.scale) for n in shares]
    if all(wrong):
        text = told("quantifier", word=wrong[0], n=line.n, of=line.of)
        side = Side(told("found", sentence=found.said), "", _codes(row), line.names)
        yield Contradiction(Check.QUANTIFIER, text, (of_claim(row), side))


def _groups(row: Checked, study: Study) -> Iterator[Contradiction]:
    """Yield documents that do not belong to the group a finding is about."""
    claim, found = row.claim, row.claim.result
    if claim.asked is None or found is None:
        return
    asked_for = study.corpus.groups.get(claim.asked.question.group_uid)
    for system in study.corpus.systems:
        if asked_for is not None and asked_for.system_uid == system.uid:
            group: GroupRow | None = asked_for
            uids = set(results.documents(found))
        else:
            group = _named_group(claim.sentence, system)
            uids = set(_named_documents(claim.sentence, study))
            if claim.asked.question.kind == Kind.GROUPS:
                continue
        for document in study.corpus.documents if group is not None else ():
            if group is None or document.uid not in uids or document.belongs_to(group.uid):
                continue
            others = _titles(document, system)
            if not others and group is not asked_for:
                continue
            other: object = joined(others) or told("no_group")
            text = told("other_group", one=group.title, names=document.name, other=other)
            side = Side(
                told("membership", names=document.name, other=other),
                document_uids=(document.uid,),
            )
            yield Contradiction(Check.GROUP, text, (of_claim(row), side))


def _named_group(sentence: str, system: SystemRow) -> GroupRow | None:
    """Return the only group of a system that a sentence names, be it bent or before "gemeenten"."""
    said = fold(_QUOTED.sub(" ", sentence))
    named = [
        group
        for group in system.groups
        if re.search(rf"\b{re.escape(fold(group.title))}{_ENDING}\b", said)
    ]
    return named[0] if len(named) == 1 else None


def _named_documents(sentence: str, study: Study) -> Iterator[str]:
    known = {
        case_names.key(name): document.uid
        for document in study.corpus.documents
        for name in (document.case.names if document.case else (document.title,))
    }
    yield from case_names.named_in(sentence, known)


def _titles(document: CorpusDocument, system: SystemRow) -> list[str]:
    held = document.groups.get(system.uid, ())
    return [group.title for group in system.groups if group.uid in held]


def _labels(row: Checked, study: Study) -> Iterator[Contradiction]:
    """Yield words that are nearly the label of a code the finding is about, or of its theme."""
    sentence = row.claim.sentence
    for label, code_uid in _known_labels(row, study):
        if label.casefold() in sentence.casefold():
            continue
        said = _nearly(label, sentence)
        if said:
            text = told("label", said=said, what=f"“{label}”")
            side = Side(Bilingual(label, label), code_uids=(code_uid,))
            yield Contradiction(Check.LABEL, text, (of_claim(row), side))


def _known_labels(row: Checked, study: Study) -> Iterator[tuple[str, str]]:
    tree, seen = study.tree, set[int]()
    for uid in _codes(row):
        at = tree.at.get(uid, -1)
        while at >= 0 and at not in seen:
            seen.add(at)
            code = tree.codes[at]
            for label in dict.fromkeys((code.label_nl, code.label_en)):
                if len(label) >= LONG:
                    yield label, code.uid
            at = code.parent


def _nearly(label: str, sentence: str) -> str:
    """Return the words that stand for a label and differ; they begin as a name does.

    Inside a sentence a word may well be bent, so only what has a capital or stands behind a
    quotation mark is held against the label.
    """
    words, wanted = sentence.split(), label.split()
    for start in range(len(words) - len(wanted) + 1):
        first = words[start]
        if not (first[0] in _MARKS or first[0].isupper()):
            continue
        if len(wanted) == 1 and first[0].isalpha():
            continue
        said = " ".join(words[start : start + len(wanted)]).strip(".,;:!?()" + _MARKS)
        if any(mark in said for mark in _MARKS):
            continue  # the words of two labels, or of none
        matcher = SequenceMatcher(None, said.casefold(), label.casefold(), autojunk=False)
        if matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            return said
    return ""


def _codes(row: Checked) -> tuple[str, ...]:
    lines = row.claim.result.lines if row.claim.result is not None else ()
    return tuple(dict.fromkeys(uid for line in lines for uid in line.code_uids))


def _document(study: Study, uid: str, coding_uid: str = "") -> Side:
    document = next((one for one in study.documents if one.uid == uid), None)
    reason = f": {document.out_reason}" if document is not None and document.out_reason else ""
    said = told("corpus_document", names=_name(study, uid), reason=reason)
    return Side(said, document_uids=(uid,), coding_uids=(coding_uid,) if coding_uid else ())


def _name(study: Study, uid: str) -> str:
    return next((one.name for one in study.documents if one.uid == uid), "–")


def _language(sentence: str) -> str:
    words = set(sentence.casefold().split())
    return "en" if len(words & _ENGLISH) > len(words & _DUTCH) else "nl"
