"""Tables of plain text: drawn with bars, parted by tabs, or set in columns by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.document.flow.hyphens import join_lines
from auditor.document.structure.list_items import is_bullet, is_item
from auditor.document.web.text.dashed_tables import find_dashed
from auditor.document.web.text.grid_tables import drawn_rows
from auditor.document.web.text.wrapping import LEFT_OPEN

BOXES = str.maketrans(
    {
        **dict.fromkeys("─━═╌┄┈", "-"),
        **dict.fromkeys("│┃║╎┆┊", "|"),
        **dict.fromkeys(map(chr, range(0x250C, 0x254C)), "+"),
        **dict.fromkeys(map(chr, range(0x2552, 0x2571)), "+"),
    }
)
"""The letters that draw boxes, as the plain ones that do."""
RULED = re.compile(r"^(?=[\s=]*-)[\s=-]+$")
PHRASE = re.compile(r"\S \S")
PAGE = re.compile(r"^\d{1,3}$")
CLAUSE = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,4}\.?$")
LABEL = re.compile(r"^(\S(?:.{0,38}?\S)??) {3,}(?=\S)")
WIDE = re.compile(r"\S {3,}\S")
WIDEST = 400
"""Characters to a line of a table that is set by blanks."""
NARROWEST = 3
"""Blanks between two columns, at least."""
FEWEST_WORDS = 2
"""Words in a cell of a line that goes on with the cells above it, on average."""
MOST_NAMED = 3
"""Words of what names something."""


def find_rows(lines: Sequence[str], known: frozenset[str]) -> list[list[str]]:
    """Return the cells of each row of lines that are a table; nothing where they are none.

    >>> find_rows(["Babies     Weigh them     2027", "           at home"], frozenset())
    [['Babies', 'Weigh them at home', '2027']]
    """
    if _is_drawn(lines):
        return drawn_rows(lines, known)
    if _is_tabbed(lines):
        return joined_rows([line.split("\t") for line in lines], known)
    lines = [line for line in lines if not RULED.match(line)]
    return joined_rows(list(_cut(lines, edges)), known) if (edges := _columns(lines)) else []


def part_columns(lines: Sequence[str]) -> Iterator[tuple[bool, Sequence[str]]]:
    """Part lines into tables set by blanks, and the text right above and below them.

    >>> lines = ["We will:", "Babies     Weigh them", "Toddlers   Play", "           with them", "Soon."]
    >>> [(is_table, len(part)) for is_table, part in part_columns(lines)]
    [(False, 1), (True, 3), (False, 1)]
    """
    done = at = 0
    while at < len(lines):
        found = WIDE.search(lines[at])
        end = _end_of_column(lines, at, found.end() - 1) if found and found.start() else at
        if end > at + 1 and len(find_rows(lines[at:end], frozenset())) > 1:
            yield False, lines[done:at]
            yield True, lines[at:end]
            done = end
        at = max(at + 1, end)
    yield False, lines[done:]


def _end_of_column(lines: Sequence[str], at: int, column: int) -> int:
    """Return where the lines end that begin at or before a column and do not run over it."""
    while at < len(lines):
        before = lines[at][:column]
        if len(before) - len(before.rstrip()) < NARROWEST or not lines[at][column:].strip():
            break
        at += 1
    return at


def hanging_rows(parts: Sequence[Sequence[str]], at: int = 0) -> list[list[str]]:
    """Return the lines of each part of a text that begins with a label, text hanging beside it.

    The parts are those from one on whose text stands in one column; none if there is one alone.

    >>> hanging_rows([["North   We will", "        see."], ["South   We see."], ["All of us."]])
    [['North', 'We will', 'see.'], ['South', 'We see.']]
    """
    column = _hang(parts[at])
    end = at
    while column and end < len(parts) and _hang(parts[end]) == column:
        end += 1
    return [
        [part[0][:column].strip(), *(line[column:].strip() for line in part)]
        for part in (parts[at:end] if end > at + 1 else ())
    ]


def _hang(lines: Sequence[str]) -> int:
    """Return the column in which text hangs beside a label; 0 where there is no label."""
    found = LABEL.match(lines[0])
    if found is None or is_bullet(found[1]) or is_item(found[1]) or CLAUSE.match(found[1]):
        return 0
    column = found.end()
    hangs = all(
        not line[:column].strip() and line[column : column + 1].strip() for line in lines[1:]
    )
    return column if hangs and not WIDE.search(lines[0], column) else 0


def part_ruled(lines: Sequence[str]) -> Iterator[tuple[bool, Sequence[str]]]:
    """Part lines into tables under lines of dashes, and what stands between them."""
    done = 0
    for at in range(len(lines)):
        found = find_dashed(lines, done, at) if at >= done else None
        if found is not None:
            yield False, lines[done : found[0]]
            yield True, lines[found[0] : found[1]]
            done = found[1]
    yield False, lines[done:]


def _is_drawn(lines: Sequence[str]) -> bool:
    """True if lines draw a table with bars and borders."""
    bare = [line.strip() for line in lines]
    return len(bare) > 1 and all(line[0] in "|+" and line[-1] in "|+" for line in bare)


def _is_tabbed(lines: Sequence[str]) -> bool:
    """True if lines are rows whose cells are parted by tabs."""
    tabs = {line.strip().count("\t") for line in lines}
    return len(lines) > 1 and len(tabs) == 1 and tabs != {0}


def _columns(lines: Sequence[str]) -> list[int]:
    """Find where columns begin that wide blanks part on every line; none where they are no table."""
    width = max(map(len, lines), default=0)
    if width > WIDEST:
        return []
    blank = [all(line[at : at + 1] in ("", " ") for line in lines) for at in range(width)]
    edges = [0]
    run = 0
    for at, is_blank in enumerate(blank):
        if not is_blank and NARROWEST <= run < at:
            edges.append(at)
        run = run + 1 if is_blank else 0
    cells = list(_cut(lines, edges))
    both = sum(sum(map(bool, line)) > 1 for line in cells)
    is_wide = len(edges) > 2 or (len(edges) > 1 and both > 1)
    is_other = _lead_to_pages(cells) or _is_stretched(cells) or _are_items(cells)
    alone = sum(bool(line[0]) and not any(line[1:]) for line in cells)
    return edges if is_wide and 2 * alone <= len(lines) and not is_other else []


def _are_items(cells: Sequence[Sequence[str]]) -> bool:
    """True if the first column holds nothing but the marks of items, or numbers of clauses."""
    marks = [line[0] for line in cells if line[0]]
    if len(cells[0]) == 2 and marks and all(map(CLAUSE.match, marks)):
        return any(len(line[1].split()) > MOST_NAMED for line in cells)
    return bool(marks) and all(is_bullet(mark) or is_item(mark) for mark in marks)


def _is_stretched(cells: Sequence[Sequence[str]]) -> bool:
    """True if blanks stand wide within cells too, or between the words of one line."""
    wide = sum(any("  " in text for text in line) for line in cells)
    parted = [line for line in cells if sum(map(bool, line)) > 1]
    return 2 * wide > len(cells) or (len(parted) == 1 and not any(map(PHRASE.search, parted[0])))


def _lead_to_pages(cells: Sequence[Sequence[str]]) -> bool:
    """True if the last column holds nothing but numbers that rise, as in a contents list."""
    last = [line[-1] for line in cells if line[-1]]
    pages = [int(text) for text in last if PAGE.match(text)]
    return len(pages) == len(last) and pages == sorted(pages)


def _cut(lines: Sequence[str], edges: Sequence[int]) -> Iterator[list[str]]:
    """Cut lines into cells at the edges of columns."""
    for line in lines:
        yield [line[left:right].strip() for left, right in pairwise([*edges, len(line) + 1])]


def joined_rows(cells: Sequence[list[str]], known: frozenset[str]) -> list[list[str]]:
    """Join the cells of lines that go on with those above them."""
    rows: list[list[list[str]]] = []
    for line in cells:
        if rows and _goes_on(line, rows[-1]):
            for held, text in zip(rows[-1], line, strict=True):
                held += [text] if text else []
        else:
            rows.append([[text.strip()] if text.strip() else [] for text in line])
    return [[join_lines(held, known) for held in row] for row in rows]


def _goes_on(line: Sequence[str], row: Sequence[Sequence[str]]) -> bool:
    """True if a line holds the rest of the row above: it names nothing, or goes on in small letters."""
    if len(line) != len(row):
        return False
    if not line[0]:
        return not _is_under_one_label(line, row)
    filled = [text for text in line if text]
    words = sum(len(text.split()) for text in filled)
    is_small = all(held[0][0].islower() for held in row if held)
    if words >= FEWEST_WORDS * len(filled) and all(text[0].islower() for text in filled):
        return not is_small
    return any(_is_one_sentence(held, text) for held, text in zip(row, line, strict=True))


def _is_under_one_label(line: Sequence[str], row: Sequence[Sequence[str]]) -> bool:
    """True if a line without a label fills the cells of the row above anew, none in small letters."""
    pairs = [
        (held[-1] if held else "", text)
        for held, text in zip(row[1:], line[1:], strict=True)
        if held or text
    ]
    if len(pairs) < 2 or any(not text or text[0].islower() for _, text in pairs):
        return False
    if any(LEFT_OPEN.search(above) or above.endswith(",") for above, _ in pairs):
        return False
    return any(min(len(each.split()) for each in pair) >= MOST_NAMED for pair in pairs)


def _is_one_sentence(held: Sequence[str], text: str) -> bool:
    """True if the sentence in a cell goes on in a text below it."""
    if not held or not text or held[-1].endswith((".", "!", "?")):
        return False
    is_prose = all(len(each.split()) > MOST_NAMED for each in (held[-1], text))
    return is_prose and held[0][0].isupper() and text[0].islower()
