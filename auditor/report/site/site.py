"""The whole site in one place. Start reading here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from auditor.report.site import pages
from auditor.report.site.board import Board
from auditor.report.site.citation import citation_file
from auditor.report.site.folder import SiteFolder
from auditor.report.site.wording_found import Wordings
from auditor.report.story.audit_story import tell
from auditor.report.views.audit import AuditView
from auditor.report.views.batch import RowView


class ReadAudit(Protocol):
    """Reads the audit of a row."""

    def __call__(self, row: RowView, /) -> AuditView:
        """Return it as plain data."""


def write_site(
    board: Board, folder: Path, results: Path, read: ReadAudit, tables: Sequence[Path]
) -> None:
    """Write a site.

    `results` is the output folder of the batch, `read` reads the audit of a row, `tables` are
    the files to download.

    Raises:
        UsageError: the folder holds another site, or cannot be written to.

    """
    site = SiteFolder(folder)
    site.open()
    wordings = _write_documents(board, site, results, read)
    for criterion in board.rubric.criteria:
        page = pages.question_page(board, criterion, wordings)
        site.write(f"questions/{criterion.id}.html", page)
    for series in board.series:
        site.write(pages.series_file(board, series), pages.series_page(board, series))
    _write_data(board, site, tables)
    site.write("method.html", pages.method_page(board))
    site.write("site.css", pages.style_sheet())
    site.write("site.js", pages.script())
    site.write("index.html", pages.index_page(board))
    site.close()


def _write_documents(board: Board, site: SiteFolder, results: Path, read: ReadAudit) -> Wordings:
    """Write a page a document, one audit in memory at a time; return the wordings found."""
    wordings = Wordings()
    for row in board.overview.audited:
        story = tell(read(row), board.rubric)
        wordings.note(row, story)
        files = {name.rpartition(".")[2]: name for name in row["outputs"]}
        for name in files.values():
            site.copy(results / name, name)
        page = pages.document_page(board, row, story, files)
        site.write(f"documents/{board.slugs[row['number']]}.html", page)
    return wordings


def _write_data(board: Board, site: SiteFolder, tables: Sequence[Path]) -> None:
    names = sorted(path.name for path in tables)
    for path in tables:
        site.copy(path, f"data/{path.name}")
    site.write("CITATION.cff", citation_file(board))
    site.write("data.html", pages.data_page(board, names))
