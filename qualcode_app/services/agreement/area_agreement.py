"""Agreement on areas of pages: a figure of its own, on surface, never added to text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.agreement.areas import PER_POINT, AreaData, as_spans
from qualcode_app.agreement.data import Floats
from qualcode_app.agreement.summary import Notice
from qualcode_app.agreement.sweep import coder_sets
from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.models.codings import Coding, CodingArea
from qualcode_app.services.agreement import agreement_rows, agreements
from qualcode_app.services.agreement.agreement_passages import Bar, Kind, Passage, Passages
from qualcode_app.services.agreement.agreement_rows import AgreementRow, AgreementTable
from qualcode_app.services.agreement.reliability import Reliability, homes
from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import PageRow

PER_SQUARE_POINT = PER_POINT**2


@dataclass(frozen=True, slots=True)
class Drawn:
    """One rectangle that a coder drew."""

    document: int
    page: int  # 0 for the first
    code: int
    coder: int
    area: PageArea


@dataclass(frozen=True, slots=True)
class Areas:
    """The rectangles of a study, and the pages they lie on."""

    drawn: tuple[Drawn, ...]
    pages: tuple[tuple[PageRow, ...], ...]  # per document


def areas(session: Session, found: Reliability) -> Areas:
    """Return the rectangles of the coders that are compared, within their pages."""
    home = homes(codebook.rows(session), found.scope.level)
    code_at = {uid: i for i, uid in enumerate(found.characters.codes)}
    voice_at = {place: i for i, place in enumerate(found.places)}
    text_at = {uid: i for i, uid in enumerate(found.revision_uids)}
    query = (
        select(Coding.code_uid, Coding.revision_uid, Coding.round_uid, Coding.coder_uid, CodingArea)
        .join(CodingArea, CodingArea.coding_uid == Coding.uid)
        .where(Coding.round_uid.in_({place[0] for place in found.places}))
        .order_by(Coding.uid, CodingArea.ordinal)
    )
    drawn: list[Drawn] = []
    pages: dict[int, tuple[PageRow, ...]] = {}
    for code_uid, revision_uid, round_uid, coder_uid, row in session.execute(query):
        code = code_at.get(home.get(code_uid, ""), -1)
        voice = voice_at.get((round_uid, coder_uid), -1)
        document = text_at.get(revision_uid, -1)
        if min(code, voice, document) < 0:
            continue
        if document not in pages:
            pages[document] = documents.pages(session, revision_uid)
        sizes = {page.number: (at, page) for at, page in enumerate(pages[document])}
        if row.page_number in sizes:
            at, page = sizes[row.page_number]
            area = _within(row, page)
            if area is not None:
                drawn.append(Drawn(document, at, code, voice, area))
    every = range(len(found.revision_uids)) if drawn else range(0)
    for document in every:
        if document not in pages:
            pages[document] = documents.pages(session, found.revision_uids[document])
    return Areas(tuple(drawn), tuple(pages[document] for document in every))


def table(session: Session, found: Reliability) -> AgreementTable | None:
    """Return the report on areas, or None when nobody who counts drew one."""
    data = areas(session, found)
    if not data.drawn:
        return None
    spans = as_spans(
        AreaData(
            found.characters.coders,
            found.characters.codes,
            found.characters.documents,
            [_sizes(pages) for pages in data.pages],
            found.characters.counted,
            np.array([each.document for each in data.drawn], np.int64),
            np.array([each.page for each in data.drawn], np.int64),
            np.array([each.code for each in data.drawn], np.int64),
            np.array([each.coder for each in data.drawn], np.int64),
            np.array([_edges(each.area) for each in data.drawn], np.float64),
        )
    )
    scope = replace(found.scope, coefficient="alpha", interval="jackknife")
    whole = agreements.tabulate(replace(found, spans=spans, tolerant=None, scope=scope))
    return _in_points(whole, data, found)


def passages(session: Session, found: Reliability, code_uid: str = "") -> Passages:
    """Return the pages on which coders drew areas of a code, or of any, differently."""
    data = areas(session, found)
    groups: dict[tuple[int, int, int], list[Drawn]] = {}
    for each in data.drawn:
        if code_uid in ("", found.characters.codes[each.code]):
            groups.setdefault((each.code, each.document, each.page), []).append(each)
    rows = [
        row
        for (code, document, page), drawn in groups.items()
        if (row := _passage(found, data, (code, document, page), drawn)) is not None
    ]
    rows.sort(key=lambda row: (-row.n_disagreeing, row.document_title, row.page_number))
    kinds = Counter(row.kind for row in rows)
    return Passages(tuple(rows), len(rows), dict(kinds))


# Inside


def _within(row: CodingArea, page: PageRow) -> PageArea | None:
    """Return the part of a rectangle that lies on its page."""
    left, right = max(row.x0_pt, 0.0), min(row.x1_pt, page.width_pt)
    top, bottom = max(row.y0_pt, 0.0), min(row.y1_pt, page.height_pt)
    least = 1 / PER_POINT
    if right - left < least or bottom - top < least:
        return None
    return PageArea(row.page_number, left, top, right, bottom)


def _sizes(pages: tuple[PageRow, ...]) -> Floats:
    return np.array([[page.width_pt, page.height_pt] for page in pages]).reshape(-1, 2)


def _edges(area: PageArea) -> tuple[float, float, float, float]:
    return area.x0_pt, area.y0_pt, area.x1_pt, area.y1_pt


def _in_points(whole: AgreementTable, data: Areas, found: Reliability) -> AgreementTable:
    """Count rectangles in the place of strips, and square points in that of their quarters."""
    drawn: Counter[tuple[str, int]] = Counter()
    for each in data.drawn:
        if found.characters.counted[each.coder, each.code, each.document]:
            drawn[found.characters.codes[each.code], each.coder] += 1
            drawn["", each.coder] += 1
    rows = tuple(_row(row, drawn) for row in whole.rows)
    return replace(whole, rows=rows, pooled=_row(whole.pooled, drawn))


def _row(row: AgreementRow, drawn: Counter[tuple[str, int]]) -> AgreementRow:
    n = tuple(drawn[row.code_uid, coder] for coder in range(len(row.n_spans)))
    notices = [text for text in row.notices if text != Notice.FEW_SPANS]
    if row.code_uid and sum(n) < agreement_rows.RARE_SPANS:
        notices.insert(0, str(Notice.FEW_SPANS.value))
    return replace(
        row,
        n_spans=n,
        n_marked=tuple(round(each / PER_SQUARE_POINT) for each in row.n_marked),
        over_use=tuple(each / PER_SQUARE_POINT for each in row.over_use),
        n_characters=round(row.n_characters / PER_SQUARE_POINT),
        notices=tuple(notices),
    )


def _passage(
    found: Reliability, data: Areas, place: tuple[int, int, int], drawn: list[Drawn]
) -> Passage | None:
    code, document, at = place
    counted = found.characters.counted[:, code, document]
    known = [each for each in drawn if counted[each.coder]]
    page = data.pages[document][at]
    here = np.zeros(len(known), np.int64)  # this document, page and code
    sets = as_spans(
        AreaData(
            found.characters.coders,
            (found.characters.codes[code],),
            ("",),
            [np.array([[page.width_pt, page.height_pt]])],
            counted[:, None, None],
            here,
            here,
            here,
            np.array([each.coder for each in known], np.int64),
            np.array([_edges(each.area) for each in known]).reshape(-1, 4),
        )
    )
    cells = coder_sets(sets)
    everyone = sum(1 << coder for coder in np.flatnonzero(counted).tolist())
    marked = int(cells.characters.sum())
    shared = int(cells.characters[cells.mask == everyone].sum())
    apart = round((marked - shared) / PER_SQUARE_POINT)
    if not known or not apart:
        return None
    coders = {each.coder for each in known}
    everybody = len(coders) == int(counted.sum())
    bars = tuple(
        Bar(coder, name, ((0.0, 1.0),) if coder in coders else (), bool(counted[coder]))
        for coder, name in enumerate(found.coder_names)
    )
    return Passage(
        Kind.BOUNDARY if everybody else Kind.ONLY,
        found.characters.codes[code],
        found.characters.documents[document],
        found.document_titles[document],
        found.revision_uids[document],
        TextAnchor(page.start_char, page.start_char + max(page.n_chars, 1)),
        page.number,
        page.label,
        "",
        apart,
        shared / marked,
        bars,
        known[0].area,
    )
