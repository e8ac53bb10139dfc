"""Review sheets read from files: rows by the fixed names of their columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.errors import DataError, UsageError
from auditor.review.sheet_files import read_rows


def rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Read all rows of a file."""
    return list(read_rows(path))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"text,decision\nBabies,accept\n", id="commas"),
        pytest.param("text;decision\nBabies;accept\n".encode("utf-8-sig"), id="semicolons, BOM"),
        pytest.param("text\tdecision\r\nBabies\taccept\r\n".encode("cp1252"), id="tabs"),
        pytest.param(b"decision,text,colour\naccept,Babies,red\n", id="another column"),
    ],
)
def test_a_table_is_read_however_a_spreadsheet_wrote_it(content: bytes, tmp_path: Path) -> None:
    """By the names of the columns, with the number of each row."""
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    assert rows(path) == [(2, {"text": "Babies", "decision": "accept"})]


def test_the_sign_against_formulas_is_taken_off(tmp_path: Path) -> None:
    """What was put before a text so that no spreadsheet runs it."""
    path = tmp_path / "sheet.csv"
    path.write_text("text,decision\n'=1+1,accept\n")
    assert rows(path)[0][1]["text"] == "=1+1"


def test_rows_in_json_may_stand_in_an_audit(tmp_path: Path) -> None:
    """A list of rows, rows by themselves, or an audit made with reviews."""
    path = tmp_path / "reviews.json"
    row = {"text": "Babies", "decision": "accept", "page": 3, "criteria": ["a", "b"], "topic": None}
    read = {"text": "Babies", "decision": "accept", "page": "3", "criteria": "a b", "topic": ""}
    for content in ([row], {"rows": [row]}, {"reviews": {"rows": [row]}}):
        path.write_text(json.dumps(content))
        assert rows(path) == [(1, read)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.csv", b"", id="empty"),
        pytest.param("a.csv", b"one,two\n1,2\n", id="another table"),
        pytest.param("a.json", b"{", id="broken JSON"),
        pytest.param("a.json", b'{"rows": 5}', id="no rows"),
        pytest.param("a.xlsx", b"PK junk", id="broken spreadsheet"),
    ],
)
def test_a_file_that_is_no_sheet_says_what_to_do(name: str, content: bytes, tmp_path: Path) -> None:
    """Each names the file and a remedy."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DataError) as raised:
        rows(path)
    assert raised.value.remedy and name in raised.value.place


def test_only_known_kinds_are_read(tmp_path: Path) -> None:
    """A document is no sheet; a missing file is a slip."""
    (tmp_path / "a.odt").write_bytes(b"x")
    for name in ("a.odt", "none.csv"):
        with pytest.raises(UsageError):
            rows(tmp_path / name)
