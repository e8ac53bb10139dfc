"""The examples beside the word lists are tests: an editor adds one without writing Python."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from auditor.errors import DataError
from auditor.evaluation.examples import ExampleCheck
from auditor.rules import Language, Rules
from auditor.rules.inventory import Inventory, MarkKind
from auditor.rules.lexicon import Group, Lexicon
from auditor.rules.resources import lexicons_folder

ENGLISH = Rules.read(weighed=False).language("en")
FAULTS = tuple(ExampleCheck(ENGLISH, lexicons_folder()).faults())


@pytest.mark.parametrize("group", ENGLISH.lexicon.groups, ids=lambda group: group.id)
def test_a_group_finds_what_its_examples_say(group: Group) -> None:
    """Exactly the bracketed words, nothing in what is to be ignored, and every phrase proved."""
    own = [str(fault) for fault in FAULTS if f"“{group.id}”" in fault.message]
    assert not own, "\n".join(own[:20])


def language(
    finds: tuple[str, ...], ignores: tuple[str, ...] = (), phrases: tuple[str, ...] = ("zebra",)
) -> Language:
    """A language of one group."""
    group = Group("x.x", phrases, ("zebra crossing",), finds, ignores, "en/x.toml:2:1")
    return replace(
        ENGLISH, lexicon=Lexicon((group,)), inventory=Inventory((MarkKind("x.x", "X."),))
    )


def faults(tmp_path: Path, one: Language) -> list[DataError]:
    """The faults of a language whose list stands in a file."""
    (tmp_path / "en").mkdir(exist_ok=True)
    lines = (
        "",
        *(
            f'  "{x}",'
            for g in one.lexicon.groups
            for x in (*g.phrases, *g.asides, *g.finds, *g.ignores)
        ),
    )
    (tmp_path / "en" / "x.toml").write_text("\n".join(lines), "utf-8")
    return list(ExampleCheck(one, tmp_path).faults())


ASIDE = ("A zebra crossing.",)
CASES: list[tuple[str, tuple[str, ...], tuple[str, ...], list[str]]] = [
    ("right", ("A [zebra] runs.",), ASIDE, []),
    ("twice", ("A [zebra] and a [Zebra].",), ASIDE, []),
    ("no brackets", ("A [zebra].", "A zebra."), ASIDE, ["no words in brackets"]),
    ("not found", ("A [zebra].", "A [horse]."), ASIDE, ["finds nothing instead of [horse]"]),
    ("one too many", ("A [zebra] and a zebra.",), ASIDE, ["finds [zebra], [zebra] instead"]),
    ("not ignored", ("A [zebra].",), (*ASIDE, "One zebra."), ["which must be ignored"]),
    ("an aside not proved", ("A [zebra].",), (), ["no example proves “zebra crossing”"]),
    ("a phrase not proved", (), ASIDE, ["no example proves “zebra”"]),
]


@pytest.mark.parametrize(
    ("finds", "ignores", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_examples_that_fail_are_told(
    tmp_path: Path, finds: tuple[str, ...], ignores: tuple[str, ...], wanted: list[str]
) -> None:
    """Each fault says what was found instead, and how to mend it."""
    found = faults(tmp_path, language(finds, ignores))
    assert len(found) == len(wanted)
    for fault, words in zip(found, wanted, strict=True):
        assert words in fault.message and fault.remedy


def test_a_phrase_that_no_example_proves_is_named_with_its_own_line(tmp_path: Path) -> None:
    """And not with the line of a longer one that holds its words."""
    one = language(("A [zebra].",), ASIDE, ("zebra", "(pay|pays) tax", "tax"))
    places = [fault.place for fault in faults(tmp_path, one)]
    assert places == ["en/x.toml:3:4", "en/x.toml:4:4"]


def test_the_shipped_lists_say_how_much_is_searched_for() -> None:
    """The proof behind a silence counts what was looked for."""
    assert ENGLISH.lexicon.searched.terms > 400
