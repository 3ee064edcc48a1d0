"""Everything a user or a file can cause, each told in one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A value of a sentence that has a word in each language, such as the label of a theme."""

    label_nl: str
    label_en: str

    def __str__(self) -> str:
        return self.label_en or self.label_nl

    def of(self, language: str) -> str:
        """Return the word of a language, or of the other where there is none."""
        first, second = self.label_nl, self.label_en
        return (first or second) if language == "nl" else (second or first)


class QualcodeError(Exception):
    """Something the user can understand and mend.

    The sentence is a template that the window looks up in the user's language before it
    fills in the values, so it must be a literal, as in
    `UnknownRecord("There is no code {key}.", key=key)`. It says what is wrong, why, and what
    to do.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return self.sentence.format(**self.values) if self.values else self.sentence

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.sentence, self.values)


def _rebuild(kind: type[QualcodeError], sentence: str, values: dict[str, object]) -> QualcodeError:
    return kind(sentence, **values)


class Cancelled(Exception):
    """The user asked a running job to stop; nothing was changed."""


class InvalidAnchor(QualcodeError):
    """A place that is not in the text."""


class UnknownRecord(QualcodeError):
    """Something asked for is not in this project."""


class DuplicateCoding(QualcodeError):
    """The coder already put this code on this very place."""


class RefusedChange(QualcodeError):
    """A change that would break a rule of the project."""


class TooFewCoders(RefusedChange):
    """What compares coders needs the work of two."""


class UnreadableDocument(QualcodeError):
    """A PDF that cannot be imported."""


class PasswordNeeded(UnreadableDocument):
    """A PDF that opens only with its password."""


class NotInstalled(QualcodeError):
    """Another program that is needed and is not on this computer."""


class UnreadableProject(QualcodeError):
    """A file that is no project, is damaged, or comes from a newer program."""


class ProjectInUse(QualcodeError):
    """Another program holds the project."""


class CheckNeeded(QualcodeError):
    """A large project has to be looked at before it opens, which takes longer than an act may."""


class UnreadableTable(QualcodeError):
    """A csv, spreadsheet or codebook file that does not hold what it should."""


class CannotWrite(QualcodeError):
    """A file or folder that cannot be written."""


class FolderRefuses(CannotWrite):
    """The folder of a project cannot be written, but the project can still be read."""


class ProjectGone(CannotWrite):
    """The open project is not where it was, but can still be read."""
