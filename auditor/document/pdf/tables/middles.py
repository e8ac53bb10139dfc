"""Where the words of a page stand, as tables ask for it: which are in a box, in what order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.document.page import Floats, Ints, Rect


class Middles:
    """Where the words of a page stand, as tables ask for it."""

    def __init__(self, words: Sequence[str], boxes: Floats) -> None:
        self.words, self.boxes = words, boxes
        self.x = (boxes[:, 0] + boxes[:, 2]) / 2
        self.y = (boxes[:, 1] + boxes[:, 3]) / 2
        self.x0, self.top, _, self.bottom = boxes.T.tolist()

    def inside(self, box: Rect) -> Ints:
        """Return the words whose middle stands in a box."""
        x, y = self.x, self.y
        found: Ints = np.flatnonzero((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3]))
        return found

    def in_rows(self, words: list[int]) -> list[int]:
        """Put the words of a cell in order: lines from the top, each from the left."""
        if len(words) < 2:
            return words
        x0, top, bottom = self.x0, self.top, self.bottom
        ordered: list[int] = []
        row: list[int] = []
        for word in sorted(words, key=lambda word: top[word] + bottom[word]):
            if row:
                first = row[0]
                shift = (top[word] + bottom[word] - top[first] - bottom[first]) / 2
                if shift > 0.5 * min(bottom[first] - top[first], bottom[word] - top[word]):
                    ordered += sorted(row, key=x0.__getitem__)
                    row = []
            row.append(word)
        return ordered + sorted(row, key=x0.__getitem__)
