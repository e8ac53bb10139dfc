"""Audits and comparisons as Markdown, for wikis, e-mail and version control."""

from __future__ import annotations

import re

from auditor.report.changes import tell_changes
from auditor.report.quotes import View
from auditor.report.story import names, tell
from auditor.report.templating import markdown_environment
from auditor.rubric import Rubric


def render_markdown(view: View, rubric: Rubric, *, date: str | None = None) -> str:
    """Write the report on one audit as Markdown."""
    template = markdown_environment().get_template("report.md.j2")
    story = tell(view, rubric, date=date)
    return tidy(template.render(story=story, names=names(rubric)))


def render_comparison_markdown(
    comparison: View, rubric: Rubric, *, date: str | None = None
) -> str:
    """Write what babies gained and lost between two versions as Markdown."""
    template = markdown_environment().get_template("compare.md.j2")
    story = tell_changes(comparison, rubric, date=date)
    return tidy(template.render(story=story, names=names(rubric)))


def tidy(text: str) -> str:
    r"""Leave one blank line where a template left several.

    >>> tidy("a\n\n\n\nb\n\n")
    'a\n\nb\n'
    """
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
