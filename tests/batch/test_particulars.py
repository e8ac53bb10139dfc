"""What is said of single documents: kinds by column, reviews by document, and what they change."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from auditor.batch.cost import Meter
from auditor.batch.particulars import (
    NO_BOOK,
    Book,
    Column,
    Particulars,
    check_column,
    read_book,
)
from auditor.batch.preview import preview_batch
from auditor.batch.run import run_batch
from auditor.batch.runners import LocalRunner
from auditor.batch.sources.listing import find_sources
from auditor.batch.sources.source import Source, output_path
from auditor.errors import DataError, UsageError
from auditor.records import DOCUMENT_KINDS
from tests.batch import stand_in

SHEET = ("document", "kind", "text", "decision", "reviewer", "reason")
SOURCE = Source(("plans/kent.pdf",), columns=(("sort", "health"),))


def write_sheet(path: Path, *rows: tuple[str, ...], names: tuple[str, ...] = SHEET) -> Path:
    """Write a sheet of reviews."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([names, *rows])
    return path


def test_a_kind_comes_from_its_column() -> None:
    """A document whose cell is empty is told by the auditor, as ever."""
    book = Book("sort")
    assert book.of(SOURCE, "").kind == "health"
    assert book.of(Source(("a.pdf",), columns=(("sort", ""),)), "").kind is None
    assert NO_BOOK.of(SOURCE, "").mark == ""


def kinds(column: str) -> Column:
    """The column of kinds, as a manifest calls it."""
    return Column(column, "--kind-column", "kind", DOCUMENT_KINDS)


def test_an_unknown_kind_is_the_documents_own_row() -> None:
    """One wrong cell stops no other document, and says which kinds there are."""
    wrong = Source(("a.pdf",), columns=(("sort", "novel"),))
    good, bad = check_column([SOURCE, wrong], kinds("sort"))
    assert good == SOURCE
    assert "novel" in bad.problem and "perinatal" in bad.problem and bad.shown == "a.pdf"


def test_a_column_that_is_not_there_is_refused() -> None:
    """A misspelt name would silently leave all kinds to the auditor."""
    with pytest.raises(UsageError, match="no manifest has a column called “srot”"):
        check_column([SOURCE], kinds("srot"))
    assert check_column([SOURCE], kinds("")) == [SOURCE]


def test_the_language_of_a_report_comes_from_its_column() -> None:
    """It is other work than a report in another language; an empty cell leaves it to the batch."""
    source = Source(("a.pdf",), columns=(("sort", "health"), ("report", "cy")))
    said = Book("sort", report_language_column="report").of(source, "")
    assert (said.kind, said.report_language) == ("health", "cy")
    assert said.mark not in ("", Particulars("health").mark)
    assert Book(report_language_column="report").of(SOURCE, "").mark == ""


def test_an_unknown_language_of_reports_is_the_documents_own_row() -> None:
    """It says which there are; a column that no manifest has is refused."""
    column = Column("report", "--report-lang-column", "language of reports", ("en", "cy"))
    wrong, plain = Source(("a.pdf",), columns=(("report", "xx"),)), Source(("b.pdf",))
    bad, good = check_column([wrong, plain], column)
    assert good == plain and bad.shown == "a.pdf"
    assert "“xx” in the column report is no language of reports (one of: en, cy)" in bad.problem
    with pytest.raises(UsageError, match="no manifest has a column called “report”"):
        check_column([plain], column)


@pytest.mark.parametrize("known", ["name", "hash", "audit"])
def test_a_sheet_names_its_document(tmp_path: Path, known: str) -> None:
    """By its file's name, its hash, or the name of its audit."""
    stem = Path(output_path(SOURCE, "ab" * 32, "json")).stem
    named = {"name": "kent.pdf", "hash": "ab" * 32, "audit": stem}[known]
    sheet = write_sheet(tmp_path / "s.csv", (named, "statement", "Babies.", "accept", "Ada", ""))
    book = read_book(reviews=sheet)
    assert len(book.of(SOURCE, "ab" * 32).reviews) == 1
    assert book.of(Source(("other.pdf",)), "cd" * 32).reviews == ()
    assert book.unmatched([(SOURCE, "ab" * 32)]) == ()
    assert book.unmatched([(Source(("other.pdf",)), "cd" * 32)]) == (named,)


def test_a_folder_of_sheets_is_known_by_the_names_of_audits(tmp_path: Path) -> None:
    """A sheet that was made from one audit needs no column for its document."""
    stem = Path(output_path(SOURCE, "ab" * 32, "json")).stem
    row = ("statement", "Babies.", "accept", "Ada", "")
    write_sheet(tmp_path / f"{stem}.csv", row, names=SHEET[1:])
    (tmp_path / "notes.txt").write_text("not a sheet")
    assert len(read_book(reviews=tmp_path).of(SOURCE, "ab" * 32).reviews) == 1


def test_a_row_of_no_document_is_refused(tmp_path: Path) -> None:
    """A decision that would be lost is named with its line."""
    sheet = write_sheet(tmp_path / "s.csv", ("", "statement", "Babies.", "accept", "Ada", ""))
    with pytest.raises(UsageError, match="which document") as caught:
        read_book(reviews=sheet)
    assert str(caught.value.place).endswith(":2")


def test_a_wrong_row_is_told_before_any_document_is_opened(tmp_path: Path) -> None:
    """A decision without a name is refused where the sheet is read."""
    sheet = write_sheet(tmp_path / "s.csv", ("kent.pdf", "statement", "Babies.", "accept", "", ""))
    with pytest.raises(DataError, match="without a name"):
        read_book(reviews=sheet)


def test_the_mark_tells_particulars_apart() -> None:
    """Another kind, or another decision, is other work."""
    row = (("text", "Babies."), ("decision", "accept"))
    marks = {
        Particulars().mark,
        Particulars("health").mark,
        Particulars("other").mark,
        Particulars(report_language="cy").mark,
        Particulars(reviews=(row,)).mark,
        Particulars(reviews=((*row, ("reason", "x")),)).mark,
    }
    assert len(marks) == 6 and Particulars().mark == ""


def test_a_preview_says_what_would_be_done_and_leaves_nothing(tmp_path: Path) -> None:
    """Before, half way and after: counts are right, and no file is made."""
    plans, out = tmp_path / "plans", tmp_path / "out"
    plans.mkdir()
    for name in ("a", "b", "c"):
        (plans / f"{name}.txt").write_text(f"babies {name}")
    (plans / "d.txt").write_text("babies a")
    job, sources = stand_in.job(), list(find_sources([str(plans)]))
    before = preview_batch(sources, job, out)
    assert (len(before.tasks), before.count("duplicate")) == (3, 1)
    assert before.seconds(1) is None and not out.exists()
    run_batch(sources[:1], job, out, LocalRunner(job, 1))
    files = sorted(path.name for path in out.rglob("*") if "sqlite" not in path.name)
    half = preview_batch(sources, job, out)
    assert (len(half.tasks), half.count("audited"), half.count("duplicate")) == (2, 1, 1)
    assert half.seconds(2) is not None
    assert len(preview_batch(sources, job, out, fresh=True).tasks) == 3
    assert sorted(path.name for path in out.rglob("*") if "sqlite" not in path.name) == files


def test_a_meter_measures_what_lies_between() -> None:
    """Time passes, and memory held at most is no less than what is held."""
    meter = Meter()
    held = bytearray(32 * 1024**2)
    assert meter.seconds >= 0
    assert meter.memory is None or meter.memory > len(held)
