"""No element costs more than its attributes are worth."""

from __future__ import annotations

import time

import pytest

from auditor.document.web.attributes import MOST, cap_attributes
from auditor.document.web.html import parse_page, read_html


@pytest.mark.parametrize(
    "page",
    [
        "<p>Babies</p>",
        "<p class=a id='b' title=\"it's > that\">Babies</p>",
        "a < b and <b>bold</b> text",
        "<p " + "a " * MOST + ">Babies</p>",
        "<br/><img src=a/b.png alt=''/>",
        '<p title="' + "a b " * 5000 + '">Babies</p>',
        "<p title='never closed>" + "Babies come. " * 400,
    ],
    ids=["none", "few", "signs", "as many as may be", "closed", "long", "open"],
)
def test_pages_that_people_write_stay_as_they_are(page: str) -> None:
    """Not a character is changed."""
    assert cap_attributes(page) == (page, 0)


@pytest.mark.parametrize(
    "one",
    ["a{} ", 'a{}="b" ', "a{}='>' ", "a{}/", 'a{}=">"', 'a{}=\'"\' b{}=">" '],
    ids=["names", "values", "signs in quotes", "slashes", "no blanks", "quotes in quotes"],
)
def test_what_is_too_much_is_cut(one: str) -> None:
    """However they are written; the text of the element and what follows stay."""
    many = "".join(one.replace("{}", str(nth)) for nth in range(3 * MOST))
    page, cut = cap_attributes(f"<p {many}>Babies come.</p><p id=x>Next.</p>")
    assert cut == 1 and page.endswith(">Babies come.</p><p id=x>Next.</p>")
    parsed = parse_page(page)
    assert [len(each.attrib) <= MOST for each in parsed.iter("p")] == [True, True]
    assert parsed.text_content().endswith("Babies come.Next.")


def test_it_is_told() -> None:
    """An attribute may hide its element or describe it: the reader of the report must know."""
    found = read_html(b"<p " + b"a " * 3000 + b">Babies come.</p>")
    assert [draft.text for draft in found.drafts] == ["Babies come."]
    assert found.hidden == ("attributes: all but the first 1,000 of an element (1 such)",)


def test_the_cost_grows_with_the_page_and_no_faster() -> None:
    """A million attributes on one element, and a page of open quotes."""
    start = time.process_time()
    cap_attributes("<p " + " ".join(f'a{nth}="b"' for nth in range(200_000)) + ">")
    cap_attributes("<p a=\" b=' " * 50_000)
    cap_attributes("<a" * 200_000)
    assert time.process_time() - start < 2.0
