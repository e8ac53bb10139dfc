"""What the judge sees of a statement, by name."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.language.judging.features import BLOCKS, PRECEDENCE, find_features
from auditor.records import Passage
from tests.language import tiny


def features(text: str, **more: Any) -> dict[str, set[str]]:
    """The names of the features of a statement, by block."""
    statement = tiny.see(text, **more)
    return dict(zip(BLOCKS, map(set, find_features(statement)), strict=True))


def test_every_feature_of_a_tiny_statement() -> None:
    """Marks, their order, whom it names, its place and shape; its words in runs of three."""
    found = features("Babies will wait")
    assert found["marks"] == {
        "place:body",
        "kind:mental_health",
        "top:explicit",
        "top:explicit,place:body",
        "top:explicit,kind:mental_health",
        "set:explicit",
        "mark:babies.people",
        "mark:strength.action",
        "explicit&babies.people",
        "explicit&strength.action",
        "names:explicit",
        "babies.people>strength.action",
        "length:0",
        "first:babies",
        "last:wait",
    }
    assert found["words"] == {
        "[explicit]",
        "will",
        "wait",
        "[explicit] will",
        "will wait",
        "[explicit] will wait",
    }
    assert found["context"] == set()


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("We helped babies", None),
        ("We helped Babies", "0"),
        ("at the New Royal Babies Fund", "3"),
        ("at the Babies Fund", "1"),
    ],
)
def test_capitals_around_a_mention_tell_of_a_name(text: str, beside: str | None) -> None:
    """How many words beside it have a capital; nothing is seen at the beginning of a statement."""
    found = {name for name in features(text)["marks"] if name.startswith("capital:")}
    assert found == ({f"capital:explicit.{beside}"} if beside else set())
    assert not any(name.startswith("capital:") for name in features("Babies Fund")["marks"])


def test_a_document_of_no_known_kind_has_no_feature_of_one() -> None:
    """Nothing is learnt from a kind that nobody told."""
    found = features("Babies will wait", kind=None)["marks"]
    assert not any("kind:" in name for name in found)


def test_every_feature_of_an_age() -> None:
    """Its kind, its bounds by the edges that they do not pass, and whom it names."""
    found = features("0-2s")["marks"]
    assert {name for name in found if name.startswith(("age", "low", "high", "names"))} == {
        "age:band.0-24",
        "low:0",
        "high:24",
        "age:band.explicit",
        "names:explicit",
    }
    assert features("0-2s")["words"] == {"[age.band.explicit]"}


def test_an_age_that_is_not_sure_has_no_bounds() -> None:
    """Only its kind and whom it would name."""
    found = features("in the first year")
    assert "age:unsure.band.explicit" in found["marks"]
    assert "aside:age.unsure" in found["marks"] and "names:explicit" not in found["marks"]
    assert "top:nobody" in found["marks"]
    assert "[age.unsure.band.explicit]" in found["words"]


SEEN = [
    ("an aside", "Infant formula is dear", "aside:babies.things", True),
    ("an aside names nobody", "Infant formula is dear", "names:explicit", False),
    ("two named", "Babies and pupils", "set:explicit+older", True),
    ("the first in precedence", "Pupils and babies", "top:explicit", True),
    ("nobody", "The car park", "top:nobody", True),
    ("a year", "by 2027", "shape:year", True),
    ("a number", "40 cots", "shape:number", True),
    ("a year is no number", "by 2027", "shape:number", False),
    ("money", "£40 a head", "shape:£", True),
    ("a fragment", "a clinic", "shape:fragment", True),
    ("a sentence", "A clinic", "shape:fragment", False),
    ("a long one", "word " * 60, "length:7", True),
    ("the order of marks", "Excluded babies", "scope.shut>babies.people", True),
    ("not the other order", "Excluded babies", "babies.people>scope.shut", False),
    ("an age in the order", "Babies aged 0-2", "babies.people>age.band.explicit", True),
]


@pytest.mark.parametrize(("text", "name", "there"), [c[1:] for c in SEEN], ids=[c[0] for c in SEEN])
def test_a_statement_has_a_feature(text: str, name: str, there: bool) -> None:
    """Each thing that is seen has a short name."""
    assert (name in features(text)["marks"]) is there


def test_a_heading_lends_its_marks_and_its_words() -> None:
    """Under a letter of their own, and with how they go with the statement."""
    found = features("Two teams", heading="Babies aged 0-2")
    assert {
        "h.mark:babies.people",
        "h.names:explicit",
        "h.age:0-24",
        "h.top:explicit,top:nobody,place:body",
        "h.top:explicit,top:nobody,place:body,short",
    } <= found["marks"]
    assert found["context"] == {"h=[explicit]", "h=[age.band.explicit]"}


def test_column_heads_lend_theirs_too() -> None:
    """Heads of columns are read as one text."""
    found = features("40 | 12", place="table", columns=("Babies", "Pupils"))
    assert {"c.names:explicit", "c.names:older", "c.mark:stages.older"} <= found["marks"]
    assert found["context"] == {"c=[explicit]", "c=|", "c=[older]"}


def test_a_long_statement_is_not_called_short() -> None:
    """Only a statement of less than a dozen words leans on its heading for being short."""
    long = features("We will open two more teams in the north of the county", heading="Babies")
    assert "h.top:explicit,top:nobody,place:body" in long["marks"]
    assert "h.top:explicit,top:nobody,place:body,short" not in long["marks"]


def test_a_lead_in_stands_before_the_heading() -> None:
    """A list item is read with the sentence that opens its list."""
    passage = Passage("a clinic", "list", "Pupils", lead_in="For babies we will open:")
    marks = find_features(tiny.STAGE.see(passage))[0]
    assert "h.names:explicit" in marks and "h.names:older" not in marks


def test_features_stand_on_the_words_that_they_come_from() -> None:
    """The first place of each, as a half-open pair of word numbers."""
    marks, words, _ = find_features(tiny.see("Pupils wait; babies wait"))
    assert marks["names:explicit"] == (3, 4)
    assert marks["stages.older>babies.people"] == (0, 4)
    assert words["wait"] == (1, 2) and words["[explicit] wait"] == (3, 5)
    assert marks["place:body"] == (0, 0)


def test_an_empty_text_has_no_shape() -> None:
    """A statement of no words is seen without error."""
    found = features("")
    assert found["words"] == set() and "top:nobody" in found["marks"]


def test_precedence_is_that_of_the_guide() -> None:
    """Where several are named the first wins; being left out is no matter of naming."""
    assert PRECEDENCE == (
        "explicit",
        "early_years",
        "nominal",
        "older",
        "parental",
        "generic",
        "none",
    )


@pytest.mark.parametrize("left_out", ["", "[explicit]", "will", "will wait"])
def test_only_runs_of_learnt_words_are_looked_for(left_out: str) -> None:
    """What is learnt of a statement is the same as if all of its runs were looked up."""
    statement = tiny.see("Babies will wait, and will wait again.")
    every = set(find_features(statement)[1])
    learnt = {name for name in every if not left_out or f" {left_out} " not in f" {name} "}
    assert learnt & set(find_features(statement, learnt)[1]) == learnt
