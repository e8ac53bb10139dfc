"""Text that is there and cannot be seen is told apart, and never text of the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.reading import read_document
from auditor.records import Document, Reading
from tests.document.pages import show, typeset, write_pdf

PLAIN = Reading(ocr="off")
SEEN = "\n".join(
    show(line, 60, 780 - 14 * at)
    for at, line in enumerate(
        ["We support children and their parents in every ward of the town."] * 3
    )
)


def read(path: Path, *contents: str) -> Document:
    """Read pages of the contents given."""
    return read_document(write_pdf(path / "page.pdf", list(contents)), PLAIN)


@pytest.mark.parametrize(
    ("content", "account"),
    [
        (show("Babies are named here unseen.", 60, 500, extra="3 Tr"), "invisible"),
        (show("Babies are named here unseen.", 60, 500, extra="1 g"), "white on white"),
        (show("Babies are named here unseen.", 700, 500), "outside the page"),
        (show("Babies are named here unseen.", 60, -40), "outside the page"),
    ],
    ids=["mode 3", "white", "right of the page", "below the page"],
)
def test_what_cannot_be_seen_is_no_text(tmp_path: Path, content: str, account: str) -> None:
    """Invisible words are left out of the text and accounted for with their page."""
    document = read(tmp_path, SEEN + "\n" + content)
    assert "Babies" not in document.text
    assert "support children" in document.text
    assert [(page, account in what) for page, what in document.hidden] == [(1, True)]


def test_white_on_colour_is_seen(tmp_path: Path) -> None:
    """White words on a coloured field are text like any other."""
    field = "q 0.1 0.2 0.5 rg 40 480 500 60 re f Q\n"
    document = read(
        tmp_path, SEEN + "\n" + field + show("Babies come first.", 60, 500, extra="1 g")
    )
    assert "Babies come first." in document.text
    assert document.hidden == ()


def test_a_rule_across_white_words_does_not_show_them(tmp_path: Path) -> None:
    """A dotted line of the page may run through words that nobody sees."""
    rule = "q 0.2 0.5 0 RG 2 w [2 6] 0 d 40 503 m 400 503 l S Q\n"
    document = read(tmp_path, SEEN + "\n" + rule + show("Babies unseen.", 60, 500, extra="1 g"))
    assert "Babies" not in document.text and len(document.hidden) == 1


@pytest.mark.parametrize("height", [841.89, 5000.0, 14400.0])
@pytest.mark.parametrize("below", [-5.0, 9.5, 9.9, 10.3])
def test_white_text_at_the_foot_of_any_page_stops_no_reading(
    tmp_path: Path, height: float, below: float
) -> None:
    """Its dots may lie below the last of the picture that shows whether it is seen."""
    page = write_pdf(
        tmp_path / "page.pdf",
        ["\n".join((SEEN, show("Babies are named here unseen.", 60, -below, extra="1 g")))],
        MediaBox=[0, 0, 595.276, height],
    )
    assert "support children" in read_document(page, PLAIN).text


def test_a_policy_painted_over_another_is_left_out(tmp_path: Path) -> None:
    """Of two texts on one place, the one painted first is not read."""
    under = "\n".join(
        show("The tobacco policy for babies of this province says otherwise.", 62, 700 - 14 * n)
        for n in range(4)
    )
    cover = "q 1 1 1 rg 50 600 500 120 re f Q"
    over = "\n".join(
        show("Newborn care is given in each of our district hospitals now.", 60, 701 - 14 * n)
        for n in range(4)
    )
    document = read(tmp_path, SEEN + "\n" + under + "\n" + cover + "\n" + over)
    assert "tobacco" not in document.text
    assert document.text.count("Newborn care") == 4
    assert "painted over" in document.hidden[0][1]


def test_bold_by_printing_twice_is_read_once(tmp_path: Path) -> None:
    """A line printed twice at nearly one place, to look bold, is one line."""
    document = read(tmp_path, show("Infants first.", 60, 500) + show("Infants first.", 60.4, 500))
    assert document.text == "Infants first."


def test_ordinary_layouts_hide_nothing(tmp_path: Path) -> None:
    """Tight lines, tables and notes are not taken for words that lie on each other."""
    body = "#set par(leading: 0.3em)\n" + "A line of the plan. " * 200
    body += "\n#table(columns: 3, " + ", ".join(f"[cell {n}]" for n in range(60)) + ")"
    document = read_document(typeset(tmp_path / "tight.pdf", body, columns=2), PLAIN)
    assert document.hidden == ()
