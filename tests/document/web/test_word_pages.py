"""Web pages that office programs wrote."""

from __future__ import annotations

import pytest
from lxml import html

from auditor.document.web.word_pages import is_bullet_of_word, word_place

PLACES = [
    ('<p class="MsoTitle">A plan</p>', ("heading", 1, "")),
    ('<p class="MsoToc2">Babies 4</p>', ("toc", 0, "style of a contents list")),
    (
        '<div style="mso-element:header">Draft</div>',
        ("running", 0, "running head of the file"),
    ),
    ('<div title="footer">Draft</div>', ("running", 0, "running foot of the file")),
    ('<div title="footer" class="site">Draft</div>', (None, 0, "")),
    ('<p class="MsoNormal">Babies.</p>', (None, 0, "")),
]


@pytest.mark.parametrize(("source", "told"), PLACES, ids=[case[0] for case in PLACES])
def test_classes_and_styles_of_word_say_what_a_paragraph_is(
    source: str, told: tuple[str | None, int, str]
) -> None:
    """And nothing is said of others."""
    assert word_place(html.fromstring(source)) == told


def test_a_bullet_that_word_drew_is_no_text() -> None:
    """It is marked to be ignored."""
    assert is_bullet_of_word(html.fromstring('<span style="mso-list:Ignore">1.</span>'))
    assert not is_bullet_of_word(html.fromstring('<span style="color:red">1.</span>'))
