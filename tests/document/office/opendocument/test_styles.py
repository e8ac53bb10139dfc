"""Styles of OpenDocument files."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.office.opendocument.styles import READ, Styles, read_styles
from tests.document.office.files import ODF_NAMESPACES

SHEET = f"""<styles {ODF_NAMESPACES}>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T2" style:family="text" style:parent-style-name="T1">
<style:text-properties text:display="true"/></style:style>
<style:style style:name="T3" style:family="text">
<style:text-properties style:text-line-through-style="solid"/></style:style>
</styles>"""


@pytest.fixture(scope="module")
def styles() -> Styles:
    """Styles as a file declares them; a part that is missing adds none."""
    return read_styles(etree.fromstring(SHEET), None)


@pytest.mark.parametrize(
    ("name", "rank"),
    [("P1", 1), ("P2", 3), ("Heading_20_1", 2), ("Loop", 0), ("Standard", 0), ("", 0)],
)
def test_a_paragraph_is_a_heading_by_what_its_style_is_based_on(
    styles: Styles, name: str, rank: int
) -> None:
    """A style that is based on itself is none."""
    assert styles.rank(name) == rank


def test_the_nearest_setting_of_a_chain_holds(styles: Styles) -> None:
    """What a style says itself goes before what it is based on."""
    assert styles.is_hidden("text", "T1")
    assert not styles.is_hidden("text", "T2") and not styles.is_hidden("text", None)
    whys = [styles.unread("text", name, READ).why for name in ("T1", "T2", "T3")]
    assert whys == ["hidden text", "", "text struck out"]
