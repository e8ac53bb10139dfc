"""Manifests: any columns, any spreadsheet's CSV, and rows that are one document."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.batch.sources.manifest import read_manifest
from auditor.errors import UsageError


def _write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "manifest.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("path,country\na.pdf,Österreich\n", "utf-8"),
        ("path,country\na.pdf,Österreich\n", "utf-8-sig"),
        ("path;country\r\na.pdf;Österreich\r\n", "cp1252"),
        ("path\tcountry\na.pdf\tÖsterreich\n", "utf-8"),
        ('"path","country"\n"a.pdf","Österreich"\n\n\n', "utf-8"),
    ],
    ids=["comma", "byte order mark", "semicolon of a spreadsheet", "tab", "quoted, empty lines"],
)
def test_columns_are_kept(tmp_path: Path, text: str, encoding: str) -> None:
    """Each way in which spreadsheets write CSV gives the same source."""
    (source,) = read_manifest(_write(tmp_path, text, encoding))
    assert source.addresses == ("a.pdf",)
    assert source.columns == (("path", "a.pdf"), ("country", "Österreich"))
    assert source.path("a.pdf") == tmp_path / "a.pdf"


def test_url_stands_in_for_a_missing_path(tmp_path: Path) -> None:
    """Where the path is empty, the URL counts."""
    found = read_manifest(
        _write(tmp_path, "Path,URL\n,https://e.org/a.pdf\nb.pdf,https://e.org/b\n")
    )
    assert [source.shown for source in found] == ["https://e.org/a.pdf", "b.pdf"]


def test_row_without_an_address_is_not_lost(tmp_path: Path) -> None:
    """A row that names no file is a source that says which line it is."""
    _, source = read_manifest(_write(tmp_path, "path,country\na.pdf,A\n,B\n"))
    assert "line 3" in source.problem
    assert dict(source.columns)["country"] == "B"


def test_group_is_one_document(tmp_path: Path) -> None:
    """Rows of one group are one document, where the first of them stands."""
    text = "path,group,year\nplan.pdf,kent,2024\nother.pdf,,2020\nannex.pdf,kent,2025\n"
    first, second = read_manifest(_write(tmp_path, text))
    assert first.addresses == ("plan.pdf", "annex.pdf")
    assert dict(first.columns)["year"] == "2024; 2025"
    assert second.addresses == ("other.pdf",)


def test_language_versions_of_a_group_are_kept_apart(tmp_path: Path) -> None:
    """The same plan in two languages is two documents."""
    text = "path,group,lang\na-en.pdf,a,en\na-fr.pdf,a,fr\nb-en.pdf,a,EN\n"
    found = read_manifest(_write(tmp_path, text))
    assert [source.addresses for source in found] == [("a-en.pdf", "b-en.pdf"), ("a-fr.pdf",)]


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "huge"])
def test_what_is_no_manifest_is_told(tmp_path: Path, kind: str) -> None:
    """A manifest that is not there, is no file, or has no end is one line of error."""
    path = tmp_path / "manifest.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(1 << 36)
    with pytest.raises(UsageError, match="cannot be read") as caught:
        read_manifest(path)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("country\nA\n", ":1", "where the files are"),
        ("path,year,year\na.pdf,1,2\n", ":1", "year"),
        ("path,year\na.pdf,2,3\n", ":2", "3 cells"),
        ('path,year\n"a.pdf,2\n', ":", "table"),
        ("", ":1", "where the files are"),
    ],
    ids=["no address", "column twice", "too many cells", "open quotes", "empty"],
)
def test_mistake_is_named_with_its_line(tmp_path: Path, text: str, place: str, word: str) -> None:
    """A manifest that cannot be used is answered with file, line and remedy."""
    with pytest.raises(UsageError) as caught:
        read_manifest(_write(tmp_path, text))
    assert place in caught.value.place.removeprefix(str(tmp_path))
    assert word in caught.value.message
    assert caught.value.remedy
