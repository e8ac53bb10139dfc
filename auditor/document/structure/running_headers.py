"""Running heads and feet and page labels: set aside.

Body text must never be dropped, so every rule here asks for repetition or for a
plain mark, and each line set aside keeps the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence

from auditor.document.page import Aside, ExtractedPage, Lines, SegmentedPage, of_most_words
from auditor.document.text import Draft

DIGITS = re.compile(r"\d{1,6}")
ROMAN = re.compile(r"\b[ivxlc]+\b")
PAGE_LABEL = re.compile(
    r"^[-–—|•\s.]*(?:page\s*\|?\s*|p\.\s*)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d+)?[-–—|•\s.]*$",
    re.IGNORECASE,
)
CAPTION = re.compile(r"^\W*(?:figure|fig\.|table|chart|box|map|graph|case study)\W", re.IGNORECASE)
SECTION_NUMBER = re.compile(
    r"^(?:(?:chapter|part|section)\s{1,3})?\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?\s{1,9}", re.IGNORECASE
)
PARTED = re.compile(r"\s[|•·–—]\s")
PART = "\0"
"""Stands before a part of a line where all of it would stand."""
SHORTEST_PART = 8
"""Letters of a part that tells running lines."""
HEAD, FOOT = 0.12, 0.88
"""Shares of the page's height above and below which running heads and feet stand."""
LONGEST_LINE = 30
"""Words of a line that may run along."""
FEWEST_IN_SENTENCE = 5
TIGHT = 0.5
"""Of the height of a line: the white between lines of one paragraph."""
FEWEST_PAGES = 3
"""Pages on each of which a line stands that is no text, however close it stands to the text."""
MANY_PAGES = 6
SMALL = 0.9
"""Times the size of the body: running lines are often smaller."""
LARGE = 1.25
"""Times the size of the body: larger lines must come back on half of all pages."""


def body_size(pages: Sequence[ExtractedPage]) -> float:
    """Return the size in which most characters are set."""
    size = of_most_words([page.lines for page in pages], "size")
    return 10.0 if size is None else size


def find_running(pages: Sequence[SegmentedPage], body: float) -> dict[int, dict[int, Aside]]:
    """Find by page the lines that come back at the same height on several pages, and page labels."""
    edges = [(page, line) for page in pages for line in _edge_lines(page, body)]
    headings = _first_headings(pages, body)
    every = _leaves_of_all(edges, headings)
    plain = _section_names(edges, headings, body)
    plain |= dict.fromkeys(_page_numbers(edges), "page number")
    found: dict[int, dict[int, Aside]] = defaultdict(dict)
    certain: set[tuple[int, int]] = set()
    total = pages[-1].leaf if pages else 0
    for (page, line), leaves in zip(edges, every, strict=True):
        large = page.lines.size[line] >= LARGE * body
        if CAPTION.match(page.line_text(line)) or (large and len(set(leaves)) < 0.5 * total):
            continue
        need = 2 if total < MANY_PAGES or _is_outermost(page, line, body) else 3
        if _comes_back(leaves, total, need):
            if page.leaf == min(leaves) and reads_as_sentence(page.line_text(line)):
                continue
            head = "head" if page.lines.top[line] < page.frame[1] / 2 else "foot"
            why = f"same line at the {head} of {len(leaves)} pages"
            found[page.number][line] = Aside("running", why)
            if len(set(leaves)) == total and _is_certain(page, line, total):
                certain.add((page.number, line))
        elif (page.number, line) in plain:
            found[page.number][line] = Aside("running", plain[page.number, line])
    for page in pages:
        _keep_text(page, found[page.number], certain)
    return found


