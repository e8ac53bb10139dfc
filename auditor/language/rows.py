"""How far a row of a table goes that names babies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.language.acts import is_order, is_others
from auditor.language.marking import Marked, overlaps
from auditor.language.measures import DEFINITE, MONEY, is_figure
from auditor.records import Because

_SENTENCE = 6
"""Words of a cell that says a whole sentence, at least."""
TARGET_YEAR = re.compile(
    r"\b(?:by|in|from|target|before|until)\s+(?:the end of\s+|\w+\s+)?20[2-9]\d|20[2-9]\d\s+target|target",
    re.I,
)
_OWNER = re.compile(
    r"lead|owner|responsib|who\b|agency|provider|delivered by|by whom|accountable|partner", re.I
)


def judge_row(marked: Marked, columns: Sequence[str]) -> tuple[int, Because]:
    """A bare name is 1, a count 2, an activity with an owner 3, with a date, sum or target 4."""
    cells = marked.wording.text.split("|")
    heads = " ".join(columns)
    figures = find_figures(marked)
    if figures and re.search(r"\b20(?:2[5-9]|[3-9]\d)(?:/\d\d)?\b", " | ".join(cells[1:])):
        return 4, Because("strength.table-target", "", 0, 0)
    years = TARGET_YEAR.search(marked.wording.text) or re.search(r"20[2-9]\d", marked.wording.text)
    ahead = bool(re.search(r"\b20(?:2[5-9]|[3-9]\d)\b|target", heads, re.I)) and bool(
        re.search(r"baseline|target|20\d\d", heads, re.I)
    )
    activity = _activity(marked, columns)
    measure = (
        years
        or MONEY.search(marked.wording.text)
        or re.search(r"\d+ a (?:year|month|week)|each year|Q[1-4]\b", marked.wording.text)
    )
    if figures and ahead and len(figures) >= 2:
        return 4, Because("strength.table-target", "", 0, 0)
    if measure and (
        activity
        or re.search(
            r"target|baseline|plan|outcome|delivery|action", marked.wording.text + heads, re.I
        )
    ):
        return 4, Because("strength.table-measure", "", 0, 0)
    if (
        activity
        and (_OWNER.search(heads) or len(cells) >= 3)
        and not (any(columns[:-1]) and not _OWNER.search(heads))
    ):
        return 3, activity
    said = _said_in_full(marked)
    if said:
        return 3, said
    if figures or (any(len(cell.split()) >= 2 for cell in cells[1:]) and _is_offer_row(cells)):
        return 2, Because("strength.table-count" if figures else "strength.table-offer", "", 0, 0)
    return 1, Because("strength.table-name", "", 0, 0)


def _said_in_full(marked: Marked) -> Because | None:
    """Find words that commit in a cell that is a sentence: "5. | Babies will be seen at home"."""
    bars = [at for at, word in enumerate(marked.words) if word == "|"]
    for span in marked.phrases.get("strength.action", ()):
        start = max((bar for bar in bars if bar < span[0]), default=-1)
        end = min((bar for bar in bars if bar >= span[1]), default=len(marked.words))
        if end - start > _SENTENCE and start + 1 < span[0] and not is_others(marked, span):
            return marked.because("strength.action", span)
    return None


def _is_offer_row(cells: Sequence[str]) -> bool:
    """Say whether a row goes beyond names: it tells what is done for a group."""
    return len(cells) >= 2 and bool(
        re.search(
            r"therap|team|service|support|clinic|visit|course|group|feedback|no |none|pilot|gap|"
            r"help|offer|not |access|programme|training|consult",
            " ".join(cells[1:]),
            re.I,
        )
    )


def find_figures(marked: Marked) -> list[int]:
    """Places of numbers in a row that are no ages, dates or numbering."""
    ages = [(age.start, age.end) for age in marked.ages]
    return [
        at
        for at, word in enumerate(marked.words)
        if is_figure(word)
        and not overlaps((at, at + 1), ages)
        and not (at == 0 and marked.word(1) in (".", ")", "|"))
        and not re.fullmatch(r"20\d\d|19\d\d", word)
        and marked.word(at - 1) not in DEFINITE
    ]


def _activity(marked: Marked, columns: Sequence[str]) -> Because | None:
    action = marked.phrases.get("strength.action")
    if action:
        return marked.because("strength.action", action[0])
    starts = [0] + [at + 1 for at, word in enumerate(marked.words) if word in ("|", ":")]
    for at in starts:
        for span in marked.phrases.get("strength.imperative", ()):
            if span[0] == at and is_order(marked, span, "table"):
                return marked.because("strength.imperative", span)
    return None
