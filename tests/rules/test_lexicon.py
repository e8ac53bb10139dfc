"""Word lists are read and checked before any document is opened."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DataError
from auditor.rules.inventory import Inventory, MarkKind
from auditor.rules.lexicon import (
    Lexicon,
    count_forms,
    expand,
    read_lexicon,
    tidy,
    verb_forms,
)
from auditor.rules.resources import lexicons_folder

GOOD = """subject = "Words"
source = "ours"
date = "2026-11-22"

[[group]]
id = "people"
phrases = [
  "bab(y|ies)",
  "will ... see",
]
asides = [
  "baby boomer(s|)",
]
finds = [
  "[Babies] wait.",
]
ignores = [
  "Baby boomers wait.",
]

[[group]]
id = "things"
phrases = [
  "baby box",
]
"""
INVENTORY = Inventory(
    (
        MarkKind("words.people", "People.", "people", names="explicit"),
        MarkKind("words.things", "Things.", "aside"),
    )
)


def read(folder: Path, text: str, *more: str) -> Lexicon:
    """Read a folder with a word list, and others beside it."""
    english = folder / "en"
    english.mkdir(parents=True, exist_ok=True)
    (english / "words.toml").write_text(text, "utf-8")
    for number, other in enumerate(more):
        (english / f"more{number}.toml").write_text(other, "utf-8")
    return read_lexicon(english, ("ages.toml",), INVENTORY)


def test_groups_come_in_the_order_of_the_inventory(tmp_path: Path) -> None:
    """Each knows its phrases, asides and examples, and where it stands."""
    groups = read(tmp_path, GOOD).groups
    assert [group.id for group in groups] == ["words.people", "words.things"]
    assert groups[0].phrases == ("bab(y|ies)", "will ... see")
    assert groups[0].asides == ("baby boomer(s|)",)
    assert groups[0].place == "en/words.toml:5:1"


def test_what_is_searched_for_is_counted(tmp_path: Path) -> None:
    """Every form is a term, every phrase with a gap a pattern; asides are not searched for."""
    searched = read(tmp_path, GOOD).searched
    assert (searched.terms, searched.patterns) == (3, 1)


def test_files_that_hold_no_words_are_left_alone(tmp_path: Path) -> None:
    """The grammar of ages stands beside the word lists and is read by others."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "ages.toml").write_text("not = [\n", "utf-8")
    assert len(read(tmp_path, GOOD).groups) == 2


FAULTS = [
    (
        "two phrases on a line",
        '  "bab(y|ies)",\n  "will',
        '  "bab(y|ies)", "will',
        "en/words.toml:8:1",
        "more than one phrase on a line",
        "--tidy",
    ),
    (
        "an unknown key",
        "asides =",
        "aside =",
        "en/words.toml:11:1",
        "unknown key “aside”",
        "Did you mean “asides”?",
    ),
    ("a missing quote", '"people"', '"people', "en/words.toml:6", "TOML", "quote"),
    ("a missing key", 'source = "ours"\n', "", "en/words.toml:1:1", "“source” is missing", "Add"),
    (
        "phrases that are no list",
        'phrases = [\n  "baby box",\n]',
        'phrases = "baby box"',
        "en/words.toml:23:1",
        "“phrases” must be a list",
        "brackets",
    ),
    (
        "brackets that do not pair",
        "bab(y|ies)",
        "bab(y|ies",
        "en/words.toml:7:1",
        "brackets that do not pair",
        "(one|other)",
    ),
    (
        "brackets in brackets",
        "bab(y|ies)",
        "bab(y|(ie|e)s)",
        "en/words.toml:7:1",
        "brackets that do not pair",
        "(one|other)",
    ),
    (
        "a bracket that closes nothing",
        "baby box",
        "baby) box",
        "en/words.toml:23:1",
        "brackets that do not pair",
        "(one|other)",
    ),
    ("an empty phrase", "baby box", " ", "en/words.toml:23:1", "an empty phrase", "line out"),
    (
        "a phrase of nothing but signs",
        "baby box",
        "(|)",
        "en/words.toml:23:1",
        "an empty phrase",
        "line out",
    ),
    ("too many forms", "baby box", "~ ~ ~ ~ ~ ~ ~", "en/words.toml:23:1", "empty phrase", ""),
    (
        "too many forms of verbs",
        "baby box",
        "a~ b~ c~ d~ e~ f~ g~",
        "en/words.toml:23:1",
        "stands for too many phrases",
        "several lines",
    ),
    (
        "too many choices",
        "baby box",
        "(a|b)" * 13,
        "en/words.toml:23:1",
        "stands for too many phrases",
        "several lines",
    ),
    (
        "a misspelt group",
        'id = "things"',
        'id = "thingz"',
        "en/words.toml:22:1",
        "unknown group “words.thingz”",
        "Did you mean “words.things”?",
    ),
    (
        "a strange group",
        'id = "things"',
        'id = "qqqqqqqqqqqqqqqq"',
        "en/words.toml:22:1",
        "unknown group",
        "marks.toml",
    ),
    (
        "a group twice",
        'id = "things"',
        'id = "people"',
        "en/words.toml:21:1",
        "two groups are called “words.people”",
        "en/words.toml:5:1",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "remedy"),
    [f[1:] for f in FAULTS],
    ids=[f[0] for f in FAULTS],
)
def test_a_wrong_edit_is_answered_with_its_place_and_a_remedy(
    tmp_path: Path, old: str, new: str, place: str, message: str, remedy: str
) -> None:
    """File and line, what is wrong, and what to do."""
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert caught.value.place.startswith(place)
    assert message in caught.value.message
    assert remedy in caught.value.remedy and caught.value.remedy


def test_a_missing_group_is_named_with_its_file(tmp_path: Path) -> None:
    """A group that the judge speaks of cannot be taken out in silence."""
    with pytest.raises(DataError, match=r"“words\.things” is missing") as caught:
        read(tmp_path, GOOD[: GOOD.index('[[group]]\nid = "things"')])
    assert caught.value.place == "en/words.toml:1:1" and caught.value.remedy


def test_a_group_of_another_file_is_another_group(tmp_path: Path) -> None:
    """The name of the file is the first half of an id."""
    other = GOOD[: GOOD.index('[[group]]\nid = "things"')]
    with pytest.raises(DataError, match=r"unknown group “more0\.people”"):
        read(tmp_path, GOOD, other)


def test_a_comment_may_hold_quotes(tmp_path: Path) -> None:
    """Only what is read counts as a phrase."""
    text = GOOD.replace('  "baby box",', '  "baby box", # "box" and "boxes"\n  # "a", "b"')
    assert read(tmp_path, text).groups[1].phrases == ("baby box",)


SHORT = [
    (
        "choices",
        "parent-(infant|baby) team(s|)",
        {"parent-infant team", "parent-infant teams", "parent-baby team", "parent-baby teams"},
    ),
    (
        "a verb",
        "accept~ referrals",
        {"accept referrals", "accepts referrals", "accepted referrals", "accepting referrals"},
    ),
    ("may be missing", "(very |)young", {"very young", "young"}),
    ("a choice of verbs", "(close~|shut)", {"close", "closes", "closed", "closing", "shut"}),
    ("a plain phrase", "under-twos", {"under-twos"}),
    ("spaces", "a  (b |) c", {"a b c", "a c"}),
]


@pytest.mark.parametrize(("short", "forms"), [c[1:] for c in SHORT], ids=[c[0] for c in SHORT])
def test_a_short_form_stands_for_all_its_forms(short: str, forms: set[str]) -> None:
    """Choices, words that may be missing, and verbs are written out, and counted the same."""
    assert set(expand(short)) == forms
    assert count_forms(short) == len(list(expand(short)))


VERBS = [
    ("work", "works worked working"),
    ("close", "closes closed closing"),
    ("carry", "carries carried carrying"),
    ("play", "plays played playing"),
    ("reach", "reaches reached reaching"),
    ("pass", "passes passed passing"),
    ("agree", "agrees agreed agreeing"),
]


@pytest.mark.parametrize(("verb", "forms"), VERBS, ids=[c[0] for c in VERBS])
def test_a_verb_has_four_regular_forms(verb: str, forms: str) -> None:
    """As it is, with s, with ed, with ing."""
    assert verb_forms(verb) == (verb, *forms.split())


TIDY = [
    ("two on a line", 'phrases = ["a", "b"]', 'phrases = [\n  "a",\n  "b",\n]'),
    (
        "several on lines",
        'phrases = [\n  "a", "b",\n  "c"\n]',
        'phrases = [\n  "a",\n  "b",\n  "c",\n]',
    ),
    ("none", "phrases = []", "phrases = []"),
    ("a quote inside", 'phrases = ["a \\"b\\"", "c"]', 'phrases = [\n  "a \\"b\\"",\n  "c",\n]'),
    (
        "a bracket inside",
        'finds = ["[Babies] wait.", "A [baby]."]',
        'finds = [\n  "[Babies] wait.",\n  "A [baby].",\n]',
    ),
    (
        "comments stay",
        'phrases = [\n  # why\n  "a", # here\n  "b", "c" ]',
        'phrases = [\n  # why\n  "a",  # here\n  "b",\n  "c",\n]',
    ),
    ("no list", 'subject = "a, b"', 'subject = "a, b"'),
]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in TIDY], ids=[c[0] for c in TIDY])
def test_lists_are_written_one_phrase_to_a_line(text: str, wanted: str) -> None:
    """And what is tidy is left as it is."""
    assert tidy(text) == wanted
    assert tidy(wanted) == wanted


