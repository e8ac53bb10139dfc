"""White letters of OpenDocument files are text where something lies behind them."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.office.opendocument.grounds import has_ground
from auditor.document.office.opendocument.styles import Styles
from tests.document.office.files import odt
from tests.document.office.outlines import read

WORDS = "We will see every baby under two."


def odf_style(name: str, family: str, *properties: str, parent: str = "") -> str:
    """Write a style of OpenDocument with its properties: each the kind and what it sets."""
    inner = "".join(f"<style:{each}/>" for each in properties)
    base = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{base}>{inner}</style:style>'


WHITE_INK, BLACK_INK = (f'text-properties fo:color="#{ink}"' for ink in ("ffffff", "000000"))
NAVY, PAPER = (f'fo:background-color="#{fill}"' for fill in ("1f3864", "ffffff"))
ODF_STYLES = "".join(
    (
        odf_style("T1", "text", WHITE_INK),
        odf_style("T2", "text", f"{WHITE_INK} {NAVY}"),
        odf_style("T3", "text", BLACK_INK),
        odf_style("P1", "paragraph", WHITE_INK),
        odf_style("P2", "paragraph", f"paragraph-properties {NAVY}"),
        odf_style("P3", "paragraph", WHITE_INK, parent="P2"),
        odf_style("C1", "table-cell", f"table-cell-properties {NAVY}"),
        odf_style("C2", "table-cell", f"table-cell-properties {PAPER}"),
        odf_style(
            "G1", "graphic", 'graphic-properties draw:fill="solid" draw:fill-color="#1f3864"'
        ),
        odf_style("G2", "graphic", 'graphic-properties draw:fill="none"'),
        odf_style("G3", "graphic", 'graphic-properties style:run-through="background"'),
    )
)
SPAN = f'<text:span text:style-name="T1">{WORDS}</text:span>'


def p(inner: str, style: str = "") -> str:
    """Write a paragraph of OpenDocument."""
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def odf_table(style: str) -> str:
    """Write a table whose first cell holds white letters."""
    first = f'<table:table-cell table:style-name="{style}">{p(SPAN)}</table:table-cell>'
    other = f"<table:table-cell>{p('May')}</table:table-cell>"
    rows = f"<table:table-row>{first}{other}</table:table-row>"
    return f"<table:table>{rows}<table:table-row>{other * 2}</table:table-row></table:table>"


def frame(style: str, inner: str) -> str:
    """Write a frame anchored in a paragraph."""
    return p(f'<draw:frame draw:style-name="{style}">{inner}</draw:frame>')


def text_frame(style: str) -> str:
    """Write a text box of white letters."""
    return frame(style, f"<draw:text-box>{p(SPAN)}</draw:text-box>")


ODF_CASES: dict[str, tuple[str, bool]] = {
    "span": (p(SPAN), False),
    "paragraph style": (p(WORDS, "P1"), False),
    "black in a white paragraph": (p(f'<text:span text:style-name="T3">{WORDS}</text:span>', "P1"), True),
    "shaded span": (p(f'<text:span text:style-name="T2">{WORDS}</text:span>'), True),
    "shaded paragraph": (p(SPAN, "P2"), True),
    "style based on a shaded one": (p(WORDS, "P3"), True),
    "cell": (odf_table(""), False),
    "dark cell": (odf_table("C1"), True),
    "white cell": (odf_table("C2"), False),
    "dark box": (text_frame("G1"), True),
    "box without a fill": (text_frame("G2"), False),
    "picture behind the text": (frame("G3", "<draw:image/>") + p(SPAN), True),
    "picture beside the text": (frame("G2", "<draw:image/>") + p(SPAN), False),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "is_seen"), ODF_CASES.values(), ids=ODF_CASES)
def test_white_letters_of_opendocument_show_on_a_ground(xml: str, is_seen: bool) -> None:
    """White letters on the page are hidden and told; on a dark ground they are text."""
    document = read(odt(xml, styles=ODF_STYLES), "plan.odt")
    assert (WORDS in document.text) is is_seen
    assert (f"white on white: {WORDS}" in [what for _, what in document.hidden]) is not is_seen


def test_a_coloured_page_shows_white_letters_of_opendocument() -> None:
    """Where the pages of a text are coloured, white letters on them are text."""
    page = f"<style:page-layout><style:page-layout-properties {NAVY}/></style:page-layout>"
    assert WORDS in read(odt(p(SPAN), styles=ODF_STYLES + page), "plan.odt").text


def test_slides_have_grounds_of_their_own() -> None:
    """White letters on a slide are not held to be hidden."""
    space = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    slides = etree.fromstring(f'<o:presentation xmlns:o="{space}"><p/></o:presentation>')
    text = etree.fromstring(f'<o:text xmlns:o="{space}"><p/></o:text>')
    assert has_ground(slides[0], Styles()) and not has_ground(text[0], Styles())
