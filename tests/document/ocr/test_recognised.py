"""What an OCR engine read."""

from __future__ import annotations

import numpy as np

from auditor.document.ocr.recognised import Recognised, side_by_side


def read(*words: str, confidence: float = 90.0, tall: bool = False) -> Recognised:
    """Make words on one line."""
    size = (10.0, 60.0) if tall else (60.0, 10.0)
    boxes = np.array([(70.0 * at, 0.0, 70.0 * at + size[0], size[1]) for at in range(len(words))])
    return Recognised(words, boxes, np.zeros(len(words), np.int64), np.full(len(words), confidence))


def test_doubtful_words_are_left_out() -> None:
    """Marks that are no letters."""
    assert len(read("Babies", confidence=10.0).likely()) == 0 and len(read("Babies").likely()) == 1


def test_tall_words_run_down_the_page() -> None:
    """The picture lies on its side."""
    assert read("Babies", "first", tall=True).is_sideways and not read("Babies").is_sideways


def test_two_halves_are_put_together() -> None:
    """The lines of the right one come after."""
    both = side_by_side(read("left"), read("right"), 300.0)
    assert list(both.words) == ["left", "right"] and both.line.tolist() == [0, 1]
    assert both.boxes[1, 0] == 300.0
