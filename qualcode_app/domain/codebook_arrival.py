"""A codebook from another program, with everything that was mended or lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.domain.errors import QualcodeError


class Mended(QualcodeError):
    """Something in a file that breaks the rules and was read all the same."""


class Lost(QualcodeError):
    """Something in a file that did not come along."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a file that is not as it should be, and what was made of it."""

    line: int
    said: Mended | Lost

    @property
    def is_loss(self) -> bool:
        """Whether something of the file did not come along."""
        return isinstance(self.said, Lost)

    def __str__(self) -> str:
        return f"{self.line}: {self.said}"


@dataclass(frozen=True, slots=True)
class Origin:
    """What another program calls a code, kept so that it knows the code again."""

    guid: str
    is_codable: bool = True


@dataclass(frozen=True, slots=True)
class CodeSet:
    """A named group of codes."""

    name: str
    guid: str
    members: tuple[str, ...]  # keys of codes


@dataclass(frozen=True, slots=True)
class ArrivedCodebook:
    """A codebook as read; `origins` by key of the code, empty for our own formats."""

    book: CodebookFile
    origins: Mapping[str, Origin] = field(default_factory=dict)
    sets: tuple[CodeSet, ...] = ()
    findings: tuple[Finding, ...] = ()
