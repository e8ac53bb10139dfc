"""Zip files that are the same each time."""

from __future__ import annotations

import io
import zipfile

from auditor.report.office.archives import with_json, without_dates, zip_files


def test_an_archive_depends_on_its_files_alone() -> None:
    """No date of today, no name of a user."""
    made = zip_files({"a.txt": b"a", "b/c.txt": b"c"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["a.txt", "b/c.txt"]
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
        assert archive.read("b/c.txt") == b"c"


def test_dates_are_taken_out_and_words_kept() -> None:
    """Zipped again, the same files."""
    dated = io.BytesIO()
    with zipfile.ZipFile(dated, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2026, 1, 2, 3, 4, 5)), b"a")
    assert without_dates(dated.getvalue()) == zip_files({"a.txt": b"a"})


def test_a_file_is_added_with_its_kind() -> None:
    """Word opens a part only where its ending is listed."""
    office = zip_files({"[Content_Types].xml": b"<Types><Override/></Types>", "x.xml": b"x"})
    made = with_json(office, "customXml/a.json", b"{}")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("customXml/a.json") == b"{}"
        assert archive.read("[Content_Types].xml") == (
            b'<Types><Default Extension="json" ContentType="application/json"/><Override/></Types>'
        )
