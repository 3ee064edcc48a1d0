"""What a contradiction is: which check found it, what is wrong, and both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qualcode_app.domain.errors import Bilingual
from qualcode_app.services.claims.recheck import Checked
from qualcode_app.services.claims.words import WORDS


class Check(StrEnum):
    """The checks, as exports and commands name them."""

    ABSENCE = "absence"  # said to be absent, and present: perhaps by a code below
    ONLY = "only"  # said to be only there, and also elsewhere
    COMPLEMENT = "complement"  # n with it and N - n without it do not fit
    MATRIX = "matrix"  # a claim on a group, and the codings of that group
    OUTSIDE = "outside"  # a case or document that does not count
    COUNT = "count"  # the sentence has other numbers than its result
    QUANTIFIER = "quantifier"  # the word for how many does not fit n of N
    NUMBER = "number"  # the same case and year with another number or object
    SUM = "sum"  # shares over a hundred, groups that do not add up
    GROUP = "group"  # a case in two groups, or in another than the sentence says
    WORDING = "wording"  # one finding in two wordings
    QUOTATION = "quotation"  # a quotation that is not literally in the document
    LABEL = "label"  # nearly the label of a code, and not quite


@dataclass(frozen=True, slots=True)
class Side:
    """One side: a finding, or what lies against it, with the way to its passages.

    Args:
        said: The sentence of the finding, or what stands in the project.
        claim_uid: The finding; empty where the side is no finding.
        code_uids: With `document_uids`, where the passages are.
        document_uids: Where the passages are, or the documents as a whole.
        coding_uids: The very passages, where they are known.
    """

    said: Bilingual
    claim_uid: str = ""
    code_uids: tuple[str, ...] = ()
    document_uids: tuple[str, ...] = ()
    coding_uids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides that cannot both hold; one side where a sentence clashes with itself."""

    check: Check
    what: Bilingual
    sides: tuple[Side, ...]

    @property
    def claim_uids(self) -> tuple[str, ...]:
        """The findings it concerns."""
        return tuple(side.claim_uid for side in self.sides if side.claim_uid)


def told(form: str, **values: object) -> Bilingual:
    """Return a sentence of `words` in both languages; values in two languages go to each."""
    dutch, english = (
        WORDS[form][language].format(
            **{name: _in(value, language) for name, value in values.items()}
        )
        for language in (0, 1)
    )
    return Bilingual(dutch, english)


def of_claim(
    row: Checked, code_uids: Iterable[str] = (), document_uids: Iterable[str] = ()
) -> Side:
    """Return a finding as a side."""
    claim = row.claim
    said = Bilingual(claim.sentence, claim.sentence)
    if claim.is_search and claim.result is not None:
        said = claim.result.said
    return Side(
        said, claim.uid, tuple(dict.fromkeys(code_uids)), tuple(dict.fromkeys(document_uids))
    )


def _in(value: object, language: int) -> object:
    if not isinstance(value, Bilingual):
        return value
    first, second = value.label_nl, value.label_en
    return (second or first) if language else (first or second)
