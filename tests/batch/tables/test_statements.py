"""The table of statements: what stands in it, how it is written, and that programs can read it."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from auditor.batch.outputs import write_tables
from auditor.batch.row import Entry
from auditor.batch.tables.audits import audit_file, read_audit, read_audits
from auditor.batch.tables.series import tell_series
from auditor.batch.tables.statements import OWN, columns_of, rows_of
from auditor.batch.tables.streams import opened_csv, opened_parquet
from auditor.errors import UsageError
from auditor.rules import Rules
from tests.batch.made import write_country


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules that are shipped."""
    return Rules.read()


@pytest.fixture(scope="module")
def entries(folder: Path) -> tuple[Entry, ...]:
    """A hundred documents, two of them unreadable, over three years."""
    return write_country(folder, 100)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the results are."""
    return tmp_path_factory.mktemp("results")


@pytest.fixture(scope="module")
def written(folder: Path, entries: tuple[Entry, ...], rules: Rules) -> Path:
    """All tables, written."""
    write_tables(entries, folder, rules, list(tell_series(entries, folder, rules)))
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as a spreadsheet would."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_statement_is_a_row_of_its_document(written: Path, entries: tuple[Entry, ...]) -> None:
    """As many rows as the audits have statements, in order, with the manifest's columns."""
    expected = [
        (str(entry.number), one["id"], dict(entry.columns)["place"], one["text"])
        for entry, view in read_audits(entries, written)
        for one in view["statements"]
    ]
    found = rows(written / "statements.csv")
    assert [(row["number"], row["id"], row["place"]) for row in found][:3] != []
    assert len(found) == len(expected) > 3000
    for row, (number, id, _, text) in zip(found, expected, strict=True):
        assert (row["number"], row["id"]) == (number, id)
        assert row["text"].removeprefix("'") == text


def test_a_manifest_column_of_the_same_name_is_told_apart(entries: tuple[Entry, ...]) -> None:
    """The manifest's `place` is not the statement's: it comes back as `manifest_place`."""
    names = columns_of(entries)
    assert "manifest_place" in names and names.count("place") == 1
    assert names[-len(OWN) :] == OWN


def test_chances_stand_beside_labels(entries: tuple[Entry, ...], written: Path) -> None:
    """The likeliest label and the next, each with its chance; the first is no less likely."""
    view = read_audit(entries[0], written)
    for row in rows_of(entries[0], view):
        first, second = row.get("likely_reach_chance"), row.get("other_reach_chance")
        assert isinstance(first, float) and 0 <= first <= 1
        assert second is None or (isinstance(second, float) and second <= first)


def test_reviews_stand_in_the_row(entries: tuple[Entry, ...], written: Path) -> None:
    """What people decided, who, and what the machine had said."""
    reviewed = next(one for one in entries if one.row.checked)
    said = [row for row in rows_of(reviewed, read_audit(reviewed, written)) if row.get("review")]
    assert len(said) == 3
    assert {row["review"] for row in said} == {"accept"}
    assert {row["reviewers"] for row in said} == {"Ada Invented"}
    assert all(row["machine_reach"] == row["reach"] for row in said)


def test_pandas_reads_csv_and_parquet_alike(written: Path) -> None:
    """As the page of data says it is opened."""
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(written / "statements.csv", encoding="utf-8-sig")
    typed = pandas.read_parquet(written / "statements.parquet")
    assert list(table.columns) == list(typed.columns)
    assert len(table) == len(typed) > 0
    assert (table["confidence"] == typed["confidence"]).all()
    assert typed["strength"].dtype.kind == "i" and typed["confidence"].dtype.kind == "f"
    shares = table.groupby("reach")["confidence"].mean()
    assert 0 < shares["explicit"] <= 1


@pytest.mark.full
def test_r_reads_the_csv(written: Path) -> None:
    """As the page of data says it is opened in R: names, numbers and accents come through."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("needs R")
    code = (
        'table <- read.csv("statements.csv", fileEncoding = "UTF-8-BOM")\n'
        "cat(nrow(table), names(table)[1], class(table$confidence), "
        'sum(table$country == "S\\u00fcdmark"))'
    )
    ran = subprocess.run(
        [program, "-e", code],
        cwd=written,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    found = rows(written / "statements.csv")
    there = sum(row["country"] == "Südmark" for row in found)
    assert ran.stdout.split() == [str(len(found)), "number", "numeric", str(there)], ran.stderr


@pytest.mark.full
def test_a_spreadsheet_program_reads_the_csv(written: Path, tmp_path: Path) -> None:
    """LibreOffice turns it into a workbook with as many rows, names and accents in place."""
    program = shutil.which("localc")
    if program is None:
        pytest.skip("needs LibreOffice Calc")
    openpyxl = pytest.importorskip("openpyxl")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    source = str(written / "statements.csv")
    reader = "--infilter=CSV:44,34,76"  # comma, double quote, UTF-8: what its window proposes
    where = ("--convert-to", "xlsx", "--outdir", str(tmp_path))
    subprocess.run(
        [program, profile, "--headless", reader, *where, source],
        capture_output=True,
        timeout=600,
        check=True,
    )
    book = openpyxl.load_workbook(tmp_path / "statements.xlsx", read_only=True)
    lines = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    found = rows(written / "statements.csv")
    assert list(lines[0]) == list(found[0])
    assert len(lines) == len(found) + 1
    assert "Südmark" in lines[1] + lines[100] + lines[300]


def test_the_data_package_describes_every_table(written: Path) -> None:
    """Each column of each table is described, in order, with its type."""
    package = json.loads((written / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in package["resources"]] == ["comparison", "statements", "series"]
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        with (written / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == names


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_the_tables_valid(written: Path) -> None:
    """The reference implementation of table schemas accepts every cell of every table."""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(written / "datapackage.json"))
    errors = [error.message for task in report.tasks for error in task.errors]
    assert report.valid, (report.errors, errors[:5])
    assert sum(task.stats["rows"] for task in report.tasks) > 3000


def test_the_codebook_says_each_column(written: Path) -> None:
    """What programs are told, people are told too."""
    package = json.loads((written / "datapackage.json").read_text("utf-8"))
    book = (written / "codebook.md").read_text("utf-8").replace("\\", "")
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert f"| {field['name']} | {field['title']} |" in book


def test_an_audit_that_is_gone_is_named(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """A table is never written as if a document had no statements."""
    with pytest.raises(UsageError, match="gone or damaged") as caught:
        read_audit(entries[0], tmp_path)
    assert audit_file(entries[0]) in str(caught.value.place)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"verdict": "absent"}', b"\xff"])
def test_an_audit_that_is_damaged_is_named(
    entries: tuple[Entry, ...], tmp_path: Path, content: bytes
) -> None:
    """Half a file is not an audit."""
    path = tmp_path / audit_file(entries[0])
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UsageError, match="gone or damaged"):
        read_audit(entries[0], tmp_path)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_table_is_whole_or_not_there(tmp_path: Path, kind: str) -> None:
    """Where something goes wrong half way, the old table stands and nothing is left over."""
    path = tmp_path / f"table.{kind}"
    path.write_text("old")
    opened: Any = opened_csv(path, ("a",)) if kind == "csv" else opened_parquet(path, {"a": int})
    with pytest.raises(ZeroDivisionError), opened as stream:
        stream.write({"a": 1})
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
