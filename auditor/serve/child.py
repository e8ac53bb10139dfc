"""The far side of a worker: a process with limits that audits one document after the other.

Started as `python -m auditor.serve.child [LEXICONS RUBRIC]`. It is itself the guarded process,
so it reads documents right here; whatever goes wrong in it takes down no page.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from auditor.document.guarded import already_limited
from auditor.errors import AuditorError, TooLargeDocumentError
from auditor.progress import heard_by
from auditor.records import Audit, Passage, Reading
from auditor.rules import Rules
from auditor.serve.frames import Frame, read_frame, write_frame
from auditor.serve.parcel import pack

MOST_PICTURES = 120
"""Pages drawn of one document: those that hold a statement which bears on babies."""
SELDOM = 0.05
"""Seconds between two words on progress."""

Send = Callable[[Frame], None]


def main() -> None:
    """Answer questions until nobody asks any more."""
    answers = _private_output()
    chosen = [Path(each) if each else None for each in (*sys.argv[1:3], "", "")[:2]]
    rules = Rules.read(*chosen)
    _warm(rules)

    def send(frame: Frame) -> None:
        write_frame(answers, frame)

    send(Frame("ready"))
    while True:
        try:
            question = read_frame(sys.stdin.buffer)
        except EOFError:
            return
        _answer(question, rules, send)


def _private_output() -> IO[bytes]:
    """Keep standard output for answers; whatever is printed goes to standard error."""
    private = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return private


def _warm(rules: Rules) -> None:
    """Load what is slow to load, so that no document waits for it."""
    from auditor.language.statements import judge

    judge(Passage("Babies matter."), rules)


def _answer(question: Frame, rules: Rules, send: Send) -> None:
    """Answer one question; every answer ends with "end", "failed" or "bug"."""
    try:
        if question.kind == "explain":
            send(Frame("judgement", _explain(question.values, rules)))
        else:
            _audit(question.values, rules, send)
        send(Frame("end"))
    except AuditorError as error:
        send(_failed(error))
    except MemoryError:
        send(_failed(TooLargeDocumentError("took more memory than an audit may take")))
        os._exit(1)
    except Exception:
        traceback.print_exc()
        send(Frame("bug"))


def _failed(error: AuditorError) -> Frame:
    return Frame("failed", {
        "error": type(error).__name__, "message": error.message, "remedy": error.remedy,
    })


def _explain(values: dict[str, Any], rules: Rules) -> dict[str, Any]:
    """Judge one sentence."""
    from auditor.language.statements import judge

    passage = Passage(
        values["sentence"], values["place"], values["heading"] or None, language="en"
    )
    said = judge(passage, rules)
    return {
        "reach": said.reach, "topic": said.topic, "strength": said.strength,
        "criteria": list(said.criteria), "set_aside": said.set_aside,
        "confidence": said.confidence,
        "because": [
            {"rule": one.rule, "text": one.text, "start": one.start, "end": one.end}
            for one in said.because
        ],
    }


def _audit(values: dict[str, Any], rules: Rules, send: Send) -> None:
    """Audit a document, then make what needs its file: pictures of pages, the marked copy."""
    from auditor.pipeline import audit_document

    paths = [Path(each) for each in values["paths"]]
    reading = Reading(language=values["language"], ocr=values["ocr"])
    _limit(reading.memory, float(values["seconds"]))
    with already_limited(), heard_by(_Seldom(send)):
        audit = audit_document(paths if len(paths) > 1 else paths[0], rules, reading=reading)
    send(Frame("audit", body=pack(audit)))
    with ThreadPoolExecutor(1, initializer=_step_back) as background:
        background.submit(_send_further, audit, paths, rules, send).result()


def _step_back() -> None:
    """Let the page that shows the report go first, where a thread can have its own rank."""
    if sys.platform.startswith("linux"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


def _send_further(audit: Audit, paths: Sequence[Path], rules: Rules, send: Send) -> None:
    """Make what needs the file and can wait."""
    for page, picture in _pictures(audit, paths):
        send(Frame("picture", {"page": page}, picture))
    for name, content in _further(audit, paths, rules):
        send(Frame("file", {"name": name}, content))


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
        self._send(Frame("progress", {"work": work, "done": done, "total": total}))


def _limit(memory: int, seconds: float) -> None:
    """Limit processor time, and memory on top of what the process has already."""
    try:
        import resource
    except ImportError:  # Windows has no such limits: the clock of the parent must do
        return
    from auditor.document.worker import limit

    try:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    limit(used + memory, seconds)


def _pictures(audit: Audit, paths: Sequence[Path]) -> Iterator[tuple[int, bytes]]:
    """Draw the pages that a reviewer will want to see."""
    from auditor.document.picture import render_pages

    wanted = _pages_to_show(audit)
    files = audit.document.files
    for file, path in zip(files, paths, strict=False):
        first = file.first_page if len(files) > 1 else 1
        own = [page - first + 1 for page in wanted if first <= page < first + file.pages]
        if own and b"%PDF-" in path.read_bytes()[:65536]:
            for page, picture in render_pages(path, own):
                yield page + first - 1, picture


def _pages_to_show(audit: Audit) -> list[int]:
    """Name the pages with statements, those that weigh most first."""
    ranks = ("explicit", "excluded", "early_years", "nominal", "parental", "older", "generic")
    words = audit.document.words
    shown = [one for one in audit.statements if one.reach in ranks]
    shown.sort(key=lambda one: ranks.index(one.reach))
    found = (words.page_at(one.start, one.end) for one in (*shown, *audit.near_misses))
    return list(dict.fromkeys(page for page in found if page))[:MOST_PICTURES]


def _further(
    audit: Audit, paths: Sequence[Path], rules: Rules
) -> Iterator[tuple[str, bytes]]:
    """Make the downloads that need the file itself, where this installation can."""
    from auditor.report.formats import find_writer
    from auditor.report.view import view_of

    makers: dict[str, Callable[[], object]] = {
        "annotated": lambda: find_writer("auditor.report.annotate:annotate", "", "annotated")(
            paths[0], audit, rules
        ),
        "pack": lambda: find_writer("auditor.report.pack:render_pack", "pdf", "pack")(
            paths[0], view_of(audit, rules), audit, rules
        ),
    }
    for name, make in makers.items():
        try:
            content = make()
        except AuditorError as error:
            sys.stderr.write(f"{name}: {error}\n")
            continue
        if isinstance(content, bytes):
            yield name, content


if __name__ == "__main__":
    main()