def test_a_tidied_list_holds_the_same_and_is_accepted(tmp_path: Path) -> None:
    """What was refused for two phrases on a line reads after `--tidy`."""
    crowded = GOOD.replace('  "bab(y|ies)",\n  "will', '  "bab(y|ies)", "will')
    assert tomllib.loads(tidy(crowded)) == tomllib.loads(crowded)
    assert read(tmp_path, tidy(crowded)) == read(tmp_path, GOOD)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.text(alphabet='[]"=#ab(|)~. \n', max_size=3))
def test_a_word_list_loads_or_says_what_is_wrong(
    tmp_path_factory: pytest.TempPathFactory, at: int, typed: str
) -> None:
    """No slip of a finger is answered with a traceback."""
    try:
        read(tmp_path_factory.mktemp("words"), GOOD[:at] + typed + GOOD[at:])
    except DataError as error:
        assert error.place.startswith("en/words.toml") and error.remedy


FILES = sorted(Path(str(lexicons_folder())).glob("en/*.toml"))
LISTS = [file for file in FILES if "[[group]]" in file.read_text("utf-8")]


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_every_list_names_its_subject_source_and_date(file: Path) -> None:
    """An editor knows where the words come from."""
    content = tomllib.loads(file.read_text("utf-8"))
    assert content["subject"] and content["source"] and content["date"]
