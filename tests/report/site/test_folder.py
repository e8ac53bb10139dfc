"""The folder of a site: replaced whole, tidied, and nobody else's files touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.report.site.folder import LIST, SiteFolder


def build(folder: Path, *names: str) -> None:
    """Write a site of so many files."""
    site = SiteFolder(folder)
    site.open()
    for name in names:
        site.write(name, name)
    site.close()


def test_what_no_longer_belongs_is_taken_away(tmp_path: Path) -> None:
    """A page of the run before that this one did not write goes, with its empty folder."""
    build(tmp_path, "index.html", "documents/a.html", "documents/b.html", "series/1.html")
    build(tmp_path, "index.html", "documents/b.html")
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [
        "b.html",
        LIST,
        "index.html",
    ]
    assert not (tmp_path / "series").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    """What the host needs beside the pages (a domain, a repository) is left alone."""
    build(tmp_path, "index.html")
    (tmp_path / "CNAME").write_text("example.org")
    (tmp_path / ".git").mkdir()
    build(tmp_path, "index.html")
    assert (tmp_path / "CNAME").read_text() == "example.org" and (tmp_path / ".git").is_dir()


def test_another_site_is_not_written_over(tmp_path: Path) -> None:
    """A folder whose page is somebody else's is refused."""
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(UsageError, match="another site"):
        SiteFolder(tmp_path).open()


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "a/../../outside.txt"])
def test_a_list_that_leads_outside_is_not_believed(tmp_path: Path, name: str) -> None:
    """Whoever edits the list cannot make the auditor delete a file elsewhere."""
    outside = tmp_path / "outside.txt"
    outside.write_text("keep")
    folder = tmp_path / "site"
    build(folder, "index.html")
    (folder / LIST).write_text(f"{name}\n")
    build(folder, "index.html")
    assert outside.read_text() == "keep"


def test_a_file_cannot_be_made_says_so(tmp_path: Path) -> None:
    """Where the folder is a file, the message names it."""
    (tmp_path / "site").write_text("no folder")
    with pytest.raises(UsageError, match="cannot be made"):
        SiteFolder(tmp_path / "site").open()


def test_a_missing_source_says_so(tmp_path: Path) -> None:
    """What is to be copied and is gone is named."""
    site = SiteFolder(tmp_path)
    with pytest.raises(UsageError, match="cannot be read"):
        site.copy(tmp_path / "gone.csv", "data/gone.csv")
