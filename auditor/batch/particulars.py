"""What a person says of single documents of a batch: kind, language of the report, decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from auditor.batch.sources.source import Source, output_path
from auditor.errors import UsageError
from auditor.records import DocumentKind
from auditor.review.reading import reviews_of
from auditor.review.sheet_files import read_rows

Cells = tuple[tuple[str, str], ...]
SHEETS = frozenset((".csv", ".xlsx", ".json"))


@dataclass(frozen=True, slots=True)
class Particulars:
    """What holds for one document alone: small, and sent with its address."""

    kind: DocumentKind | None = None
    report_language: str = ""
    """The language of its report; "" for that of all others."""
    reviews: tuple[Cells, ...] = ()
    """The rows of a review sheet that speak of this document."""
    sha256: str = ""
    """The bytes that the reviews are of; other bytes are audited without them."""

    @property
    def mark(self) -> str:
        """What tells these particulars from others; "" where there are none."""
        said: tuple[object, ...] = (self.kind, self.reviews)
        said = (*said, self.report_language) if self.report_language else said
        return hashlib.sha256(repr(said).encode()).hexdigest() if any(said) else ""


@dataclass(frozen=True, slots=True)
class Book:
    """All that was said of single documents, by whom it is known."""

    kind_column: str = ""
    """The column of the manifest that says a document's kind."""
    rows: Mapping[str, tuple[Cells, ...]] = field(default_factory=dict)
    """Rows of review sheets by the audit, the name or the hash of the document they speak of."""
    report_language_column: str = ""
    """The column of the manifest that says the language of a document's report."""

    def of(self, source: Source, sha256: str) -> Particulars:
        """Return what was said of one document; without its hash, what its columns say."""
        kind = _cell(source, self.kind_column) or None
        said = self._reviews(source, sha256) if sha256 and self.rows else ()
        return Particulars(
            cast("DocumentKind | None", kind),
            _cell(source, self.report_language_column),
            said,
            sha256 if said else "",
        )

    def _reviews(self, source: Source, sha256: str) -> tuple[Cells, ...]:
        stem = Path(output_path(source, sha256, "json")).stem
        return tuple(
            row for known in (sha256, stem, source.name) for row in self.rows.get(known, ())
        )

    def unmatched(self, known: Iterable[tuple[Source, str]]) -> tuple[str, ...]:
        """List the documents that reviews speak of and that are not among those given."""
        there: set[str] = set()
        for source, sha256 in known:
            there |= {sha256, source.name}
            there.add(Path(output_path(source, sha256, "json")).stem if source.names else "")
        return tuple(each for each in self.rows if each not in there)


NO_BOOK = Book()


def _cell(source: Source, column: str) -> str:
    """Return what a column of the manifest says of a document; "" where it says nothing."""
    return dict(source.columns).get(column, "") if column else ""


def read_book(
    kind_column: str = "", reviews: Path | None = None, report_language_column: str = ""
) -> Book:
    """Read what was said of single documents.

    Reviews are one sheet that names its documents (`auditor review --sample` makes it), or a
    folder of sheets each named like the audit it speaks of.

    Raises:
        UsageError: there is no such file, or a sheet does not say which document it is about.
        DataError: a row cannot be understood.

    """
    rows: dict[str, list[Cells]] = {}
    for document, cells in _read_sheets(reviews) if reviews is not None else ():
        rows.setdefault(document, []).append(cells)
    listed = {document: tuple(each) for document, each in rows.items()}
    return Book(kind_column, listed, report_language_column)


def _read_sheets(path: Path) -> Iterator[tuple[str, Cells]]:
    if not path.is_dir():
        yield from _read_sheet(path, "")
        return
    for sheet in sorted(path.iterdir()):
        if sheet.suffix.lower() in SHEETS and not sheet.name.startswith((".", "~$")):
            yield from _read_sheet(sheet, sheet.stem)


def _read_sheet(path: Path, document: str) -> Iterator[tuple[str, Cells]]:
    """Read a sheet, each row held to what it must say before any document is opened."""
    rows = list(read_rows(path))
    reviews_of(rows, path.name)
    for number, cells in rows:
        named = cells.get("document") or document
        if not named:
            raise UsageError(
                "the row does not say which document it is about",
                place=f"{path}:{number}",
                remedy="Fill in the column document, or give a folder of sheets, each named "
                "like the audit it speaks of.",
            )
        yield named, tuple(cells.items())


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the manifest whose cells must be among what is known."""

    name: str
    """As the manifest calls it; "" where no column was named."""
    option: str
    what: str
    """What a cell names: “kind”."""
    known: Sequence[str]


def check_column(sources: Sequence[Source], column: Column) -> list[Source]:
    """Hold the cells of a column of the manifest to what is known.

    A document of which something unknown is said becomes a source that says so.

    Raises:
        UsageError: no manifest has the column.

    """
    name = column.name
    if name and not any(name in dict(source.columns) for source in sources):
        raise UsageError(
            f"no manifest has a column called “{name}”",
            place=column.option,
            remedy="Name the column as it stands in the manifest's first line.",
        )
    return [_with_known_cell(source, column) for source in sources]


def _with_known_cell(source: Source, column: Column) -> Source:
    cell = _cell(source, column.name)
    if not cell or cell in column.known or source.problem:
        return source
    known = ", ".join(column.known)
    problem = f"“{cell}” in the column {column.name} is no {column.what} (one of: {known})"
    return replace(source, addresses=(), label=source.shown, problem=problem)
