"""Fields that ask with which file and on which days something came or was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from qualcode_app.services.coding.came import ANYWHERE, Came
from qualcode_app.services.teams.arrivals import Origin
from qualcode_app.ui.item_models.history_words import batch_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import translate

FIRST_DAY = QDate(1999, 12, 31)  # stands for no day at all
CHARACTERS = 18  # of the box of files before it is made wider
DAY = "d MMM yyyy"


class OriginField(QWidget):
    """A box of files and batches, and a first and last day; each may be left open."""

    changed = Signal()

    def __init__(
        self, theme: Theme, origins: Sequence[Origin], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._origins = list(origins)
        self.box = QComboBox(self)
        everything = self.tr("Whatever file it came with")
        self.box.setAccessibleName(everything)
        self.box.addItem(everything)
        for origin in origins:
            words = f"    {origin.file}" if origin.file else batch_name(origin.batch)
            self.box.addItem(words)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(adjust)
        self.box.setMinimumContentsLength(CHARACTERS)
        self.since = self._day(self.tr("From the first day"))
        self.until = self._day(self.tr("Until today"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space("s"))
        row.addWidget(self.box, 1)
        row.addWidget(self.since)
        row.addWidget(label("–", "muted", self))
        row.addWidget(self.until)
        self.box.currentIndexChanged.connect(self.changed)

    @property
    def came(self) -> Came:
        """What is asked; the last day is asked as a whole."""
        at = self.box.currentIndex() - 1
        found = ANYWHERE
        if 0 <= at < len(self._origins):
            origin = self._origins[at]
            found = Came(origin.batch.uid, origin.replica_uids)
        last = _midnight(self.until)
        return replace(
            found,
            since=_midnight(self.since),
            until=last + timedelta(days=1) if last is not None else None,
        )

    @property
    def words(self) -> str:
        """What is asked, in words; empty where nothing is."""
        parts = [self.box.currentText().strip()] if self.box.currentIndex() > 0 else []
        for field, template in (
            (self.since, translate("origin", "from {day}")),
            (self.until, translate("origin", "until {day}")),
        ):
            if _midnight(field) is not None:
                parts.append(template.format(day=field.text()))
        return ", ".join(parts)

    def show_came(self, came: Came) -> None:
        """Show what is asked now."""
        with QSignalBlocker(self):
            for at, origin in enumerate(self._origins, start=1):
                asked = came.batch_uid, came.replica_uids
                if (origin.batch.uid, origin.replica_uids) == asked:
                    self.box.setCurrentIndex(at)
            for field, moment in (
                (self.since, came.since),
                (self.until, came.until - timedelta(days=1) if came.until else None),
            ):
                if moment is not None:
                    local = moment.astimezone()
                    field.setDate(QDate(local.year, local.month, local.day))

    def _day(self, when_open: str) -> QDateEdit:
        field = QDateEdit(self)
        field.setDisplayFormat(DAY)
        field.setMinimumDate(FIRST_DAY)
        field.setSpecialValueText(when_open)
        field.setDate(FIRST_DAY)
        field.setCalendarPopup(True)
        field.setAccessibleName(when_open)
        field.dateChanged.connect(self.changed)
        calendar = field.calendarWidget()
        if calendar is not None:  # with no day chosen it opens at the present month
            today = QDate.currentDate()
            calendar.setCurrentPage(today.year(), today.month())
        return field


def _midnight(field: QDateEdit) -> datetime | None:
    """Return when a day begins where the user is; None where it is left open."""
    chosen = field.date()
    if chosen == FIRST_DAY:
        return None
    day = date(chosen.year(), chosen.month(), chosen.day())
    return datetime.combine(day, datetime.min.time()).astimezone()
