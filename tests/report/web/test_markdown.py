"""The Markdown report: the same story, with the document's words kept as words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from auditor.report.templating import markdown_text
from auditor.report.view import view_of
from auditor.report.web.markdown import render_markdown
from tests.builders import audit, explicit, rich_audit, rubric, rules, statement

GOLDEN = Path(__file__).parents[1] / "golden"


@cache
def report() -> str:
    """Render the audit that holds something of everything, once."""
    return render_markdown(view_of(rich_audit(), rules()), rubric())


def rendered(text: str) -> str:
    """Read Markdown as a common reader does and give its words."""
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text)
    return str(lxml_html.fragment_fromstring(html, create_parent=True).text_content()).strip()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "**bold** _it_ `code` ~~gone~~",
        "[link](http://example.org)",
        "a | b | c",
        "# no heading",
        "- no list",
        "1. no list",
        "![x](y.png)",
        "&amp; &lt;",
        "<https://example.org>",
        "back\\slash",
        "=HYPERLINK(1)",
        "$x$ and ^y^",
        "* * *",
        "---",
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    """What looks like markup in a document is shown as it was written."""
    assert rendered(markdown_text(text)) == text
    assert rendered(f"x {markdown_text(text)}") == f"x {text}"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab*_`[]()<>#|~!\\&;-=+.1 \n", max_size=30))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """No mixture of signs turns into markup; only spaces may become fewer."""
    assert rendered(markdown_text(text)).split() == text.split()
    assert rendered(f"x {markdown_text(text)}").split() == ["x", *text.split()]


def test_the_report_has_every_question_and_the_answer_first() -> None:
    """The answer comes first and all sixteen questions follow."""
    told = report()
    assert told.index("## The answer") < told.index("### The score") < told.index("## Questions on")
    assert all(one.title in told for one in rubric().criteria)


def test_pages_are_linked() -> None:
    """A quote leads to its page of the source."""
    assert "[page 1](./plan.pdf#page=1)" in report()


def test_a_table_survives_a_bar_in_a_title() -> None:
    """A bar in a document does not break the report's tables."""
    told = render_markdown(view_of(audit([explicit("Babies | now")]), rules()), rubric())
    assert "Babies \\| now" in told


def test_the_markdown_is_the_accepted_one(hold: Callable[[Path, str], None]) -> None:
    """The Markdown of the rich audit changes only when someone accepts the change."""
    hold(GOLDEN / "rich.md", report())


def test_a_report_without_answers_says_so_instead_of_an_empty_table() -> None:
    """In the words of the other formats; and a score that doubts leave alone claims no certainty."""
    view = view_of(audit([statement("Streets are lit.")]), rules())
    text = render_markdown(view, rubric())
    assert "None of the 16 questions is answered." in text and "| ---: |\n\n##" not in text
    assert "the same if every doubtful label is changed" in text
