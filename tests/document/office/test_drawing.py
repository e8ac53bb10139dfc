"""Charts and words of drawings."""

from __future__ import annotations

from lxml import etree

from auditor.document.office.drawing import drawn_text, read_chart
from tests.document.office.files import part

POINTS = '<c:pt idx="{}"><c:v>{}</c:v></c:pt>'
CHART = part(
    "c:chartSpace",
    "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Waiting</a:t></a:r></a:p></c:rich></c:tx>"
    "</c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache>"
    + POINTS.format(0, "Weeks")
    + "</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>"
    + POINTS.format(0, "0-2")
    + POINTS.format(1, "5-17")
    + "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>"
    + POINTS.format(0, "26")
    + POINTS.format(1, "4")
    + "</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>",
)


def test_a_chart_is_its_title_and_a_row_a_category() -> None:
    """With the names of its series as heads."""
    drafts = [*read_chart(etree.fromstring(CHART.encode()))]
    said = [" | ".join(map(str, one.cells)) for one in drafts]
    assert said[0] == "Waiting" and any("0-2 | 26" in one for one in said)


def test_the_runs_of_a_paragraph_are_its_words() -> None:
    """Breaks are blanks."""
    paragraph = etree.fromstring(
        part("a:p", "<a:r><a:t>Every</a:t></a:r><a:br/><a:r><a:t>baby</a:t></a:r>").encode()
    )
    assert drawn_text(paragraph).split() == ["Every", "baby"]
