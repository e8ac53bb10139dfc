"""What to change, section by section, as a Word file."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document

from auditor.report.data.embedded import read_report
from auditor.report.gaps.words import gap_words
from auditor.report.office.empty_word import fit
from auditor.report.office.word_sections import fit_part, render_sections_docx
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rich_audit, rubric, rules


def paragraphs(*statements: object) -> list[tuple[str, str]]:
    """Write the file on a few statements; return its paragraphs with their styles."""
    made = audit(statements)  # type: ignore[arg-type]  # statements of the builder
    file = Document(io.BytesIO(render_sections_docx(view_of(made, rules()), made, rules())))
    return [(one.style.name, one.text) for one in file.paragraphs]


def test_a_section_holds_passage_place_and_remedy() -> None:
    """In this order, in the report's own styles."""
    told = paragraphs(excluded("CAMHS is for <5> to 18.", section=("3 Access",)))
    names = [style for style, _ in told]
    at = told.index(("Report Quote", "CAMHS is for <5> to 18."))
    assert told[at + 1] == ("Report Source", "page 1")
    assert any(gap_words().leaves_out.advice in text for _, text in told[at:])
    assert "3 Access" in [text for style, text in told[:at] if style == "Heading 2"][-1]
    assert names.count("Title") == 1


def test_it_carries_its_audit(tmp_path: Path) -> None:
    """It can be checked as any report."""
    made, path = rich_audit(), tmp_path / "sections.docx"
    path.write_bytes(render_sections_docx(view_of(made, rules()), made, rules()))
    assert read_report(path) == view_of(made, rules())


def test_nothing_to_change_is_said() -> None:
    """And nothing else."""
    every = [one.id for one in rubric().criteria]
    told = paragraphs(explicit("We will act for babies.", strength=3, criteria=every))
    assert gap_words().sections["nothing"] in [text for _, text in told]


def test_any_text_can_stand_in_it() -> None:
    """Controls are written out; a part of a passage keeps the spaces at its ends."""
    assert fit("a\x0b\nb\x00") == "a b[U+0000]"
    assert [fit_part(part) for part in (" and ", "babies", " ", "")] == [" and ", "babies", " ", ""]
