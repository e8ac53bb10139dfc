"""The whole site: every page there, every link leads somewhere, and the same bytes each time."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from auditor.batch.tables.audits import read_audit
from auditor.report.site.site import write_site
from tests.report.site.conftest import Country


def build(country: Country, folder: Path) -> Path:
    """Write the site of the country."""
    by_number = {one.number: one for one in country.entries}
    tables = [country.folder / name for name in ("comparison.csv", "provenance.json")]
    for table in tables:
        table.write_text("made\n")
    write_site(
        country.board,
        folder,
        country.folder,
        lambda row: read_audit(by_number[row["number"]], country.folder),
        tables,
    )
    return folder


@pytest.fixture(scope="module")
def site(country: Country, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, on disk."""
    return build(country, tmp_path_factory.mktemp("site"))


def test_every_link_leads_somewhere(site: Path) -> None:
    """Each link within the site names a file that is there, and an anchor that is on the page."""
    anchors = {
        path: set(re.findall(r'\bid="([^"]+)"', path.read_text("utf-8")))
        for path in site.rglob("*.html")
    }
    for page in site.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"]+)"', page.read_text("utf-8")):
            name, _, anchor = unquote(unescape(link)).partition("#")
            target = (page.parent / name).resolve() if name else page
            assert target.is_file(), f"{page.name}: {link}"
            if anchor and target.suffix == ".html":
                assert anchor in anchors[target], link


def test_there_is_a_page_a_document_and_a_page_a_question(site: Path, country: Country) -> None:
    """Audited documents have pages; those that could not be read have none."""
    assert len(list((site / "documents").iterdir())) == len(country.board.overview.audited)
    assert {path.stem for path in (site / "questions").iterdir()} == {
        one.id for one in country.board.rubric.criteria
    }
    assert len(list((site / "series").iterdir())) == len(country.board.series) > 0


def test_a_site_built_again_has_the_same_bytes(
    site: Path, country: Country, tmp_path: Path
) -> None:
    """Nothing on a page depends on the day, the folder or what stood there before."""
    again = build(country, tmp_path / "again")
    build(country, tmp_path / "again")
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    assert all((site / name).read_bytes() == (again / name).read_bytes() for name in files)
