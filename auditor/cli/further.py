"""What `auditor audit` makes beside the report: the marked copy, the pack, the charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.cli.holding import Held
from auditor.cli.options import flag, gathered, path_option
from auditor.cli.outputs import check_writable, make_folder
from auditor.errors import UsageError
from auditor.report.files import write_whole
from auditor.report.formats import find_writer
from auditor.report.story.imprint import Imprint
from auditor.report.views.audit import AuditView
from auditor.rules import Rules


@dataclass(frozen=True, slots=True)
class Further:
    """Where marked copy, pack and charts go; None where they are not asked for."""

    annotated: Path | None
    suggest: bool
    pack: Path | None
    charts: Path | None

    @property
    def files(self) -> list[Path]:
        """The files that are written, in a folder or not."""
        return [path for path in (self.annotated, self.pack) if path is not None]


further_options = gathered(
    "further",
    Further,
    path_option(
        "--annotated",
        "OUT",
        "Also write a marked copy of the source: highlights in a PDF, comments in a draft.",
    ),
    flag("--suggest", "In the marked copy of a draft, suggest words as tracked changes instead."),
    path_option("--pack", "OUT.zip", "Also write a pack for a consultation response."),
    path_option(
        "--charts",
        "DIR",
        "Also write the charts as pictures (SVG and PNG) into this folder.",
        folder=True,
    ),
)
"""Adds --annotated, --suggest, --pack and --charts."""


def check_further(further: Further, paths: Sequence[Path], documents: int) -> None:
    """Find contradictions and unwritable places before anything is read.

    Raises:
        UsageError: several documents for one file, or a copy that cannot be what its name says.

    """
    if further.files and documents > 1:
        raise UsageError(
            "--annotated and --pack make one file, and several documents are given",
            remedy="Audit one document at a time, or add --together.",
        )
    for path in further.files:
        check_writable(path)
    _check_copy(further, paths)
    if further.charts is not None:
        make_folder(further.charts)


def _check_copy(further: Further, paths: Sequence[Path]) -> None:
    """Find out whether the marked copy can be what its name promises."""
    from auditor.marked_copy import check_ending

    if further.annotated is not None:
        check_ending(paths[0], further.annotated)
    elif further.suggest:
        raise UsageError(
            "--suggest needs a marked copy, and none is asked for",
            remedy="Add --annotated with the name of the copy.",
        )


def write_further(further: Further, made: Held, stem: str, imprint: Imprint) -> None:
    """Write the marked copy, the consultation pack and the charts, where they are asked for."""
    from auditor.marked_copy import make_marked_copy
    from auditor.report.story.audit_story import is_checked

    source, audit, view, rules = made.document, made.audit, made.view, made.rules
    if further.annotated is not None:
        copy = make_marked_copy(
            source, audit, rules, suggest=further.suggest, checked=is_checked(view)
        )
        write_whole(further.annotated, copy.content)
    if further.pack is not None:
        pack = find_writer("consultation.pack:render_pack", "pdf", "--pack")
        write_whole(further.pack, pack(source, view, audit, rules, imprint=imprint))
    write_charts(further.charts, stem, view, rules, imprint)


def write_charts(
    folder: Path | None, stem: str, view: AuditView, rules: Rules, imprint: Imprint
) -> None:
    """Write the charts as pictures into a folder, where they are asked for."""
    if folder is None:
        return
    draw = find_writer("print.charts:render_charts", "pdf", "--charts")
    for name, picture in draw(view, rules, imprint=imprint).items():
        write_whole(folder / f"{stem}-{name}", picture)
