"""Answers as sentences to copy, in Dutch and English, always with n and N."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isnan

from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.figures import number
from qualcode_app.services.analysis.quantifiers import quantifier
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Named
from qualcode_app.services.analysis.room import share
from qualcode_app.services.analysis.sentence_words import WORDS
from qualcode_app.services.analysis.wave_sentences import by_wave

MOST_ROOM = 3  # documents named that give something the most room
SMALL = 5  # groups with fewer documents that were read are pointed out


def sentence(answer: Answer, language: str = "nl") -> str:
    """Return an answer as text: first what was found, then what is not known."""
    says = Says(answer, language)
    match answer.question.kind:
        case Kind.GROUPS | Kind.VALUES:
            told = says.by_line()
        case Kind.WAVES:
            told = by_wave(says)
        case Kind.ONLY | Kind.RARE:
            told = says.sparse()
        case Kind.PROFILE:
            told = says.profile()
        case Kind.TOGETHER:
            told = [says.near(answer.line), *says.in_words(), *says.doubts(answer.line)]
        case Kind.ROOM:
            told = says.room()
        case Kind.WORDS:
            told = says.of_words(answer.line)
        case _:
            told = [says.counted(answer.line), *says.in_words(), *says.doubts(answer.line)]
    return " ".join(told)


def joined(names: Sequence[str], language: str = "nl", *, word: str = "and") -> str:
    """Return names as an enumeration: A, B en C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {WORDS[language][word]} {names[-1]}"


def names_of(found: Sequence[Named], language: str = "nl", *, at_most: int = 0) -> str:
    """Return documents as an enumeration; of more than `at_most` the rest as a number."""
    names = [one.name for one in found]
    if at_most and len(names) > at_most:
        rest = WORDS[language]["more"].format(n=len(names) - at_most)
        return f"{', '.join(names[:at_most])} {rest}"
    return joined(names, language)


def examples(answer: Answer, chosen: Sequence[str], language: str = "nl") -> str:
    """Return the finding with some documents named as examples, and how many more there are.

    Args:
        answer: Of who has it.
        chosen: Uids of the documents to name.
        language: "nl" or "en".
    """
    line, words = answer.line, WORDS[language]
    picked = [one for one in line.names if one.document_uid in chosen]
    if not picked:
        return sentence(answer, language)
    rest = len(line.names) - len(picked)
    more = " " + words["more"].format(n=rest) if rest else ""
    says = Says(answer, language)
    told = words["examples"].format(
        n=line.n,
        of=line.of,
        where=says.where(),
        what=says.what(),
        names=names_of(picked, language) + more,
    )
    return " ".join([told, *says.in_words(), *says.doubts(line)])


