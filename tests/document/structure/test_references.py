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


def test_a_sentence_that_says_what_is_intended_is_read() -> None:
    """Though it stands above entries, under a heading of theirs."""
    assert settled(
        Block("heading", "Further reading", (14.0, True)),
        Block("body", "The partnership intends to publish a reading list for new parents."),
        Block("body", ENTRY),
    ) == ["heading", "body", "reference"]


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


def test_a_heading_set_like_text_heads_a_list_that_cites() -> None:
    """It may run into the first entry; a word on references heads nothing."""
    assert settled(
        Block("body", "References"),
        Block("body", ENTRY),
        Block("body", "We will visit every baby."),
    ) == ["body", "reference", "body"]
    assert settled(
        Block("body", f"References {ENTRY}"), Block("body", "Igwe, N. (2019) Seen. Tarnbrook.")
    ) == ["reference", "reference"]
    assert settled(Block("body", "References"), Block("body", "We will visit.")) == ["body", "body"]


def test_an_entry_whose_title_is_a_sentence_stands_between_others() -> None:
    """Under "References" it is set aside; prose is not, nor such a line under "Notes"."""
    blocks = [
        ("list", "1. Dale PR, Igwe NK. Who is left out? Tarnbrook 2020;1:2-9."),
        ("list", "2. Tarn Vale Council. What do babies need and who is to give it? 2021."),
        ("list", "3. Moss DA, Dale PR. Seen and heard. Tarnbrook 2021;4:7-9."),
        ("list", "4. In 2021 we were not able to visit any baby of this ward."),
        ("list", "5. Moss DA, Dale PR. Heard. Tarnbrook 2022;4:7-9."),
        ("body", "Vale ICB, with all its partners, will visit every baby at home."),
        ("list", "6. Moss DA, Dale PR. Seen again. Tarnbrook 2023;4:7-9."),
    ]
    kept = ["reference", "reference", "reference", "list", "reference", "body", "reference"]
    for name in ("References", "Notes"):
        heading = Block("heading", name, (14.0, True))
        found = settled(heading, *(Block(place, text) for place, text in blocks))  # type: ignore[arg-type]
        assert found[1:] == (kept if name == "References" else ["reference", "list", *kept[2:]])


def test_an_appendix_ends_a_list() -> None:
    """Though its title is set like text; what it holds is read."""
    assert settled(
        Block("heading", "References", (14.0, True)),
        Block("body", ENTRY),
        Block("body", "Appendix 2: What to write down"),
        Block("list", "Each visit as the national data set of 2015 has it"),
        Block("body", "Moss D. Seen. Tarnbrook; 2020."),
    ) == ["heading", "reference", "body", "list", "body"]


def test_many_authors_open_an_entry() -> None:
    """Wherever it stands."""
    assert settled(
        Block("body", "Moss, D., Dale-Igwe, P. R., Ærø, Å., & Ash, K. (2021). Seen. Tarnbrook."),
        Block("body", "Moss, Dale and Ash (2021) say that babies are seen."),
    ) == ["reference", "body"]
