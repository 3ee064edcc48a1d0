"""What a command says of a refusal, in the language of its user."""

from __future__ import annotations

import locale
from functools import cache
from xml.etree import ElementTree

from qualcode_app import paths
from qualcode_app.domain.errors import Bilingual, QualcodeError
from qualcode_app.settings import Settings

LANGUAGES = ("nl", "en")


def language_of_user() -> str:
    """Return the language chosen in the settings of the window, or that of the system."""
    chosen = Settings.load().language
    if chosen in LANGUAGES:
        return chosen
    system = locale.getlocale()[0] or ""
    return "nl" if system.startswith(("nl", "Dutch")) else "en"


def error_sentence(error: QualcodeError, language: str) -> str:
    """Return what went wrong as a sentence for the user."""
    said = _dutch().get(error.sentence, error.sentence) if language == "nl" else error.sentence
    if not error.values:
        return said
    return said.format(**{name: _plain(value, language) for name, value in error.values.items()})


def _plain(value: object, language: str) -> object:
    """Return a value as a sentence shows it; what has a format of its own is left alone."""
    if isinstance(value, QualcodeError):
        return error_sentence(value, language)
    if isinstance(value, Bilingual):
        return value.of(language)
    if isinstance(value, list | tuple):
        return ", ".join(str(_plain(item, language)) for item in value)
    return value


@cache
def _dutch() -> dict[str, str]:
    """Return the sentences of errors; the window has them compiled, which only Qt can read."""
    tree = ElementTree.parse(paths.resources() / "i18n" / "qualcode_nl.ts")  # noqa: S314  our own
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in tree.iterfind("./context[name='errors']/message")
    }
