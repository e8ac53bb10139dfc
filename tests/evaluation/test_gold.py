"""Gold sets are read line by line, each mistake with its file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.errors import UsageError
from auditor.evaluation.gold import passage_of, read_gold, read_passages

GOOD: dict[str, Any] = {
    "id": "g-1",
    "text": "Babies | 40",
    "heading": "Needs",
    "place": "table",
    "lang": "en",
    "reach": "explicit",
    "topic": "mental",
    "strength": 2,
    "criteria": ["data"],
    "note": "pair 03: a count",
    "columns": ["Group", "Seen"],
    "document": {"name": "plan.pdf", "kind": "health"},
}


def written(folder: Path, *lines: str) -> Path:
    """A gold set of some lines."""
    file = folder / "gold.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    return file


def test_a_line_is_read_with_all_that_it_is_judged_by(tmp_path: Path) -> None:
    """Place, heading, column heads, language and kind of document."""
    (one,) = read_gold(written(tmp_path, json.dumps(GOOD), ""))
    passage = one.passage
    assert (passage.text, passage.place, passage.heading) == ("Babies | 40", "table", "Needs")
    assert (passage.columns, passage.kind) == (("Group", "Seen"), "health")
    assert (one.reach, one.topic, one.strength, one.criteria) == (
        "explicit",
        "mental",
        2,
        ("data",),
    )
    assert (one.source, one.stratum, one.length) == (
        "gold",
        "pair of near-copies",
        "up to 12 words",
    )


MISTAKES = [
    ("no JSON", "{", "JSON"),
    ("no object", "[1]", "no statement"),
    ("no text", json.dumps({"id": "x"}), "no statement"),
    ("an unknown reach", json.dumps({**GOOD, "reach": "babies"}), "reach is"),
    ("no reach", json.dumps({**GOOD, "reach": None}), "reach is null"),
    ("an unknown topic", json.dumps({**GOOD, "topic": "both"}), "topic is"),
    ("a strength too high", json.dumps({**GOOD, "strength": 5}), "strength is 5"),
    ("an unknown place", json.dumps({**GOOD, "place": "cover"}), "place is"),
    ("an unknown kind", json.dumps({**GOOD, "document": {"kind": "novel"}}), "kind is"),
]


@pytest.mark.parametrize(("line", "words"), [c[1:] for c in MISTAKES], ids=[c[0] for c in MISTAKES])
def test_a_wrong_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    """File and line, what is wrong, and what it must be."""
    file = written(tmp_path, json.dumps(GOOD), line)
    with pytest.raises(UsageError) as caught:
        read_gold(file)
    assert caught.value.place == f"{file}:2"
    assert words in caught.value.message and caught.value.remedy


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    """It is missing, or no text."""
    with pytest.raises(UsageError, match="cannot read"):
        read_gold(tmp_path / "nowhere.jsonl")
    (tmp_path / "gold.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="UTF-8"):
        read_gold(tmp_path / "gold.jsonl")


def test_statements_to_be_labelled_need_only_their_text(tmp_path: Path) -> None:
    """What is not said is taken for body text of a document of no known kind."""
    ((record, passage),) = read_passages(written(tmp_path, '{"text": "Babies wait."}'))
    assert record == {"text": "Babies wait."}
    assert (passage.place, passage.heading, passage.columns) == ("body", None, ())
    assert passage_of({"text": "Babies wait.", "place": ""}, "x").place == "body"


def test_a_line_may_name_the_questions_that_it_teaches(tmp_path: Path) -> None:
    """All where it names none; one that nobody asks is refused with its line."""
    file = written(tmp_path, json.dumps(GOOD), json.dumps({**GOOD, "teaches": ["topic"]}))
    assert [one.teaches for one in read_gold(file)] == [(), ("topic",)]
    with pytest.raises(UsageError, match='teaches is "colour"') as error:
        read_gold(written(tmp_path, json.dumps({**GOOD, "teaches": ["colour"]})))
    assert str(error.value.place).endswith("gold.jsonl:1")
