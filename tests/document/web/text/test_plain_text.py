"""Plain text as people type it, and as tools draw it out of pages."""

from __future__ import annotations

import pytest

from auditor.document.web.text.columns import split_columns
from auditor.document.web.text.plain_text import SAMPLE, read_text
from tests.document.office.outlines import SEEN, Outline, outline, read

ONE: Outline = [("body", SEEN)]
LEFT = [
    "Every health visitor will be",
    "trained to notice distress in",
    "babies and toddlers by the end",
    "of the year, at home and in",
    "every clinic of the county.",
]
RIGHT = [
    "The council met four times last",
    "year to agree how the money is",
    "shared between towns, and wrote",
    "down what it had heard from the",
    "families of the northern towns.",
]
WRAPPED = (
    "The council met four times last year to agree how the money is shared in\n"
    "Tarn Vale between the towns. The plan will be reviewed every year, and a\n"
    "short report will be sent to the cabinet. Staff told us that the building\n"
    "was cold.\n"
)


def side_by_side(left: list[str], right: list[str], gap: int = 4) -> str:
    """Set two columns side by side, as pdftotext does."""
    width = max(map(len, left)) + gap
    return "\n".join(f"{a:{width}}{b}".rstrip() for a, b in zip(left, right, strict=True))


def pages(*bodies: str) -> str:
    """Write pages with a head and a foot."""
    made = (
        f"Plan for Tarn Vale        Draft {2 + nth}\n\n{text}\n\n      {nth + 1}\n"
        for nth, text in enumerate(bodies)
    )
    return "\f".join(made)


