"""The words of a codebook that is read outside the program, in either language."""

from __future__ import annotations

from collections.abc import Mapping

from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry, SourceRef

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "contents": "Inhoud",
        "codes": "Codes",
        "when": "Wanneer wel",
        "not_when": "Wanneer niet",
        "use": "gebruik dan",
        "example": "Voorbeeld",
        "borderline": "Grensgeval",
        "source": "Bron",
        "keywords": "Trefwoorden",
        "poles": "Richting",
        "facets": "Kenmerken",
        "registers": "Registers",
        "version": "Versie",
        "lines": "regels",
        "page": "blz.",
        "calculated": "berekend",
        "notes": "Aantekeningen",
        "optional": "staat uit in een nieuw project",
        "seeds": "Bronnen",
        "n_propositions": "uitspraken",
    },
    "en": {
        "contents": "Contents",
        "codes": "Codes",
        "when": "When to use",
        "not_when": "When not to use",
        "use": "use instead",
        "example": "Example",
        "borderline": "Borderline case",
        "source": "Source",
        "keywords": "Keywords",
        "poles": "Direction",
        "facets": "Facets",
        "registers": "Registers",
        "version": "Version",
        "lines": "lines",
        "page": "p.",
        "calculated": "calculated",
        "notes": "Notes",
        "optional": "off in a new project",
        "seeds": "Sources",
        "n_propositions": "propositions",
    },
}


def in_language(entry: object, field: str, language: str) -> str:
    """Return a text in one language, or in the other where it has only that one."""
    other = "en" if language == "nl" else "nl"
    own = str(getattr(entry, f"{field}_{language}"))
    return own or str(getattr(entry, f"{field}_{other}"))


def definition(code: CodeEntry, language: str) -> str:
    """Return the definition: the full one, or the short one where there is no other."""
    return in_language(code, "full", language) or in_language(code, "short", language)


def not_when(code: CodeEntry, labels: Mapping[str, str], language: str) -> list[str]:
    """Return when not to use a code, each with the neighbour to use instead."""
    use = WORDS[language]["use"]
    return [
        f"{one.text} → {use}: {one.neighbour} {labels.get(one.neighbour, '')}".rstrip()
        if one.neighbour
        else one.text
        for one in code.not_when
    ]


def labels_of(book: CodebookFile, language: str) -> dict[str, str]:
    """Return the labels of the codes by key."""
    return {code.key: in_language(code, "label", language) for code in book.codes}


def described(code: CodeEntry, labels: Mapping[str, str], language: str) -> str:
    """Return everything a coder needs of a code as one text with a paragraph for each part."""
    words = WORDS[language]
    parts = [definition(code, language)]
    if code.when_to_use:
        parts.append(f"{words['when']}: {code.when_to_use}")
    parts += [f"{words['not_when']}: {one}" for one in not_when(code, labels, language)]
    for field in ("example", "borderline"):
        if text := getattr(code, field):
            parts.append(f"{words[field]}: {text}")
    return "\n".join(part for part in parts if part)


def source(place: SourceRef, language: str) -> str:
    """Return where a code comes from; a calculated page says that it is."""
    words = WORDS[language]
    said = [place.seed, place.chapter, place.heading]
    if place.page:
        page = f"{words['page']} {place.page}"
        said.append(f"{page} ({words['calculated']})" if _is_guess(place) else page)
    said.append(f"{words['lines']} {place.line_from}–{place.line_to}")
    return ", ".join(part for part in said if part)


def _is_guess(place: SourceRef) -> bool:
    return place.page_certainty in ("calculated", "unknown")
