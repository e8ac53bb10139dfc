"""Words of printed lines joined into running text: cut words put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.layout.hyphenation import HYPHENS, LEAD, TAIL, Vocabulary

DASHES = frozenset("–—/")
BETWEEN_PARAGRAPHS = " • "
"""Between the paragraphs of a cell, where no stop parts them."""
STOPS = frozenset((".", ","))
WORDS_OF_ONE_LETTER = frozenset("AIO")
OPENERS = frozenset(["all", "an", "as", "at", "if", "in", "it", "of", "on", "one", "our"])
"""Words of a sentence's beginning that are these letters and others."""


class Span(NamedTuple):
    """Words of one printed line that go into a block."""

    page: ClassifiedPage
    first: int
    last: int
    opens: bool = False
    """Whether it opens another paragraph of a cell."""


@dataclass(slots=True)
class Run:
    """Words that stand one after the other on their page, on one line or several, ready to be printed."""

    before: str
    """What stands between them and the run before them."""
    texts: list[str]
    page: ClassifiedPage
    first: int
    """The index on the page of the first of them."""


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins the words of printed lines."""

    known: Vocabulary

    def text(self, spans: Sequence[Span]) -> str:
        """Give the running text of lines."""
        if len(spans) == 1 and spans[0].page.is_plain:
            page, first, last, _ = spans[0]
            return " ".join(page.clean[first:last]).strip()
        return printed(self.runs(spans)).strip()

    def runs(self, spans: Sequence[Span]) -> list[Run]:
        """Give the words of some lines, halves at line ends joined."""
        if len(spans) == 1 and spans[0].page.is_plain:
            page, start, last, _ = spans[0]
            return [Run("", list(page.clean[start:last]), page, start)] if start < last else []
        return self._joined(spans)

    def _joined(self, spans: Sequence[Span]) -> list[Run]:
        """Give the words of lines that may be of several runs."""
        found: list[Run] = []
        before: Run | None = None
        for span in spans:
            page, start, last, opens = span
            if before is not None and not opens and start < last:
                is_next = page.is_plain and _goes_on(before, page, start)
                if is_next and self._half(before, page.clean[start]) is None:
                    before.texts += page.clean[start:last]
                    continue
            gap = BETWEEN_PARAGRAPHS if opens else " "
            for first, texts in _printed(span):
                if before is None:
                    gap = ""
                else:
                    following = texts[0]
                    if following in STOPS and before.texts[-1] not in STOPS:
                        gap = ""  # as where the mark of a note was left out before it
                    elif before.page.initials and self._is_initial_of(before, following):
                        gap = ""
                    kept = self._half(before, following) if first == start else None
                    if kept is not None:
                        before.texts[-1], gap = kept, ""
                    elif gap == " " and _goes_on(before, page, first):
                        before.texts += texts
                        continue
                before = Run(gap, texts, page, first)
                found.append(before)
                gap = " "
        return found

    def _is_initial_of(self, before: Run, following: str) -> bool:
        """True if a run is a large initial letter, and no word of its own."""
        if before.first not in before.page.initials or len(before.texts) > 1:
            return False
        letter, rest = before.texts[0], LEAD.match(following)
        if letter.strip("“‘\"'") not in WORDS_OF_ONE_LETTER or rest is None:
            return True
        word = f"{letter}{rest.group()}".lower()
        return word in self.known.words or word in OPENERS

    def _half(self, before: Run, following: str) -> str | None:
        """Give the last word of a run as it stands before the next line's; None for a space."""
        texts, page = before.texts, before.page
        text, last = texts[-1], before.first + len(texts) - 1
        if text[-1] in DASHES:
            return text if len(text) > 1 and text[-2].isdigit() and following[0].isdigit() else None
        raw, soft = page.words[last], page.soft
        hyphen = raw[-1] in HYPHENS
        if not (hyphen or (len(soft) and soft.item(last))):
            return None
        stem = text.rstrip("-\u2010") if hyphen else text
        tail, lead = TAIL.search(stem), LEAD.match(following)
        if tail is None or lead is None:
            return stem + "-" if stem and following[:1].isalnum() else None
        return stem + ("-" if self.known.keeps_hyphen(tail.group(), lead.group(), raw) else "")


def printed(runs: Sequence[Run]) -> str:
    """Give what is printed of runs: the words, and what stands before them."""
    if len(runs) == 1:
        return runs[0].before + " ".join(runs[0].texts)
    return "".join([run.before + " ".join(run.texts) for run in runs])


def _goes_on(before: Run, page: ClassifiedPage, first: int) -> bool:
    """True if a word stands straight behind those of a run, and no large initial on their page."""
    is_next = before.page is page and first == before.first + len(before.texts)
    return is_next and not page.initials


def _printed(span: Span) -> Sequence[tuple[int, list[str]]]:
    """Give the words of a span that print something, and where each run of them begins.

    A stop that stands alone begins one.
    """
    page, first, last, _ = span
    texts = list(page.clean[first:last])
    if page.is_plain or (all(texts) and STOPS.isdisjoint(texts)):
        return ((first, texts),) if texts else ()
    found: list[tuple[int, list[str]]] = []
    for at, text in enumerate(texts, first):
        if found and text not in STOPS and found[-1][0] + len(found[-1][1]) == at:
            found[-1][1].extend(filter(None, (text,)))
        elif text:
            found.append((at, [text]))
    return found
