"""Sheets as Excel writes them and openpyxl builds them: rows as they are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from auditor.document.office.number_formats import shown
from tests.document.office.files import part, relations, zipped
from tests.document.office.outlines import SEEN, UNSEEN, Outline, outline, read


def book(build: Callable[[Any], object]) -> bytes:
    """Build a book of one sheet named Plan."""
    made = openpyxl.Workbook()
    made.active.title = "Plan"
    build(made.active)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _fill(sheet: Any, rows: list[list[object]]) -> None:
    for row in rows:
        sheet.append(row)


def _rows(sheet: Any) -> None:
    _fill(sheet, [["Action plan"], [], ["Age", "Offer"], ["Babies", SEEN], [], ["Notes go here."]])


def _merged(sheet: Any) -> None:
    _fill(sheet, [["Age", "Offer", "When"], ["Babies", "one.", 2026], [None, "two.", 2027]])
    sheet.merge_cells("A2:A3")


def _wide(sheet: Any) -> None:
    _fill(sheet, [["A", "B"], ["North", None], ["x.", "y."]])
    sheet.merge_cells("A2:B2")


def _hidden(sheet: Any) -> None:
    _fill(sheet, [["Age", "Offer", "Secret"], ["Boys", UNSEEN, "c"], ["Babies", SEEN, UNSEEN]])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True


def _formats(sheet: Any) -> None:
    _fill(
        sheet,
        [["What", "When", "Share", "Cost"], ["Babies seen", date(2027, 3, 31), 0.45, 1250000]],
    )
    sheet["B2"].number_format = "d mmmm yyyy"
    sheet["C2"].number_format = "0%"
    sheet["D2"].number_format = '"£"#,##0'


def _indented(sheet: Any) -> None:
    sheet["C3"], sheet["D3"], sheet["C4"], sheet["D4"] = (
        "Age",
        "Offer",
        "Babies",
        "line one\nline two.",
    )


def _far(sheet: Any) -> None:
    sheet["A1"], sheet["XFD1048576"] = SEEN, UNSEEN


def _struck(sheet: Any) -> None:
    block = TextBlock(InlineFont(strike=True), UNSEEN)
    sheet["A1"] = CellRichText("We will see ", block, "every baby under two.")


def _struck_cell(sheet: Any) -> None:
    _fill(sheet, [["Age", "Offer"], ["Babies", SEEN], ["Boys", UNSEEN]])
    sheet["B3"].font = Font(strike=True)


def _shows_nothing(sheet: Any) -> None:
    _fill(sheet, [["Age", "Offer", "x"], ["Babies", SEEN, UNSEEN]])
    sheet["C2"].number_format = ";;;"


CASES: dict[str, tuple[Callable[[Any], None], Outline]] = {
    "lines above and below a table": (
        _rows,
        [("body", "Action plan"), ("table", f"Babies | {SEEN}"), ("body", "Notes go here.")],
    ),
    "cells that span rows": (
        _merged,
        [("table", "Babies | one. | 2026"), ("table", "Babies | two. | 2027")],
    ),
    "cells that span columns": (_wide, [("table", "North"), ("table", "x. | y.")]),
    "hidden rows and columns": (_hidden, [("table", f"Babies | {SEEN}")]),
    "dates, shares and sums as shown": (
        _formats,
        [("table", "Babies seen | 31 March 2027 | 45% | £1,250,000")],
    ),
    "a table away from the corner": (_indented, [("table", "Babies | line one line two.")]),
    "a cell at the far corner": (_far, [("body", SEEN)]),
    "struck out within a cell": (_struck, [("body", SEEN)]),
    "a cell whose format shows nothing": (_shows_nothing, [("table", f"Babies | {SEEN}")]),
    "a cell struck out by its style": (
        _struck_cell,
        [("table", f"Babies | {SEEN}"), ("table", "Boys")],
    ),
}


@pytest.mark.parametrize(("build", "expected"), CASES.values(), ids=CASES)
def test_a_sheet(build: Callable[[Any], None], expected: Outline) -> None:
    """Rows come out as they are shown, under the name of their sheet."""
    assert outline(read(book(build), "plan.xlsx")) == [("heading", "Plan"), *expected]


def test_hidden_sheets_and_comments_are_told() -> None:
    """A sheet that is not shown, and what people wrote beside cells, is no evidence."""

    def build(sheet: Any) -> None:
        sheet["A1"] = SEEN
        sheet["A1"].comment = Comment("why?", "me")
        hidden = sheet.parent.create_sheet("Old")
        hidden["A1"], hidden.sheet_state = UNSEEN, "veryHidden"

    document = read(book(build), "plan.xlsx")
    assert outline(document) == [("heading", "Plan"), ("body", SEEN)]
    told = " ".join(what for _, what in document.hidden)
    assert "why?" in told and UNSEEN in told


def test_a_font_whose_number_is_none_strikes_nothing() -> None:
    """A raised figure is no number of a font, and no reason to refuse a sheet."""
    with ZipFile(BytesIO(book(lambda sheet: _fill(sheet, [[SEEN]])))) as held:
        parts = {name: held.read(name).decode() for name in held.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace('fontId="0"', 'fontId="²"')
    assert "²" in parts["xl/styles.xml"]
    assert outline(read(zipped(parts), "plan.xlsx")) == [("heading", "Plan"), ("body", SEEN)]


def test_formulas_without_values_are_listed() -> None:
    """A file that no program has computed holds formulas alone: they are listed as unread."""
    document = read(book(lambda sheet: _fill(sheet, [[SEEN], ["=1+1"]])), "plan.xlsx")
    assert [part.what for part in document.parts_unread] == ["values of a sheet"]


def test_text_boxes_of_a_sheet_are_read() -> None:
    """Words that are drawn on a sheet follow its rows."""
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>One.</t></is></c></row></sheetData>'
    )
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    words = f"<xdr:txBody><a:p><a:r><a:t>{SEEN}</a:t></a:r></a:p></xdr:txBody>"
    box = f"<xdr:twoCellAnchor><xdr:sp>{words}</xdr:sp></xdr:twoCellAnchor>"
    data = zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations({"r": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": part(
                f"workbook {space}", '<sheets><sheet name="P" r:id="s"/></sheets>'
            ).replace(f"</workbook {space}>", "</workbook>"),
            "xl/_rels/workbook.xml.rels": relations({"s": ("worksheet", "s.xml")}),
            "xl/s.xml": f"<worksheet {space}>{sheet}</worksheet>",
            "xl/_rels/s.xml.rels": relations({"d": ("drawing", "d.xml")}),
            "xl/d.xml": part("xdr:wsDr", box),
        }
    )
    assert outline(read(data, "plan.xlsx")) == [("heading", "P"), ("body", "One."), ("body", SEEN)]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        ("41", "", "41"),
        ("0.30000000000000004", "General", "0.3"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("-3", "0;(0)", "-3"),
        ("0.256", "0.0%", "25.6%"),
        ("45000.5", "dd/mm/yyyy h:mm", "15/03/2023 12:00"),
        ("45000", "mmm-yy", "Mar-23"),
        ("45000", "[$-809]dddd d mmmm yyyy", "Wednesday 15 March 2023"),
        ("0.5", "h:mm:ss", "12:00:00"),
        ("5", '0 "babies"', "5 babies"),
        ("1e300", "dd/mm/yyyy", "1e+300"),
        ("#N/A", "0", "#N/A"),
        ("3", '"x"', "3"),
    ],
)
def test_numbers_as_cells_show_them(value: str, form: str, expected: str) -> None:
    """Numbers and dates read as the format of their cell shows them."""
    assert shown(value, form) == expected
