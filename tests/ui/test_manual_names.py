"""What the manual calls by name is called so in the window, in both languages."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from qualcode_app.domain import terms
from qualcode_app.ui import manual, menus
from qualcode_app.ui.actions import TABLE
from qualcode_app.ui.manual import ManualPage
from qualcode_app.ui.wording import translate

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "i18n.py"
EMPHASIS = re.compile(r"(?<![*\w])\*([^*\n`]+(?:\n[^*\n`]+)?)\*(?![*\w])")
TYPED = re.compile(r"`([^`]+)`")
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9,]|F\d{1,2}|Enter|Esc|Backspace|Delete)")
OTHER_KEYS = {
    "Enter",
    "Ctrl+Enter",
    "Esc",
    "F",
    "E",
    "X",
    "N",
    "B",
    "1",
    "2",
    "3",
    "8",
    "0",
    "Alt+N",
    "Alt+V",
}
OWN_NAMES = {"QualCode", "Unknown coder"}  # the same in every language
SOURCES = {"Sources", "Bronnen"}  # titles of journals and books stand there


@pytest.fixture(scope="module")
def said() -> dict[str, set[str]]:
    """All that the window says, by language."""
    spec = importlib.util.spec_from_file_location("i18n", SCRIPT)
    i18n = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(i18n)
    english, dutch = [*terms.DUTCH], [*terms.DUTCH.values()]  # headings of sheets
    for (_, source), message in i18n.messages("nl").items():
        english.append(source)
        dutch += message.find("translation").itertext()
    return {
        language: {name for text in texts for name in (_plain(text), _stem(text))}
        for language, texts in (("en", english), ("nl", dutch))
    }


def _stem(text: str) -> str:
    """Return what stands before an addition: Who has it (all of these)."""
    return _plain(re.split(r" \(|, | \{", text)[0])


def _plain(words: str) -> str:
    """Return a name without what a text leaves out: dots, ampersand, line ends, capitals."""
    words = re.sub(r"\s+", " ", words).strip().rstrip("….:").replace("&", "")
    return words.replace("'", "’").strip().casefold()


def _named(page: ManualPage) -> list[str]:
    """Return what stands in italics and begins with a capital: names of the window."""
    text = page.text
    for heading in SOURCES:
        text = text.partition(f"## {heading}\n")[0]
    found = [re.sub(r"\s+", " ", words) for words in EMPHASIS.findall(text)]
    return [words for words in found if words[0].isupper() and words not in OWN_NAMES]


def _menu_words() -> dict[str, set[str]]:
    """Return the plain names of the entries by the plain title of their menu."""
    texts = {spec.name: _plain(translate("actions", spec.text)) for spec in TABLE}
    found: dict[str, set[str]] = {}
    for name, title in menus.paths().items():
        found.setdefault(_plain(title), set()).add(texts[name])
    return found


@pytest.mark.parametrize("chosen", ["en", "nl"])
def test_every_menu_and_entry_of_the_manual_is_there(qapp, language, theme, chosen, said):
    language.choose(chosen)
    there = _menu_words()
    below = said[chosen].difference(*there.values())  # menus within menus, filled as work goes on
    wrong = []
    for page in manual.pages(chosen):
        text = page.text.replace("\n> ", " ").replace("\n", " ")
        for closed in (r"\*(\w+) > ([^*]+)\*", r"\((\w+) > ([^)]+)\)", r"[ (](\w+) > ([^*>.:;(]+)"):
            for menu, entry in re.findall(closed, text):
                entries = there.get(_plain(menu), set())
                named = _plain(entry)
                is_open = closed.endswith("+)")  # what follows is not told apart
                fits = [named in below and _plain(menu) in there]
                fits += [named == name or (is_open and named.startswith(name)) for name in entries]
                if not any(fits):
                    wrong.append((page.key, menu, entry))
    assert wrong == []


@pytest.mark.parametrize("chosen", ["en", "nl"])
def test_every_name_in_italics_is_said_by_the_window(said, chosen):
    wrong = [
        (page.key, words)
        for page in manual.pages(chosen)
        for words in _named(page)
        if " > " not in words and _plain(words) not in said[chosen]
    ]
    assert wrong == []


@pytest.mark.parametrize("chosen", ["en", "nl"])
def test_every_key_of_the_manual_is_a_key_of_the_window(chosen):
    keys = {key for spec in TABLE for key in spec.keys} | OTHER_KEYS
    wrong = [
        (page.key, typed)
        for page in manual.pages(chosen)
        for typed in TYPED.findall(page.text)
        if KEY.fullmatch(typed) and typed not in keys
    ]
    assert wrong == []
