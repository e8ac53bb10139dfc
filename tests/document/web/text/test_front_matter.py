"""The facts at the head of a Markdown file."""

from __future__ import annotations

import pytest

from auditor.document.web.text.front_matter import part_front_matter

CASES = [
    ("---\ntitle: A plan\n---\nText.", ("A plan", "Text.")),
    ('---\ntitle: "A plan"\nauthor: x\n---\nText.', ("A plan", "Text.")),
    ("Title: Why us?\nTags: babies\n\nText.", ("Why us?", "Text.")),
    ("Title: A plan\nPledge: We will.\n\nText.", ("", "Title: A plan\nPledge: We will.\n\nText.")),
    ("Text.\n\n---\n\nMore.", ("", "Text.\n\n---\n\nMore.")),
]
NAMES = ["title", "in quotes", "bare", "bare, with a sentence", "none"]


@pytest.mark.parametrize(("text", "parted"), CASES, ids=NAMES)
def test_facts_are_parted_from_the_text(text: str, parted: tuple[str, str]) -> None:
    """A rule within the text is none."""
    title, rest = part_front_matter(text)
    assert (title, rest.strip()) == parted


@pytest.mark.parametrize(
    ("written", "title"), [('"\\ud800 plan"', "? plan"), ('["A plan"]', ""), ("null", "")]
)
def test_a_title_in_json_is_text_that_can_be_written(written: str, title: str) -> None:
    """Half a letter is none, and only words are a title."""
    assert part_front_matter(f'{{"title": {written}}}\nText.') == (title, "\nText.")
