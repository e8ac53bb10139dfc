"""What makes a commitment one that can be checked: numbers of things, dates, sums, monitoring."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.language.grammar import word_set
from auditor.language.marking import Marked, Span, overlaps
from auditor.language.mentions import Mention
from auditor.records import Because

MONEY = re.compile(
    r"[£$€₹]\s?\d|\b(?:USD|GBP|EUR|KES|INR|Rs\.?|US\$)\s?\d|\d(?:\.\d+)?\s?(?:m|million|bn|billion|crore|lakh)\b",
    re.I,
)
YEAR = re.compile(
    r"\b(?:by|from|in|before|until|during|since|for|end|of|FY|year|spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|early|late|mid|and|through|to|,)[\s-]*(?:\d{1,2}\s+\w+\s+)?20[2-9]\d\b|\b20[2-9]\d[/-]\d\d\b|\bFY\s?\d\d",
    re.I,
)
PERCENT = re.compile(
    r"\d\s?(?:%|per cent|percent)|\b(?:one|two|three|four|nine|half|all) (?:in|of) (?:ten|four|five|three)\b"
)
DEFINITE = word_set("definite")
_COUNT_WORDS = word_set("count-words")
_BEFORE_AGES = frozenset(("under", "over", "aged", "age", "-"))
_NOT_COUNTED = frozenset(
    (
        *("year", "years", "and", "or", "to", "of", "in", "month", "months", "s", "old", "upwards"),
        *("over", "above", "under"),
    )
)


def find_measure(marked: Marked, mentions: Sequence[Mention]) -> Because | None:
    """Find what an action can be held to: a date, sum, number, indicator or report."""
    if marked.has("strength.part-only"):
        babies = [m.span[0] for m in mentions if m.reach == "explicit" and not m.set_aside]
        part = marked.phrases["strength.part-only"][0]
        if babies and min(babies) > part[0]:
            return _measure_words(marked, mentions, after=part[0])
    return _measure_words(marked, mentions, after=0)


def _measure_words(marked: Marked, mentions: Sequence[Mention], *, after: int) -> Because | None:
    text = marked.wording.text
    from_char = marked.offsets[0][after] if after else 0
    for rule, pattern in (
        ("strength.money", MONEY),
        ("strength.date", YEAR),
        ("strength.percent", PERCENT),
    ):
        for match in pattern.finditer(text, from_char):
            if rule != "strength.percent" or match[0][0].isdigit():
                start, end = marked.wording.source(*match.span())
                return Because(rule, marked.source[start:end], start, end)
    ages = [(age.start, age.end) for age in marked.ages]
    for group in ("strength.time-limit", "strength.indicator"):
        for span in marked.phrases.get(group, ()):
            if span[0] >= after and not overlaps(span, ages):
                return marked.because(group, span)
    return _count(marked, ages, after)


def _count(marked: Marked, ages: Sequence[Span], after: int) -> Because | None:
    """A number of things to be done: "five thousand promoters", "120 classrooms"."""
    for at in range(after, len(marked.words)):
        if _is_number_at(marked, ages, at) and _counts_things(marked, at):
            return marked.because("strength.count", (at, at + 1))
    return None


def _is_number_at(marked: Marked, ages: Sequence[Span], at: int) -> bool:
    """Say whether a number stands at a place that is no age, no item's and no part of another."""
    word, before = marked.words[at], marked.word(at - 1)
    if not (is_figure(word) or word in _COUNT_WORDS) or overlaps((at, at + 1), ages):
        return False
    if before in DEFINITE or is_figure(before) or before in _BEFORE_AGES:
        return False
    return not (at == 0 and marked.word(1) in (".", ")", "|", ":"))


def _counts_things(marked: Marked, at: int) -> bool:
    """Say whether what follows a number is counted by it, and is no time."""
    word, before, following = marked.words[at], marked.word(at - 1), marked.word(at + 1)
    if following in ("days", "day") and marked.any_word(("life", "critical"), at, at + 6):
        return False
    if not following.isalpha() or following in _NOT_COUNTED:
        return False
    is_share = word in _COUNT_WORDS and before in ("in", "one", "a", "every")
    return not is_share or following in _COUNT_WORDS


def is_figure(word: str) -> bool:
    """Say whether a word is a number in figures."""
    return word[:1].isdigit()
