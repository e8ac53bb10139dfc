"""Slides as PowerPoint writes them, and as python-pptx builds them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from tests.document.office.files import part, relations, zipped
from tests.document.office.outlines import SEEN, UNSEEN, Outline, outline, read


def pptx(*slides: str, attributes: str = "", parts: dict[str, str] | None = None) -> bytes:
    """Write slides of shapes."""
    ids = "".join(f'<p:sldId r:id="s{nth}"/>' for nth, _ in enumerate(slides))
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations({"r": ("officeDocument", "ppt/presentation.xml")}),
            "ppt/presentation.xml": part("p:presentation", f"<p:sldIdLst>{ids}</p:sldIdLst>"),
            "ppt/_rels/presentation.xml.rels": relations(
                {f"s{nth}": ("slide", f"slides/s{nth}.xml") for nth, _ in enumerate(slides)}
            ),
            **{
                f"ppt/slides/s{nth}.xml": part(f"p:sld {attributes}", tree(slide)).replace(
                    f"</p:sld {attributes}>", "</p:sld>"
                )
                for nth, slide in enumerate(slides)
            },
            **(parts or {}),
        }
    )


def tree(shapes: str) -> str:
    """Write what a slide holds."""
    return f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"


def text(words: str, look: str = "", run: str = "") -> str:
    """Write a paragraph."""
    return f"<a:p><a:pPr>{look}</a:pPr><a:r><a:rPr {run}/><a:t>{words}</a:t></a:r></a:p>"


def shape(*paragraphs: str, kind: str = "", hidden: bool = False) -> str:
    """Write a shape of paragraphs."""
    holder = f'<p:ph type="{kind}"/>' if kind else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}/>'
        f"<p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def cell(words: str, spans: str = "") -> str:
    """Write a cell of a table."""
    return f"<a:tc {spans}><a:txBody>{text(words)}</a:txBody></a:tc>"


TABLE = (
    '<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/>'
    f"<a:tr>{cell('')}{cell('2026')}{cell('2027')}</a:tr>"
    f"<a:tr>{cell('Babies', 'rowSpan=' + chr(34) + '2' + chr(34))}{cell('four.')}{cell('nine.')}</a:tr>"
    f"<a:tr>{cell('', 'vMerge=' + chr(34) + '1' + chr(34))}{cell('all.', 'gridSpan=' + chr(34) + '2' + chr(34))}"
    f"{cell('', 'hMerge=' + chr(34) + '1' + chr(34))}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
)
CASES: dict[str, tuple[str, Outline]] = {
    "title first, whatever the order": (
        shape(text(SEEN)) + shape(text("Babies"), kind="title"),
        [("heading", "Babies"), ("body", SEEN)],
    ),
    "a title over two lines": (
        shape(
            "<a:p><a:r><a:t>Babies</a:t></a:r><a:br/><a:r><a:t>first</a:t></a:r></a:p>",
            kind="ctrTitle",
        ),
        [("heading", "Babies first")],
    ),
    "items of the body, and a line without bullet": (
        shape(text("one"), text("two"), text("not", "<a:buNone/>"), kind="body"),
        [("list", "one"), ("list", "two"), ("body", "not")],
    ),
    "a bullet in a text box": (shape(text("one", '<a:buChar char="•"/>')), [("list", "one")]),
    "groups within groups": (
        f"<p:grpSp><p:grpSp>{shape(text(SEEN))}</p:grpSp></p:grpSp>",
        [("body", SEEN)],
    ),
    "alternate content": (
        f"<mc:AlternateContent><mc:Choice>{shape(text(SEEN))}</mc:Choice><mc:Fallback>{shape(text(SEEN))}"
        "</mc:Fallback></mc:AlternateContent>",
        [("body", SEEN)],
    ),
    "struck out and hidden": (
        shape(text(UNSEEN, run='strike="sngStrike"'), text(SEEN))
        + shape(text(UNSEEN), hidden=True),
        [("body", SEEN)],
    ),
    "the raised mark of a note": (
        shape(
            "<a:p><a:r><a:t>We will see</a:t></a:r><a:r><a:rPr baseline='30000'/><a:t>1</a:t></a:r>"
            "<a:r><a:t> every baby under two.</a:t></a:r></a:p>"
        ),
        [("body", SEEN)],
    ),
    "foot, date and number": (
        shape(text("Tarn Vale"), kind="ftr") + shape(text("4"), kind="sldNum"),
        [("running", "Tarn Vale"), ("running", "4")],
    ),
    "a table with cells that span": (
        TABLE,
        [("table", "Babies | four. | nine."), ("table", "Babies | all.")],
    ),
}


@pytest.mark.parametrize(("shapes", "expected"), CASES.values(), ids=CASES)
def test_a_slide(shapes: str, expected: Outline) -> None:
    """The shapes of a slide come out in their order, each as what it is."""
    assert outline(read(pptx(shapes), "plan.pptx")) == expected


def test_a_hidden_slide_is_told_and_not_read() -> None:
    """A slide that is not shown is no evidence."""
    document = read(pptx(shape(text(UNSEEN)), attributes='show="0"'), "plan.pptx")
    assert not document.text and UNSEEN in document.hidden[0][1]


def test_notes_comments_and_layouts() -> None:
    """Notes are read, what a layout writes on all slides is a running line, comments are neither."""
    notes = shape(text(SEEN), kind="body") + shape(text("4"), kind="sldNum")
    data = pptx(
        shape(text("Babies"), kind="title"),
        parts={
            "ppt/slides/_rels/s0.xml.rels": relations(
                {
                    "n": ("notesSlide", "../n.xml"),
                    "l": ("slideLayout", "../l.xml"),
                    "c": ("comments", "../c.xml"),
                }
            ),
            "ppt/n.xml": part("p:notes", tree(notes)),
            "ppt/l.xml": part(
                "p:sldLayout", tree(shape(text("Tarn Vale")) + shape(text("Click"), kind="title"))
            ),
            "ppt/c.xml": part("p:cmLst", "<p:cm><p:text>why?</p:text></p:cm>"),
        },
    )
    document = read(data, "plan.pptx")
    assert outline(document) == [("heading", "Babies"), ("body", SEEN), ("running", "Tarn Vale")]
    assert document.hidden == ((0, "comment of a reviewer: why?"),)
    assert document.blocks[1].section == ("Babies", "Notes of the speaker")


def _built() -> Any:
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "What we will do"
    slide.placeholders[1].text_frame.text = "Train every health visitor"
    slide.placeholders[1].text_frame.add_paragraph().text = "Fund two teams"
    slide.notes_slide.notes_text_frame.text = UNSEEN
    data = CategoryChartData()
    data.categories = ["Under one"]
    data.add_series("2026", (41,))
    box = Inches(1), Inches(1), Inches(4), Inches(3)
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, *box, data)
    return made


def test_what_python_pptx_builds() -> None:
    """Another program's slides read as they were built, as a show with macros too."""
    buffer = BytesIO()
    _built().save(buffer)
    expected = [
        ("heading", "What we will do"),
        ("list", "Train every health visitor"),
        ("list", "Fund two teams"),
        ("table", "Under one | 41"),
        ("body", UNSEEN),
    ]
    assert outline(read(buffer.getvalue(), "plan.pptx")) == expected
    assert outline(read(buffer.getvalue(), "plan.ppsm")) == expected
