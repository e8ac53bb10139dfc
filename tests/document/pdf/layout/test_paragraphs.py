"""Lines into paragraphs, across columns and pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import make_sentences, show, typeset, write_pdf

FIRST = [
    "Each ward has a team that visits at home and the",
    "council pays for it out of funds that the whole",
]
REST = ["county shares until the end of the next year.", "A new one begins."]


def blocks(tmp_path: Path, *contents: list[tuple[str, float, float]]) -> list[str]:
    """Write pages of lines and give the blocks that are read."""
    pages = ["\n".join(show(text, x, y) for text, x, y in content) for content in contents]
    document = read_document(write_pdf(tmp_path / "page.pdf", pages), Reading(ocr="off"))
    return [document.text[block.start : block.end] for block in document.blocks]


def test_a_paragraph_goes_on_overleaf(tmp_path: Path) -> None:
    """Its last line was full, and the next begins in small letters."""
    found = blocks(
        tmp_path,
        [(FIRST[0], 60, 120), (FIRST[1], 60, 108)],
        [(REST[0], 60, 780), (REST[1], 60, 740)],
    )
    assert found == [" ".join([*FIRST, REST[0]]), REST[1]]


def test_a_paragraph_goes_on_below_a_heading_that_floats_on_top(tmp_path: Path) -> None:
    """It stands across columns before the rest of the sentence."""
    heading = "q BT /F2 16 Tf 60 780 Td (What comes next) Tj ET Q"
    pages = [
        "\n".join(show(text, 60, 120 - 12 * at) for at, text in enumerate(FIRST)),
        "\n".join([heading, show(REST[0], 60, 750), show(REST[1], 60, 720)]),
    ]
    document = read_document(write_pdf(tmp_path / "page.pdf", pages), Reading(ocr="off"))
    found = [document.text[block.start : block.end] for block in document.blocks]
    assert found == [" ".join([*FIRST, REST[0]]), "What comes next", REST[1]]


def test_a_lone_line_below_a_heading_goes_on_overleaf(tmp_path: Path) -> None:
    """The size of the heading is none of its own."""
    heading = "q BT /F2 16 Tf 60 120 Td (What comes) Tj ET Q"
    columns = [show(FIRST[1], 60, 104), show(REST[0], 60, 780)]
    path = write_pdf(tmp_path / "page.pdf", ["\n".join([heading, columns[0]]), columns[1]])
    document = read_document(path, Reading(ocr="off"))
    found = [document.text[block.start : block.end] for block in document.blocks]
    assert found == ["What comes", f"{FIRST[1]} {REST[0]}"]


def test_boxes_side_by_side_do_not_go_on(tmp_path: Path) -> None:
    """A short last line has room for the next word."""
    found = blocks(
        tmp_path,
        [
            ("babies were born in town", 60, 700),
            ("last year", 60, 688),
            ("parent-infant teams opened", 320, 700),
            ("today", 320, 688),
        ],
    )
    assert found == ["babies were born in town last year", "parent-infant teams opened today"]


TILES = [
    ("nurseries took babies", "from six months"),
    ("families waited over", "a year for help"),
    ("toddlers were checked", "for speech at two"),
]


def test_texts_below_figures_are_read_apart(tmp_path: Path) -> None:
    """Though one fills its tile, and the next begins in small letters; a contents list is above."""
    entries = [(f"{name} of the plan for us", 60, 760 - 14 * n) for n, name in enumerate("ABCDEF")]
    numbers = [(str(n + 2), 500, y) for n, (_, _, y) in enumerate(entries)]
    listed = [line for pair in zip(entries, numbers, strict=True) for line in pair]
    tiles = [
        (text, 60 + 170 * at, 600 - 12 * line)
        for at, tile in enumerate(TILES)
        for line, text in enumerate(tile)
    ]
    prose = ("The board of the county pays for each of these and counts them in June.", 60, 572)
    found = blocks(tmp_path, [("Contents", 60, 780), *listed, *tiles, prose])
    assert found[-4:] == [*map(" ".join, TILES), prose[0]]


LONG = "The council will pay for the visits of teams at home by"


def test_a_sentence_goes_on_overleaf_with_a_figure(tmp_path: Path) -> None:
    """A number that opens no item is the rest of it."""
    found = blocks(
        tmp_path,
        [(LONG, 60, 120), ("the next year and all who need them by the spring of", 60, 108)],
        [("2027, as the plan says in its second part for every ward.", 60, 780)],
    )
    assert len(found) == 1 and "the spring of 2027, as" in found[0]


@pytest.mark.parametrize(("number", "parts"), [("17", 1), ("16", 2)])
def test_a_number_that_others_count_up_to_opens_an_item(
    tmp_path: Path, number: str, parts: int
) -> None:
    """Another ends the sentence that a column cut: "those under 17."."""
    above = [
        "The aims are 14. a nurse who is paid for, 15. a",
        "room in each ward of the town and the county under",
    ]
    lines = [(text, 60, 120 - 12 * at) for at, text in enumerate(above)]
    found = blocks(tmp_path, lines, [(f"{number}. food that the council pays for", 60, 780)])
    assert len(found) == parts


def test_a_sentence_goes_on_below_a_box(tmp_path: Path) -> None:
    """The box at the head of the next page ends with its own sentence."""
    found = blocks(
        tmp_path,
        [(LONG, 60, 120), ("the next year and all who need them in the poorest", 60, 108)],
        [
            ("A box stands here.", 200, 780),
            ("wards of the county and for each of the families there.", 60, 700),
        ],
    )
    assert [text.count("poorest wards of") for text in found] == [1, 0]


def test_entries_of_references_are_parted_from_the_text_above_them(tmp_path: Path) -> None:
    """The white between them is hardly wider than that between lines."""
    entries = ["Moss, D. (2020) Who Is Left Out? Tarnbrook.", "Dale, P. (2021) Small Steps. Quay."]
    plain = [
        "Each ward has a team that",
        "visits at home and asks",
        "for what is missed and",
        "found.",
    ]
    lines = [(text, 60, 700 - 12 * at) for at, text in enumerate(plain)]
    lines += [(text, 60, 649 - 15 * at) for at, text in enumerate(entries)]
    assert blocks(tmp_path, lines) == [" ".join(plain), *entries]


def test_the_lines_of_a_note_hang_below_its_number(tmp_path: Path) -> None:
    """A short first line does not end it."""
    body = [
        ("Teams visit at home in every ward of the county.", 60, 780 - 12 * n) for n in range(9)
    ]
    notes = [
        show("1. The panel pays for", 60, 90, 7),
        show("feeding support in every ward of this county", 70, 81, 7),
    ]
    content = "\n".join([*(show(*line) for line in body), *notes])
    path = write_pdf(tmp_path / "page.pdf", [content])
    assert "pays for feeding support" in read_document(path, Reading(ocr="off")).text


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("the next year and all who need them in the first week", "(item 7), and all of them."),
        (
            "the next year and all who need them in each year (item",
            "7), and all of them do so too.",
        ),
        ("the next year and all who need them in the spring by 31", "March in each of the years."),
    ],
    ids=["bracket", "cut within brackets", "cut date"],
)
def test_a_sentence_goes_on_overleaf(tmp_path: Path, last: str, first: str) -> None:
    """Wherever the end of the page cuts it."""
    found = blocks(tmp_path, [(LONG, 60, 120), (last, 60, 108)], [(first, 60, 780)])
    assert found == [f"{LONG} {last} {first}"]


def test_the_axis_of_a_chart_does_not_go_on(tmp_path: Path) -> None:
    """A figure alone is no sentence that ends below."""
    axis = [("10", 60, 160), ("5", 60, 148), ("0", 60, 136)]
    found = blocks(tmp_path, [*axis, ("services will be modest in the years to come.", 60, 110)])
    assert found[-1] == "services will be modest in the years to come."


@pytest.mark.parametrize("leading", [0.65, 1.0, 1.3])
def test_lines_far_apart_are_one_paragraph(tmp_path: Path, leading: float) -> None:
    """As in manuscripts: what is usual on a page parts nothing; paragraphs stand further apart."""
    sentences = make_sentences(12, seed=4)
    first, second = " ".join(sentences[:6]), " ".join(sentences[6:])
    path = typeset(
        tmp_path / "wide.pdf",
        f"#set par(leading: {leading}em, spacing: {leading + 0.9}em)\n{first}\n\n{second}",
    )
    document = read_document(path, Reading(ocr="off"))
    found = [document.text[block.start : block.end] for block in document.blocks]
    assert [text for text in found if "under measure" in text] == [first, second]


def test_a_large_quotation_that_a_page_cuts_is_one_sentence(tmp_path: Path) -> None:
    """It is no heading, for all its size."""
    plain = [(f"{LONG} the year.", 60, 700 - 14 * at) for at in range(12)]
    pages = [
        "\n".join(
            [*(show(*line) for line in plain), show("We will wait for no one who is", 60, 90, 18)]
        ),
        "\n".join([show("so young as this.", 60, 780, 18), *(show(*line) for line in plain)]),
    ]
    document = read_document(write_pdf(tmp_path / "page.pdf", pages), Reading(ocr="off"))
    texts = [document.text[block.start : block.end] for block in document.blocks]
    assert "We will wait for no one who is so young as this." in texts


CUT = [(LONG, 60.0, 120.0), ("the next year and all who need them in the poorest", 60.0, 108.0)]
REST_OF_CUT = "wards of the county and for each of the families there."


@pytest.mark.parametrize(
    ("label", "size"),
    [("England", 7), ("Rate of new visits in all years", 8)],
    ids=["name", "axis"],
)
def test_a_chart_does_not_take_a_sentence_that_a_page_cut(
    tmp_path: Path, label: str, size: float
) -> None:
    """Its labels are set smaller, and end no more than they begin."""
    pages = [
        "\n".join(show(*line) for line in CUT),
        "\n".join([show(label, 200, 760, size), show(REST_OF_CUT, 60, 700)]),
    ]
    document = read_document(write_pdf(tmp_path / "page.pdf", pages), Reading(ocr="off"))
    texts = [document.text[block.start : block.end] for block in document.blocks]
    assert label in texts


def test_a_sentence_goes_on_below_a_label(tmp_path: Path) -> None:
    """A label of a chart is no paragraph that is cut."""
    pages = [
        "\n".join(show(*line) for line in CUT),
        "\n".join([show("England", 200, 760, 7), show(REST_OF_CUT, 60, 700)]),
    ]
    document = read_document(write_pdf(tmp_path / "page.pdf", pages), Reading(ocr="off"))
    assert f"in the poorest {REST_OF_CUT}" in document.text


def test_items_behind_drawn_bullets_are_each_a_text(tmp_path: Path) -> None:
    """They stand as close as the lines of a paragraph."""
    items = [
        "Visit every family that has a baby in each ward",
        "Open a room for babies and parents",
    ]
    lines = [show(text, 60, 120 - 12 * at) for at, text in enumerate(items)]
    dots = [f"45 {122 - 12 * at} 3 3 re f" for at in range(2)]
    path = write_pdf(tmp_path / "page.pdf", ["\n".join([*lines, *dots])])
    document = read_document(path, Reading(ocr="off"))
    found = [(block.place, document.text[block.start : block.end]) for block in document.blocks]
    assert found == [("list", item) for item in items]


@pytest.mark.parametrize(
    "texts",
    [
        ("- Each team that is called out will then take", "all the notes of the family to them"),
        ("- Each team that is called out writes of it in", "Careshare and tells the family"),
        ("- Each team that is called out then informs", "Careshare and tells the family"),
    ],
    ids=["a small letter", "a name after a small word", "a name behind a full line"],
)
def test_a_bold_item_of_two_lines_is_one_item(tmp_path: Path, texts: tuple[str, str]) -> None:
    """Its second line is set as headings are, and goes on the sentence."""
    bold = "q BT /F2 10 Tf {} {} Td ({}) Tj ET Q"
    lines = [bold.format(60 + 12 * at, 700 - 12 * at, text) for at, text in enumerate(texts)]
    rest = [show(text, 60, 600 - 12 * at) for at, text in enumerate([*FIRST, *REST] * 3)]
    path = write_pdf(tmp_path / "page.pdf", ["\n".join([*lines, *rest])])
    document = read_document(path, Reading(ocr="off"))
    found = [(block.place, document.text[block.start : block.end]) for block in document.blocks]
    assert found[0] == ("list", " ".join(texts).removeprefix("- "))


def test_a_number_that_hangs_opens_an_item(tmp_path: Path) -> None:
    """What stands above it is the rest of an item whose number is lost, and ends without a stop."""
    lines = [("visit each home in the ward and", 78, 700), ("ask what is missed", 78, 688)]
    items = [("2. Fund a nurse for each hub", 60, 676), ("3. Count all babies", 60, 664)]
    found = blocks(tmp_path, [("The aims of the board are to", 60, 724), *lines, *items])
    assert found[-2:] == ["2. Fund a nurse for each hub", "3. Count all babies"]
    text = ["The board will meet with each of the hubs of the county by May", "18. All may come."]
    paragraph = [(text[0], 78, 700), (text[1], 60, 688)]
    assert blocks(tmp_path, paragraph) != text
