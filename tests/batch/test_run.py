"""A batch: every input ends as exactly one row, whatever the documents do to their workers."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import stand_in

from auditor.batch.child import audit_one
from auditor.batch.job import Job, Outcome, Task
from auditor.batch.row import Entry, Row
from auditor.batch.run import run_batch
from auditor.batch.runners import LocalRunner
from auditor.batch.sources.addresses import FetchRules
from auditor.batch.sources.listing import find_sources
from auditor.batch.sources.manifest import read_manifest
from auditor.batch.sources.source import Source
from auditor.batch.workers import Workers
from auditor.records import Reading
from tests.serve.live import wait_for

WriteDocuments = Callable[..., Path]


class InThisProcess:
    """A runner without workers, that counts what it is asked to do."""

    def __init__(self, job: Job) -> None:
        """Audit for a job."""
        self.job = job
        self.asked: list[int] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Audit one task after the other, here."""
        for task in tasks:
            self.asked.append(task.number)
            yield task, audit_one(task, self.job)


def _run(given: Path, out: Path, **changes: object) -> tuple[tuple[Entry, ...], list[int]]:
    job = stand_in.job(**changes)
    runner = InThisProcess(job)
    return run_batch(list(find_sources([str(given)])), job, out, runner), runner.asked


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Read all results, the state apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".sqlite" and not path.name.startswith("batch.sqlite")
    }


