"""How each kind of published case is computed with our coefficients."""

from __future__ import annotations

import numpy as np

from qualcode_app.agreement import (
    alignment,
    alpha,
    boundaries,
    gamma,
    intervals,
    label_sets,
    more_coders,
    raw,
    segments,
    two_coders,
    unitizing,
    weights,
)
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.data import SpanData, UnitData
from qualcode_app.agreement.registry import COEFFICIENTS

LEVELS = {
    "nominal": alpha.nominal,
    "ordinal": alpha.ordinal,
    "interval": alpha.interval,
    "ratio": alpha.ratio,
}
WEIGHTS = {"linear": weights.linear, "quadratic": weights.quadratic}
SETS = {
    "jaccard": label_sets.jaccard,
    "masi": label_sets.masi,
    "dice": label_sets.dice,
    "passonneau2004": label_sets.passonneau,
}


def unit_data(data, categories=None):
    """Build units from a case's matrix, table or counts."""
    if data["type"] == "matrix":
        values = {v for row in data["values"] for v in row if v is not None}
        names = categories or sorted(values, key=lambda v: (isinstance(v, str), v))
        rows = [[-1 if v is None else names.index(v) for v in row] for row in data["values"]]
        ratings, frequency = np.array(rows), np.ones(len(rows), int)
    elif data["type"] == "table":
        names, counts = data["categories"], np.array(data["counts"])
        ratings, frequency = np.argwhere(counts >= 0), counts.ravel()
    else:
        names, counts = data["categories"], np.array(data["counts"])
        ratings = np.array([np.repeat(np.arange(len(names)), row) for row in counts])
        frequency = np.ones(len(ratings), int)
    numbers = all(isinstance(name, int | float) for name in names)
    return UnitData(
        tuple(map(str, names)),
        ratings,
        frequency,
        ordered=True,
        values=np.array(names, float) if numbers else None,
    )


def span_data(data, any_code=False):
    """Build spans on one document from a case's spans."""
    coders = data["coders"]
    first = data.get("continuum_begin", 0)
    length = data.get("continuum_length") or max(s["end"] for s in data["spans"])
    codes = sorted({span["category"] for span in data["spans"]})
    spans = data["spans"]
    built = SpanData(
        tuple(coders),
        tuple(codes),
        ("document",),
        np.array([length]),
        np.ones((len(coders), len(codes), 1), bool),
        np.zeros(len(spans), int),
        np.array([codes.index(s["category"]) for s in spans], int),
        np.array([coders.index(s["coder"]) for s in spans], int),
        np.array([s["begin"] - first for s in spans], int),
        np.array([s["end"] - first for s in spans], int),
    )
    return built.union_of_codes({"any code": range(len(codes))}) if any_code else built


def full(figure):
    """Name everything a chance-corrected figure tells."""
    found = {
        "value": figure,
        "pa": figure.observed,
        "pe": figure.expected,
        "se": figure.error,
    }
    if figure.interval is not None:
        found["ci95"] = [figure.interval.low, figure.interval.high]
    return found


def value(figure):
    return {"value": figure}


def values(figure):
    return {"values": dict(figure.parts)}


def krippendorff(data, params):
    units = unit_data(data)
    if params["level"] != "custom":
        return value(alpha.alpha(units, LEVELS[params["level"]]))
    assert params["distance"]["categories"] == data["categories"]
    apart = np.array(params["distance"]["matrix"])
    return value(alpha.alpha(units, lambda _data, _counts: apart))


def gwet(chance):
    def answer(data, params):
        name = params.get("weights", "identity")
        units = unit_data(data)
        w = None if name == "identity" else WEIGHTS[name](units.q)
        return full(more_coders.corrected(units, chance, w))

    return answer


def percent(data, params):
    if "averaging" in params:
        return value(raw.percent_of_values(unit_data(data)))
    if "weights" in params:
        return full(more_coders.corrected(unit_data(data), None))
    return value(raw.percent(unit_data(data)))


def weighted(data, params):
    units = unit_data(data)
    matrix = params.get("weight_matrix")
    w = WEIGHTS[params["weights"]](units.q) if matrix is None else np.array(matrix)
    return full(two_coders.cohen(units, w))


def two_by_two(data, _params):
    units = unit_data(data)
    table = two_coders.table_of(units)
    bias, prevalence = two_coders.bias_and_prevalence(table)
    specific = [part for _, part in raw.specific(units).parts]
    return {
        "percent": raw.percent(units),
        "kappa": two_coders.cohen(units),
        "ppos": specific[0],
        "pneg": specific[1],
        "f1": specific[0],
        "pabak": two_coders.pabak(units),
        "bias_index": bias,
        "prevalence_index": prevalence,
        "table": table.ravel().tolist(),
    }


