"""Audits and comparisons as HTML pages that stand alone: one file, no script, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from markupsafe import Markup

from auditor.report.changes import tell_changes
from auditor.report.quotes import View
from auditor.report.story import names, tell
from auditor.report.templating import html_environment
from auditor.resources import templates_folder
from auditor.rubric import Rubric


def render_html(view: View, rubric: Rubric, *, date: str | None = None) -> str:
    """Write the report on one audit as a page of HTML.

    `view` is the audit as plain data (the JSON of the contract); `view["reviews"]`, where there
    is any, is told beside the machine's judgement (its shape stands in `auditor.review`).
    `date` stands in the line to cite; no other date is ever in a report.
    """
    template = html_environment().get_template("report.html.j2")
    story = tell(view, rubric, date=date)
    return template.render(story=story, names=names(rubric), style=style(), policy=policy())


def render_comparison(comparison: View, rubric: Rubric, *, date: str | None = None) -> str:
    """Write what babies gained and lost between two versions as a page of HTML.

    `comparison` is what `auditor.comparison.compare` makes.
    """
    template = html_environment().get_template("compare.html.j2")
    story = tell_changes(comparison, rubric, date=date)
    return template.render(story=story, names=names(rubric), style=style(), policy=policy())


@lru_cache(maxsize=1)
def style() -> Markup:
    """Read the style sheet that stands inside each page."""
    return Markup((templates_folder() / "report.css").read_text("utf-8"))


@lru_cache(maxsize=1)
def policy() -> str:
    """State what a page may load: its own style sheet, known by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode("utf-8")).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
