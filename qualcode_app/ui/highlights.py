"""From codings and documents of the project to what the page view shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui.item_models.codings_table import code_label
from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.source import PageSource
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.workspace import Workspace

PATTERNS = ("solid", "dashed", "dotted", "hollow")
NOT_RUNNING = ("running_head", "page_number", "footnote")
PAGE_ROLES = (
    "page_backdrop",
    "page",
    "page_text",
    "line",
    "line_strong",
    "text",
    "text_muted",
    "accent_soft",
    "on_accent_soft",
    "selection",
    "focus",
    "find_hit",
    "find_current",
    "warning_soft",
    "warning",
)


@dataclass(frozen=True, slots=True)
class StripeLook:
    """What the colour of stripes stands for: code, coder or family."""

    by: str = "code"
    coder_uids: tuple[str, ...] = ()  # in the order of the project


BY_CODE = StripeLook()


def _stripe(row: CodingRow, theme: Theme, look: StripeLook) -> tuple[str, str]:
    """Return colour and pattern; from the fourth coder on patterns tell the colours apart."""
    if look.by == "coder" and row.coder_uid in look.coder_uids:
        position = look.coder_uids.index(row.coder_uid)
        pattern = PATTERNS[position // 3 % len(PATTERNS)]
        return theme.coder_colour(position).name(), pattern
    colour = row.colour
    if look.by == "family" and not colour.startswith("#"):
        colour = colour.partition(":")[0]  # the first colour of the family's slot
    return theme.code_colours(colour).stripe.name(), "solid"


def page_colours(theme: Theme) -> PageColours:
    """Return the colours the page view asks for."""
    roles: dict[str, Any] = {role: theme.colour(role).name() for role in PAGE_ROLES}
    return PageColours(**roles, tints_shown=theme.name != "high_contrast")


def page_source(workspace: Workspace, row: DocumentRow) -> PageSource:
    """Return a document as the page view reads it; boxes and bytes are read when asked for."""
    revision = row.revision_uid
    regions = workspace.read(documents.regions, revision)
    return PageSource(
        uid=row.uid,
        title=row.title,
        pages=workspace.read(documents.pages, revision),
        text=workspace.read(documents.text, revision),
        boxes=lambda number: workspace.read(documents.boxes, revision, number),
        content=lambda: workspace.read(documents.content, row.uid),
        sentences=workspace.read(documents.units, revision, "sentence", "item"),
        paragraphs=workspace.read(documents.units, revision, "paragraph"),
        skipped=tuple(
            TextAnchor(region.start, region.end) for region in regions if region.kind in NOT_RUNNING
        ),
    )


def highlight(row: CodingRow, theme: Theme, look: StripeLook = BY_CODE) -> Highlight:
    """Return a coding as the page shows it."""
    colours = theme.code_colours(row.colour)
    stripe, pattern = _stripe(row, theme, look)
    return Highlight(
        uid=row.uid,
        anchor=row.anchor if row.area is None else None,
        area=row.area,
        holes=row.holes,
        stripe=stripe,
        pattern=pattern,
        tint=colours.tint.name(),
        key=row.code_key,
        label=code_label(row),
        coder_initials=row.coder_initials,
        is_primary=row.is_primary,
        underline=colours.ink.name(),
    )
