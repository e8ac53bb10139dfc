"""Pages that are pictures, read by the tesseract program where it is installed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium

from auditor.document.layout import line_extents
from auditor.document.pdf import render_page
from auditor.document.sheet import Lines, Sheet

DPI = 200
LEAST_CONFIDENCE = 30.0
SHARE_OF_TIME = 0.7
"""Of the time that reading may take: the rest is for what comes after."""
NO_TIME = "no text layer, and no time was left for OCR"
FAILED = "no text layer, and OCR failed"
TONGUES = {
    "en": "eng",
    "cy": "cym",
    "ga": "gle",
    "fr": "fra",
    "de": "deu",
    "es": "spa",
    "pt": "por",
    "it": "ita",
    "nl": "nld",
    "sv": "swe",
    "no": "nor",
    "da": "dan",
    "fi": "fin",
    "pl": "pol",
}


@dataclass(frozen=True, slots=True)
class Engine:
    """An OCR program as it is installed."""

    path: str
    version: str
    tongues: frozenset[str]

    @property
    def name(self) -> str:
        """Name and version, as reports give them."""
        return f"tesseract {self.version}"


def find_engine() -> Engine | None:
    """Find the tesseract program."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        version = _run([path, "--version"]).split(maxsplit=2)[1].lstrip("v")
        tongues = _run([path, "--list-langs"]).split("\n")[1:]
    except (OSError, subprocess.SubprocessError, IndexError):
        return None
    return Engine(path, version, frozenset(tongue.strip() for tongue in tongues if tongue.strip()))


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    return done.stdout or done.stderr


def read_pictures(
    document: pdfium.PdfDocument,
    sheets: Sequence[Sheet],
    engine: Engine,
    *,
    language: str,
    deadline: float,
) -> None:
    """Give sheets the words that the engine reads on their pictures, until the deadline."""
    tongue = TONGUES.get(language, "eng")
    if tongue not in engine.tongues:
        tongue = "eng" if "eng" in engine.tongues else next(iter(sorted(engine.tongues)), "eng")
    workers = max(1, min(4, os.cpu_count() or 1))
    with ThreadPoolExecutor(workers) as pool:
        for start in range(0, len(sheets), workers):
            group = sheets[start : start + workers]
            if time.monotonic() > deadline:
                for sheet in group:
                    sheet.unread = NO_TIME
                continue
            pictures = [_picture(document, sheet) for sheet in group]
            seconds = max(1.0, deadline - time.monotonic())
            jobs = [
                pool.submit(_recognise, engine, tongue, picture, seconds) for picture in pictures
            ]
            for sheet, job in zip(group, jobs, strict=True):
                _take(sheet, job.result())


def _picture(document: pdfium.PdfDocument, sheet: Sheet) -> bytes:
    """Draw a page as displayed, as a grey image file."""
    from PIL import Image

    scale = min(DPI / 72, 5000 / max(sheet.width, sheet.height, 1))
    stream = io.BytesIO()
    Image.fromarray(render_page(document, sheet.number - 1, scale)).save(stream, "PPM")
    return stream.getvalue()


def _recognise(engine: Engine, tongue: str, picture: bytes, seconds: float) -> str | None:
    """Run the program on one picture; None where it fails."""
    command = [engine.path, "stdin", "stdout", "-l", tongue, "--psm", "3", "--dpi", str(DPI), "tsv"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def _take(sheet: Sheet, table: str | None) -> None:
    """Fill a sheet with the words of the program's table."""
    if table is None:
        sheet.unread = FAILED
        return
    words: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    lines: list[tuple[str, ...]] = []
    page = 0.0
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) < 12:
            continue
        if cells[0] == "1":
            page = float(cells[8])
        if cells[0] == "5" and cells[11].strip() and float(cells[10]) >= LEAST_CONFIDENCE:
            x, y, width, height = map(float, cells[6:10])
            words.append(cells[11].strip())
            boxes.append((x, y, x + width, y + height))
            lines.append(tuple(cells[1:5]))
    _fill(sheet, words, np.array(boxes).reshape(-1, 4) * (sheet.width / (page or 1.0)), lines)


def _fill(sheet: Sheet, words: list[str], boxes: np.ndarray, lines: list[tuple[str, ...]]) -> None:
    sheet.words, sheet.boxes, sheet.turn = words, boxes, 0
    sheet.soft = np.zeros(len(words), bool)
    sheet.unread, sheet.ocr = None, True
    sheet.lines = Lines()
    if not words:
        return
    first = np.array([at for at in range(len(lines)) if not at or lines[at] != lines[at - 1]])
    x0, top, x1, bottom = line_extents(boxes, first)
    plain = np.zeros(len(first), bool)
    size = np.round((bottom - top) * 1.5) / 2
    sheet.lines = Lines(
        first, np.append(first[1:], len(words)), x0, top, x1, bottom, size, plain, plain.copy()
    )
