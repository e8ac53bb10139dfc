"""Try every document of a folder once and print how each ended.

    python tests/document/tally.py FOLDER [--seconds 20] [--memory-mb 1024] [--show]

Every file has one named outcome: "read", "no text" or the name of an error. Anything
else (a traceback, a hang, a file that is not counted) is a bug of the auditor.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from auditor.document.sandbox import read_in_sandbox
from auditor.errors import AuditorError
from auditor.records import Reading

KINDS = (".pdf", ".docx", ".odt", ".html", ".md", ".txt")


def outcome(path: Path, reading: Reading) -> tuple[str, float]:
    """Name how reading a file ended, and how long it took."""
    start = time.monotonic()
    try:
        document = read_in_sandbox(path, reading)
        name = "read" if document.text else "no text"
        if not document.text and not document.unread:
            name = "no text on any page"
    except AuditorError as error:
        name = type(error).__name__
    return name, time.monotonic() - start


def tally(folder: Path, reading: Reading, *, workers: int = 2) -> Iterator[tuple[Path, str, float]]:
    """Try every file of a folder."""
    paths = sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in KINDS and path.is_file()
    )
    with ThreadPoolExecutor(workers) as pool:
        for path, (name, took) in zip(
            paths, pool.map(lambda p: outcome(p, reading), paths), strict=True
        ):
            yield path, name, took


def main() -> None:
    """Print the tally of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--memory-mb", type=int, default=1024)
    parser.add_argument("--show", action="store_true", help="name every file that was not read")
    options = parser.parse_args()
    reading = Reading(ocr="off", seconds=options.seconds, memory=options.memory_mb << 20)
    count: Counter[str] = Counter()
    slowest = (0.0, "")
    for path, name, took in tally(options.folder, reading):
        count[name] += 1
        slowest = max(slowest, (took, path.name))
        if options.show and name not in ("read", "no text"):
            print(f"{name:28} {took:6.1f} s  {path.relative_to(options.folder)}", file=sys.stderr)
    for name, number in count.most_common():
        print(f"{number:6} {name}")
    print(f"{sum(count.values()):6} files; the slowest took {slowest[0]:.1f} s ({slowest[1]})")


if __name__ == "__main__":
    main()
