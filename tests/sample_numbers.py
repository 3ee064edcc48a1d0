"""Groups and other numbers for the sample: three numbers of homes, two years."""

from __future__ import annotations

from decimal import Decimal

from qualcode_app.domain import numbers
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.cases import case_rows, group_edits
from qualcode_app.services.cases.group_edits import Term
from qualcode_app.services.coding import coding_rows, facets
from qualcode_app.services.documents import documents
from qualcode_app.services.store.project import Project

NUMBERS = {
    "Lindewater": ("300 woningen", "250 woningen"),
    "Oostervaart": ("minimaal 1.200 woningen in 2030",),
}


def add_to(project: Project) -> None:
    """Put two groups of places and numbers on the first codings of homes, and on no others."""
    for row in project.read(coding_rows.rows):
        if row.values:
            project.write(facets.set_values, row.uid, ())
    project.write(group_edits.add_system, "Grootte", ["Stad", "Dorp"])
    (system,) = project.read(case_rows.group_systems)
    groups = {group.title: group.uid for group in system.groups}
    for case in project.read(case_rows.cases):
        term = Term(groups["Stad" if case.name == "Oostervaart" else "Dorp"])
        project.write(group_edits.set_terms, case.uid, "case", system.uid, [term])
    keys = {row.key: row.uid for row in project.read(facets.rows)}
    of_case = {row.uid: row.case_name for row in project.read(documents.rows)}
    aim = Decimal(2040)
    year = FacetValue(keys["number"], value_min=aim, value_max=aim, object="aardgasvrij")
    for name, said in NUMBERS.items():
        rows = [
            row
            for row in project.read(coding_rows.rows)
            if of_case[row.document_uid] == name and row.code_key.startswith("WON")
        ]
        for i, (row, text) in enumerate(zip(rows, said, strict=False)):
            found = facets.number_value(keys["number"], numbers.read(text)[0])
            more = (found, year) if i == 0 else (found,)
            values = (FacetValue(keys["role"], "measure"), *more)
            project.write(facets.set_values, row.uid, values)
