"""The languages that a report can be in, and what each translation lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from auditor.errors import UsageError
from auditor.rules.resources import templates_folder
from auditor.rules.translating.overlay import Overlay
from auditor.rules.translating.rubric_texts import RUBRIC_FILE, overlay_of
from auditor.rules.translating.shared_texts import ENGLISH, SHARED, shared_overlay

_SHARED_FILE = re.compile(rf"(?:{'|'.join(SHARED)})\.([a-z]{{2,3}})\.toml")


@dataclass(frozen=True, slots=True)
class Lack:
    """What one file of a translation lacks."""

    file: str
    missing: tuple[str, ...]
    texts: int

    @property
    def told(self) -> str:
        """Return how much is missing, and of which tables."""
        count = f"{len(self.missing)} of {self.texts} texts"
        return f"{self.file}: {count} not translated ({in_brief(self.missing)})"


def report_languages(folder: Traversable) -> tuple[str, ...]:
    """Return the codes of the languages that a report can be in, English first."""
    rubrics = (
        one.name
        for one in folder.iterdir()
        if re.fullmatch("[a-z]{2,3}", one.name) and one.joinpath(RUBRIC_FILE).is_file()
    )
    shared = (_SHARED_FILE.fullmatch(one.name) for one in templates_folder().iterdir())
    found = {*rubrics, *(one[1] for one in shared if one)} - {ENGLISH}
    return (ENGLISH, *sorted(found))


def check_report_language(code: str, folder: Traversable) -> None:
    """Make sure that there is a translation into a language that is asked for.

    Raises:
        UsageError: there is none.

    """
    known = report_languages(folder)
    if code not in known:
        raise UsageError(
            f"there is no translation of reports into “{code}”",
            place="--report-lang",
            remedy=f"Give one of: {', '.join(known)}.",
        )


def find_lacks(code: str, english: Traversable, folder: Traversable) -> tuple[Lack, ...]:
    """Find what the translation into a language lacks, file by file; a whole file lacks nothing.

    Raises:
        DataError: a file of it has a mistake.

    """
    files: list[tuple[str, Overlay]] = [
        (f"{code}/{RUBRIC_FILE}", overlay_of(english, folder, code)),
        *((f"{one}.{code}.toml", shared_overlay(one, code)) for one in SHARED),
    ]
    return tuple(Lack(name, one.missing, one.texts) for name, one in files)


def share_told(code: str, lacks: Sequence[Lack]) -> str:
    """Return how much of a translation there is.

    >>> share_told("cy", [Lack("cy/rubric.toml", ("title",), 3)])
    'reports in cy: 2 of 3 texts translated'
    """
    texts = sum(one.texts for one in lacks)
    missing = sum(len(one.missing) for one in lacks)
    return f"reports in {code}: {texts - missing:,} of {texts:,} texts translated"


def in_brief(missing: Iterable[str]) -> str:
    """Count texts by their tables.

    >>> in_brief(("criterion.access.advice", "criterion.data.advice", "title"))
    'criterion 2, title 1'
    """
    counts = Counter(name.partition(".")[0] for name in missing)
    return ", ".join(f"{table} {count}" for table, count in counts.items())
