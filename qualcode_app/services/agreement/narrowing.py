"""Less of the reliability data: some documents, or some coders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qualcode_app.agreement import bases
from qualcode_app.agreement.data import SpanData
from qualcode_app.services.agreement.reliability import Reliability


def with_documents(found: Reliability, documents: Sequence[int]) -> Reliability:
    """Return the data of some documents only, on characters as on units."""
    return replace(
        found,
        spans=found.spans.only(documents=documents),
        characters=found.characters.only(documents=documents),
        tolerant=None if found.tolerant is None else found.tolerant.only(documents=documents),
        blocks=_blocks_of(found, documents),
        document_titles=tuple(found.document_titles[i] for i in documents),
        revision_uids=tuple(found.revision_uids[i] for i in documents),
    )


def _blocks_of(found: Reliability, documents: Sequence[int]) -> SpanData | None:
    if found.blocks is None:
        return None
    wanted = {found.spans.documents[at] for at in documents}
    names = found.blocks.documents
    return found.blocks.only(
        documents=[at for at, name in enumerate(names) if bases.home_of(name) in wanted]
    )


def with_coders(found: Reliability, coders: Sequence[int]) -> Reliability:
    """Return the data of some coders only."""

    def of(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names[at] for at in coders)

    return replace(
        found,
        spans=found.spans.only(coders=coders),
        characters=found.characters.only(coders=coders),
        tolerant=None if found.tolerant is None else found.tolerant.only(coders=coders),
        blocks=None if found.blocks is None else found.blocks.only(coders=coders),
        coder_names=of(found.coder_names),
        coder_uids=of(found.coder_uids),
        places=tuple(found.places[at] for at in coders),
    )
