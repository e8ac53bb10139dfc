"""How the time of reading and of judging grows with each dimension of a document.

    python -m tests.benchmarks.scale [--largest SECONDS] [--only NAME...]

For each dimension a document is made in doubling sizes, until one takes longer than allowed.
The exponent is that of the last doublings: 1 grows with the size, 2 with its square.
"""

from __future__ import annotations

import argparse
import io
import itertools
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LIMIT = 1.15
"""What an exponent should not be over."""
SHORTEST = 0.08
"""Seconds under which a time says nothing."""
LARGEST = 20_000_000
"""Bytes that a document may have."""
_WORDS = (
    "babies",
    "families",
    "support",
    "and",
    "the",
    "of",
    "services",
    "mental",
    "health",
    "aged",
    "0-2",
    "years",
    "will",
    "parents",
    "with",
    "plans",
    "local",
)


def words(count: int) -> str:
    """Write so many words without a full stop."""
    return " ".join(_WORDS[number * 7 % len(_WORDS)] for number in range(count))


def markdown(text: str) -> tuple[str, bytes]:
    """Write a Markdown file."""
    return ".md", text.encode()


def html(text: str) -> tuple[str, bytes]:
    """Write a page."""
    return ".html", f"<!DOCTYPE html><html><body><p>Babies matter.</p>{text}</body></html>".encode()


def docx(*paragraphs: str, rows: int = 0) -> tuple[str, bytes]:
    """Write a Word file."""
    import docx as library

    made = library.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if rows:
        table = made.add_table(rows=rows, cols=3)
        for number, row in enumerate(table.rows):
            for cell in row.cells:
                cell.text = f"Support for babies {number}"
    stream = io.BytesIO()
    made.save(stream)
    return ".docx", stream.getvalue()


def pdf(lines: list[str], size: int = 9) -> tuple[str, bytes]:
    """Write a PDF, sixty lines a page."""
    import pikepdf

    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for first in range(0, len(lines), 60):
        page = made.add_blank_page(page_size=(595, 842))
        shown = "".join(
            f"1 0 0 1 50 {790 - 12 * number} Tm ({line}) Tj\n"
            for number, line in enumerate(lines[first : first + 60])
        )
        page.Contents = made.make_stream(f"BT /F1 {size} Tf\n{shown}ET".encode("latin-1"))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    stream = io.BytesIO()
    made.save(stream)
    return ".pdf", stream.getvalue()


def _row(cells: int) -> str:
    return "<tr>" + "".join(f"<td>babies aged {n % 3}</td>" for n in range(cells)) + "</tr>"


def _table(rows: int, columns: int) -> str:
    head = "|" + " a |" * columns + "\n|" + "---|" * columns + "\n"
    return head + ("|" + " support babies |" * columns + "\n") * rows


DIMENSIONS: dict[str, tuple[int, Callable[[int], tuple[str, bytes]]]] = {
    "words in a sentence": (1000, lambda n: markdown(words(n))),
    "sentences in a paragraph": (200, lambda n: markdown("We support babies. " * n)),
    "paragraphs": (200, lambda n: markdown("We support babies and parents.\n\n" * n)),
    "headings": (200, lambda n: markdown("# Support for babies\n\nWe will.\n\n" * n)),
    "items of a list": (200, lambda n: markdown("- babies and families\n" * n)),
    "depth of lists": (50, lambda n: html("<ul><li>babies" * n)),
    "cells in a row": (200, lambda n: html(f"<table>{_row(n)}</table>")),
    "rows": (200, lambda n: html(f"<table>{_row(3) * n}</table>")),
    "rows in Markdown": (100, lambda n: markdown(_table(n, 4))),
    "columns in Markdown": (50, lambda n: markdown(_table(3, n))),
    "rows in Word": (50, lambda n: docx("Babies.", rows=n)),
    "notes": (
        100,
        lambda n: markdown(
            "".join(f"We support babies[^{k}].\n\n[^{k}]: A note {k}.\n\n" for k in range(n))
        ),
    ),
    "length of an attribute": (50_000, lambda n: html(f'<p title="{"a b " * n}">Babies.</p>')),
    "attributes": (
        2000,
        lambda n: html("<p " + " ".join(f'a{k}="b"' for k in range(n)) + ">Babies.</p>"),
    ),
    "nesting in HTML": (50, lambda n: html("<div>" * n + "Babies." + "</div>" * n)),
    "links": (200, lambda n: markdown("[babies](https://example.org) matter. " * n)),
    "dots in a line": (200, lambda n: docx("Contents", "Babies " + "." * n + " 7", "Babies come.")),
    "dots before words": (
        200,
        lambda n: docx("Contents", "Name " + "." * n + " signed", "Babies come."),
    ),
    "dots in lines": (
        100,
        lambda n: docx("Contents", *[f"Babies {'.' * 90} {k}" for k in range(n)]),
    ),
    "references": (
        100,
        lambda n: markdown(
            "# References\n\n"
            + "".join(
                f"Smith, A. ({1900 + k % 100}). Babies. *Journal*, {k}, 1-9. https://example.org/{k}\n\n"
                for k in range(n)
            )
        ),
    ),
    "brackets": (500, lambda n: markdown("(" * n + "babies" + ")" * n + ".")),
    "numbers": (500, lambda n: markdown("aged 0 to 2, " * n + "babies.")),
    "letters in a word": (20_000, lambda n: markdown("a" * n + " babies.")),
    "pages": (4, lambda n: pdf(["We will support babies and their families."] * (60 * n))),
    "letters on a line of a PDF": (500, lambda n: pdf([words(n)[: 6 * n]] * 4)),
    "dots on a line of a PDF": (500, lambda n: pdf(["Contents", "Babies " + "." * n + " 7"] * 6)),
}
"""By name: a size to begin with, and what makes a document of a size."""


