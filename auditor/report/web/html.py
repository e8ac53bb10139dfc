"""Audits and comparisons as HTML pages that stand alone: one file, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from markupsafe import Markup

from auditor.report.data.embedded import packed
from auditor.report.story.audit_story import tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.names import names
from auditor.report.templating import html_environment
from auditor.report.versions.changes import tell_changes
from auditor.report.views.audit import AuditView
from auditor.report.views.comparison import ComparisonView
from auditor.rules.resources import templates_folder
from auditor.rules.rubric import Rubric


def render_html(
    view: AuditView, rubric: Rubric, *, imprint: Imprint = PLAIN, scripted: bool = True
) -> str:
    """Write the report on one audit as a page of HTML, with the audit inside it.

    `view` is the audit as plain data (the JSON of the contract); `view["reviews"]`, where there
    is any, is told beside the machine's judgement. `imprint` is what a person says of the
    report; no other date is ever in it. Without `scripted` the page runs nothing.
    """
    run = asset("report.js") if scripted else Markup("")
    template = html_environment().get_template("report.html.j2")
    story = tell(view, rubric, imprint=imprint)
    return template.render(
        story=story,
        names=story.names,
        style=style(),
        script=run,
        attached=packed(view),
        policy=policy(run, pictures=imprint.logo is not None),
    )


def render_comparison(
    comparison: ComparisonView, rubric: Rubric, *, imprint: Imprint = PLAIN
) -> str:
    """Write what babies gained and lost between two versions as a page of HTML.

    `comparison` is what `auditor.comparison.versions.compare` makes.
    """
    template = html_environment().get_template("compare.html.j2")
    story = tell_changes(comparison, rubric, imprint=imprint)
    return template.render(story=story, names=names(rubric), style=style(), policy=policy())


@cache
def asset(name: str) -> Markup:
    """Read a style sheet or a script that stands inside pages."""
    return Markup((templates_folder() / name).read_text("utf-8"))


def style() -> Markup:
    """Return the style sheet that stands inside each page."""
    return asset("report.css")


def policy(script: str = "", *, sheet: str = "", pictures: bool = False) -> str:
    """State what a page may use: its own style sheet and script, known by their hashes."""
    parts = ["default-src 'none'", f"style-src {digest(sheet or style())}"]
    parts += [f"script-src {digest(script)}"] if script else []
    parts += ["img-src data:"] if pictures else []
    return "; ".join((*parts, "base-uri 'none'", "form-action 'none'"))


def digest(text: str) -> str:
    """Return the hash by which a policy knows a text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
