"""Tables without rules: rows with their heads, and text in columns left alone."""

from __future__ import annotations

import random
from pathlib import Path

import pdfplumber
import pytest

from auditor.document.reading import read_document
from auditor.records import Document, Reading
from tests.document.pages import (
    make_paragraphs,
    make_sentences,
    show,
    typeset,
    typeset_paragraphs,
    write_pdf,
)

PLAIN = Reading(ocr="off")
WORDS = [
    *(
        "Infants",
        "teams",
        "in",
        "place",
        "2027",
        "£1.4m",
        "none",
        "council",
        "trust",
        "by",
        "April",
    ),
    *("weekly", "visits", "support", "parents", "with", "bonding", "Health", "visiting", "two"),
]
HEADS = ("Action", "Owner", "Cost", "By")


def make_rows(seed: int, columns: int, count: int, longest: int) -> list[list[str]]:
    """Make cells of one to `longest` words, each opened by a capital or figure."""
    chance = random.Random(seed)
    rows = [
        [" ".join(chance.choices(WORDS, k=chance.randint(1, longest))) for _ in range(columns)]
        for _ in range(count)
    ]
    return [[cell[0].upper() + cell[1:] for cell in row] for row in rows]


def unruled(rows: list[list[str]], *, inset: str = "5pt", headed: bool = True) -> str:
    """Write rows as a table without rules."""
    columns = len(rows[0])
    heads = "".join(f"[*{head}*], " for head in HEADS[:columns]) if headed else ""
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    widths = ", ".join(["2fr", *["1fr"] * (columns - 1)])
    return (
        "#set par(justify: false)\n#set text(hyphenate: false)\n"
        f"#table(columns: ({widths}), stroke: none, inset: {inset}, {heads}{cells})"
    )


def rows_of(document: Document) -> list[str]:
    """Give the text of every row of a table."""
    return [document.text[b.start : b.end] for b in document.blocks if b.place == "table"]


@pytest.mark.parametrize("inset", ["2pt", "6pt"])
@pytest.mark.parametrize(("columns", "longest"), [(2, 6), (3, 2), (3, 10), (4, 6)])
def test_rows_come_out_whole(tmp_path: Path, columns: int, longest: int, inset: str) -> None:
    """At least 95 of 100 rows equal those written, with their heads."""
    rows = make_rows(columns * longest, columns, 36, longest)
    before, after = (" ".join(make_sentences(4, seed)) for seed in (1, 2))
    body = f"{before}\n\n{unruled(rows, inset=inset)}\n\n{after}"
    document = read_document(typeset(tmp_path / "plan.pdf", body), PLAIN)
    found = rows_of(document)
    assert sum(" | ".join(row) in found for row in rows) >= 0.95 * len(rows)
    assert (*HEADS[:columns],) in {b.columns for b in document.blocks if b.place == "table"}
    prose = "\n".join(document.text[b.start : b.end] for b in document.blocks if b.place == "body")
    assert all(sentence in prose for sentence in make_sentences(4, 1) + make_sentences(4, 2))


def test_more_rows_than_pdfplumber_finds(tmp_path: Path) -> None:
    """The other library, told to go by text alone, adds rows, and columns that cut through words."""
    by_text = {"vertical_strategy": "text", "horizontal_strategy": "text"}
    rows = make_rows(5, 3, 20, 9)
    path = typeset(tmp_path / "plan.pdf", unruled(rows))
    found = rows_of(read_document(path, PLAIN))
    with pdfplumber.open(path) as document:
        plumbed = [
            " | ".join(" ".join((cell or "").split()) for cell in row)
            for page in document.pages
            for table in page.extract_tables(by_text)
            for row in table
        ]
    wanted = [" | ".join(row) for row in rows]
    assert plumbed
    assert sum(row in found for row in wanted) > sum(row in plumbed for row in wanted)


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("seed", [31, 32])
def test_text_in_columns_is_no_table(tmp_path: Path, columns: int, seed: int) -> None:
    """Columns of running text stay running text."""
    paragraphs = make_paragraphs(make_sentences(200, seed), seed)
    path = typeset_paragraphs(tmp_path / "plan.pdf", paragraphs, columns=columns)
    assert rows_of(read_document(path, PLAIN)) == []


