"""Paragraphs are cut into sentences, documents into passages."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.text.sentences import SentenceSplitter, trimmed
from auditor.records import Block, Document, Place, Words
from auditor.rules import Rules

SPLITTER = SentenceSplitter(Rules.read(weighed=False).language("en").small_words)

PARAGRAPHS: list[tuple[str, list[str]]] = [
    ("two sentences", ["Babies wait.", "We will act."]),
    ("a question", ["Who is seen?", "Babies are."]),
    ("an exclamation", ["0–2s come first!", "We mean it."]),
    ("a title", ["Dr. Hart spoke.", "She was heard."]),
    ("an initial", ["A. Hart spoke.", "She was heard."]),
    ("for example", ["It costs £1.8m, e.g. for staff.", "0–2s come first!"]),
    ("a page number", ["We will act (see p. 4).", "It is late."]),
    ("a number follows No.", ["It is action No. 4 of ten.", "It is late."]),
    ("no as a word", ["We said no.", "They agreed."]),
    ("a quotation", ["Dr. Hart asked, “Why wait?”", "We will act."]),
    ("a question inside", ["“Why wait?” she asked.", "We will act."]),
    ("an open bracket", ["We act (babies wait. They must not) now.", "It is late."]),
    ("a footnote mark", ["Babies wait.14", "We will act."]),
    ("a superscript", ["Babies wait.³", "We will act."]),
    ("et cetera at the end", ["We see babies, toddlers, etc.", "They thrive."]),
    ("a decimal", ["It rose by 2.5 per cent.", "It will rise again."]),
    ("a decimal before capitals", ["It is a team of 4.2 WTE, formed last year.", "It grows."]),
    ("a numbered paragraph", ["4.2 The Trust will act.", "It is late."]),
    ("a footnote mark after a year", ["It opened in 2019.3", "The ward closed."]),
    ("a numbered item", ["3. Access for babies will grow.", "It is late."]),
    ("a small letter follows", ["We act vs. them in all."]),
    ("a sum follows", ["We act.", "£2m is set aside."]),
    ("no stop at the end", ["Babies wait.", "We act"]),
]


@pytest.mark.parametrize("sentences", [c[1] for c in PARAGRAPHS], ids=[c[0] for c in PARAGRAPHS])
def test_a_paragraph_is_cut_at_the_ends_of_sentences(sentences: list[str]) -> None:
    """A stop ends a sentence unless it stands in an abbreviation, a number or a bracket."""
    text = " ".join(sentences)
    assert [text[a:b] for a, b in SPLITTER.split(text)] == sentences


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="Ab .?!()”“1³,\n", max_size=60))
def test_sentences_cover_a_paragraph_and_never_overlap(text: str) -> None:
    """Every character outside white space stands in exactly one sentence, in order."""
    spans = list(SPLITTER.split(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))


LEAD_INS = [
    ("a colon", "We will open:", True),
    ("to", "The board agreed to", True),
    ("a full stop", "We will act.", False),
    ("a space behind", "We will: ", True),
]


@pytest.mark.parametrize(("text", "opens"), [c[1:] for c in LEAD_INS], ids=[c[0] for c in LEAD_INS])
def test_a_sentence_that_leads_into_a_list_is_told(text: str, opens: bool) -> None:
    """Its last word or sign tells."""
    assert SPLITTER.opens_list(text) is opens


def test_spaces_at_the_ends_are_trimmed() -> None:
    """A span of spaces is none."""
    assert list(trimmed("  a b ", 0, 6)) == [(2, 5)]
    assert list(trimmed("   ", 0, 3)) == []


def made(*blocks: tuple[str, Place, tuple[str, ...]], **more: Any) -> Document:
    """Lay out a document of blocks: text, place, section."""
    text, laid = "", []
    for words, place, section in blocks:
        laid.append(Block(len(text), len(text) + len(words), place, section))
        text += words + "\n"
    return Document("a.txt", "", "A plan", text, (), tuple(laid), Words(), **more)


def test_passages_know_their_heading_and_what_opens_their_list() -> None:
    """A heading stands under the one above it; a list item is read with the sentence before it."""
    document = made(
        ("Babies", "heading", ("Plan", "Babies")),
        ("They wait. We will:", "body", ("Plan", "Babies")),
        ("open a clinic", "list", ("Plan", "Babies")),
        ("Money", "heading", ("Plan", "Money")),
        ("for staff", "list", ("Plan", "Money")),
    )
    found = [(p.text, p.heading, p.lead_in) for p in SPLITTER.passages(document, "mental_health")]
    assert found == [
        ("Babies", "Plan", None),
        ("They wait.", "Babies", None),
        ("We will:", "Babies", None),
        ("open a clinic", "Babies", "We will:"),
        ("Money", "Plan", None),
        ("for staff", "Money", None),
    ]


def test_rows_and_running_lines_come_whole() -> None:
    """A row of cells and a line of furniture are one passage each, however many stops they hold."""
    row, line = "Babies. Toddlers. | 40. Mothers. | None", "A plan. 2027. Draft."
    document = made((row, "table", ()), (line, "running", ()))
    assert [p.text for p in SPLITTER.passages(document, "mental_health")] == [row, line]


def test_a_long_list_item_is_cut_into_its_sentences() -> None:
    """A short item is one passage, a paragraph with a bullet several."""
    short, long = "Babies. And toddlers.", "We see babies here. " * 12
    document = made((short, "list", ()), (long.strip(), "list", ()))
    found = [p.text for p in SPLITTER.passages(document, "mental_health")]
    assert found == [short] + ["We see babies here."] * 12


def test_passages_quote_the_document_and_carry_its_language_and_kind() -> None:
    """A passage stands at its offset; what is known of the document goes with it."""
    document = made(("Babies wait.  We act.", "body", ()), language="cy")
    passages = list(SPLITTER.passages(document, "health"))
    assert all(document.text[p.start : p.start + len(p.text)] == p.text for p in passages)
    assert {(p.language, p.kind) for p in passages} == {("cy", "health")}
