"""Tables that are written row by row, as CSV and Parquet, and stand there whole or not at all."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from auditor.report.files import replaced
from auditor.report.office.batch_tables import import_arrow
from auditor.report.office.cells import Cell, harmless

GROUP = 20_000
"""Rows that Parquet keeps together: as many as are in memory at once."""


class CsvStream:
    """A table as CSV, for spreadsheets: with a mark of its encoding, and no formulas."""

    def __init__(self, file: IO[str], names: tuple[str, ...]) -> None:
        """Write the names."""
        self._names = names
        self._writer = csv.writer(file)
        self._writer.writerow(map(harmless, names))

    def write(self, row: Mapping[str, Cell]) -> None:
        """Write one row; a name that it has not is an empty cell."""
        self._writer.writerow([harmless(row.get(name)) for name in self._names])


class ParquetStream:
    """A table as Parquet, in groups of rows."""

    def __init__(self, path: Path, kinds: Mapping[str, type]) -> None:
        """Open a file.

        Raises:
            UsageError: pyarrow is not installed.

        """
        self._arrow, types = import_arrow()
        self._schema = self._arrow.schema([(name, types[kind]) for name, kind in kinds.items()])
        self._writer = self._arrow.parquet.ParquetWriter(str(path), self._schema)
        self._rows: list[Mapping[str, Cell]] = []

    def write(self, row: Mapping[str, Cell]) -> None:
        """Take one row."""
        self._rows.append(row)
        if len(self._rows) >= GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def close(self) -> None:
        """Write what is left."""
        if self._rows:
            self._flush()
        self._writer.close()


@contextlib.contextmanager
def opened_csv(path: Path, names: tuple[str, ...]) -> Iterator[CsvStream]:
    """Open a table as CSV; it is there once all rows are."""
    with (
        replaced(path) as part,
        part.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        yield CsvStream(file, names)


@contextlib.contextmanager
def opened_parquet(path: Path, kinds: Mapping[str, type]) -> Iterator[ParquetStream]:
    """Open a table as Parquet; it is there once all rows are.

    Raises:
        UsageError: pyarrow is not installed.

    """
    with replaced(path) as part, contextlib.closing(ParquetStream(part, kinds)) as stream:
        yield stream
