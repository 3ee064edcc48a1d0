"""The words of exports in Dutch: sheets, their headings, and the report."""

from __future__ import annotations

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    "To the page": "Naar de bladzijde",
    "Section": "Paragraaf",
    "Registers": "Registers",
    "Codebook": "Codeboek",
    "Below": "Onder",
    "Label in English": "Label in het Engels",
    "Label in Dutch": "Label in het Nederlands",
    "Definition": "Definitie",
    "When to use": "Wanneer wel",
    "When not": "Wanneer niet",
    "Example": "Voorbeeld",
    "Borderline case": "Grensgeval",
    "Codings": "Coderingen",
    "out of use": "buiten gebruik",
}
