"""A name is not an address: babies in the name of a body, event or publication (rule 4)."""

from __future__ import annotations

import pytest

from auditor.language.marking.names import NameFinder
from auditor.rules.inventory import Inventory
from tests.language import tiny

ANNOTATOR = tiny.annotator()
FINDER = NameFinder(Inventory(tiny.KINDS), tiny.language().small_words)


def name_of(text: str, *, heading: bool = False) -> str | None:
    """The name that the first mention of babies stands in."""
    marked = ANNOTATOR.annotate(ANNOTATOR.split(text))
    span = FINDER.within(marked, heading=heading)(marked.phrases["babies.people"][0])
    return None if span is None else " ".join(marked.cased[span[0] : span[1]])


NAMES = [
    (
        "a week",
        "Infant Mental Health Awareness Week is in June.",
        "Infant Mental Health Awareness Week",
    ),
    ("a board", "The Infants and Children Board met.", "Infants and Children Board"),
    ("small words inside", "the Alliance for Infants and Toddlers", "Alliance for Infants"),
    (
        "a head before",
        "Our thanks go to the World Association for Infant Mental Health.",
        "Association for Infant",
    ),
    ("called a charity", "Newborn Hope, a charity, runs the line.", "Newborn Hope"),
    ("a kind of service", "We will commission an Infant Mental Health Service.", None),
    ("small letters", "a board for infants", None),
    ("a small head", "Infants will have a board.", None),
    ("the start of a sentence", "Infants are seen every week.", None),
    ("a head in another sentence", "Babies are seen. The Board met.", None),
    ("one capital word is no name", "Babies, a charity says, wait.", None),
    ("small letters by a capital name", "The Board saw babies.", None),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_a_name_is_a_run_of_capitals_with_a_head(text: str, name: str | None) -> None:
    """Capitalised words that end in Week or Board are a name; a kind of service is none."""
    assert name_of(text) == name


HEADINGS = [
    ("a week in small letters", "Infant mental health awareness week", True),
    ("a week in capitals", "INFANT MENTAL HEALTH AWARENESS WEEK", True),
    ("no head", "Infant Mental Health", False),
    ("a head after of", "Infants of the Board", False),
    ("a head far off", "Infants and what our many teams of staff will do this Week", False),
]


@pytest.mark.parametrize(("text", "named"), [c[1:] for c in HEADINGS], ids=[c[0] for c in HEADINGS])
def test_in_a_heading_the_words_alone_decide(text: str, named: bool) -> None:
    """Capitals say nothing where every word may have one."""
    assert (name_of(text, heading=True) is not None) is named
