"""The charts of a report as pictures to paste, each as SVG and as PNG."""

from __future__ import annotations

import importlib.resources
import json
from typing import TYPE_CHECKING, Literal, get_args

from auditor.report.print.fonts import clean, lacking
from auditor.report.print.pdf import need_typst
from auditor.report.story.audit_story import tell
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.template_data import printed
from auditor.rules import Rules
from auditor.rules.resources import templates_folder

if TYPE_CHECKING:
    from auditor.report.views.audit import AuditView

CHARTS = ("ladder", "questions", "groups")
"""The answer among all answers, the level of each question, babies beside other groups."""
TEMPLATE = "pictures.typ"
DOTS_PER_INCH = 220
Form = Literal["svg", "png"]
FORMS: tuple[Form, ...] = get_args(Form)


def render_charts(view: AuditView, rules: Rules, *, imprint: Imprint = PLAIN) -> dict[str, bytes]:
    """Draw the charts of one audit, by the names of their files.

    Raises:
        UsageError: typst is not installed.

    """
    need_typst("--charts")
    data, _ = clean(printed(tell(view, rules.rubric, imprint=imprint)), lacking)
    told = json.dumps(data)
    return {f"{chart}.{form}": _draw(chart, form, told) for chart in CHARTS for form in FORMS}


def _draw(chart: str, form: Form, data: str) -> bytes:
    import typst

    with importlib.resources.as_file(templates_folder()) as folder:
        drawn: bytes = typst.compile(
            folder / TEMPLATE,
            root=folder,
            sys_inputs={"which": chart, "data": data},
            format=form,
            ppi=DOTS_PER_INCH,
            ignore_system_fonts=True,
        )
    return drawn
