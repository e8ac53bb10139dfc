"""Two versions of a document as a Word file, in the styles of templates/report.docx."""

from __future__ import annotations

from typing import Any

from auditor.report.formats import need
from auditor.report.office.archives import without_controls
from auditor.report.office.empty_word import open_empty, saved
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.versions.changes import tell_changes
from auditor.report.versions.comparison_data import printed_comparison
from auditor.report.views.comparison import ComparisonView
from auditor.report.views.plain import Plain
from auditor.rules.rubric import Rubric


def render_comparison_docx(
    comparison: ComparisonView, rubric: Rubric, *, imprint: Imprint = PLAIN
) -> bytes:
    """Write what babies gained and lost between two versions as a Word file.

    Raises:
        UsageError: python-docx is not installed.

    """
    need("docx", "a Word file of a comparison")
    data = without_controls(printed_comparison(tell_changes(comparison, rubric, imprint=imprint)))
    docx = open_empty(data["title"], data["made_by"], rubric.report_language)
    _add_answer(docx, data)
    _add_levels(docx, data)
    for one in data["lists"]:
        _add_list(docx, one, data["say"])
    _add_method(docx, data)
    return saved(docx)


def _add_answer(docx: Any, data: Plain) -> None:
    docx.add_paragraph(data["say"]["kicker"], style="Report Note")
    docx.add_paragraph(data["title"], style="Title")
    docx.add_paragraph(f"{data['old']['name']} → {data['new']['name']}", style="Report Note")
    old, new = data["old"], data["new"]
    docx.add_heading(f"{data['heading']['answer']}: {old['answer']} → {new['answer']}", 1)
    docx.add_paragraph(data["headline"], style="Report Answer")
    for text in filter(None, (data["tally"], *data["notes"])):
        docx.add_paragraph(text)
    for label, side in ((data["say"]["before"], old), (data["say"]["after"], new)):
        paragraph = docx.add_paragraph()
        paragraph.add_run(f"{label}: {side['answer']}, {side['score']}. ").bold = True
        paragraph.add_run(side["because"])
    docx.add_paragraph(data["about"])


def _add_levels(docx: Any, data: Plain) -> None:
    say = data["say"]
    docx.add_heading(say["levels"], 1)
    table = docx.add_table(rows=1, cols=3, style="Report Table")
    _fill_row(table.rows[0], ("", say["before"], say["after"]))
    for one in data["criteria"]:
        _fill_row(table.add_row(), (one["title"], one["old"], one["new"]))


def _fill_row(row: Any, texts: tuple[str, ...]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].style = "Report Cell"


def _add_list(docx: Any, one: Plain, say: Plain) -> None:
    docx.add_heading(f"{one['title']} ({one['count']})", 1)
    docx.add_paragraph(one["means"] if one["count"] else one["nothing"])
    for pair in one["pairs"]:
        for label, side in ((say["before"], pair["old"]), (say["after"], pair["new"])):
            if side is not None:
                _add_quote(docx, label, side)
    if one["more"]:
        docx.add_paragraph(one["more"], style="Report Note")


def _add_quote(docx: Any, label: str, side: Plain) -> None:
    paragraph = docx.add_paragraph(style="Report Quote")
    for part in side["parts"]:
        paragraph.add_run(part["text"]).bold = True if part["marked"] else None
    note = docx.add_paragraph(style="Report Source")
    note.add_run(f"{label}: ").bold = True
    note.add_run(f"{side['where']} · {side['id']} · {side['labels']}")


def _add_method(docx: Any, data: Plain) -> None:
    docx.add_heading(data["heading"]["method"], 1)
    docx.add_paragraph(data["say"]["method"])
    docx.add_heading(data["heading"]["contest"], 2)
    docx.add_paragraph(data["contest"])
