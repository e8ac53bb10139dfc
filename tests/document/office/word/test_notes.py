"""Notes and comments of Word files."""

from __future__ import annotations

from auditor.document.flow.account import Account
from auditor.document.office.package import Package, Relation
from auditor.document.office.word.notes import read_comments, read_notes
from tests.document.office.files import para, part, zipped

NOTES = part(
    "w:footnotes",
    f'<w:footnote w:id="0" w:type="separator">{para("---")}</w:footnote>'
    f'<w:footnote w:id="1">{para("See page 4.")}</w:footnote>',
)


def test_a_note_is_given_where_it_is_called_first() -> None:
    """Lines that part notes from text are none, and neither is one that is missing."""
    notes = read_notes(Package(zipped({"word/footnotes.xml": NOTES})), {})
    assert "".join(notes.call("footnotes", "1").itertext()) == "See page 4."
    assert notes.call("footnotes", "1") is None
    assert notes.call("footnotes", "0") is None and notes.call("endnotes", "1") is None


def test_comments_are_noted_and_are_no_text() -> None:
    """What reviewers wrote stands in the account."""
    comments = part("w:comments", f'<w:comment w:id="1">{para("Really?")}</w:comment>')
    account = Account()
    relations = {"r1": Relation("comments", "word/comments.xml")}
    read_comments(Package(zipped({"word/comments.xml": comments})), relations, account)
    assert any("comment of a reviewer" in line for line in account.hidden)
