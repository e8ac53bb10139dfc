"""Words gathered piece by piece keep which of them were inserted."""

from __future__ import annotations

import pytest

from auditor.document.flow.wording import Piece, Wording, ending, fold, is_note_mark, join

NO, YES = False, True
CASES: list[tuple[str, list[tuple[str, bool]], str, list[str]]] = [
    ("plain", [("a  b", NO)], "a b", []),
    ("inserted word", [("We will ", NO), ("not", YES), (" wait", NO)], "We will not wait", ["not"]),
    ("two words are one span", [("a ", NO), ("b c", YES)], "a b c", ["b c"]),
    ("half a word marks the word", [("under", NO), ("-twos", YES)], "under-twos", ["under-twos"]),
    ("apart", [("a", YES), (" b ", NO), ("c", YES)], "a b c", ["a", "c"]),
    ("inserted blanks are nothing", [("a", NO), ("  ", YES), ("b", NO)], "a b", []),
    ("soft hyphens go", [("in\xadfants", YES)], "infants", ["infants"]),
]


@pytest.mark.parametrize(
    ("pieces", "text", "inserted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_folding_keeps_words_and_insertions(
    pieces: list[tuple[str, bool]], text: str, inserted: list[str]
) -> None:
    """White space is folded, and the spans of inserted words quote those words."""
    wording = fold([Piece(*piece) for piece in pieces])
    assert wording.text == text
    assert [text[start:end] for start, end in wording.inserted] == inserted


def test_joining_moves_the_spans() -> None:
    """Spans of joined wordings still quote the words that were inserted."""
    parts = [Wording("a b"), Wording(""), Wording("c new", ((2, 5),))]
    joined = join(parts, " | ")
    assert joined.text == "a b | c new"
    assert [joined.text[start:end] for start, end in joined.inserted] == ["new"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [("• train staff", "train staff"), ("o train", "train"), ("A plan", "A plan"), ("-", "-")],
)
def test_a_typed_bullet_is_no_word(text: str, bare: str) -> None:
    """A bullet that was typed is taken off, and the spans move along."""
    wording = Wording(text, ((2, len(text)),) if bare != text else ())
    found = wording.without_bullet()
    assert found.text == bare
    assert all(found.text[start:end] == bare for start, end in found.inserted)


@pytest.mark.parametrize(
    ("before", "raised", "is_mark"),
    [
        ("84 km", "2", False),
        ("40 m", "3", False),
        ("per m", "2", False),
        ("R", "2", False),
        ("4 × 10", "6", False),
        ("Orme", "2", True),
        ("form", "3", True),
        ("84 km", "12", True),
        ("in 2010", "6", True),
    ],
)
def test_a_power_is_no_mark_of_a_note(before: str, raised: str, is_mark: bool) -> None:
    """Raised figures after a length, a coefficient or ten times something belong to it."""
    assert is_note_mark(raised, before) is is_mark


def test_the_end_of_pieces() -> None:
    """The last letters of pieces are told however they are cut."""
    assert ending([Piece("84"), Piece(" k"), Piece("m")]) == "84 km"
