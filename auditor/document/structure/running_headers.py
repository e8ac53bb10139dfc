"""Running heads and feet and page labels: set aside.

Body text must never be dropped, so every rule here asks for repetition or for a
plain mark, and each line set aside keeps the reason.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Mapping, Sequence, Set

from auditor.document.page import Aside, ExtractedPage, SegmentedPage
from auditor.document.plain_lines import PlainLines, of_most_words
from auditor.document.structure.displaced_running_lines import find_displaced
from auditor.document.structure.page_numbers import (
    DIGITS,
    Edge,
    Place,
    find_outermost,
    find_page_numbers,
    height_of,
    leaf_of,
)

PARTED = re.compile(r"\s[|•·–—]\s")
PART = "\0"
"""Stands before a part of a line where all of it would stand."""
SHORTEST_PART = 8
"""Letters of a part that tells running lines."""
WORD = re.compile(r"\w+")
ROMAN = re.compile(r"[ivxlc](?<!\w[ivxlc])[ivxlc]*\b")
CAPTION = re.compile(r"^\W*(?:figure|fig\.|table|chart|box|map|graph|case study)\W", re.IGNORECASE)
SOURCE = re.compile(r"sources?\s?:", re.IGNORECASE)
SECTION_NUMBER = re.compile(
    r"^(?:(?:chapter|part|section)\s{1,3})?\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?\s{1,9}", re.IGNORECASE
)
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
"""Times the size of the body: larger lines must come back on half of all pages, as must sources."""


def body_size(pages: Sequence[ExtractedPage]) -> float:
    """Return the size in which most characters are set."""
    size = of_most_words(page.lines.plain.of_size for page in pages)
    return 10.0 if size is None else size


def find_running(pages: Sequence[SegmentedPage], body: float) -> dict[int, dict[int, Aside]]:
    """Find by page the lines that come back at the same height on several pages, and page labels."""
    edges = [(page, line) for page in pages for line in _edge_lines(page, body)]
    outermost = find_outermost(edges)
    numbers = find_page_numbers(edges, outermost)
    wordings = _Wordings(edges, numbers)
    headings = _first_headings(pages, body)
    every = _leaves_of_all(edges, wordings, outermost, headings)
    plain = _section_names(edges, outermost, headings, body) | dict.fromkeys(numbers, "page number")
    found: dict[int, dict[int, Aside]] = defaultdict(dict)
    certain: set[Place] = set()
    total = pages[-1].leaf if pages else 0
    for (page, line), leaves in zip(edges, every, strict=True):
        place, different = (page.number, line), sorted(set(leaves))
        if len(different) < 2 and place not in plain:
            continue
        text, lines = page.line_text(line), page.lines.plain
        is_text = lines.size[line] >= LARGE * body or SOURCE.match(text) is not None
        if CAPTION.match(text) or (is_text and len(different) < 0.5 * total):
            continue
        is_outer = lines.size[line] <= SMALL * body and place in outermost
        need = 2 if total < MANY_PAGES or is_outer else 3
        if _comes_back(different, total, need):
            if wordings.is_new_sentence(page, line):
                continue
            head = "head" if lines.top[line] < page.frame[1] / 2 else "foot"
            why = f"same line at the {head} of {len(leaves)} pages"
            found[page.number][line] = Aside("running", why)
            is_certain = len(different) == total >= FEWEST_PAGES and not text[0].islower()
            if is_certain and place in outermost:
                certain.add(place)
        elif place in plain:
            found[page.number][line] = Aside("running", plain[place])
    find_displaced(pages, found, wordings, wordings.is_new_sentence)
    for page in pages:
        _keep_text(page, found[page.number], certain)
    return found


class _Wordings:
    """Gives a line as it stands, and with each number counted from that of its page.

    "Page 7 of 30" on page 9 is also "page -2 of 30", as its fellows are; a heading
    "Priority 7" has no fellows, since its number does not count pages.
    """

    def __init__(self, edges: Sequence[Edge], numbers: Mapping[Place, int | None]) -> None:
        self.numbers: dict[int, set[int]] = defaultdict(set)
        """The numbers that each page bears."""
        for page, line in edges:
            number = numbers.get((page.number, line))
            if number is not None:
                self.numbers[leaf_of(page, line)].add(number)
        self.against: Counter[str] = Counter()
        """How often a line at the head counts a number that is not the one of its page."""
        self.known = {(page.number, line): self._find(page, line) for page, line in edges}
        self.first: dict[str, int] = {}
        """The first page on which each of the lines stands."""
        for (page, _), texts in zip(edges, self.known.values(), strict=True):
            self.first.setdefault(texts[0], page.leaf)

    def __call__(self, page: SegmentedPage, line: int) -> list[str]:
        """Return the wordings of a line."""
        known = self.known.get((page.number, line))
        return self._find(page, line) if known is None else known

    def is_new_sentence(self, page: SegmentedPage, line: int) -> bool:
        """True if a line is a whole sentence, which is read where it stands first."""
        first = self.first.get(self(page, line)[0], page.leaf)
        return first >= page.leaf and reads_as_sentence(page.line_text(line))

    def fewest(self, text: str, lines: int) -> int:
        """Return on how many pages a wording must come back that so many lines have.

        A part of a line must come back more often than a line, and a number that is not the
        one which its page bears more often still: "Appendix 1" and "Appendix 2" are headings.
        """
        if text[0] == PART:
            return FEWEST_PAGES
        return MANY_PAGES if 2 * self.against[text] > lines else 0

    def _find(self, page: SegmentedPage, line: int) -> list[str]:
        text, leaf = page.line_text(line).strip().lower(), leaf_of(page, line)
        borne = self.numbers.get(leaf)
        found = [text]
        digits = list(DIGITS.finditer(text))[:4]
        for one in digits:
            number = int(one.group())
            found.append(f"{text[: one.start()]}{number - leaf:+d}{text[one.end() :]}")
            if borne and number not in borne and page.lines.plain.top[line] < page.frame[1] / 2:
                self.against[found[-1]] += 1
        if ROMAN.search(text):
            found.append(ROMAN.sub("#", text).replace(" ", ""))
        return list(dict.fromkeys(found))


def _leaves_of_all(
    edges: Sequence[Edge], told: _Wordings, outermost: Set[Place], headings: Collection[str]
) -> list[list[int]]:
    """Return for each line the pages on which it comes back, by that of its wordings which does most."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in headings:
        word = WORD.search(name)
        if word and len(name) >= SHORTEST_PART:
            names[word.group()].append(name)
    wordings = [
        [*texts, *_parts(texts[0], names)] if place in outermost else texts
        for place, texts in told.known.items()
    ]
    places = [(height_of(page, line), page.lines.plain.size[line]) for page, line in edges]
    seen: dict[tuple[str, float], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (page, line), (height, size), texts in zip(edges, places, wordings, strict=True):
        leaf = leaf_of(page, line)
        for text in texts:
            seen[text, size][height].append(leaf)
    found: list[list[int]] = []
    for (height, size), texts in zip(places, wordings, strict=True):
        most: list[int] = []
        for text in texts:
            its = _leaves_near(seen[text, size], height)
            if len(its) > len(most) and len(set(its)) >= told.fewest(text, len(its)):
                most = its
        found.append(most)
    return found


def _first_headings(pages: Sequence[SegmentedPage], body: float) -> dict[str, int]:
    """Return the words of the large lines, without their numbers, and where each stands first."""
    found: dict[str, int] = {}
    for page in [one for one in pages if max(one.lines.plain.of_size, default=0) >= LARGE * body]:
        for line, size in enumerate(page.lines.plain.size):
            if size >= LARGE * body:
                found.setdefault(_unnumbered(page.line_text(line)), page.number)
    return found


def _section_names(
    edges: Sequence[Edge], outermost: Set[Place], headings: Mapping[str, int], body: float
) -> dict[Place, str]:
    """Return the small lines above all else on their page that are a heading that has been."""
    return {
        (page.number, line): "repeats the heading of its section"
        for page, line in edges
        if page.lines.plain.size[line] <= SMALL * body
        and page.lines.plain.top[line] < HEAD * page.frame[1]
        and (page.number, line) in outermost
        and headings.get(_unnumbered(page.line_text(line)), page.number + 1) <= page.number
    }


def _unnumbered(text: str) -> str:
    return SECTION_NUMBER.sub("", text.strip()).casefold()


def _keep_text(page: SegmentedPage, running: dict[int, Aside], certain: Container[Place]) -> None:
    """Take back lines that go on from the text beside them, or into it, as chance repeats some.

    Lines that stand beyond all text on every page of several, close to it, are `certain`.
    """
    lines = page.lines.plain
    while running:
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
            break
        for line in text:
            del running[line]


def _is_next(lines: PlainLines, line: int, other: int) -> bool:
    """True if a line stands next to another as lines of one paragraph do."""
    if not 0 <= other < len(lines.first) or lines.size[line] != lines.size[other]:
        return False
    height = lines.bottom[line] - lines.top[line]
    white = max(lines.top[line], lines.top[other]) - min(lines.bottom[line], lines.bottom[other])
    return abs(lines.x0[line] - lines.x0[other]) < 2 and -0.3 * height < white < TIGHT * height


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


def _leaves_near(seen: Mapping[int, list[int]], height: int) -> list[int]:
    """Return the pages on which a wording stands at nearly the same height, given those of each."""
    if len(seen) == 1:
        return seen[height]
    return max((seen.get(height + shift, []) for shift in (-1, 0, 1)), key=len)


def _parts(text: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the parts of a line beyond all text: "A plan | Homes", as of its section or its page.

    What stands before or after the name of its section is a part: "Homes in a plan". `names`
    holds the names of sections by their first words, `text` is what the line says in small letters.
    """
    parts = [part.strip() for part in PARTED.split(text)] if PARTED.search(text) else []
    for word in set(WORD.findall(text)).intersection(names):
        for name in names[word]:
            if len(name) < len(text) and name in text:
                parts += [part.strip() for part in text.split(name, 1)]
    return [f"{PART}{part}" for part in parts if len(part) >= SHORTEST_PART and " " in part]


def _edge_lines(page: SegmentedPage, body: float) -> list[int]:
    """Return the lines near the head and foot, and sideways ones at the sides, if not very large."""
    lines, (width, height) = page.lines.plain, page.frame
    head, foot = HEAD * height, FOOT * height
    found = [
        line
        for line, (top, bottom) in enumerate(zip(lines.top, lines.bottom, strict=True))
        if (bottom < head or top > foot) and lines.words[line] <= LONGEST_LINE
    ]
    if lines.is_turned:
        sides = enumerate(zip(lines.x0, lines.x1, strict=True))
        beside = {at for at, (x0, x1) in sides if x1 < HEAD * width or x0 > FOOT * width}
        found = sorted({*found, *(at for at in beside if lines.way[at])})
    return [line for line in found if lines.size[line] < 2 * body]


def _comes_back(pages: list[int], total: int, need: int) -> bool:
    """True if a line stands on enough pages, close enough to each other."""
    if len(pages) < need:
        return False
    near = any(b - a <= 2 * (need - 1) for a, b in zip(pages, pages[need - 1 :], strict=False))
    return near or len(pages) >= 0.3 * total
