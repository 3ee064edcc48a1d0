"""The words of exported tables in Dutch; the window has its own translations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qualcode_app.domain import (
    chart_terms,
    claim_terms,
    coefficient_terms,
    export_terms,
    register_terms,
)

DUTCH: Mapping[str, str] = {
    "In the document": "In het document",
    "Passages": "Fragmenten",
    "Words": "Woorden",
    "Share of the words (%)": "Aandeel van de woorden (%)",
    "Passages per 1,000 words": "Fragmenten per 1.000 woorden",
    "not read": "niet gelezen",
    "read, not there": "gelezen, komt niet voor",
    "there": "komt voor",
    "not there": "komt niet voor",
    "coded, not marked as read": "gecodeerd, niet als gelezen gemarkeerd",
    "coded by too few": "door te weinig codeurs gecodeerd",
    "outside the corpus": "buiten het corpus",
    "Cells": "Cellen",
    "Framework": "Samenvattingen",
    "Attention": "Aandacht",
    "All documents": "Alle documenten",
    "Words coded": "Woorden gecodeerd",
    "Codes per document, mean": "Codes per document, gemiddeld",
    "Codes per document, least": "Codes per document, minst",
    "Codes per document, most": "Codes per document, meest",
    "Summary": "Samenvatting",
    "Words of the document": "Woorden van het document",
    "With code": "Met code",
    "With label": "Met label",
    "Pairs of codings": "Paren van coderingen",
    "Answer": "Antwoord",
    "Together": "Samen",
    **chart_terms.DUTCH,
    **coefficient_terms.DUTCH,
    **register_terms.DUTCH,
    **claim_terms.DUTCH,
    **export_terms.DUTCH,
    "Facet": "Facet",
    "Facets": "Facetten",
    "Areas on pages": "Gebieden op bladzijden",
    "Units shared": "Gedeelde eenheden",
    "Verdicts": "Oordelen",
    "Register": "Register",
    "K = (agreements - EF) / (N - EF), on characters; every pair alike.": (
        "K = (overeenkomsten - EF) / (N - EF), op tekens; elk paar telt even zwaar."
    ),
    "K = (agreements - EF) / (N - EF), on characters; weighted by length.": (
        "K = (overeenkomsten - EF) / (N - EF), op tekens; gewogen naar lengte."
    ),
    "Codes x documents that both coders used or neither did / all of them.": (
        "Codes x documenten die beide codeurs gebruikten of geen van beide / alle."
    ),
    "Codes x documents with the same number of segments of both coders / all of them.": (
        "Codes x documenten met evenveel fragmenten van beide codeurs / alle."
    ),
    "Segments of either coder that the other matched with the same code and the chosen "
    "overlap / all segments.": (
        "Fragmenten van beide codeurs waarbij de ander dezelfde code zette met de gekozen "
        "overlap / alle fragmenten."
    ),
    "(matched - 1 / codes) / (1 - 1 / codes).": (
        "(aandeel met partner - 1 / codes) / (1 - 1 / codes)."
    ),
    "Krippendorff's alpha on characters, the domain marked or not.": (
        "Krippendorffs alfa op tekens, het domein gemarkeerd of niet."
    ),
    "Characters on which the coders agree whether the domain applies / all.": (
        "Tekens waarop de codeurs het eens zijn of het domein geldt / alle tekens."
    ),
    "Twice the characters that both marked / all characters they marked.": (
        "Tweemaal de tekens die beide markeerden / alle tekens die zij markeerden."
    ),
    "Krippendorff's cu-alpha among the codes of the domain, unmarked text left out.": (
        "Krippendorffs cu-alfa tussen de codes van het domein, zonder ongemarkeerde tekst."
    ),
    "Nominal alpha on the set of domains that each coder marked, on characters anybody "
    "marked. Our reading: the formula is not published.": (
        "Nominale alfa op de verzameling domeinen die elke codeur markeerde, op tekens die "
        "iemand markeerde. Onze lezing: de formule is niet gepubliceerd."
    ),
    "From": "Van",
    "To": "Tot",
    "Unit": "Eenheid",
    "Of what": "Waarvan",
    "Per what": "Per wat",
    "Year": "Jaar",
    "Numbers": "Getallen",
    "Not mentioned": "Niet genoemd",
    "State": "Stand",
    "Stands": "Geldt",
    "Open again: theme not read": "Weer open: thema niet gelezen",
    "Open again: code is coded": "Weer open: code is gecodeerd",
    "95 % from": "95 % van",
    "95 % to": "95 % tot",
    "About": "Over",
    "Agreement": "Overeenstemming",
    "All codes together": "Alle codes samen",
    "Area (points)": "Gebied (punten)",
    "Case": "Casus",
    "Group": "Groep",
    "Reason": "Reden",
    "Date": "Datum",
    "Wave": "Golf",
    "Case without document": "Casus zonder document",
    "Corpus": "Corpus",
    "Documents in the corpus": "Documenten in het corpus",
    "In corpus": "In corpus",
    "Other names": "Andere namen",
    "Out of the corpus": "Buiten het corpus",
    "Undecided": "Onbeslist",
    "in": "in",
    "out": "uit",
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
    "Came with": "Kwam met",
    "Came in (UTC)": "Binnengekomen (UTC)",
    "Too rare to judge": "Te zeldzaam om te beoordelen",
    "Unit of agreement": "Eenheid van overeenstemming",
    "Value": "Waarde",
    "Alpha of the last three": "Alfa van de laatste drie",
    "Figure without this coder": "Cijfer zonder deze codeur",
    "Coefficient": "Maat",
    "As NVivo": "Zoals NVivo",
    "Both": "Beiden",
    "Only the first": "Alleen de eerste",
    "Only the second": "Alleen de tweede",
    "Neither": "Geen van beiden",
    "Ends of codings": "Randen van coderingen",
    "Without white space": "Zonder witruimte",
    "Mind: text that nobody marked counts as agreement, so this says most about how long the "
    "documents are.": (
        "Let op: tekst die niemand markeerde telt als overeenstemming; dit zegt vooral hoe lang "
        "de documenten zijn."
    ),
    "As other programs": "Zoals andere programma's",
    "Codes that do not count": "Codes die niet tellen",
    "Coded on another text": "Op een andere tekst gecodeerd",
    "Confusion, characters": "Verwarring in tekens",
    "Confusion, spans": "Verwarring in coderingen",
    "Drift": "Verloop",
    "Figure": "Maat",
    "First coded": "Eerst gecodeerd",
    "Formula": "Formule",
    "Left out": "Niet meegeteld",
    "Of": "Van",
    "Per code": "Per code",
    "Per document": "Per document",
    "Per pair": "Per paar",
    "P below 0.800": "P onder 0,800",
    "Sets of codes (MASI)": "Verzamelingen codes (MASI)",
    "Tolerance": "Tolerantie",
    "Alpha with tolerance": "Alfa met tolerantie",
    "Above the others": "Meer dan de anderen",
    "Units apart": "Eenheden verschil",
    "What: the same codes there": "Wat: dezelfde codes daar",
    "Where: |u of any code": "Waar: |u van welke code ook",
    "against the others": "tegenover de anderen",
    "no code": "geen code",
    "Matrix": "Matrix",
    "Rates": "Aandelen",
    "Rate": "Aandeel",
    "Key": "Sleutel",
    "Proposition": "Stelling",
    "Verdict": "Oordeel",
    "Rank": "Rang",
    "Counts in rate": "Telt mee",
    "Concreteness": "Concreetheid",
    "Number filled in": "Ingevuld getal",
    "Parts met": "Delen overgenomen",
    "Missing": "Ontbreekt",
    "Pieces of evidence": "Aantal bewijsplaatsen",
    "yes": "ja",
    "no": "nee",
    "Over": "Over",
    "Of which": "Waarvan",
    "Met": "Overgenomen",
    "Partly met": "Deels",
    "Denominator": "Noemer",
    "Share met": "Aandeel overgenomen",
    "Open": "Open",
    "Not applicable": "Niet van toepassing",
    "Everything": "Alles",
    "Chapter": "Hoofdstuk",
    "Why": "Waarom",
    "Counted as one": "Telt als één",
    "partly": "deels",
    "open": "open",
    "Judged on another scale": "Op een andere schaal beoordeeld",
    "Optional": "Facultatief",
    "Cannot be tested": "Niet toetsbaar",
    "Not judged yet": "Nog niet beoordeeld",
    "Unclear": "Onduidelijk",
    "not known": "niet bekend",
    "Nobody marked anything.": "Niemand markeerde iets.",
    "No stretch was marked by two coders.": "Geen stuk tekst is door twee codeurs gemarkeerd.",
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


def headings(language: str) -> Callable[[str], str]:
    """Return what says headings and remarks in one language."""
    return lambda text: heading(text, language)
