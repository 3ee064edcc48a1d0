"""Words for a sheet of cases: what columns tell, how lines were matched, what becomes of them."""

from __future__ import annotations

from qualcode_app.services.cases.sheet import Use
from qualcode_app.services.cases.sheet_plan import How, LinePlan, SheetPlan
from qualcode_app.ui.wording import count, error_sentence, translate


def uses() -> dict[Use, str]:
    """Return what a column can tell, in words."""
    return {
        Use.CASE: translate("sheet", "Name of the case"),
        Use.CODE: translate("sheet", "Code of the case"),
        Use.ALIASES: translate("sheet", "Other names of the case"),
        Use.DOCUMENT: translate("sheet", "Document"),
        Use.WAVE: translate("sheet", "Wave"),
        Use.DATE: translate("sheet", "Date of the document"),
        Use.STATE: translate("sheet", "In or out of the corpus"),
        Use.REASON: translate("sheet", "Reason out of the corpus"),
        Use.GROUP: translate("sheet", "Group"),
        Use.VALID_FROM: translate("sheet", "Groups hold from"),
        Use.VALID_TO: translate("sheet", "Groups hold until"),
        Use.CASE_ATTRIBUTE: translate("sheet", "Attribute of the case"),
        Use.DOCUMENT_ATTRIBUTE: translate("sheet", "Attribute of the document"),
        Use.LEAVE: translate("sheet", "Leave this column out"),
    }


def case_words(line: LinePlan) -> str:
    """Return the case of a line, and by what it was found."""
    found = line.case
    name = found.case.name if found.case else ""
    match found.how:
        case How.CODE:
            return translate("sheet", "{name} (by its code)").format(name=name)
        case How.ALIAS:
            return translate("sheet", "{name} (by another name)").format(name=name)
        case How.SPELLING:
            return translate("sheet", "{name} (other spelling)").format(name=name)
        case How.NEW:
            return translate("sheet", "new case")
        case How.LEFT:
            return translate("sheet", "left out")
        case How.DOUBT:
            return translate("sheet", "in doubt")
        case _:
            return name


def document_words(line: LinePlan) -> str:
    """Return the document of a line, and by what it was found."""
    found = line.document
    if found.document is None:
        return translate("sheet", "in doubt") if found.how is How.DOUBT else ""
    title = found.document.title
    if found.how is How.TITLE:
        return translate("sheet", "{title} (by its title)").format(title=title)
    return title


def remark(line: LinePlan) -> str:
    """Return what is to be minded about a line."""
    if line.problem is not None:
        said = translate("sheet", "Not imported: {why}")
        return said.format(why=error_sentence(line.problem))
    if line.case.how is How.DOUBT:
        if line.case.candidates and line.code and line.case.candidates[0].code == line.code:
            return translate("sheet", "Code and name disagree. Which is meant?")
        return translate("sheet", "Looks like a known name. Which is meant?")
    if line.document.how is How.DOUBT:
        return translate("sheet", "Which document is meant?")
    if line.lacks_document:
        return translate(
            "sheet", "There is no document for it, so wave, date or state stay unused."
        )
    return ""


def summary(plan: SheetPlan) -> str:
    """Return in one line what the import would do."""
    n_used = sum(line.is_used for line in plan.lines)
    words = [translate("sheet", "{n} of {total} lines will be imported.")]
    words[0] = words[0].format(n=count(n_used), total=count(len(plan.lines)))
    if n_new := len(plan.new_cases):
        words.append(translate("sheet", "New cases: {n}.").format(n=count(n_new)))
    if n_open := len(plan.open_lines):
        words.append(translate("sheet", "To be decided: {n}.").format(n=count(n_open)))
    if n_bad := sum(line.problem is not None for line in plan.lines):
        words.append(translate("sheet", "Not imported: {n}.").format(n=count(n_bad)))
    left = [column.name for column in plan.sheet.columns if column.use is Use.LEAVE]
    if left:
        said = translate("sheet", "Columns left out: {names}.")
        words.append(said.format(names=", ".join(left)))
    return " ".join(words)
