"""Lines of a page into blocks, and blocks into reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from auditor.document.page import (
    Bools,
    Drawn,
    OrderedPage,
    ScreenedPage,
    Table,
    advanced,
)
from auditor.document.pdf.layout.boxes import Piece, box_of, pieces_of
from auditor.document.pdf.layout.columns import Orderer
from auditor.document.pdf.layout.lines import chained, goes_on_within, line_extents, upright
from auditor.document.pdf.tables.grid import groups_of
from auditor.document.structure.drawn_bullets import find_drawn_bullets
from auditor.document.structure.list_items import attach_marks, find_drop_caps

MOST_COMPARED = 1500
"""Lines of a page that are held against each other: no more stand on one that people read."""
MOST_PARTED = 0.3
"""Of the lines of a page: more are parted from the next below only where a file hops about."""
NOTHING = Drawn()


def put_in_order(page: ScreenedPage, unruled: Sequence[Table]) -> OrderedPage:
    """Return the page in reading order, with tables without rules that were found on it."""
    if unruled:
        page = advanced(page, ScreenedPage, tables=(*page.tables, *unruled))
    running = {line for line, aside in page.aside.items() if aside.place == "running"}
    pointing = [line for line, aside in page.aside.items() if aside.place == "toc"]
    free = page.free_lines()
    caps = find_drop_caps(page, free)
    turned: list[int] = []
    if page.lines.plain.is_turned:
        is_turned = page.lines.way[free] > 0
        turned, free = free[is_turned].tolist(), free[~is_turned]
    if caps:
        free = free[~np.isin(free, list(caps.values()))]
    mark, marked = attach_marks(page, free, pointing)
    lines: list[int] = marked.tolist()
    initials = {line: int(page.lines.first[cap]) for line, cap in caps.items()}
    text = [line for line in lines if line not in running] if running else lines
    order, block, columns = _order(page, text)
    if turned:
        lines = sorted((*lines, *turned))
        order += _turned_in_order(page, block, [line for line in turned if line not in running])
    if running:
        order = _with_running(page, order, block, [line for line in lines if line in running])
    return advanced(
        page,
        OrderedPage,
        drawn=NOTHING,  # it told of tables, and a long document has much of it
        order=tuple(order),
        block=np.array(block, np.int64),
        columns=columns,
        mark=mark | initials,
        initials=frozenset(initials.values()),
        bulleted=find_drawn_bullets(page, text),
    )


def _turned_in_order(page: ScreenedPage, block: list[int], lines: Sequence[int]) -> list[int]:
    """Return the order of lines that read other ways, those of each way together."""
    order: list[int] = []
    for way in (1, 2, 3):
        own = [line for line in lines if page.lines.plain.way[line] == way]
        order += _order_of_way(page, block, own, way)
    return order


def _order_of_way(page: ScreenedPage, block: list[int], lines: list[int], way: int) -> list[int]:
    """Return the order of lines that read another way, as if the page were turned for them."""
    if not lines:
        return []
    boxes = upright(page.boxes, way, page.frame)
    x0, top, x1, bottom = line_extents(boxes, page.lines.first)
    turned = replace(page.lines, x0=x0, top=top, x1=x1, bottom=bottom)
    changed = {"boxes": boxes, "lines": turned, "tables": (), "gutter": None, "drawn": NOTHING}
    page = advanced(page, ScreenedPage, **changed)
    lines = _gathered(page, lines)
    order, own, _ = _order(page, lines)
    before = _next_number(block)
    for line in lines:
        block[line] = own[line] + before
    return order


def _next_number(block: Sequence[int]) -> int:
    """Return the number of a block that is to be the next of some."""
    return max(0, *block) + 1


def _gathered(page: ScreenedPage, lines: list[int]) -> list[int]:
    """Return turned lines, which come row by row, text by text: those below each other together."""
    if len(lines) > MOST_COMPARED:
        return lines
    below = _are_below(page, lines)
    near = [side.nonzero()[0].tolist() for side in below | below.T]
    return [lines[at] for at in np.argsort(groups_of(near), kind="stable").tolist()]


def _with_running(
    page: ScreenedPage, order: list[int], block: list[int], running: list[int]
) -> list[int]:
    """Return the order with running heads first and feet last, each a block of its own."""
    top, x0 = page.lines.plain.top, page.lines.plain.x0
    ranked = sorted(running, key=lambda line: (round(top[line]), x0[line]))
    for number, line in enumerate(ranked, _next_number(block)):
        block[line] = number
    middle = page.frame[1] / 2
    heads = [line for line in ranked if top[line] < middle]
    return heads + order + ranked[len(heads) :]


def _order(page: ScreenedPage, lines: list[int]) -> tuple[list[int], list[int], int]:
    """Return the reading order, the number of the block of each line, and the columns."""
    block = [-1] * len(page.lines)
    if not lines:
        return [-1 - number for number in range(len(page.tables))], block, 1
    places = np.array(lines, np.int64)
    box: list[int] = box_of(page, places).tolist()
    follows: list[bool] = chained(page, places).tolist()
    goes_on = _within_boxes(follows, box)
    shuffled = _is_shuffled(page, lines, follows if page.aside else goes_on)
    if shuffled:
        within = goes_on_within(page, places).tolist()
        goes_on = [one and other for one, other in zip(goes_on, within, strict=True)]
    runs = _runs(lines, goes_on)
    pieces = pieces_of(page, runs)
    pieces += [Piece(*table.box, len(table.rows), len(table.words)) for table in page.tables]
    boxed = _boxed(runs, box)
    reading, columns = _read(pieces, boxed, page.gutter, shuffled=shuffled)
    ordered: list[int] = []
    for piece in reading:
        if piece < len(runs):
            ordered += runs[piece]
        else:
            ordered.append(len(runs) - 1 - piece)
    if shuffled:
        at_box = dict(zip(lines, box, strict=True))
        own = [line for line in ordered if line >= 0]
        follows = chained(page, np.array(own, np.int64)).tolist()
        goes_on = _within_boxes(follows, [at_box[line] for line in own])
        runs = _runs(own, goes_on)
    for number, run in enumerate(runs):
        for line in run:
            block[line] = number
    return ordered, block, columns


def _within_boxes(follows: list[bool], box: Sequence[int]) -> list[bool]:
    """Return which lines go on below the one before them, and in the same box."""
    if max(box) < 0:
        return follows
    return [
        goes_on and one == other
        for goes_on, (one, other) in zip(follows, pairwise(box), strict=True)
    ]


def _runs(lines: Sequence[int], goes_on: Sequence[bool]) -> list[list[int]]:
    """Return lines in runs, given of each but the first whether it goes on in the one before it."""
    runs = [[lines[0]]]
    for line, is_next in zip(lines[1:], goes_on, strict=True):
        if is_next:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _read(
    pieces: Sequence[Piece],
    boxed: Mapping[int, list[int]],
    gutter: float | None,
    *,
    shuffled: bool,
) -> tuple[list[int], int]:
    """Return the pieces in reading order, what stands in one box together, and the columns."""
    whole = Orderer(_with_boxes(pieces, boxed) if boxed else pieces, shuffled=shuffled)
    within = Orderer(pieces, shuffled=shuffled)
    later = {at for own in boxed.values() for at in own[1:]}
    pages = _facing(whole.pieces, gutter)
    ordered: list[int] = []
    for ids in pages:
        for first in whole.order([at for at in ids if at not in later], 0):
            ordered += within.order(boxed[first], 0) if first in boxed else [first]
    return ordered, whole.columns * len(pages)


def _boxed(runs: Sequence[Sequence[int]], box: Sequence[int]) -> dict[int, list[int]]:
    """Return the runs that stand in one box, by the first of them; several in each."""
    members: dict[int, list[int]] = {}
    if max(box) < 0:
        return members
    at = 0
    for run, lines in enumerate(runs):
        if box[at] >= 0:
            members.setdefault(box[at], []).append(run)
        at += len(lines)
    return {own[0]: own for own in members.values() if len(own) > 1}


def _with_boxes(pieces: Sequence[Piece], boxed: Mapping[int, list[int]]) -> list[Piece]:
    """Return pieces, in place of the first of each box all that it holds."""
    found = list(pieces)
    for first, own in boxed.items():
        held = [pieces[at] for at in own]
        found[first] = Piece(
            min(piece.x0 for piece in held),
            min(piece.top for piece in held),
            max(piece.x1 for piece in held),
            max(piece.bottom for piece in held),
            sum(piece.lines for piece in held),
            sum(piece.words for piece in held),
        )
    return found


def _is_shuffled(page: ScreenedPage, lines: list[int], goes_on: list[bool]) -> bool:
    """True if a file writes the lines of a page all over the place.

    It writes the entries of a contents list and their numbers by turns, which tells nothing.
    """
    if page.aside:
        told = [line for line in lines if line not in page.aside]
        if len(told) < len(lines):
            lines, goes_on = told, chained(page, np.array(told, np.int64)).tolist()
    runs = len(lines) - sum(goes_on)
    return len(lines) > 12 and runs > 0.55 * len(lines) and _hops(page, lines, goes_on)


def _hops(page: ScreenedPage, lines: list[int], goes_on: list[bool]) -> bool:
    """True if many lines have another below them that the file writes elsewhere."""
    if len(lines) > MOST_COMPARED:
        return True
    parted = _are_below(page, lines).any(axis=1) & ~np.append(goes_on, False)
    return bool(parted.sum() > MOST_PARTED * len(lines))


def _are_below(page: ScreenedPage, lines: list[int]) -> Bools:
    """Return for each line and other whether the other goes on straight below it."""
    every = page.lines
    x0, x1, bottom = every.x0[lines], every.x1[lines], every.bottom[lines]
    height = bottom - every.top[lines]
    step = bottom[None, :] - bottom[:, None]
    shared = np.minimum(x1[None, :], x1[:, None]) - np.maximum(x0[None, :], x0[:, None])
    narrow = np.minimum((x1 - x0)[None, :], (x1 - x0)[:, None])
    below: Bools = (step > 0.3 * height[:, None]) & (step < 1.9 * height[:, None])
    below &= (shared > 0.3 * narrow) & (every.size[lines][None, :] == every.size[lines][:, None])
    return below


def _facing(pieces: Sequence[Piece], gutter: float | None) -> list[list[int]]:
    """Part pieces into those of the left page and those of the right one, on a spread."""
    every = list(range(len(pieces)))
    if gutter is None:
        return [every]
    right = {i for i in every if (pieces[i].x0 + pieces[i].x1) / 2 > gutter}
    return [[i for i in every if i not in right], sorted(right)]
