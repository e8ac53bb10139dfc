"""Labels of charts that were read as one text."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditor.document.characters import bare
from auditor.document.page import NO_INTS, ClassifiedPage
from auditor.document.pdf.layout.hyphenation import gather_vocabulary
from auditor.document.pdf.layout.joining import Joiner, Span
from auditor.document.pdf.layout.labels import find_labels
from auditor.document.text import Draft, compose, lay_out
from auditor.records import Place
from tests.builders import document


def page_of(lines: list[str], printed: str) -> tuple[ClassifiedPage, list[Span]]:
    """Return a page of lines below each other whose file has these characters, and its lines."""
    words = [(word, at) for at, line in enumerate(lines) for word in line.split()]
    boxes = [
        (60 + 40 * at, 100 + 12 * row, 85 + 40 * at, 110 + 12 * row)
        for at, (_, row) in enumerate(words)
    ]
    texts = tuple(word for word, _ in words)
    page = ClassifiedPage(
        number=1,
        label="1",
        width=600,
        height=800,
        words=texts,
        boxes=np.array(boxes, float),
        printed=bare(printed),
        tables=(),
        gutter=None,
        leaf=1,
        aside={},
        order=(),
        block=NO_INTS,
        columns=1,
        mark={},
        bulleted=frozenset(),
        initials=frozenset(),
        kinds=(),
        clean=texts,
    )
    rows = [row for _, row in words]
    ends = [(rows.index(row), rows.index(row) + rows.count(row)) for row in sorted(set(rows))]
    return page, [Span(page, first, last) for first, last in ends]


def parts(lines: list[str], printed: str, place: Place = "body", **more: object) -> list[str]:
    """Return the texts that lines are parted into which were read as one."""
    page, spans = page_of(lines, printed)
    joiner = Joiner(gather_vocabulary([page]))
    read = lay_out(compose([replace(Draft(place, [spans]), **more)], joiner))
    page_read = replace(document([]), text=read.text, words=read.words, printed=(page.printed,))
    found = find_labels(read, page_read).get(0, [read.written[0].draft])
    return [" | ".join(map(joiner.text, draft.cells)) for draft in found]


@pytest.mark.parametrize(
    ("line", "printed", "found"),
    [
        ("19.5% 28.3%", "28.3% 19.5%", ["19.5%", "28.3%"]),
        (
            "6 per 1,000 Male 81 years",
            "Male 81 years 6 per 1,000",
            ["6 per 1,000", "Male 81 years"],
        ),
        ("750 population 500", "500 750 population", ["750 population", "500"]),
        (
            "7.4 Child care 7.5 Services",
            "7.4 Child care Page 7.5 Services",
            ["7.4 Child care", "7.5 Services"],
        ),
        (
            "of babies at home of babies in care",
            "of babies in care of babies at home",
            ["of babies at home", "of babies in care"],
        ),
    ],
    ids=["figures", "figures with words", "an axis", "headings", "that begin alike"],
)
def test_labels_that_the_file_has_apart_are_texts_of_their_own(
    line: str, printed: str, found: list[str]
) -> None:
    """They were read as one line, and no such words stand on the page."""
    assert parts([line], printed) == found
    assert parts([line], printed, "table") == [" | ".join(found)]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("19.5% 28.3%", "19.5% 28.3%"),
        ("Babies and families", "and families Babies"),
        (
            "Seen by Crawley and not by Horsham or Arun today",
            "or Arun today Seen by Crawley and not by Horsham",
        ),
        ("2. Family Planning Policy", "Family Planning Policy May 2."),
    ],
    ids=["found", "goes on", "long", "numbered"],
)
def test_what_may_be_a_text_stays_whole(line: str, printed: str) -> None:
    """Where it is not found it is read with doubt."""
    assert parts([line], printed) == [line]


def test_each_line_is_a_label_but_for_the_rest_of_one() -> None:
    """A small letter goes on in what the line above began."""
    found = parts(["10 Under 2", "years old", "Men"], "Under 2 years old Men 10")
    assert found == ["10", "Under 2 years old", "Men"]


def test_rows_below_heads_of_columns_stay() -> None:
    """Each of their cells belongs to its head."""
    assert parts(["19.5% 28.3%"], "28.3% 19.5%", "table", columns=("Rate",)) == ["19.5% 28.3%"]
