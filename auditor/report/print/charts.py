"""The charts of a report as pictures to paste, each as SVG and as PNG."""

from __future__ import annotations

import json

from auditor.report.formats import need
from auditor.report.print.fonts import clean, lacking, typeset
from auditor.report.story.audit_story import tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.template_data import printed
from auditor.report.views.audit import AuditView
from auditor.rules import Rules

CHARTS = ("ladder", "questions", "groups")
"""The answer among all answers, the level of each question, babies beside other groups."""
TEMPLATE = "pictures.typ"
DOTS_PER_INCH = 220
FORMS = ("svg", "png")


def render_charts(view: AuditView, rules: Rules, *, imprint: Imprint = PLAIN) -> dict[str, bytes]:
    """Draw the charts of one audit, by the names of their files.

    Raises:
        UsageError: typst is not installed.

    """
    need("typst", "--charts")
    data, _ = clean(printed(tell(view, rules.rubric, imprint=imprint)), lacking)
    told = json.dumps(data)
    return {
        f"{chart}.{form}": typeset(
            TEMPLATE, {"which": chart, "data": told}, format=form, ppi=DOTS_PER_INCH
        )
        for chart in CHARTS
        for form in FORMS
    }
