"""What reading costs beside pdftotext and pdfplumber, as ratios of the same run.

    python -m tests.benchmarks.reading [FILE.pdf...] [--plumber] [--rounds 3]

Processor time, in process, imports left out, totalled over the files; read as the child of
the sandbox reads, in which the search for cycles of records is stopped. With
`--plumber` also pdfplumber's `extract_text` on every page (slow). Peak memory is
that of a process of its own which reads each file once.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from auditor.document.child import read_here
from auditor.records import Reading
from tests.benchmarks._documents import add_files, chosen

READING = Reading(ocr="off", seconds=900)


def own_cost(work: Callable[[], object]) -> float:
    """Give the processor time that this process spends on something."""
    start = time.process_time()
    work()
    return time.process_time() - start


def child_cost(command: list[str]) -> float:
    """Give the processor time of a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def plumb(path: Path) -> None:
    """Extract the text of every page with pdfplumber, as it is commonly done."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()


def peak_memory(path: Path) -> float:
    """Give the peak memory, in MiB, of a process that reads one file; Linux only.

    Not `ru_maxrss`, which a child takes over from the process that started it.
    """
    program = (
        "import sys; from pathlib import Path\n"
        "from auditor.document.child import read_here\n"
        "from auditor.records import Reading\n"
        "read_here([Path(sys.argv[1])], Reading(ocr='off', seconds=900))\n"
        "lines = open('/proc/self/status').read().split('\\n')\n"
        "print(next(int(line.split()[1]) / 1024 for line in lines if line.startswith('VmHWM')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    add_files(parser)
    parser.add_argument("--plumber", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    totals = [0.0, 0.0, 0.0]
    files = chosen(options.files)
    read_here([files[0]], READING)
    for path in files:
        peak = peak_memory(path)
        pages = len(read_here([path], READING).pages)
        ours = statistics.median(
            own_cost(lambda path=path: read_here([path], READING)) for _ in range(options.rounds)
        )
        theirs = statistics.median(
            child_cost(["pdftotext", str(path), "/dev/null"]) for _ in range(options.rounds)
        )
        plumbed = own_cost(lambda path=path: plumb(path)) if options.plumber else 0.0
        totals = [a + b for a, b in zip(totals, (ours, theirs, plumbed), strict=True)]
        more = f", pdfplumber / reading {plumbed / ours:5.1f}" if plumbed else ""
        print(
            f"{path.name[:44]:44} {pages:4} pages  {1000 * ours / pages:6.2f} ms a page, "
            f"{ours / theirs:5.2f} x pdftotext{more}, peak {peak:4.0f} MiB"
        )
    print(f"total: {totals[0] / totals[1]:.2f} x pdftotext")
    if options.plumber:
        print(f"total: pdfplumber costs {totals[2] / totals[0]:.1f} x as much")


if __name__ == "__main__":
    main()
