"""The keys of a window's actions: those of the table, or those that a user chose instead."""

from __future__ import annotations

import re

from PySide6.QtGui import QKeySequence

from qualcode_app.settings import Settings
from qualcode_app.ui.actions import SPECS, Actions, Scope
from qualcode_app.ui.wording import key_name

ON_THE_PAGE = {Scope.PAGE, Scope.CODINGS}  # the focus can be where both count
WITHOUT_TYPING = {"Ctrl", "Alt", "Meta"}
FUNCTION_KEY = re.compile(r"F\d+")


def count_together(one: Scope, other: Scope) -> bool:
    """Return whether keys of both scopes can count at the same place."""
    if one == other or Scope.EVERYWHERE in {one, other}:
        return True
    return {one, other} == ON_THE_PAGE


def types_something(key: str) -> bool:
    """Return whether a key, alone or with Shift, writes or edits in a text field."""
    *modifiers, last = key.split("+")
    return bool(last) and not WITHOUT_TYPING & {*modifiers} and not FUNCTION_KEY.fullmatch(last)


def with_keys(actions: Actions, words: str, **values: object) -> str:
    """Fill in a sentence the keys that acts have now, where it names these: "press {split}".

    An act without a key is called by its name in the menu.
    """
    return words.format_map(_Keys(actions, values))


class _Keys(dict[str, object]):
    """The values of a sentence, and for names that are not among them the keys of acts."""

    def __init__(self, actions: Actions, values: dict[str, object]) -> None:
        super().__init__(values)
        self._actions = actions

    def __missing__(self, name: str) -> str:
        action = self._actions[name]
        key = key_name(_plain(action.shortcut())).replace("Return", "Enter")
        return key or f"“{action.text()}”"


class Shortcuts:
    """Gives actions other keys and keeps them in the settings."""

    def __init__(self, actions: Actions, settings: Settings) -> None:
        self._actions = actions
        self._settings = settings
        for name, keys in settings.shortcuts.items():
            if name in SPECS and isinstance(keys, list):  # the file may be of another version
                actions.set_keys(name, [key for key in keys if isinstance(key, str)])

    def keys(self, name: str) -> list[str]:
        """Return the keys of an action in a form that does not depend on the system."""
        return [_plain(key) for key in self._actions[name].shortcuts()]

    def is_own(self, name: str) -> bool:
        """Whether an action has other keys than the table gives it."""
        return name in self._settings.shortcuts

    def clash(self, name: str, key: str) -> str | None:
        """Return the other action that has a key where this one would have it."""
        wanted = _plain(QKeySequence(key))
        scope = SPECS[name].scope
        for other, spec in SPECS.items():
            if other != name and count_together(scope, spec.scope) and wanted in self.keys(other):
                return other
        return None

    def give(self, name: str, key: str) -> None:
        """Give an action one key; an empty one leaves it without."""
        self._set(name, _with_keypad(_plain(QKeySequence(key))) if key else [])

    def take_over(self, name: str, key: str) -> None:
        """Give an action a key and take it off every other that has it at the same place."""
        while (other := self.clash(name, key)) is not None:
            gone = _plain(QKeySequence(key))
            self._set(other, [each for each in self.keys(other) if each != gone])
        self.give(name, key)

    def reset(self, name: str) -> str | None:
        """Give an action its usual keys; returns the action that has one of them now, if any."""
        usual = list(SPECS[name].keys)
        for key in usual:
            if (other := self.clash(name, key)) is not None:
                return other
        self._set(name, usual)
        return None

    def reset_all(self) -> None:
        """Give every action its usual keys."""
        own = list(self._settings.shortcuts)
        self._settings.shortcuts.clear()
        for name in own:
            if name in SPECS:
                self._actions.set_keys(name, SPECS[name].keys)
        self._settings.save()

    def _set(self, name: str, keys: list[str]) -> None:
        if keys == [_plain(QKeySequence(key)) for key in SPECS[name].keys]:
            self._settings.shortcuts.pop(name, None)
        else:
            self._settings.shortcuts[name] = keys
        self._actions.set_keys(name, keys)
        self._settings.save()


def _plain(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)


def _with_keypad(key: str) -> list[str]:
    """Return a key, with the Enter of the number pad beside the other one."""
    if key.endswith("Return"):
        return [key, key.removesuffix("Return") + "Enter"]
    return [key]