class Says:
    """The parts of an answer in one language."""

    def __init__(self, answer: Answer, language: str) -> None:
        self.answer = answer
        self.language = language
        self.words = WORDS[language]

    # What it is about

    def label(self, said: Bilingual) -> str:
        """Return a label in the language, or in the other where there is none."""
        return said.of(self.language)

    def quoted(self, said: Bilingual) -> str:
        """Return a label as a sentence names it."""
        return f"‘{self.label(said)}’"

    def what(self, line: Line | None = None) -> str:
        """Return the codes, with the value of a facet that is asked for."""
        kind = self.answer.question.kind
        labels = [self.quoted(one) for one in self.answer.what]
        if line is not None and len(line.code_uids) == 1 and not self.answer.what:
            labels = [self.quoted(line.label)]
        either = kind in (Kind.ANY_OF, Kind.NONE_OF)
        if len(labels) == 2 and not either:
            said = self.words["both"].format(one=labels[0], other=labels[1])
        else:
            said = joined(labels, self.language, word="or" if either else "and")
        facet = self.answer.facet
        return f"{said} ({self.label(facet)})" if facet is not None else said

    def where(self) -> str:
        """Return which documents are asked about, with a space before; empty for all."""
        said = [self.label(one) for one in self.answer.where]
        if self.answer.subjects and self.answer.question.kind not in (Kind.ONLY, Kind.PROFILE):
            said.append(self.words["of"].format(names=joined(self.answer.subjects, self.language)))
        return "".join(f" {one}" for one in said)

    # What was found

    def counted(self, line: Line) -> str:
        """Return n of N with the names, as one sentence."""
        lacks = self.answer.question.kind == Kind.NONE_OF
        return self.words[_form(line, lacks=lacks)].format(
            n=line.n,
            of=line.of,
            names=names_of(line.names, self.language),
            where=self.where(),
            what=self.what(line),
            says="says" if line.n == 1 else "say",
        )

    def in_words(self) -> list[str]:
        """Return the word for n of N by the project's own scale; nothing without one."""
        line, scale = self.answer.line, self.answer.scale
        word = quantifier(line.n, line.of, self.language, scale) if scale else ""
        return [self.words["in_words"].format(word=word, n=line.n, of=line.of)] if word else []

    def by_line(self) -> list[str]:
        """Return one finding per group or value, and which groups are small."""
        kind, words = self.answer.question.kind, self.words
        parts = [
            words["part"].format(
                label=self.label(line.label),
                n=line.n,
                of=line.of,
                names=self.word_of(line) + self._bracketed(line),
            )
            for line in self.answer.lines
        ]
        head = words["groups" if kind == Kind.GROUPS else "values"]
        told = [head.format(what=self.what(), where=self.where(), parts="; ".join(parts))]
        if kind == Kind.GROUPS:
            small = [
                f"{self.label(line.label)} ({line.of})"
                for line in self.answer.lines
                if line.of < SMALL
            ]
            if small:
                told.append(words["small"].format(k=SMALL, groups=joined(small, self.language)))
            told += self.doubts(*self.answer.lines)
        else:
            told += self.doubts(self.answer.lines[0]) if self.answer.lines else []
        return told

    def sparse(self) -> list[str]:
        """Return the codes that are rare, or here only, each with n of N and what is unknown."""
        parts = []
        rare = self.answer.question.kind == Kind.RARE
        for line in self.answer.lines:
            said = self.words["n_of"].format(n=line.n, of=line.of) + self.word_of(line)
            if rare or line.n > 1 or len(self.answer.subjects) != 1:
                said = f"{said}: {names_of(line.names, self.language)}"
            unknown = line.unread + line.coded_unread
            if unknown:
                names = names_of(unknown, self.language)
                said = f"{said}; {self.words['unknown'].format(names=names)}"
            parts.append(f"{self.quoted(line.label)} ({said})")
        subjects = joined(self.answer.subjects, self.language)
        form = ("rare" if rare else "only_in") if parts else ("no_rare" if rare else "no_only")
        subject = self.words["in_one"].format(names=subjects) if subjects else self.where()
        told = self.words[form].format(
            k=self.answer.question.at_most,
            where=self.where(),
            names=subject.strip(),
            parts=joined(parts, self.language),
        )
        return [told, *self.outside(*self.answer.lines)]

    def profile(self) -> list[str]:
        """Return what a document says something about."""
        lines = self.answer.lines
        found = sorted((line for line in lines if line.n), key=lambda line: -line.value)
        parts = [f"{self.quoted(line.label)} ({number(line.value)})" for line in found]
        of = sum(line.of > 0 for line in lines)
        form = "profile" if parts else "no_profile" if of else "unread_profile"
        told = self.words[form].format(
            names=joined(self.answer.subjects, self.language),
            n=len(found),
            of=of,
            parts=joined(parts, self.language),
        )
        asked = self.answer.question.document_uids
        outside = [
            one for one in _each(line.outside for line in lines) if one.document_uid in asked
        ]
        return [told, *self.tail("outside", self.with_reasons(outside))]

    def near(self, line: Line) -> str:
        """Return where two codes stand near each other."""
        form = _form(line, lacks=False)
        form = {
            "none": "together_none",
            "none_of_one": "together_none",
            "zero": "together_none",
        }.get(form, "together_only" if form == "only" else "together")
        if line.of == 0:
            return self.counted(line)
        one, other = self.answer.what
        question = self.answer.question
        return self.words[form].format(
            n=line.n,
            of=line.of,
            names=names_of(line.names, self.language),
            where=self.where(),
            one=self.quoted(one),
            other=self.quoted(other),
            near=self.words[question.near].format(k=question.n_words),
        )

    def room(self) -> list[str]:
        """Return how much of one document, or of the documents with most, is about something."""
        known = [line for line in self.answer.lines if line.of]
        told = []
        if len(known) == 1:
            (line,) = known
            place = self.words["room_place"].format(title=line.place) if line.place else ""
            told.append(
                self.words["room"].format(
                    share=percent(share(line), self.language),
                    name=self.label(line.label),
                    what=self.what(line),
                    n=number(line.value, 0, self.language),
                    of=number(line.of, 0, self.language),
                    place=place,
                )
            )
        elif known:
            parts = [
                f"{self.label(line.label)} ({percent(share(line), self.language)})"
                for line in known
                if line.value
            ]
            form = "rooms" if parts else "no_room"
            parts = parts[:MOST_ROOM]
            told.append(
                self.words[form].format(
                    what=self.what(), of=len(known), parts=joined(parts, self.language)
                )
            )
        return told + self.doubts(*self.answer.lines)

    def of_words(self, line: Line) -> list[str]:
        """Return in how many documents words stand."""
        where = self.where() + (self.words["in_headings"] if line.place else "")
        told = self.words["found_words" if line.n else "found_none"].format(
            words=self.label(line.label),
            n=line.n,
            of=line.of,
            where=where,
            names=names_of(line.names, self.language),
            k=int(line.value),
            times="time" if line.value == 1 else "times",
        )
        return [told, *self.in_words(), *self.tail("no_text", line.unread)]

    # What is not known

    def doubts(self, *lines: Line) -> list[str]:
        """Return what does not count in N and why, a sentence each."""
        told = self.tail("unread", _each(line.unread for line in lines))
        told += self.tail("coded_unread", _each(line.coded_unread for line in lines))
        fewer = "by_fewer" if self.answer.at_least > 1 else "not_agreed"
        told += self.tail(fewer, _each(line.by_fewer for line in lines))
        return told + self.outside(*lines)

    def outside(self, *lines: Line) -> list[str]:
        """Return which documents do not count, with the reason of each."""
        return self.tail("outside", self.with_reasons(_each(line.outside for line in lines)))

    def with_reasons(self, found: Sequence[Named]) -> list[Named]:
        """Return names, each with its reason behind it."""
        return [
            Named(one.document_uid, f"{one.name} ({one.reason})" if one.reason else one.name)
            for one in found
        ]

    def names(self, found: Sequence[Named]) -> str:
        """Return documents as an enumeration."""
        return names_of(found, self.language)

    def tail(self, form: str, found: Sequence[Named]) -> list[str]:
        """Return a sentence that names documents; none when there are none."""
        if not found:
            return []
        names = names_of(found, self.language)
        return [self.words[form].format(names=names, k=self.answer.at_least)]

    def word_of(self, line: Line) -> str:
        """Return the word for n of N after a comma; empty where the project has no scale."""
        scale = self.answer.scale
        word = quantifier(line.n, line.of, self.language, scale) if scale else ""
        return f", {word}" if word else ""

    def _bracketed(self, line: Line) -> str:
        return f" ({names_of(line.names, self.language)})" if line.names else ""


def _form(line: Line, *, lacks: bool) -> str:
    """Return which sentence fits the numbers."""
    if line.of == 0:
        return "none_read"
    found = line.n == line.of
    if found or (line.n == 0 and not line.by_fewer):
        form = "none" if found == lacks else "all"
        return f"{form}_of_one" if line.of == 1 else form
    if line.n == 0:
        return "zero_lacks" if lacks else "zero"
    if lacks:
        return "lacks"
    doubtful = line.unread or line.coded_unread or line.by_fewer
    return "only" if line.n == 1 and not doubtful else "some"


def _each(found: Iterable[Sequence[Named]]) -> list[Named]:
    """Return documents of several lines, each once."""
    known: dict[str, Named] = {}
    for part in found:
        for one in part:
            known.setdefault(one.document_uid, one)
    return list(known.values())


def percent(value: float, language: str = "nl") -> str:
    """Return a percentage in words; undefined is a dash."""
    return "–" if isnan(value) else f"{number(value, 1, language)} %"
