"""Numbers that stand before the lines of a text, as courts and editors have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.document.web.text.wrapping import runs_over

NUMBERED = re.compile(r"^\s{0,8}(\d{1,5})(?:[.:|)]?(?:\s{1,9}|$))(.*)$")
FEWEST = 4
"""Lines, at least, that show the numbers before them to count lines."""


def without_line_numbers(text: str) -> str:
    r"""Take away the numbers of lines; those of items stay.

    >>> without_line_numbers(" 1  We will see\n 2  every baby\n 3  at home and\n 4  at school.")
    'We will see\nevery baby\nat home and\nat school.'
    >>> without_line_numbers("1 Babies\n2 Toddlers\n3 Schools\n4 Money")[:10]
    '1 Babies\n2'
    """
    return "\f".join("\n".join(_bare(page.split("\n"))) for page in text.split("\f"))


def _bare(lines: Sequence[str]) -> Iterator[str]:
    """Give lines without the numbers that count them, of which there are as many."""
    found = [NUMBERED.match(line) for line in lines]
    numbers = [int(each[1]) for each in found if each]
    rests = [each[2] for each in found if each]
    whole = len(numbers) >= FEWEST and all(
        each or not line.strip() for each, line in zip(found, lines, strict=True)
    )
    counts = whole and all(after == before + 1 for before, after in pairwise(numbers))
    if not counts or not runs_over(rests):
        yield from lines
        return
    edge = min((each.start(2) for each in found if each and each[2]), default=0)
    for each in found:
        yield each.string[max(edge, each.end(1)) :] if each else ""
