"""Charts as SVG: whole and readable wherever they are put."""

from __future__ import annotations

from lxml import etree

from auditor.report.story.groups import strips
from auditor.report.templating import html_environment
from auditor.report.view import view_of
from tests.builders import rich_audit, rules


def test_charts_stand_alone_as_svg() -> None:
    """Each chart is well-formed by itself, with a text alternative, wherever it is put."""
    view = view_of(rich_audit(), rules())
    charts = html_environment().get_template("charts.svg.j2").module
    drawn = [
        charts.level_meter(2, "Level <2> of 4"),
        charts.level_meter(None, "No level"),
        charts.score_bar(view["score"], "Score"),
        charts.change(1, None, "One"),
        charts.change(4, 0, "Down"),
        charts.strip(strips(view).groups[0], strips(view).steps, "Babies & others"),
    ]
    for chart in drawn:
        root = etree.fromstring(str(chart))
        assert root.get("role") == "img" and root.get("aria-label")
        assert root.xpath("//*[@style]") == []
