"""The sentence for the methods section, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan

from qualcode_app import __version__
from qualcode_app.agreement.intervals import DRAWS, SEED
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement.agreement_rows import AgreementTable

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
_INTERVALS: Mapping[str, tuple[str, str]] = {
    "jackknife": (
        "jackknife per weggelaten document, t-verdeling met {degrees} vrijheidsgraden",
        "delete-one-document jackknife, t distribution with {degrees} degrees of freedom",
    ),
    "bootstrap": (
        "bootstrap over documenten, {draws} trekkingen, beginwaarde {seed}, percentielen",
        "document bootstrap, {draws} draws, seed {seed}, percentiles",
    ),
    "blocks": (
        (
            "jackknife per weggelaten bladzijde, t-verdeling; bladzijden van een document lijken "
            "meer op elkaar dan documenten"
        ),
        (
            "delete-one-page jackknife, t distribution; pages of a document are more alike than "
            "documents"
        ),
    ),
    "units": (
        "analytisch, t-verdeling; eenheden als onafhankelijk genomen",
        "analytic, t distribution; units taken for independent",
    ),
}
_NL = (
    "{coders} codeerden {kind} {documents} documenten ({units} {unit}) met {codes} codes "
    "(niveau {level} van de codeboom). De beoordelaarsovereenstemming is berekend met "
    "{coefficient} per code ({binary}op {unit_long}, alle codeurs samen; {source}); "
    "{missing}. Alle codes samen: {short} {alpha}{interval}, F1 {f1}.{spread} "
    "Berekend met QualCode {version}."
)
_EN = (
    "{coders} coded {documents} documents ({units} {unit}) with {codes} codes (level {level} of "
    "the code tree) {kind}. Agreement between coders is {coefficient} per code ({binary}on "
    "{unit_long}, all coders together; {source}); {missing}. All codes together: {short} "
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
        **_coefficient(table, dutch=dutch),
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


def _coefficient(table: AgreementTable, *, dutch: bool) -> dict[str, str]:
    """Return how the coefficient is called, and where it was published."""
    if table.scope.coefficient == "alpha":
        return {
            "coefficient": "Krippendorffs alfa" if dutch else "Krippendorff's alpha",
            "binary": "binair, " if dutch else "binary, ",
            "source": "Krippendorff 2019",
            "short": "alfa" if dutch else "alpha",
        }
    known = COEFFICIENTS[table.scope.coefficient]
    return {
        "coefficient": heading(known.name, "nl" if dutch else "en"),
        "binary": "",
        "source": known.source,
        "short": heading(known.name, "nl" if dutch else "en"),
    }


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
    how = interval_words(table, "nl" if dutch else "en")
    if dutch:
        return f" (95 %-betrouwbaarheidsinterval {low} tot {high}, {how})"
    return f" (95 % confidence interval {low} to {high}, {how})"


def interval_words(table: AgreementTable, language: str) -> str:
    """Return how the intervals were made."""
    side = 0 if language == "nl" else 1
    words = _INTERVALS[table.scope.interval][side]
    return words.format(degrees=max(table.pooled.n_documents - 1, 0), draws=DRAWS, seed=SEED)


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
