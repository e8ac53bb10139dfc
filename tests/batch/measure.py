"""What a batch costs, measured on this machine: run as a program; prints JSON.

Nothing here passes or fails. Ratios are of runs made one after the other in the
same minute, so that other work on the machine weighs on both alike.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import corpus
import made
import wild

from auditor.batch.child import audit_one
from auditor.batch.job import Task, rules_of
from auditor.batch.outputs import write_tables
from auditor.batch.sources.source import Source
from auditor.batch.tables.publication import Wanted, publish
from auditor.batch.tables.series import tell_series
from auditor.report.views.series import SeriesView
from auditor.rules import Rules

HERE = Path(__file__).parent
ROUNDS = 3


def seconds(act: Callable[[], object]) -> float:
    """Time one act by the clock."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def work(act: Callable[[], object]) -> float:
    """Time one act by the processor: what it costs, however busy the machine is."""
    begin = time.process_time()
    act()
    return time.process_time() - begin


def run_together(*batches: tuple[Path, Path, int]) -> None:
    """Run batches at the same time: folder, output, workers."""
    paths = os.pathsep.join([str(HERE), *(path for path in sys.path if path)])
    running = [
        subprocess.Popen(
            [sys.executable, str(HERE / "run_wild.py"), str(given), str(out), str(workers)],
            env={**os.environ, "PYTHONPATH": paths},
        )
        for given, out, workers in batches
    ]
    for process in running:
        assert process.wait() == 0


def measure_workers(folder: Path, good: int) -> dict[str, float]:
    """Compare two workers of one batch with two batches of one worker, each with half."""
    corpus.write_corpus(folder / "all", good)
    for number, path in enumerate(sorted((folder / "all").iterdir())):
        half = folder / f"half{number % 2}"
        half.mkdir(exist_ok=True)
        os.link(path, half / path.name)
    rounds = [_one_round(folder, number) for number in range(ROUNDS)]
    best = {name: min(each[name] for each in rounds) for name in rounds[0]}
    gain = best["one worker"] / best["two workers"]
    independent = best["one worker"] / best["two independent processes"]
    return {
        **best,
        "gain of two workers": gain,
        "gain of two processes": independent,
        "ratio": gain / independent,
    }


def _one_round(folder: Path, number: int) -> dict[str, float]:
    out = folder / f"out{number}"
    out.mkdir()
    every, halves = folder / "all", (folder / "half0", folder / "half1")
    return {
        "one worker": seconds(lambda: run_together((every, out / "1", 1))),
        "two workers": seconds(lambda: run_together((every, out / "2", 2))),
        "two independent processes": seconds(
            lambda: run_together(*((half, out / half.name, 1) for half in halves))
        ),
    }


def measure_long(folder: Path, pages: int) -> dict[str, float]:
    """Compare a whole audit, reports written, with reading and language alone."""
    from auditor.document.reading import read_document
    from auditor.language.statements import find_statements

    path = folder / "long.pdf"
    corpus.write_long(path, pages)
    job = wild.job()
    rules = rules_of(job)
    source = Source((str(path),))

    def read_and_judge() -> None:
        tuple(find_statements(read_document(path, job.reading), rules))

    audit_one(Task(1, source), job)
    alone, whole = [], []
    for _ in range(7):
        alone.append(work(read_and_judge))
        whole.append(work(lambda: audit_one(Task(1, source), job)))
    outcome = audit_one(Task(1, source), job)
    return {
        "pages": float(outcome.row.pages or 0),
        "words": float(outcome.row.words or 0),
        "reading and language": statistics.median(alone),
        "whole audit": statistics.median(whole),
        "ratio of medians": statistics.median(whole) / statistics.median(alone),
        "median of ratios": statistics.median(w / a for w, a in zip(whole, alone, strict=True)),
        **{f"bytes of {Path(name).suffix}": float(len(data)) for name, data in outcome.outputs},
    }


def measure_site(folder: Path, count: int) -> dict[str, float]:
    """Take the processor time of what comes after the last document, for made documents."""
    import resource

    rules = Rules.read()
    entries = made.write_country(folder / "results", count)
    series: list[SeriesView] = []
    begin = work(lambda: series.extend(tell_series(entries, folder / "results", rules)))
    written: list[Path] = []
    tables = work(
        lambda: written.extend(write_tables(entries, folder / "results", rules, series).files)
    )
    wanted = Wanted()
    site = work(
        lambda: publish(
            entries,
            folder / "results",
            folder / "site",
            rules,
            wanted,
            series=series,
            tables=written,
        )
    )
    return {
        "documents": float(count),
        "steps of series": float(sum(len(one["steps"]) for one in series)),
        "series": begin,
        "tables": tables,
        "site": site,
        "megabytes at most": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(json.dumps(measure_long(folder, 100), indent=1), flush=True)
        print(json.dumps(measure_site(folder, 1000), indent=1), flush=True)
        print(json.dumps(measure_workers(folder, 120), indent=1), flush=True)


if __name__ == "__main__":
    main()