def _leaves_of_all(
    edges: Sequence[tuple[SegmentedPage, int]], headings: Collection[str]
) -> list[list[int]]:
    """Return for each line the pages on which it comes back, by that of its wordings which does most."""
    wordings = [[*_wordings(page, line), *_parts(page, line, headings)] for page, line in edges]
    seen: dict[tuple[int, str, float], list[int]] = defaultdict(list)
    for (page, line), texts in zip(edges, wordings, strict=True):
        for text in texts:
            seen[_height(page, line), text, float(page.lines.size[line])].append(_leaf(page, line))
    return [
        max((_leaves_of(seen, page, line, text) for text in texts), key=len)
        for (page, line), texts in zip(edges, wordings, strict=True)
    ]


def _is_certain(page: SegmentedPage, line: int, total: int) -> bool:
    """True if a line of every page is no text, however close it stands to the text."""
    is_name = not page.line_text(line)[0].islower()
    return is_name and total >= FEWEST_PAGES and _is_beyond(page, line)


def _first_headings(pages: Sequence[SegmentedPage], body: float) -> dict[str, int]:
    """Return the words of the large lines, without their numbers, and where each stands first."""
    found: dict[str, int] = {}
    for page in pages:
        for line in (page.lines.size >= LARGE * body).nonzero()[0].tolist():
            found.setdefault(_unnumbered(page.line_text(line)), page.number)
    return found


def _section_names(
    edges: Sequence[tuple[SegmentedPage, int]], headings: Mapping[str, int], body: float
) -> dict[tuple[int, int], str]:
    """Return the small lines above all else on their page that are a heading that has been."""
    return {
        (page.number, line): "repeats the heading of its section"
        for page, line in edges
        if page.lines.top[line] < HEAD * page.frame[1]
        and _is_outermost(page, line, body)
        and headings.get(_unnumbered(page.line_text(line)), page.number + 1) <= page.number
    }


def _unnumbered(text: str) -> str:
    return SECTION_NUMBER.sub("", text.strip()).casefold()


def _keep_text(
    page: SegmentedPage, running: dict[int, Aside], certain: Container[tuple[int, int]]
) -> None:
    """Take back lines that go on from the text beside them, or into it, as chance repeats some.

    Lines that stand beyond all text on every page of several, close to it, are `certain`.
    """
    lines = page.lines
    while True:
        text = [
            line
            for line in running
            if (page.number, line) not in certain
            and any(
                _is_next(lines, line, other) and other not in running
                for other in (line - 1, line + 1)
            )
        ]
        if not text:
            return
        for line in text:
            del running[line]


def _is_next(lines: Lines, line: int, other: int) -> bool:
    """True if a line stands next to another as lines of one paragraph do."""
    if not 0 <= other < len(lines) or lines.size[line] != lines.size[other]:
        return False
    height = lines.bottom[line] - lines.top[line]
    white = max(lines.top[line], lines.top[other]) - min(lines.bottom[line], lines.bottom[other])
    edge = abs(lines.x0[line] - lines.x0[other]) < 2
    return bool(edge and -0.3 * height < white < TIGHT * height)


def reads_as_sentence(text: str) -> bool:
    """True if a line is a whole sentence, which is read where it stands first.

    >>> reads_as_sentence("We will see that every baby has a good start.")
    True
    >>> reads_as_sentence("A plan for Anywhere"), reads_as_sentence("Page 3 of 9.")
    (False, False)
    """
    words = text.split()
    ends = text.rstrip("”’\"' ").endswith((".", "!", "?"))
    return ends and len(words) >= FEWEST_IN_SENTENCE and words[0][:1].isupper()


def _height(page: SegmentedPage, line: int) -> int:
    return round(float(page.lines.top[line]) / 6)


def _leaf(page: SegmentedPage, line: int) -> int:
    """Return the page that a line stands on, in the order of binding."""
    return page.leaf + page.is_right(line)


def _wordings(page: SegmentedPage, line: int) -> list[str]:
    """Give a line as it stands, and with each number counted from that of its page.

    "Page 7 of 30" on page 9 is also "page -2 of 30", as its fellows are; a heading
    "Priority 7" has no fellows, since its number does not count pages.
    """
    text = page.line_text(line).strip().lower()
    found = [text]
    numbers = list(DIGITS.finditer(text))[:4]
    for number in numbers:
        count = int(number.group()) - _leaf(page, line)
        found.append(f"{text[: number.start()]}{count:+d}{text[number.end() :]}")
    if not numbers:
        found.append(ROMAN.sub("#", text))
    return list(dict.fromkeys(found))


