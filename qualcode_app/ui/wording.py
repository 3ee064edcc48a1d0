"""Words for values: errors, numbers, dates, pages and lists, in the window's language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isnan
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QKeySequence

from qualcode_app.domain.errors import Bilingual, QualcodeError
from qualcode_app.domain.extraction import Notice
from qualcode_app.ui.language import language_code

if TYPE_CHECKING:
    from qualcode_app.services.documents.citations import Citation

DASH = "–"
ABBREVIATED_FROM = 8  # letters; shorter words are left whole
_BEGINNING = re.compile(r"[^aeiouy\W]*[aeiouy]+[^aeiouy\W]+(?=\w)", re.IGNORECASE)
SIGNS = {"Return": "⏎", "Enter": "⏎"}  # on key caps, where room is scarce

translate = QCoreApplication.translate


class Labelled(Protocol):
    """Something with a label in both languages."""

    @property
    def label_nl(self) -> str:
        """The Dutch label."""

    @property
    def label_en(self) -> str:
        """The English label."""


def marked(_context: str, text: str) -> str:
    """Return the text, which the collector of translations finds here; it is translated later."""
    return text


def label(row: Labelled) -> str:
    """Return the label in the window's language, or in the other where it has none."""
    return in_language(row.label_nl, row.label_en)


def in_language(dutch: str, english: str) -> str:
    """Return the text in the window's language, or in the other where there is none."""
    return (dutch or english) if language_code() == "nl" else (english or dutch)


def error_sentence(error: BaseException) -> str:
    """Return what went wrong as a sentence for the user."""
    if not isinstance(error, QualcodeError):
        return translate("errors", "Something unexpected happened. The details say where.")
    return _filled(translate("errors", error.sentence), error.values)


def notice_sentence(notice: Notice) -> str:
    """Return what to mind after an import that went well otherwise."""
    return _filled(translate("errors", notice.sentence), notice.values)


def _filled(template: str, values: Mapping[str, object]) -> str:
    if not values:
        return template
    return template.format(**{name: _plain(value) for name, value in values.items()})


def _plain(value: object) -> object:
    """Return a value as a sentence shows it; what has a format of its own is left alone."""
    if isinstance(value, QualcodeError):
        return error_sentence(value)
    if isinstance(value, Bilingual):
        return label(value)
    if isinstance(value, list | tuple):
        return listing([str(_plain(item)) for item in value])
    return value


def number(value: float, decimals: int = 2) -> str:
    """Return a figure with the decimal sign of the language; undefined is a dash."""
    if isnan(value):
        return DASH
    rounded = round(value, decimals) + 0.0  # no minus before a zero
    return QLocale().toString(rounded, "f", decimals)


def count(value: int) -> str:
    """Return a whole number with its thousands parted."""
    return QLocale().toString(value)


def date(moment: datetime) -> str:
    """Return the day in the user's time zone: 3 March 2026."""
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), "d MMMM yyyy")


def short_date(moment: datetime) -> str:
    """Return the day in the user's time zone where room is scarce: 3 Mar 2026."""
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), "d MMM yyyy")


def date_time(moment: datetime) -> str:
    """Return day and time in the user's time zone: 3 March 2026 14:05."""
    return f"{date(moment)} {moment.astimezone():%H:%M}"


def page(label_: str, sheet: int) -> str:
    """Return how a page is called: by its printed label, with the sheet where they differ."""
    if not label_ or label_ == str(sheet):
        return translate("wording", "p. {label}").format(label=sheet)
    return translate("wording", "p. {label} (sheet {sheet})").format(label=label_, sheet=sheet)


def quotation(cited: Citation) -> str:
    """Return words as they are quoted, with document, year and printed page."""
    page_ = translate("wording", "p. {label}").format(label=cited.pages)
    source = ", ".join(part for part in (cited.title, cited.year, page_) if part)
    words = f"“{cited.quote}”" if cited.quote else translate("codings", "[area]")
    return f"{words} ({source})"


def listing(words: Sequence[str]) -> str:
    """Return the words as an enumeration: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return translate("wording", "{before} and {last}").format(
        before=", ".join(words[:-1]), last=words[-1]
    )


def abbreviated(word: str) -> str:
    """Return a long word up to its second syllable, as the head of a column of single figures."""
    if len(word) <= ABBREVIATED_FROM or (found := _BEGINNING.match(word)) is None:
        return word
    return f"{found.group()}."


def key_name(key: str) -> str:
    """Return how the key is written on this system and in this language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_parts(key: str) -> list[str]:
    """Return the caps of a key, as printed on small key signs: Ctrl, Z."""
    parts = [part for part in key_name(key).split("+") if part]
    return [SIGNS.get(part, part) for part in parts]
