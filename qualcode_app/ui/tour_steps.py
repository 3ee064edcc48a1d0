"""The guided tour in steps: what is asked, what its doing teaches, and where the card stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.wording import translate

if TYPE_CHECKING:
    from qualcode_app.ui.actions import Actions
    from qualcode_app.ui.main_window import MainWindow

Act = Literal["select", "code", "compare", "look_behind", "export"]
ACTS: tuple[Act, ...] = ("select", "code", "compare", "look_behind", "export")


@dataclass(frozen=True, slots=True)
class TourStep:
    """One act of the tour in words."""

    title: str
    ask: str
    done: str  # said once the user has done it


@dataclass(frozen=True, slots=True)
class Spot:
    """The part of the window that a step is about; null: out of sight just now."""

    rect: QRect
    widget: QWidget | None = None


def step(act: Act, actions: Actions) -> TourStep:
    """Return the words of a step in the window's language, with the keys that acts have now."""
    said = _said(act)
    return TourStep(said.title, with_keys(actions, said.ask), with_keys(actions, said.done))


def _said(act: Act) -> TourStep:
    match act:
        case "select":
            return TourStep(
                translate("tour", "Select a passage"),
                translate(
                    "tour",
                    "Drag over a sentence of the page, or press {next_unit} for the next sentence.",
                ),
                translate("tour", "Selected. Next it gets a code."),
            )
        case "code":
            return TourStep(
                translate("tour", "Give it a code"),
                translate(
                    "tour",
                    "Press {code_found}, type WON (housing) and press Enter; or double-click a "
                    "code in the codebook.",
                ),
                translate(
                    "tour",
                    "Coded, and already on disk: there is nothing to save. It stands in the list "
                    "below the page; {undo} takes it back.",
                ),
            )
        case "compare":
            return TourStep(
                translate("tour", "See how two coders agree"),
                translate(
                    "tour",
                    "A second coder has read the same agreements. Choose Agreement in this bar, "
                    "or press {space_agreement}.",
                ),
                translate(
                    "tour",
                    "Alpha is 1 where coders mark the same text and 0 where it could be chance. "
                    "Each figure comes with its interval.",
                ),
            )
        case "look_behind":
            return TourStep(
                translate("tour", "Look behind a figure"),
                translate(
                    "tour",
                    "Click a line of the table, for instance WON-1, or walk to it with the arrow "
                    "keys.",
                ),
                translate(
                    "tour",
                    "The passages behind the figure stand at the right. Enter on one opens its "
                    "page, Esc comes back.",
                ),
            )
        case "export":
            return TourStep(
                translate("tour", "Take the results along"),
                translate(
                    "tour",
                    "Press {export} or choose File > Export, agree to what is offered, and "
                    "choose a folder.",
                ),
                translate(
                    "tour",
                    "Your file is written. That was the whole way; this copy of the sample is "
                    "yours to play with. Your own project begins with File > New project.",
                ),
            )


def spot(act: Act, window: MainWindow) -> Spot:
    """Return what a step is about, in the window's coordinates."""
    view = window.view
    if view is None:
        return Spot(QRect())
    target: QWidget
    match act:
        case "select":
            target = view.coding.page.view
        case "code":
            target = view.coding.codes
        case "compare":
            return _tab(window, "agreement")
        case "look_behind":
            target = view.agreement.pages
        case "export":
            on_agreement = view.agreement.isVisible()
            target = view.agreement.head.export_button if on_agreement else window.menuBar()
    return _of(target, target.rect(), window)


def _tab(window: MainWindow, name: str) -> Spot:
    tabs = window.bar.tabs
    numbers = [number for number in range(tabs.count()) if tabs.tabData(number) == name]
    return _of(tabs, tabs.tabRect(numbers[0]), window) if numbers else Spot(QRect())


def _of(widget: QWidget, part: QRect, window: MainWindow) -> Spot:
    if not widget.isVisibleTo(window):
        return Spot(QRect())
    return Spot(QRect(widget.mapTo(window, QPoint(0, 0)) + part.topLeft(), part.size()), widget)
