"""Bytes of rich text are letters by the encoding of their font."""

from __future__ import annotations

from auditor.document.office.rtf.letters import Letters


def test_a_font_has_the_encoding_of_its_character_set() -> None:
    """Others have that of the file, which is not set to what is not known."""
    letters = Letters()
    letters.set_charset(2, 204)
    letters.set_charset(3, 0)
    letters.set_encoding("cp99999")
    for font, text in ((2, "д"), (3, "ä"), (9, "ä")):
        letters.held += b"\xe4"
        assert letters.decoded(font) == text
    assert not letters.held
