"""What findings, their states and contradictions are called in the window."""

from __future__ import annotations

from qualcode_app.services.claims.contradiction import Check
from qualcode_app.services.claims.recheck import Checked, Move, State
from qualcode_app.ui.wording import label, listing, translate

SIGNS = {State.TRUE: "●", State.CHANGED: "✕", State.UNREAD: "?", State.LOST: "–"}
ROLES = {
    State.TRUE: "success",
    State.CHANGED: "danger",
    State.UNREAD: "warning",
    State.LOST: "text_muted",
}


def state_words(state: State) -> str:
    """Return how a finding stands."""
    return {
        State.TRUE: translate("findings", "Still true"),
        State.CHANGED: translate("findings", "Changed"),
        State.UNREAD: translate("findings", "Cannot be counted: not read"),
        State.LOST: translate("findings", "Cannot be counted"),
    }[state]


def check_words(check: Check) -> str:
    """Return what a check is called."""
    return {
        Check.ABSENCE: translate("findings", "Absent and present"),
        Check.ONLY: translate("findings", "Only, and also elsewhere"),
        Check.COMPLEMENT: translate("findings", "With and without do not fit"),
        Check.MATRIX: translate("findings", "Claim on a group and its codings"),
        Check.OUTSIDE: translate("findings", "Outside the corpus"),
        Check.COUNT: translate("findings", "Other numbers than found"),
        Check.QUANTIFIER: translate("findings", "Word for how many"),
        Check.NUMBER: translate("findings", "Another number"),
        Check.SUM: translate("findings", "Does not add up"),
        Check.GROUP: translate("findings", "In another group"),
        Check.WORDING: translate("findings", "Two wordings"),
        Check.QUOTATION: translate("findings", "Quotation not in the document"),
        Check.LABEL: translate("findings", "Nearly a label"),
    }[check]


def role_words(role: str) -> str:
    """Return what a passage was picked as."""
    words = {
        "example": translate("findings", "example"),
        "exception": translate("findings", "exception"),
    }
    return words.get(role, "")


def sentence(row: Checked) -> str:
    """Return the sentence of a finding; that of a kept search in the window's language."""
    claim = row.claim
    if claim.is_search and claim.result is not None:
        return label(claim.result.said)
    return claim.sentence


def changes(row: Checked) -> list[str]:
    """Return which documents came, went and are not known, a line each."""
    told = [line for move in row.moves for line in _moved(move, several=len(row.moves) > 1)]
    if row.unread:
        words = translate("findings", "Not read: {names}")
        told.append(words.format(names=listing(row.unread)))
    return told


def _moved(move: Move, *, several: bool) -> list[str]:
    came = translate("findings", "Came: {names}")
    went = translate("findings", "Went: {names}")
    told = [
        words.format(names=listing(names))
        for words, names in ((came, move.came), (went, move.went))
        if names
    ]
    if move.then != move.now:
        share = translate("findings", "Was {n} of {of}, is {m} of {of_m}")
        (n, of), (m, of_m) = move.then, move.now
        told.append(share.format(n=n, of=of, m=m, of_m=of_m))
    return [f"{label(move.label)}. {one}" for one in told] if several else told


def count_words(n: int) -> str:
    """Return how many contradictions there are."""
    if n == 1:
        return translate("findings", "1 contradiction")
    return translate("findings", "{n} contradictions").format(n=n)


def whole_project() -> str:
    """Return what all contradictions together are called."""
    return translate("findings", "What cannot both hold in the whole project")
