"""Text that is in the file and cannot be seen on its page.

Words may be painted over by other words, set in white on white, laid outside the
page, or made invisible. They are left out and accounted for, never evidence. The
exception is an invisible layer over a picture of a page: that is how scanning
programs store what they recognised, and it is kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from auditor.document.page import Bools, ExtractedPage, Floats, Ints
from auditor.document.pdf.overprinting import (
    crossing_lines,
    overprinted,
    printed_once,
    with_lines,
)
from auditor.document.pdf.pdfium.glyphs import Types
from auditor.document.pdf.pdfium.grey_pictures import Picture
from auditor.document.pdf.pdfium.visibility import BOXED

FILLED_MODES, UNPAINTED, CLIPPING = (0, 4), 3, 7
"""Rendering modes of text (ISO 32000-1, table 106)."""
WHITE = 245
WHITE_ON_WHITE = "white on white"
FAINTEST = 8
"""Of 255: opacity below which nothing shows."""
CONTRAST = 20
"""Of 255: the difference of grey by which letters can be told from their ground."""
COARSE, FINE = 1.0, 2.0
"""Dots to a point by which a page is drawn to see whether anything shows, and whether words do."""
LEAST_GROUND = 0.15
"""Of where a line stands: so much must be darker than paper for white words to show."""
FEWEST_BETWEEN = 6
"""Dots between the words of a line, below which nothing is told by them."""
MOST_BETWEEN = 0.6
"""Of the ink where words stand: so much there may be between them."""


def leave_out_hidden(
    page: ExtractedPage,
    types: Types,
    hints: Mapping[str, Bools],
    surely_unseen: Bools,
    render: Callable[[float, int, int], Picture],
) -> ExtractedPage:
    """Return the page without its hidden lines, and with an account of them.

    What may be hidden (by its type, or by the hints given) is held against a picture,
    which is drawn at a scale from one row of dots to another; not so what is surely unseen.
    """
    crossing = crossing_lines(page)
    lies_within = _lies_within(page)
    if lies_within and not crossing and not hints and _paints_plainly(types):
        return page
    outside = np.zeros(len(page.lines), bool) if lies_within else _outside(page)
    found = (
        ("outside the page", outside),
        ("clipped away", surely_unseen),
        *_unseen(page, types, hints, ~(outside | surely_unseen), render).items(),
        ("painted over by other words", overprinted(page, crossing)),
    )
    hidden = np.zeros(len(page.lines), bool)
    accounts: list[str] = []
    for name, own in found:
        lines = own & ~hidden if own.any() else own
        if lines.any():
            accounts.append(_account(page, name, lines.nonzero()[0]))
            hidden |= lines
    if accounts:
        page = keep_lines(replace(page, hidden=tuple(accounts)), ~hidden)
        crossing = crossing_lines(page) if crossing else []
    return printed_once(page, crossing)


def _boxed_on_paper(page: ExtractedPage, hints: Mapping[str, Bools]) -> Bools:
    """Return lines under a box painted later, on which other words may stand, and on no picture."""
    found = hints.get(BOXED, np.zeros(len(page.lines), bool)).copy()
    for line in found.nonzero()[0].tolist():
        found[line] = not _within(page, line, page.drawn.images)
    return found


def _account(page: ExtractedPage, name: str, lines: Ints) -> str:
    text = " ".join(page.line_text(int(line)) for line in lines)
    count = len(text.split())
    return f"{count} {'word' if count == 1 else 'words'} {name}: {text[:80]}"


def keep_lines(page: ExtractedPage, keep: Bools) -> ExtractedPage:
    """Return the page with only some of its lines, and their words."""
    lines, kept = page.lines, keep.nonzero()[0].tolist()
    return with_lines(page, kept, [range(lines.first[line], lines.last[line]) for line in kept])


def _invisible(page: ExtractedPage, types: Types) -> Bools:
    """Return lines in invisible mode that lie on no picture."""
    unseen: Bools = (types.mode == UNPAINTED) | (types.mode == CLIPPING)
    if not unseen.any():
        return unseen
    on_picture = np.array([_within(page, line, page.drawn.images) for line in range(len(unseen))])
    found: Bools = unseen & ~on_picture
    return found


def _within(
    page: ExtractedPage, line: int, rects: Sequence[tuple[float, float, float, float]]
) -> bool:
    lines = page.lines
    x, y = (lines.x0[line] + lines.x1[line]) / 2, (lines.top[line] + lines.bottom[line]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in rects)


def _lies_within(page: ExtractedPage) -> bool:
    """True if no line reaches over an edge of the page."""
    width, height = page.frame
    lines, low, high = page.lines, np.minimum.reduce, np.maximum.reduce
    return bool(
        low(lines.x0) >= 0
        and low(lines.top) >= 0
        and high(lines.x1) <= width
        and high(lines.bottom) <= height
    )


def _paints_plainly(types: Types) -> bool:
    """True if all lines are painted, in colours that show on paper."""
    red, _, _, opacity = types.colour.T
    highest = np.maximum.reduce
    if highest(red) >= WHITE or np.minimum.reduce(opacity) < FAINTEST:
        return False
    return bool(highest(types.mode) < UNPAINTED)


def _outside(page: ExtractedPage) -> Bools:
    """Return lines of which nothing lies on the page."""
    width, height = page.frame
    lines = page.lines
    x, y = (lines.x0 + lines.x1) / 2, (lines.top + lines.bottom) / 2
    found: Bools = (x < 0) | (x > width) | (y < 0) | (y > height)
    return found & ((lines.x1 < 0) | (lines.x0 > width) | (lines.bottom < 0) | (lines.top > height))


def _filled(types: Types, lines: Bools) -> Bools:
    """Return those of some lines whose letters are filled."""
    if not lines.any():
        return lines
    found: Bools = lines & ((types.mode == FILLED_MODES[0]) | (types.mode == FILLED_MODES[1]))
    return found


def _white(page: ExtractedPage, types: Types) -> Bools:
    """Return white lines that stand on no coloured field and no picture."""
    found = _filled(types, types.colour[:, :3].min(axis=1) >= WHITE)
    grounds = (*page.drawn.fills, *page.drawn.images)
    for line in found.nonzero()[0].tolist():
        found[line] = not _within(page, line, grounds)
    return found


def _unseen(
    page: ExtractedPage,
    types: Types,
    hints: Mapping[str, Bools],
    within: Bools,
    render: Callable[[float, int, int], Picture],
) -> dict[str, Bools]:
    """Return for each suspicion the lines of which a picture of the page shows nothing.

    Of lines that paint nothing themselves, or lie under a box on paper, the words must show, as
    where outlines of letters are drawn under them; of others something must.
    """
    if not hints and _paints_plainly(types):
        return {}
    unpainted = {
        "invisible": _invisible(page, types),
        "transparent": _filled(types, types.colour[:, 3] < FAINTEST),
    }
    white = _white(page, types)
    named = unpainted | {WHITE_ON_WHITE: white} | dict(hints)
    suspected = {name: lines for name, lines in named.items() if lines.any()}
    if not suspected:
        return {}
    any_of = np.logical_or.reduce(list(suspected.values())) & within
    if not any_of.any():
        return {}
    strict = np.logical_or.reduce([*unpainted.values(), _boxed_on_paper(page, hints)])
    scale = FINE if (strict & within).any() else COARSE
    dots = page.shown() * math.ceil(page.width * scale) / (page.width or 1)
    own = dots[np.repeat(any_of, page.lines.last - page.lines.first)]
    last = math.ceil(page.height * scale) - 1
    top = min(max(0, math.floor(own[:, 1].min())), last)
    picture = render(scale, top, math.ceil(own[:, 3].max()))
    dots[:, 1::2] -= top
    unseen = np.zeros(len(page.lines), bool)
    for line in any_of.nonzero()[0].tolist():
        words = dots[page.lines.first[line] : page.lines.last[line]]
        unseen[line] = not shows_words(
            picture, words, is_strict=bool(strict[line]), is_white=bool(white[line])
        )
    return {name: lines & unseen for name, lines in suspected.items()}


def shows_words(
    picture: Picture, boxes: Floats, *, is_strict: bool, is_white: bool = False
) -> bool:
    """True if a picture shows ink where the words of a line stand; strictly, little between them.

    `boxes` are those of the words, in dots. White words show on a darker ground alone: a rule
    that crosses them is none.
    """
    x0, top = np.floor(boxes[:, :2].min(axis=0)).astype(int).clip(0)
    x1, bottom = np.ceil(boxes[:, 2:].max(axis=0)).astype(int)
    patch = picture[top:bottom, x0:x1].astype(np.int64)
    if not patch.size or int(patch.max()) - int(patch.min()) <= CONTRAST:
        return False
    if is_white and float((patch < WHITE - CONTRAST).mean()) < LEAST_GROUND:
        return False
    if not is_strict:
        return True
    halves = [(patch.size - 1) // 2, patch.size // 2]
    ground = int(np.partition(patch, halves, axis=None)[halves].sum()) // 2
    ink = np.abs(patch - ground) > CONTRAST
    along = int(x1 - x0 < bottom - top)
    return _parts_words(ink.mean(axis=along), boxes[:, along::2] - (top if along else x0))


def _parts_words(ink: Floats, words: Floats) -> bool:
    """True if ink stands where words do rather than between them; both along the line."""
    between = np.ones(len(ink), bool)
    for start, end in words.astype(int).clip(0).tolist():
        between[start : end + 1] = False
    if between.sum() < FEWEST_BETWEEN or between.all():
        return bool(ink.any())
    return float(ink[between].mean()) < MOST_BETWEEN * float(ink[~between].mean())
