"""Review sheets read from .xlsx, .csv or .json: rows of cells by the fixed names of columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from auditor.errors import DataError, UsageError
from auditor.given_files import (
    MEGABYTE,
    GivenFileError,
    check_archive,
    decode_given,
    delimiter_of,
    read_given,
    read_given_json,
)
from auditor.report.formats import need
from auditor.report.office.cells import FORMULA_SIGNS
from auditor.rules.translating.shared_texts import labels

Cells = dict[str, str]
LONGEST_FIELD = 10_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 100
LARGEST_SHEET = 32 * MEGABYTE


def read_rows(path: Path) -> Iterator[tuple[int, Cells]]:
    """Read the rows of a sheet, each with its number.

    Raises:
        UsageError: there is no such file, or its kind is not known.
        DataError: the file cannot be read as what it is called.

    """
    if not path.is_file():
        raise UsageError("no such file", place=str(path), remedy="Check the name.")
    readers = {".xlsx": _read_xlsx, ".csv": _read_csv, ".json": _read_json}
    if path.suffix.lower() not in readers:
        raise UsageError(
            "reviews are read from .xlsx, .csv or .json",
            place=str(path),
            remedy="Save the sheet as one of these.",
        )
    return readers[path.suffix.lower()](path)


def _read_csv(path: Path) -> Iterator[tuple[int, Cells]]:
    text = decode_given(_content(path))
    limit = csv.field_size_limit(LONGEST_FIELD)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
        rows = [line[:MOST_COLUMNS] for line in islice(lines, MOST_ROWS)]
    except csv.Error as error:
        raise DataError(
            f"the file is not a CSV file ({error})",
            place=path.name,
            remedy="Save the sheet as CSV again.",
        ) from error
    finally:
        csv.field_size_limit(limit)
    yield from _tabled(rows, path.name)


def _read_xlsx(path: Path) -> Iterator[tuple[int, Cells]]:
    need("openpyxl", "reading .xlsx")
    import openpyxl

    try:
        check_archive(path)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        lines = book.worksheets[0].iter_rows(
            max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True
        )
        rows = [_texts(line) for line in lines]
        book.close()
    except GivenFileError as error:
        raise DataError(
            str(error), place=path.name, remedy="Save the sheet again as .xlsx, or as .csv."
        ) from None
    except Exception as error:
        raise DataError(
            "the spreadsheet cannot be read",
            place=path.name,
            remedy="Save it again as .xlsx, or as .csv.",
        ) from error
    yield from _tabled(rows, path.name)


def _texts(line: Sequence[object]) -> list[str]:
    """Write the cells of a line as text; a line without any is an empty list."""
    if not any(cell is not None for cell in line):
        return []
    return ["" if cell is None else str(cell).removesuffix(" 00:00:00") for cell in line]


def _content(path: Path) -> bytes:
    try:
        return read_given(path, LARGEST_SHEET)
    except (GivenFileError, OSError) as error:
        raise DataError(
            str(error), place=path.name, remedy="Keep the rows that people filled in."
        ) from None


def _read_json(path: Path) -> Iterator[tuple[int, Cells]]:
    try:
        content: Any = read_given_json(path)
    except GivenFileError as error:
        raise DataError(str(error), place=path.name, remedy="Save it again.") from None
    if isinstance(content, Mapping):
        content = content.get("reviews", content)
    rows = content.get("rows") if isinstance(content, Mapping) else content
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise DataError(
            "the file holds no reviews",
            place=path.name,
            remedy="Give a list of rows, or an audit made with --reviews.",
        )
    for number, row in enumerate(rows, start=1):
        yield number, {str(key): _plain(cell) for key, cell in row.items()}


def _plain(cell: Any) -> str:
    if cell is None:
        return ""
    return " ".join(map(str, cell)) if isinstance(cell, list) else str(cell).strip()


def _tabled(rows: Sequence[Sequence[str]], name: str) -> Iterator[tuple[int, Cells]]:
    """Give rows by the names of their columns, as they are called now or by default."""
    if not rows:
        raise DataError("the sheet is empty", place=name, remedy="Make one with auditor review.")
    known = {shown.lower(): key for key, shown in labels()["review"].items()}
    known |= {key: key for key in labels()["review"]}
    heads = [known.get(head.strip().lower(), "") for head in rows[0]]
    if "decision" not in heads and "reply" not in heads:
        raise DataError(
            "the first row names no column of a review sheet",
            place=f"{name}:1",
            remedy="Make a sheet with `auditor review AUDIT.json -o review.xlsx`.",
        )
    for number, row in enumerate(rows[1:], start=2):
        cells = {head: _unescaped(cell) for head, cell in zip(heads, row, strict=False) if head}
        if any(cells.values()):
            yield number, cells


def _unescaped(cell: str) -> str:
    """Take off the sign that kept a spreadsheet from running a text as a formula.

    >>> _unescaped("'=HYPERLINK(1)"), _unescaped(" 'quoted' ")
    ('=HYPERLINK(1)', "'quoted'")
    """
    cell = cell.strip()
    inside = cell[1:].lstrip(" ")
    return cell[1:] if cell.startswith("'") and inside.startswith(FORMULA_SIGNS) else cell
