"""Findings about numbers as sentences to copy, in Dutch and English, always with n and N."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan

from qualcode_app.domain.figures import amount, bounds
from qualcode_app.services.analysis.number_answers import Asked, Found, NumberAnswer
from qualcode_app.services.analysis.sentences import SMALL, Says, joined
from qualcode_app.services.analysis.values import NumberRow

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "listed": (
            "In {n} van de {of} gelezen documenten{where} staat een getal over {what}: {parts}."
        ),
        "highest": "Het hoogste getal over {what}{where} staat in {parts}, {among}.",
        "lowest": "Het laagste getal over {what}{where} staat in {parts}, {among}.",
        "among": "van de {k} documenten met zo'n getal ({of} gelezen)",
        "several": (
            "In {n} van de {k} documenten{where} met een getal over {what} staat er meer dan een: "
            "{parts}."
        ),
        "no_several": (
            "In geen van de {k} documenten{where} met een getal over {what} staat er meer dan een."
        ),
        "groups": "Getallen over {what}{where} per groep: {parts}.",
        "group": "{label} mediaan {median} ({n} van {of}: {parts})",
        "empty": "{label} geen ({n} van {of})",
        "years": "Doeljaren{where}: {parts}.",
        "years_of": "{label}: {parts} ({n} van {of} gelezen documenten)",
        "no_years": "Bij geen van deze getallen{where} staat een jaar.",
        "in": "{years} in {names}",
        "page": "blz. {page}",
        "target": "in {years}",
        "small": "Groepen met minder dan {k} gelezen documenten: {groups}.",
    },
    "en": {
        "listed": "{n} of the {of} documents read{where} give a number for {what}: {parts}.",
        "highest": "The highest number for {what}{where} is in {parts}, {among}.",
        "lowest": "The lowest number for {what}{where} is in {parts}, {among}.",
        "among": "of the {k} documents with such a number ({of} read)",
        "several": (
            "{n} of the {k} documents{where} with a number for {what} give more than one: {parts}."
        ),
        "no_several": (
            "None of the {k} documents{where} with a number for {what} gives more than one."
        ),
        "groups": "Numbers for {what}{where} by group: {parts}.",
        "group": "{label} median {median} ({n} of {of}: {parts})",
        "empty": "{label} none ({n} of {of})",
        "years": "Target years{where}: {parts}.",
        "years_of": "{label}: {parts} ({n} of {of} documents read)",
        "no_years": "None of these numbers{where} has a year.",
        "in": "{years} in {names}",
        "page": "p. {page}",
        "target": "in {years}",
        "small": "Groups with fewer than {k} documents read: {groups}.",
    },
}


def sentence(answer: NumberAnswer, language: str = "nl") -> str:
    """Return a finding as text: first what was found, then what is not known."""
    says = _NumbersSay(answer, language)
    match answer.asked:
        case Asked.GROUPS:
            told = says.groups()
        case Asked.YEARS:
            told = says.years()
        case Asked.SEVERAL:
            told = says.several()
        case Asked.HIGHEST | Asked.LOWEST:
            told = says.extreme()
        case Asked.LISTED:
            told = says.listed()
    return " ".join([told, *says.small(), *says.doubts()])


def doubts(answer: NumberAnswer, language: str = "nl") -> list[str]:
    """Return what does not count in N of a finding and why, a sentence each."""
    return _NumbersSay(answer, language).doubts()


def small_groups(groups: Sequence[str], language: str = "nl") -> list[str]:
    """Return a sentence on groups of which few documents were read; nothing without any."""
    if not groups:
        return []
    return [WORDS[language]["small"].format(k=SMALL, groups=joined(groups, language))]


class _NumbersSay:
    """The parts of a finding about numbers in one language."""

    def __init__(self, answer: NumberAnswer, language: str) -> None:
        self.answer = answer
        self.language = language
        self.words = WORDS[language]
        self.says = Says(answer.answer, language)
        self.what = self.says.quoted(answer.what)
        self.where = self.says.where()

    def listed(self) -> str:
        """Return each document with its numbers."""
        (one,) = self.answer.found
        return self.words["listed"].format(
            n=one.line.n,
            of=one.line.of,
            where=self.where,
            what=self.what,
            parts=self._by_document(one.rows),
        )

    def extreme(self) -> str:
        """Return who gives the highest or the lowest."""
        (one,) = self.answer.found
        among = self.words["among"].format(k=self.answer.n_with, of=one.line.of)
        return self.words[self.answer.asked.value].format(
            what=self.what,
            where=self.where,
            parts=self._by_document(one.rows, pages=True),
            among=among,
        )

    def several(self) -> str:
        """Return in which documents there is more than one number."""
        form = "several" if self.answer.found else "no_several"
        parts = "; ".join(self._by_document(one.rows, pages=True) for one in self.answer.found)
        return self.words[form].format(
            n=len(self.answer.found),
            k=self.answer.n_with,
            where=self.where,
            what=self.what,
            parts=parts,
        )

    def groups(self) -> str:
        """Return the median of each group, and the numbers it is of."""
        parts = [
            self.words["empty" if isnan(one.median) else "group"].format(
                label=self.says.label(one.line.label),
                median=amount(one.median, self.language),
                n=one.line.n,
                of=one.line.of,
                parts=self._by_document(one.rows),
            )
            for one in self.answer.found
        ]
        return self.words["groups"].format(what=self.what, where=self.where, parts="; ".join(parts))

    def years(self) -> str:
        """Return which year is aimed at by whom, thing by thing."""
        if not self.answer.found:
            return self.words["no_years"].format(where=self.where)
        parts = [
            self.words["years_of"].format(
                label=self.says.label(one.line.label),
                parts=self._by_year(one),
                n=one.line.n,
                of=one.line.of,
            )
            for one in self.answer.found
        ]
        return self.words["years"].format(where=self.where, parts="; ".join(parts))

    def small(self) -> list[str]:
        """Return which groups are small."""
        if self.answer.asked != Asked.GROUPS:
            return []
        lines = [one.line for one in self.answer.found]
        small = [f"{self.says.label(line.label)} ({line.of})" for line in lines if line.of < SMALL]
        return small_groups(small, self.language)

    def doubts(self) -> list[str]:
        """Return what does not count in N and why."""
        return self.says.doubts(*(one.line for one in self.answer.found))

    def _by_document(self, rows: Sequence[NumberRow], *, pages: bool = False) -> str:
        """Return numbers behind the name of their document."""
        named: dict[str, list[str]] = {}
        for row in rows:
            more = []
            if row.value.year is not None:
                more.append(self.words["target"].format(years=row.value.year))
            if pages:
                more.append(self.words["page"].format(page=row.coding.page_label))
            said = row.amount(self.language)
            named.setdefault(row.name, []).append(f"{said} ({', '.join(more)})" if more else said)
        parts = [f"{name} {joined(said, self.language)}" for name, said in named.items()]
        several = any(len(said) > 1 for said in named.values())
        return "; ".join(parts) if several else joined(parts, self.language)

    def _by_year(self, found: Found) -> str:
        named: dict[str, list[str]] = {}
        for row in sorted(found.rows, key=lambda row: row.years or ()):
            if row.years is not None:
                years = bounds(*row.years, self.language, years=True)
                named.setdefault(years, []).append(row.name)
        parts = [
            self.words["in"].format(
                years=years, names=joined(list(dict.fromkeys(names)), self.language)
            )
            for years, names in named.items()
        ]
        return joined(parts, self.language)
