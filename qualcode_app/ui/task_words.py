"""How a coder is greeted with the task that a file was made for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.teams.tasks import Greeting
from qualcode_app.ui.wording import count, listing
from qualcode_app.ui.wording import date as day_words

translate = QCoreApplication.translate


def greeting_words(task: Greeting) -> str:
    """Return what is asked: how many documents, which themes, until when, and the message."""
    asked = {
        "independent": translate("task", "Your task: code {documents}"),
        "training": translate("task", "To practise: code {documents}"),
        "recoding": translate("task", "Code {documents} once more"),
    }[task.kind]
    n = task.n_documents
    several = translate("task", "{n} documents").format(n=count(n))
    parts = [asked.format(documents=translate("task", "one document") if n == 1 else several)]
    if task.family_keys:
        themes = listing(task.family_keys)
        parts.append(translate("task", "for {themes}").format(themes=themes))
    if task.due:
        day = datetime.combine(date.fromisoformat(task.due), time(12), UTC)
        parts.append(translate("task", "back before {day}").format(day=day_words(day)))
    said = [", ".join(parts) + "."]
    if task.blind:
        said.append(translate("task", "Blind: you see only your own work."))
    if task.kind == "training":
        said.append(translate("task", "The model answers come when a document is marked as read."))
    if task.message:
        said.append(task.message)
    return " ".join(said)
