"""A merge plan in words: kinds of rows, and what a clash is about."""

from __future__ import annotations

from qualcode_app.domain.changes import Kind
from qualcode_app.services.merging.outcomes import OURS, MergePlan, Outcome, Version
from qualcode_app.ui.language import language_code
from qualcode_app.ui.wording import translate

NAMES = ("label", "title", "name", "key", "quote", "text", "state")


def kind_name(kind: Kind) -> str:
    """Return what rows of a kind are called."""
    names = {
        Kind.DOCUMENT: translate("merge", "Documents"),
        Kind.REVISION: translate("merge", "Texts of documents"),
        Kind.SECTION: translate("merge", "Headings of documents"),
        Kind.CODEBOOK: translate("merge", "Codebooks"),
        Kind.CODE: translate("merge", "Codes and definitions"),
        Kind.CODEBOOK_VERSION: translate("merge", "Codebook versions"),
        Kind.FACET: translate("merge", "Facets"),
        Kind.CODER: translate("merge", "Coders"),
        Kind.ROUND: translate("merge", "Rounds"),
        Kind.READING_STATUS: translate("merge", "Reading status"),
        Kind.CODING: translate("merge", "Codings"),
        Kind.MEMO: translate("merge", "Memos"),
        Kind.STUDY_CASE: translate("merge", "Cases"),
        Kind.REGISTER: translate("merge", "Registers"),
        Kind.PROPOSITION: translate("merge", "Propositions"),
        Kind.JUDGEMENT: translate("merge", "Judgements"),
    }
    return names.get(kind, translate("merge", "Other"))


def clash_name(clash: Outcome) -> str:
    """Return what a clash is about: the kind and the words of the row."""
    for version in clash.versions:
        if words := _words(version):
            return f"{kind_name(clash.kind)}: {words}"
    return kind_name(clash.kind)


def version_name(plan: MergePlan, version: Version) -> str:
    """Return where a version comes from, and what it says."""
    if version.file == OURS:
        where = translate("merge", "this project")
    else:
        where = plan.files[version.file].path.stem
    words = _words(version) if version.stored else translate("merge", "removed")
    return f"{where}: {words}" if words else where


def _words(version: Version) -> str:
    if version.stored is None:
        return ""
    root = version.stored.root
    for name in NAMES:
        value = root.get(f"{name}_{language_code()}") or root.get(name)
        if value:
            return " ".join(str(value).split())[:80]
    return ""
