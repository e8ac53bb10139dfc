"""The grammar of a language is data: what a form of age speaks of must be there."""

from __future__ import annotations

import pytest

from auditor.errors import DataError
from auditor.rules.grammar import AgeGrammar, Figures, read_ages, read_small_words
from auditor.rules.positions import parse_toml

GOOD = """[numbers]
two = 2
[plurals]
twos = 2
[ordinals]
second = 2
[units]
years = 12
[boundaries]
birth = 0
[ends]
school = 60
[days]
"1,001" = 1001

[figures]
small = 30
nought = [0]
majority = [18]
wide = [5]

[classes]
range = ["to", "-"]
under = ["under"]

[[cue]]
id = "people"
means = "People."
before = 3
after = 3
words = ["children"]

[[production]]
id = "band"
kind = "band"
pattern = "number=low range number=high unit=high_unit?"
low = "low"
high = "high"
only = ["people"]

[[production]]
id = "under"
kind = "ceiling"
pattern = "under number=n"
low = "0"
high = "n+1"
unfollowed = "range"
"""


def read(text: str) -> AgeGrammar:
    """Read a grammar of ages from a text."""
    return read_ages(parse_toml(text.encode(), "en/ages.toml"))


def test_a_grammar_is_read() -> None:
    """Words with values, classes, cues and forms."""
    grammar = read(GOOD)
    assert dict(grammar.valued)["number"] == {"two": 2.0}
    assert grammar.days == {"1,001": 1001.0}
    assert [form.id for form in grammar.production] == ["band", "under"]
    assert grammar.production[0].sure and grammar.production[1].unfollowed == "range"


MISTAKES = [
    (
        "an unknown kind",
        'kind = "ceiling"',
        'kind = "roof"',
        "en/ages.toml:43:1",
        "“kind” cannot be 'roof'",
        "band, point",
    ),
    (
        "an unknown class",
        'pattern = "under number=n"',
        'pattern = "undr number=n"',
        "en/ages.toml:44:1",
        "unknown class “undr”",
        "under",
    ),
    (
        "a pattern that is none",
        'pattern = "under number=n"',
        'pattern = "under+ number=n"',
        "en/ages.toml:44:1",
        "unknown class “under+”",
        "Use",
    ),
    (
        "an unknown cue",
        'only = ["people"]',
        'only = ["poeple"]',
        "en/ages.toml:39:1",
        "no cue “poeple”",
        "people",
    ),
    (
        "an unknown cue that unmakes",
        'only = ["people"]',
        'only = ["people"]\nnever = ["x"]',
        "en/ages.toml:40:1",
        "no cue “x”",
        "people",
    ),
    (
        "a bound that is captured nowhere",
        'high = "n+1"',
        'high = "m"',
        "en/ages.toml:46:1",
        "“m” is captured nowhere",
        "number=low",
    ),
    (
        "a bound that is no bound",
        'low = "0"',
        'low = "N!"',
        "en/ages.toml:45:1",
        "“N!” is captured nowhere",
        "number=low",
    ),
    (
        "what must not follow",
        'unfollowed = "range"',
        'unfollowed = "rang"',
        "en/ages.toml:47:1",
        "unknown class “rang”",
        "range",
    ),
    (
        "a class that nobody asks for",
        'under = ["under"]',
        'under = ["under"]\nover = ["over"]',
        "en/ages.toml:25:1",
        "no form asks for “over”",
        "Mend",
    ),
    (
        "a cue that nobody asks for",
        'only = ["people"]\n',
        "",
        "en/ages.toml:27:1",
        "no form asks for “people”",
        "Mend",
    ),
    (
        "a word for a number",
        "two = 2",
        'two = "2"',
        "en/ages.toml:2:1",
        "“two” must be a number",
        "'2'",
    ),
    (
        "an unknown key",
        "unfollowed",
        "unfolowed",
        "en/ages.toml:47:1",
        "unfolowed",
        "Did you mean “unfollowed”?",
    ),
    (
        "a missing table",
        "[ends]\nschool = 60\n",
        "",
        "en/ages.toml:1:1",
        "“ends” is missing",
        "Add",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "remedy"),
    [c[1:] for c in MISTAKES],
    ids=[c[0] for c in MISTAKES],
)
def test_a_mistake_is_answered_with_its_place_and_a_remedy(
    old: str, new: str, place: str, message: str, remedy: str
) -> None:
    """A form that speaks of something unknown, and something that no form speaks of."""
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        read(GOOD.replace(old, new, 1))
    assert caught.value.place == place
    assert message in caught.value.message
    assert remedy in caught.value.remedy and caught.value.remedy


FIGURES = Figures(30, (0,), (18, 21), (5, 18))
CLASSES = [
    (0, {"number", "small", "nought", "other"}),
    (2, {"number", "small", "other"}),
    (18, {"number", "small", "majority", "wide", "other"}),
    (40, {"number", "other"}),
]


@pytest.mark.parametrize(("value", "classes"), CLASSES, ids=[str(c[0]) for c in CLASSES])
def test_a_number_is_in_classes_by_its_value(value: float, classes: set[str]) -> None:
    """Some numbers mean something by themselves in an age."""
    assert FIGURES.classes(value) == classes


def test_examples_stand_for_every_set_of_classes() -> None:
    """No number is in classes that no example is in."""
    known = {FIGURES.classes(value) for value in FIGURES.examples()}
    assert {FIGURES.classes(float(value)) for value in range(200)} <= known


def test_small_words_are_sets_that_are_all_there() -> None:
    """A set that is missing, misspelt or of numbers is refused."""
    for text, words in (
        ("", "is missing"),
        ("lead_in = []", "Did you mean “lead_ins”?"),
        ('joins = []\nclause_ends = [";"]', "en/grammar.toml:2:1: “clause_ends” is no longer used"),
    ):
        with pytest.raises(DataError) as caught:
            read_small_words(parse_toml(text.encode(), "en/grammar.toml"))
        assert words in str(caught.value)
