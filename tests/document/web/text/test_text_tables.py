"""Tables of plain text: by bars, tabs, blanks and lines of dashes."""

from __future__ import annotations

import pytest

from auditor.document.web.text.text_tables import BOXES, find_rows, hanging_rows, part_ruled

TABLES = {
    "tabs": (
        ["Group\tAim", "Babies\tWeigh them at home"],
        [["Group", "Aim"], ["Babies", "Weigh them at home"]],
    ),
    "blanks": (
        [
            "Babies      Weigh them     2027",
            "            at home",
            "Toddlers    Lend cribs     2028",
        ],
        [["Babies", "Weigh them at home", "2027"], ["Toddlers", "Lend cribs", "2028"]],
    ),
    "ruled": (
        ["Group       Aim", "-----       ---", "Babies      Weigh them"],
        [["Group", "Aim"], ["Babies", "Weigh them"]],
    ),
    "one wide row": (["2     Lend cribs     May 2027"], [["2", "Lend cribs", "May 2027"]]),
    "text beside a fact": (
        [
            "Every newborn in the borough     Key fact",
            "is weighed by a nurse at home.   412 births",
        ],
        [["Every newborn in the borough is weighed by a nurse at home.", "Key fact 412 births"]],
    ),
    "a long cell": (
        ["Lead     Early learning is well run,", "Part 2   well paid and known to all."],
        [["Lead Part 2", "Early learning is well run, well paid and known to all."]],
    ),
    "several rows under one label": (
        [
            "Early years   Weigh every baby at home      2027",
            "              Feed every child at school    2028",
        ],
        [
            ["Early years", "Weigh every baby at home", "2027"],
            ["", "Feed every child at school", "2028"],
        ],
    ),
    "rows in small letters": (
        ["weigh all babies\tat home", "feed them well\tat school"],
        [["weigh all babies", "at home"], ["feed them well", "at school"]],
    ),
    "drawn": (["+----+-----+", "| ab | cd  |", "+----+-----+"], [["ab", "cd"]]),
}


@pytest.mark.parametrize(("lines", "rows"), TABLES.values(), ids=TABLES)
def test_rows_are_found(lines: list[str], rows: list[list[str]]) -> None:
    """A line that names nothing, or goes on in small letters, belongs to the row above."""
    assert find_rows(lines, frozenset()) == rows


NO_TABLES = {
    "contents": ["1    Infants       2", "2    Feeding       5"],
    "flush on both sides": [
        "Every   newborn   in  the",
        "borough   is   weighed  at",
        "home   by   a   midwife.",
    ],
    "prose": ["Every newborn in the borough", "is weighed at home."],
    "bullets": ["•     Weigh them at home.", "•     Lend cribs."],
    "clauses": ["1.1     The council will see every baby.", "1.2     It will pay for a bus."],
    "a stretched heading": ["AIM   2:   STRENGTHENING   THE", "VALE"],
    "one gap": ["Orme council          May 2026"],
}


@pytest.mark.parametrize("lines", NO_TABLES.values(), ids=NO_TABLES)
def test_other_lines_are_no_table(lines: list[str]) -> None:
    """Contents lists, justified text and single gaps hold no cells."""
    assert find_rows(lines, frozenset()) == []


@pytest.mark.parametrize(
    "parts",
    [
        [["North   We will", "        see."], ["All of us."]],
        [["North   We will", "        see."], ["South    We see."]],
        [["North   We will", "    see."], ["South   We see."]],
        [["1.      We will", "        see."], ["2.      We see."]],
        [["North   We   will"], ["South   We   see."]],
    ],
    ids=["one alone", "other columns", "text that does not hang", "items", "more columns"],
)
def test_text_beside_labels_is_a_table_where_it_stands_in_one_column(
    parts: list[list[str]],
) -> None:
    """One label alone, items and paragraphs are none."""
    assert hanging_rows(parts) == []


def test_drawn_boxes_are_plain_bars() -> None:
    """The letters that draw boxes are read as "+", "-" and "|"."""
    assert "╭─┬═╗│║".translate(BOXES) == "+-+-+||"


def test_tables_under_dashes_are_parted() -> None:
    """What stands before and after a ruled table is kept apart from it."""
    lines = ["Before.", "", "Group   Aim", "-----   ---", "Babies  Cribs", "", "After."]
    parts = [(is_table, list(part)) for is_table, part in part_ruled(lines)]
    assert parts == [(False, lines[:2]), (True, lines[2:5]), (False, lines[5:])]
