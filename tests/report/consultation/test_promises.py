"""Answers are never too long, never cut, and never cite what does not say it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.records import Statement
from auditor.report.consultation.questions import Question, Questions
from auditor.report.consultation.responses import respond
from tests.builders import audit, excluded, explicit, rubric, statement
from tests.report.consultation.promises import (
    CONSULTATIONS,
    JARGON,
    PLANS,
    SAMPLES,
    answered,
    check,
    cited,
    left_over,
    pages_of,
    pointed,
    said,
    story_of,
)

CRITERIA = [one.id for one in rubric().criteria]
WORDS = st.sampled_from(
    [
        "Babies",
        "will",
        "be",
        "seen",
        "by 2027",
        "CAMHS",
        "is for",
        "aged 5 to 18",
        "(see page 3)",
        "e.g.",
        "under-twos",
        "—",
        "A",
        "§",
        "her “own” way",
        "{name}",
        "x\u202ey",
        "😀",
    ]
)
TEXTS = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(WORDS, min_size=1, max_size=40),
    st.sampled_from([".", "", ";", "!", ".”", "?"]),
)
STATEMENTS = st.one_of(
    st.builds(
        explicit,
        TEXTS,
        strength=st.integers(1, 4),
        topic=st.sampled_from(["mental", "other"]),
        criteria=st.lists(st.sampled_from(CRITERIA), min_size=1, max_size=3, unique=True),
        place=st.sampled_from(["body", "list", "table", "heading"]),
        section=st.sampled_from([(), ("1 A",), ("1 A", "1.1 “B”")]),
    ),
    st.builds(excluded, TEXTS),
    st.builds(statement, TEXTS.map(lambda text: f"{text} " * 20)),
)
QUESTIONS = st.lists(
    st.builds(
        Question,
        number=st.just("1"),
        text=st.sampled_from(
            [
                "Do you agree with our vision?",
                "How can access be better?",
                "Anything else?",
                "What training do staff need?",
                "Your name?",
                "What of data and funding?",
            ]
        ),
        words=st.sampled_from([0, 1, 8, 20, 60, 150]),
        characters=st.sampled_from([0, 1, 90, 400, 1500]),
        criteria=st.one_of(
            st.none(), st.lists(st.sampled_from(CRITERIA), max_size=6, unique=True).map(tuple)
        ),
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, max_examples=150)
@given(st.lists(STATEMENTS, max_size=8), QUESTIONS, st.booleans(), st.booleans())
def test_an_answer_keeps_its_promises(
    statements: list[Statement], questions: list[Question], paged: bool, unread: bool
) -> None:
    """Within its limit, of whole sentences, every page saying what is quoted; of any document."""
    made = audit(statements, paged=paged, unread=(9,) if unread and paged else ())
    story = story_of(made)
    for response in respond(Questions(tuple(questions)), story):
        check(response, story)


def test_a_cut_sentence_and_a_wrong_page_are_found() -> None:
    """What the property above rests on."""
    story = story_of(audit([explicit("Babies will be seen.", strength=1, criteria=("access",))]))
    (one,) = respond(Questions((Question("1", "", criteria=("access",)),)), story)
    assert left_over(one.text, story) == ""
    assert left_over(one.text[:-1], story) and left_over(one.text.replace("Babies", "They"), story)
    assert cited(one.text, story) == [("Babies will be seen.", 1)]
    assert ("Babies will be seen.", 2) not in said(story)


def test_a_page_that_is_pointed_at_is_found() -> None:
    """Where a passage is no sentence, its page alone is given."""
    story = story_of(audit([explicit("seen by us;", strength=1, criteria=("access",))]))
    (one,) = respond(Questions((Question("1", "", criteria=("access",)),)), story)
    assert pointed(one.text, story) == [("access", 1)] and pages_of("access", story) == {1}


@pytest.mark.parametrize("consultation", CONSULTATIONS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", PLANS)
def test_the_worked_examples_keep_the_promises_on_every_sample(
    name: str, consultation: Path
) -> None:
    """Three consultations, each on five plans."""
    story, _, responses = answered(name, consultation)
    for one in responses:
        check(one, story)
        assert not JARGON.findall(re.sub(r"“[^”]*”", "", one.text))


@cache
def letters_of(name: str) -> list[str]:
    """Read the letters and digits of each page of a sample, by the PDF library alone."""
    pages = pypdfium2.PdfDocument(SAMPLES / f"{name}.pdf")
    return [letters(page.get_textpage().get_text_range()) for page in pages]


def letters(text: str) -> str:
    """Keep letters and digits."""
    return re.sub(r"[\W_]|\ufffe", "", text).casefold()


@pytest.mark.parametrize("name", PLANS)
def test_the_page_of_the_file_itself_says_what_is_quoted(name: str) -> None:
    """Not only our reading of it: the page, and where a passage runs on, the next."""
    pages = [*letters_of(name), ""]
    quotes = {
        each
        for consultation in CONSULTATIONS
        for one in answered(name, consultation)[2]
        for each in cited(one.text, answered(name, consultation)[0])
    }
    assert quotes or name == "02-absent"
    for quote, page in quotes:
        assert letters(quote) in pages[page - 1] + pages[page], (quote, page)
