"""What the child does for `queue`: it audits documents and judges sentences.

Whatever goes wrong in it takes down no page.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

from auditor.errors import AuditorError, TooLargeDocumentError
from auditor.isolation.child_main import Answer, Send
from auditor.progress import heard_by
from auditor.records import Audit, OcrMode, Passage, Place, Reading
from auditor.rules import Rules
from auditor.serve.jobs.messages import (
    Audited,
    Download,
    Failed,
    Judged,
    Picture,
    Progress,
    ToAudit,
    ToJudge,
)
from auditor.serve.store.serialisation import serialise

MOST_PICTURES = 120
"""Pages drawn of one document: those that hold a statement which bears on babies."""
MARKED = {".pdf": "annotated", ".odt": "annotated-odt", ".fodt": "annotated-fodt"}
"""The names by which marked copies are kept, by ending; the rest are Word files."""
SELDOM = 0.05
"""Seconds between two words on progress."""


def make_auditor(setup: tuple[Path | None, Path | None, str]) -> Answer:
    """Return what audits documents and judges sentences by the rules chosen."""
    rules = Rules.read(*setup)
    _warm(rules)

    def answer(question: ToAudit | ToJudge, send: Send) -> None:
        _answer(question, rules, send)

    return answer


def _warm(rules: Rules) -> None:
    """Load what is slow to load, so that no document waits for it."""
    from auditor.language.statements import judge

    judge(Passage("Babies matter."), rules)


def _answer(question: ToAudit | ToJudge, rules: Rules, send: Send) -> None:
    """Answer one question; where it cannot be answered, the last message is `Failed`."""
    try:
        if isinstance(question, ToJudge):
            send(_judge(question, rules))
        else:
            _audit(question, rules, send)
    except AuditorError as error:
        send(_failed(error))
    except MemoryError:
        send(_failed(TooLargeDocumentError("took more memory than an audit may take")))
        os._exit(1)
    except Exception:
        traceback.print_exc()
        send(Failed("bug"))


def _failed(error: AuditorError) -> Failed:
    return Failed(type(error).__name__, error.message, error.remedy)


def _judge(question: ToJudge, rules: Rules) -> Judged:
    from auditor.language.statements import judge

    place = cast(Place, question.place)
    passage = Passage(question.sentence, place, question.heading or None, language="en")
    return Judged(judge(passage, rules))


def _audit(question: ToAudit, rules: Rules, send: Send) -> None:
    """Audit a document, then make what needs its file: pictures of pages, the marked copy."""
    from auditor.pipeline import audit_document

    paths = question.paths
    reading = Reading(language=question.language, ocr=cast(OcrMode, question.ocr))
    with heard_by(_Seldom(send)):
        audit = audit_document(paths if len(paths) > 1 else paths[0], rules, reading=reading)
    send(Audited(serialise(audit)))
    with ThreadPoolExecutor(1, initializer=_step_back) as background:
        background.submit(_send_further, audit, paths, rules, send).result()


def _step_back() -> None:
    """Let the page that shows the report go first, where a thread can have its own rank."""
    if sys.platform.startswith("linux"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


def _send_further(audit: Audit, paths: Sequence[Path], rules: Rules, send: Send) -> None:
    """Make what needs the file and can wait."""
    for page, picture in _pictures(audit, paths):
        send(Picture(page, picture))
    send(_marked_copy(audit, paths, rules))


class _Seldom:
    """Passes progress on, but not more often than a person can see."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._last = ("", 0.0)

    def __call__(self, work: str, done: int, total: int) -> None:
        now = time.monotonic()
        if work == self._last[0] and now - self._last[1] < SELDOM and done < total:
            return
        self._last = (work, now)
        self._send(Progress(work, done, total))


def _pictures(audit: Audit, paths: Sequence[Path]) -> Iterator[tuple[int, bytes]]:
    """Draw the pages that a reviewer will want to see."""
    from auditor.document.pdf.rendering import render_pages

    wanted = _pages_to_show(audit)
    files = audit.document.files
    for file, path in zip(files, paths, strict=False):
        first = file.first_page if len(files) > 1 else 1
        own = [page - first + 1 for page in wanted if first <= page < first + file.pages]
        if own and b"%PDF-" in path.read_bytes()[:65536]:
            for page, picture in render_pages(path, own):
                yield page + first - 1, picture


def _pages_to_show(audit: Audit) -> list[int]:
    """Return the pages with statements, those that weigh most first."""
    ranks = ("explicit", "excluded", "early_years", "nominal", "parental", "older", "generic")
    words = audit.document.words
    shown = [one for one in audit.statements if one.reach in ranks]
    shown.sort(key=lambda one: ranks.index(one.reach))
    found = (words.page_at(one.start, one.end) for one in (*shown, *audit.near_misses))
    return list(dict.fromkeys(page for page in found if page))[:MOST_PICTURES]


def _marked_copy(audit: Audit, paths: Sequence[Path], rules: Rules) -> Download:
    """Make the copy that needs the file itself, or tell why there is none."""
    from auditor.marked_copy import make_marked_copy

    try:
        copy = make_marked_copy(paths[0], audit, rules)
        return Download(MARKED.get(copy.ending, "annotated-docx"), copy.content)
    except AuditorError as error:
        return Download("refused", str(error).encode("utf-8"))
