"""Styles of Word files: headings, lists, contents, hidden and struck text."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.office.word.styles import Look, Styles, read_styles
from tests.document.office.files import part

SHEET = """
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Part"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="S"><w:name w:val="s"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="C"><w:name w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="X"><w:name w:val="x"/><w:rPr><w:strike/></w:rPr></w:style>
"""


@pytest.fixture(scope="module")
def styles() -> Styles:
    """Styles as a file declares them."""
    return read_styles(etree.fromstring(part("w:styles", SHEET).encode()))


def properties(kind: str, style: str, more: str = "") -> etree._Element:
    """Return the properties of a run or paragraph of a style."""
    named = f'<w:{"rStyle" if kind == "rPr" else "pStyle"} w:val="{style}"/>' if style else ""
    return etree.fromstring(part(f"w:{kind}", named + more).encode())


LOOKS = [
    ("", "", Look()),
    ("H2", "", Look(3)),
    ("House", "", Look(3)),
    ("Level", "", Look(2)),
    ("Toc", "", Look(is_contents=True)),
    ("L", "", Look(is_list=True)),
    ("Loop", "", Look()),
    ("", '<w:outlineLvl w:val="1"/>', Look(3)),
    ("", '<w:numPr><w:numId w:val="2"/></w:numPr>', Look(is_list=True)),
    ("", '<w:numPr><w:numId w:val="0"/></w:numPr>', Look()),
]


@pytest.mark.parametrize(("style", "more", "look"), LOOKS)
def test_a_paragraph_is_what_its_style_or_its_own_level_says(
    styles: Styles, style: str, more: str, look: Look
) -> None:
    """By name, by level, or by what the style is based on, without end in no circle."""
    assert styles.look(properties("pPr", style, more)) == look


@pytest.mark.parametrize(
    ("run", "paragraph", "more", "is_hidden"),
    [
        ("", "", "", False),
        ("C", "", "", True),
        ("", "S", "", True),
        ("C", "S", "", False),
        ("C", "", '<w:vanish w:val="0"/>', False),
        ("", "", "<w:vanish/>", True),
    ],
)
def test_text_is_hidden_by_run_or_paragraph_and_not_by_both(
    styles: Styles, run: str, paragraph: str, more: str, is_hidden: bool
) -> None:
    """A switch set in both styles is off again."""
    made = properties("rPr", run, more), properties("pPr", paragraph)
    assert styles.hides(*made) is is_hidden


def test_text_is_struck_by_style_or_twice_by_itself(styles: Styles) -> None:
    """One line or two."""
    plain = properties("pPr", "")
    assert styles.strikes(properties("rPr", "X"), plain)
    assert styles.strikes(properties("rPr", "", "<w:dstrike/>"), plain)
    assert not styles.strikes(properties("rPr", ""), plain)
