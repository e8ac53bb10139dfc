"""The pages on two versions of a document: what babies gained and lost, before and after."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from auditor.comparison.versions import compare
from auditor.records import Statement
from auditor.report.versions.changes import differences
from auditor.report.view import view_of
from auditor.report.web.html import render_comparison, style
from auditor.report.web.markdown import render_comparison_markdown
from tests.builders import audit, excluded, explicit, rich_audit, rubric, rules, statement

GOLDEN = Path(__file__).parents[1] / "golden"
DRAFT = (
    statement("This plan is for children and young people who live in our place."),
    explicit("Babies need a team of their own in every part of the county.", strength=2),
    explicit(
        "By 2028 every baby will be seen within two weeks of referral.",
        strength=4,
        criteria=("access",),
    ),
    excluded("Our service is for those aged 5 to 18."),
)
FINAL = (
    explicit(
        "This plan is for infants, children and young people who live in our place.",
        strength=1,
        criteria=("language",),
    ),
    explicit("Babies will have a team of their own in every part of the county.", strength=3),
    explicit("Newborns <b>thrive</b> with warm care.", strength=2),
)


def comparison(old: tuple[Statement, ...] = DRAFT, new: tuple[Statement, ...] = FINAL) -> Any:
    """Compare two hand-built versions."""
    return compare(
        view_of(audit(old, name="draft.pdf"), rules()),
        view_of(audit(new, name="final.pdf"), rules()),
        rules(),
    )


@cache
def page() -> str:
    """Render the comparison of draft and final, once."""
    return render_comparison(comparison(), rubric())


def section(name: str) -> str:
    """Give the words of one section of the page."""
    found = lxml_html.document_fromstring(page()).xpath(f"//section[@id='{name}']")[0]
    return " ".join(found.text_content().split())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gained", "infants, children and young people"),
        ("gained", "Newborns <b>thrive</b> with warm care."),
        ("lost", "By 2028 every baby will be seen"),
        ("strengthened", "Babies will have a team of their own"),
        ("weakened", "Nothing was weakened."),
    ],
)
def test_what_changed_stands_in_its_list(name: str, told: str) -> None:
    """Gained, lost, strengthened and weakened are told apart, with the words of the document."""
    assert told in section(name)


def test_both_wordings_are_shown_with_what_differs_marked() -> None:
    """A changed statement stands before and after, the words that differ marked."""
    tree = lxml_html.document_fromstring(page())
    assert "infants, " in tree.xpath("//section[@id='gained']//ins/text()")
    assert "need" in " ".join(tree.xpath("//section[@id='strengthened']//del/text()"))


def test_each_side_links_to_its_own_file() -> None:
    """Before leads to the old file, after to the new one."""
    tree = lxml_html.document_fromstring(page())
    assert tree.xpath("//section[@id='lost']//a/@href") == ["./draft.pdf#page=1"]
    assert set(tree.xpath("//section[@id='gained']//a/@href")) <= {
        "./draft.pdf#page=1",
        "./final.pdf#page=1",
    }


def test_every_question_stands_before_and_after() -> None:
    """All sixteen levels of both versions are in one table."""
    tree = lxml_html.document_fromstring(page())
    rows = tree.xpath("//section[@id='levels']//tbody/tr/th/text()")
    assert rows == [one.title for one in rubric().criteria]


def test_unread_pages_and_other_rules_are_said() -> None:
    """A comparison that pages or rules make doubtful says so."""
    old = view_of(audit(DRAFT, unread=(2,)), rules())
    old["tool"] = {**old["tool"], "version": "0.9"}
    told = render_comparison(compare(old, view_of(audit(FINAL), rules()), rules()), rubric())
    assert "What seems gained or lost may stand on them." in told
    assert "Not the same rules" in told


def test_two_equal_versions_changed_nothing() -> None:
    """A version compared with itself neither gains nor loses."""
    told = render_comparison(comparison(FINAL, FINAL), rubric())
    assert "Nothing changed for babies." in told


def test_a_verdict_that_cannot_be_told_is_no_gain() -> None:
    """Where one version could not be read, the page does not say that babies gained."""
    unread = view_of(audit([statement("Children matter.")], unread=(2, 3)), rules())
    view = compare(unread, view_of(audit(FINAL), rules()), rules())
    assert "could not be read well enough" in render_comparison(view, rubric())


def test_the_markdown_tells_the_same() -> None:
    """The comparison as Markdown has the same lists, hostile text escaped."""
    told = render_comparison_markdown(comparison(), rubric())
    assert "## Gained (3)" in told and "## Lost (1)" in told and "## Strengthened (1)" in told
    assert "&lt;b&gt;thrive&lt;/b&gt;" in told


def test_differences_quote_both_wordings_whole() -> None:
    """Marking what differs loses no character of either wording."""
    old, new = "Babies  must be seen.", "All babies must be  seen, soon."
    before, after = differences(old, new)
    assert "".join(part.text for part in before) == old
    assert "".join(part.text for part in after) == new


def test_the_comparison_is_the_accepted_one(hold: Callable[[Path, str], None]) -> None:
    """The page on draft and final changes only when someone accepts the change."""
    hold(GOLDEN / "compare.html", page().replace(str(style()), ""))
    rich = view_of(rich_audit(), rules())
    assert "Nothing changed" in render_comparison(compare(rich, rich, rules()), rubric())
