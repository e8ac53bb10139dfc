"""Hand-built documents, statements and audits for tests that need no files.

Build, don't load: `statement("Babies matter.", reach="explicit")` makes one
statement, `document([...])` lays statements out over pages with a box for every
word, and `audit([...])` rates them by the shipped rubric. All take what a test is
about as keywords and choose the rest.

    from tests.builders import audit, explicit, statement

    rich = audit([explicit("Babies will be seen.", strength=3, criteria=("access",))])

`import tests.builders` works since pytest puts the repository on the path (see conftest.py).
"""

from __future__ import annotations

import functools
import hashlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from auditor.records import (
    Audit,
    Because,
    Block,
    Chances,
    Document,
    Judgement,
    Page,
    Place,
    Reach,
    Searched,
    Statement,
    Topic,
    Words,
)
from auditor.rules import Language, Rules
from auditor.rules.resources import lexicons_folder, rubric_file
from auditor.rules.rubric import Rubric
from auditor.rules.rubric_reading import read_rubric
from auditor.rules.writing import Writing

PAGE_WIDTH, PAGE_HEIGHT, LINE, LEFT = 595.0, 842.0, 14.0, 72.0
LINES_A_PAGE = 45
WORDS_A_LINE = 12


def statement(
    text: str = "Services for children will grow.",
    *,
    reach: Reach = "generic",
    topic: Topic | None = None,
    strength: int = 0,
    criteria: Iterable[str] = (),
    place: Place = "body",
    section: Sequence[str] = ("1 Introduction",),
    confidence: float = 1.0,
    set_aside: str = "",
    near: float = 0.0,
    chances: Chances | None = None,
    rule: str = "test.rule",
    **more: Any,
) -> Statement:
    """Make one statement; `document` and `audit` give it its id and its place in the text.

    Its labels are certain unless told otherwise: `near` is the chance that one with another
    reach addresses babies after all, `chances` are those of all labels.
    """
    because = (Because(rule, text.split()[0], 0, len(text.split()[0])),) if text.split() else ()
    if chances is not None:
        confidence = chances.of_reach(reach)
    elif near or confidence < 1:
        chances = _chances(reach, topic, strength, near or 1 - confidence)
    judgement = Judgement(
        reach,
        topic,
        strength,
        tuple(criteria),
        because,
        confidence,
        chances or Chances(),
        set_aside,
    )
    return Statement("s0000", text, 0, len(text), place, tuple(section), judgement, **more)


def _chances(reach: Reach, topic: Topic | None, strength: int, doubt: float) -> Chances:
    """Make chances that say a label, and in how far the other one may be right."""
    other: Reach = "generic" if reach == "explicit" else "explicit"
    steps = tuple(float(step == (strength or 1)) for step in (1, 2, 3, 4))
    return Chances(((reach, 1 - doubt), (other, doubt)), float(topic != "other"), steps)


def explicit(
    text: str = "Babies have mental health too.",
    *,
    topic: Topic = "mental",
    strength: int = 2,
    criteria: Iterable[str] = ("own-mental-health",),
    **more: Any,
) -> Statement:
    """Make a statement that names babies."""
    return statement(
        text,
        reach="explicit",
        topic=topic,
        strength=strength,
        criteria=criteria,
        **more,
    )


def likely(
    chance: float,
    text: str = "Babies may have mental health too.",
    *,
    strength: int = 2,
    mental: float = 1.0,
    sure: float = 1.0,
    otherwise: Reach = "generic",
    **more: Any,
) -> Statement:
    """Make a statement that names babies with a chance; it is labelled by what is likeliest.

    `mental` is the chance that it is then about their minds, `sure` that of its strength
    (what is left goes to the one below).
    """
    strengths = [0.0] * 4
    strengths[strength - 1] += sure
    strengths[max(strength - 2, 0)] += 1 - sure
    reach: tuple[tuple[Reach, float], ...] = ("explicit", chance), (otherwise, 1 - chance)
    ranked = tuple(sorted(reach, key=lambda one: -one[1]))
    chances = Chances(ranked, mental, tuple(strengths))
    if chance < 0.5:
        return statement(text, reach=otherwise, chances=chances, **more)
    topic: Topic = "mental" if mental >= 0.5 else "other"
    likeliest = strengths.index(max(strengths)) + 1
    return explicit(text, topic=topic, strength=likeliest, chances=chances, **more)


def excluded(text: str = "CAMHS is for those aged 5 to 18.", **more: Any) -> Statement:
    """Make a statement that leaves babies out."""
    more.setdefault("criteria", ("access", "age-scope"))
    return statement(text, reach="excluded", **more)


