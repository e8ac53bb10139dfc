"""The words of one paragraph of an OpenDocument file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from lxml import etree

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft
from auditor.document.office.opendocument.styles import Style, Styles
from auditor.document.office.opendocument.text import Changes, TextReader
from tests.document.office.files import ODF_NAMESPACES


class Nothing:
    """Reads nothing of what is anchored."""

    def note(self, element: Any) -> Iterable[PlainDraft]:
        """Read no note."""
        return ()

    def shape(self, element: Any) -> Iterable[PlainDraft]:
        """Read no drawing."""
        return ()


STYLES = Styles(
    {("text", "H"): Style("H", is_hidden=True), ("text", "S"): Style("S", is_struck=True)}
)
CHANGES = ({"in"}, {"out"})
CASES = [
    ("We see <text:span>every</text:span> baby.", [("We see every baby.", False)]),
    ("a<text:s text:c='2'/>b<text:tab/>c", [("a b c", False)]),
    ("See<text:span text:style-name='H'> no</text:span> baby.", [("See baby.", False)]),
    ("See<text:span text:style-name='S'> no</text:span> baby.", [("See baby.", False)]),
    (
        "We <text:change-start text:change-id='in'/>will<text:change-end text:change-id='in'/> see.",
        [("We", False), ("will", True), ("see.", False)],
    ),
    (
        "We <text:change-start text:change-id='out'/>never<text:change-end text:change-id='out'/>see.",
        [("We see.", False)],
    ),
]


@pytest.mark.parametrize(("inner", "wanted"), CASES, ids=[case[0][:30] for case in CASES])
def test_words_are_gathered_with_what_changes_made_of_them(
    inner: str, wanted: list[tuple[str, bool]]
) -> None:
    """Hidden, struck and deleted ones are left out."""
    tree = etree.fromstring(f"<text:p {ODF_NAMESPACES}>{inner}</text:p>")
    reader = TextReader(STYLES, Changes(*map(set, CHANGES)), Account(), Nothing())
    reader.read(tree)
    joined: list[tuple[str, bool]] = []
    for piece in reader.pieces:
        if joined and joined[-1][1] == piece.is_inserted:
            joined[-1] = (joined[-1][0] + piece.text, piece.is_inserted)
        else:
            joined.append((piece.text, piece.is_inserted))
    assert [(" ".join(text.split()), is_new) for text, is_new in joined if text.strip()] == wanted