def test_each_way_to_end_is_one_row(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """Audited, unreadable, failed, duplicate: one row each, in the order of the input."""
    given = write_documents(
        "babies one", "BROKEN", "LOCKED", "BUG", "CRASH", "HANG", "GREEDY", "babies one", "last"
    )
    job = stand_in.job(seconds=3.0)
    entries = run_batch(
        list(find_sources([str(given)])), job, tmp_path / "out", LocalRunner(job, 2)
    )
    assert [(entry.number, entry.row.outcome) for entry in entries] == [
        (1, "audited"),
        (2, "unreadable"),
        (3, "unreadable"),
        (4, "failed"),
        (5, "failed"),
        (6, "failed"),
        (7, "failed"),
        (8, "duplicate"),
        (9, "audited"),
    ]
    reasons = {entry.number: entry.row.reason for entry in entries}
    assert "ZeroDivisionError" in reasons[4]
    assert "SIGSEGV" in reasons[5]
    assert "3 seconds" in reasons[6]
    assert "memory" in reasons[7]
    assert entries[7].duplicate_of == 1
    assert all(entry.row.remedy for entry in entries if entry.is_failure)


def test_first_death_is_forgiven(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """A worker that dies once costs nothing: the document is tried again."""
    given = write_documents(f"CRASH-ONCE {tmp_path / 'marker'}")
    job = stand_in.job()
    (entry,) = run_batch(
        list(find_sources([str(given)])), job, tmp_path / "out", LocalRunner(job, 1)
    )
    assert entry.row.outcome == "audited"


def test_missing_and_empty_inputs_are_rows(tmp_path: Path) -> None:
    """A file that is not there and a folder without documents are told, not dropped."""
    (tmp_path / "empty").mkdir()
    job = stand_in.job()
    given = [str(tmp_path / "empty"), str(tmp_path / "no.pdf")]
    sources = list(find_sources(given))
    entries = run_batch(sources, job, tmp_path / "out", InThisProcess(job))
    assert [entry.row.outcome for entry in entries] == ["unreadable", "unreadable"]
    assert [entry.source for entry in entries] == given


def test_nothing_is_done_twice(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """A second run asks for nothing and gives the same entries and bytes."""
    given = write_documents("one", "two", "BROKEN", "one")
    first, asked = _run(given, tmp_path / "out")
    before = bytes_in(tmp_path / "out")
    second, asked_again = _run(given, tmp_path / "out")
    assert asked == [1, 2, 3]
    assert asked_again == []
    assert second == first
    assert bytes_in(tmp_path / "out") == before


def test_changed_document_is_done_again(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """What counts is the bytes of a document, not its name."""
    given = write_documents("one", "two")
    _run(given, tmp_path / "out")
    (given / "001.txt").write_text("three")
    assert _run(given, tmp_path / "out")[1] == [2]


@pytest.mark.parametrize(
    "change",
    [
        {"version": "9.9.9"},
        {"rules_hash": "sha256:other"},
        {"formats": ("json", "md")},
        {"reading": Reading(ocr="off")},
        {"reading": Reading(language="cy")},
        {"reading": Reading(engine="pdfplumber")},
    ],
    ids=["version", "rules", "formats", "ocr", "language", "engine"],
)
def test_other_tool_or_rules_do_all_again(
    write_documents: WriteDocuments, tmp_path: Path, change: dict[str, object]
) -> None:
    """Results of another version, rubric or word list are not taken over."""
    given = write_documents("one")
    _run(given, tmp_path / "out")
    assert _run(given, tmp_path / "out", **change)[1] == [1]


def test_failure_is_tried_again_under_other_limits(
    write_documents: WriteDocuments, tmp_path: Path
) -> None:
    """What failed is not tried again and again, but it is once it may take longer."""
    given = write_documents("BUG", "fine")
    _run(given, tmp_path / "out")
    assert _run(given, tmp_path / "out")[1] == []
    assert _run(given, tmp_path / "out", seconds=99.0)[1] == [1]


def test_lost_report_is_made_again(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """A report that somebody deleted comes back with the next run."""
    given = write_documents("one")
    entries, _ = _run(given, tmp_path / "out")
    (tmp_path / "out" / entries[0].row.outputs[1]).unlink()
    assert _run(given, tmp_path / "out")[1] == [1]


def test_fresh_starts_over(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """With `fresh`, what was done counts for nothing."""
    given = write_documents("one")
    _run(given, tmp_path / "out")
    job = stand_in.job()
    runner = InThisProcess(job)
    run_batch(list(find_sources([str(given)])), job, tmp_path / "out", runner, fresh=True)
    assert runner.asked == [1]


def test_manifest_columns_come_back(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """Each row carries its columns; a group is one row of all its files."""
    write_documents("one", "two", "annex")
    (tmp_path / "list.csv").write_text(
        "path,group,country,verdict\nplans/000.txt,a,Kenya,old\nplans/001.txt,,Peru,\n"
        "plans/002.txt,a,Kenya,\n"
    )
    job = stand_in.job()
    entries = run_batch(
        read_manifest(tmp_path / "list.csv"), job, tmp_path / "out", InThisProcess(job)
    )
    cells = [entry.cells() for entry in entries]
    assert [each["country"] for each in cells] == ["Kenya", "Peru"]
    assert cells[0]["document_name"] == "000.txt + 002.txt"
    assert cells[0]["manifest_verdict"] == "old"
    assert cells[0]["verdict"] in stand_in.VERDICTS


def test_workers_change_nothing(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """One worker, two workers and no worker at all give the same bytes."""
    given = write_documents(*(f"plan {number}" for number in range(12)))
    job = stand_in.job()
    sources = list(find_sources([str(given)]))
    run_batch(sources, job, tmp_path / "0", InThisProcess(job))
    for count in (1, 2):
        run_batch(sources, job, tmp_path / str(count), LocalRunner(job, count))
        assert bytes_in(tmp_path / str(count)) == bytes_in(tmp_path / "0")


def test_worker_is_recycled_and_used_again(write_documents: WriteDocuments) -> None:
    """A worker serves many documents, and is renewed after as many as the job says."""
    given = write_documents(*(f"plan {number}" for number in range(5)))
    seen: list[int] = []

    class Noting(Workers):
        def _ask(self, worker: Any, task: Task) -> Outcome:
            seen.append(worker.pid)
            return super()._ask(worker, task)

    workers = Noting(stand_in.job(recycle=2))
    for source in find_sources([str(given)]):
        assert workers.audit(Task(1, source)).row.outcome == "audited"
    workers.close()
    assert [len(list(run)) for _, run in itertools.groupby(seen)] == [2, 2, 1]


def test_remote_documents_are_fetched_once(tmp_path: Path) -> None:
    """A document behind a URL is fetched, audited, and not fetched again while its mark stands."""
    import functools
    import http.server
    import threading

    asked: list[str] = []

    class Noting(http.server.SimpleHTTPRequestHandler):
        def log_request(self, code: object = "-", size: object = "-") -> None:
            asked.append(self.command)

        def log_message(self, *arguments: object) -> None:
            pass

    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "a plan.txt").write_text("babies")
    handler = functools.partial(Noting, directory=str(tmp_path / "web"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        base = f"http://127.0.0.1:{server.server_port}"
        job = stand_in.job(fetching=FetchRules(private=True))
        sources = [Source((f"{base}/a%20plan.txt",)), Source((f"{base}/none.txt",))]
        entries = run_batch(sources, job, tmp_path / "out", InThisProcess(job))
        gets = asked.count("GET")
        again = run_batch(sources[:1], job, tmp_path / "out", InThisProcess(job))
        assert asked.count("GET") == gets
        server.shutdown()
        thread.join()
    assert [entry.row.outcome for entry in entries] == ["audited", "unreadable"]
    assert entries[0].row.name == "a plan.txt"
    assert "404" in entries[1].row.reason
    assert again[0].row == entries[0].row


def test_watch_hears_of_every_input(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """Progress counts each input once, and says what an earlier run has done."""
    given = write_documents("one", "one", "BROKEN")
    heard: list[tuple[str, bool]] = []

    def watch(row: Row, before: bool) -> None:
        heard.append((row.outcome, before))

    for _ in range(2):
        job = stand_in.job()
        run_batch(
            list(find_sources([str(given)])), job, tmp_path / "out", InThisProcess(job), watch=watch
        )
    assert sorted(heard[:3]) == [("audited", False), ("duplicate", False), ("unreadable", False)]
    assert sorted(heard[3:]) == [("audited", True), ("duplicate", False), ("unreadable", True)]


PROGRAM = """
import sys
from pathlib import Path
import stand_in
from auditor.batch.run import run_batch
from auditor.batch.runners import LocalRunner
from auditor.batch.sources.listing import find_sources
job = stand_in.job(seconds=120.0)
run_batch(list(find_sources([sys.argv[1]])), job, Path(sys.argv[2]), LocalRunner(job, 2))
"""


def start_batch(given: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start a batch in a process of its own, that can be killed."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(given), str(out)],
        env={**os.environ, "PYTHONPATH": paths},
    )


def test_killed_batch_goes_on_where_it_was(write_documents: WriteDocuments, tmp_path: Path) -> None:
    """After kill -9 in the middle the next run gives the same bytes, repeating next to nothing."""
    gate = tmp_path / "gate"
    given = write_documents(
        *(f"plan {number}" for number in range(6)),
        *(f"GATED {gate} plan {number}" for number in range(6, 12)),
    )
    out = tmp_path / "out"
    batch = start_batch(given, out)
    wait_for(lambda: len(list(out.glob("audits/*.json"))) >= 5)
    batch.send_signal(signal.SIGKILL)
    batch.wait()
    gate.touch()
    finished = len(list(out.glob("audits/*.json")))
    assert 5 <= finished < 12
    entries, asked = _run(given, out)
    assert [entry.row.outcome for entry in entries] == ["audited"] * 12
    assert len(asked) <= 12 - finished + 1
    _run(given, tmp_path / "whole")
    assert bytes_in(out) == bytes_in(tmp_path / "whole")
