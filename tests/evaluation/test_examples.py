"""The examples beside the word lists are tests: an editor adds one without writing Python."""

from __future__ import annotations

import pytest

from auditor.evaluation.examples import check_examples
from auditor.lexicon import Group, Lexicon, read_lexicon
from auditor.records import Searched
from auditor.resources import lexicons_folder
from auditor.rules import Rules

FAULTS = list(check_examples(Rules.read().lexicon, lexicons_folder()))


@pytest.mark.parametrize("group", Rules.read().lexicon.groups, ids=lambda group: group.id)
def test_a_group_finds_what_its_examples_say(group: Group) -> None:
    """Exactly the bracketed words, and nothing in what is to be ignored."""
    own = [str(fault) for fault in FAULTS if f"“{group.id}”" in fault.message]
    assert not own, "\n".join(own)


@pytest.mark.parametrize("group", Rules.read().lexicon.groups, ids=lambda group: group.id)
def test_a_group_has_examples_of_both_kinds(group: Group) -> None:
    """What it finds and what it ignores."""
    assert group.finds and group.ignores


def group(finds: tuple[str, ...], ignores: tuple[str, ...] = ()) -> Lexicon:
    """Make word lists of one group."""
    one = Group("x.x", "x", ("zebra", "wild horse"), ("zebra crossing",), finds, ignores,
                "x.toml:1:1")
    return Lexicon((one,), ("en",), "sha256:x", Searched(2, 0))


CASES = [
    pytest.param(("A [zebra] runs.",), (), 0, id="right"),
    pytest.param(("A [zebra] and a [Wild horse].",), (), 0, id="two"),
    pytest.param(("A [zebra].",), ("A zebra crossing.",), 0, id="an aside"),
    pytest.param(("A zebra.",), (), 1, id="no brackets"),
    pytest.param(("A [horse].",), (), 1, id="not found"),
    pytest.param(("A [zebra] and a zebra.",), (), 1, id="one too many"),
    pytest.param((), ("One zebra.",), 1, id="not ignored"),
]


@pytest.mark.parametrize(("finds", "ignores", "faults"), CASES)
def test_examples_that_fail_are_told(
    finds: tuple[str, ...], ignores: tuple[str, ...], faults: int
) -> None:
    """Each fault says what was found instead, and how to mend it."""
    found = list(check_examples(group(finds, ignores), lexicons_folder()))
    assert len(found) == faults
    assert all(fault.remedy for fault in found)


def test_the_shipped_lists_say_how_much_is_searched_for() -> None:
    """The proof behind a silence counts what was looked for."""
    lexicon = read_lexicon(lexicons_folder())
    assert lexicon.searched.terms > 400
    assert "en" in lexicon.languages