def exponent(sizes: list[int], seconds: list[float]) -> float | None:
    """Return the exponent of growth over the last two doublings that took long enough."""
    known = [(n, t) for n, t in zip(sizes, seconds, strict=True) if t >= SHORTEST][-3:]
    if len(known) < 2:
        return None
    (n0, t0), (n1, t1) = known[0], known[-1]
    return math.log(t1 / t0) / math.log(n1 / n0)


def grow(name: str, largest: float) -> None:
    """Double a dimension until it takes too long; print size and times, a line each.

    Each size is done twice and the shorter time counts, and the first size once more before,
    so that what is done once a process, and other work on the machine, count for little. It is
    read as children read: without Python's search for cycles.
    """
    from auditor.document.child import read_here
    from auditor.errors import DocumentError
    from auditor.language.statements import find_statements
    from auditor.records import Reading
    from auditor.rules import Rules

    rules, reading = Rules.read(), Reading(ocr="off")
    size, make = DIMENSIONS[name]
    with tempfile.TemporaryDirectory() as folder:
        for round_ in itertools.count():
            ending, content = make(size)
            path = Path(folder, f"document{ending}")
            path.write_bytes(content)
            times: list[tuple[float, float]] = []
            for _ in range(2 if round_ else 1):
                begun = time.process_time()
                try:
                    document = read_here((path,), reading)
                except DocumentError as error:
                    print(f"refused {size} {error.message}", flush=True)
                    return
                read = time.process_time()
                find_statements(document, rules)
                times.append((read - begun, time.process_time() - read))
            shortest = [min(column) for column in zip(*times, strict=True)]
            if round_:
                print(size, *shortest, flush=True)
                size *= 2
            if max(shortest) > largest or len(content) > LARGEST:
                return


def measure(name: str, largest: float) -> str:
    """Measure one dimension in a process of its own, and write the line on it."""
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.scale",
        "--one",
        name,
        "--largest",
        str(largest),
    ]
    try:
        output = subprocess.run(
            command, capture_output=True, text=True, timeout=80 * largest + 600, check=False
        ).stdout
    except subprocess.TimeoutExpired as error:
        output = (error.stdout or b"").decode() + "stopped"
    lines = [line.split(maxsplit=2) for line in output.splitlines()]
    rows = [
        (int(n), float(read), float(judged))
        for n, read, judged in (line for line in lines if len(line) == 3 and line[0].isdigit())
    ]
    said = " ".join(lines[-1]) if lines and not lines[-1][0].isdigit() else ""
    if not rows:
        return f"{name:28} {said or 'nothing measured'}"
    sizes = [row[0] for row in rows]
    found = [exponent(sizes, [row[column] for row in rows]) for column in (1, 2)]
    shown = [
        "     fast" if each is None else f"{each:8.2f}{'!' if each > LIMIT else ' '}"
        for each in found
    ]
    size, read, judged = rows[-1]
    return f"{name:28} {size:9} {' '.join(shown)} {read:8.2f} {judged:8.2f}   {said}".rstrip()


def main() -> None:
    """Print a line for each dimension; "fast" where even the largest took next to no time."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--largest", type=float, default=2.0)
    options.add_argument("--only", nargs="*", default=[])
    options.add_argument("--one", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        grow(chosen.one, chosen.largest)
        return
    print(f"{'dimension':28} {'largest':>9} {'reading':>9} {'judging':>9} {'seconds':>17}")
    for name in chosen.only or DIMENSIONS:
        print(measure(name, chosen.largest), flush=True)


if __name__ == "__main__":
    main()
