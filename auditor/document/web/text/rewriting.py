"""Tables of Markdown that no tool knows, written anew as tables of a web page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

Find = Callable[[Sequence[str], int, int], tuple[int, int] | None]
"""Finds of lines where a table begins and ends, after those that are done, by one of its lines."""


def replace_tables(text: str, find: Find, write: Callable[[Sequence[str]], str]) -> str:
    """Write each table that is found in a text anew."""
    lines = text.split("\n")
    written: list[str] = []
    done = 0
    for at in range(len(lines)):
        found = find(lines, done, at) if at >= done else None
        if found is not None:
            start, end = found
            written += [*lines[done:start], "", write(lines[start:end]), ""]
            done = end
    return "\n".join([*written, *lines[done:]])


def table_page(rows: Iterable[Sequence[str]], heads: int, render: Callable[[str], str]) -> str:
    """Write rows of cells as a table; `render` makes a page of a cell's text."""
    written = []
    for nth, row in enumerate(rows):
        tag = "th" if nth < heads else "td"
        cells = (f"<{tag}>{render(cell) or escape(cell)}</{tag}>" for cell in row)
        written.append(f"<tr>{''.join(cells)}</tr>".replace("\n", " "))
    return f"<table>{''.join(written)}</table>"
