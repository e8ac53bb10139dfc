"""No item stops a batch or keeps it waiting, whatever it is."""

from __future__ import annotations

import collections
import json
import os
import time
from pathlib import Path

import bad_items
import pytest
import stand_in

from auditor.batch.outputs import write_comparison
from auditor.batch.row import Entry
from auditor.batch.run import run_batch
from auditor.batch.runners import LocalRunner
from auditor.batch.sources.addresses import FetchRules
from auditor.batch.sources.listing import find_sources
from auditor.batch.sources.source import Source
from tests.builders import rules

SECONDS = 3.0
ALL = [*bad_items.LOCAL, *bad_items.REMOTE]
AUDITED = {"undecodable name", "control characters"}


def _source(kind: str, folder: Path, web: str, number: int) -> Source:
    if kind in bad_items.LOCAL:
        return Source((bad_items.LOCAL[kind](folder, number),))
    return Source((bad_items.REMOTE[kind].format(web=web, number=number),))


def _run(sources: list[Source], out: Path) -> tuple[Entry, ...]:
    job = stand_in.job(seconds=SECONDS, fetching=FetchRules(private=True))
    return run_batch(sources, job, out, LocalRunner(job, 2))


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and names of any bytes")
def test_each_kind_of_bad_item_is_one_row(tmp_path: Path) -> None:
    """Fourteen kinds, good documents between them: a row each, in order and in time."""
    good = tmp_path / "good.txt"
    good.write_text("babies")
    sources = [Source((str(good),))]
    begun = time.monotonic()
    with bad_items.bad_web() as web:
        for number, kind in enumerate(ALL):
            sources.append(_source(kind, tmp_path, web, number))
        entries = _run(sources, tmp_path / "out")
    assert time.monotonic() - begun < (len(ALL) + 1) * SECONDS
    assert [entry.number for entry in entries] == list(range(1, len(ALL) + 2))
    outcomes = dict(zip(ALL, (entry.row.outcome for entry in entries[1:]), strict=True))
    wrong = {
        kind: outcome
        for kind, outcome in outcomes.items()
        if (outcome == "audited") != (kind in AUDITED)
        and kind not in ("empty", "damaged", "locked")
    }  # the stand-in opens no PDF
    assert not wrong
    assert all(entry.row.remedy for entry in entries if entry.is_failure)
    written = write_comparison(entries, tmp_path / "out", rules()).files
    assert written
    again = _run(sources[:3], tmp_path / "out")
    assert [each.row for each in again] == [each.row for each in entries[:3]]


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and names of any bytes")
def test_a_folder_of_bad_files_is_listed_and_audited(tmp_path: Path) -> None:
    """A pipe, a device and a circle of links in a folder are rows, and nothing waits for them."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for number, make in enumerate(bad_items.LOCAL.values()):
        make(folder, number)
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    sources = list(find_sources([str(folder)]))
    closed.chmod(0o700)
    entries = _run(sources, tmp_path / "out")
    assert len(entries) == len(bad_items.LOCAL) + (os.geteuid() != 0)
    names = [entry.row.name for entry in entries]
    assert any("\\xff" in name for name in names)
    json.dumps([entry.cells() for entry in entries], ensure_ascii=False).encode()


def test_a_fault_in_finding_out_costs_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the auditor itself makes a mistake over an item, the others go on."""
    from auditor.batch import run

    good = tmp_path / "good.txt"
    good.write_text("babies")
    hashed = run.content_hash

    def faulty(paths: tuple[Path, ...]) -> str:
        if paths[0].name == "bad.txt":
            raise ZeroDivisionError("division by zero")
        return hashed(paths)

    monkeypatch.setattr(run, "content_hash", faulty)
    entries = _run([Source(("bad.txt",)), Source((str(good),))], tmp_path / "out")
    assert [entry.row.outcome for entry in entries] == ["failed", "audited"]
    assert "ZeroDivisionError" in entries[0].row.reason


def test_nothing_is_left_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was fetched by workers that hung and were ended is gone at the end."""
    import tempfile

    room = tmp_path / "tmp"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    monkeypatch.setenv("TMPDIR", str(room))
    with bad_items.bad_web() as web:
        entries = _run([Source((f"{web}/drip/{n}.pdf",)) for n in range(2)], tmp_path / "out")
    assert [entry.row.outcome for entry in entries] == ["failed", "failed"]
    assert not list(room.iterdir())


@pytest.mark.full
def test_three_hundred_documents_with_forty_bad_ones(tmp_path: Path) -> None:
    """Exactly three hundred rows, within the sum of the limits, by the real pipeline."""
    from auditor.batch.method import STANDARD

    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(260):
        (folder / f"{number:03}.md").write_text(
            f"# Plan {number}\n\nWe will support babies and their families in ward {number}.\n"
        )
    job = stand_in.job(seconds=SECONDS, fetching=FetchRules(private=True))
    job = type(job)(STANDARD, job.reading, ("json",), seconds=SECONDS, fetching=job.fetching)
    sources = list(find_sources([str(folder)]))
    begun = time.monotonic()
    with bad_items.bad_web() as web:
        for number in range(40):
            kind = ALL[number % len(ALL)]
            place = number * 7
            sources.insert(place, _source(kind, tmp_path, web, number))
        entries = run_batch(sources, job, tmp_path / "out", LocalRunner(job, 2))
    spent = time.monotonic() - begun
    assert len(entries) == 300
    outcomes = collections.Counter(entry.row.outcome for entry in entries)
    good = 260 + sum(ALL[number % len(ALL)] in AUDITED for number in range(40))
    assert outcomes["audited"] == good, outcomes
    assert outcomes["failed"] + outcomes["unreadable"] == 300 - good, outcomes
    assert spent < 300 * SECONDS
    print(f"{spent:.1f} s, {dict(outcomes)}")
