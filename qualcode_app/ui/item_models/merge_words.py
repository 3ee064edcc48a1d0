"""A merge plan in words: kinds of rows, files, fields, and what a clash is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode_app.domain.changes import Kind
from qualcode_app.services.merging import clashes
from qualcode_app.services.merging.outcomes import (
    OURS,
    Doubt,
    MergeFile,
    MergePlan,
    Outcome,
    Since,
    Where,
    words_of,
)
from qualcode_app.ui import field_names
from qualcode_app.ui.language import language_code
from qualcode_app.ui.wording import count, date, translate

if TYPE_CHECKING:
    from qualcode_app.services.teams.plan_items import Item


def kind_name(kind: Kind) -> str:
    """Return what rows of a kind are called."""
    names = {
        Kind.DOCUMENT: translate("merge", "Documents"),
        Kind.REVISION: translate("merge", "Texts of documents"),
        Kind.SECTION: translate("merge", "Headings of documents"),
        Kind.CODEBOOK: translate("merge", "Codebooks"),
        Kind.CODE: translate("merge", "Codes and definitions"),
        Kind.CODEBOOK_VERSION: translate("merge", "Codebook versions"),
        Kind.FACET: translate("merge", "Facets"),
        Kind.CODER: translate("merge", "Coders"),
        Kind.ROUND: translate("merge", "Rounds"),
        Kind.ASSIGNMENT: translate("merge", "Tasks"),
        Kind.READING_STATUS: translate("merge", "Reading status"),
        Kind.CODING: translate("merge", "Codings"),
        Kind.MEMO: translate("merge", "Memos"),
        Kind.STUDY_CASE: translate("merge", "Cases"),
        Kind.WAVE: translate("merge", "Waves"),
        Kind.GROUP_SYSTEM: translate("merge", "Groupings"),
        Kind.CASE_GROUP: translate("merge", "Groups"),
        Kind.MEMBERSHIP: translate("merge", "Members of groups"),
        Kind.ATTRIBUTE: translate("merge", "Attributes"),
        Kind.ATTRIBUTE_VALUE: translate("merge", "Values of attributes"),
        Kind.REGISTER: translate("merge", "Registers"),
        Kind.PROPOSITION: translate("merge", "Propositions"),
        Kind.JUDGEMENT: translate("merge", "Judgements"),
        Kind.SCALE: translate("merge", "Scales of verdicts"),
        Kind.PROPOSITION_GROUP: translate("merge", "Propositions that belong together"),
        Kind.SEARCH_RUN: translate("merge", "Kept searches"),
        Kind.RELATION: translate("merge", "Links between codings"),
        Kind.SUCCESSION: translate("merge", "Codes that follow others"),
        Kind.QUESTION: translate("merge", "Questions"),
        Kind.CLAIM: translate("merge", "Claims"),
        Kind.CELL: translate("merge", "Summaries"),
        Kind.BATCH: translate("merge", "Earlier merges and imports"),
        Kind.ADJUDICATION: translate("merge", "Decisions on differences"),
    }
    return names.get(kind, translate("merge", "Other"))


def field_name(field: str) -> str:
    """Return what a field is called; its own name where there is no other."""
    names = {
        "text": translate("merge", "Text"),
        "note": translate("merge", "Note"),
        "name": translate("merge", "Name"),
        "title": translate("merge", "Title"),
        "state": translate("merge", "Reading status"),
        "status": translate("merge", "Status"),
        "quote": translate("merge", "Passage"),
        "start_char": translate("merge", "Begins at character"),
        "end_char": translate("merge", "Ends at character"),
        "n_words": translate("merge", "Words"),
        "coding_value": translate("merge", "Facets"),
        "option_key": translate("merge", "Verdict"),
        "position": translate("merge", "Place in the list"),
        "code_uid": translate("merge", "Code"),
        "coder_uid": translate("merge", "Coder"),
        "case_uid": translate("merge", "Case"),
        "wave_uid": translate("merge", "Wave"),
        "current_revision_uid": translate("merge", "Text of the document"),
        "n_bytes": translate("merge", "Size of the file in bytes"),
    }
    return names.get(field) or field_names.field_name(field).replace("_", " ")


def field_words(field: str, text: str) -> str:
    """Return what a field says; a reading status in words, all else as it stands."""
    states = {
        "not_started": translate("merge", "not started"),
        "busy": translate("merge", "busy"),
        "done": translate("merge", "read"),
    }
    return states.get(text, text) if field == "state" else text


def clash_name(clash: Outcome) -> str:
    """Return what a clash is about: the kind and the words of the row."""
    for version in clash.versions:
        if words := words_of(version, language_code()):
            return f"{kind_name(clash.kind)}: {words}"
    return kind_name(clash.kind)


def doubt_name(doubt: Doubt) -> str:
    """Return which names it is about."""
    return f"{kind_name(doubt.kind)}: {' / '.join(dict.fromkeys(doubt.names))}"


def item_words(item: Item) -> str:
    """Return a row of a plan in one line: what it is about, what it says, whose it is."""
    said = item.words
    if item.kind is Kind.READING_STATUS:
        said = field_words("state", said)
    elif item.kind is Kind.CODING and said:
        said = f"“{said}”"
    words = "  ".join(filter(None, (item.about, said))) or kind_name(item.kind)
    return f"{words}  ({item.coder})" if item.coder else words


def story_lines(plan: MergePlan, clash: Outcome) -> list[str]:
    """Return what became of a row on both sides since each file was handed out."""
    became = {
        Since.SAME: translate("merge", "left as it was"),
        Since.MADE: translate("merge", "made"),
        Since.CHANGED: translate("merge", "changed"),
        Since.DELETED: translate("merge", "deleted"),
        None: translate("merge", "never known"),
    }
    told = translate("merge", "Since {name} was handed out on {day}: {here} here, {there} there.")
    lines = []
    for number, story in clashes.stories(plan, clash).items():
        file = plan.files[number]
        if file.handed_out_at is not None:
            lines.append(
                told.format(
                    name=file.path.stem,
                    day=date(file.handed_out_at),
                    here=became[story.here],
                    there=became[story.there],
                )
            )
    return lines


def since_words(file: MergeFile) -> str:
    """Return how many rows changed on which side since a file was handed out; empty if unknown."""
    since = file.since
    if since is None or since.coder_uid is None:
        return ""
    told = translate(
        "merge", "Handed out on {day}. Changed since: {here} here, {there} there, {both} on both."
    )
    return told.format(
        day=date(since.at),
        here=count(since.count(Where.HERE)),
        there=count(since.count(Where.THERE)),
        both=count(since.count(Where.BOTH)),
    )


def origin_name(plan: MergePlan, file: int) -> str:
    """Return where a version comes from."""
    return translate("merge", "This project") if file == OURS else plan.files[file].path.stem
