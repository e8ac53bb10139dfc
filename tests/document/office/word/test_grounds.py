"""White letters of Word files are text where something lies behind them."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.office.word.grounds import is_shaded
from tests.document.office.files import cell, docx, para, part, row, run, styled, table
from tests.document.office.outlines import read

WORDS = "We will see every baby under two."
INK = '<w:color w:val="FFFFFF"/>'
DARK, PALE = (
    f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' for fill in ("1F3864", "FFFFFF")
)
WHITE = run(WORDS, INK)
STYLES = f"""
<w:style w:type="paragraph" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr>{INK}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ghost2"><w:name w:val="Ghost 2"/><w:basedOn w:val="Ghost"/></w:style>
<w:style w:type="character" w:styleId="Pale"><w:name w:val="Pale"/><w:rPr>{INK}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Banner"><w:name w:val="Banner"/>
<w:pPr>{DARK}</w:pPr><w:rPr>{INK}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Banner2"><w:name w:val="Banner 2"/><w:basedOn w:val="Banner"/></w:style>
<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>
<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>
"""
ANCHOR = '<w:r><w:drawing><wp:anchor behindDoc="{behind}">{inner}</wp:anchor></w:drawing></w:r>'
PICTURE = "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
PAGE_BREAK = para('<w:r><w:br w:type="page"/></w:r>')


def shape(fill: str, inner: str = "") -> str:
    """Write a shape with a fill, and a text box in it."""
    return (
        f"<a:graphic><a:graphicData><wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx>"
        f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    )


def box(fill: str) -> str:
    """Write a paragraph that holds a text box of white letters."""
    return para(ANCHOR.format(behind=0, inner=shape(fill, para(WHITE))))


def solid(colour: str) -> str:
    """Write a fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def in_table(properties: str, style: str = "") -> str:
    """Write a table whose first cell holds white letters."""
    look = f'<w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr>' if style else "<w:tblPr/>"
    held = table(row(cell(para(WHITE), properties), "May"), row("June", "July"))
    return held.replace("<w:tblPr/>", look)


WORD_CASES: dict[str, tuple[str, bool]] = {
    "run": (para(WHITE), False),
    "nearly white": (para(run(WORDS, '<w:color w:val="FDFDFE"/>')), False),
    "white of the theme": (para(run(WORDS, '<w:color w:themeColor="background1"/>')), False),
    "pale grey": (para(run(WORDS, '<w:color w:val="D9D9D9"/>')), True),
    "black by itself": (
        para(run(WORDS, '<w:color w:val="auto"/>'), '<w:pStyle w:val="Ghost"/>'), True
    ),
    "style": (styled(WORDS, "Ghost"), False),
    "style based on another": (styled(WORDS, "Ghost2"), False),
    "character style": (para(run(WORDS, '<w:rStyle w:val="Pale"/>')), False),
    "outlined letters": (para(run(WORDS, f"{INK}<w:outline/>")), True),
    "shaded run": (para(run(WORDS, f"{INK}{DARK}")), True),
    "run shaded white": (para(run(WORDS, f"{INK}{PALE}")), False),
    "pattern": (para(run(WORDS, f'{INK}<w:shd w:val="solid" w:color="000000" w:fill="auto"/>')), True),
    "marked run": (para(run(WORDS, f'{INK}<w:highlight w:val="darkBlue"/>')), True),
    "shaded paragraph": (para(WHITE, DARK), True),
    "shaded style": (styled(WORDS, "Banner"), True),
    "style based on a shaded one": (styled(WORDS, "Banner2"), True),
    "cell": (in_table(""), False),
    "dark cell": (in_table(DARK), True),
    "white cell of a dark table style": (in_table(PALE, "Grid"), False),
    "dark table style": (in_table("", "Grid"), True),
    "plain table style": (in_table("", "Plain"), False),
    "dark box": (box(solid("1F3864")), True),
    "box of a theme colour": (box('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'), True),
    "box with a gradient": (box("<a:gradFill/>"), True),
    "white box": (box(solid("FFFFFF")), False),
    "box without a fill": (box("<a:noFill/>"), False),
    "box without a fill on a picture": (
        box("<a:noFill/>") + para(ANCHOR.format(behind=0, inner=PICTURE)), True
    ),
    "picture behind the text": (para(ANCHOR.format(behind=1, inner=PICTURE)) + para(WHITE), True),
    "picture in front of the text": (para(ANCHOR.format(behind=0, inner=PICTURE)) + para(WHITE), False),
    "dark shape behind the text": (
        para(ANCHOR.format(behind=1, inner=shape(solid("1F3864")))) + para(WHITE), True
    ),
    "white shape behind the text": (
        para(ANCHOR.format(behind=1, inner=shape(solid("FFFFFF")))) + para(WHITE), False
    ),
    "picture behind another page": (
        para(ANCHOR.format(behind=1, inner=PICTURE)) + PAGE_BREAK + para(WHITE), False
    ),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "is_seen"), WORD_CASES.values(), ids=WORD_CASES)
def test_white_letters_of_word_show_on_a_ground(xml: str, is_seen: bool) -> None:
    """White letters on the page are hidden and told; on a dark ground they are text."""
    document = read(docx(xml, styles=STYLES), "plan.docx")
    assert (WORDS in document.text) is is_seen
    assert (f"white on white: {WORDS}" in [what for _, what in document.hidden]) is not is_seen


def test_a_coloured_page_shows_white_letters() -> None:
    """Where Word colours the page, white letters on it are text."""
    page = part("w:document", f'<w:background w:color="1F3864"/><w:body>{para(WHITE)}</w:body>')
    data = docx("", raw={"word/document.xml": page.encode()})
    assert WORDS in read(data, "plan.docx").text


@pytest.mark.parametrize(
    ("properties", "shaded"),
    [
        (DARK, True),
        (PALE, False),
        ('<w:shd w:val="clear" w:fill="auto"/>', None),
        ('<w:shd w:val="clear" w:themeFill="accent1"/>', True),
        ('<w:highlight w:val="yellow"/>', True),
        ('<w:highlight w:val="none"/>', None),
        ("", None),
    ],
    ids=["dark", "white", "none", "theme", "marked", "unmarked", "nothing"],
)
def test_shading_is_told_from_none(properties: str, shaded: bool | None) -> None:
    """What lays nothing behind letters leaves it to what lies further behind."""
    assert is_shaded(etree.fromstring(part("w:pPr", properties).encode())) is shaded
