"""An audit as a Word file, filled into templates/report.docx, which anyone may restyle."""

from __future__ import annotations

import importlib.resources
import io
import json
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from auditor.records import Audit
from auditor.report.data.embedded import PART, compact
from auditor.report.formats import missing_extra
from auditor.report.office.archives import with_file, without_controls, without_dates
from auditor.report.story.audit_story import tell
from auditor.report.story.imprint import PLAIN, Imprint, Logo
from auditor.report.story.template_data import printed
from auditor.report.views.plain import Plain
from auditor.rules import Rules
from auditor.rules.resources import templates_folder
from auditor.rules.translating.shared_texts import ENGLISH, language_tag

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

    from auditor.report.views.audit import AuditView

TEMPLATE = "report.docx"
PICTURE = "strips.typ"
PICTURE_WIDTH, LOGO_HEIGHT = 162, 14
"""Millimetres."""
DOTS_PER_INCH = 170
ENGLISH_TAG = language_tag(ENGLISH)


def render_docx(
    view: AuditView,
    audit: Audit | None,
    rules: Rules,
    *,
    imprint: Imprint = PLAIN,
    part: Literal["whole", "summary"] = "whole",
) -> bytes:
    """Write the report on one audit, or its summary of about two pages, as a Word file.

    The same audit gives the same bytes; the audit is inside.

    Raises:
        UsageError: docxtpl is not installed.

    """
    if find_spec("docxtpl") is None:
        raise missing_extra("a Word report", "word", "docxtpl")
    data = without_controls(printed(tell(view, rules.rubric, imprint=imprint)))
    filled = fill_template({**data, "part": part}, imprint.logo)
    return with_file(filled, PART, compact(view), "json", "application/json")


def fill_template(data: Plain, logo: Logo | None = None) -> bytes:
    """Fill the template; everything in the data is text, whatever it looks like."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import escape

    from auditor.report.templating import filled

    template = DocxTemplate(io.BytesIO((templates_folder() / TEMPLATE).read_bytes()))
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.filters["filled"] = partial(filled, write=escape)
    pictures = {"picture": _picture(template, data), "logo": _logo(template, logo)}
    template.render({**data, **pictures}, jinja_env=environment, autoescape=True)
    _describe_pictures(template, data)
    _describe_file(template, data)
    made = io.BytesIO()
    template.save(made)
    return without_dates(made.getvalue())


def _picture(template: DocxTemplate, data: Plain) -> Any:
    """Draw the groups along the document; nothing where typst is not installed."""
    if find_spec("typst") is None:
        return ""
    import typst
    from docx.shared import Mm
    from docxtpl import InlineImage

    inputs = {"data": json.dumps({"groups": data["groups"], "words": data["words"]})}
    with importlib.resources.as_file(templates_folder()) as folder:
        drawn: bytes = typst.compile(
            folder / PICTURE,
            root=folder,
            sys_inputs=inputs,
            format="png",
            ppi=DOTS_PER_INCH,
            ignore_system_fonts=True,
        )
    return InlineImage(template, io.BytesIO(drawn), width=Mm(PICTURE_WIDTH))


def _logo(template: DocxTemplate, logo: Logo | None) -> Any:
    """Put in the logo; nothing where none is given."""
    if logo is None:
        return ""
    from docx.shared import Mm
    from docxtpl import InlineImage

    return InlineImage(template, io.BytesIO(logo.content), height=Mm(LOGO_HEIGHT))


def _describe_pictures(template: DocxTemplate, data: Plain) -> None:
    """Give the picture its text alternative, with the numbers it shows."""
    from docx.oxml.ns import qn

    told = "; ".join(f"{row['name']}: {row['statements']}" for row in data["groups"]["rows"])
    for element in template.docx.element.body.iter(qn("wp:docPr")):
        element.set("descr", told)
        element.set("title", data["title"])


def _describe_file(template: DocxTemplate, data: Plain) -> None:
    """Name the report and its language in the file's own properties."""
    properties = template.docx.core_properties
    properties.title = data["title"][:250]
    properties.subject = data["verdict"]["title"]
    set_language(template.docx, data["tag"])


def set_language(docx: Any, tag: str) -> None:
    """Name the language of the report in the file, and that of its words for spell checkers."""
    from docx.oxml.ns import qn

    docx.core_properties.language = tag
    for named in docx.styles.element.iter(qn("w:lang")):
        if named.get(qn("w:val")) == ENGLISH_TAG:
            named.set(qn("w:val"), tag)
