"""Which statement to show first: the one that goes furthest, reads whole and is surest."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.records import Statement

_OPENS = re.compile(r"[\"'“‘(\[•–\-\s]*[A-Z0-9£$€]")
_CLOSES = re.compile(r"[.!?][\"'”’)\]\d]*$")
_LEAST_WORDS = 6
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|No|vs|pp|cf|al)\.)(?<!\b(?:Mrs|Vol|etc|Fig|Art|Sec)\.)(?<!\bProf\.)"
    r"(?<!\b(?:e\.g|i\.e)\.)\s+(?=[A-Z“\"])"
)
"""Where one sentence ends and another begins; not after an initial or an abbreviation."""

_FIGURE_FIRST = re.compile(
    r"\W*(?:in (?:\w+ )?\d{4},? |currently,? )?"
    r"(?:there (?:were|are|was|is) )?(?:around |about |over |nearly |some |an estimated )?[\d£$€]",
    re.IGNORECASE,
)
_LEAST_OF_PROMISES = 3


def reads_whole(statement: Statement) -> bool:
    """True if a statement can stand alone as a quotation: a whole sentence of running text.

    Headings, rows of tables, fragments, bare lists of names and figures do not.
    """
    text = statement.text.strip()
    words = text.split()
    if statement.place not in ("body", "list") or len(words) < _LEAST_WORDS:
        return False
    lower = sum(word[:1].islower() for word in words)
    is_prose = lower >= len(words) / 2
    return is_prose and bool(_OPENS.match(text)) and bool(_CLOSES.search(text))


def is_count(statement: Statement) -> bool:
    """True if a statement begins with a figure and promises nothing: "There were 2,104 births"."""
    if statement.strength >= _LEAST_OF_PROMISES:
        return False
    return _FIGURE_FIRST.match(statement.text) is not None


def sureness(statement: Statement) -> float:
    """Return the chance that a statement goes as far as it is said to."""
    chances = statement.judgement.chances
    if statement.topic != "mental" or not chances.reach:
        return statement.judgement.confidence
    return chances.of_mental(statement.strength)


def strongest_first(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Sort statements: about babies' minds first, then the furthest, the whole, the surest.

    Of those that go equally far, what was read with doubt or is only spoken comes last; of those
    equally sure, first what is most surely about babies' minds.
    """
    return tuple(
        sorted(
            statements,
            key=lambda one: (
                one.topic != "mental",
                -one.strength,
                one.in_doubt or one.is_spoken,
                not reads_whole(one),
                is_count(one),
                -round(sureness(one), 1),
                -round(one.judgement.chances.mental, 1),
                one.start,
                one.id,
            ),
        )
    )


def quotable(statement: Statement, characters: int) -> str:
    """Return the words of a statement as a quotation, cut only where a sentence ends.

    >>> from auditor.records import Judgement
    >>> two = Statement("s1", "We will act. It takes time.", 0, 27, "body", (), Judgement("none"))
    >>> quotable(two, 20), quotable(two, 5)
    ('We will act.', 'We will act.')

    Bars of empty cells at either end are left out.
    """
    text = " ".join(statement.text.split()).strip("| ")
    if len(text) <= characters:
        return text
    ends = [found.start() for found in _SENTENCE_END.finditer(text)]
    fitting = [end for end in ends if end <= characters]
    return text[: fitting[-1]] if fitting else text[: ends[0]] if ends else text
