"""What the name of a font tells."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf

ITEMS = ("Visits at home for all", "Groups for new parents")


def read(path: Path, name: str, sign: str) -> list[tuple[str, str]]:
    """Give place and text of the blocks of a list whose marks are letters in a font of some name."""
    lines = [
        f"{show(sign, 60, 700 - 20 * at, font='F2')}\n{show(item, 80, 700 - 20 * at)}"
        for at, item in enumerate(ITEMS)
    ]
    write_pdf(path, ["\n".join(lines)])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].Resources.Font.F2.BaseFont = pikepdf.Name(f"/{name}")
        document.save(path)
    found = read_document(path, Reading(ocr="off"))
    return [(block.place, found.text[block.start : block.end]) for block in found.blocks]


@pytest.mark.parametrize("name", ["ABCDEF+Wingdings-Regular", "Wingdings2", "ITCZapfDingbats"])
@pytest.mark.parametrize("sign", ["l", "F", "z"])
def test_a_letter_in_a_font_of_signs_is_a_bullet(tmp_path: Path, name: str, sign: str) -> None:
    """The page prints a dot or an arrow, whatever letter the file has for it."""
    assert read(tmp_path / "signs.pdf", name, sign) == [("list", item) for item in ITEMS]


def test_a_letter_in_a_font_of_letters_is_read(tmp_path: Path) -> None:
    """Though it stands alone at the start of a line."""
    found = read(tmp_path / "letters.pdf", "Courier-Bold", "F")
    assert " ".join(text for _, text in found).count("F ") == len(ITEMS)
