"""Babies beside other groups, and the second reading of the same evidence."""

from __future__ import annotations

from auditor.report.crosswalk import Answered, crosswalk
from auditor.report.groups import MOST_STEPS, strips
from auditor.report.quotes import page_link, segments
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules, statement


def test_every_page_stands_in_one_step() -> None:
    """Long documents put several pages into a step, and leave none out."""
    for pages in (1, 12, 59, 60, 61, 347):
        steps = strips(view_of(audit([explicit()], pages=pages), rules())).steps
        assert [step.first for step in steps][1:] == [step.last + 1 for step in steps][:-1]
        assert (steps[0].first, steps[-1].last) == (1, pages)
        assert len(steps) <= MOST_STEPS


def test_heights_are_on_one_scale() -> None:
    """The fullest step of any group is full height, and the others are shares of it."""
    view = view_of(audit([statement(f"Pupils {i}", reach="older") for i in range(4)]
                         + [explicit()]), rules())
    by_reach = {group.reach: group.heights for group in strips(view).groups}
    assert max(by_reach["older"]) == 1.0 and max(by_reach["explicit"]) == 0.25


def test_unread_pages_are_no_silence() -> None:
    """A step whose pages could not be read is marked as unread."""
    steps = strips(view_of(rich_audit(), rules())).steps
    assert [step.first for step in steps if step.unread] == [3, 4]


def test_a_text_without_pages_is_laid_out_by_its_statements() -> None:
    """Without pages a strip runs from the first statement to the last."""
    view = view_of(audit([explicit(), statement("x y", reach="older")], paged=False), rules())
    shown = strips(view)
    assert not shown.paged and len(shown.steps) == 2
    assert shown.groups[0].heights == (1.0, 0.0)


def test_an_index_shows_what_it_divides() -> None:
    """Coverage counts concepts touched, quality those with an action, over all or those asked."""
    read = crosswalk(
        [Answered("A", "a", 0), Answered("B", "b", 1), Answered("B", "c", 4),
         Answered("C", "d", None)],
        ["A", "B", "C", "D"],
    )
    assert (read.coverage.numerator, read.coverage.denominator) == (1, 4)
    assert (read.quality_asked.numerator, read.quality_asked.denominator) == (1, 2)
    assert [concept.level for concept in read.concepts] == [0, 4, None, None]


def test_an_index_of_nothing_has_no_share() -> None:
    """Where nothing was asked there is no percentage."""
    assert crosswalk([], ["A"]).coverage_asked.percent is None


def test_spans_outside_the_text_mark_nothing() -> None:
    """Broken offsets lose no word of a quote."""
    for spans in ([(-5, 2)], [(3, 99)], [(4, 1)], [(0, 0)], [(1, 3), (2, 4), (2, 2)]):
        assert "".join(part.text for part in segments("babies", spans)) == "babies"


def test_a_page_of_several_files_is_counted_within_its_own() -> None:
    """A link to the second file counts from that file’s first page."""
    document = {"name": "a.pdf", "files": [
        {"name": "a.pdf", "first_page": 1}, {"name": "b.pdf", "first_page": 31}]}
    assert page_link(document, 33, "b.pdf") == "./b.pdf#page=3"


def test_a_file_name_cannot_become_another_address() -> None:
    """Names with colons, slashes or marks are escaped, so a link stays in the folder."""
    link = page_link({"name": "javascript:alert(1)//?#.pdf"}, 1)
    assert link == "./javascript%3Aalert%281%29%2F%2F%3F%23.pdf#page=1"


def test_charts_stand_alone_as_svg() -> None:
    """Each chart is well-formed by itself, with a text alternative, wherever it is put."""
    from lxml import etree

    from auditor.report.templating import html_environment

    view = view_of(rich_audit(), rules())
    charts = html_environment().get_template("charts.svg.j2").module
    drawn = [
        charts.level_meter(2, "Level <2> of 4"), charts.level_meter(None, "No level"),
        charts.score_bar(view["score"], "Score"), charts.change(1, None, "One"),
        charts.change(4, 0, "Down"),
        charts.strip(strips(view).groups[0], strips(view).steps, "Babies & others"),
    ]
    for chart in drawn:
        root = etree.fromstring(str(chart))
        assert root.get("role") == "img" and root.get("aria-label")
        assert root.xpath("//*[@style]") == []
