"""Running heads and feet, page labels, notes and lists of references: set aside.

Body text must never be dropped, so every rule here asks for repetition or for a
plain mark, and each line set aside keeps the reason.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from auditor.document.sheet import Sheet
from auditor.document.text import Draft

DIGITS = re.compile(r"\d{1,6}")
ROMAN = re.compile(r"\b[ivxlc]+\b")
PAGE_LABEL = re.compile(
    r"^[-–—|•\s.]*(?:page\s*\|?\s*|p\.\s*)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d+)?[-–—|•\s.]*$",
    re.IGNORECASE,
)
CAPTION = re.compile(r"^\W*(?:figure|fig\.|table|chart|box|map|graph|case study)\W", re.IGNORECASE)
HEAD, FOOT = 0.12, 0.88
"""Shares of the page's height above and below which running heads and feet stand."""
LARGE = 1.25
"""Times the size of the body: larger lines must come back on half of all pages."""


def body_size(sheets: Sequence[Sheet]) -> float:
    """Name the size in which most characters are set."""
    count: Counter[float] = Counter()
    for sheet in sheets:
        lines = sheet.lines
        for first, last, size in zip(
            lines.first.tolist(), lines.last.tolist(), lines.size.tolist(), strict=True
        ):
            count[size] += last - first
    return count.most_common(1)[0][0] if count else 10.0


def mark_running(sheets: Sequence[Sheet], body: float) -> None:
    """Mark lines that come back at the same height on several pages, and page labels."""
    edges = [(sheet, line) for sheet in sheets for line in _edge_lines(sheet, body)]
    seen: dict[tuple[int, str, float], list[int]] = defaultdict(list)
    for sheet, line in edges:
        for text in _wordings(sheet, line):
            seen[_height(sheet, line), text, float(sheet.lines.size[line])].append(
                _leaf(sheet, line)
            )
    numbered = _page_numbers(edges)
    total = sheets[-1].leaf if sheets else 0
    for sheet, line in edges:
        pages = max(
            (_pages_of(seen, sheet, line, text) for text in _wordings(sheet, line)), key=len
        )
        large = sheet.lines.size[line] >= LARGE * body
        if CAPTION.match(sheet.line_text(line)) or (large and len(set(pages)) < 0.5 * total):
            continue
        if _comes_back(pages, total):
            head = "head" if sheet.lines.top[line] < sheet.frame[1] / 2 else "foot"
            _set_running(sheet, line, f"same line at the {head} of {len(pages)} pages")
        elif (sheet.number, line) in numbered:
            _set_running(sheet, line, "page number")


def _height(sheet: Sheet, line: int) -> int:
    return round(float(sheet.lines.top[line]) / 6)


def _leaf(sheet: Sheet, line: int) -> int:
    """Name the page that a line stands on, in the order of binding."""
    return sheet.leaf + sheet.is_right(line)


def _wordings(sheet: Sheet, line: int) -> list[str]:
    """Give a line as it stands, and with each number counted from that of its page.

    "Page 7 of 30" on page 9 is also "page -2 of 30", as its fellows are; a heading
    "Priority 7" has no fellows, since its number does not count pages.
    """
    text = sheet.line_text(line).strip().lower()
    found = [text]
    numbers = list(DIGITS.finditer(text))[:4]
    for number in numbers:
        count = int(number.group()) - _leaf(sheet, line)
        found.append(f"{text[: number.start()]}{count:+d}{text[number.end() :]}")
    if not numbers:
        found.append(ROMAN.sub("#", text))
    return list(dict.fromkeys(found))


def _pages_of(
    seen: dict[tuple[int, str, float], list[int]], sheet: Sheet, line: int, text: str
) -> list[int]:
    """Name the pages on which a wording stands at nearly the same height."""
    height, size = _height(sheet, line), float(sheet.lines.size[line])
    return max((seen.get((height + shift, text, size), []) for shift in (-1, 0, 1)), key=len)


def _page_numbers(lines: Sequence[tuple[Sheet, int]]) -> set[tuple[int, int]]:
    """Name the lines that number their page: they count on from page to page, or are Roman."""
    found: set[tuple[int, int]] = set()
    offsets: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for sheet, line in lines:
        text = sheet.line_text(line)
        if PAGE_LABEL.match(text):
            number = re.search(r"\d+", text)
            if number is None:
                found.add((sheet.number, line))
            else:
                leaf = _leaf(sheet, line)
                offsets[int(number.group()) - leaf].append((leaf, sheet.number, line))
    for places in offsets.values():
        if len({leaf for leaf, _, _ in places}) > 1:
            found.update((page, line) for _, page, line in places)
    return found


def _set_running(sheet: Sheet, line: int, why: str) -> None:
    sheet.place[line] = "running"
    sheet.why[line] = why


def _edge_lines(sheet: Sheet, body: float) -> list[int]:
    """Name the lines near the head and foot that are not set very large."""
    lines, height = sheet.lines, sheet.frame[1]
    return [
        line
        for line in range(len(lines))
        if (lines.bottom[line] < HEAD * height or lines.top[line] > FOOT * height)
        and lines.size[line] < 2 * body
        and lines.last[line] - lines.first[line] <= 30
    ]


def _comes_back(pages: list[int], total: int) -> bool:
    """Say whether a line stands on enough pages, close enough to each other."""
    need = 3 if total >= 6 else 2
    if len(pages) < need:
        return False
    near = any(b - a <= 2 * (need - 1) for a, b in zip(pages, pages[need - 1 :], strict=False))
    return near or len(pages) >= 0.3 * total


NOTE = re.compile(r"^\W?(?:\d{1,3}|[*†‡§]+|[a-z])[\s.)\]]?$|^\d{1,2}[A-Z‘“]")


def mark_notes(sheet: Sheet, body: float) -> None:
    """Mark footnotes: small lines at the foot of a column, from the first that has a mark."""
    run: list[int] = []
    for line in reversed([line for line in sheet.order if line >= 0]):
        if sheet.place[line] != "body":
            continue
        small = sheet.lines.size[line] < 0.93 * body
        if small and sheet.lines.top[line] > 0.4 * sheet.frame[1]:
            run.append(line)
        else:
            _mark_run(sheet, run)
            run = []
    _mark_run(sheet, run)


def _mark_run(sheet: Sheet, run: list[int]) -> None:
    lines = run[::-1]
    for at, line in enumerate(lines):
        if opens_note(sheet, line):
            for other in lines[at:]:
                sheet.place[other] = "note"
            return


def opens_note(sheet: Sheet, line: int) -> bool:
    """Say whether a line begins with the mark of a note."""
    return NOTE.match(sheet.opening(line)) is not None


PAGE_FOOT = re.compile(r"[|·•–—-]\s*[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?$")


def settle_stray_feet(drafts: Sequence[Draft]) -> None:
    """Set aside running feet that were copied into the text: they end in a page number."""
    for draft in drafts:
        if draft.place not in ("body", "heading"):
            continue
        text = draft.text
        if PAGE_FOOT.search(text) and len(text.split()) <= 25:
            draft.place, draft.why = "running", "ends in a page number"
