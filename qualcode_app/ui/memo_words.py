"""What kinds and targets of memos are called."""

from __future__ import annotations

from qualcode_app.ui.wording import translate


def kind_name(kind: str) -> str:
    """Return what a kind of memo is called."""
    return {
        "note": translate("memos", "Note"),
        "question": translate("memos", "Question"),
        "decision": translate("memos", "Decision"),
    }[kind]


def target_name(kind: str) -> str:
    """Return what the thing is called that a memo is about."""
    names = {
        "project": translate("memos", "Project"),
        "document": translate("memos", "Document"),
        "code": translate("memos", "Code"),
        "coding": translate("memos", "Coding"),
        "claim": translate("memos", "Finding"),
        "place": translate("memos", "Place"),
    }
    return names.get(kind, translate("memos", "Other"))
