"""Audits and comparisons as Markdown, for wikis, e-mail and version control."""

from __future__ import annotations

import re

from auditor.report.story.audit_story import tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.names import names
from auditor.report.templating import markdown_environment
from auditor.report.versions.changes import tell_changes
from auditor.report.views.audit import AuditView
from auditor.report.views.comparison import ComparisonView
from auditor.rules.rubric import Rubric


def render_markdown(view: AuditView, rubric: Rubric, *, imprint: Imprint = PLAIN) -> str:
    """Write the report on one audit as Markdown."""
    template = markdown_environment().get_template("report.md.j2")
    story = tell(view, rubric, imprint=imprint)
    return tidy(template.render(story=story, names=names(rubric)))


def render_comparison_markdown(
    comparison: ComparisonView, rubric: Rubric, *, imprint: Imprint = PLAIN
) -> str:
    """Write what babies gained and lost between two versions as Markdown."""
    template = markdown_environment().get_template("compare.md.j2")
    story = tell_changes(comparison, rubric, imprint=imprint)
    return tidy(template.render(story=story, names=names(rubric)))


def tidy(text: str) -> str:
    r"""Leave one blank line where a template left several.

    >>> tidy("a\n\n\n\nb\n\n")
    'a\n\nb\n'
    """
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
