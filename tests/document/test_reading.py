"""What is read of real layouts: sentences whole, tables row by row, furniture set aside."""

from __future__ import annotations

import random
from pathlib import Path

import pdfplumber
import pytest

from auditor.document.reading import read_document
from auditor.records import Document, Reading
from tests.document.pages import (
    column_lines,
    make_paragraphs,
    make_sentences,
    show,
    typeset,
    typeset_paragraphs,
    write_pdf,
)

PLAIN = Reading(ocr="off")


def running_text(document: Document) -> str:
    """Join what counts as text, paragraph by paragraph."""
    return "\n".join(texts(document, "body", "list", "heading"))


def texts(document: Document, *places: str) -> list[str]:
    """Give the text of every block of the places named."""
    return [document.text[b.start : b.end] for b in document.blocks if b.place in places]


def share_whole(document: Document, sentences: list[str]) -> float:
    """Give the share of true sentences that stand whole in one block."""
    text = running_text(document)
    return sum(sentence in text for sentence in sentences) / len(sentences)


@pytest.mark.parametrize(("columns", "floor"), [(1, 0.99), (2, 0.98), (3, 0.95)])
@pytest.mark.parametrize("seed", [11, 12])
def test_sentences_come_out_whole(tmp_path: Path, columns: int, floor: float, seed: int) -> None:
    """Justified, hyphenated columns over several pages keep their sentences."""
    sentences = make_sentences(260, seed)
    path = typeset_paragraphs(
        tmp_path / "plan.pdf", make_paragraphs(sentences, seed), columns=columns
    )
    assert share_whole(read_document(path, PLAIN), sentences) >= floor


