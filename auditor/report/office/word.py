"""An audit as a Word file, filled into templates/report.docx, which anyone may restyle."""

from __future__ import annotations

import io
import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from auditor.records import Audit
from auditor.report.data.embedded import PART, compact
from auditor.report.formats import need
from auditor.report.office.archives import with_json, without_controls
from auditor.report.print.fonts import typeset
from auditor.report.story.audit_story import Story, tell
from auditor.report.story.imprint import PLAIN, Imprint, Logo
from auditor.report.story.template_data import Part, printed
from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain
from auditor.rules import Rules
from auditor.rules.resources import templates_folder
from auditor.rules.translating.shared_texts import ENGLISH, language_tag

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

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
    part: Part = "whole",
) -> bytes:
    """Write the report on one audit, or its summary of about two pages, as a Word file.

    The same audit gives the same bytes; the audit is inside.

    Raises:
        UsageError: docxtpl is not installed.

    """
    return fill_parts(tell(view, rules.rubric, imprint=imprint), part)[0]


def fill_parts(story: Story, *parts: Part) -> list[bytes]:
    """Write parts of one story as a Word file each, with the audit inside.

    Raises:
        UsageError: docxtpl is not installed.

    """
    need("docxtpl", "a Word report")
    data, told = without_controls(printed(story)), compact(story.view)
    picture = _drawn(data["groups"], data["words"])
    filled = (_filled({**data, "part": part}, picture, story.imprint.logo) for part in parts)
    return [with_json(one, PART, told) for one in filled]


def _filled(data: Plain, picture: bytes, logo: Logo | None) -> bytes:
    """Fill the template; everything in the data is text, whatever it looks like."""
    from auditor.report.office.word_template import open_template, word_environment

    template = open_template((templates_folder() / TEMPLATE).read_bytes())
    pictures = {
        "picture": _placed(template, picture, width=PICTURE_WIDTH),
        "logo": _placed(template, logo.content if logo else b"", height=LOGO_HEIGHT),
    }
    template.render({**data, **pictures}, jinja_env=word_environment(), autoescape=True)
    _describe_pictures(template, data)
    _describe_file(template, data)
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


def _drawn(groups: Plain, words: Plain) -> bytes:
    """Draw the groups along the document; nothing where typst is not installed."""
    if find_spec("typst") is None:
        return b""
    told = json.dumps({"groups": groups, "words": words})
    return typeset(PICTURE, {"data": told}, format="png", ppi=DOTS_PER_INCH)


def _placed(template: DocxTemplate, picture: bytes, **millimetres: int) -> Any:
    """Put in a picture, as wide or as high as is said; nothing where there is none."""
    if not picture:
        return ""
    from docx.shared import Mm
    from docxtpl import InlineImage

    size = {side: Mm(length) for side, length in millimetres.items()}
    return InlineImage(template, io.BytesIO(picture), **size)


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
