"""One audit held against the gate: what fell, what is new, in plain words, and the exit code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.gate import Gate
from auditor.records import Audit
from auditor.report.views.audit import AuditView
from auditor.rules import Rules
from auditor.rules.sentence_templates import fill

if TYPE_CHECKING:
    from auditor.report.gaps.gap import Gap


@dataclass(frozen=True, slots=True)
class Held:
    """An audit that was made, and the document it was made of."""

    document: Path
    audit: Audit
    view: AuditView
    rules: Rules

    def find_gaps(self) -> tuple[Gap, ...]:
        """Find its gaps, the weightiest first."""
        from auditor.report.gaps.gap import find_gaps
        from auditor.report.story.audit_story import tell

        return find_gaps(tell(self.view, self.rules.rubric), self.audit)


def hold(gate: Gate, held: Held, *, told: bool) -> int:
    """Hold an audit against the gate; answer with the exit code.

    What failed goes to standard error. That nothing did is said only if it is to be `told`.
    """
    failed = [*_falls(gate, held), *_new_gaps(gate, held)]
    if failed:
        click.echo("\n".join(failed), err=True)
    passed = () if failed else tuple(_passed(gate, held))
    written = _write_known(gate, held)
    if told:
        for line in (*passed, *written):
            click.echo(line)
    return int(bool(failed))


def _words() -> Mapping[str, str]:
    from auditor.report.gaps.words import gap_words

    return gap_words().gate


def _falls(gate: Gate, held: Held) -> Iterator[str]:
    """Give what fell below the earlier audit, and is not known to have fallen."""
    if gate.earlier is None:
        return
    from auditor.report.gaps.falls import find_falls, is_by_other_rules

    known, rubric = gate.known(held.document), held.rules.rubric
    falls = [
        fall.sentence
        for fall in find_falls(gate.earlier, held.view, rubric)
        if known is None or not known.excuses(fall, held.view, rubric)
    ]
    if not falls:
        return
    yield fill(_words()["fell"], {"name": held.document.name, "earlier": str(gate.files.not_below)})
    if is_by_other_rules(gate.earlier, held.view):
        yield f"  {_words()['other_rules']}"
    yield from (f"  {fall}" for fall in falls)


def _new_gaps(gate: Gate, held: Held) -> Iterator[str]:
    """Give the gaps that the baseline does not list."""
    known = gate.known(held.document)
    if known is None:
        return
    from auditor.report.gaps.told import gap_line

    gaps = held.find_gaps()
    new = [gap for gap in gaps if not known.has(gap)]
    if not new:
        return
    counts = {"n": len(new), "known": len(gaps) - len(new)}
    yield fill(_words()["new"], {"name": held.document.name, **counts})
    unsure = held.view["verdict"] == held.rules.rubric.cannot_tell.id
    yield from (f"  {gap_line(gap, unsure=unsure)}" for gap in new)


def _passed(gate: Gate, held: Held) -> Iterator[str]:
    """Give what is told where nothing failed."""
    if gate.earlier is not None:
        yield fill(
            _words()["held"], {"name": held.document.name, "earlier": str(gate.files.not_below)}
        )
    if gate.baseline is not None:
        known = len(held.find_gaps())
        yield fill(_words()["no_new"], {"name": held.document.name, "known": known})


def _write_known(gate: Gate, held: Held) -> tuple[str, ...]:
    """Write the gaps of a document into the baseline; what it says of others stays."""
    path = gate.files.write_baseline
    if path is None:
        return ()
    from auditor.report.gaps.baseline import (
        Baseline,
        know,
        path_from,
        read_baseline,
        write_baseline,
    )

    gaps = held.find_gaps()
    old = read_baseline(path) if path.is_file() else Baseline()
    known = know(path_from(path, held.document), held.view, gaps)
    write_baseline(path, old.with_document(known))
    values: dict[str, int | str] = {
        "path": str(path),
        "n": len(gaps),
        "name": held.document.name,
    }
    return (fill(_words()["written"], values),)
