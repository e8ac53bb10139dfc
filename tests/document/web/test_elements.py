"""What an element of a web page is, told from its name, role, classes and links."""

from __future__ import annotations

import pytest
from lxml import html

from auditor.document.web.elements import (
    is_consent,
    is_contents,
    is_link_back,
    is_note,
    is_note_link,
    is_raised_mark,
    landmark_of,
)

NOTE_LINKS = [
    ('<a href="#fn1">1</a>', True),
    ('<a href="#_ftn2">[2]</a>', True),
    ('<a role="doc-noteref" href="#x">see</a>', True),
    ('<a href="#fnref1">↩</a>', True),
    ('<a href="#chapter-1">1</a>', False),
    ('<a href="#fn1">what the council promised</a>', False),
]


@pytest.mark.parametrize(("source", "is_one"), NOTE_LINKS, ids=[case[0] for case in NOTE_LINKS])
def test_a_link_is_the_mark_of_a_note_by_where_it_leads_and_how_short_it_is(
    source: str, is_one: bool
) -> None:
    """A link to a note whose words are a sentence is text."""
    assert is_note_link(html.fromstring(source)) is is_one


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ("<sup>3</sup>", True),
        ("<sup>[4]</sup>", True),
        ("<sup>*</sup>", True),
        ("<sup>th</sup>", False),
        ("<sup>a whole raised sentence</sup>", False),
    ],
)
def test_raised_letters_are_a_mark_where_they_number(source: str, is_one: bool) -> None:
    """The letters of an ordinal are part of a word."""
    assert is_raised_mark(html.fromstring(source), "") is is_one


def test_a_note_and_the_way_back_from_it_are_known() -> None:
    """By role, id or link."""
    assert is_note(html.fromstring('<li id="fn:1">More.</li>'))
    assert is_note(html.fromstring('<div role="doc-footnote">More.</div>'))
    assert not is_note(html.fromstring("<li>Babies.</li>"))
    assert is_link_back(html.fromstring('<a href="#fnref1">back</a>'))
    assert not is_link_back(html.fromstring('<a href="#top">back</a>'))


@pytest.mark.parametrize(
    ("source", "within", "why"),
    [
        ("<nav>Home</nav>", False, "navigation of the web page"),
        ('<div role="banner">Council</div>', False, "page header of the web page"),
        ("<footer>Contact</footer>", False, "page footer of the web page"),
        ("<footer>Of one article</footer>", True, ""),
        ("<p>Babies.</p>", False, ""),
    ],
)
def test_furniture_of_the_page_is_told_from_its_text(source: str, within: bool, why: str) -> None:
    """A footer within a section is that of the section."""
    assert landmark_of(html.fromstring(source), is_within_section=within) == why


def test_contents_lists_and_notices_about_cookies_are_known() -> None:
    """By their classes."""
    assert is_contents(html.fromstring('<ul class="toc"><li>Babies</li></ul>'))
    assert not is_contents(html.fromstring("<ul><li>Babies</li></ul>"))
    assert is_consent(html.fromstring('<div id="cookie-banner">We use cookies.</div>'))
    assert not is_consent(html.fromstring("<div>Consent of parents</div>"))
