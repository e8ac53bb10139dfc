"""Charts as pictures: each in both forms, with its source and what no person has checked."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from PIL import Image

from auditor.report.print.charts import CHARTS, render_charts
from auditor.report.story.imprint import Imprint
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules

DRAWN = render_charts(view_of(rich_audit(), rules()), rules(), imprint=Imprint(author="A charity"))


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_a_picture_in_both_forms(chart: str) -> None:
    """SVG for print, PNG for slides, both of the same shape."""
    drawing = etree.fromstring(DRAWN[f"{chart}.svg"])
    picture = Image.open(io.BytesIO(DRAWN[f"{chart}.png"]))
    box = [float(side) for side in drawing.get("viewBox").split()]
    assert picture.width > 1000
    assert picture.width / picture.height == pytest.approx(box[2] / box[3], rel=0.02)


def test_charts_are_the_same_each_time() -> None:
    """Nothing in a chart depends on the day."""
    again = render_charts(
        view_of(rich_audit(), rules()), rules(), imprint=Imprint(author="A charity")
    )
    assert again == DRAWN


def test_another_answer_draws_another_ladder() -> None:
    """The ladder shows the answer, not a picture of a ladder."""
    other = render_charts(view_of(audit([explicit(strength=1)]), rules()), rules())
    assert other["ladder.svg"] != DRAWN["ladder.svg"]