@pytest.mark.parametrize(
    "body",
    [
        "\n".join(f"+ The board will open team number {n}." for n in range(1, 9)),
        "#grid(columns: (1fr, 1fr), gutter: 20pt, [- open teams\n- train staff\n- count waits\n"
        "- publish], [- fund hubs\n- ask parents\n- visit homes\n- report])",
        "#grid(columns: (1fr, 3fr), gutter: 12pt, "
        + ", ".join(f"[*Aim {n}*], [{' '.join(make_sentences(30, n)[:9])}]" for n in range(1, 4))
        + ")",
    ],
    ids=["numbered list", "lists side by side", "headings beside text"],
)
def test_what_stands_side_by_side_is_not_yet_a_table(tmp_path: Path, body: str) -> None:
    """Lists, and headings in the margin of their text, are no rows."""
    assert rows_of(read_document(typeset(tmp_path / "plan.pdf", body), PLAIN)) == []


def test_a_number_in_front_is_a_column(tmp_path: Path) -> None:
    """Numbered actions keep their owner and date."""
    rows = [[f"{n}", f"Open infant team {n}", "Chief nurse", f"May 203{n}"] for n in range(1, 6)]
    document = read_document(typeset(tmp_path / "plan.pdf", unruled(rows, headed=False)), PLAIN)
    assert rows_of(document) == [" | ".join(row) for row in rows]


def test_the_first_of_like_rows_is_no_head(tmp_path: Path) -> None:
    """A row in plain type over rows of the same kind is a row itself."""
    rows = [
        ["Early help", "County"],
        ["Home visits", "Trust"],
        ["Clinics", "Trust"],
        ["Hubs", "City"],
    ]
    document = read_document(typeset(tmp_path / "plan.pdf", unruled(rows, headed=False)), PLAIN)
    assert rows_of(document) == [" | ".join(row) for row in rows]


def test_a_bold_row_of_figures_is_no_head(tmp_path: Path) -> None:
    """A total at the top is a row; years at the top are heads."""
    figures = (
        "[*All*], [*410*], [*512*], [Babies], [12], [80], [Pupils], [90], [95], [Adults], [8], [9]"
    )
    years = "[*Who*], [*2024*], [*2028*], [Babies], [12], [80], [Pupils], [90], [95]"
    for number, cells in enumerate((figures, years)):
        table = f"#table(columns: (2fr, 1fr, 1fr), stroke: none, {cells})"
        document = read_document(typeset(tmp_path / f"{number}.pdf", table), PLAIN)
        assert ("All | 410 | 512" in rows_of(document)) == (number == 0)
        assert "Babies | 12 | 80" in rows_of(document)


def test_columns_between_rules_are_not_cut_into_rows(tmp_path: Path) -> None:
    """Two texts side by side in a frame of level rules keep their sentences."""
    left, right = make_sentences(14, 41)[:6], make_sentences(14, 42)[6:12]
    rule = "#line(length: 100%)"
    body = (
        f"{rule}\n#grid(columns: (1fr, 1fr), gutter: 18pt, [*What we found*], [*What we ask*])\n"
        f"{rule}\n#grid(columns: (1fr, 1fr), gutter: 18pt, [{' '.join(left)}], [{' '.join(right)}])\n{rule}"
    )
    document = read_document(typeset(tmp_path / "plan.pdf", body), PLAIN)
    assert all(sentence in document.text for sentence in left + right)


def test_a_stretched_line_above_a_table_is_no_row_of_it(tmp_path: Path) -> None:
    """One of its words stands by chance where a column begins."""
    prose = ["The board has met the parents of the town", "considerable pressures remain upon us"]
    rows = [("Measure", "2025"), ("Calls taken", "45"), ("Visits made", "73"), ("Teams", "80")]
    lines = [show(line, 60, 700 - 13 * at, extra="1 Tw") for at, line in enumerate(prose)]
    cells = [
        show(cell, x, 674 - 18 * at)
        for at, row in enumerate(rows)
        for x, cell in zip((60, 200), row, strict=True)
    ]
    path = write_pdf(tmp_path / "page.pdf", ["\n".join([*lines, *cells])])
    document = read_document(path, PLAIN)
    assert " ".join(prose) in document.text and "Visits made | 73" in rows_of(document)
