"""A manifest: a table (CSV) with a row for each file, and any columns that should come back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from auditor.batch.sources.source import Source
from auditor.errors import UsageError
from auditor.given_files import GivenFileError, decode_given, delimiter_of, read_given

ADDRESS_COLUMNS = ("path", "file", "url", "source")
"""Columns that may say where a file is; the first that is not empty counts."""
GROUP_COLUMN = "group"
LANGUAGE_COLUMNS = ("language", "lang")

Cells = tuple[tuple[str, str], ...]


def read_manifest(path: Path) -> tuple[Source, ...]:
    """Read a manifest: one source a row, rows of one group joined into one.

    Rows with the same `group` are files of one document, in the order in which
    they stand; where the manifest has a column for the language, each language
    of a group is a document of its own.

    Raises:
        UsageError: the file cannot be read, or no column says where the files are.

    """
    base = str(path.parent) if str(path.parent) != "." else ""
    singles = [_source(cells, base, line) for line, cells in _rows(path)]
    return tuple(_grouped(singles))


def _rows(path: Path) -> Iterator[tuple[int, Cells]]:
    """Yield the rows that are not empty, with the line each ends on."""
    text = _text(path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        _check_names(names, path)
        for values in reader:
            if any(value.strip() for value in values):
                yield reader.line_num, _cells(names, values, f"{path}:{reader.line_num}")
    except csv.Error as error:
        raise UsageError(
            f"not a table that can be read ({error})",
            place=f"{path}:{reader.line_num}",
            remedy="Save it as CSV from the spreadsheet again.",
        ) from None


def _text(path: Path) -> str:
    try:
        return decode_given(read_given(path))
    except (GivenFileError, OSError) as error:
        raise UsageError(
            f"the manifest cannot be read ({getattr(error, 'strerror', None) or error})",
            place=str(path),
            remedy="Check the path of the manifest.",
        ) from None


def _check_names(names: list[str], path: Path) -> None:
    if not {name.lower() for name in names} & set(ADDRESS_COLUMNS):
        raise UsageError(
            "no column says where the files are",
            place=f"{path}:1",
            remedy='Name one column "path" or "url".',
        )
    doubled = sorted({name for name in names if name and names.count(name) > 1})
    if doubled:
        raise UsageError(
            f'two columns are called "{doubled[0]}"',
            place=f"{path}:1",
            remedy="Give each column a name of its own.",
        )


def _cells(names: list[str], values: list[str], place: str) -> Cells:
    """Pair names and values; short rows are filled up, as spreadsheets leave them."""
    if any(value.strip() for value in values[len(names) :]):
        raise UsageError(
            f"{len(values)} cells where the first line names {len(names)}",
            place=place,
            remedy='Put cells that hold the separator in double quotes ("...").',
        )
    values = values + [""] * (len(names) - len(values))
    return tuple((name, value.strip()) for name, value in zip(names, values, strict=False) if name)


def _cell(cells: Cells, *names: str) -> str:
    """Take the first cell that is not empty among columns of these names, in any case."""
    by_name = {name.lower(): value for name, value in cells}
    return next((by_name[name] for name in names if by_name.get(name)), "")


def _source(cells: Cells, base: str, line: int) -> Source:
    address = _cell(cells, *ADDRESS_COLUMNS)
    group = _cell(cells, GROUP_COLUMN)
    if not address:
        problem = f"line {line} of the manifest names no path and no URL"
        return Source((), cells, group or f"line {line}", base, problem)
    return Source((address,), cells, group, base)


def _grouped(singles: list[Source]) -> Iterator[Source]:
    """Join the rows of each group where the first of them stands."""
    members: dict[tuple[str, str], list[Source]] = {}
    for number, source in enumerate(singles):
        members.setdefault(_kinship(source, number), []).append(source)
    for group in members.values():
        yield group[0] if len(group) == 1 else _joined(group)


def _kinship(source: Source, number: int) -> tuple[str, str]:
    group = _cell(source.columns, GROUP_COLUMN)
    if not group or source.problem:
        return ("", str(number))
    return (group, _cell(source.columns, *LANGUAGE_COLUMNS).lower())


def _joined(group: list[Source]) -> Source:
    return Source(
        addresses=tuple(address for source in group for address in source.addresses),
        columns=tuple(map(_joined_cell, zip(*(source.columns for source in group), strict=True))),
        label=group[0].label,
        base=group[0].base,
    )


def _joined_cell(cells: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Put the values of one column together, each once.

    >>> _joined_cell((("year", "2024"), ("year", ""), ("year", "2025"), ("year", "2024")))
    ('year', '2024; 2025')
    """
    return cells[0][0], "; ".join(dict.fromkeys(value for _, value in cells if value))
