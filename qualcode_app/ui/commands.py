"""All actions as a list to search: what each is called, where it stands, its keys, why not now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from qualcode_app.domain.folding import fold
from qualcode_app.ui import menus
from qualcode_app.ui.actions import TABLE, Actions
from qualcode_app.ui.project_actions import NEEDS_PROJECT
from qualcode_app.ui.wording import translate

NOT_FOUND = 9


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the command palette."""

    name: str  # of the action
    title: str
    menu: str  # the title of its menu, empty where it has none
    keys: str  # as written on this system
    reason: str = ""  # why it cannot be done now; empty if it can
    is_on: bool = False
    english: str = ""  # so that what an English text calls it is found too


def listed(actions: Actions, *, has_project: bool) -> list[Command]:
    """Return a command for every action of the table, in its order."""
    in_menu = menus.paths()
    found = []
    for spec in TABLE:
        action = actions[spec.name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        reason = "" if action.isEnabled() else _reason(spec.name, has_project=has_project)
        found.append(
            Command(
                spec.name,
                action.text().rstrip("…"),
                in_menu.get(spec.name, ""),
                keys,
                reason,
                action.isChecked(),
                spec.text,
            )
        )
    return found


def find(commands: Iterable[Command], typed: str, recent: Sequence[str] = ()) -> list[Command]:
    """Return the commands that fit, best first.

    Ranks: start of the title, start of its words, inside the title or its menu, its keys, its
    English name; then what can be done, then what was done last, then the order of the table.
    """
    words = fold(typed).split()
    place = {name: number for number, name in enumerate(recent)}
    ranked = []
    for number, command in enumerate(commands):
        rank = _rank(command, words)
        if rank < NOT_FOUND:
            at = place.get(command.name, len(place))
            ranked.append(((rank, bool(command.reason), at, number), command))
    ranked.sort(key=lambda pair: pair[0])
    return [command for _, command in ranked]


def _rank(command: Command, words: list[str]) -> int:
    if not words:
        return 0
    title = f" {fold(command.title)}"
    if title.startswith(" " + " ".join(words)):
        return 0
    if all(f" {word}" in title for word in words):
        return 1
    if all(word in f"{title} {fold(command.menu)}" for word in words):
        return 2
    if "".join(words) == fold(command.keys):
        return 3
    if all(f" {word}" in f" {fold(command.english)}" for word in words):
        return 4
    return NOT_FOUND


def _reason(name: str, *, has_project: bool) -> str:
    if not has_project and name in NEEDS_PROJECT:
        return translate("commands", "Open a project first")
    known = {
        "undo": translate("commands", "There is nothing to undo"),
        "redo": translate("commands", "Nothing was undone"),
        "live_agreement": translate("commands", "Not in a file for blind coding"),
    }
    return known.get(name, translate("commands", "Not possible at this place"))