def _leaves_of(
    seen: dict[tuple[int, str, float], list[int]], page: SegmentedPage, line: int, text: str
) -> list[int]:
    """Return the pages on which a wording stands at nearly the same height.

    A part of a line must come back more often than a line.
    """
    height, size = _height(page, line), float(page.lines.size[line])
    found = max((seen.get((height + shift, text, size), []) for shift in (-1, 0, 1)), key=len)
    return [] if text[0] == PART and len(set(found)) < FEWEST_PAGES else found


def _parts(page: SegmentedPage, line: int, headings: Collection[str]) -> list[str]:
    """Give the parts of a line beyond all text: "A plan | Homes", as of its section or its page.

    What stands before or after the name of its section is a part: "Homes in a plan".
    """
    text = page.line_text(line).strip().lower()
    if not _is_beyond(page, line):
        return []
    parts = [part.strip() for part in PARTED.split(text)]
    parts = parts if len(parts) > 1 else []
    for name in headings:
        if len(name) >= SHORTEST_PART and name in text and len(name) < len(text):
            parts += [part.strip() for part in text.split(name, 1)]
    return [f"{PART}{part}" for part in parts if len(part) >= SHORTEST_PART and " " in part]


def _page_numbers(lines: Sequence[tuple[SegmentedPage, int]]) -> set[tuple[int, int]]:
    """Return the lines that number their page: they count on from page to page, or are Roman."""
    found: set[tuple[int, int]] = set()
    offsets: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for page, line in lines:
        text = page.line_text(line)
        if PAGE_LABEL.match(text):
            number = re.search(r"\d+", text)
            if number is None:
                found.add((page.number, line))
            else:
                leaf = _leaf(page, line)
                offsets[int(number.group()) - leaf].append((leaf, page.number, line))
    for places in offsets.values():
        if len({leaf for leaf, _, _ in places}) > 1:
            found.update((page, line) for _, page, line in places)
    return found


def _edge_lines(page: SegmentedPage, body: float) -> list[int]:
    """Return the lines near the head and foot, and sideways ones at the sides, if not very large."""
    lines, (width, height) = page.lines, page.frame
    beside = lines.sideways & ((lines.x1 < HEAD * width) | (lines.x0 > FOOT * width))
    at_edge = (lines.bottom < HEAD * height) | (lines.top > FOOT * height) | beside
    found = at_edge & (lines.size < 2 * body) & (lines.last - lines.first <= LONGEST_LINE)
    return found.nonzero()[0].tolist()


def _is_outermost(page: SegmentedPage, line: int, body: float) -> bool:
    """True if a line is set small and nothing stands beyond it: a head of every second page."""
    return bool(page.lines.size[line] <= SMALL * body) and _is_beyond(page, line)


def _is_beyond(page: SegmentedPage, line: int) -> bool:
    """True if nothing stands nearer to the edge of the page than a line at its head or foot."""
    lines = page.lines
    top, bottom = lines.top[line], lines.bottom[line]
    is_head = top < page.frame[1] / 2
    beyond = lines.bottom < top if is_head else lines.top > bottom
    return not bool(beyond.any())


def _comes_back(pages: list[int], total: int, need: int) -> bool:
    """True if a line stands on enough pages, close enough to each other."""
    if len(pages) < need:
        return False
    near = any(b - a <= 2 * (need - 1) for a, b in zip(pages, pages[need - 1 :], strict=False))
    return near or len(pages) >= 0.3 * total


PAGE_FOOT = re.compile(r"[|·•–—-]\s?[Pp]age\s?\d{1,4}(?:\s?of\s?\d{1,4})?$")
LONGEST_FOOT = 25


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
