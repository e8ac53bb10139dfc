"""An audit as tables: CSV of its statements, a spreadsheet of all of it. No cell is a formula."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.records import Audit
from auditor.report.characters import visible
from auditor.report.office.archives import without_dates
from auditor.report.office.cells import Cell, csv_of, open_book, write_cells
from auditor.report.story.names import names
from auditor.report.views.audit import AuditView, NearMissView, StatementView
from auditor.rules import Rules
from auditor.rules.translating.shared_texts import ENGLISH, Texts, labels

_WIDE = "text because advice title verdict_because why section rules reason reply"
WIDE = frozenset(_WIDE.split())
"""Columns that hold sentences."""
WIDE_WIDTH, NARROW_WIDTH = 60, 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, its columns by their fixed names, its rows."""

    name: str
    columns: Mapping[str, str]
    rows: tuple[Mapping[str, Cell], ...]

    def cells(self, row: Mapping[str, Cell]) -> Iterator[Cell]:
        """Give the cells of a row in the order of the columns, what cannot be seen written out."""
        for name in self.columns:
            cell = row.get(name)
            yield visible(cell) if isinstance(cell, str) else cell


def render_csv(view: AuditView, audit: Audit | None, rules: Rules) -> bytes:
    """Write the statements of an audit as CSV."""
    return sheet_csv(statements_sheet(view["statements"], rules.rubric.report_language))


def sheet_csv(sheet: Sheet) -> bytes:
    """Write a table as CSV that spreadsheets open with its accents and without formulas."""
    return csv_of((sheet.columns.values(), *map(sheet.cells, sheet.rows)))


def render_xlsx(view: AuditView, audit: Audit | None, rules: Rules) -> bytes:
    """Write an audit as a spreadsheet: answer, questions, statements, near misses.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    language = rules.rubric.report_language
    return xlsx_of(
        [
            answer_sheet(view, language),
            criteria_sheet(view, rules),
            statements_sheet(view["statements"], language),
            near_misses_sheet(view["near_misses"], language),
        ]
    )


def statements_sheet(statements: Sequence[StatementView], language: str = ENGLISH) -> Sheet:
    """Return the statements as a table, one a row."""
    return _sheet("statements", statements, tuple(map(_statement, statements)), labels(language))


def near_misses_sheet(near_misses: Sequence[NearMissView], language: str = ENGLISH) -> Sheet:
    """Return the near misses as a table, each with why it was set aside."""
    rows = tuple({**_statement(one), "why": one["why"]} for one in near_misses)
    return _sheet("near_misses", near_misses, rows, labels(language))


def _sheet(
    name: str,
    listed: Sequence[StatementView],
    rows: tuple[Mapping[str, Cell], ...],
    words: Texts,
) -> Sheet:
    """Return the columns of a list of statements, leaving out those that all leave empty."""
    unused = set() if name == "near_misses" else {"why"}
    if not any(one.get("file") for one in listed):
        unused.add("file")
    if not any(one.get("read_with_doubt") for one in listed):
        unused.add("read_with_doubt")
    columns = {key: title for key, title in words["statements"].items() if key not in unused}
    return Sheet(words["sheets"][name], columns, rows)


def statement_cells(one: StatementView) -> dict[str, Cell]:
    """Return what every table says of a statement: its words, its place and its labels."""
    place = {name: one[name] for name in ("id", "text", "page", "page_label", "place")}
    labels = {name: one[name] for name in ("reach", "topic", "strength", "confidence")}
    return {
        **place,
        **labels,
        "file": one.get("file"),
        "section": " › ".join(one["section"]),
        "criteria": " ".join(one["criteria"]),
    }


def _statement(one: StatementView) -> dict[str, Cell]:
    return {
        **statement_cells(one),
        **({"read_with_doubt": "yes"} if one.get("read_with_doubt") else {}),
        "rules": "; ".join(
            f"{reason['rule']}: {reason['text']}" if reason["text"] else str(reason["rule"])
            for reason in one["because"]
        ),
    }


def criteria_sheet(view: AuditView, rules: Rules) -> Sheet:
    """List the questions with their levels, one a row."""
    called, unsure = names(rules.rubric), view["verdict"] == rules.rubric.cannot_tell.id
    rows = [
        {
            **{name: one[name] for name in ("id", "title", "weight", "level", "because", "advice")},
            "level_name": called.level_name(
                one["level"], counter=bool(one["counter"]), unsure=unsure
            ),
            "evidence": " ".join(one["evidence"]),
            "counter": " ".join(one["counter"]),
        }
        for one in view["criteria"]
    ]
    words = labels(called.language)
    return Sheet(words["sheets"]["criteria"], words["criteria"], tuple(rows))


def answer_sheet(view: AuditView, language: str = ENGLISH) -> Sheet:
    """Lay the answer out as a table of one row."""
    document, tool, score = view["document"], view["tool"], view["score"]
    row: dict[str, Cell] = {
        "title": document["title"],
        "name": document["name"],
        "verdict": view["verdict"],
        "verdict_because": view["verdict_because"],
        "score": score["value"],
        **{name: score[name] for name in ("low", "high", "unweighted")},
        **{name: document[name] for name in ("pages", "pages_read", "words", "sha256")},
        "explicit": view["counts"]["explicit"],
        "statements": view["counts"]["statements"],
        "tool": f"{tool['name']} {tool['version']}",
        "rubric": tool["rubric"],
        "lexicons": tool["lexicons"],
    }
    words = labels(language)
    columns = {key: name for key, name in words["answer"].items() if key in row}
    return Sheet(words["sheets"]["answer"], columns, (row,))


def xlsx_of(sheets: Sequence[Sheet]) -> bytes:
    """Write tables as one spreadsheet, a table a sheet.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    buffer = io.BytesIO()
    book = open_book(buffer, in_memory=True)
    for sheet in sheets:
        fill_sheet(book, book.add_worksheet(sheet.name), sheet)
    book.close()
    return without_dates(buffer.getvalue())


def fill_sheet(book: Any, sheet: Any, table: Sheet) -> None:
    """Write a table into a sheet, with its head fixed and filters on it."""
    bold = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (key, name) in enumerate(table.columns.items()):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, WIDE_WIDTH if key in WIDE else NARROW_WIDTH, wrapped)
    for number, row in enumerate(table.rows, start=1):
        write_cells(sheet, number, table.cells(row), wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
