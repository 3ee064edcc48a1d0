"""Everything a code says, to be read while coding."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from qualcode_app.services.codebook.code_edits import CodeText
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import in_language
from qualcode_app.ui.wording import label as label_of


class CodeWordsDialog(Dialog):
    """Shows definition, use, boundaries, example and keywords of a code; only tells."""

    def __init__(self, theme: Theme, row: CodeRow, text: CodeText, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(f"{row.key} {label_of(row)}")
        parts = (
            (self.tr("In short"), in_language(text.short_nl, text.short_en)),
            (self.tr("Definition"), in_language(text.full_nl, text.full_en)),
            (self.tr("When to use"), text.when_to_use),
            (self.tr("When not to use"), "\n".join(row.not_when)),
            (self.tr("Example"), text.example),
            (self.tr("Borderline case"), text.borderline),
            (self.tr("Poles"), " / ".join(pole for pole in (text.pole_a, text.pole_b) if pole)),
            (self.tr("Keywords"), ", ".join(keyword.stem for keyword in text.keywords)),
        )
        told = [_part(name, says) for name, says in parts if says.strip()]
        self.words = QTextBrowser(self)
        self.words.document().setDocumentMargin(theme.space("m"))
        self.words.setAccessibleName(self.tr("What the code says"))
        nothing = self.tr("This code has no definition yet.")
        self.words.setHtml("".join(told) or f"<p>{escape(nothing)}</p>")
        self.content.addWidget(self.words, 1)
        self.take_room(560, 520)
        self.words.setFocus()


def _part(name: str, says: str) -> str:
    lines = "<br>".join(escape(line) for line in says.splitlines())
    return f"<p><b>{escape(name)}</b><br>{lines}</p>"
