"""Words whose letters stand apart."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.document.pdf.pdfium.letterspacing import apart_letters, torn_ordinals


def joined(words: list[str], gaps: list[float], *, is_broken: bool = False) -> str:
    """Set words with gaps between them and join what belongs together."""
    x, boxes = 60.0, []
    for word, gap in zip(words, [*gaps, 0.0], strict=True):
        boxes.append((x, 100.0, x + 6.0 * len(word), 112.0))
        x += 6.0 * len(word) + gap
    joins = apart_letters(words, np.array(boxes), is_broken=is_broken)
    return "".join(
        word if join else f" {word}" for word, join in zip(words, joins, strict=True)
    ).strip()


@pytest.mark.parametrize(
    ("words", "gaps", "is_broken", "text"),
    [
        (list("BABIESFIRST"), [3, 3, 3, 3, 3, 7, 3, 3, 3, 3], False, "BABIES FIRST"),
        (list("BABIES"), [3] * 5, False, "BABIES"),
        (["we", "will", "see", "a", "baby"], [3] * 4, False, "we will see a baby"),
        (list("12345"), [3] * 4, False, "1 2 3 4 5"),
        (["B", "y", "M", "a", "y"], [0, 3, 0, 0], True, "By May"),
        (["A", "B", "C", "D", "E"], [12] * 4, False, "A B C D E"),
        (list("BABIESINONE"), [3, 3, 3, 3, 3, 25, 3, 25, 3, 3], False, "BABIES IN ONE"),
    ],
    ids=[
        "two words",
        "one word",
        "plain text",
        "figures",
        "broken lines",
        "far apart",
        "wide spaces",
    ],
)
def test_letters_of_a_word_are_joined(
    words: list[str], gaps: list[float], is_broken: bool, text: str
) -> None:
    """And words, figures and labels stay apart."""
    assert joined(words, gaps, is_broken=is_broken) == text


def test_a_hyphen_that_the_engine_left_out_parts_no_word() -> None:
    """Where lines are broken after letters, it takes a hyphen within a line for one at its end."""
    boxes = np.array([(60, 100, 72, 112), (76, 100, 100, 112), (106, 100, 118, 112)], float)
    soft = np.array([True, False, False])
    joins = apart_letters(["se", "refe", "by"], boxes, is_broken=True, soft=soft)
    assert joins.tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("words", "left", "found"),
    [
        (["from", "1", "st", "April"], 108.0, [2]),
        (["from", "1", "st", "April"], 104.0, [2]),
        (["on", "30", "th,", "at"], 108.0, [2]),
        (["from", "ward", "st", "April"], 108.0, []),
        (["from", "1", "St", "Anne's"], 108.0, []),
        (["from", "1", "st", "April"], 130.0, []),
        (["from", "1", "st", "April"], 60.0, []),
    ],
    ids=[
        "behind",
        "overlapping",
        "a comma",
        "no figure",
        "a saint",
        "far right",
        "on another line",
    ],
)
def test_the_end_of_an_ordinal_is_part_of_it(
    words: list[str], left: float, found: list[int]
) -> None:
    """The engine breaks the line before it, as it is raised."""
    mark = (left, 98, left + 8, 106)
    boxes = np.array([(60, 100, 90, 112), (96, 100, 106, 112), mark, (120, 100, 150, 112)], float)
    assert torn_ordinals(words, boxes) == found
