"""The headings of groups in a list of codings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.coding.coding_order import MEMBER, Group, GroupBy, Key
from qualcode_app.ui.wording import count, in_language

HEAD_SIZE = 2  # the key of a heading: its group, and whether it stands before or behind


@dataclass(frozen=True)
class GroupHeads:
    """What a list is grouped by, and how its groups are called."""

    by: GroupBy = ""
    names: Mapping[int, Group] = field(default_factory=dict)

    def head(self, group: int, *, descending: bool) -> Key:
        """Return the key of a group's heading; in a list turned around it sorts behind."""
        return (group, MEMBER + 1 if descending else MEMBER - 1)

    def words(self, group: int, n_codings: int) -> str:
        """Return what the heading of a group says."""
        known = self.names.get(group)
        if known is None:
            name = QCoreApplication.translate("codings", "Not in the codebook any more")
        else:
            name = f"{known.key} {in_language(known.label_nl, known.label_en)}".strip()
        return f"{name} ({count(n_codings)})"
