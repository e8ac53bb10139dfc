"""`auditor label`: label statements in the gold format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from auditor.cli.options import ChosenRules, path_option, quiet_option, rules_options
from auditor.cli.outputs import check_writable
from auditor.records import Judgement, Passage
from auditor.report.files import write_whole
from auditor.rules import Rules


@click.command("label")
@click.argument("statements", type=click.Path(path_type=Path), metavar="STATEMENTS.jsonl")
@path_option("--output -o", "OUT.jsonl", "Write here instead of printing.")
@rules_options
@quiet_option
def command(statements: Path, output: Path | None, chosen: ChosenRules, quiet: bool) -> None:
    """Label each statement: one JSON object a line, with at least `text`.

    Reads also `heading`, `place`, `lang`, `columns` and `document.kind`; writes `id`, `reach`,
    `topic`, `strength`, `criteria`, `confidence`, `because` and `likely`, and in a trial language
    the sentence that says so as `trial`.
    """
    from auditor.evaluation.gold import read_passages
    from auditor.language.statements import judge_all

    rules = chosen.read()
    if output is not None:
        check_writable(output)
    records = list(read_passages(statements))
    said = judge_all((passage for _, passage in records), rules)
    lines = _write_lines(zip(records, said, strict=True), rules)
    if output is None:
        for line in lines:
            click.echo(line)
        return

    write_whole(output, "".join(f"{line}\n" for line in lines).encode())
    if not quiet:
        click.echo(f"{len(records)} statements labelled in {output}", err=True)


def _write_lines(
    labelled: Iterator[tuple[tuple[dict[str, Any], Passage], Judgement]], rules: Rules
) -> Iterator[str]:
    from auditor.report.view import view_judgement

    for number, ((record, passage), said) in enumerate(labelled, 1):
        labels = {"id": record.get("id", f"{number:04d}"), **view_judgement(said)}
        if trial := rules.trial_of(passage.language):
            labels["trial"] = trial
        yield json.dumps(labels, ensure_ascii=False)
