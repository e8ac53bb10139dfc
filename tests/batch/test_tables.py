"""The rows as data files: same cells in each, and nothing that runs."""

from __future__ import annotations

import csv
import io
import json

import invented
import pytest

from auditor.batch.row import Entry, Row
from auditor.report.office.batch_tables import (
    Table,
    render_csv,
    render_json_lines,
    render_parquet,
    render_xlsx,
)
from auditor.rules.rubric import Rubric


@pytest.fixture(scope="module")
def entries(rubric: Rubric) -> tuple[Entry, ...]:
    """Forty invented rows; two are no audits."""
    return invented.entries(40, rubric)


@pytest.fixture(scope="module")
def table(entries: tuple[Entry, ...]) -> Table:
    """The rows as a table."""
    given = frozenset(name for entry in entries for name in entry.given_names)
    return Table.of([entry.cells() for entry in entries], given)


def test_columns_stand_in_a_fixed_order(table: Table, rubric: Rubric) -> None:
    """Number and source, the manifest, the outcome, the verdict, the levels in rubric order."""
    assert table.names[:7] == ("number", "source", "path", "country", "year", "kind", "outcome")
    levels = [name for name in table.names if name.startswith("level_")]
    assert levels == [f"level_{each.id}" for each in rubric.criteria]


def test_order_does_not_hang_on_the_first_row() -> None:
    """A batch whose first document failed has the same columns as any other."""
    failed = Entry(1, "a", (), Row("failed", "crashed"))
    audited = Entry(2, "b", (), Row("audited", levels=(("data", 1),)))
    forward = Table.of([failed.cells(), audited.cells()]).names
    assert forward == Table.of([audited.cells(), failed.cells()]).names
    assert forward.index("flags") < forward.index("level_data") < forward.index("outputs")


def test_csv_reads_back(table: Table) -> None:
    """CSV has a byte order mark for spreadsheets, and one row a document."""
    content = render_csv(table)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == 40
    assert [row["source"] for row in rows] == [f"{number}.pdf" for number in range(1, 41)]


def test_csv_formula_in_a_manifest_is_disarmed() -> None:
    """What a manifest brings in cannot run in the table that goes out, not even a column's name."""
    entry = Entry(1, "=cmd()", (("=name", "=1+1"),), Row("audited"))
    text = render_csv(Table.of([entry.cells()])).decode("utf-8-sig")
    head, line = csv.reader(io.StringIO(text, newline=""))
    assert head[2] == "'=name"
    assert line[1:3] == ["'=cmd()", "'=1+1"]


def test_json_lines_hold_every_row(entries: tuple[Entry, ...]) -> None:
    """Each line is one object with the manifest's columns under `columns`."""
    lines = render_json_lines([entry.view() for entry in entries]).decode().splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["number"] for row in rows] == list(range(1, 41))
    assert all(row["columns"]["country"] in invented.PLACES for row in rows)


def test_xlsx_holds_text_and_numbers(table: Table) -> None:
    """A spreadsheet reads back with numbers as numbers and no formula anywhere."""
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(render_xlsx(table)))["documents"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == table.names
    assert len(rows) == 41
    scores = [row[table.names.index("score")] for row in rows[1:]]
    assert scores == [row[table.names.index("score")] for row in table.rows]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}


def test_xlsx_runs_no_formula() -> None:
    """A text that looks like a formula or a link is text."""
    openpyxl = pytest.importorskip("openpyxl")
    entry = Entry(1, "=1+1", (("note", "https://e.org"),), Row("audited"))
    content = render_xlsx(Table.of([entry.cells()]))
    cell = openpyxl.load_workbook(io.BytesIO(content))["documents"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_parquet_has_types(table: Table) -> None:
    """Parquet holds whole numbers, numbers and text, also where a row has none."""
    parquet = pytest.importorskip("pyarrow.parquet")
    read = parquet.read_table(io.BytesIO(render_parquet(table)))
    assert read.num_rows == 40
    assert str(read.schema.field("pages").type) == "int64"
    assert str(read.schema.field("score").type) == "double"
    assert str(read.schema.field("year").type) == "string"


def test_manifest_column_called_like_a_number_stays_text() -> None:
    """A column of the manifest is text whatever its name."""
    pytest.importorskip("pyarrow")
    entry = Entry(1, "a", (("words", "many"),), Row("audited", words=3))
    cells = entry.cells()
    assert cells["manifest_words"] == "many"
    assert cells["words"] == 3
    render_parquet(Table.of([cells], frozenset(entry.given_names)))


def test_same_rows_give_the_same_bytes(table: Table) -> None:
    """Spreadsheet and Parquet hold no date of the day."""
    assert render_xlsx(table) == render_xlsx(table)
    assert render_parquet(table) == render_parquet(table)
