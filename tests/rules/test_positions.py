"""TOML read strictly into records, each mistake answered with file, line and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DataError
from auditor.rules.positions import MOST_BYTES, TomlFile, build, parse_toml, read_toml


@dataclass(frozen=True, slots=True)
class Part:
    """A record inside a record."""

    id: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Whole:
    """A record with a field of every kind."""

    title: str
    count: int
    sure: bool
    side: Literal["left", "right"]
    words: tuple[str, ...]
    values: Mapping[str, float]
    part: tuple[Part, ...]
    note: str | None = None


GOOD = """title = "A title"
count = 3
sure = true
side = "left"
words = ["a", "b"]

[values]
one = 1
half = 0.5

[[part]]
id = "first"

[[part]]
id = "second"
weight = 2
"""


def read(text: str) -> TomlFile:
    """Read a file with some text."""
    return parse_toml(text.encode(), "file.toml")


def test_a_file_is_built_into_records() -> None:
    """Whole numbers are numbers too, lists are tuples, and defaults may be left out."""
    assert build(Whole, read(GOOD)) == Whole(
        "A title",
        3,
        True,
        "left",
        ("a", "b"),
        {"one": 1.0, "half": 0.5},
        (Part("first"), Part("second", 2.0)),
        None,
    )


MISTAKES = [
    (
        "an unknown key",
        "count = 3",
        "cuont = 3",
        "file.toml:2:1",
        "unknown key “cuont”",
        "Did you mean “count”?",
    ),
    (
        "a strange key",
        "count = 3",
        "count = 3\nzebra = 1",
        "file.toml:3:1",
        "unknown key “zebra”",
        "Known here:",
    ),
    (
        "an unknown key of a part",
        'id = "first"',
        'id = "first"\nwieght = 1',
        "file.toml:13:1",
        "unknown key “wieght”",
        "Did you mean “weight”?",
    ),
    ("a missing key", "count = 3\n", "", "file.toml:1:1", "“count” is missing", "Add a line"),
    (
        "a missing key of a part",
        'id = "second"\n',
        "",
        "file.toml:14:1",
        "“id” is missing",
        "Add a line",
    ),
    (
        "text for a number",
        "count = 3",
        'count = "3"',
        "file.toml:2:1",
        "“count” must be a whole number",
        "It holds '3'.",
    ),
    (
        "a fraction for a whole number",
        "count = 3",
        "count = 3.5",
        "file.toml:2:1",
        "“count” must be a whole number",
        "3.5",
    ),
    (
        "yes or no for a number",
        "count = 3",
        "count = true",
        "file.toml:2:1",
        "“count” must be a whole number",
        "True",
    ),
    (
        "a number for yes or no",
        "sure = true",
        "sure = 1",
        "file.toml:3:1",
        "“sure” must be true or false",
        "1",
    ),
    ("a number for text", '"A title"', "7", "file.toml:1:1", "“title” must be text in quotes", "7"),
    ("another choice", '"left"', '"up"', "file.toml:4:1", "“side” cannot be 'up'", "left, right"),
    (
        "a word for a list",
        '["a", "b"]',
        '"a"',
        "file.toml:5:1",
        "“words” must be a list",
        "square brackets",
    ),
    (
        "a number in a list",
        '["a", "b"]',
        '["a", 2]',
        "file.toml:5:1",
        "“words” must be text in quotes",
        "2",
    ),
    ("a word in a table", "one = 1", 'one = "1"', "file.toml:8:1", "“one” must be a number", "'1'"),
    (
        "a list for a table",
        "[values]\none = 1\nhalf = 0.5",
        "values = [1]",
        "file.toml:7:1",
        "“values” must be a table",
        "word = value",
    ),
    (
        "a table for a list of them",
        '[[part]]\nid = "first"\n\n[[part]]\nid = "second"',
        '[part]\nid = "first"',
        "file.toml:11:1",
        "“part” must be a list",
        "square brackets",
    ),
    (
        "a date for text",
        '"A title"',
        "2026-01-01",
        "file.toml:1:1",
        "“title” must be text in quotes",
        "It holds datetime.date(2026, 1, 1).",
    ),
    (
        "a date for a table",
        "[values]\none = 1\nhalf = 0.5",
        "values = 2026-01-01",
        "file.toml:7:1",
        "“values” must be a table",
        "word = value",
    ),
    (
        "a date for what may be left out",
        "count = 3",
        "count = 3\nnote = 2026-01-01",
        "file.toml:3:1",
        "“note” must be text in quotes",
        "It holds",
    ),
    (
        "keys deep in each other",
        "count = 3",
        "count = 3\n" + ".".join("a" * 5000) + " = 1",
        "file.toml:1:1",
        "tables or lists stand too deep in each other",
        "Write them",
    ),
    (
        "a number without end",
        "count = 3",
        "count = 0x" + "f" * 5000,
        "file.toml:1:1",
        "a number is too long",
        "fewer digits",
    ),
    (
        "hundreds of mistakes",
        "count = 3",
        "count = 3\n" + "".join(f"key{number} = 1\n" for number in range(600)),
        "file.toml:1:1",
        "hundreds of values are wrong",
        "as it is shipped",
    ),
    ("a missing quote", '"A title"', '"A title', "file.toml:1", "not valid TOML", "missing quote"),
    ("a key twice", "count = 3", "count = 3\ncount = 4", "file.toml:3", "not valid TOML", ""),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "remedy"),
    [c[1:] for c in MISTAKES],
    ids=[c[0] for c in MISTAKES],
)
def test_a_mistake_is_answered_with_its_place_and_a_remedy(
    old: str, new: str, place: str, message: str, remedy: str
) -> None:
    """File, line and column; what is wrong; what to do."""
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        build(Whole, read(GOOD.replace(old, new, 1)))
    assert caught.value.place.startswith(place)
    assert message in caught.value.message
    assert remedy in caught.value.remedy and caught.value.remedy


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    """Saved in another encoding, or no text at all."""
    file = tmp_path / "file.toml"
    file.write_bytes(b'title = "caf\xe9"\n')
    with pytest.raises(DataError, match="not UTF-8"):
        read_toml(file, name="file.toml")


@pytest.mark.parametrize("text", ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n")], ids=["BOM", "CRLF"])
def test_marks_of_other_systems_change_nothing(text: str) -> None:
    """A byte order mark and other line ends are no mistakes."""
    assert build(Whole, read(text)).title == "A title"


def test_words_inside_long_text_are_no_keys() -> None:
    """What looks like a key in text over several lines is passed over."""
    file = read('note = """\ncount = 3\n[values]\n"""\ncount = 4\n')
    assert file.place(("count",)) == "file.toml:5:1"


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.sampled_from(['"', "[", "=", "\n", "{", "#", "9", "\x00"]))
def test_a_slip_of_a_finger_is_never_a_traceback(at: int, typed: str) -> None:
    """Any edit is built, or answered with a place and a remedy."""
    try:
        build(Whole, read(GOOD[:at] + typed + GOOD[at:]))
    except DataError as error:
        assert error.place.startswith("file.toml:") and error.remedy


def test_a_file_that_nests_without_end_is_refused_in_a_line() -> None:
    """Thousands of lists in each other are a mistake with a remedy, and no traceback."""
    with pytest.raises(DataError, match=r"too deep|not valid TOML"):
        read("deep = " + "[" * 20_000 + "]" * 20_000)


def test_a_file_far_larger_than_any_list_is_refused() -> None:
    """Something that is no word list is told by its size."""
    with pytest.raises(DataError, match="larger than"):
        read("#" * (MOST_BYTES + 1))
