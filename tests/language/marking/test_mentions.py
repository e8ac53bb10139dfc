"""Whom a text names: the longest words win, and what only seems to name babies is set aside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.marking.age_forms import AgeSpan
from auditor.language.marking.mentions import reach_of_age
from tests.language import tiny

ANNOTATOR = tiny.annotator()


def mentions(text: str, *, heading: bool = False) -> list[tuple[str, str, str]]:
    """The words, reach and reason to set aside of each mention."""
    marked = ANNOTATOR.annotate(ANNOTATOR.split(text))
    found = ANNOTATOR.mentions(marked, heading=heading)
    return [(" ".join(marked.words[slice(*m.span)]), m.reach, m.set_aside) for m in found]


MENTIONS = [
    ("babies", "Babies wait.", [("babies", "explicit", "")]),
    ("in order", "Pupils, then babies.", [("pupils", "older", ""), ("babies", "explicit", "")]),
    ("adults", "Adults wait.", [("adults", "none", "")]),
    ("nobody", "The car park is full.", []),
    (
        "an aside of its list",
        "Baby boomers wait.",
        [("baby boomers", "explicit", "babies.people.aside")],
    ),
    ("a thing", "Infant formula is dear.", [("infant formula", "explicit", "babies.things")]),
    (
        "a thing and a baby",
        "A baby bank for babies.",
        [("baby bank", "explicit", "babies.things"), ("babies", "explicit", "")],
    ),
    ("the longer of two", "maternal mental health", [("maternal mental health", "parental", "")]),
    ("an age", "those under two", [("under two", "explicit", "")]),
    (
        "an age and a word",
        "babies under two",
        [("babies", "explicit", ""), ("under two", "explicit", "")],
    ),
    ("an age not sure", "in the first year", [("first year", "explicit", "age.unsure")]),
    ("a floor of adults", "people aged 18 and over", [("aged 18 and over", "none", "")]),
    ("a name", "the Infant Mental Health Week", [("infant", "explicit", "name")]),
    (
        "a name and a baby",
        "Infant Health Week is for babies.",
        [("infant", "explicit", "name"), ("babies", "explicit", "")],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [c[1:] for c in MENTIONS], ids=[c[0] for c in MENTIONS]
)
def test_a_text_names_people(text: str, wanted: list[tuple[str, str, str]]) -> None:
    """Words compete for their places; what loses babies to a thing or a name keeps its reason."""
    assert mentions(text) == wanted


def test_pupils_in_a_name_are_still_named() -> None:
    """Only babies are set aside in a name; whom else it names is counted."""
    assert mentions("The Pupils and Infants Board met.") == [
        ("pupils", "older", ""),
        ("infants", "explicit", "name"),
    ]


REACHES = [
    ("to the second birthday", 0, 24, "explicit"),
    ("to the third birthday", 0, 36, "explicit"),
    ("from the first to the third", 12, 36, "explicit"),
    ("a month past the third", 0, 37, "early_years"),
    ("to the fifth", 0, 60, "early_years"),
    ("to the eighth", 0, 96, "early_years"),
    ("past the eighth", 0, 97, "nominal"),
    ("to majority", 0, 216, "nominal"),
    ("from two to four", 24, 48, "early_years"),
    ("from two to eighteen", 24, 216, "nominal"),
    ("from three on", 36, 60, "older"),
    ("school age", 60, 192, "older"),
    ("15 to 24", 180, 288, "older"),
    ("16 to 25", 192, 300, "older"),
    ("18 to 24", 216, 288, "none"),
    ("18 to 25", 216, 300, "none"),
    ("a floor of two", 24, None, "nominal"),
    ("a floor of five", 60, None, "older"),
    ("a floor of eighteen", 216, None, "none"),
    ("a floor of 65", 780, None, "none"),
    ("before birth", -9, 24, "explicit"),
]


@pytest.mark.parametrize(
    ("low", "high", "reach"), [c[1:] for c in REACHES], ids=[c[0] for c in REACHES]
)
def test_numbers_decide_whom_an_age_names(low: float, high: float | None, reach: str) -> None:
    """Rules 10, 14, 21 and 26 of the guide."""
    assert reach_of_age(AgeSpan(0, 1, low, high, "band")) == reach


WORDS = st.sampled_from(
    [
        "babies",
        "Infant",
        "formula",
        "baby",
        "boomers",
        "bank",
        "Week",
        "the",
        "pupils",
        "under",
        "2",
        "aged",
        "0",
        "-",
        "18",
        "and",
        "over",
        "maternal",
        "mental",
        "health",
        ".",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join), st.booleans())
def test_mentions_never_share_a_word(text: str, heading: bool) -> None:
    """Whatever competes, each word belongs to one mention at most, in the order of the text."""
    marked = ANNOTATOR.annotate(ANNOTATOR.split(text))
    edges = [edge for m in ANNOTATOR.mentions(marked, heading=heading) for edge in m.span]
    assert edges == sorted(edges)


def test_phrases_are_not_looked_for_where_nobody_is_named() -> None:
    """The look at a text that names nobody ends before it; what is asked for later is found."""
    marked = ANNOTATOR.annotate(ANNOTATOR.split("The car park will close."))
    assert not ANNOTATOR.mentions(marked, heading=False)
    assert "phrases" not in vars(marked)
    assert "strength.action" in marked.phrases
