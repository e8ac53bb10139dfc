"""An answer put together from whole sentences: as many of the weightiest as a limit allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from auditor.report.characters import visible
from auditor.report.consultation.evidence import find_bearing
from auditor.report.consultation.limits import Limit
from auditor.report.consultation.subjects import consultation_words
from auditor.report.story.answers import ENOUGH, Answer
from auditor.report.story.quotes import Quote, Where
from auditor.report.story.summary import reads_whole
from auditor.rules.sentence_templates import fill

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")
_BEGINS = re.compile(r"[A-Z0-9“\"'‘(]")
FIRST, LATER = 0, 100
"""Reasons wait until every subject has had its ask and its evidence."""
ASK, FINDING, REASON = 0, 50, 70
"""Within a subject the ask is taken first, then what the document says, then why it matters."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One whole sentence of an answer, or several that make sense only together."""

    text: str
    paragraph: int
    step: int
    """Its place in its paragraph."""
    rank: tuple[int, int]
    """What is weightiest is taken first: the lower, the sooner."""
    after: str = ""
    """A sentence without which this one makes no sense."""
    unless: str = ""
    """A sentence in place of which this one stands."""
    stands_alone: bool = False
    """True if it says something where nothing else fits."""


def compose(
    answers: Sequence[Answer], limit: Limit, *, opening: str = "", partly_read: bool = False
) -> str:
    """Write an answer on some subjects, the weightiest first; "" where no sentence fits.

    `partly_read` is True where some of the document could not be read.
    """
    offered = [Sentence(opening, 0, 0, (-1, 0))] if opening else []
    for place, answer in enumerate(answers, 1):
        offered += _sentences(answer, place, partly_read=partly_read)
    alone = [replace(one, after="") for one in offered if one.stands_alone]
    return _laid_out(_choose(offered, limit) or _choose(alone, limit))


def _choose(offered: Sequence[Sentence], limit: Limit) -> list[Sentence]:
    """Take sentences by their rank while they fit; a shorter one may follow one that does not."""
    chosen: list[Sentence] = []
    for one in sorted(offered, key=lambda one: one.rank):
        taken = {each.text for each in chosen if each.paragraph == one.paragraph}
        if taken & {one.text, one.unless} or (one.after and one.after not in taken):
            continue
        longer = sorted([*chosen, one], key=lambda each: (each.paragraph, each.step))
        if limit.allows(_laid_out(longer)):
            chosen = longer
    return chosen


def _laid_out(sentences: Iterable[Sentence]) -> str:
    """Put sentences into paragraphs, one a subject."""
    paragraphs: dict[int, list[str]] = {}
    for one in sentences:
        paragraphs.setdefault(one.paragraph, []).append(one.text)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs.values())


def _sentences(answer: Answer, place: int, *, partly_read: bool) -> Iterator[Sentence]:
    """Write what could be said on one subject, in the order in which it reads."""
    ask = _first_ask(answer)
    reasons = _in_turn(answer.rubric.why, REASON, ask) if ask else ()
    asks = _in_turn(answer.advice, ASK)
    parts = (*_says(answer, partly_read=partly_read), *reasons, *asks)
    for step, (text, rank, after, unless) in enumerate(parts):
        later = LATER if rank == REASON else FIRST
        yield Sentence(
            text, place, step, (later + place, rank + step), after, unless, rank == FINDING
        )


class Part(NamedTuple):
    """A sentence with its rank within its subject."""

    text: str
    rank: int
    after: str = ""
    unless: str = ""


def _in_turn(text: str, rank: int, before: str = "") -> Iterator[Part]:
    """Give the sentences of a text, each of which makes sense only after the one before."""
    for sentence in split_sentences(text):
        yield Part(sentence, rank, before)
        before = sentence


def _first_ask(answer: Answer) -> str:
    return next(iter(split_sentences(answer.advice)), "")


def _says(answer: Answer, *, partly_read: bool) -> Iterator[Part]:
    """Say what the document holds on a subject, with one passage that shows it."""
    level, bearing = answer.level or 0, find_bearing(answer)
    if level >= ENOUGH:
        yield from _told("welcome", answer, bearing)
    elif level and bearing:
        for part in _told("evidence", answer, bearing):
            yield part
            yield Part(consultation_words().says["no_further"], FINDING, part.text)
    elif answer.counter:
        yield from _told("against", answer, answer.counter)
    else:
        name = consultation_words().subject_named(answer.id).name
        silent = "silent_unread" if partly_read else "silent"
        form = consultation_words().says["little" if level else silent]
        yield Part(fill(form, {"name": name}), FINDING, _first_ask(answer))


def _told(form: str, answer: Answer, quotes: Sequence[Quote]) -> Iterator[Part]:
    """Quote the passage that shows most; where it is too long, or no sentence, point at it instead."""
    says = consultation_words().says
    shown = min(quotes, key=_reads_ill)
    values = {
        "name": consultation_words().subject_named(answer.id).name,
        "quote": plain_text(shown),
        "where": _cited(shown.where),
    }
    quoted = _with_one_stop(fill(says[form], values)) if is_sentence(shown) else ""
    if quoted:
        yield Part(quoted, FINDING)
    yield Part(fill(says[f"{form}_points"], values), FINDING, unless=quoted)


def _reads_ill(quote: Quote) -> tuple[bool, bool, bool]:
    """Put last what is no sentence, leans on the one before it, or was read from a picture."""
    first = re.split(r"\W", plain_text(quote).casefold(), maxsplit=1)[0]
    return not is_sentence(quote), first in consultation_words().leaning, quote.ocr


def _with_one_stop(sentence: str) -> str:
    """End a sentence with one stop where the quote at its end has its own."""
    return sentence.removesuffix(".") if sentence.endswith((".”.", "!”.", "?”.")) else sentence


def is_sentence(quote: Quote) -> bool:
    """True if a passage can stand in a letter: whole, a capital at its head, every sign to be seen."""
    text = plain_text(quote)
    is_clear = visible(text) == text
    return is_clear and reads_whole(quote) and text[-1] != ";" and bool(_BEGINS.match(text))


def plain_text(quote: Quote) -> str:
    """Return a passage on one line."""
    return " ".join(quote.text.split())


def _cited(where: Where) -> str:
    """Write where a passage stands, in brackets; nothing where it has neither page nor heading."""
    says = consultation_words().says
    if where.page is not None:
        form = "printed" if where.label else "page"
        place = fill(says[form], {"page": str(where.page), "label": where.label or ""})
    elif where.section:
        place = fill(says["under"], {"heading": " ".join(visible(where.section[-1]).split())})
    else:
        return ""
    if where.file:
        place = fill(says["of_file"], {"place": place, "file": visible(where.file)})
    return " " + fill(says["where"], {"place": place})


def split_sentences(text: str) -> list[str]:
    """Part a text after each sentence.

    >>> split_sentences("We ask for a lead. GPs, e.g. in hubs, know. “Why?” is next.")
    ['We ask for a lead.', 'GPs, e.g. in hubs, know.', '“Why?” is next.']
    """
    return [one for one in _SENTENCE_END.split(" ".join(text.split())) if one]
