"""One finding that is kept twice: the same question, or nearly the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from qualcode_app.domain.errors import Bilingual
from qualcode_app.services.claims.contradiction import Check, Contradiction, of_claim, told
from qualcode_app.services.claims.recheck import Checked

ALIKE = 0.8  # share of equal letters from which two sentences are one finding in two wordings


def find(rows: Sequence[Checked]) -> Iterator[Contradiction]:
    """Yield findings that are there twice: the same question, or nearly the same sentence."""
    for number, row in enumerate(rows):
        for other in rows[number + 1 :]:
            one, two = row.claim.sentence, other.claim.sentence
            if one == two or {one, two} <= _as_said(row):
                continue  # the same words, or the same in the other language
            same = row.claim.question_uid == other.claim.question_uid
            if same or (_are_of_one_kind(row, other) and _likeness(one, two) >= ALIKE):
                text = told("wording", difference=_difference(one, two))
                yield Contradiction(Check.WORDING, text, (of_claim(row), of_claim(other)))


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _difference(one: str, other: str) -> Bilingual:
    """Return the one word that differs, where it is one."""
    first, second = one.split(), other.split()
    pairs = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    if len(first) != len(second) or len(pairs) != 1:
        return Bilingual("", "")
    a, b = (word.strip(".,;:!?") for word in pairs[0])
    return Bilingual(f": “{a}” en “{b}”", f": “{a}” and “{b}”")


def _are_of_one_kind(row: Checked, other: Checked) -> bool:
    """Tell whether two findings in words of somebody's own share codes and documents."""
    pair = (row, other)
    if any(_is_as_said(each) for each in pair):
        return False
    one, two = (_codes(each) for each in pair)
    return not one.isdisjoint(two) and _where(row) == _where(other)


def _is_as_said(row: Checked) -> bool:
    return row.claim.sentence in _as_said(row)


def _as_said(row: Checked) -> set[str]:
    """Return what the answer says by itself, in both languages."""
    found = row.claim.result
    return {found.said.label_nl, found.said.label_en} if found is not None else set()


def _where(row: Checked) -> object:
    """Return which documents and codings a finding is about."""
    asked = row.claim.asked
    if asked is None:
        return None
    question = asked.question
    documents = question.document_uids, question.group_uid, question.wave_uid
    return documents, question.attribute, question.facet, asked.voices


def _codes(row: Checked) -> set[str]:
    lines = row.claim.result.lines if row.claim.result is not None else ()
    return {uid for line in lines for uid in line.code_uids}
