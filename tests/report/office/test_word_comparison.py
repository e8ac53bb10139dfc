"""Two versions of a document as a Word file."""

from __future__ import annotations

import io

from docx import Document

from auditor.comparison.versions import compare
from auditor.report.office.word_comparison import render_comparison_docx
from auditor.report.view import view_of
from tests.builders import audit, explicit, rubric, rules, statement

OLD = [statement("A plan for children."), explicit("Babies will be seen <soon> & \x0b well.")]
NEW = [explicit("A plan for infants and children.", strength=1)]


def words() -> tuple[list[str], set[str]]:
    """Make the file and give its paragraphs and the styles in it."""
    compared = compare(view_of(audit(OLD), rules()), view_of(audit(NEW), rules()), rules())
    made = Document(io.BytesIO(render_comparison_docx(compared, rubric())))
    return [one.text for one in made.paragraphs], {one.style.name for one in made.paragraphs}


def test_all_lists_stand_in_it_with_their_quotes() -> None:
    """Gained and lost, before and after, in the report's own styles."""
    told, styles = words()
    assert any(one.startswith("Gained (") for one in told)
    assert any("infants" in one for one in told)
    assert {"Title", "Heading 1", "Report Quote", "Report Source"} <= styles
    assert not any("{{" in one or "{%" in one for one in told)


def test_any_text_stands_as_text() -> None:
    """Signs of markup and controls neither break the file nor are obeyed."""
    assert any("<soon> &" in one for one in words()[0])
