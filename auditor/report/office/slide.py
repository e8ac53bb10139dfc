"""The answer on one slide, to show in a meeting: real text and shapes that anyone may change."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from auditor.records import Audit
from auditor.report.data.embedded import PART, compact
from auditor.report.formats import need
from auditor.report.office.archives import with_json, without_controls
from auditor.report.story.audit_story import first_sentence, tell
from auditor.report.story.imprint import PLAIN, Imprint, Logo
from auditor.report.story.template_data import printed
from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain
from auditor.rules import Rules
from auditor.rules.sentence_templates import shorten

WIDTH, HEIGHT = 33.867, 19.05
"""Centimetres: a slide of 16 to 9."""
EDGE = 1.6
MAIN, WARN, INK, MUTED, LINE = "0B6B66", "A8371F", "1D2329", "555D66", "C9CED3"
FONT = "Calibri"
LONGEST_TITLE, LONGEST_SENTENCE = 110, 260
TITLE_ONLY = 5
"""The layout of the standard template that holds nothing but a title."""


class Box(NamedTuple):
    """Where a piece stands on the slide, in centimetres."""

    left: float
    top: float
    width: float
    height: float


def render_pptx(
    view: AuditView, audit: Audit | None, rules: Rules, *, imprint: Imprint = PLAIN
) -> bytes:
    """Write the answer of one audit as a slide; the audit is inside, and the proof in the notes.

    Raises:
        UsageError: python-pptx is not installed.

    """
    need("pptx", "a slide")
    data = without_controls(printed(tell(view, rules.rubric, imprint=imprint)))
    made = io.BytesIO()
    _presentation(data, imprint.logo).save(made)
    return with_json(made.getvalue(), PART, compact(view))


def _presentation(data: Plain, logo: Logo | None) -> Any:
    """Lay out the slide: the answer, the ladder, what is best and what is missing, the source."""
    from pptx import Presentation
    from pptx.util import Cm

    show = Presentation()
    show.slide_width, show.slide_height = Cm(WIDTH), Cm(HEIGHT)
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    _add_answer(slide, data)
    _add_ladder(slide, data["verdict"], data["words"]["report"]["nothing_explicit"])
    _add_columns(slide, data)
    _add_source(slide, data)
    if logo is not None:
        _add_logo(slide, logo, data["author"] or data["words"]["report"]["logo"])
    slide.notes_slide.notes_text_frame.text = _notes(data)
    properties = show.core_properties
    properties.title, properties.subject = data["title"][:250], data["verdict"]["title"]
    properties.author, properties.language = data["tool"]["name"], data["tag"]
    return show


def _add_answer(slide: Any, data: Plain) -> None:
    """Put the document's title, the answer and its sentence at the top."""
    wide = WIDTH - 2 * EDGE
    title = shorten(data["title"], LONGEST_TITLE)
    _say(slide, Box(EDGE, 0.9, wide - 5, 1.1), title, 16, MUTED, name="Document")
    colour = MAIN if data["verdict"]["standing"] else WARN
    answer = f"{data['heading']['answer']}: {data['verdict']['title']}"
    _fill(slide.shapes.title, Box(EDGE, 1.9, wide, 1.7), answer, 32, colour, bold=True)
    sentences = [data["verdict"]["sentence"], data["verdict"]["between"]]
    unchecked = "" if data["summary"]["checked"] else data["say"]["unchecked"]
    said = " ".join(filter(None, (*sentences, unchecked)))
    _say(slide, Box(EDGE, 3.7, wide, 2.3), said, 18, INK, name="What it says")


def _add_ladder(slide: Any, verdict: Plain, nothing: str) -> None:
    """Draw the answers from silence to commitments that can be checked, and which this one is."""
    below = verdict["title"] if not verdict["standing"] else nothing
    rungs = [{"title": below, "here": not verdict["standing"]}, *verdict["rungs"]]
    gap, wide = 0.3, WIDTH - 2 * EDGE
    step = (wide + gap) / len(rungs)
    for number, rung in enumerate(rungs):
        left = EDGE + number * step
        colour = LINE if not rung["here"] else MAIN if verdict["standing"] else WARN
        _bar(
            slide, Box(left, 6.5, step - gap, 0.45 if rung["here"] else 0.2), colour, rung["title"]
        )
        text = f"▸ {rung['title']}" if rung["here"] else rung["title"]
        ink = INK if rung["here"] else MUTED
        _say(slide, Box(left, 7.0, step - gap, 1.0), text, 14, ink, bold=rung["here"])


