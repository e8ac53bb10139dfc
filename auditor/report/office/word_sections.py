"""What to change in a document, section by section, as a Word file for its writers."""

from __future__ import annotations

from typing import Any

from auditor.records import Audit
from auditor.report.data.embedded import PART, compact
from auditor.report.figures import number
from auditor.report.formats import need
from auditor.report.gaps.gap import Gap
from auditor.report.gaps.sections import Place, Section, Sections, by_section
from auditor.report.gaps.told import state_words
from auditor.report.gaps.words import gap_words
from auditor.report.office.archives import with_json
from auditor.report.office.empty_word import fit, open_empty, saved
from auditor.report.story.audit_story import Story, tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.views.audit import AuditView
from auditor.rules import Rules


def render_sections_docx(
    view: AuditView, audit: Audit, rules: Rules, *, imprint: Imprint = PLAIN
) -> bytes:
    """Write what to change, section by section, as a Word file, with the audit inside it.

    Raises:
        UsageError: python-docx is not installed.

    """
    need("docx", "a Word file by section")
    story = tell(view, rules.rubric, imprint=imprint)
    tool = view["tool"]
    made_by = story.names.tell(
        "report", "tool", tool=f"{tool['name']} {tool['version']}", rubric=tool["rubric"]
    )
    docx = open_empty(fit(story.title), made_by, story.names.language)
    _add_head(docx, story)
    _add_changes(docx, by_section(story, audit), story)
    limits = f"{rules.rubric.texts.about} {story.names.sentence['certainty']}"
    docx.add_paragraph(limits, style="Report Note")
    return with_json(saved(docx), PART, compact(view))


def _add_changes(docx: Any, told: Sections, story: Story) -> None:
    say = gap_words(story.names.language).sections
    if not told.first:
        docx.add_paragraph(say["nothing"])
        return
    _add_first(docx, told, story)
    docx.add_heading(say["by_section"], 1)
    for section in told.sections:
        _add_section(docx, section, told, story)
    _add_rest(docx, told, story)


def _add_head(docx: Any, story: Story) -> None:
    say, imprint = gap_words(story.names.language).sections, story.imprint
    docx.add_paragraph(say["kicker"], style="Report Note")
    docx.add_paragraph(fit(story.title), style="Title")
    if by := ", ".join(filter(None, (imprint.author, imprint.date))):
        docx.add_paragraph(fit(by), style="Report Note")
    docx.add_paragraph(say["lead"])
    if not story.is_checked:
        docx.add_paragraph().add_run(say["unchecked"]).bold = True


def _add_first(docx: Any, told: Sections, story: Story) -> None:
    say = gap_words(story.names.language).sections
    docx.add_heading(say["first"], 1)
    docx.add_paragraph(say["first_more"])
    for gap, section in told.first:
        paragraph = docx.add_paragraph(style="List Number")
        paragraph.add_run(gap.title).bold = True
        home = section_title(section, told, story) if section else say["nowhere"]
        paragraph.add_run(f" ({fit(home)})")


def section_title(section: Section, told: Sections, story: Story) -> str:
    """Return the name of a section by its headings; without any, by what it is."""
    say = gap_words(story.names.language).sections
    if section.headings:
        return " › ".join(section.headings)
    return say["top" if told.has_headings else "whole"]


def _add_section(docx: Any, section: Section, told: Sections, story: Story) -> None:
    page = "" if section.page is None else f", {story.names.page(section.page)}"
    docx.add_heading(fit(section_title(section, told, story)) + page, 2)
    for place in section.places:
        _add_place(docx, place, story)


def _add_place(docx: Any, place: Place, story: Story) -> None:
    for says in place.passages:
        quote = docx.add_paragraph(style="Report Quote")
        for part in says.segments:
            quote.add_run(fit_part(part.text)).bold = True if part.marked else None
        docx.add_paragraph(fit(story.names.where(says.where)), style="Report Source")
    for gap in place.gaps:
        _add_gap(docx, gap, story)


def fit_part(text: str) -> str:
    """Return a stretch of a passage as it can stand in a Word file, its outer spaces kept."""
    lead, end = text[:1].isspace() * " ", text[-1:].isspace() * " "
    inner = fit(text)
    return f"{lead}{inner}{end}" if inner else lead


def _add_gap(docx: Any, gap: Gap, story: Story) -> None:
    say = gap_words(story.names.language).sections
    head = docx.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.add_run(gap.title).bold = True
    weight = "" if gap.leaves_out else f" ({say['weight'].format(points=number(gap.weight))})"
    head.add_run(f"{weight}. {state_words(gap, story.names.language, unsure=story.is_unsure)}")
    for label, text in ((say["write"], gap.advice), (say["aim"], gap.aim), (say["why"], gap.why)):
        if text:
            item = docx.add_paragraph(style="List Bullet")
            item.add_run(f"{label}: ").bold = True
            item.add_run(text)


def _add_rest(docx: Any, told: Sections, story: Story) -> None:
    say = gap_words(story.names.language).sections
    if told.placeless:
        docx.add_heading(say["nowhere"], 2)
        docx.add_paragraph(say["nowhere_more"])
        for gap in told.placeless:
            _add_gap(docx, gap, story)
