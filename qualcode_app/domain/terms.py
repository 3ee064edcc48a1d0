"""The words of exported tables in Dutch; the window has its own translations."""

from __future__ import annotations

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    "95 % from": "95 % van",
    "95 % to": "95 % tot",
    "About": "Over",
    "Agreement": "Overeenstemming",
    "All codes together": "Alle codes samen",
    "Case": "Casus",
    "Changed (UTC)": "Gewijzigd (UTC)",
    "Characters": "Tekens",
    "Characters compared": "Vergeleken tekens",
    "Characters of the stored text, white space included": (
        "Tekens van de opgeslagen tekst, witruimte meegeteld"
    ),
    "Code": "Code",
    "Coded segments": "Gecodeerde fragmenten",
    "Coder": "Codeur",
    "Coders": "Codeurs",
    "Coding": "Codering",
    "Decision": "Besluit",
    "Delete-one-document jackknife, t distribution": (
        "Jackknife per weggelaten document, t-verdeling"
    ),
    "Document": "Document",
    "Documents": "Documenten",
    "Documents compared": "Vergeleken documenten",
    "End": "Einde",
    "Head of the change log": "Kop van het logboek",
    "Identity": "Identiteit",
    "Interval": "Interval",
    "Kind": "Soort",
    "Label": "Label",
    "Level": "Niveau",
    "Memo": "Memo",
    "Memos": "Memo's",
    "Method": "Verantwoording",
    "Note": "Notitie",
    "On": "Bij",
    "P below 0.667": "P onder 0,667",
    "Page printed": "Blz. gedrukt",
    "Percent agreement": "Percentage overeenstemming",
    "Place": "Plaats",
    "Program": "Programma",
    "Project": "Project",
    "Question": "Vraag",
    "Quote as printed": "Citaat zoals gedrukt",
    "Quote cleaned": "Citaat opgeschoond",
    "Remarks": "Opmerkingen",
    "Sheet": "Vel",
    "Spans": "Coderingen",
    "Start": "Begin",
    "Subject": "Onderwerp",
    "Time (UTC)": "Tijd (UTC)",
    "Too rare to judge": "Te zeldzaam om te beoordelen",
    "Unit of agreement": "Eenheid van overeenstemming",
    "Value": "Waarde",
    "Nobody used this code here.": "Niemand gebruikte deze code hier.",
    "Nothing was judged by two coders, so there is nothing to compare.": (
        "Niets is door twee codeurs beoordeeld, dus er valt niets te vergelijken."
    ),
    "Everybody marked everything, so nothing is left to agree on leaving out.": (
        "Iedereen markeerde alles; er bleef niets over om weg te laten."
    ),
    "Everybody used one and the same category throughout, so agreement cannot be told from "
    "chance.": (
        "Iedereen gebruikte overal dezelfde categorie; overeenstemming is niet van toeval te "
        "onderscheiden."
    ),
    "An interval needs at least two documents that hold data.": (
        "Voor een interval zijn minstens twee documenten met gegevens nodig."
    ),
    "Without one of the documents the figure is undefined.": (
        "Zonder een van de documenten is het cijfer niet bepaald."
    ),
}


def heading(text: str, language: str) -> str:
    """Return a heading or remark in the language of the export; English where none is known."""
    return DUTCH.get(text, text) if language == "nl" else text
