"""Undoable acts on the contents of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.headings import Heading
from qualcode_app.services.texts import sections
from qualcode_app.services.texts.sections import NewSection, Said, SectionRow
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class ChangeSections(Step):
    """Give headings another title or level."""

    def __init__(
        self,
        workspace: Workspace,
        revision_uid: str,
        rows: Sequence[SectionRow],
        after: Mapping[str, Said],
    ) -> None:
        text = translate("undo", "Heading {title} changed\nchanging heading {title}")
        super().__init__(text.format(title=rows[0].title), _where(revision_uid, rows[0]))
        self._workspace = workspace
        self._before = {row.uid: Said(row.title, row.level, row.origin) for row in rows}
        self._after = dict(after)

    def redo(self) -> None:
        """Give the new titles and levels."""
        self._set(self._after)

    def undo(self) -> None:
        """Give the old ones back."""
        self._set(self._before)

    def _set(self, said: Mapping[str, Said]) -> None:
        if self._workspace.write(sections.change, said) is None:
            self.setObsolete(True)


class AddSection(Step):
    """Make a place of the text a heading."""

    def __init__(self, workspace: Workspace, new: NewSection) -> None:
        text = translate("undo", "Heading {title} added\nadding heading {title}")
        where = Where(
            revision_uid=new.revision_uid,
            anchor=_heading(new.start, new.title),
            section_uid=new.uid,
        )
        super().__init__(text.format(title=new.title), where)
        self._workspace = workspace
        self._new = new

    def redo(self) -> None:
        """Add the heading."""
        if self._workspace.write(sections.add, self._new) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take it out again."""
        if self._workspace.write(sections.remove, self._new.uid) is None:
            self.setObsolete(True)


class RemoveSection(Step):
    """Take a heading out of the contents; undo puts back the very same one."""

    def __init__(self, workspace: Workspace, revision_uid: str, row: SectionRow) -> None:
        text = translate("undo", "Heading {title} removed\nremoving heading {title}")
        super().__init__(text.format(title=row.title), _where(revision_uid, row))
        self._workspace = workspace
        self._kept = workspace.read(sections.keep, row.uid)

    def redo(self) -> None:
        """Take the heading out."""
        if self._workspace.write(sections.remove, self._kept.uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put the heading back."""
        if self._workspace.write(sections.put_back, self._kept) is None:
            self.setObsolete(True)


class ReplaceSections(Step):
    """Put headings that were found in the place of all there are."""

    def __init__(
        self, workspace: Workspace, revision_uid: str, found: Sequence[Heading], title: str
    ) -> None:
        text = translate("undo", "Headings of {title} found\nheadings of {title}")
        super().__init__(text.format(title=title), Where(revision_uid=revision_uid))
        self._workspace = workspace
        self._revision_uid = revision_uid
        self._found = tuple(found)
        self._kept = workspace.read(sections.kept, revision_uid)

    def redo(self) -> None:
        """Take over what was found."""
        done = self._workspace.write(sections.replace_all, self._revision_uid, self._found)
        if done is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put back what was there."""
        if self._workspace.write(sections.restore, self._revision_uid, self._kept) is None:
            self.setObsolete(True)


def _where(revision_uid: str, row: SectionRow) -> Where:
    anchor = _heading(row.anchor.start, row.title)
    return Where(revision_uid=revision_uid, anchor=anchor, section_uid=row.uid)


def _heading(start: int, title: str) -> TextAnchor:
    return TextAnchor(start, start + max(len(title), 1))
