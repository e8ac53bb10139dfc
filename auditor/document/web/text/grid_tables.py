"""Grid tables of Markdown: cells drawn with "+", "-" and "|", as pandoc writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from auditor.document.flow.hyphens import join_lines
from auditor.document.flow.wording import Wording
from auditor.document.web.text.rewriting import replace_tables, table_page

BORDER = re.compile(r"^\s{0,3}\+(?:[-=:]+\+)+\s*$")
INNER = re.compile(r"^\s{0,3}[+|].*[+|]\s*$")
MARKS = re.compile(r"^\|(?:\s*:?-{2,}:?\s*\|)+$")
PARTED = re.compile(r"\+[-=:]{2,}")
PARTIAL = re.compile(r"^[|+].*\+(?:[-=:]{3,}\+)+")
"""A border that parts only some of the columns: the others span rows."""
DRAWN = ("-", "=", ":")


def replace_grid_tables(text: str, render: Callable[[str], str], known: frozenset[str]) -> str:
    """Write grid tables anew as tables of a web page; `render` makes a page of a cell's text."""
    return replace_tables(text, _find, lambda lines: _table(lines, render, known))


def drawn_rows(lines: Sequence[str], known: frozenset[str]) -> list[list[str]]:
    """Return the cells of each row of a table that is drawn with bars.

    Between two borders stands one row; several where each line fills its first cell of several.
    """
    bare = [line.strip() for line in lines]
    if any(line.startswith("|") and PARTIAL.match(line) for line in bare):
        return [[_joined(cell, known) for cell in row] for row in _rows(bare)[0]]
    found: list[list[str]] = []
    held: list[list[str]] = []
    for line in [*bare, "+"]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("+") and not MARKS.match(line):
            held.append(cells)
            continue
        if all(cells[0] and len(cells) > 1 for cells in held):
            found += held
        elif held:
            columns = range(max(map(len, held)))
            found.append([_column(held, column, known) for column in columns])
        held = []
    return found


def _column(rows: Sequence[Sequence[str]], column: int, known: frozenset[str]) -> str:
    return _joined([row[column] for row in rows if len(row) > column], known)


def _joined(lines: Iterable[str], known: frozenset[str]) -> str:
    return join_lines([line.strip() for line in lines if line.strip()], known)


def _find(lines: Sequence[str], done: int, start: int) -> tuple[int, int] | None:
    """Find the grid that starts at a line."""
    if not BORDER.match(lines[start]):
        return None
    end = start + 1
    while end < len(lines) and INNER.match(lines[end]):
        end += 1
    while end > start and not BORDER.match(lines[end - 1]):
        end -= 1
    return (start, end) if end - start > 2 else None


def _table(lines: Sequence[str], render: Callable[[str], str], known: frozenset[str]) -> str:
    rows, heads = _rows([line.strip() for line in lines])
    return table_page(([_cell(cell, known) for cell in row] for row in rows), heads, render)


def _rows(lines: Sequence[str]) -> tuple[list[list[list[str]]], int]:
    """Return the rows, each cell as its lines, and how many of them are heads."""
    borders = (enumerate(line) for line in lines if BORDER.match(line) or PARTIAL.match(line))
    stops = sorted({at for border in borders for at, letter in border if letter == "+"})
    rows: list[dict[int, list[str]]] = []
    heads = 0
    held: list[str] = []
    border = ""
    for line in lines:
        if BORDER.match(line) or PARTED.match(line) or PARTIAL.match(line):
            if held:
                rows.append(_spanned(_cells(held, stops), rows, border))
            if "=" in line and not heads and rows:
                heads = len(rows)
            held, border = [], line
        else:
            held.append(line)
    return [list(row.values()) for row in rows], heads


def _cells(lines: Sequence[str], stops: Sequence[int]) -> dict[int, list[str]]:
    """Cut lines at the columns where all of them have a border; give each cell by its column."""
    bars = [at for at in stops if all(len(line) > at and line[at] in "|+" for line in lines)]
    edges = pairwise(bars)
    return {left: [line[left + 1 : right].rstrip() for line in lines] for left, right in edges}


def _spanned(
    cells: dict[int, list[str]], rows: Sequence[dict[int, list[str]]], border: str
) -> dict[int, list[str]]:
    """Give the cells of a row, those that no border parts from the row above with its label."""
    for left, lines in cells.items():
        above = rows[-1].get(left) if rows else None
        if above is not None and border[left + 1 : left + 2] not in DRAWN:
            above += [line for line in lines if line.strip()]
            lines[:] = above if Wording(" ".join(above)).is_short else []
    return cells


def _cell(lines: Sequence[str], known: frozenset[str]) -> str:
    """Join the lines of a cell; empty ones and items part its paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        bare = line.strip()
        if not bare:
            paragraphs.append([])
        elif bare[:2] in ("- ", "* ") or bare[:2].rstrip(".").isdigit():
            paragraphs.append([bare])
        else:
            paragraphs[-1].append(bare)
    return "\n\n".join(join_lines(lines, known) for lines in paragraphs if lines)
