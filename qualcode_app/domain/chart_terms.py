"""The words of charts and of tables of numbers in Dutch."""

from __future__ import annotations

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    "Codings": "Coderingen",
    "Median": "Mediaan",
    "read": "gelezen",
    "Values": "Waarden",
    "Chart": "Grafiek",
    "Until year": "Tot jaar",
    "n/N: documents with it, of the documents read": (
        "n/N: documenten waarin het staat, van de gelezen documenten"
    ),
    "hatched: not read": "gearceerd: niet gelezen",
    "Source: {source}": "Bron: {source}",
    "median": "mediaan",
    "no number": "geen getal",
    "page": "blz.",
    "start": "begin",
    "end": "einde",
    "All themes": "Alle thema's",
    "{n} coding": "{n} codering",
    "{n} codings": "{n} coderingen",
    "{share} of the words": "{share} van de woorden",
}
