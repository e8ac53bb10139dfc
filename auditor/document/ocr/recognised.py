"""What an OCR engine read on a picture: words with boxes, lines and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from auditor.document.page import NO_FLOATS, NO_INTS, Floats, Ints

LEAST_CONFIDENCE = 30.0
"""Of 100: words below are marks that are no letters."""
SURE = 50.0
"""Of 100: the mean below which a picture may lie on its head. Measured: 85 to 97 on upright
pages of 100 dots an inch or more, 46 to 96 on those of 75, 13 to 36 on any upside down."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a picture in the order of the engine; boxes in dots from the top left."""

    words: Sequence[str] = ()
    boxes: Floats = field(default_factory=lambda: np.zeros((0, 4)))
    line: Ints = field(default_factory=lambda: NO_INTS)
    """For each word the number of its line."""
    confidence: Floats = field(default_factory=lambda: NO_FLOATS)
    """For each word, of 100."""

    def __len__(self) -> int:
        """Count the words."""
        return len(self.words)

    @property
    def mean_confidence(self) -> float:
        """Give the mean confidence, which is low where a picture lies on its head."""
        return float(self.confidence.mean()) if len(self) else 100.0

    @property
    def is_sideways(self) -> bool:
        """True if most of the longer words are taller than they are wide."""
        x0, top, x1, bottom = self.boxes[[len(word) > 3 for word in self.words]].T
        return bool(np.mean(bottom - top > x1 - x0) > 0.5) if len(x0) else False

    def likely(self) -> Recognised:
        """Leave out what is too unsure to be a word."""
        keep = (self.confidence >= LEAST_CONFIDENCE).nonzero()[0]
        words = [self.words[at] for at in keep.tolist()]
        return Recognised(words, self.boxes[keep], self.line[keep], self.confidence[keep])

    def first_words(self) -> Ints:
        """Return the first word of each line."""
        return np.diff(self.line, prepend=-1).nonzero()[0]


def side_by_side(left: Recognised, right: Recognised, offset: float) -> Recognised:
    """Put what was read on two halves of a picture together; the right one begins at the offset."""
    after = int(left.line[-1]) + 1 if len(left) else 0
    return Recognised(
        [*left.words, *right.words],
        np.concatenate((left.boxes, right.boxes + np.array((offset, 0, offset, 0)))),
        np.concatenate((left.line, right.line + after)),
        np.concatenate((left.confidence, right.confidence)),
    )
