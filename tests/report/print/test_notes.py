"""What the pop-ups of the annotated copy say."""

from __future__ import annotations

from auditor.report.print.annotated_copy import TINTS
from auditor.report.print.notes import fill_text, key_text, note_text
from auditor.report.story.names import names
from tests.builders import rich_audit, rules


def test_a_note_says_why_its_statement_is_marked() -> None:
    """Label, question with its level, and the number by which to contest it."""
    one = rich_audit()
    team = next(each for each in one.statements if "parent-infant team" in each.text)
    told = note_text(team, one, rules())
    assert told.startswith("Names babies, mental health, strength 3 (action)")
    assert "Answers: Specialised help for babies and their parents" in told
    assert f"Statement {team.id}" in told


def test_the_key_names_every_colour_with_its_count() -> None:
    """Colour is never all that tells statements apart."""
    told = key_text(rich_audit(), rules(), TINTS)
    for tint in TINTS.values():
        assert tint.name.capitalize() in told
    assert "not yet checked by a person" in told.lower()
    checked = key_text(rich_audit(), rules(), TINTS, checked=True)
    assert "not yet checked" not in checked.lower()


def test_text_of_a_document_is_never_run() -> None:
    """What looks like a template in a value stays text; what hides is written out."""
    made = fill_text(
        "annotation-key.txt.j2",
        verdict="{{ 7*7 }}\u202e",
        tints={},
        tool=rich_audit().tool,
        names=names(rules().rubric),
        unchecked="",
    )
    assert "{{ 7*7 }}[U+202E]" in made
