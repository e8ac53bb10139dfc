"""Text that is in the file and cannot be seen on its page.

Words may be painted over by other words, set in white on white, laid outside the
page, or made invisible. They are left out and accounted for, never evidence. The
exception is an invisible layer over a picture of a page: that is how scanning
programs store what they recognised, and it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from auditor.document.glyphs import Types
from auditor.document.sheet import Bools, Ints, Sheet

FILLED, UNPAINTED, FILLED_AND_CLIPPING, CLIPPING = 0, 3, 4, 7
"""Rendering modes of text (ISO 32000-1, table 106)."""
WHITE = 245
FAINTEST = 8
"""Of 255: opacity below which nothing shows."""
CONTRAST = 20
"""Of 255: the difference of grey by which letters can be told from their ground."""
FEWEST_OVERPRINTED = 12
"""Words that must be painted over before lines are left out: labels on charts may touch."""

FEWEST_LINES = 3

Picture = NDArray[np.uint8]
Pairs = list[tuple[int, int]]
"""Lines by their numbers, the one painted first before the other."""


def leave_out_hidden(sheet: Sheet, types: Types, render: Callable[[], Picture]) -> None:
    """Take hidden lines from a sheet and write an account of them."""
    crossing = _crossing(sheet)
    found = {
        "invisible": _invisible(sheet, types),
        "transparent": (types.colour[:, 3] < FAINTEST) & (types.mode != UNPAINTED),
        "outside the page": _outside(sheet),
        "white on white": _white(sheet, types, render),
        "painted over by other words": _overprinted(sheet, crossing),
    }
    hidden = np.zeros(len(sheet.lines), bool)
    for name, lines in found.items():
        lines = lines & ~hidden
        if lines.any():
            sheet.hidden.append(_account(sheet, name, np.flatnonzero(lines)))
            hidden |= lines
    hidden |= _printed_twice(sheet, crossing)
    if hidden.any():
        keep_lines(sheet, ~hidden)


def _account(sheet: Sheet, name: str, lines: Ints) -> str:
    text = " ".join(sheet.line_text(int(line)) for line in lines)
    count = len(text.split())
    return f"{count} {'word' if count == 1 else 'words'} {name}: {text[:80]}"


def keep_lines(sheet: Sheet, keep: Bools) -> None:
    """Keep only some lines of a sheet, and their words."""
    lines = sheet.lines
    kept = np.flatnonzero(keep)
    words = [at for line in kept for at in range(lines.first[line], lines.last[line])]
    lengths = (lines.last - lines.first)[kept]
    ends = np.cumsum(lengths)
    sheet.words = [sheet.words[at] for at in words]
    sheet.boxes = sheet.boxes[words]
    if len(sheet.soft):
        sheet.soft = sheet.soft[words]
    lines.first, lines.last = ends - lengths, ends
    for name in ("x0", "top", "x1", "bottom", "size", "bold", "sideways", "colour"):
        column = getattr(lines, name)
        setattr(lines, name, column[kept] if len(column) else column)


def _invisible(sheet: Sheet, types: Types) -> Bools:
    """Name lines in invisible mode that lie on no picture; note where pictures were read."""
    unseen: Bools = (types.mode == UNPAINTED) | (types.mode == CLIPPING)
    if not unseen.any():
        return unseen
    on_picture = np.array([_within(sheet, line, sheet.drawn.images) for line in range(len(unseen))])
    if (unseen & on_picture).sum() > 0.5 * len(unseen):
        sheet.scanned = True
    found: Bools = unseen & ~on_picture
    return found


def _within(sheet: Sheet, line: int, rects: Sequence[tuple[float, float, float, float]]) -> bool:
    lines = sheet.lines
    x, y = (lines.x0[line] + lines.x1[line]) / 2, (lines.top[line] + lines.bottom[line]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in rects)


def _outside(sheet: Sheet) -> Bools:
    width, height = sheet.frame
    lines = sheet.lines
    x, y = (lines.x0 + lines.x1) / 2, (lines.top + lines.bottom) / 2
    found: Bools = (x < 0) | (x > width) | (y < 0) | (y > height)
    return found & ((lines.x1 < 0) | (lines.x0 > width) | (lines.bottom < 0) | (lines.top > height))


def _white(sheet: Sheet, types: Types, render: Callable[[], Picture]) -> Bools:
    """Name white lines under which nothing coloured shows."""
    found: Bools = (types.colour[:, :3].min(axis=1) >= WHITE) & (
        (types.mode == FILLED) | (types.mode == FILLED_AND_CLIPPING)
    )
    for line in np.flatnonzero(found):
        drawn = sheet.drawn
        found[line] = not (
            _within(sheet, int(line), drawn.fills) or _within(sheet, int(line), drawn.images)
        )
    if found.any():
        picture = render()
        for line in np.flatnonzero(found):
            found[line] = not _shows(sheet, int(line), picture)
    return found


def _shows(sheet: Sheet, line: int, picture: Picture) -> bool:
    """Say whether anything can be told from its ground where a line stands."""
    shown = sheet.shown()[sheet.lines.first[line] : sheet.lines.last[line]]
    scale = picture.shape[1] / (sheet.width or 1)
    x0, top = np.floor(shown[:, :2].min(axis=0) * scale).astype(int).clip(0)
    x1, bottom = np.ceil(shown[:, 2:].max(axis=0) * scale).astype(int)
    patch = picture[top:bottom, x0:x1]
    return bool(patch.size) and int(patch.max()) - int(patch.min()) > CONTRAST


def _overprinted(sheet: Sheet, crossing: Pairs) -> Bools:
    """Name lines whose words lie under other words painted later."""
    hidden = np.zeros(len(sheet.lines), bool)
    if not len(crossing):
        return hidden
    under: dict[int, int] = {}
    for early, late in crossing:
        words = _words_under(sheet, early, late)
        if words and sheet.line_text(early) != sheet.line_text(late):
            under[early] = under.get(early, 0) + words
    under = {line: words for line, words in under.items() if words >= 3}
    if sum(under.values()) < FEWEST_OVERPRINTED or len(under) < FEWEST_LINES:
        return hidden
    lines = sheet.lines
    for line, words in under.items():
        hidden[line] = words >= 0.4 * (lines.last[line] - lines.first[line])
    return hidden


def _printed_twice(sheet: Sheet, crossing: Pairs) -> Bools:
    """Name lines that stand again at the same place, as shadows and bold by hand do."""
    twice = np.zeros(len(sheet.lines), bool)
    for early, late in crossing:
        if not twice[early] and sheet.line_text(early) == sheet.line_text(late):
            twice[late] = (
                abs(sheet.lines.x0[early] - sheet.lines.x0[late]) < sheet.lines.size[early]
            )
    return twice


def _crossing(sheet: Sheet) -> Pairs:
    """Name pairs of lines that stand on nearly one height and share some of their width."""
    lines = sheet.lines
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


def _words_under(sheet: Sheet, early: int, late: int) -> int:
    """Count the words of one line that lie for the most part under words of another."""
    lines = sheet.lines
    first = sheet.boxes[lines.first[early] : lines.last[early]]
    second = sheet.boxes[lines.first[late] : lines.last[late]]
    shared = np.minimum(first[:, None, 2], second[None, :, 2]) - np.maximum(
        first[:, None, 0], second[None, :, 0]
    )
    covered = shared.clip(0).sum(axis=1)
    return int((covered > 0.5 * (first[:, 2] - first[:, 0])).sum())
