"""What to change in a document, section by section, as a page of HTML for its writers."""

from __future__ import annotations

from auditor.records import Audit
from auditor.report.data.embedded import packed
from auditor.report.gaps.sections import by_section
from auditor.report.gaps.told import state_words
from auditor.report.gaps.words import gap_words
from auditor.report.story.audit_story import tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.templating import html_environment
from auditor.report.views.audit import AuditView
from auditor.report.web.html import policy, style
from auditor.rules import Rules


def render_sections(
    view: AuditView, audit: Audit, rules: Rules, *, imprint: Imprint = PLAIN
) -> str:
    """Write what to change, section by section, as one page, with the audit inside it."""
    story = tell(view, rules.rubric, imprint=imprint)
    language = rules.rubric.report_language
    template = html_environment().get_template("sections.html.j2")
    return template.render(
        story=story,
        names=story.names,
        told=by_section(story, audit),
        say=gap_words(language).sections,
        state=lambda gap: state_words(gap, language, unsure=story.is_unsure),
        attached=packed(view),
        style=style(),
        policy=policy(pictures=imprint.logo is not None),
    )
