"""All of the language stage put together: passages in, judged statements out."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator

from auditor.errors import TimedOutError
from auditor.language.passage_languages import tell_passages
from auditor.language.stage import LanguageStage, stage_of
from auditor.language.translations import without_translations
from auditor.language_detection import UNKNOWN
from auditor.progress import tell
from auditor.records import Because, Document, Judgement, Passage, Statement
from auditor.rules import Rules

UNREAD_LANGUAGE = "language.unread"
"""The reason beside a passage that was not judged, for there are no lists for its language."""


def judge(passage: Passage, rules: Rules) -> Judgement:
    """Judge one passage by the labelling guide: reach, topic, strength, criteria, and why.

    A passage in a language without lists is not judged: nothing is said of it.
    """
    return _judge_in(passage, {}, rules)


def is_read(language: str, rules: Rules) -> bool:
    """True if there are lists for a language; what could not be told is read as English."""
    return language in rules.languages or language == UNKNOWN


def _judge_in(passage: Passage, stages: dict[str, LanguageStage], rules: Rules) -> Judgement:
    """Judge a passage by the stage of its language, which is kept in `stages`."""
    stage = stages.get(passage.language)
    if stage is None:
        if not is_read(passage.language, rules):
            return Judgement("none", because=(Because(UNREAD_LANGUAGE, "", 0, 0),))
        stage = stages[passage.language] = stage_of(rules, passage.language)
    return stage.judge(passage)


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
    """Cut a document into statements and judge each in its language, in reading order.

    Raises:
        TimedOutError: judging took more seconds than it may.

    """
    deadline = time.monotonic() + seconds
    stage = stage_of(rules, document.language)
    passages = list(stage.splitter.passages(document, document.kind))
    if not document.language_given:
        passages = tell_passages(passages, document.language, rules.languages)
    stages = {document.language: stage} if is_read(document.language, rules) else {}
    seen: dict[tuple[str, str], str] = {}
    statements: list[Statement] = []
    ocr_pages = {page.number for page in document.pages if page.ocr}
    for number, passage in enumerate(passages, 1):
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
                judgement=_judge_in(passage, stages, rules),
                file=passage.file,
                ocr=passage.ocr
                or (bool(ocr_pages) and document.words.page_at(start, end) in ocr_pages),
                repeat_of=None if repeat == id else repeat,
                columns=passage.columns,
                language=passage.language,
            )
        )
    return without_translations(statements, rules)


def _too_late(document: Document, seconds: float) -> TimedOutError:
    return TimedOutError(
        f"took longer than {seconds:g} seconds to judge",
        place=document.name,
        remedy="Give it more time with --timeout, or split it into parts.",
    )