@pytest.mark.parametrize("order", ["rows", "random"])
@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("seed", [5, 951])
def test_a_shuffled_stream_is_read_in_columns(
    tmp_path: Path, order: str, columns: int, seed: int
) -> None:
    """A file that paints its lines in no reading order is read column by column."""
    sentences = make_sentences(34, seed)
    paragraphs = make_paragraphs(sentences, seed)
    size = -(-len(paragraphs) // columns)
    width = {2: 44, 3: 28}[columns]
    lines: list[str] = []
    for column in range(columns):
        part = paragraphs[column * size : (column + 1) * size]
        lines += column_lines(part, 50 + column * (520 / columns), width=width)
    if order == "random":
        random.Random(3).shuffle(lines)
    else:
        lines.sort(key=lambda line: -float(line.split(" Td")[0].split()[-1]))
    document = read_document(write_pdf(tmp_path / "mixed.pdf", ["\n".join(lines)]), PLAIN)
    assert share_whole(document, sentences) >= 0.95


def test_running_heads_and_page_numbers_are_set_aside(tmp_path: Path) -> None:
    """What stands at the head and foot of every page is never body text."""
    path = typeset_paragraphs(
        tmp_path / "plan.pdf", make_paragraphs(make_sentences(200, 3), 3), columns=1
    )
    document = read_document(path, PLAIN)
    assert len(document.pages) >= 4
    assert "Draft for the board" not in running_text(document)
    assert sum("Draft for the board" in text for text in texts(document, "running")) == len(
        document.pages
    )
    reasons = [block.why for block in document.blocks if block.place == "running"]
    assert all(reasons)


def test_ruled_tables_are_read_as_pdfplumber_reads_them(tmp_path: Path) -> None:
    """At least 98 of 100 cells of ruled tables equal those of pdfplumber, row by row."""
    chance = random.Random(8)
    words = [
        "infants",
        "Teams",
        "in",
        "place",
        "2027",
        "£1.4m",
        "none",
        "Council",
        "NHS",
        "trust",
        "by",
        "April",
        "weekly",
        "first",
        "visits",
    ]
    rows = [
        [" ".join(chance.choices(words, k=chance.randint(1, 9))) for _ in range(4)]
        for _ in range(60)
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    table = (
        f"#table(columns: (2fr, 1fr, 1fr, 1fr), [*Action*], [*Owner*], [*Cost*], [*When*], {cells})"
    )
    path = typeset(tmp_path / "table.pdf", table)
    truth = [
        " ".join(cell.replace("\xad\n", "").split()) for row in _plumbed_rows(path) for cell in row
    ]
    document = read_document(path, PLAIN)
    blocks = [block for block in document.blocks if block.place == "table"]
    found = [cell for b in blocks for cell in document.text[b.start : b.end].split(" | ")]
    assert len(truth) == 240
    assert sum(a == b for a, b in zip(truth, found, strict=True)) >= 0.98 * len(truth)
    assert {block.columns for block in blocks} == {("Action", "Owner", "Cost", "When")}


def _plumbed_rows(path: Path) -> list[list[str]]:
    """Read the rows of all tables with pdfplumber, heads left out."""
    with pdfplumber.open(path) as document:
        rows = [row for page in document.pages for table in page.extract_tables() for row in table]
    # pdfplumber leaves the hyphens at which words were cut; they are no part of the cell
    return [[cell or "" for cell in row] for row in rows if row[0] != "Action"]


def test_lists_footnotes_and_outline(tmp_path: Path) -> None:
    """Items stand alone without bullets, notes that cite are references, headings make sections."""
    body = """
= Our promise
We will do three things:
- open two parent-infant teams
- train every health visitor
- publish what we find each year
== How we will know
Half of families wait too long.#footnote[Moss, D. (2020) _Who Waits?_ Northgate Press, p. 14.]
We will count again in 2027.
"""
    document = read_document(typeset(tmp_path / "plan.pdf", body), PLAIN)
    assert texts(document, "list") == [
        "open two parent-infant teams",
        "train every health visitor",
        "publish what we find each year",
    ]
    assert "Half of families wait too long. We will count again in 2027." in running_text(document)
    assert "Northgate" not in running_text(document)
    assert any("Northgate Press" in text for text in texts(document, "reference"))
    last = next(b for b in document.blocks if document.text[b.start : b.end].startswith("Half of"))
    assert last.section == ("Our promise", "How we will know")


def test_contents_pages_are_set_aside(tmp_path: Path) -> None:
    """The lines of a contents page are no statements; the headings they point to are."""
    body = "#outline()\n#pagebreak()\n" + "\n".join(
        f"= Babies and their needs {n}\n" + " ".join(make_sentences(9, n)) for n in range(8)
    )
    document = read_document(typeset(tmp_path / "plan.pdf", body), PLAIN)
    assert len(texts(document, "toc")) >= 8
    assert len([text for text in texts(document, "heading") if text.startswith("Babies")]) == 8


def test_every_word_knows_its_place(tmp_path: Path) -> None:
    """Each block of a page has boxes on that page, inside it, and its words quote the text."""
    path = typeset_paragraphs(
        tmp_path / "p.pdf", make_paragraphs(make_sentences(80, 9), 9), columns=2
    )
    document = read_document(path, PLAIN)
    words = document.words
    assert len(words.boxes) == 4 * len(words.starts)
    quoted = {document.text[s:e] for s, e in zip(words.starts, words.ends, strict=True)}
    assert all(word and " " not in word for word in quoted)
    for block in document.blocks:
        for page, (x0, top, x1, bottom) in words.lines(block.start, block.end):
            shape = document.pages[page - 1]
            assert -1 <= x0 < x1 <= shape.width + 1
            assert -1 <= top < bottom <= shape.height + 1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_read_upright(tmp_path: Path, turn: int) -> None:
    """A page that is displayed turned gives its words in order, boxes as displayed."""
    content = "\n".join(
        show(line, 80, 700 - 14 * at)
        for at, line in enumerate(
            [
                "We will see every baby within two weeks of",
                "birth and again before the first birthday.",
            ]
        )
    )
    document = read_document(write_pdf(tmp_path / "turned.pdf", [content], Rotate=turn), PLAIN)
    assert "every baby within two weeks of birth and again" in document.text
    page = document.pages[0]
    assert (page.width, page.height) == ((842, 595) if turn in (90, 270) else (595, 842))
    x0, top, x1, bottom = document.words.boxes[:4]
    place = {0: (80, 134), 90: (692, 80), 180: (505, 698), 270: (134, 505)}[turn]
    assert abs((x0 if turn in (0, 270) else x1) - place[0]) < 14 or turn == 90
    assert 0 <= x0 < x1 <= page.width and 0 <= top < bottom <= page.height


def test_shifted_page_boxes_do_not_shift_words(tmp_path: Path) -> None:
    """Boxes count from the corner of what is displayed, wherever the page's own corner lies."""
    import pikepdf

    content = show("Babies come first.", 180, 700)
    whole = read_document(write_pdf(tmp_path / "a.pdf", [content]), PLAIN)
    cropped = write_pdf(tmp_path / "b.pdf", [content], CropBox=pikepdf.Array([100, 50, 595, 800]))
    shifted = read_document(cropped, PLAIN)
    assert shifted.words.boxes[0] == pytest.approx(whole.words.boxes[0] - 100, abs=0.2)
    assert shifted.words.boxes[1] == pytest.approx(whole.words.boxes[1] - 42, abs=0.2)


def test_several_files_are_one_document(tmp_path: Path) -> None:
    """Pages are numbered on, blocks name their file, the hash is that of the hashes."""
    import hashlib

    first = write_pdf(tmp_path / "one.pdf", [show("Part one of it.", 80, 700)] * 2)
    second = write_pdf(tmp_path / "two.pdf", [show("Part two of it.", 80, 700)])
    document = read_document([first, second], PLAIN)
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [(file.name, file.first_page) for file in document.files] == [
        ("one.pdf", 1),
        ("two.pdf", 3),
    ]
    assert {block.file for block in document.blocks} == {"one.pdf", "two.pdf"}
    joined = "".join(file.sha256 for file in document.files)
    assert document.sha256 == hashlib.sha256(joined.encode()).hexdigest()
    assert document.text[document.blocks[-1].start :] == "Part two of it."


def test_raised_note_marks_do_not_change_numbers(tmp_path: Path) -> None:
    """A note's mark behind an age is no digit of the age."""
    content = (
        show("Offences by people aged under 25", 80, 700)
        + "\n"
        + show("35", 80 + 32 * 6, 704, 6)
        + "\n"
        + show("fell again last year.", 80, 688)
    )
    document = read_document(write_pdf(tmp_path / "marks.pdf", [content]), PLAIN)
    assert "aged under 25 fell again" in document.text


def test_both_engines_read_the_same_words(tmp_path: Path) -> None:
    """pdfplumber, as a cross-check, gives the running text that pdfium gives."""
    sentences = make_sentences(40, 21)
    path = typeset_paragraphs(tmp_path / "p.pdf", make_paragraphs(sentences, 21), columns=2)
    document = read_document(path, Reading(ocr="off", engine="pdfplumber"))
    assert share_whole(document, sentences) >= 0.95


def test_a_contents_list_heads_nothing_after_it(tmp_path: Path) -> None:
    """The large heading of a contents list stands above its lines, not above the document."""
    entries = "\n".join(
        f"Part {n} of the plan #box(width: 1fr, repeat[.]) {n}\n" for n in range(1, 7)
    )
    body = f"#text(size: 24pt)[*Contents*]\n\n{entries}\n= Our promise\nWe will open two teams."
    document = read_document(typeset(tmp_path / "plan.pdf", body), PLAIN)
    last = next(b for b in document.blocks if document.text[b.start : b.end].startswith("We will"))
    assert "Contents" not in last.section
    assert last.section[-1] == "Our promise"
