"""What stands above and below charts, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "source": "QualCode-project ‘{title}’, {n} documenten in het corpus; codeurs: {who}; {day}",
        "n_of": "n/N: documenten waarin het staat, van de gelezen documenten.",
        "bars": "Documenten per groep: {what}",
        "bars_codes": "In hoeveel documenten: codes van {what}",
        "bars_sub": "Elke balk is alle documenten van de groep; in de balk staan aantallen. {n_of}",
        "codes_sub": "Elke balk is alle {n} documenten; in de balk staan aantallen. {n_of}",
        "ratings_sub": "Elke balk is alle fragmenten; in de balk staan aantallen. {n_of}",
        "ratings": "{facet}: {what}",
        "heat": "{measure}: codes per {columns}",
        "documents": "document",
        "groups": "groep",
        "strip": "Getallen: {what}",
        "strip_sub": "Elk punt is een getal in een document, een lijn is een bereik. {n_of}",
        "open": "Open punt: minstens of hoogstens. Van een bereik telt het midden in de mediaan.",
        "timeline": "Doeljaren",
        "timeline_of": "Doeljaren: {what}",
        "timeline_sub": "Elk punt is een document. {n_of}",
        "year": "Een getal zonder eenheid tussen 1900 en 2100 telt als jaar.",
        "portrait": "Portret van {name}",
        "portrait_sub": (
            "Coderingen van begin tot eind van het document, per thema. Iets over {n} van de {of} "
            "gelezen thema's."
        ),
        "share": "Percentage: aandeel van de {n} woorden van het document.",
        "all": "Alle documenten",
        "codes": "alle thema's",
    },
    "en": {
        "source": "QualCode project ‘{title}’, {n} documents in the corpus; coders: {who}; {day}",
        "n_of": "n/N: documents that have it, of the documents read.",
        "bars": "Documents by group: {what}",
        "bars_codes": "In how many documents: codes of {what}",
        "bars_sub": "Each bar is all documents of the group; numbers in it are counts. {n_of}",
        "codes_sub": "Each bar is all {n} documents; numbers in it are counts. {n_of}",
        "ratings_sub": "Each bar is all passages; numbers in it are counts. {n_of}",
        "ratings": "{facet}: {what}",
        "heat": "{measure}: codes by {columns}",
        "documents": "document",
        "groups": "group",
        "strip": "Numbers: {what}",
        "strip_sub": "Each point is a number in a document, a line is a range. {n_of}",
        "open": "Open point: at least or at most. Of a range the middle counts in the median.",
        "timeline": "Target years",
        "timeline_of": "Target years: {what}",
        "timeline_sub": "Each point is a document. {n_of}",
        "year": "A number without a unit between 1900 and 2100 counts as a year.",
        "portrait": "Portrait of {name}",
        "portrait_sub": (
            "Codings from beginning to end of the document, by theme. Something about {n} of the "
            "{of} themes read."
        ),
        "share": "Percentage: share of the {n} words of the document.",
        "all": "All documents",
        "codes": "all themes",
    },
}
