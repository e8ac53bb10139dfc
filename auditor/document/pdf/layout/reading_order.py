"""Lines of a page into blocks, and blocks into reading order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from auditor.document.page import (
    Bools,
    Drawn,
    Ints,
    OrderedPage,
    Rect,
    ScreenedPage,
    Table,
    fields_of,
)
from auditor.document.pdf.layout.boxes import Piece, box_of
from auditor.document.pdf.layout.columns import Orderer
from auditor.document.pdf.layout.headings import usual_size
from auditor.document.pdf.layout.lines import chained, goes_on_within, line_extents, upright
from auditor.document.pdf.tables.grid import groups_of
from auditor.document.structure.drawn_bullets import find_drawn_bullets
from auditor.document.structure.list_items import attach_marks, find_drop_caps

LARGER = 1.12
"""Times the size of most words: type of headings."""
MOST_COMPARED = 1500
"""Lines of a page that are held against each other: no more stand on one that people read."""
WIDE = 0.55
"""Of the width of a page: a field that goes across its columns."""
MOST_BANNER = 3.0
"""Times the height of a heading: a field that is no higher is its ground."""
MOST_PARTED = 0.3
"""Of the lines of a page: more are parted from the next below only where a file hops about."""


def put_in_order(page: ScreenedPage, unruled: Sequence[Table]) -> OrderedPage:
    """Return the page in reading order, with tables without rules that were found on it."""
    if unruled:
        page = replace(page, tables=(*page.tables, *unruled))
    running = [line for line, aside in page.aside.items() if aside.place == "running"]
    pointing = [line for line, aside in page.aside.items() if aside.place == "toc"]
    free = page.free_lines()
    caps = find_drop_caps(page, free)
    is_turned = page.lines.way[free] > 0
    is_cap = _are_among(page, free, caps.values())
    mark, lines = attach_marks(page, free[~is_turned & ~is_cap], pointing)
    initials = {line: int(page.lines.first[cap]) for line, cap in caps.items()}
    text = lines[~_are_among(page, lines, running)]
    order, block, columns = _order(page, text)
    if is_turned.any():
        turned = free[is_turned]
        lines = np.sort(np.concatenate((lines, turned)))
        order += _turned_in_order(page, block, turned[~_are_among(page, turned, running)])
    order = _with_running(page, order, block, lines[_are_among(page, lines, running)])
    kept = fields_of(page) | {"drawn": Drawn()}  # told of tables; a long document has much of it
    return OrderedPage(
        **kept,
        order=tuple(order),
        block=block,
        columns=columns,
        mark=mark | initials,
        initials=frozenset(initials.values()),
        bulleted=find_drawn_bullets(page, text),
    )


def _are_among(page: ScreenedPage, lines: Ints, some: Collection[int]) -> Bools:
    """Return for each of some lines of a page whether it is among others."""
    are = np.zeros(len(page.lines), bool)
    if some:
        are[list(some)] = True
    return are[lines]


def _turned_in_order(page: ScreenedPage, block: Ints, lines: Ints) -> list[int]:
    """Return the order of lines that read other ways, those of each way together."""
    order: list[int] = []
    for way in (1, 2, 3):
        order += _order_of_way(page, block, lines[page.lines.way[lines] == way], way)
    return order


def _order_of_way(page: ScreenedPage, block: Ints, lines: Ints, way: int) -> list[int]:
    """Return the order of lines that read another way, as if the page were turned for them."""
    if not len(lines):
        return []
    boxes = upright(page.boxes, way, page.frame)
    x0, top, x1, bottom = line_extents(boxes, page.lines.first)
    turned = replace(page.lines, x0=x0, top=top, x1=x1, bottom=bottom)
    page = replace(page, boxes=boxes, lines=turned, tables=(), gutter=None, drawn=Drawn())
    lines = _gathered(page, lines)
    order, own, _ = _order(page, lines)
    block[lines] = own[lines] + block.max(initial=0) + 1
    return order


def _gathered(page: ScreenedPage, lines: Ints) -> Ints:
    """Return turned lines, which come row by row, text by text: those below each other together."""
    if len(lines) > MOST_COMPARED:
        return lines
    below = _are_below(page, lines)
    near = [side.nonzero()[0].tolist() for side in below | below.T]
    gathered: Ints = lines[np.argsort(groups_of(near), kind="stable")]
    return gathered


def _with_running(page: ScreenedPage, order: list[int], block: Ints, running: Ints) -> list[int]:
    """Return the order with running heads first and feet last, each a block of its own."""
    if not len(running):
        return order
    top, x0 = page.lines.top.item, page.lines.x0.item
    ranked = sorted(running.tolist(), key=lambda line: (round(top(line)), x0(line)))
    block[ranked] = np.arange(len(ranked)) + block.max(initial=0) + 1
    middle = page.frame[1] / 2
    heads = [line for line in ranked if top(line) < middle]
    return heads + order + ranked[len(heads) :]


def _order(page: ScreenedPage, lines: Ints) -> tuple[list[int], Ints, int]:
    """Return the reading order, the number of the block of each line, and the columns."""
    block = np.full(len(page.lines), -1, np.int64)
    if not len(lines):
        return [-1 - number for number in range(len(page.tables))], block, 1
    box = box_of(page, lines)
    follows = chained(page, lines)
    goes_on = follows & (box[1:] == box[:-1])
    runs = np.concatenate(([True], ~goes_on)).nonzero()[0]
    shuffled = _is_shuffled(page, lines, follows if page.aside else goes_on)
    if shuffled:
        runs = np.append(True, ~(goes_on & goes_on_within(page, lines))).nonzero()[0]
    ends = np.append(runs[1:], len(lines))
    pieces = _pieces(page, lines, runs, ends)
    pieces += [Piece(*table.box, len(table.rows), len(table.words)) for table in page.tables]
    boxed = _boxed(box[runs].tolist())
    reading, columns = _read(pieces, boxed, page.gutter, shuffled=shuffled)
    ordered: list[int] = []
    for piece in reading:
        if piece < len(runs):
            ordered += lines[runs[piece] : ends[piece]].tolist()
        else:
            ordered.append(len(runs) - 1 - piece)
    if shuffled:
        own = {line: at for at, line in enumerate(lines.tolist())}
        places = np.array([own[line] for line in ordered if line >= 0])
        goes_on = chained(page, lines[places]) & (box[places[1:]] == box[places[:-1]])
        block[lines[places]] = np.cumsum(np.append(False, ~goes_on))
    else:
        begins = np.zeros(len(lines), np.int64)
        begins[runs[1:]] = 1
        block[lines] = np.cumsum(begins)
    return ordered, block, columns


def _read(
    pieces: Sequence[Piece],
    boxed: Mapping[int, list[int]],
    gutter: float | None,
    *,
    shuffled: bool,
) -> tuple[list[int], int]:
    """Return the pieces in reading order, what stands in one box together, and the columns."""
    whole = Orderer(_with_boxes(pieces, boxed), shuffled=shuffled)
    within = Orderer(pieces, shuffled=shuffled)
    later = {at for own in boxed.values() for at in own[1:]}
    pages = _facing(whole.pieces, gutter)
    ordered: list[int] = []
    for ids in pages:
        for first in whole.order([at for at in ids if at not in later], 0):
            ordered += within.order(boxed[first], 0) if first in boxed else [first]
    return ordered, whole.columns * len(pages)


def _boxed(box: Sequence[int]) -> dict[int, list[int]]:
    """Return the runs that stand in one box, by the first of them; several in each."""
    members: dict[int, list[int]] = {}
    for run, number in enumerate(box):
        if number >= 0:
            members.setdefault(number, []).append(run)
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


def _is_shuffled(page: ScreenedPage, lines: Ints, goes_on: Bools) -> bool:
    """True if a file writes the lines of a page all over the place.

    It writes the entries of a contents list and their numbers by turns, which tells nothing.
    """
    told = lines[~_are_among(page, lines, page.aside)]
    if len(told) < len(lines):
        lines, goes_on = told, chained(page, told)
    runs = len(lines) - np.count_nonzero(goes_on)
    return bool(len(lines) > 12 and runs > 0.55 * len(lines)) and _hops(page, lines, goes_on)


def _hops(page: ScreenedPage, lines: Ints, goes_on: Bools) -> bool:
    """True if many lines have another below them that the file writes elsewhere."""
    if len(lines) > MOST_COMPARED:
        return True
    parted = _are_below(page, lines).any(axis=1) & ~np.append(goes_on, False)
    return bool(parted.sum() > MOST_PARTED * len(lines))


def _are_below(page: ScreenedPage, lines: Ints) -> Bools:
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


def _pieces(page: ScreenedPage, lines: Ints, runs: Ints, ends: Ints) -> list[Piece]:
    every = page.lines
    words = (every.last - every.first)[lines]
    columns = (
        np.minimum.reduceat(every.x0[lines], runs),
        np.minimum.reduceat(every.top[lines], runs),
        np.maximum.reduceat(every.x1[lines], runs),
        np.maximum.reduceat(every.bottom[lines], runs),
        ends - runs,
        np.add.reduceat(words, runs),
        _set_off(page, lines[runs]),
    )
    pieces = list(map(Piece, *(column.tolist() for column in columns)))
    least = WIDE * page.frame[0]
    return _with_banners(pieces, [fill for fill in page.drawn.fills if fill[2] - fill[0] > least])


def _with_banners(pieces: list[Piece], fills: Sequence[Rect]) -> list[Piece]:
    """Return pieces, headings alone on a field across the page as wide as that field."""
    for left, high, right, low in dict.fromkeys(fills):
        own = [
            at
            for at, piece in enumerate(pieces)
            if high <= (piece.top + piece.bottom) / 2 <= low
            and left < piece.x1
            and piece.x0 < right
        ]
        if len(own) == 1 and pieces[own[0]].is_set_off:
            head = pieces[own[0]]
            if low - high < MOST_BANNER * (head.bottom - head.top):
                wide = min(head.x0, left), max(head.x1, right)
                pieces[own[0]] = head._replace(x0=wide[0], x1=wide[1])
    return pieces


def _set_off(page: ScreenedPage, lines: Ints) -> Bools:
    """Return for each line whether it is set larger than most words of the page, or bold."""
    large: Bools = page.lines.size[lines] >= LARGER * usual_size(page.lines)
    return large | page.lines.bold[lines]


def _facing(pieces: Sequence[Piece], gutter: float | None) -> list[list[int]]:
    """Part pieces into those of the left page and those of the right one, on a spread."""
    every = list(range(len(pieces)))
    if gutter is None:
        return [every]
    right = {i for i in every if (pieces[i].x0 + pieces[i].x1) / 2 > gutter}
    return [[i for i in every if i not in right], sorted(right)]
