"""The stories of rich text: a note follows the paragraph that calls it."""

from __future__ import annotations

from auditor.document.office.rtf.state import State
from auditor.document.office.rtf.stories import Stories


def test_a_note_follows_the_paragraph_in_which_it_is_called() -> None:
    """And is known as one."""
    stories = Stories()
    stories.say("We see ", State())
    stories.begin("note", 1)
    stories.say("Since 2021.", State())
    stories.end()
    stories.say("babies.", State())
    stories.end_paragraph()
    drafts = stories.finish()
    assert [(str(one.cells[0]), one.is_note) for one in drafts] == [
        ("We see babies.", False),
        ("Since 2021.", True),
    ]


def test_hidden_text_is_kept_apart() -> None:
    """It is accounted for and not said."""
    stories = Stories()
    stories.say("Seen.", State())
    stories.say("Unseen.", State(is_hidden=True))
    stories.end_paragraph()
    assert [str(one.cells[0]) for one in stories.finish()] == ["Seen."]
    assert stories.account.hidden


def test_a_row_has_its_cells() -> None:
    """In the order in which they end."""
    stories = Stories()
    stories.begin_row()
    for text in ("0-2", "none"):
        stories.end_form()
        stories.paragraph.in_table = True
        stories.say(text, State())
        stories.end_cell()
    stories.end_row()
    assert [[str(cell) for cell in one.cells] for one in stories.finish()] == [["0-2", "none"]]
