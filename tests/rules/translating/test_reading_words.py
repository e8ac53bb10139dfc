"""What reading says of a file is said again in the language of a report."""

from __future__ import annotations

import pytest

from auditor.document.attachments import LISTED
from auditor.document.ocr.pictures import NO_TIME, SWITCHED_OFF, WORDS
from auditor.document.ocr.recognition import FAILED
from auditor.document.ocr.recognition import NO_TIME as NO_TEXT_NO_TIME
from auditor.document.office.drawing import PICTURE
from auditor.document.office.workbook import NO_VALUE
from auditor.document.page import LETTERS
from auditor.document.pdf.pdfium.annotations import NOTES
from auditor.document.pdf.pdfium.extraction import A_COMMENT
from auditor.document.pdf.text_quality import NO_MEANING, NO_TEXT
from auditor.document.pdf.unread_pages import NO_ENGINE
from auditor.rules.translating.reading_words import reading_words
from auditor.rules.translating.shared_texts import shared_texts

SAID = (
    *(LISTED, NO_TIME, SWITCHED_OFF, WORDS, FAILED, NO_TEXT_NO_TIME, PICTURE, NO_VALUE),
    *(LETTERS, *NOTES.values(), A_COMMENT, NO_MEANING, NO_TEXT, NO_ENGINE),
)


@pytest.mark.parametrize("said", sorted(set(SAID)))
def test_every_sentence_of_reading_has_its_welsh(said: str) -> None:
    """The sentences stand in the code that reads, so the table must follow it word for word."""
    assert said in shared_texts("wording")["unread"].values()
    assert reading_words(said, "cy") != said
    assert reading_words(said) == said


def test_a_sentence_within_a_sentence_is_said_again_too() -> None:
    """What stands in braces is kept where it is a name or words of the document."""
    said = reading_words(f"{NO_TEXT}, and {NO_ENGINE}", "cy")
    assert said.startswith(reading_words(NO_TEXT, "cy")) and "no OCR" not in said
    assert reading_words("3 words white on white: hidden text", "cy") == (
        "3 gair gwyn ar wyn: hidden text"
    )
    assert reading_words("picture with words in plan.pdf", "cy") == "llun â geiriau yn plan.pdf"


def test_what_no_sentence_fits_stays_as_it_is() -> None:
    """A message of a library, or of a language without the table."""
    assert reading_words("Error 17", "cy") == "Error 17"
    assert reading_words(NO_TEXT, "xx") == NO_TEXT
