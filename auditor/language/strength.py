"""How far an explicit statement goes: mentioned, explained, action, measured.

A statement is measured when an action has something to hold it to. A list item
takes the action of the sentence that opens its list. A number that is an age, a
clause or a count of what is there is no measure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.language.grammar import word_set
from auditor.language.marking import Marked, Span, overlaps
from auditor.language.mentions import Mention
from auditor.records import Because, Place

_SENTENCE = 6
"""Words of a cell that says a whole sentence, at least."""
_MONEY = re.compile(
    r"[£$€₹]\s?\d|\b(?:USD|GBP|EUR|KES|INR|Rs\.?|US\$)\s?\d|\d(?:\.\d+)?\s?(?:m|million|bn|billion|crore|lakh)\b",
    re.I,
)
_YEAR = re.compile(
    r"\b(?:by|from|in|before|until|during|since|for|end|of|FY|year|spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|early|late|mid|and|through|to|,)[\s-]*(?:\d{1,2}\s+\w+\s+)?20[2-9]\d\b|\b20[2-9]\d[/-]\d\d\b|\bFY\s?\d\d",
    re.I,
)
_PERCENT = re.compile(
    r"\d\s?(?:%|per cent|percent)|\b(?:one|two|three|four|nine|half|all) (?:in|of) (?:ten|four|five|three)\b"
)
_TARGET_YEAR = re.compile(
    r"\b(?:by|in|from|target|before|until)\s+(?:the end of\s+|\w+\s+)?20[2-9]\d|20[2-9]\d\s+target|target",
    re.I,
)
_DEFINITE = word_set("definite")
_COUNT_WORDS = word_set("count-words")
_AMBIGUOUS = word_set("ambiguous-orders")
_NOT_OBJECT = word_set("not-objects")
_BEFORE_AGES = frozenset(("under", "over", "aged", "age", "-"))
_NOT_COUNTED = frozenset(
    (
        *("year", "years", "and", "or", "to", "of", "in", "month", "months", "s", "old", "upwards"),
        *("over", "above", "under"),
    )
)
_FINITE = word_set("finite")
_MODALS = frozenset(("will", "'ll", "shall", "are", "is", "being"))
_OWNER = re.compile(
    r"lead|owner|responsib|who\b|agency|provider|delivered by|by whom|accountable|partner", re.I
)
_WHEN = re.compile(
    r"when|date|timescale|deadline|by\b|year|target|milestone|20\d\d|due|completion|"
    r"sum|cost|budget|funding|£|how many",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Strength:
    """A value from 1 to 4, and why."""

    value: int
    because: tuple[Because, ...]


def find_strength(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    lead_in: Marked | None = None,
    columns: Sequence[str] = (),
) -> Strength:
    """Judge how far a statement that names babies goes."""
    if place == "heading":
        return Strength(1, (Because("strength.heading", "", 0, 0),))
    if place == "table" and "|" in marked.words:
        return _table_strength(marked, mentions, columns)
    action = find_action(marked, place, lead_in)
    if action is None:
        return _without_action(marked, mentions, place)
    measure = find_measure(marked, mentions)
    if measure is None:
        return Strength(3, (action,))
    return Strength(4, (action, measure))


def find_action(marked: Marked, place: Place, lead_in: Marked | None = None) -> Because | None:
    """Find the words that commit or call somebody to act."""
    for span in marked.phrases.get("strength.action", ()):
        if not _is_others(marked, span) and not _is_naming(marked, span):
            return marked.because("strength.action", span)
    for span in marked.phrases.get("strength.growing", ()):
        return marked.because("strength.growing", span)
    if place == "list" and _is_gerund(marked):
        return marked.because("strength.gerund", (_first_word(marked), _first_word(marked) + 1))
    imperative = _imperative(marked, place)
    if imperative is not None:
        return imperative
    if lead_in is not None and place == "list" and lead_in.has("strength.action"):
        return Because("strength.lead-in", "", 0, 0)
    return None


def _is_others(marked: Marked, action: Span) -> bool:
    """Say whether somebody else asks for the act: "the charity asked that ... should"."""
    if marked.words[action[0]] in _MODALS and marked.words[action[0]] not in ("is", "are"):
        return False
    return any(voice[0] < action[0] for voice in marked.phrases.get("scope.others-voice", ()))


def _is_naming(marked: Marked, action: Span) -> bool:
    """Say whether the modal is part of an asked question: "what would ..."."""
    return (
        marked.word(action[0] - 1) in ("who", "what", "which")
        and marked.words[action[0]] == "should"
    )


def _imperative(marked: Marked, place: Place) -> Because | None:
    starts = [_first_word(marked)]
    if place in ("list", "table"):
        starts += [
            at + 1
            for at, word in enumerate(marked.words)
            if word in (":", "-", "|", "–") and at < 16
        ]
    for at in starts:
        for span in marked.phrases.get("strength.imperative", ()):
            if span[0] == at and _is_order(marked, span, place):
                return marked.because("strength.imperative", span)
    return None


def _is_gerund(marked: Marked) -> bool:
    """Say whether a list item opens with an activity: "supporting a network of specialists"."""
    at = _first_word(marked)
    word, after = marked.word(at), marked.word(at + 1)
    if not word.endswith("ing") or not after.isalpha() or after in _NOT_OBJECT:
        return False
    stem = word[:-3]
    return (
        stem in _ORDERS
        or stem + "e" in _ORDERS
        or (stem[-1:] == stem[-2:-1] and stem[:-1] in _ORDERS)
    )


_ORDERS = word_set("activities")


def _first_word(marked: Marked) -> int:
    """Pass over bullets and numbering."""
    at = 0
    while at < len(marked.words) and not marked.words[at].isalpha():
        at += 1
    if marked.word(at) == "o" or (len(marked.word(at)) == 1 and marked.word(at + 1) in (")", ".")):
        at += 1
        while at < len(marked.words) and not marked.words[at].isalpha():
            at += 1
    return at


def _is_order(marked: Marked, span: Span, place: Place) -> bool:
    verb, after = marked.words[span[0]], marked.word(span[1])
    if not after:
        return False
    if after == ":" or overlaps(span, marked.phrases.get("strength.scope-line", ())):
        return False
    if span[1] - span[0] > 1 and place != "body":
        return True
    if (verb in _AMBIGUOUS and after in _NOT_OBJECT) or (verb, after) == ("take", "up"):
        return False
    if (
        place != "list"
        and place != "table"
        and verb not in _PLAIN_ORDERS
        and after not in _DETERMINERS
    ):
        return False
    return after not in ("is", "are", "was", "were", "has", "shows")


_PLAIN_ORDERS = word_set("plain-orders")
_DETERMINERS = word_set("determiners")


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
        ("strength.money", _MONEY),
        ("strength.date", _YEAR),
        ("strength.percent", _PERCENT),
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
    if not (_is_figure(word) or word in _COUNT_WORDS) or overlaps((at, at + 1), ages):
        return False
    if before in _DEFINITE or _is_figure(before) or before in _BEFORE_AGES:
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


def _is_figure(word: str) -> bool:
    return word[:1].isdigit()


def _without_action(marked: Marked, mentions: Sequence[Mention], place: Place) -> Strength:
    """Tell a bare mention from an explanation."""
    if any(m.text.lower().startswith("babes in arms") for m in mentions):
        return Strength(1, (Because("strength.stock-phrase", "", 0, 0),))
    if place == "list":
        target = _list_target(marked)
        if target is not None:
            return target
    scope = marked.phrases.get("strength.scope-line", ())
    babies = [m.span[0] for m in mentions if m.reach == "explicit" and not m.set_aside]
    if scope and babies and scope[0][0] <= max(babies) and not _explains(marked):
        return Strength(1, (marked.because("strength.scope-line", scope[0]),))
    if len(marked.ages) >= 2 and not _figures(marked):
        return Strength(1, (Because("strength.age-bands", "", 0, 0),))
    if not _is_sentence(marked, place):
        return Strength(1, (Because("strength.label", "", 0, 0),))
    return Strength(2, (Because("strength.statement", "", 0, 0),))


def _list_target(marked: Marked) -> Strength | None:
    """A list item without a verb that is itself a measure: "£450k in 2026/27, ring-fenced"."""
    text = marked.wording.text
    money, year, percent = _MONEY.search(text), _YEAR.search(text), _PERCENT.search(text)
    target = _TARGET_YEAR.search(text)
    found = money or percent or None
    if found and (target or year):
        start, end = marked.wording.source(*found.span())
        return Strength(4, (Because("strength.target", marked.source[start:end], start, end),))
    return None


def _explains(marked: Marked) -> bool:
    """Say whether a scope line goes on to give a reason."""
    return marked.any_word(
        ("because", "since", "so", "shaped", "depends", "needs", "why", "risk", "matters"),
        0,
        len(marked.words),
    )


def _is_sentence(marked: Marked, place: Place) -> bool:
    words = set(marked.words)
    if words & _FINITE or "'re" in words or "n't" in words:
        return True
    if place == "list":
        return False
    return marked.words[-1:] == ["."] and len(marked.words) > 5


def _table_strength(
    marked: Marked, mentions: Sequence[Mention], columns: Sequence[str]
) -> Strength:
    """A bare name is 1, a count 2, an activity with an owner 3, with a date, sum or target 4."""
    cells = marked.wording.text.split("|")
    heads = " ".join(columns)
    figures = _figures(marked)
    if figures and re.search(r"\b20(?:2[5-9]|[3-9]\d)(?:/\d\d)?\b", " | ".join(cells[1:])):
        return Strength(4, (Because("strength.table-target", "", 0, 0),))
    years = _TARGET_YEAR.search(marked.wording.text) or re.search(r"20[2-9]\d", marked.wording.text)
    ahead = bool(re.search(r"\b20(?:2[5-9]|[3-9]\d)\b|target", heads, re.I)) and bool(
        re.search(r"baseline|target|20\d\d", heads, re.I)
    )
    activity = _activity(marked, columns)
    measure = (
        years
        or _MONEY.search(marked.wording.text)
        or re.search(r"\d+ a (?:year|month|week)|each year|Q[1-4]\b", marked.wording.text)
    )
    if figures and ahead and len(figures) >= 2:
        return Strength(4, (Because("strength.table-target", "", 0, 0),))
    if measure and (
        activity
        or re.search(
            r"target|baseline|plan|outcome|delivery|action", marked.wording.text + heads, re.I
        )
    ):
        return Strength(4, (Because("strength.table-measure", "", 0, 0),))
    if (
        activity
        and (_OWNER.search(heads) or len(cells) >= 3)
        and not (any(columns[:-1]) and not _OWNER.search(heads))
    ):
        return Strength(3, (activity,))
    said = _said_in_full(marked)
    if said:
        return Strength(3, (said,))
    if figures or (any(len(cell.split()) >= 2 for cell in cells[1:]) and _is_offer_row(cells)):
        return Strength(
            2, (Because("strength.table-count" if figures else "strength.table-offer", "", 0, 0),)
        )
    return Strength(1, (Because("strength.table-name", "", 0, 0),))


def _said_in_full(marked: Marked) -> Because | None:
    """Find words that commit in a cell that is a sentence: "5. | Babies will be seen at home"."""
    bars = [at for at, word in enumerate(marked.words) if word == "|"]
    for span in marked.phrases.get("strength.action", ()):
        start = max((bar for bar in bars if bar < span[0]), default=-1)
        end = min((bar for bar in bars if bar >= span[1]), default=len(marked.words))
        if end - start > _SENTENCE and start + 1 < span[0] and not _is_others(marked, span):
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


def _figures(marked: Marked) -> list[int]:
    """Places of numbers in a row that are no ages, dates or numbering."""
    ages = [(age.start, age.end) for age in marked.ages]
    return [
        at
        for at, word in enumerate(marked.words)
        if _is_figure(word)
        and not overlaps((at, at + 1), ages)
        and not (at == 0 and marked.word(1) in (".", ")", "|"))
        and not re.fullmatch(r"20\d\d|19\d\d", word)
        and marked.word(at - 1) not in _DEFINITE
    ]


def _activity(marked: Marked, columns: Sequence[str]) -> Because | None:
    action = marked.phrases.get("strength.action")
    if action:
        return marked.because("strength.action", action[0])
    starts = [0] + [at + 1 for at, word in enumerate(marked.words) if word in ("|", ":")]
    for at in starts:
        for span in marked.phrases.get("strength.imperative", ()):
            if span[0] == at and _is_order(marked, span, "table"):
                return marked.because("strength.imperative", span)
    return None
