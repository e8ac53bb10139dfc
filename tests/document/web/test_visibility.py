"""Why an element of a page is left out."""

from __future__ import annotations

import pytest
from lxml import html

from auditor.document.web.visibility import find_visibility

CASES = [
    ("<p>Babies.</p>", ""),
    ("<p hidden>Babies.</p>", "hidden element"),
    ('<p hidden="until-found">Babies.</p>', ""),
    ("<del>Babies.</del>", "deleted text"),
    ("<s>Babies.</s>", "text struck out"),
    ('<p style="display:none">Babies.</p>', "hidden element"),
    ('<span class="sr-only">Babies.</span>', "hidden element"),
    ("<dialog>Babies.</dialog>", "hidden element"),
    ("<dialog open>Babies.</dialog>", ""),
    ("<div popover>Babies.</div>", "hidden element"),
    ('<div style="mso-element:comment">Babies.</div>', "comment of a reviewer"),
    ('<div role="tabpanel" hidden>Babies.</div>', ""),
]


@pytest.mark.parametrize(("source", "why"), CASES, ids=[case[0] for case in CASES])
def test_an_element_is_left_out_for_a_reason(source: str, why: str) -> None:
    """What one click opens is read."""
    page = html.fromstring(f"<html><body><main>{source}</main></body></html>")
    element = page.find(".//main")[0]
    assert find_visibility(page).why_left_out(element) == why


def test_what_a_button_opens_is_seen_by_a_reader() -> None:
    """By one click; an element that nothing opens is not."""
    page = html.fromstring(
        '<html><body><button aria-controls="more">More</button>'
        '<div id="more" hidden>Babies.</div><div id="other" hidden>No.</div></body></html>'
    )
    visibility = find_visibility(page)
    assert visibility.why_left_out(page.get_element_by_id("more")) == ""
    assert visibility.why_left_out(page.get_element_by_id("other")) == "hidden element"
