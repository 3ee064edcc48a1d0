"""Which heading of the manual tells of which work space, panel and dialog."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from qualcode_app.ui import manual
from qualcode_app.ui.manual import Spot

FIRST, WINDOW, ANALYSIS, FIGURES, EXPORTS, CITING, MOVING = (
    "first-steps",
    "window",
    "analysis",
    "agreement",
    "exports",
    "citing",
    "moving-in",
)
START = (FIRST, "Make a project")
CODE = (FIRST, "Code")
SEARCH = (FIRST, "Search and suggestions")
MEMOS = (FIRST, "Memos")
READ = (FIRST, "Read is something else than nothing found")
CORPUS = (FIRST, "The corpus: what counts")
CODEBOOK = (FIRST, "The codebook")
REGISTER = (FIRST, "The register")
TOGETHER = (FIRST, "Work together")
AGREEMENT = (FIRST, "Agreement")
KEPT = (FIRST, "Nothing lost")
SCANS = (FIRST, "Scanned pages")
FINDINGS = (ANALYSIS, "Findings")

BEGINNING = Spot(FIRST)

PLACES: dict[str, tuple[str, str]] = {  # by class: page and English heading
    "StartPage": START,
    "NewProjectDialog": START,
    "IntakeReport": START,
    "CodingSpace": CODE,
    "PagePanel": CODE,
    "ContentsPanel": CODE,
    "DocumentsPanel": CODE,
    "CodingsPanel": CODE,
    "CodingOrigin": TOGETHER,
    "OwnFacetDialog": CODE,
    "TakeoverDialog": CODE,
    "SearchPanel": SEARCH,
    "SuggestionsPanel": SEARCH,
    "CodeHitsDialog": SEARCH,
    "MemosPanel": MEMOS,
    "MemoDialog": MEMOS,
    "QuotationCheck": (CITING, "A passage"),
    "CodingFilterDialog": CODE,
    "ReadingPanel": READ,
    "NotMentionedDialog": READ,
    "CorpusSpace": CORPUS,
    "CorpusPanel": CORPUS,
    "GroupsPanel": CORPUS,
    "NewAttributeDialog": CORPUS,
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
    "ChooseBook": CODEBOOK,
    "CodebookArrival": CODEBOOK,
    "CodebookUpdate": CODEBOOK,
    "RegisterSpace": REGISTER,
    "RegisterPanel": REGISTER,
    "VerdictPanel": REGISTER,
    "RegisterTableDialog": REGISTER,
    "MergeSpace": TOGETHER,
    "MergePanel": TOGETHER,
    "MergeSide": TOGETHER,
    "AdjudicationSpace": TOGETHER,
    "DifferencesPanel": TOGETHER,
    "VoicesPanel": TOGETHER,
    "DecisionPanel": TOGETHER,
    "HandoutDialog": TOGETHER,
    "SendBackDialog": TOGETHER,
    "JoinDialog": TOGETHER,
    "BatchesDialog": TOGETHER,
    "HistoryDialog": TOGETHER,
    "WhoseWork": TOGETHER,
    "BackupsDialog": KEPT,
    "FindingsDialog": KEPT,
    "TroubleDialog": KEPT,
    "AgreementSpace": AGREEMENT,
    "AgreementPanel": AGREEMENT,
    "PassagesPanel": AGREEMENT,
    "LeftOutDialog": (FIGURES, "Whose silence counts"),
    "BoundaryRuleDialog": AGREEMENT,
    "TextQuality": SCANS,
    "AnalysisSpace": (ANALYSIS, "What counts"),
    "MatrixPanel": (ANALYSIS, "Matrix"),
    "EvidencePanel": (ANALYSIS, "What counts"),
    "QuestionPanel": (ANALYSIS, "Questions"),
    "OwnScaleDialog": (ANALYSIS, "Questions"),
    "CodeLinksDialog": (ANALYSIS, "Questions"),
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
    "AboutDialog": (CITING, "The program"),
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