def number_statements(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Give statements ids, offsets and `repeat_of`, as the language stage does."""
    numbered: list[Statement] = []
    seen: dict[str, str] = {}
    offset = 0
    for index, one in enumerate(statements, 1):
        id = f"s{index:04d}"
        first = seen.setdefault(one.text, id)
        numbered.append(
            replace(
                one,
                id=id,
                start=offset,
                end=offset + len(one.text),
                repeat_of=one.repeat_of or (None if first == id else first),
            )
        )
        offset += len(one.text) + 1
    return tuple(numbered)


def document(
    statements: Iterable[Statement] = (),
    *,
    name: str = "plan.pdf",
    title: str = "A Plan for Children",
    language: str = "en",
    paged: bool = True,
    unread: Sequence[int] = (),
    pages: int | None = None,
    **more: Any,
) -> Document:
    """Lay statements out over pages: one a line or more, a box for every word.

    `unread` names further pages that could not be read; `pages` is the least number
    of pages; `paged=False` makes a document without pages, as from a text file.
    """
    numbered = number_statements(statements)
    text = "\n".join(one.text for one in numbered)
    words, used = _lay_out(numbered) if paged else (Words(), 0)
    count = max(used, pages or 0, max(unread, default=0)) if paged else 0
    found = tuple(_page(number, words, number in unread) for number in range(1, count + 1))
    blocks = tuple(
        Block(one.start, one.end, one.place, one.section, rank=1 if one.place == "heading" else 0)
        for one in numbered
    )
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Document(name, digest, title, text, found, blocks, words, language, **more)


def _page(number: int, words: Words, unread: bool) -> Page:
    why = "no text layer" if unread else None
    return Page(number, str(number), PAGE_WIDTH, PAGE_HEIGHT, words.pages.count(number), why)


def _lay_out(statements: Sequence[Statement]) -> tuple[Words, int]:
    """Set each statement on new lines, `WORDS_A_LINE` words to a line."""
    starts, ends, pages, boxes = array("L"), array("L"), array("L"), array("f")
    line = 0
    for one in statements:
        position = one.start
        for index, word in enumerate(one.text.split()):
            position = one.start + one.text.index(word, position - one.start)
            row = line + index // WORDS_A_LINE
            left = LEFT + 36.0 * (index % WORDS_A_LINE)
            top = LEFT + LINE * (row % LINES_A_PAGE)
            starts.append(position)
            ends.append(position + len(word))
            pages.append(row // LINES_A_PAGE + 1)
            boxes.extend((left, top, left + 33.0, top + 11.0))
            position += len(word)
        line += max(1, -(-len(one.text.split()) // WORDS_A_LINE))
    return Words(starts, ends, pages, boxes), -(-line // LINES_A_PAGE)


@functools.cache
def rubric() -> Rubric:
    """Read the shipped rubric once."""
    return read_rubric(rubric_file(None, lexicons_folder()))


@functools.cache
def rules() -> Rules:
    """Make rules of the shipped rubric that know of English, without its words: for rating."""
    searched = SimpleNamespace(searched=Searched(terms=412, patterns=31))
    english = SimpleNamespace(lexicon=searched, writing=Writing())
    languages = cast("Mapping[str, Language]", {"en": english})
    return Rules(languages, rubric(), "sha256:" + "0" * 64)


def audit(statements: Iterable[Statement] = (), **more: Any) -> Audit:
    """Rate statements laid out as a document; keywords go to `document`."""
    from auditor.rating.audit import rate

    listed = tuple(statements)
    return rate(document(listed, **more), number_statements(listed), rules())


def rich_audit() -> Audit:
    """Make an audit with something of everything: each reach, strength, flag and place."""
    return audit(
        [
            statement("A plan for our place", place="heading", section=("A plan for our place",)),
            explicit(
                "Infants, children and young people matter.", strength=1, criteria=("language",)
            ),
            explicit(
                "Babies feel and remember before they speak.",
                strength=2,
                criteria=("own-mental-health", "early-foundations"),
            ),
            explicit(
                "We will fund a parent-infant team in every locality.",
                strength=3,
                criteria=("specialist-provision",),
                section=("2 Our offer",),
            ),
            explicit(
                "By March 2028 forty babies a year will be seen within four weeks.",
                strength=4,
                criteria=("access", "accountability"),
                place="table",
            ),
            explicit(
                "In 2024 there were 2,104 births.", topic="other", strength=2, criteria=("data",)
            ),
            explicit(
                "New babies may need us.", strength=1, criteria=("relationships",), confidence=0.5
            ),
            excluded("CAMHS accepts referrals for those aged 5 to 18."),
            statement("Our plan is for all, from birth to 25.", reach="nominal"),
            statement("Under-fives deserve a good start.", reach="early_years"),
            statement("Every secondary school will have a mental health lead.", reach="older"),
            statement("Perinatal mental health care will expand.", reach="parental"),
            statement(
                "The work is still in its infancy.",
                reach="none",
                set_aside="a figure of speech",
                near=0.4,
            ),
            statement(
                "Little ones who cannot yet talk are watched with care.", reach="none", near=0.8
            ),
            statement(
                "Hogg S (2019) Rare Jewels: infants in the UK.",
                reach="none",
                place="reference",
                set_aside="the title of a publication",
                near=0.6,
            ),
            explicit(
                "Babies feel and remember before they speak.",
                strength=2,
                criteria=("own-mental-health", "early-foundations"),
            ),
        ],
        unread=(3, 4),
        pages=12,
    )
