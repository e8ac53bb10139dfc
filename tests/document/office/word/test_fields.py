"""Fields of Word files: what is an instruction, and what its result."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.office.names import W
from auditor.document.office.word.fields import Fields
from auditor.records import Place


def mark(kind: str, entries: tuple[str, ...] = (), chosen: int = 0) -> etree._Element:
    """Make a mark of a field, with the entries of a drop-down."""
    made = etree.Element(f"{W}fldChar", {f"{W}fldCharType": kind})
    if entries:
        choice = etree.SubElement(etree.SubElement(made, f"{W}ffData"), f"{W}ddList")
        etree.SubElement(choice, f"{W}result", {f"{W}val": str(chosen)})
        for entry in entries:
            etree.SubElement(choice, f"{W}listEntry", {f"{W}val": entry})
    return made


@pytest.mark.parametrize(
    ("instruction", "place"),
    [
        (r' TOC \o "1-3" ', "toc"),
        (" BIBLIOGRAPHY ", "reference"),
        (" ADDIN ZOTERO_BIBL {} ", "reference"),
        (" PAGEREF x ", None),
    ],
)
def test_a_field_says_what_it_writes(instruction: str, place: Place | None) -> None:
    """Its instruction is no text; its result is, in its place."""
    fields = Fields()
    fields.meet(mark("begin"))
    fields.instruct(instruction)
    assert not fields.shows_text and fields.place is None
    fields.meet(mark("separate"))
    assert fields.shows_text and fields.place == place
    fields.meet(mark("end"))
    assert fields.place is None


@pytest.mark.parametrize(("chosen", "shown"), [(0, "Yes"), (1, "No"), (7, "")])
def test_a_drop_down_shows_its_chosen_entry(chosen: int, shown: str) -> None:
    """It has no other result."""
    assert Fields().meet(mark("begin", ("Yes", "No"), chosen)) == shown


def test_a_field_without_a_result_hides_no_further_paragraph() -> None:
    """A damaged one is dropped at the end of its own."""
    fields = Fields()
    fields.meet(mark("begin"))
    fields.end_paragraph()
    assert fields.shows_text
