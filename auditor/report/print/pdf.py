"""An audit as a PDF that people and screen readers can read, with its JSON attached.

Set by typst, to the rules of PDF/UA-1 and PDF/A-3a, with the fonts built into typst, so
that a report looks the same on every machine. Everything from a document is passed as
data and never run.
"""

from __future__ import annotations

import json
from calendar import timegm
from datetime import date as Day
from typing import Any

from auditor.records import Audit
from auditor.report.data.audit_json import render_json
from auditor.report.formats import need
from auditor.report.print.fonts import MOST_NAMED, REPLACEMENT, Replaced, clean, lacking, typeset
from auditor.report.story.audit_story import Story, tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.template_data import Part, printed
from auditor.report.versions.changes import tell_changes
from auditor.report.versions.comparison_data import printed_comparison
from auditor.report.views.audit import AuditView
from auditor.report.views.comparison import ComparisonView
from auditor.report.views.plain import Plain
from auditor.rules import Rules
from auditor.rules.rubric import Rubric

STANDARDS: tuple[Any, ...] = ("a-3a", "ua-1")
TEMPLATE, COMPARISON = "report.typ", "compare.typ"


def render_pdf(
    view: AuditView,
    audit: Audit | None,
    rules: Rules,
    *,
    imprint: Imprint = PLAIN,
    part: Part = "whole",
) -> bytes:
    """Write the report on one audit, or its summary of about two pages, as a PDF.

    The same audit and date give the same bytes. The rules of PDF/A ask for a date in the file:
    it is the one given where that is of the form 2026-03-01, else the rubric's.

    Raises:
        UsageError: typst is not installed.

    """
    need("typst", "a PDF report")
    story = tell(view, rules.rubric, imprint=imprint)
    return set_parts(story, render_json(view), part)[0]


def set_parts(story: Story, attached: bytes, *parts: Part) -> list[bytes]:
    """Set parts of one story as a PDF each, with the audit attached."""
    data, replaced = clean(printed(story), lacking)
    data |= {
        "replacement": REPLACEMENT,
        "replaced": _noted(replaced),
        "plain": "",
        "logo": list(story.imprint.logo.content) if story.imprint.logo else None,
    }
    stamp = _stamp(story.imprint.date, story.rubric.date)
    return [
        compile_template(TEMPLATE, {**data, "part": part}, attached=attached, stamp=stamp)
        for part in parts
    ]


def render_comparison_pdf(
    comparison: ComparisonView, rubric: Rubric, *, imprint: Imprint = PLAIN
) -> bytes:
    """Write what babies gained and lost between two versions as a PDF.

    Raises:
        UsageError: typst is not installed.

    """
    need("typst", "a PDF of a comparison")
    story = tell_changes(comparison, rubric, imprint=imprint)
    data, _ = clean(printed_comparison(story), lacking)
    data |= {"plain": "", "logo": list(imprint.logo.content) if imprint.logo else None}
    stamp = _stamp(imprint.date, rubric.date)
    return compile_template(COMPARISON, data, attached=render_json(comparison), stamp=stamp)


def _stamp(*days: str) -> int:
    """Give the first that is a date as seconds; the beginning of 2000 where none is."""
    for day in (*days, "2000-01-01"):
        try:
            return timegm(Day.fromisoformat(day).timetuple())
        except ValueError:
            continue
    raise AssertionError("unreachable")


def _noted(replaced: tuple[Replaced, ...]) -> list[Plain]:
    """Return the replaced characters, the most frequent first."""
    most = sorted(replaced, key=lambda one: (-one.times, one.character))
    named = [
        {"code": one.code, "name": one.name, "times": one.times, "kinds": 1}
        for one in most[:MOST_NAMED]
    ]
    rest = most[MOST_NAMED:]
    if rest:
        times = sum(one.times for one in rest)
        named.append({"code": "", "name": "", "times": times, "kinds": len(rest)})
    return named


def compile_template(name: str, data: Plain, *, attached: bytes, stamp: int) -> bytes:
    """Set a template with its data; where the rules cannot be kept, set it without and say so."""
    import typst

    try:
        return _compile(name, data, attached, stamp, standards=STANDARDS)
    except typst.TypstError as error:
        plain = {**data, "plain": str(error.message).splitlines()[0]}
        return _compile(name, plain, attached, stamp, standards=())


def _compile(
    name: str, data: Plain, attached: bytes, stamp: int, *, standards: tuple[Any, ...]
) -> bytes:
    inputs = {"data": json.dumps(data), "audit": attached.decode("utf-8")}
    how = {"format": "pdf", "timestamp": stamp, "pdf_standards": list(standards)}
    return typeset(name, inputs, **how)
