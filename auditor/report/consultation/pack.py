"""The consultation pack: all that a response needs, in one zip file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from auditor.errors import AuditorError
from auditor.records import Audit
from auditor.report.consultation.amendments import find_amendments, find_headings
from auditor.report.data.audit_json import render_json
from auditor.report.formats import need
from auditor.report.office.archives import zip_files
from auditor.report.office.word import fill_parts
from auditor.report.print.annotated_copy import annotate
from auditor.report.print.pdf import set_parts
from auditor.report.story.audit_story import Story, is_checked, tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.summary import Best, answered_furthest, find_telling
from auditor.report.templating import fill_text
from auditor.report.views.audit import AuditView
from auditor.rules import Rules

MOST_QUOTED = 6
"""How many questions the summary answers with a quote."""


def render_pack(
    source: Path, view: AuditView, audit: Audit, rules: Rules, *, imprint: Imprint = PLAIN
) -> bytes:
    """Write the pack; an annotated copy that cannot be made is told of, not left out in silence."""
    return pack_of(*_annotated(source, view, audit, rules), view, audit, rules, imprint=imprint)


def pack_of(
    annotated: bytes,
    refused: str,
    view: AuditView,
    audit: Audit,
    rules: Rules,
    *,
    imprint: Imprint = PLAIN,
) -> bytes:
    """Write the pack with an annotated copy that is at hand, or the reason why there is none."""
    need("typst", "the pack")
    story = tell(view, rules.rubric, imprint=imprint)
    amendments = find_amendments(story.answers, find_headings(audit))
    data = render_json(view)
    summary_pdf, report_pdf = set_parts(story, data, "summary", "whole")
    summary_docx, report_docx = fill_parts(story, "summary", "whole")
    files = {
        "contents.txt": _text("contents", story=story, refused=refused),
        "summary.txt": _text("summary", story=story, met=_met(story), amendments=amendments),
        "amendments.txt": _text("amendments", story=story, amendments=amendments),
        "summary.pdf": summary_pdf,
        "summary.docx": summary_docx,
        "report.pdf": report_pdf,
        "report.docx": report_docx,
        "audit.json": data,
    }
    return zip_files(files | ({"annotated.pdf": annotated} if annotated else {}))


def _annotated(source: Path, view: AuditView, audit: Audit, rules: Rules) -> tuple[bytes, str]:
    """Make the annotated copy, or give the reason why there is none."""
    try:
        return annotate(source, audit, rules, checked=is_checked(view)), ""
    except AuditorError as error:
        return b"", str(error)


def _met(story: Story) -> list[Best]:
    """Choose the questions that the document answers best, each with a statement that shows it."""
    ranked = answered_furthest(story.answers)
    quoted = ((one, find_telling((*one.evidence, *one.more))) for one in ranked)
    return [Best(one, quote) for one, quote in quoted if quote is not None][:MOST_QUOTED]


def _text(name: str, **values: Any) -> bytes:
    """Fill one of the pack's texts, with the line ends that every program knows."""
    filled = fill_text(f"pack/{name}.txt.j2", **values)
    return (filled.replace("\n", "\r\n") + "\r\n").encode("utf-8-sig", "replace")
