"""Lists of references, and what stands among them and speaks."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.document.structure.references import heads_references, settle_references
from auditor.records import Place


@dataclass
class Block:
    """A block as any format has it."""

    place: Place
    text: str
    style: tuple[float, bool] = (0.0, False)
    is_note: bool = False
    why: str = ""


ENTRY = "Moss, D. (2020) Who Is Left Out? Tarnbrook."


def settled(*blocks: Block) -> list[Place]:
    """Settle references and give the places."""
    settle_references(blocks)
    return [block.place for block in blocks]


def test_entries_under_their_heading_are_set_aside() -> None:
    """And a sentence that speaks is not, nor what follows the next heading."""
    assert settled(
        Block("heading", "Sources", (14.0, True)),
        Block("body", "Tarn Vale Council (2023) What Babies Need."),
        Block("body", "Children under five are not seen by this service."),
        Block("body", "Department for Learning, Starting Well, 2019, p. 4."),
        Block("heading", "Next", (14.0, True)),
        Block("body", "We will visit every baby."),
    ) == ["heading", "reference", "body", "reference", "heading", "body"]


def test_prose_under_evidence_base_is_read() -> None:
    """A heading alone sets nothing aside."""
    assert settled(
        Block("heading", "Evidence base", (14.0, True)),
        Block("body", "Early relationships shape the brain, and babies are seldom seen."),
    ) == ["heading", "body"]


def test_notes_that_cite_are_set_aside() -> None:
    """And those that speak are read."""
    assert settled(
        Block("body", "1 " + ENTRY, is_note=True),
        Block("body", "2 Ages are given in years.", is_note=True),
    ) == ["reference", "body"]


def test_what_heads_references() -> None:
    """Annexes and numbers before it make no difference."""
    assert heads_references("Annex B: References") and heads_references("6. Notes and sources")
    assert not heads_references("Our sources of income will grow")