def bundle(data, _params):
    units = unit_data(data)
    keys = {
        "percent_agreement": "percent",
        "scott_pi": "pi",
        "cohen_kappa": "kappa",
        "fleiss_kappa": "fleiss",
        "mean_pairwise_cohen_kappa": "light",
        "krippendorff_alpha_nominal": "alpha",
        "krippendorff_alpha": "alpha",
    }
    return {name: COEFFICIENTS[key].compute(units) for name, key in keys.items()}


def unit_bootstrap(data, params):
    units, level = unit_data(data), LEVELS[params["level"]]
    drawn = intervals.unit_bootstrap(units, lambda u: alpha.alpha(u, level), draws=4000)
    found = intervals.percentile_interval(drawn, "unit bootstrap", intervals.SEED)
    return {"value": alpha.alpha(units, level), "ci95": [found.low, found.high]}


def pair_bootstrap(data, params):
    units, level = unit_data(data), LEVELS[params["level"]]
    drawn = intervals.krippendorff_bootstrap(units, level)
    found = intervals.percentile_interval(drawn, "Krippendorff", intervals.SEED)
    return {"value": alpha.alpha(units, level), "ci95": [found.low, found.high]}


def set_alpha(data, params):
    named = [[None if s is None else frozenset(map(str, s)) for s in row] for row in data["values"]]
    sets = sorted({s for row in named for s in row if s is not None}, key=sorted)
    ratings = np.array([[-1 if s is None else sets.index(s) for s in row] for row in named])
    units = UnitData(tuple("+".join(sorted(s)) for s in sets), ratings, sets=tuple(sets))
    return value(label_sets.set_alpha(units, SETS[params["distance"]]))


def set_distance(data, _params):
    a, b = (frozenset(map(str, data[key])) for key in "ab")
    return {name: label_sets.distance_of(a, b, distance) for name, distance in SETS.items()}


def alpha_u(data, _params):
    figure = unitizing.alpha_u(span_data(data))
    return {
        "value": figure,
        "values": dict(figure.parts),
        "observed": {name: part.observed for name, part in figure.parts},
        "expected_disagreement": {name: part.expected for name, part in figure.parts},
    }


def u_family(data, _params):
    spans = span_data(data)
    cu, ku = unitizing.cu(spans), unitizing.ku(spans)
    return {
        "u": unitizing.u(spans),
        "binary": unitizing.u_binary(spans),
        "cu": cu,
        "cu_coverage": cu.part("coverage"),
        "ku": dict(ku.parts),
        "ku_coverage": {name: part.part("coverage") for name, part in ku.parts},
    }


def character_level(data, params):
    if data["type"] == "table":
        return two_by_two(data, params)
    spans = span_data(data, any_code=params["code"] == "any code")
    chosen = spans.only(
        coders=[spans.coders.index(c) for c in params["coders"]],
        codes=[spans.codes.index(params["code"])],
    )
    keys = {"percent", "kappa", "f1", "iou", "pabak"}
    found = {key: COEFFICIENTS[key].compute(chosen) for key in keys}
    specific = COEFFICIENTS["specific"].compute(chosen)
    return {
        **found,
        "ppos": specific.part("coded"),
        "pneg": specific.part("not coded"),
        "table": Study(chosen).table((0, 1))[0, 0].tolist(),
    }


def character_sets(data, params):
    return value(
        label_sets.set_alpha_on_characters(
            span_data(data), SETS[params["distance"]], params["exclude_uncoded_by_all"]
        )
    )


def segment_match(data, params):
    spans = span_data(data)
    pair = spans.only(coders=[spans.coders.index(c) for c in params["coders"]])
    found = segments.match(pair, params["theta"], segments.Denominator(params["denominator"]))
    return {
        "matched_a": found.matched[0],
        "matched_b": found.matched[1],
        "n_a": found.spans[0],
        "n_b": found.spans[1],
        "percent": found.percent,
        "n_codes": found.codes,
        "kappa_rk": found.kappa,
    }


def aligned_units(data):
    codes = sorted({span["category"] for span in data["spans"]})
    return alignment.Units(
        len(data["coders"]),
        len(codes),
        np.array([data["coders"].index(s["coder"]) for s in data["spans"]], int),
        np.array([codes.index(s["category"]) for s in data["spans"]], int),
        np.array([s["begin"] for s in data["spans"]], float),
        np.array([s["end"] for s in data["spans"]], float),
    ), codes


def costs(params):
    return alignment.Costs(params["alpha"], params["beta"], params["delta_empty"])


