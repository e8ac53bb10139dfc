"""The words of one paragraph of a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from lxml import etree

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft
from auditor.document.office.word.fields import Fields
from auditor.document.office.word.styles import Styles
from auditor.document.office.word.text import Gathered, TextReader
from tests.document.office.files import para, part, run


@dataclass
class Noted:
    """What was called within a paragraph."""

    calls: list[tuple[str, str]] = field(default_factory=list)

    def note(self, kind: str, id: str) -> Iterable[PlainDraft]:
        """Keep what is called."""
        self.calls.append((kind, id))
        return ()

    def shape(self, element: Any) -> Iterable[PlainDraft]:
        """Read no shapes."""
        return ()


def gathered(inner: str, noted: Noted | None = None) -> Gathered:
    """Read one paragraph."""
    tree = etree.fromstring(part("w:body", para(inner)).encode())
    return TextReader(Styles(), Fields(), Account(), noted or Noted()).read(tree[0])


def said(inner: str) -> str:
    """Return the words of a paragraph, blanks as one."""
    return " ".join("".join(piece.text for piece in gathered(inner).pieces).split())


CASES = [
    (run("We see ") + run("babies."), "We see babies."),
    (f"<w:hyperlink>{run('a link')}</w:hyperlink>", "a link"),
    (run("one") + "<w:r><w:tab/></w:r>" + run("two"), "one two"),
    (run("five") + "<w:r><w:noBreakHyphen/></w:r>" + run("year"), "five-year"),
    (run("We see ") + run("no ", "<w:vanish/>") + run("babies."), "We see babies."),
    (run("We see ") + "<w:del><w:r><w:delText>no </w:delText></w:r></w:del>" + run("babies."), "We see babies."),
    (f"<w:smartTag><w:smartTag>{run('nested')}</w:smartTag></w:smartTag>", "nested"),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "words"), CASES, ids=[case[1] for case in CASES])
def test_words_are_gathered_whatever_holds_them(inner: str, words: str) -> None:
    """Hidden and deleted ones are not."""
    assert said(inner) == words


def test_open_insertions_are_marked() -> None:
    """Their words are read, and known as inserted."""
    pieces = gathered(run("We will ") + f"<w:ins>{run('never')}</w:ins>").pieces
    assert [(piece.text, piece.is_inserted) for piece in pieces if piece.text.strip()] == [
        ("We will ", False),
        ("never", True),
    ]


def test_a_call_asks_for_its_note() -> None:
    """Where it stands."""
    noted = Noted()
    gathered(run("Babies") + '<w:r><w:footnoteReference w:id="3"/></w:r>', noted)
    assert noted.calls == [("footnotes", "3")]


OWN = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>{}</w:t></w:r>'


@pytest.mark.parametrize(
    ("words", "read"), [("*", ""), ("* We will fund a team.", "* We will fund a team.")]
)
def test_a_mark_of_its_own_is_short(words: str, read: str) -> None:
    """A run that calls a note by a mark and says more is read, and its note too."""
    noted = Noted()
    pieces = gathered(OWN.format(words), noted).pieces
    assert ("".join(piece.text for piece in pieces), noted.calls) == (read, [("footnotes", "3")])
