"""Which language the window speaks, and switching it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from qualcode_app import paths

NAMES = {"nl": "Nederlands", "en": "English"}  # each in itself: who looks for it must recognise it
CHOICES = ("system", *NAMES)


class Language(QObject):
    """Installs the translations; English is the source, Dutch is complete."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = QLocale.system()
        self._translators: list[QTranslator] = []
        self.choice = choice
        self.code = ""
        self._install()

    def choose(self, choice: str) -> None:
        """Speak another language, or that of the system."""
        self.choice = choice
        before = self.code
        self._install()
        if self.code != before:
            self.changed.emit()

    def _code_now(self) -> str:
        if self.choice in NAMES:
            return self.choice
        return "nl" if self._system.language() == QLocale.Language.Dutch else "en"

    def _install(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
        self.code = self._code_now()
        QLocale.setDefault(self._locale())
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(f"qtbase_{self.code}", of_qt)
        self._load(f"qualcode_{self.code}", str(paths.resources() / "i18n"))

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)

    def _locale(self) -> QLocale:
        """Return how numbers and dates are written: as on this system where it fits."""
        if self.code == "nl":
            dutch = self._system.language() == QLocale.Language.Dutch
            return self._system if dutch else QLocale("nl_NL")
        english = self._system.language() == QLocale.Language.English
        return self._system if english else QLocale("en_GB")


def language_code() -> str:
    """Return the language the window speaks now, for labels that exist in two languages."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"
