"""The language stage put together: a document in, judged statements out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from auditor.errors import TimedOutError
from auditor.language.statements import find_statements, judge, judge_all
from auditor.records import Block, Document, Page, Passage, Place, Words
from auditor.rules import Rules
from tests.language import tiny


@pytest.fixture(scope="module")
def small() -> Rules:
    """Rules of the tiny language."""
    language = replace(tiny.language(tiny.weights()), sha256="statements")
    return replace(Rules.read(weighed=False), languages={"en": language})


def made(*blocks: tuple[str, Place], **more: Any) -> Document:
    """Lay out a document of blocks, each with its place."""
    text, laid = "", []
    for words, place in blocks:
        laid.append(Block(len(text), len(text) + len(words), place, ("Plan",), ("a", "")))
        text += words + "\n"
    return Document("a.txt", "", "A plan", text, (), tuple(laid), Words(), **more)


PLAN = made(
    ("A plan for babies", "heading"),
    ("Babies wait. They will be seen.", "body"),
    ("babies | 40", "table"),
    ("Babies  wait.", "body"),
    ("babies wait.", "list"),
    ("Babies", "running"),
)


def test_every_statement_quotes_the_document_in_reading_order(small: Rules) -> None:
    """Statements are numbered, stand at their offsets and never overlap."""
    found = find_statements(PLAN, small)
    assert [one.id for one in found] == [f"s{n:04d}" for n in range(1, 8)]
    assert all(PLAN.text[one.start : one.end] == one.text for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [one.place for one in found] == [
        "heading",
        "body",
        "body",
        "table",
        "body",
        "list",
        "running",
    ]


def test_a_statement_is_judged_as_its_passage_is(small: Rules) -> None:
    """With its place, the heading that it stands under and the kind of document."""
    found = find_statements(PLAN, small)
    assert found[1].judgement == judge(
        Passage("Babies wait.", heading="Plan", kind=PLAN.kind, in_document=True), small
    )
    assert (found[1].reach, found[6].reach) == ("explicit", "none")


def test_a_statement_repeated_word_for_word_names_the_first(small: Rules) -> None:
    """Spaces and capitals make no difference, the place does."""
    found = find_statements(PLAN, small)
    assert found[4].repeat_of == "s0002"
    assert found[5].repeat_of is None and found[1].repeat_of is None


def test_rows_keep_the_heads_of_their_columns(small: Rules) -> None:
    """So that a report can show them."""
    assert find_statements(PLAN, small)[3].columns == ("a", "")


def test_an_empty_document_has_no_statements(small: Rules) -> None:
    """Nothing in, nothing out."""
    assert find_statements(made(), small) == ()


def test_words_that_were_recognised_in_a_picture_are_told(small: Rules) -> None:
    """A statement on such a page says so; one in a document without pages does not."""
    from array import array

    words = Words(array("L", [0]), array("L", [6]), array("L", [1]), array("f", [0, 0, 9, 9]))
    page = Page(1, "1", 100, 100, 1, ocr=True)
    document = replace(made(("Babies wait.", "body")), pages=(page,), words=words)
    assert [one.ocr for one in find_statements(document, small)] == [True]
    plain = replace(document, pages=(replace(page, ocr=False),))
    assert [one.ocr for one in find_statements(plain, small)] == [False]


def test_passages_are_judged_one_by_one(small: Rules) -> None:
    """All of them, in order, each as it would be alone."""
    passages = [Passage("Babies wait."), Passage("Pupils wait.")]
    assert list(judge_all(passages, small)) == [judge(one, small) for one in passages]


def test_judging_ends_when_its_time_is_up(small: Rules) -> None:
    """With a sentence that says how to go on; time enough changes nothing."""
    with pytest.raises(TimedOutError, match="longer than 0 seconds to judge") as caught:
        find_statements(PLAN, small, seconds=0)
    assert "--timeout" in caught.value.remedy and caught.value.place == "a.txt"
    assert find_statements(PLAN, small, seconds=60) == find_statements(PLAN, small)
