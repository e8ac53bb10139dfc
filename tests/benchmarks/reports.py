"""What writing all reports on a plan of a hundred pages costs beside auditing it.

    python -m tests.benchmarks reports [FILE.pdf...]

Written are the HTML, PDF and Word reports, both summaries, the charts and the pack with its marked
copy, each on its own, in processor time of one process: the better of two goes, because the first
also makes fonts and templates ready. The yardstick is the audit itself.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from functools import partial
from math import inf
from pathlib import Path
from typing import TypeVar

from auditor.document.reading import read_document
from auditor.pipeline import audit_text
from auditor.records import Reading
from auditor.report.consultation.pack import render_pack
from auditor.report.formats import render
from auditor.report.print.charts import render_charts
from auditor.report.view import view_of
from auditor.rules import Rules
from tests.document.pages import make_sentences, typeset_paragraphs

Made = TypeVar("Made")
PAGES = 100
SENTENCES_A_PAGE = 52
OF_BABIES = 4
"""Sentences of a page in which babies are named, as in a plan that means them."""
WHO = ("Every school", "The college", "Each ward", "The council", "A youth team", "Our partners")
DOES = ("will review", "has paid for", "describes", "supports", "is changing", "asks for")
WHAT = ("help with homework", "its bus routes", "the care of older people", "teenage mental health")
FORMATS = ("html", "pdf", "docx", "summary-pdf", "summary-docx")


def make_plan(path: Path) -> Path:
    """Typeset a plan of a hundred pages, of which a tenth speaks of babies."""
    babies = iter(make_sentences(PAGES * OF_BABIES, 1))
    paragraphs = []
    for page in range(PAGES):
        others = [
            f"{WHO[line % 6]} {DOES[(line + page) % 6]} {WHAT[(line * page) % 4]} "
            f"in year {line % 5 + 1} under item {page}.{line} of the programme."
            for line in range(SENTENCES_A_PAGE - OF_BABIES)
        ]
        said = [*(next(babies) for _ in range(OF_BABIES)), *others]
        paragraphs += [" ".join(said[at : at + 4]) for at in range(0, len(said), 4)]
    return typeset_paragraphs(path, paragraphs, columns=1)


def costs(path: Path, rules: Rules) -> dict[str, float]:
    """Measure, in seconds of processor time, the audit of a plan and each of its reports."""
    spent: dict[str, float] = {}

    def timed(name: str, make: Callable[[], Made]) -> Made:
        begun = time.process_time()
        made = make()
        spent[name] = min(time.process_time() - begun, spent.get(name, inf))
        return made

    audit = timed("audit", lambda: audit_text(read_document(path, Reading(ocr="off")), rules))
    view = view_of(audit, rules)
    for _ in range(2):
        for name in FORMATS:
            timed(name, partial(render, name, view, audit, rules))
        timed("charts", partial(render_charts, view, rules))
        timed("pack", partial(render_pack, path, view, audit, rules))
    return spent


def main() -> None:
    """Print what each report costs, and all of them beside the audit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="without any: a plan made for it")
    files, rules = parser.parse_args().files, Rules.read()
    with tempfile.TemporaryDirectory() as folder:
        for path in files or [make_plan(Path(folder, "plan.pdf"))]:
            spent = costs(path, rules)
            audit = spent.pop("audit")
            told = ", ".join(f"{name} {seconds:.2f}" for name, seconds in spent.items())
            total = sum(spent.values())
            print(f"{path.name[:40]:40}  {told}: {total:.2f} s, {total / audit:.2f} of the audit")


if __name__ == "__main__":
    main()