def _add_columns(slide: Any, data: Plain) -> None:
    """Put what is best beside what is missing."""
    summary, wide = data["summary"], (WIDTH - 3 * EDGE) / 2
    best = [f"• {one['title']}" for one in summary["best"]]
    missing = [f"• {one['title']}" for one in summary["missing"]]
    rests = [f"“{one['text']}” ({one['where']})" for one in summary["deciding"]]
    shown = [one for one in rests if len(one) <= LONGEST_SENTENCE][:1]
    left = (data["heading"]["best"], best) if best else (data["heading"]["rests"], shown)
    right = (data["heading"]["missing"], missing)
    for at, (heading, items) in ((EDGE, left), (2 * EDGE + wide, right)):
        if items:
            _say(slide, Box(at, 8.5, wide, 1.0), heading, 16, MAIN, bold=True)
            _say(slide, Box(at, 9.5, wide, 4.5), "\n".join(items), 16, INK)
    if summary["asks"]:
        ask, _ = first_sentence(summary["asks"][0]["advice"])
        head, box = f"{data['heading']['asks']}: ", Box(EDGE, 14.2, WIDTH - 2 * EDGE, 2.8)
        _say(slide, box, head + ask, 15, INK, name="First ask")


def _add_source(slide: Any, data: Plain) -> None:
    """Say at the foot what was read, by what, and where the report does not go."""
    parts = (
        data["author"],
        data["document"]["name"],
        data["date"],
        data["made_by"],
    )
    said = f"{' · '.join(filter(None, parts))}. {data['texts']['about']}"
    _say(slide, Box(EDGE, 17.3, WIDTH - 2 * EDGE, 1.2), said, 11, MUTED, name="Source")


def _notes(data: Plain) -> str:
    """Return what the speaker may be asked: the reason, the statements, the limits."""
    quotes = [
        f"“{one['text']}” ({one['where']}, {one['id']})" for one in data["summary"]["deciding"]
    ]
    parts = (
        data["verdict"]["sentence"],
        data["verdict"]["rest"],
        *quotes,
        data["say"]["certainty"],
    )
    return "\n\n".join(filter(None, parts))


def _say(
    slide: Any, box: Box, text: str, size: float, colour: str, *, bold: bool = False, name: str = ""
) -> None:
    """Add words in a box that keeps its width."""
    from pptx.util import Cm

    shape = slide.shapes.add_textbox(*(Cm(side) for side in box))
    shape.name = name or text[:40]
    _fill(shape, box, text, size, colour, bold=bold)


def _fill(shape: Any, box: Box, text: str, size: float, colour: str, *, bold: bool = False) -> None:
    """Put words into a shape, and the shape into its place."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Cm, Pt

    shape.left, shape.top, shape.width, shape.height = (Cm(side) for side in box)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.text = text
    for paragraph in frame.paragraphs:
        font, paragraph.alignment = paragraph.font, PP_ALIGN.LEFT
        font.size, font.name, font.bold = Pt(size), FONT, bold
        font.color.rgb = _rgb(colour)


def _rgb(colour: str) -> Any:
    """Return a colour as the slide holds it."""
    from pptx.dml import color

    make: Any = color.RGBColor
    return make(*bytes.fromhex(colour))


def _bar(slide: Any, box: Box, colour: str, told: str) -> None:
    """Add a bar of the ladder, with words for those who do not see it."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Cm

    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Cm(side) for side in box))
    bar.fill.solid()
    bar.fill.fore_color.rgb = _rgb(colour)
    bar.line.fill.background()
    bar.shadow.inherit = False
    bar.name = told
    bar._element.nvSpPr.cNvPr.set("descr", told)


def _add_logo(slide: Any, logo: Logo, told: str) -> None:
    from pptx.util import Cm

    picture = slide.shapes.add_picture(io.BytesIO(logo.content), Cm(0), Cm(0.7), height=Cm(1.5))
    picture.left = Cm(WIDTH - EDGE) - picture.width
    picture._element.nvPicPr.cNvPr.set("descr", told)
