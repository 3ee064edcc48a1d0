"""The sentence for the methods section, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan

from qualcode_app import __version__
from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement.agreements import AgreementTable

_KINDS: Mapping[str, tuple[str, str]] = {
    "training": ("in een oefenronde", "in a training round"),
    "independent": ("onafhankelijk van elkaar", "independently of each other"),
    "discussed": ("na onderling overleg", "after discussion"),
    "recoding": ("tweemaal", "twice"),
    "consensus": ("in consensus", "in consensus"),
    "": ("", ""),
}
_UNITS: Mapping[str, tuple[str, str]] = {
    "character": (
        "tekens van de opgeslagen tekst, witruimte meegeteld",
        "characters of the stored text, white space included",
    ),
    "word": ("woorden", "words"),
    "sentence": ("zinnen", "sentences"),
    "paragraph": ("alinea's", "paragraphs"),
    "page": ("bladzijden", "pages"),
    "document": ("documenten", "documents"),
}
_NL = (
    "{coders} codeerden {kind} {documents} documenten ({units} {unit}) met {codes} codes "
    "(niveau {level} van de codeboom). De beoordelaarsovereenstemming is berekend met "
    "Krippendorffs alfa per code (binair, op {unit_long}, alle codeurs samen; Krippendorff 2019); "
    "{missing}. Alle codes samen: alfa {alpha}{interval}, F1 {f1}.{spread} "
    "Berekend met QualCode {version}."
)
_EN = (
    "{coders} coded {documents} documents ({units} {unit}) with {codes} codes (level {level} of "
    "the code tree) {kind}. Agreement between coders is Krippendorff's alpha per code (binary, on "
    "{unit_long}, all coders together; Krippendorff 2019); {missing}. All codes together: alpha "
    "{alpha}{interval}, F1 {f1}.{spread} Computed with QualCode {version}."
)


def methods_sentence(table: AgreementTable, language: str) -> str:
    """Return what a methods section can quote, with counts, unit, interval and version."""
    dutch = language == "nl"
    side = 0 if dutch else 1
    scope, pooled = table.scope, table.pooled
    unit_long = _UNITS[scope.base][side]
    if scope.base not in ("character", "document"):
        unit_long += _touched(scope.share, dutch=dutch)
    return (_NL if dutch else _EN).format(
        coders=_people(table.coders, dutch=dutch),
        kind=_KINDS.get(table.round_kind, ("", ""))[side],
        documents=pooled.n_documents,
        units=_count(_compared_units(table), dutch=dutch),
        unit=_UNITS[scope.base][side].split()[0],
        unit_long=unit_long,
        codes=table.n_codes,
        level=scope.level,
        missing=_missing(table, dutch=dutch),
        alpha=_said(pooled.alpha.value, pooled.alpha.reason, dutch=dutch),
        interval=_interval(table, dutch=dutch),
        f1=_said(pooled.f1.value, pooled.f1.reason, dutch=dutch),
        spread=_spread(table, dutch=dutch),
        version=__version__,
    )


def _compared_units(table: AgreementTable) -> int:
    """Return the units that were compared for at least one code: the longest of all codes."""
    return max((row.n_characters for row in table.rows), default=0)


def _people(names: Sequence[str], *, dutch: bool) -> str:
    last = " en " if dutch else " and "
    return last.join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _touched(share: float, *, dutch: bool) -> str:
    if share:
        percent = round(share * 100)
        return f", voor minstens {percent} % gemarkeerd" if dutch else f", {percent} % marked"
    return ", geheel of deels gemarkeerd" if dutch else ", wholly or partly marked"


def _missing(table: AgreementTable, *, dutch: bool) -> str:
    if table.all_read:
        return (
            "elk document telt als door iedereen gelezen"
            if dutch
            else "every document counts as read by everybody"
        )
    if dutch:
        return (
            "een code telt alleen waar de codeur haar thema als gelezen markeerde en geldt "
            "anders als ontbrekend"
        )
    return "a code counts only where the coder marked its theme as read and is missing elsewhere"


def _interval(table: AgreementTable, *, dutch: bool) -> str:
    pooled = table.pooled
    if isnan(pooled.low):
        return ""
    low, high = (_number(value, dutch=dutch) for value in (pooled.low, pooled.high))
    degrees = pooled.n_documents - 1
    if dutch:
        return (
            f" (95 %-betrouwbaarheidsinterval {low} tot {high}, jackknife per weggelaten document, "
            f"t-verdeling met {degrees} vrijheidsgraden)"
        )
    return (
        f" (95 % confidence interval {low} to {high}, delete-one-document jackknife, "
        f"t distribution with {degrees} degrees of freedom)"
    )


def _spread(table: AgreementTable, *, dutch: bool) -> str:
    spread = table.spread
    if spread is None:
        return ""
    n = sum(not row.alpha.reason for row in table.rows)
    least, first, middle, third = (
        _number(value, dutch=dutch) for value in (spread.least, *spread.quartiles)
    )
    below = len(spread.below_target)
    if dutch:
        return (
            f" Over de {n} codes met een waarde: laagste {least}, kwartielen {first}, {middle} en "
            f"{third}; {below} onder 0,667."
        )
    return (
        f" Over the {n} codes with a value: lowest {least}, quartiles {first}, {middle} and "
        f"{third}; {below} below 0.667."
    )


def _said(value: float, reason: str, *, dutch: bool) -> str:
    if isnan(value):
        why = heading(reason, "nl" if dutch else "en").rstrip(".")
        return f"niet bepaald ({why})" if dutch else f"undefined ({why})"
    return _number(value, dutch=dutch)


def _number(value: float, *, dutch: bool) -> str:
    said = f"{value:.3f}"
    return said.replace(".", ",") if dutch else said


def _count(value: int, *, dutch: bool) -> str:
    said = f"{value:,}"
    return said.replace(",", ".") if dutch else said