def gamma_disorder(data, params):
    units, _ = aligned_units(data)
    return {"value": alignment.best_alignment(units, costs(params)).disorder}


def gamma_given(data, params):
    observed, _ = aligned_units(data["observed"])
    best = alignment.best_alignment(observed, costs(params))
    samples = [
        alignment.best_alignment(aligned_units(sample)[0], costs(params)).disorder
        for sample in data["samples"]
    ]
    expected = float(np.mean(samples))
    return {
        "expected_disorder": expected,
        "gamma": 1 - best.disorder / expected,
        "sample_disorders": samples,
    }


def gamma_chance(data, params):
    units, codes = aligned_units(data)
    # The figures come from pygamma-agreement, which is statistical unless told otherwise.
    shuffle = params.get("sampler", "").startswith("Shuffle")
    sampler = gamma.Sampler.SHUFFLE if shuffle else gamma.Sampler.STATISTICAL
    options = gamma.Options(costs(params), 300, sampler=sampler, count_unaligned=True)
    found = gamma.gamma_of_units([units], options)
    return {
        "value": found.gamma,
        "expected_disorder": found.gamma.expected,
        "gamma_cat": found.gamma_cat,
        "gamma_k": dict(zip(codes, found.gamma_k, strict=True)),
    }


def boundary_metrics(data, _params):
    a, b = (np.array(data[key]) for key in "ab")
    first, second = (boundaries.boundaries_of(np.array(list(s), int)) for s in data["strings"])
    n = len(data["strings"][0])
    return {
        "boundary_similarity": boundaries.similarity(a, b).value,
        "pk_reference_a": boundaries.pk(a, b),
        "pk_reference_b": boundaries.pk(b, a),
        "windowdiff_reference_a": boundaries.window_diff(a, b),
        "windowdiff_reference_b": boundaries.window_diff(b, a),
        "nltk_pk_k3": boundaries.pk_of_strings(first, second, n, 3),
        "nltk_windowdiff_k3": boundaries.window_diff_of_strings(first, second, n, 3),
        "ghd_2_2_1": boundaries.hamming(first, second),
    }


def window_diff(data, params):
    first, second = (
        boundaries.boundaries_of(np.array(list(data[key]), int))
        for key in ("reference", "hypothesis")
    )
    n = len(data["reference"])
    return {"value": boundaries.window_diff_of_strings(first, second, n, params["k"])}


def edge(data, params):
    if data["type"] == "matrix":
        return bundle(data, params)
    spans = span_data(data)
    return {
        **{key: COEFFICIENTS[key].compute(spans) for key in ("kappa", "f1", "iou", "percent")},
        "alphaU": unitizing.alpha_u(spans),
        "binary": unitizing.u_binary(spans),
    }


ANSWERS = {
    "krippendorff_alpha": krippendorff,
    "krippendorff_alpha_per_category": lambda d, _: values(alpha.alpha_per_category(unit_data(d))),
    "gwet_ac1": gwet(more_coders.gwet_chance),
    "gwet_ac2": gwet(more_coders.gwet_chance),
    "brennan_prediger": gwet(more_coders.brennan_prediger_chance),
    "fleiss_kappa": gwet(more_coders.fleiss_chance),
    "fleiss_kappa_per_category": lambda d, _: values(more_coders.fleiss_per_category(unit_data(d))),
    "conger_kappa": gwet(more_coders.conger_chance),
    "percent_agreement": percent,
    "light_kappa": lambda d, _: value(more_coders.light(unit_data(d))),
    "cohen_kappa": lambda d, _: full(two_coders.cohen(unit_data(d))),
    "weighted_kappa": weighted,
    "scott_pi": lambda d, _: value(two_coders.scott(unit_data(d))),
    "holsti": lambda d, _: value(raw.holsti(unit_data(d))),
    "specific_agreement": lambda d, _: values(raw.specific(unit_data(d))),
    "two_by_two": two_by_two,
    "bundle": bundle,
    "alpha_ci_unit_bootstrap": unit_bootstrap,
    "alpha_ci_krippendorff_bootstrap": pair_bootstrap,
    "krippendorff_alpha_sets": set_alpha,
    "set_distance": set_distance,
    "u_alpha_1995": alpha_u,
    "u_alpha_family_2016": u_family,
    "character_level": character_level,
    "character_set_alpha": character_sets,
    "segment_match": segment_match,
    "gamma_disorder": gamma_disorder,
    "gamma_given_samples": gamma_given,
    "gamma": gamma_chance,
    "boundary_metrics": boundary_metrics,
    "windowdiff_nltk": window_diff,
    "edge_convention": edge,
}
