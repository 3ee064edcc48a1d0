"""The words of the tables of a register, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    "Theme": "Thema",
    "Type": "Type",
    "Test": "Toets",
    "Context": "Context",
    "Codes": "Codes",
    "Groups": "Groepen",
    "Round": "Ronde",
    "Direction": "Richting",
    "New or continued": "Nieuw of voortgezet",
    "Instruments": "Instrumenten",
    "Number from": "Getal van",
    "Number to": "Getal tot",
    "Number unit": "Eenheid van getal",
    "Number kind": "Soort getal",
    "Number year": "Jaartal van getal",
    "Passages": "Bewijsplaatsen",
    "Other coders": "Andere codeurs",
    "Settled": "Vastgesteld",
    "Reading": "Leesstatus",
    "Codebook version": "Versie van het codeboek",
    "Concreteness of what is met": "Concreetheid van wat is overgenomen",
    "Blanks filled in": "Invulplekken ingevuld",
    "repeat": "herhaling",
    "variant": "variant",
    "opposite": "tegenpool",
    "not_started": "niet begonnen",
    "busy": "bezig",
    "done": "gelezen",
    "adoption": "overname",
    "endorsement": "onderschrijving",
    "acknowledgement": "erkenning",
    "optional": "facultatief",
    "none": "geen",
}
