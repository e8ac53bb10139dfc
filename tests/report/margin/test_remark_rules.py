"""The file of remarks is read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import DataError
from auditor.report.margin.remark_rules import FILE, read_remark_rules, remark_rules
from auditor.rules.positions import read_toml
from auditor.rules.resources import templates_folder
from auditor.rules.sentence_templates import fill


def test_every_remark_says_all_that_it_must() -> None:
    """A name, what is wrong, the rule, and words that could be written instead."""
    values = {"words": "from age 5"}
    for rule in remark_rules().remark:
        assert rule.name and rule.wording and rule.insertion
        assert fill(rule.reason, values).endswith(".")
        assert rule.rule.endswith(".") and rule.meaning.endswith(".")


@pytest.mark.parametrize("wording", [rule.wording for rule in remark_rules().remark])
def test_wordings_are_short_enough_to_be_taken_over(wording: str) -> None:
    """Two lines of a margin at most."""
    assert len(wording.split()) <= 25


BROKEN = {
    "an expression that is none": ("'children, young people',", "'children(',", "children("),
    "an unknown side": ('side = "before"', 'side = "above"', "above"),
    "a key that nobody knows": ('side = "before"', 'sides = "before"', "sides"),
    "an example that fails": ("[from age 5].", "from [age 5].", "from [age 5]"),
    "an example that is found": (
        'ignores = ["The plan was agreed in 2024."',
        'ignores = ["Seen from age 5."',
        "Seen from age 5.",
    ),
}


@pytest.mark.parametrize(("old", "new", "named"), BROKEN.values(), ids=BROKEN.keys())
def test_a_mistake_is_named_with_its_line(old: str, new: str, named: str, tmp_path: Path) -> None:
    """An editor is told where to look."""
    text = (templates_folder() / FILE).read_text("utf-8")
    assert text.count(old) == 1
    (tmp_path / FILE).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(DataError) as caught:
        read_remark_rules(read_toml(tmp_path / FILE, name=FILE))
    assert named in str(caught.value) and f"{FILE}:" in caught.value.place
