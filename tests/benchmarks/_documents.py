"""The documents that are measured: those named, or else a plan of a hundred pages made for it."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.document.pages import make_paragraphs, make_sentences, typeset_paragraphs

SENTENCES = 3600
"""As many as fill a hundred pages."""


def add_files(parser: argparse.ArgumentParser) -> None:
    """Let documents be named; real strategies of a hundred pages tell most."""
    parser.add_argument("files", nargs="*", type=Path, help="without any: a plan made for it")


def chosen(files: list[Path]) -> list[Path]:
    """Give the files named, or the made plan, kept for the next benchmark."""
    if files:
        return files
    path = Path(tempfile.gettempdir()) / f"plan-of-{SENTENCES}-sentences.pdf"
    if not path.exists():
        paragraphs = make_paragraphs(make_sentences(SENTENCES, 1), 1)
        typeset_paragraphs(path, paragraphs, columns=1)
    return [path]
