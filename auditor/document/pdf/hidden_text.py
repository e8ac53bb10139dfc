"""Text that is in the file and cannot be seen on its page.

Words may be painted over by other words, set in white on white, laid outside the
page, or made invisible. They are left out and accounted for, never evidence. The
exception is an invisible layer over a picture of a page: that is how scanning
programs store what they recognised, and it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from auditor.document.page import Bools, ExtractedPage, Floats, Ints, Lines
from auditor.document.pdf.pdfium.glyphs import Types
from auditor.document.pdf.pdfium.grey_pictures import Picture

FILLED_MODES, UNPAINTED, CLIPPING = (0, 4), 3, 7
"""Rendering modes of text (ISO 32000-1, table 106)."""
WHITE = 245
FAINTEST = 8
"""Of 255: opacity below which nothing shows."""
CONTRAST = 20
"""Of 255: the difference of grey by which letters can be told from their ground."""
COARSE, FINE = 1.0, 2.0
"""Dots to a point by which a page is drawn to see whether anything shows, and whether words do."""
FEWEST_BETWEEN = 6
"""Dots between the words of a line, below which nothing is told by them."""
MOST_BETWEEN = 0.6
"""Of the ink where words stand: so much there may be between them."""
FEWEST_OVERPRINTED = 12
"""Words that must be painted over before lines are left out: labels on charts may touch."""

FEWEST_LINES = 3

Pairs = list[tuple[int, int]]
"""Lines by their numbers, the one painted first before the other."""


def leave_out_hidden(
    page: ExtractedPage,
    types: Types,
    hints: Mapping[str, Bools],
    render: Callable[[float], Picture],
) -> ExtractedPage:
    """Return the page without its hidden lines, and with an account of them.

    What may be hidden (by its type, or by the hints given) is held against a picture.
    """
    crossing = _crossing(page)
    outside = _outside(page)
    unpainted = {
        "invisible": _invisible(page, types),
        "transparent": (types.colour[:, 3] < FAINTEST) & np.isin(types.mode, FILLED_MODES),
    }
    suspected = unpainted | {"white on white": _white(page, types)} | dict(hints)
    strict = np.any(list(unpainted.values()), axis=0)
    found = {
        "outside the page": outside,
        **_unseen(page, suspected, strict, ~outside, render),
        "painted over by other words": _overprinted(page, crossing),
    }
    hidden = np.zeros(len(page.lines), bool)
    accounts: list[str] = []
    for name, lines in found.items():
        lines = lines & ~hidden
        if lines.any():
            accounts.append(_account(page, name, np.flatnonzero(lines)))
            hidden |= lines
    hidden |= _printed_twice(page, [pair for pair in crossing if not hidden[pair[0]]])
    page = replace(page, hidden=tuple(accounts))
    return keep_lines(page, ~hidden) if hidden.any() else page


def _account(page: ExtractedPage, name: str, lines: Ints) -> str:
    text = " ".join(page.line_text(int(line)) for line in lines)
    count = len(text.split())
    return f"{count} {'word' if count == 1 else 'words'} {name}: {text[:80]}"


def keep_lines(page: ExtractedPage, keep: Bools) -> ExtractedPage:
    """Return the page with only some of its lines, and their words."""
    lines = page.lines
    kept = np.flatnonzero(keep)
    words = [at for line in kept for at in range(lines.first[line], lines.last[line])]
    lengths = (lines.last - lines.first)[kept]
    ends = np.cumsum(lengths)
    columns = {
        name: column[kept] if len(column := getattr(lines, name)) else column
        for name in ("x0", "top", "x1", "bottom", "size", "bold", "way", "colour")
    }
    return replace(
        page,
        words=tuple(page.words[at] for at in words),
        boxes=page.boxes[words],
        soft=page.soft[words] if len(page.soft) else page.soft,
        lines=Lines(first=ends - lengths, last=ends, **columns),
    )


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


def _outside(page: ExtractedPage) -> Bools:
    width, height = page.frame
    lines = page.lines
    x, y = (lines.x0 + lines.x1) / 2, (lines.top + lines.bottom) / 2
    found: Bools = (x < 0) | (x > width) | (y < 0) | (y > height)
    return found & ((lines.x1 < 0) | (lines.x0 > width) | (lines.bottom < 0) | (lines.top > height))


def _white(page: ExtractedPage, types: Types) -> Bools:
    """Return white lines that stand on no coloured field and no picture."""
    white = types.colour[:, :3].min(axis=1) >= WHITE
    found: Bools = white & np.isin(types.mode, FILLED_MODES)
    for line in np.flatnonzero(found):
        drawn = page.drawn
        found[line] = not (
            _within(page, int(line), drawn.fills) or _within(page, int(line), drawn.images)
        )
    return found


def _unseen(
    page: ExtractedPage,
    suspected: Mapping[str, Bools],
    strict: Bools,
    within: Bools,
    render: Callable[[float], Picture],
) -> dict[str, Bools]:
    """Return for each suspicion the lines of which a picture of the page shows nothing.

    Of lines that paint nothing themselves (`strict`) the words must show, as where outlines
    of letters are drawn under them; of others something must.
    """
    if not any((lines & within).any() for lines in suspected.values()):
        return {}
    scale = FINE if (strict & within).any() else COARSE
    picture, boxes = render(scale), page.shown()
    unseen = np.zeros(len(page.lines), bool)
    for line in np.flatnonzero(np.any(list(suspected.values()), axis=0) & within).tolist():
        own = boxes[page.lines.first[line] : page.lines.last[line]]
        dots = own * picture.shape[1] / (page.width or 1)
        unseen[line] = not shows_words(picture, dots, is_strict=bool(strict[line]))
    return {name: lines & unseen for name, lines in suspected.items()}


def shows_words(picture: Picture, boxes: Floats, *, is_strict: bool) -> bool:
    """True if a picture shows ink where the words of a line stand; strictly, little between them.

    `boxes` are those of the words, in dots.
    """
    x0, top = np.floor(boxes[:, :2].min(axis=0)).astype(int).clip(0)
    x1, bottom = np.ceil(boxes[:, 2:].max(axis=0)).astype(int)
    patch = picture[top:bottom, x0:x1].astype(np.int64)
    if not patch.size or int(patch.max()) - int(patch.min()) <= CONTRAST:
        return False
    if not is_strict:
        return True
    ground = int(np.median(patch))
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


def _overprinted(page: ExtractedPage, crossing: Pairs) -> Bools:
    """Return lines whose words lie under other words painted later."""
    hidden = np.zeros(len(page.lines), bool)
    if not len(crossing):
        return hidden
    under: dict[int, int] = {}
    for early, late in crossing:
        words = _words_under(page, early, late)
        if words and page.line_text(early) != page.line_text(late):
            under[early] = under.get(early, 0) + words
    under = {line: words for line, words in under.items() if words >= 3}
    if sum(under.values()) < FEWEST_OVERPRINTED or len(under) < FEWEST_LINES:
        return hidden
    lines = page.lines
    for line, words in under.items():
        hidden[line] = words >= 0.4 * (lines.last[line] - lines.first[line])
    return hidden


def _printed_twice(page: ExtractedPage, crossing: Pairs) -> Bools:
    """Return lines that stand again at the same place, as shadows and bold by hand do."""
    twice = np.zeros(len(page.lines), bool)
    for early, late in crossing:
        if not twice[early] and page.line_text(early) == page.line_text(late):
            twice[late] = abs(page.lines.x0[early] - page.lines.x0[late]) < page.lines.size[early]
    return twice


def _crossing(page: ExtractedPage) -> Pairs:
    """Return pairs of lines that stand on nearly one height and share some of their width."""
    lines = page.lines
    if not 1 < len(lines) < 1500:
        return []
    order = np.argsort(lines.bottom, kind="stable")
    bottom = lines.bottom[order]
    pairs: list[tuple[int, int]] = []
    for step in range(1, min(8, len(order))):
        a, b = order[:-step], order[step:]
        close = bottom[step:] - bottom[:-step] < 0.4 * np.minimum(lines.size[a], lines.size[b])
        if not close.any():
            break
        share = np.minimum(lines.x1[a], lines.x1[b]) - np.maximum(lines.x0[a], lines.x0[b])
        narrow = np.minimum(lines.x1[a] - lines.x0[a], lines.x1[b] - lines.x0[b])
        alike = np.maximum(lines.size[a], lines.size[b]) < 2 * np.minimum(
            lines.size[a], lines.size[b]
        )
        for at in np.flatnonzero(close & (share > 0.3 * narrow) & alike):
            pairs.append((int(min(a[at], b[at])), int(max(a[at], b[at]))))
    return sorted(pairs)


def _words_under(page: ExtractedPage, early: int, late: int) -> int:
    """Count the words of one line that lie for the most part under words of another."""
    lines = page.lines
    first = page.boxes[lines.first[early] : lines.last[early]]
    second = page.boxes[lines.first[late] : lines.last[late]]
    shared = np.minimum(first[:, None, 2], second[None, :, 2]) - np.maximum(
        first[:, None, 0], second[None, :, 0]
    )
    covered = shared.clip(0).sum(axis=1)
    return int((covered > 0.5 * (first[:, 2] - first[:, 0])).sum())
