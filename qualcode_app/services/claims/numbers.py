"""Numbers on codings against each other, and cases in two groups of one way of grouping."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.facets import FacetValue, dutch_number, numbered
from qualcode_app.domain.folding import fold
from qualcode_app.models.codings import Coding, CodingValue
from qualcode_app.models.people import Round
from qualcode_app.services.analysis.sentences import joined
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.claims.contradiction import Check, Contradiction, Side, told

PERCENT = ("%", "procent", "percent")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number on a coding, where it stands."""

    document: int
    start: int
    end: int
    coder_uid: str
    coding_uid: str
    code: CodeNode
    value: FacetValue

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        return self.value.value_min, self.value.value_max

    @property
    def what(self) -> tuple[str, str, str, str]:
        """What it counts: object, unit, base and kind, as they are compared."""
        said = self.value
        parts = (said.object, said.unit, said.base, said.number_kind)
        return (fold(parts[0] or ""), fold(parts[1] or ""), fold(parts[2] or ""), parts[3] or "")

    def side(self, study: Study) -> Side:
        name = study.documents[self.document].name
        said = f"{name}, {self.code.key}: {numbered(self.value)}"
        return Side(
            Bilingual(said, said),
            "",
            (self.code.uid,),
            (study.documents[self.document].uid,),
            (self.coding_uid,),
        )


def find(session: Session, study: Study) -> Iterator[Contradiction]:
    """Yield numbers of one case that do not go together, below one and the same code."""
    places: dict[tuple[str, int, int | None], list[_Number]] = defaultdict(list)
    for number in _read(session, study):
        document = study.documents[number.document]
        case = document.case.uid if document.case else document.uid
        above = number.code.parent if number.code.parent >= 0 else study.tree.at[number.code.uid]
        places[case, above, number.value.year].append(number)
    for found in places.values():
        yield from _pairs(study, found)
        yield from _shares(study, found)


def groups(study: Study) -> Iterator[Contradiction]:
    """Yield documents that stand in two groups of one way of grouping on one day."""
    for document in study.corpus.documents:
        for system in study.corpus.systems:
            held = document.groups.get(system.uid, ())
            titles = [group.title for group in system.groups if group.uid in held]
            if len(titles) < 2:
                continue
            text = told(
                "two_groups",
                names=document.name,
                system=system.title,
                one=titles[0],
                other=joined(titles[1:]),
            )
            sides = tuple(
                Side(
                    told("membership", names=document.name, other=f"{system.title}, {title}"),
                    document_uids=(document.uid,),
                )
                for title in titles
            )
            yield Contradiction(Check.GROUP, text, sides)


def _read(session: Session, study: Study) -> Iterator[_Number]:
    texts = {document.revision_uid: i for i, document in enumerate(study.corpus.documents)}
    coders = {row.uid for row in study.who}
    query = (
        select(CodingValue, Coding)
        .join(Coding, Coding.uid == CodingValue.coding_uid)
        .join(Round, Round.uid == Coding.round_uid)
        .where(
            or_(CodingValue.value_min.is_not(None), CodingValue.value_max.is_not(None)),
            Round.kind != "training",
        )
        .order_by(Coding.revision_uid, Coding.start_char, Coding.uid, CodingValue.ordinal)
    )
    for value, coding in session.execute(query):
        if coding.revision_uid not in texts or coding.coder_uid not in coders:
            continue
        said = FacetValue(
            value.facet_uid,
            value_min=value.value_min,
            value_max=value.value_max,
            unit=value.unit,
            object=value.object,
            base=value.base,
            number_kind=value.number_kind,
            year=value.year,
        )
        yield _Number(
            texts[coding.revision_uid],
            coding.start_char or 0,
            coding.end_char or 0,
            coding.coder_uid,
            coding.uid,
            study.tree.codes[study.tree.at[coding.code_uid]],
            said,
        )


def _pairs(study: Study, found: Sequence[_Number]) -> Iterator[Contradiction]:
    seen: set[tuple[object, ...]] = set()
    for one, other in combinations(found, 2):
        if _is_one_place(one, other):
            continue
        text = _clash(study, one, other)
        key = (text, one.what, other.what) if text else ()
        if text is not None and key not in seen:
            seen.add(key)
            yield Contradiction(Check.NUMBER, text, (one.side(study), other.side(study)))


def _clash(study: Study, one: _Number, other: _Number) -> Bilingual | None:
    name = study.documents[one.document].name
    year = f" ({one.value.year})" if one.value.year else ""
    if one.what == other.what:
        known = bool(one.what[0]) and one.code == other.code
        if not known or one.bounds == other.bounds:
            return None
        first, second = numbered(one.value), numbered(other.value)
        return told("number", names=name, what=one.value.object, year=year, one=first, other=second)
    objects = one.what[0], other.what[0]
    same = one.what[1:] == other.what[1:] and one.bounds == other.bounds
    if not year or not all(objects) or objects[0] == objects[1] or not same:
        return None
    amount = numbered(replace(one.value, object=None, year=None))
    what, also = f"“{one.value.object}”", f"“{other.value.object}”"
    return told("object", names=name, one=amount, year=year, what=what, other=also)


def _is_one_place(one: _Number, other: _Number) -> bool:
    """Tell whether two coders coded one passage: then they differ, the document does not."""
    overlap = one.start < other.end and other.start < one.end
    return one.document == other.document and overlap and one.coder_uid != other.coder_uid


def _shares(study: Study, found: Sequence[_Number]) -> Iterator[Contradiction]:
    """Yield exact shares of one whole that add up to more than all of it."""
    wholes: dict[tuple[int, str, str, str], dict[str, _Number]] = defaultdict(dict)
    for number in found:
        what, unit, base, kind = number.what
        exact = number.bounds[0] is not None and number.bounds[0] == number.bounds[1]
        if unit in PERCENT and what and exact and kind in ("", "exact", "share"):
            key = number.document, number.coder_uid, number.code.uid, base
            wholes[key].setdefault(what, number)
    for (document, *_), parts in wholes.items():
        total = sum((part.value.value_min or Decimal(0) for part in parts.values()), Decimal(0))
        if total > 100:
            text = told(
                "shares_sum",
                names=study.documents[document].name,
                n=Bilingual(dutch_number(total), f"{total:f}"),
            )
            sides = tuple(part.side(study) for part in parts.values())
            yield Contradiction(Check.SUM, text, sides)
