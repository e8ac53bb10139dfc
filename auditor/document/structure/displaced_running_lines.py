"""Running lines that stand elsewhere on some pages: on one that lies on its side, or has wider margins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from auditor.document.page import Aside, SegmentedPage
from auditor.document.structure.page_numbers import leaf_of
from auditor.document.text import Draft

FEWEST_PAGES = 3
LEAST_PAGES = 0.3
"""Of all pages: on so many runs along what is known when it stands elsewhere."""
NEAR = 1.5
"""Points by which its size may differ."""
FEWEST_SPACES = 4
"""Between the words of a part of a line that tells the line."""
MOST_LINES = 8
"""Lines at the head or foot of a page that are looked at."""
PAGE_FOOT = re.compile(r"[|·•–—-]\s?[Pp]age\s?\d{1,4}(?:\s?of\s?\d{1,4})?$")
LONGEST_FOOT = 25
"""Words of a foot that was copied into the text."""

Wordings = Callable[[SegmentedPage, int], Sequence[str]]
"""What a line says, and what it says if its numbers are counted from that of its page."""


@dataclass(slots=True)
class _Known:
    """A line that runs along: in which sizes, and on which pages."""

    sizes: set[float] = field(default_factory=set)
    leaves: set[int] = field(default_factory=set)


def find_displaced(
    pages: Sequence[SegmentedPage],
    found: Mapping[int, MutableMapping[int, Aside]],
    wordings: Wordings,
    is_new_sentence: Callable[[SegmentedPage, int], bool],
) -> None:
    """Add to the running lines found those that stand elsewhere, on pages with fewer than many have.

    Stamps along the side may stand in parts.
    """
    if not pages:
        return
    counts = sorted((len(found[page.number]) for page in pages), reverse=True)
    usual = counts[int(LEAST_PAGES * len(pages))]
    lacking = [
        page
        for page in pages
        if len(found[page.number]) < min(usual, len(page.lines)) or page.lines.plain.is_turned
    ]
    known = _gather(pages, found, wordings) if lacking else {}
    if known:
        for page in lacking:
            running = found[page.number]
            for line in _outer_lines(page, running):
                fellow = _find_fellow(known, page, line, wordings(page, line))
                if fellow and not is_new_sentence(page, line):
                    why = f"same line at another height on {len(fellow.leaves)} pages"
                    running[line] = Aside("running", why)


def _gather(
    pages: Sequence[SegmentedPage], found: Mapping[int, Mapping[int, Aside]], wordings: Wordings
) -> dict[str, _Known]:
    """Return by its wording each line that runs along on many pages."""
    every: dict[str, _Known] = defaultdict(_Known)
    for page in pages:
        for line in found[page.number]:
            for wording in wordings(page, line):
                every[wording].sizes.add(float(page.lines.size[line]))
                every[wording].leaves.add(leaf_of(page, line))
    least = max(FEWEST_PAGES, LEAST_PAGES * (pages[-1].leaf if pages else 0))
    return {wording: one for wording, one in every.items() if len(one.leaves) >= least}


def _find_fellow(
    known: Mapping[str, _Known], page: SegmentedPage, line: int, wordings: Sequence[str]
) -> _Known | None:
    """Return the line of other pages that a line is one of, by any of its wordings."""
    for wording in wordings:
        one = known.get(wording) or _whole_of(known, page, line, wording)
        if one and _is_same(page, line, one):
            return one
    return None


def _whole_of(
    known: Mapping[str, _Known], page: SegmentedPage, line: int, wording: str
) -> _Known | None:
    """Return the stamp along the side of other pages that a sideways line is a part of."""
    if not page.lines.way.item(line) or wording.count(" ") < FEWEST_SPACES:
        return None
    return next((one for text, one in known.items() if wording in text), None)


def _is_same(page: SegmentedPage, line: int, one: _Known) -> bool:
    """True if a line that says the same is set alike; figures alone must have nothing beside them."""
    size = float(page.lines.size[line])
    if min(abs(size - other) for other in one.sizes) > NEAR:
        return False
    return any(map(str.isalpha, page.line_text(line))) or _is_alone(page, line)


def _is_alone(page: SegmentedPage, line: int) -> bool:
    """True if nothing stands beside a line, as the other figures of a table do."""
    lines = page.lines
    beside = (lines.top < lines.bottom[line]) & (lines.bottom > lines.top[line])
    return bool(np.count_nonzero(beside) == 1)


def _outer_lines(page: SegmentedPage, running: Mapping[int, Aside]) -> Iterator[int]:
    """Give the lines beyond all text at the head and foot, from the edge inwards, and sideways ones.

    What the caller sets aside while it looks is no text.
    """
    lines = page.lines
    level = (lines.way == 0).nonzero()[0]
    for edge, inner, sign in ((lines.top, lines.bottom, 1), (lines.bottom, lines.top, -1)):
        limit = np.inf
        for line in level[np.argsort(sign * edge[level], kind="stable")][:MOST_LINES].tolist():
            if sign * edge.item(line) >= limit:
                break
            if line not in running:
                yield line
                if line not in running:
                    limit = min(limit, sign * inner.item(line))
    for line in lines.sideways.nonzero()[0].tolist():
        if line not in running:
            yield line


def settle_stray_feet(drafts: Sequence[Draft]) -> None:
    """Set aside running feet that were copied into the text: alike but for a page number."""
    alike: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.place in ("body", "heading") and draft.last_word[-1:].isdigit():
            text = draft.text
            found = PAGE_FOOT.search(text[-30:])
            if found and len(text.split()) <= LONGEST_FOOT:
                alike[text[: -len(found.group())]].append(draft)
    for feet in alike.values():
        if len({foot.text for foot in feet}) > 1:
            for foot in feet:
                foot.place, foot.why = "running", "ends in a page number"
