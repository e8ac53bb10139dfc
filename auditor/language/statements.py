"""All of the language stage put together: passages in, judged statements out."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator

from auditor.errors import TimedOutError
from auditor.language.stage import stage_of
from auditor.progress import tell
from auditor.records import Document, DocumentKind, Judgement, Passage, Statement
from auditor.rules import Rules


def judge(passage: Passage, rules: Rules) -> Judgement:
    """Judge one passage by the labelling guide: reach, topic, strength, criteria, and why."""
    return stage_of(rules, passage.language).judge(passage)


def judge_all(passages: Iterable[Passage], rules: Rules) -> Iterator[Judgement]:
    """Judge passages one after the other."""
    return (judge(passage, rules) for passage in passages)


def prepare(rules: Rules, language: str = "en") -> None:
    """Build what judges a language, while there is time for it."""
    stage = stage_of(rules, language)
    stage.judge(Passage("Babies and children under two will be seen."))


def find_statements(
    document: Document, rules: Rules, *, seconds: float = math.inf
) -> tuple[Statement, ...]:
    """Cut a document into statements and judge each, in reading order.

    Raises:
        TimedOutError: judging took more seconds than it may.

    """
    deadline = time.monotonic() + seconds
    stage = stage_of(rules, document.language)
    kind: DocumentKind = document.kind
    seen: dict[tuple[str, str], str] = {}
    statements: list[Statement] = []
    ocr_pages = {page.number for page in document.pages if page.ocr}
    for number, passage in enumerate(stage.splitter.passages(document, kind), 1):
        tell("judging", passage.start, len(document.text))
        if time.monotonic() > deadline:
            raise _too_late(document, seconds)
        id = f"s{number:04d}"
        key = (passage.place, " ".join(passage.text.split()).casefold())
        repeat = seen.setdefault(key, id)
        start, end = passage.start, passage.start + len(passage.text)
        statements.append(
            Statement(
                id=id,
                text=passage.text,
                start=start,
                end=end,
                place=passage.place,
                section=passage.section,
                judgement=stage.judge(passage),
                file=passage.file,
                ocr=passage.ocr
                or (bool(ocr_pages) and document.words.page_at(start, end) in ocr_pages),
                repeat_of=None if repeat == id else repeat,
                columns=passage.columns,
            )
        )
    return tuple(statements)


def _too_late(document: Document, seconds: float) -> TimedOutError:
    return TimedOutError(
        f"took longer than {seconds:g} seconds to judge",
        place=document.name,
        remedy="Give it more time with --timeout, or split it into parts.",
    )
