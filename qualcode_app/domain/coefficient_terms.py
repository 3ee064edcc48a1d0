"""Names and formulas of coefficients in Dutch."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = {
    "Percent agreement (mean over units)": "Percentage overeenstemming (gemiddeld over eenheden)",
    "Percent agreement (1 - D_o)": "Percentage overeenstemming (1 - D_o)",
    "All coders equal": "Alle codeurs gelijk",
    "Holsti's coefficient of reliability": "Betrouwbaarheidscoëfficiënt van Holsti",
    "Specific agreement (positive and negative)": (
        "Specifieke overeenstemming (positief en negatief)"
    ),
    "F1 (positive specific agreement)": "F1 (positieve specifieke overeenstemming)",
    "Intersection over union (Jaccard index)": "Doorsnede gedeeld door vereniging (Jaccard)",
    "Cohen's kappa": "Cohens kappa",
    "Weighted kappa (linear)": "Gewogen kappa (lineair)",
    "Weighted kappa (quadratic)": "Gewogen kappa (kwadratisch)",
    "Scott's pi": "Scotts pi",
    "PABAK (prevalence- and bias-adjusted kappa)": "PABAK (kappa, gecorrigeerd)",
    "Fleiss' kappa": "Fleiss' kappa",
    "Fleiss' kappa per category": "Fleiss' kappa per categorie",
    "Conger's kappa": "Congers kappa",
    "Light's kappa (mean pairwise Cohen)": "Lights kappa (gemiddelde Cohen over paren)",
    "Brennan-Prediger (Bennett's S, free-marginal kappa)": "Brennan-Prediger (Bennetts S)",
    "Gwet's AC1": "Gwets AC1",
    "Gwet's AC2 (linear weights)": "Gwets AC2 (lineaire gewichten)",
    "Gwet's AC2 (quadratic weights)": "Gwets AC2 (kwadratische gewichten)",
    "Krippendorff's alpha (nominal)": "Krippendorffs alfa (nominaal)",
    "Krippendorff's alpha (ordinal)": "Krippendorffs alfa (ordinaal)",
    "Krippendorff's alpha (interval)": "Krippendorffs alfa (interval)",
    "Krippendorff's alpha (ratio)": "Krippendorffs alfa (ratio)",
    "Krippendorff's alpha per category": "Krippendorffs alfa per categorie",
    "Krippendorff's alpha on sets (Jaccard)": "Krippendorffs alfa op verzamelingen (Jaccard)",
    "Krippendorff's alpha on sets (MASI)": "Krippendorffs alfa op verzamelingen (MASI)",
    "Krippendorff's alpha on sets (Dice)": "Krippendorffs alfa op verzamelingen (Dice)",
    "Krippendorff's alpha on sets (Passonneau 2004)": (
        "Krippendorffs alfa op verzamelingen (Passonneau 2004)"
    ),
    "Krippendorff's alpha_U (1995)": "Krippendorffs alfa_U (1995)",
    "Krippendorff's u-alpha (2016)": "Krippendorffs u-alfa (2016)",
    "Krippendorff's |u-alpha (2016)": "Krippendorffs |u-alfa (2016)",
    "Krippendorff's cu-alpha (2016)": "Krippendorffs cu-alfa (2016)",
    "Krippendorff's (k)u-alpha per code (2016)": "Krippendorffs (k)u-alfa per code (2016)",
    "Boundary similarity B": "Gelijkenis van grenzen B",
    "Pk (a distance: 0 is perfect)": "Pk (een afstand: 0 is volmaakt)",
    "WindowDiff (a distance: 0 is perfect)": "WindowDiff (een afstand: 0 is volmaakt)",
    "Gamma": "Gamma",
    "Gamma-cat and gamma-k": "Gamma-cat en gamma-k",
}
_FORMULAS = {
    "In every unit with at least two values the share of agreeing pairs of coders; then the mean "
    "over units.": (
        "In elke eenheid met minstens twee waarden het aandeel paren codeurs dat het eens is; "
        "daarna het gemiddelde over eenheden."
    ),
    "The share of agreeing pairs of coders, a unit weighing as much as it has values.": (
        "Het aandeel paren codeurs dat het eens is; een eenheid weegt zo zwaar als zij waarden "
        "heeft."
    ),
    "The share of units on which all coders agree; falls as coders are added.": (
        "Het aandeel eenheden waarover alle codeurs het eens zijn; daalt met elke codeur erbij."
    ),
    "Twice the agreements / all decisions of both coders. On spans a decision is a marked "
    "character, which makes it F1.": (
        "Twee keer de overeenkomsten / alle beslissingen van beide codeurs. Op fragmenten is een "
        "gemarkeerd teken een beslissing; dan is het F1."
    ),
    "Of every category: agreeing pairs of coders / pairs in which one coder chose it. On spans the "
    "category coded gives positive and not coded gives negative agreement.": (
        "Per categorie: paren codeurs die het eens zijn / paren waarin een codeur haar koos. Op "
        "fragmenten: gecodeerd geeft de positieve, niet gecodeerd de negatieve overeenstemming."
    ),
    "Twice the characters that both coders marked / all characters they marked, added up over "
    "pairs of coders.": (
        "Twee keer de tekens die beide codeurs markeerden / alle tekens die zij markeerden, "
        "opgeteld over paren codeurs."
    ),
    "Characters that both coders marked / characters that either marked: F1 / (2 - F1).": (
        "Tekens die beide codeurs markeerden / tekens die een van beide markeerde: F1 / (2 - F1)."
    ),
    "(observed - expected) / (1 - expected) agreement; expected from how often each coder used "
    "each category.": (
        "(waargenomen - verwacht) / (1 - verwacht); verwacht naar hoe vaak elke codeur elke "
        "categorie gebruikte."
    ),
    "(observed - expected) / (1 - expected) agreement; expected from how often both coders "
    "together used each category.": (
        "(waargenomen - verwacht) / (1 - verwacht); verwacht naar hoe vaak beide codeurs samen "
        "elke categorie gebruikten."
    ),
    "Twice the observed agreement - 1, for two categories.": (
        "Twee keer de waargenomen overeenstemming - 1, bij twee categorieën."
    ),
    "(observed - expected) / (1 - expected) agreement; expected as if all coders drew from the "
    "categories in the proportions found.": (
        "(waargenomen - verwacht) / (1 - verwacht); verwacht alsof alle codeurs lootten in de "
        "gevonden verhoudingen."
    ),
    "(observed - expected) / (1 - expected) agreement; expected from each coder's own "
    "proportions, averaged over pairs of coders.": (
        "(waargenomen - verwacht) / (1 - verwacht); verwacht naar de verhoudingen van elke "
        "codeur zelf, gemiddeld over paren."
    ),
    "The mean of the Cohen kappas of all pairs of coders.": (
        "Het gemiddelde van Cohens kappa van alle paren codeurs."
    ),
    "(observed - 1/q) / (1 - 1/q) agreement, with q the number of available categories.": (
        "(waargenomen - 1/q) / (1 - 1/q), met q het aantal beschikbare categorieën."
    ),
    "(observed - expected) / (1 - expected) agreement; expected is the sum over categories of p "
    "(1 - p) / (q - 1), with p the share of a category and q the available categories.": (
        "(waargenomen - verwacht) / (1 - verwacht); verwacht is de som over categorieën van "
        "p (1 - p) / (q - 1), met p het aandeel van een categorie en q de beschikbare."
    ),
    "1 - observed / expected disagreement; any difference counts 1. On spans every character is "
    "coded or not coded, and the disagreements are added up over codes.": (
        "1 - waargenomen / verwachte onenigheid; elk verschil telt 1. Op fragmenten is elk teken "
        "gecodeerd of niet, en de onenigheid wordt over codes opgeteld."
    ),
    "Alpha in which two sets of labels differ by 1 - shared labels / all labels. On spans: the "
    "sets of codes of each character that anybody coded.": (
        "Alfa waarin twee verzamelingen 1 - gedeelde / alle codes verschillen, op elk teken dat "
        "iemand codeerde."
    ),
    "Alpha in which two sets differ by 1 - shared / all labels x 1 (equal), 2/3 (one holds the "
    "other), 1/3 (they overlap) or 0. On spans: the codes of each character anybody coded.": (
        "Alfa waarin twee verzamelingen 1 - gedeelde / alle codes x 1 (gelijk), 2/3 (de ene "
        "omvat de andere), 1/3 (overlap) of 0 verschillen, op elk teken dat iemand codeerde."
    ),
    "Alpha in which two sets differ by 1 - twice the shared labels / the labels of both. On spans: "
    "the codes of each character anybody coded.": (
        "Alfa waarin twee verzamelingen 1 - twee keer de gedeelde codes / de codes van beide "
        "verschillen, op elk teken dat iemand codeerde."
    ),
    "Alpha in which two sets differ by 0 (equal), 1/3 (one holds the other), 2/3 (they overlap) "
    "or 1. On spans: the codes of each character anybody coded.": (
        "Alfa waarin twee verzamelingen 0 (gelijk), 1/3 (de ene omvat de andere), 2/3 (overlap) "
        "of 1 verschillen, op elk teken dat iemand codeerde."
    ),
    "1 - observed / expected disagreement; two overlapping spans differ by the squared distances "
    "of their ends, a span in another coder's gap by its squared length.": (
        "1 - waargenomen / verwachte onenigheid; twee overlappende fragmenten verschillen de "
        "gekwadrateerde afstanden van hun grenzen, een fragment zonder wederpart zijn "
        "gekwadrateerde lengte."
    ),
    "1 - observed / expected share of characters that two coders gave different codes or left "
    "unmarked; chance keeps the lengths of the spans.": (
        "1 - waargenomen / verwacht aandeel tekens dat twee codeurs anders codeerden of "
        "openlieten; het toeval behoudt de lengten van de fragmenten."
    ),
    "u-alpha on marked or unmarked, whatever the code, that is, whether the coders marked the "
    "same passages.": (
        "u-alfa op gemarkeerd of niet, welke code ook: of de codeurs dezelfde passages markeerden."
    ),
    "1 - observed / expected share of different codes among characters that both coders marked, "
    "that is, whether they chose the same code.": (
        "1 - waargenomen / verwacht aandeel andere codes op tekens die beide codeurs markeerden: "
        "of zij dezelfde code kozen."
    ),
    "Of the characters one coder gave a code and another marked as well: 1 - observed / expected "
    "share that got another code.": (
        "Van de tekens die een codeur een code gaf en een ander ook markeerde: 1 - waargenomen / "
        "verwacht aandeel met een andere code."
    ),
    "1 - (boundaries of one coder only + half of each near miss) / all boundaries; a near miss "
    "lies one character off. Every start and end of a span is a boundary.": (
        "1 - (grenzen van één codeur + de helft van elke bijna-treffer) / alle grenzen; een "
        "bijna-treffer ligt één teken verder. Elk begin en einde van een fragment is een grens."
    ),
    "The share of windows, half a mean segment long, in which one coder has a boundary and the "
    "other has none; the mean with either coder as the reference.": (
        "Het aandeel vensters, een half gemiddeld stuk lang, waarin de ene codeur een grens heeft "
        "en de ander niet; gemiddeld met elk van beide als maatstaf."
    ),
    "The share of windows, half a mean segment long, in which the coders have different numbers "
    "of boundaries; the mean with either coder as the reference.": (
        "Het aandeel vensters, een half gemiddeld stuk lang, waarin de codeurs niet evenveel "
        "grenzen hebben; gemiddeld met elk van beide als maatstaf."
    ),
    "1 - disorder of the best alignment / mean disorder of shuffled coders. Two aligned spans cost "
    "their squared relative distance and 1 for another code, a span without a partner 1.": (
        "1 - wanorde van de beste uitlijning / gemiddelde wanorde van geschudde codeurs. Twee "
        "uitgelijnde fragmenten kosten hun gekwadrateerde relatieve afstand en 1 bij een andere "
        "code; een fragment zonder partner kost 1."
    ),
    "1 - observed / chance share of different codes among aligned spans, each pair weighing more "
    "the better the two lie on each other; per code among the pairs that hold it.": (
        "1 - waargenomen / toevallig aandeel andere codes onder uitgelijnde fragmenten; een paar "
        "weegt zwaarder naarmate de twee beter op elkaar liggen; per code onder de paren met die "
        "code."
    ),
}
_PROGRAMS = {
    "Kappa, mean over codes and documents": "Kappa, gemiddeld over codes en documenten",
    "Code existence in the document": "Code komt voor in het document",
    "Code frequency in the document": "Hoe vaak de code voorkomt in het document",
    "Code overlap at segments": "Overlap van fragmenten met dezelfde code",
    "Average pairwise Cohen's kappa": "Gemiddelde Cohens kappa over paren",
    "Agreeing pairs / pairs, mean of units.": (
        "Paren die het eens zijn / alle paren, gemiddeld over eenheden."
    ),
    "Chance from both coders' categories.": "Toeval uit de categorieën van beide codeurs samen.",
    "Chance from each coder's categories.": "Toeval uit de categorieën van elke codeur zelf.",
    "Chance from all coders' categories.": "Toeval uit de categorieën van alle codeurs samen.",
    "Mean of the kappas of all pairs; undefined if one of them is.": (
        "Gemiddelde van de kappa's van alle paren; niet bepaald als een ervan dat is."
    ),
    "1 - observed / expected disagreement.": "1 - waargenomen / verwachte onenigheid.",
    "10,000 draws of pairs of values against a fixed chance; narrower than it should be.": (
        "10.000 trekkingen van paren waarden tegen een vast toeval; smaller dan hij hoort te zijn."
    ),
}

DUTCH: Mapping[str, str] = {**_NAMES, **_FORMULAS, **_PROGRAMS}
