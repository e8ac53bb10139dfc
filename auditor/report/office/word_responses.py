"""Answers to a consultation's own questions as a Word file, to be edited before they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from auditor.report.consultation.questions import Questions
from auditor.report.consultation.responses import Response, title_of, warnings
from auditor.report.consultation.subjects import consultation_words
from auditor.report.formats import need
from auditor.report.office.empty_word import fit, open_empty, saved
from auditor.report.story.audit_story import Story
from auditor.rules.sentence_templates import fill


def render_responses_docx(
    questions: Questions, responses: Sequence[Response], story: Story
) -> bytes:
    """Write the answers as a Word file; the same audit and questions give the same bytes.

    Raises:
        UsageError: python-docx is not installed.

    """
    need("docx", "a Word file of answers")
    sheet, title = consultation_words().sheet, fit(title_of(questions))
    docx = open_empty(title, "")
    docx.add_paragraph(title, style="Title")
    on = {"plan": story.title, "file": story.view["document"]["name"]}
    docx.add_paragraph(fit(fill(sheet["on"], on)), style="Report Note")
    for warning in warnings(story):
        docx.add_paragraph().add_run(warning).bold = True
    for one in responses:
        _add_response(docx, one)
    return saved(docx)


def _add_response(docx: Any, response: Response) -> None:
    question = response.question
    docx.add_heading(f"{fit(question.number)}. {fit(question.text)}", 2)
    for paragraph in response.paragraphs or (response.instead,):
        docx.add_paragraph(fit(paragraph))
    if response.text:
        docx.add_paragraph(response.count, style="Report Note")