CASES: dict[str, tuple[str, Outline]] = {
    "two columns": (
        side_by_side(LEFT, RIGHT),
        [("body", " ".join(LEFT)), ("body", " ".join(RIGHT))],
    ),
    "columns under a heading across": (
        "A plan for babies\n\n" + side_by_side(LEFT, RIGHT) + "\n\n" + WRAPPED,
        [
            ("heading", "A plan for babies"),
            ("body", " ".join(LEFT)),
            ("body", " ".join(RIGHT)),
            ("body", " ".join(WRAPPED.split())),
        ],
    ),
    "a paragraph goes on in the next column": (
        side_by_side([*LEFT[:4], "every clinic in the"], ["county of Anywhere.", *RIGHT[:4]]),
        [
            ("body", " ".join([*LEFT[:4], "every clinic in the county of Anywhere."])),
            ("body", " ".join(RIGHT[:4])),
        ],
    ),
    "three columns": (
        side_by_side(side_by_side(LEFT, RIGHT).split("\n"), LEFT),
        [("body", " ".join(LEFT)), ("body", " ".join(RIGHT)), ("body", " ".join(LEFT))],
    ),
    "pages with heads and feet": (
        pages("We will see every", "baby under two.", "The end of the plan is here."),
        [
            ("running", "Plan for Tarn Vale Draft 2"),
            ("body", SEEN),
            ("running", "1"),
            ("running", "Plan for Tarn Vale Draft 3"),
            ("running", "2"),
            ("running", "Plan for Tarn Vale Draft 4"),
            ("body", "The end of the plan is here."),
            ("running", "3"),
        ],
    ),
    "bare page numbers": (
        "One ends here.\n\n12\n\fTwo goes on.\n\n13\n\fThree ends.\n\n14\n",
        [
            ("body", "One ends here."),
            ("running", "12"),
            ("body", "Two goes on."),
            ("running", "13"),
            ("body", "Three ends."),
            ("running", "14"),
        ],
    ),
    "a line that counts, without form feeds": (
        "We will see every\n\nTarn Vale   page 1\n\nbaby under two.\n\nTarn Vale   page 2\n\nThe end is here.\n",
        [
            ("body", SEEN),
            ("running", "Tarn Vale page 1"),
            ("running", "Tarn Vale page 2"),
            ("body", "The end is here."),
        ],
    ),
    "bare numbers within sentences": (
        "We will see every\n\n3\n\nbaby under two.\n\n4\n\nThe end is here.\n",
        [("body", SEEN), ("running", "3"), ("running", "4"), ("body", "The end is here.")],
    ),
    "parts that count are text": (
        "Priority 1\n\nIt begins here.\n\nPriority 2\n\nIt ends here.\n\nPhase 1 sees all babies.\n\n"
        "Phase 2 sees all babies.\n",
        [
            ("heading", "Priority 1"),
            ("body", "It begins here."),
            ("heading", "Priority 2"),
            ("body", "It ends here."),
            ("body", "Phase 1 sees all babies."),
            ("body", "Phase 2 sees all babies."),
        ],
    ),
    "wrapped lines": (WRAPPED, [("body", " ".join(WRAPPED.split()))]),
    "cut words": (
        "Every visitor will notice dis-\ntress in parent-\ninfant pairs and under-\nfives.",
        [("body", "Every visitor will notice distress in parent-infant pairs and under-fives.")],
    ),
    "double space": (
        (WRAPPED + "families may ask.\n").replace("\n", "\n\n"),
        [("body", " ".join((WRAPPED + "families may ask.").split()))],
    ),
    "short paragraphs that start small": (
        "".join(f"we will train {who}.\n\n" for who in ("one", "two", "three", "four", "five")),
        [("body", f"we will train {who}.") for who in ("one", "two", "three", "four", "five")],
    ),
    "a narrow column whose lines begin with figures": (
        "We will open a team for babies by\n2027 in the county of Anywhere, to\nsee every baby of under two, and\n"
        "every one of those who care for\nit, at home and in the new hubs.\n",
        [
            (
                "body",
                "We will open a team for babies by 2027 in the county of Anywhere, to see every baby of under "
                "two, and every one of those who care for it, at home and in the new hubs.",
            )
        ],
    ),
    "letters struck over": (
        "B\bBa\bab\bby\by _\bi_\bs seen first.\n",
        [("body", "Baby is seen first.")],
    ),
    "text as mail quotes it": (
        "We will see every =\nbaby under=20=\ntwo.\n",
        ONE,
    ),
    "short sentences a line": (
        "Babies will be seen within two weeks\nNo child under five will be seen\n"
        "Every toddler will have a worker\n",
        [
            ("body", "Babies will be seen within two weeks"),
            ("body", "No child under five will be seen"),
            ("body", "Every toddler will have a worker"),
        ],
    ),
    "a paragraph a line": (
        f"{SEEN * 4}\n{SEEN}\nShort.\n",
        [("body", SEEN * 4), ("body", SEEN), ("body", "Short.")],
    ),
    "items": (
        "We will:\n- train staff\n  in every town\n* open teams\n1. one\n2) two\n",
        [
            ("body", "We will:"),
            ("list", "train staff in every town"),
            ("list", "open teams"),
            ("list", "1. one"),
            ("list", "2) two"),
        ],
    ),
    "headings": (
        "A PLAN\n\n1.2 Babies\n\nOur offer\n=========\n\n" + SEEN,
        [("heading", "A PLAN"), ("heading", "1.2 Babies"), ("heading", "Our offer"), *ONE],
    ),
    "rows parted by tabs": (
        "Age\tOffer\nBabies\tWe see them.\n",
        [("table", "Babies | We see them.")],
    ),
    "a drawn table": (
        "+------+------------+\n| Age  | Offer      |\n+======+============+\n| Baby | We will    |\n"
        "|      | see them.  |\n+------+------------+\n",
        [("table", "Baby | We will see them.")],
    ),
    "a table of a database": (
        "+-----+-------+\n| Age | Offer |\n+-----+-------+\n| One | team. |\n| Two | talk. |\n+-----+-------+\n",
        [("table", "One | team."), ("table", "Two | talk.")],
    ),
    "bars alone": (
        "| Age | Offer |\n|-----|-------|\n| One | team. |\n",
        [("table", "One | team.")],
    ),
    "a quoted message": ("> We will see every\n> baby under two.\n", ONE),
    "paragraphs told by their indent": (
        "   The council met four times last year to agree how the money is shared\n"
        "between the towns, and wrote it down for all the families of the county.\n"
        "   Every health visitor will be trained to notice distress in babies and\n"
        "toddlers by the end of the year, at home and in every clinic.\n",
        [
            (
                "body",
                "The council met four times last year to agree how the money is shared between the "
                "towns, and wrote it down for all the families of the county.",
            ),
            (
                "body",
                "Every health visitor will be trained to notice distress in babies and toddlers by "
                "the end of the year, at home and in every clinic.",
            ),
        ],
    ),
    "old line ends": ("We will see\revery baby\runder two.\r", ONE),
    "rules between": (
        f"{SEEN}\n\n-----------\n\nThe end is here.\n",
        [*ONE, ("body", "The end is here.")],
    ),
    "tabs that indent": (f"\t{SEEN}\n", ONE),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_plain_text(text: str, expected: Outline) -> None:
    """Sentences come out whole, whatever lines, columns and pages they are set in."""
    assert outline(read(text.encode(), "plan.txt")) == expected


def test_columns_come_and_go_in_a_long_text() -> None:
    """Hundreds of stretches in columns, with lines across between them, are each read in order."""
    stretch = side_by_side(LEFT, RIGHT) + "\n\n" + WRAPPED + "\n"
    found = outline(read((stretch * 300).encode(), "plan.txt"))
    assert found.count(("body", " ".join(LEFT))) == 300
    assert found.count(("body", " ".join(RIGHT))) == 300


def test_a_sentence_on_every_page_is_no_running_line() -> None:
    """A promise that stands at the head of each page stays text."""
    text = "\f".join([f"{SEEN}\n\nPage of words number {n} is here.\n" for n in "abcd"])
    assert ("running", SEEN) not in outline(read(text.encode(), "plan.txt"))


def test_a_table_with_wide_gaps_is_not_taken_for_columns() -> None:
    """Rows whose cells stand apart are read row by row."""
    lines = [
        "Age         What we do     When",
        "Babies      Home visits    2026",
        "Toddlers    Play groups    2027",
        "Parents     Talks          2028",
    ]
    assert split_columns(lines) == [lines]


@pytest.mark.parametrize("cut", range(4))
def test_mail_longer_than_the_sample_is_decoded(cut: int) -> None:
    """The sample may end within what stands for a letter."""
    line = b"every baby is seen =\n"
    opening = (line * (SAMPLE // len(line) + 1))[-(SAMPLE - cut) :]
    data = opening + b"=E2=80=93 at home.\n"
    assert "seen – at home." in read_text(data).drafts[-1].text


LAID_OUT: dict[str, tuple[str, Outline]] = {
    "a message that quotes one": (
        "Al wrote:\n> We will see every baby\n> at home.\n>\n> No more.\n\nI agree.",
        [
            ("body", "Al wrote:"),
            ("body", "We will see every baby at home."),
            ("body", "No more."),
            ("body", "I agree."),
        ],
    ),
    "ragged lines": (
        "The board agreed in the spring of\n2026 that each infant is weighed. In\n12 wards cribs are lent.",
        [
            (
                "body",
                "The board agreed in the spring of 2026 that each infant is weighed. In 12 wards cribs are lent.",
            )
        ],
    ),
    "a table in rows of several lines": (
        "Ref    Aim                 When\n\n1      Weigh newborns      2027\n       at home\n",
        [("heading", "Ref Aim When"), ("table", "1 | Weigh newborns at home | 2027")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LAID_OUT.values(), ids=LAID_OUT)
def test_text_is_read_as_it_is_laid_out(text: str, expected: Outline) -> None:
    """Quotations, tables and ragged lines keep their sentences."""
    drafts = read_text(text.encode()).drafts
    assert [(draft.place, draft.text) for draft in drafts] == expected
