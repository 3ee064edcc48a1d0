"""Acts of the log, kinds of batches and findings of a check, in words."""

from __future__ import annotations

from datetime import datetime

from qualcode_app.domain.changes import Kind
from qualcode_app.services.merging.batches import BatchFacts
from qualcode_app.services.provenance.checking import Fault
from qualcode_app.ui.item_models.merge_words import kind_name
from qualcode_app.ui.wording import date_time, translate


def act_name(act: str, kind: str) -> str:
    """Return what was done, such as "Codings: added"."""
    verb = act.rpartition(".")[2]
    verbs = {
        "add": translate("history", "added"),
        "added": translate("history", "added"),
        "remove": translate("history", "deleted"),
        "removed": translate("history", "deleted"),
        "changed": translate("history", "changed"),
        "merge": translate("history", "merged"),
        "recode": translate("history", "given another code"),
        "resize": translate("history", "given other edges"),
        "rank": translate("history", "ranked"),
        "import": translate("history", "imported"),
        "rename": translate("history", "renamed"),
        "move": translate("history", "moved"),
        "retire": translate("history", "taken out of use"),
        "withdraw": translate("history", "withdrawn"),
        "reassign": translate("history", "given to another coder"),
    }
    name = kind_name(Kind(kind)) if kind in {each.value for each in Kind} else kind
    if kind == Kind.BATCH.value:
        name = translate("history", "Came in together")
    return f"{name}: {verbs.get(verb, translate('history', 'changed'))}"


def batch_kind(kind: str) -> str:
    """Return what kind of batch it is."""
    names = {
        "merge": translate("history", "Merge"),
        "import": translate("history", "Import"),
        "auto_code": translate("history", "Coded by search"),
        "takeover": translate("history", "Highlights taken over"),
        "withdraw": translate("history", "Withdrawal"),
    }
    return names.get(kind, kind)


def batch_name(batch: BatchFacts) -> str:
    """Return how a batch is told in one line."""
    return f"{batch_kind(batch.kind)}, {date_time(batch.made_at)}: {batch.label}"


def moment(at: datetime | None) -> str:
    """Return a time, or nothing."""
    return date_time(at) if at is not None else ""


def fault_name(fault: Fault) -> str:
    """Return what is wrong."""
    names = {
        Fault.FILE: translate("history", "Damaged place in the file"),
        Fault.MISSING: translate("history", "Refers to something that is not there"),
        Fault.CHAIN: translate("history", "The log was changed or has a gap"),
        Fault.FORK: translate("history", "One file was worked on in two places"),
        Fault.HEAD: translate("history", "A log that was received is gone"),
        Fault.CONTENT: translate("history", "Changed past the log"),
        Fault.GRAVE: translate("history", "Deleted and there at once"),
        Fault.QUOTE: translate("history", "The words are not at their place"),
        Fault.NOTE: translate("history", "A note on something that is not there"),
        Fault.CYCLE: translate("history", "Codes that stand above each other"),
    }
    return names[fault]
