"""Drafts become one text whose spans quote it, under the headings above them."""

from __future__ import annotations

from auditor.document.flow.drafts import (
    PlainDraft,
    compose_plain,
    draft_of,
    plain_outline,
)
from auditor.document.flow.wording import Wording


def test_blocks_and_insertions_quote_the_text() -> None:
    """Empty drafts leave no trace, cells are joined by bars, spans move along."""
    drafts = [
        PlainDraft("body", ["One."]),
        PlainDraft("body", [" "]),
        PlainDraft("table", ["", ""]),
        draft_of("body", Wording("We will see.", ((3, 7),))),
        PlainDraft("table", ["Babies", "two."], columns=("Age", "Offer"), inserted=((9, 13),)),
    ]
    composed = compose_plain(drafts)
    texts = [composed.text[block.start : block.end] for block in composed.blocks]
    assert texts == ["One.", "We will see.", "Babies | two."]
    assert [composed.text[start:end] for start, end in composed.inserted] == ["will", "two."]
    assert composed.blocks[2].columns == ("Age", "Offer")


def test_headings_stand_above_what_follows_them() -> None:
    """A heading ends those of its own rank and of lower ones."""
    drafts = [
        PlainDraft("heading", ["A"], 1),
        PlainDraft("heading", ["B"], 3),
        PlainDraft("body", ["x"]),
        PlainDraft("heading", ["C"], 2),
        PlainDraft("body", ["y"]),
    ]
    plain_outline(drafts)
    assert [draft.section for draft in drafts if draft.place == "body"] == [("A", "B"), ("A", "C")]
