"""The lines of agreement tables, and what they are called."""

from __future__ import annotations

from math import isnan, nan

from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement.agreement_details import DriftPoint
from qualcode_app.services.agreement.agreement_rows import AgreementRow, GroupLine, Number
from qualcode_app.services.agreement.program_panels import ProgramLine
from qualcode_app.services.agreement.value_figures import ValueLine
from qualcode_app.ui.language import language_code
from qualcode_app.ui.wording import in_language, listing, number, translate

Line = AgreementRow | GroupLine | DriftPoint | ValueLine | ProgramLine


def name_of(line: Line) -> str:
    """Return what a line is called."""
    if isinstance(line, AgreementRow):
        return f"{line.code_key} {code_name(line)}".strip()
    if isinstance(line, DriftPoint):
        return line.title
    if isinstance(line, ValueLine):
        return in_language(line.label_nl, line.label_en)
    if isinstance(line, ProgramLine):
        return f"{line.program}: {heading(line.name, language_code())}"
    if line.of == "coder":
        text = translate("agreement", "{name} against the others")
        return text.format(name=line.names[0])
    return listing(line.names)


def code_name(row: AgreementRow) -> str:
    """Return the label of the code, or what the pooled row is called."""
    if not row.code_uid:
        return translate("agreement", "All codes together")
    return in_language(row.code_label_nl, row.code_label_en)


def interval(row: Line) -> str:
    """Return the figure with its interval in words, or why it has none."""
    if row.alpha.reason:
        return reason(row.alpha)
    low, high, why = ends(row)
    value = number(row.alpha.value)
    if isnan(low):
        return f"{value}. {translate('errors', why)}" if why else value
    text = translate("agreement", "{value}, from {low} to {high}")
    return text.format(value=value, low=number(low), high=number(high))


def ends(row: Line) -> tuple[float, float, str]:
    """Return the ends of the interval, and why there is none."""
    if isinstance(row, DriftPoint | ProgramLine):
        return nan, nan, ""
    return row.low, row.high, row.no_interval


def remarks(row: AgreementRow, *, short: bool = True) -> str:
    """Return what to mind with this row, in words."""
    if not row.code_uid:
        return ""
    if row.too_rare:
        return (
            translate("agreement", "Too rare")
            if short
            else translate("agreement", "Too rare to judge")
        )
    if sum(n > 0 for n in row.n_spans) == 1:
        return translate("agreement", "One coder")
    return ""


def reason(figure: Number) -> str:
    """Return why a figure is undefined, "" where it is not."""
    return translate("errors", figure.reason) if figure.reason else ""
