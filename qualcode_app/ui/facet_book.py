"""The facets of the open project as the window uses them, kept until the codebook changes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from qualcode_app.domain import facets as rules
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.facets import CodeTraits, Facet, FacetOption, Question, Values
from qualcode_app.services.coding import facets
from qualcode_app.ui.wording import in_language, label
from qualcode_app.ui.workspace import Workspace

UNKNOWN = CodeTraits("")


class Valued(Protocol):
    """Something that a code and facet values are said of: a coding, or a draft of one."""

    @property
    def code_uid(self) -> str:
        """The code."""

    @property
    def values(self) -> Values:
        """What is said of its facets."""


class FacetBook(QObject):
    """Answers what is asked on a coding, and how its values are called."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.facets: list[Facet] = []
        self._traits: dict[str, CodeTraits] = {}
        self._missing: dict[tuple[str, Values], frozenset[str]] = {}
        workspace.changed.connect(self._on_workspace_changed)
        self._read()

    def traits(self, code_uid: str) -> CodeTraits:
        """Return what of a code decides which facets are asked."""
        return self._traits.get(code_uid, UNKNOWN)

    def questions(self, row: Valued) -> list[Question]:
        """Return what is asked on a coding."""
        return rules.questions(self.facets, self.traits(row.code_uid), row.values)

    def missing(self, row: Valued) -> frozenset[str]:
        """Return the required facets a coding has no answer to; most codings are alike."""
        key = (row.code_uid, row.values)
        found = self._missing.get(key)
        if found is None:
            found = rules.missing(self.facets, self.traits(row.code_uid), row.values)
            self._missing[key] = found
        return found

    def toggled(self, row: Valued, facet: Facet, key: str) -> Values:
        """Return the values of a coding after choosing an option, or choosing it off."""
        return rules.toggled(self.facets, self.traits(row.code_uid), row.values, facet, key)

    def proposed(self, row: Valued) -> Values:
        """Return what the side of the code gave a coding when it was made."""
        return rules.defaults(self.facets, self.traits(row.code_uid))

    def fitting(self, row: Valued) -> Values:
        """Return the values that are still asked with the code."""
        return rules.fitting(self.facets, self.traits(row.code_uid), row.values)

    def option_words(self, option: FacetOption, code_uid: str) -> str:
        """Return how an option is called on this code, in the window's language."""
        return in_language(*rules.option_label(option, self.traits(code_uid)))

    def words(self, row: Valued, facet: Facet) -> str:
        """Return what a coding says of a facet, for one cell of a list."""
        said = []
        for value in row.values:
            if value.facet_uid != facet.uid:
                continue
            option = facet.option(value.option_key)
            if facet.kind == "number":
                said.append(rules.numbered(value))
            elif facet.kind == "text":
                said.append(value.text or "")
            elif option is not None:
                is_step = facet.kind == "ordinal" and option.key.isdecimal()
                said.append(option.key if is_step else self.option_words(option, row.code_uid))
        return ", ".join(said)

    def summary(self, row: Valued) -> str:
        """Return all that is said of facets, in their order: measure, with the source, 2."""
        said = [
            f"{self.name(facet)} {words}" if facet.kind in {"ordinal", "number"} else words
            for facet in self.facets
            if (words := self.words(row, facet))
        ]
        return ", ".join(said)

    def name(self, facet: Facet) -> str:
        """Return the name of a facet in the window's language."""
        return label(facet)

    def _read(self) -> None:
        self._missing.clear()
        if self._workspace.project is not None:
            self.facets = self._workspace.read(facets.rows)
            self._traits = self._workspace.read(facets.traits)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.FACET, Kind.CODEBOOK, Kind.CODE):
            self._read()
            self.changed.emit()
