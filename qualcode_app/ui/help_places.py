"""Which heading of the manual tells of which work space, panel and dialog."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from qualcode_app.ui import manual
from qualcode_app.ui.manual import Spot

FIRST, WINDOW, ANALYSIS, EXPORTS, MOVING = (
    "first-steps",
    "window",
    "analysis",
    "exports",
    "moving-in",
)
START = (FIRST, "Make a project")
CODE = (FIRST, "Code")
READ = (FIRST, "Read is something else than nothing found")
CORPUS = (FIRST, "The corpus: what counts")
CODEBOOK = (FIRST, "The codebook")
REGISTER = (FIRST, "The register")
TOGETHER = (FIRST, "Work together")
AGREEMENT = (FIRST, "Agreement")
SCANS = (FIRST, "Scanned pages")
FINDINGS = (ANALYSIS, "Findings")

BEGINNING = Spot(FIRST)

PLACES: dict[str, tuple[str, str]] = {  # by class: page and English heading
    "StartPage": START,
    "NewProjectDialog": START,
    "IntakeReport": START,
    "CodingSpace": CODE,
    "CodingsPanel": CODE,
    "MemoDialog": CODE,
    "CodingFilterDialog": CODE,
    "ReadingPanel": READ,
    "NotMentionedDialog": READ,
    "CorpusSpace": CORPUS,
    "CaseSheetDialog": CORPUS,
    "CodebookPanel": CODEBOOK,
    "CodeEditor": CODEBOOK,
    "CodeWordsDialog": CODEBOOK,
    "InVivoDialog": CODEBOOK,
    "MergeCodes": CODEBOOK,
    "SplitCode": CODEBOOK,
    "CodeReview": CODEBOOK,
    "ActiveCodes": CODEBOOK,
    "VersionsDialog": CODEBOOK,
    "CodebookArrival": CODEBOOK,
    "CodebookUpdate": CODEBOOK,
    "RegisterSpace": REGISTER,
    "RegisterTableDialog": REGISTER,
    "MergeSpace": TOGETHER,
    "AdjudicationSpace": TOGETHER,
    "HandoutDialog": TOGETHER,
    "SendBackDialog": TOGETHER,
    "JoinDialog": TOGETHER,
    "BatchesDialog": TOGETHER,
    "HistoryDialog": TOGETHER,
    "WhoseWork": TOGETHER,
    "AgreementSpace": AGREEMENT,
    "BoundaryRuleDialog": AGREEMENT,
    "TextQuality": SCANS,
    "AnalysisSpace": (ANALYSIS, "What counts"),
    "MatrixPanel": (ANALYSIS, "Matrix"),
    "QuestionPanel": (ANALYSIS, "Questions"),
    "TogetherPanel": (ANALYSIS, "Together"),
    "ValuesPanel": (ANALYSIS, "Values"),
    "PortraitPanel": (ANALYSIS, "Portrait"),
    "ChartDialog": (ANALYSIS, "Pictures"),
    "FrameworkPanel": (ANALYSIS, "Framework"),
    "FindingsPanel": FINDINGS,
    "ExportDialog": (EXPORTS, ""),
    "CodeTableDialog": (MOVING, "Codings from a table"),
    "ProjectArrival": (MOVING, "REFI-QDA projects (.qdpx): NVivo, ATLAS.ti, MAXQDA and others"),
    "LostReport": (MOVING, "Out to other programs"),
    "Palette": (WINDOW, "Find a command"),
    "SettingsDialog": (WINDOW, "Settings"),
    "KeysPage": (WINDOW, "Keys"),
}


def spot_of(widget: QWidget | None) -> Spot | None:
    """Return where the manual tells of a widget, or of what it stands in; None if nowhere."""
    for each in _outwards(widget):
        place = PLACES.get(type(each).__name__)
        if place is not None:
            return manual.spot(*place)
    return None


def _outwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
