"""Desks for what is done now and then: each is loaded and made when it is first asked for."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.ui.actions import Actions
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.viewing import Viewing

if TYPE_CHECKING:
    from qualcode_app.ui.desks.checking_desk import CheckingDesk
    from qualcode_app.ui.desks.code_table_desk import CodeTableDesk
    from qualcode_app.ui.desks.codebook_desk import CodebookDesk
    from qualcode_app.ui.desks.exchange_desk import ExchangeDesk
    from qualcode_app.ui.desks.moving_desk import MovingDesk
    from qualcode_app.ui.spaces.coding_space import CodingSpace

# Their dialogs and services would take a twelfth of the time until the window stands.
ACTS = {
    "check_quotations": ("checking", "check_quotations"),
    "text_quality": ("checking", "report_quality"),
    "take_over_highlights": ("checking", "look_for_highlights"),
    "read_scans": ("checking", "read_scans"),
    "read_page": ("checking", "read_page"),
    "book_versions": ("book", "show_versions"),
    "book_review": ("book", "show_review"),
    "book_export": ("exchange", "export_asked"),
    "book_import": ("exchange", "import_asked"),
    "import_codings": ("tables", "ask"),
    "import_project": ("moving", "import_asked"),
    "export_project": ("moving", "export_asked"),
}


class LateDesks(QObject):
    """Knows which act is done at which desk."""

    def __init__(
        self, outfit: Outfit, viewing: Viewing, actions: Actions, space: CodingSpace
    ) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._viewing = viewing
        self._space = space
        for name, (desk, act) in ACTS.items():
            actions.on(name, partial(self._do, desk, act), self)

    def _do(self, desk: str, act: str) -> None:
        getattr(getattr(self, desk), act)()

    @cached_property
    def checking(self) -> CheckingDesk:
        """The desk for quotations, the quality of texts, highlights in PDFs, scans."""
        from qualcode_app.ui.desks.checking_desk import CheckingDesk  # noqa: PLC0415

        return CheckingDesk(self._outfit, self._viewing, self._space)

    @cached_property
    def book(self) -> CodebookDesk:
        """The desk for versions of the codebook and codings to review."""
        from qualcode_app.ui.desks.codebook_desk import CodebookDesk  # noqa: PLC0415

        return CodebookDesk(self._outfit, self._viewing, self._space)

    @cached_property
    def exchange(self) -> ExchangeDesk:
        """The desk for codebooks in and out."""
        from qualcode_app.ui.desks.exchange_desk import ExchangeDesk  # noqa: PLC0415

        return ExchangeDesk(self._outfit, self._space)

    @cached_property
    def tables(self) -> CodeTableDesk:
        """The desk for tables of codings."""
        from qualcode_app.ui.desks.code_table_desk import CodeTableDesk  # noqa: PLC0415

        return CodeTableDesk(self._outfit, self._space)

    @cached_property
    def moving(self) -> MovingDesk:
        """The desk for whole projects in and out."""
        from qualcode_app.ui.desks.moving_desk import MovingDesk  # noqa: PLC0415

        return MovingDesk(self._outfit, self._space)
