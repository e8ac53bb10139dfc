"""What an element of a web page is, told from its name, role, classes and links."""

from __future__ import annotations

import pytest
from lxml import html

from auditor.document.web.elements import (
    drawn_words,
    is_consent,
    is_contents,
    is_link_back,
    is_note,
    is_note_link,
    is_page_number,
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


MENUS = [
    ('<div id="nav"><a href="a">Babies</a> | <a href="b">Schools</a></div>', True),
    ('<ul class="main-menu"><li><a href="a">Babies</a></li></ul>', True),
    ('<div class="menu"><p>We will see every baby at home.</p></div>', False),
    ('<div class="menu-box"><a href="a">Babies</a></div>', False),
]


@pytest.mark.parametrize(("source", "is_one"), MENUS, ids=[case[0] for case in MENUS])
def test_a_menu_is_named_so_and_holds_links(source: str, is_one: bool) -> None:
    """What is named a menu and holds sentences is text."""
    assert bool(landmark_of(html.fromstring(source), is_within_section=False)) is is_one


def test_parts_of_a_drawn_text_stand_apart_where_they_begin_a_line() -> None:
    """Parts that go on in the same line are the same word."""
    text = (
        '<text x="0" y="0"><tspan x="0" y="0">E</tspan><tspan x="4" y="0">very baby</tspan>'
        '<tspan x="0" dy="1.2em">is seen</tspan><tspan x="0" y="9">at home.</tspan></text>'
    )
    assert drawn_words(html.fromstring(text)) == "Every baby is seen at home."


def test_letters_set_low_and_notes_to_programs_part_no_words_of_a_drawing() -> None:
    """A line begins a good way lower than the one above it."""
    text = (
        '<text>CO<tspan dy="3">2</tspan><tspan dy="-3"> and</tspan><tspan dy="14">babies<?x y?>'
        "</tspan> here</text>"
    )
    assert drawn_words(html.fromstring(text)) == "CO2 and babies here"


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ('<span role="doc-pagebreak">12</span>', True),
        ('<span epub:type="pagebreak">iv</span>', True),
        ('<span role="doc-pagebreak">We will see every baby.</span>', False),
        ("<span>12</span>", False),
    ],
)
def test_numbers_of_printed_pages_are_no_text(source: str, is_one: bool) -> None:
    """A book tells where its printed pages begin."""
    assert is_page_number(html.fromstring(source)) is is_one
