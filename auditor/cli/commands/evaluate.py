"""`auditor evaluate`: score the labels against a gold set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.options import ChosenRules, choice_option, flag, path_option, rules_options
from auditor.errors import UsageError
from auditor.rules import Rules

if TYPE_CHECKING:
    from auditor.evaluation.gold import Pair


@click.command("evaluate")
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path), metavar="GOLD.jsonl...")
@path_option("--plans", "DIR", "Audit the whole plans in this folder and score them too.")
@path_option(
    "--documents",
    "LIST.jsonl",
    "Audit real documents and hold their verdicts against this list.",
)
@path_option(
    "--folder", "DIR", "Where the listed documents are; the folder of the list where not given."
)
@flag("--errors", "List every miss.")
@choice_option(
    "--format form", ["text", "json", "md"], "md: only the main measures, as a table for a page."
)
@rules_options
def command(
    gold: tuple[Path, ...],
    plans: Path | None,
    documents: Path | None,
    folder: Path | None,
    errors: bool,
    form: str,
    chosen: ChosenRules,
) -> None:
    """Label the statements of each GOLD file and hold the labels against it.

    Topic and strength are counted on statements that gold and the auditor both call
    explicit, criteria over all statements.
    """
    if not gold and plans is None and documents is None:
        raise UsageError(
            "nothing to evaluate",
            remedy="Name a gold set (GOLD.jsonl), --plans DIR or --documents LIST.",
        )
    rules = chosen.read()
    if documents is not None:
        from auditor.evaluation.documents import score_documents, write_document_scores

        scores = list(score_documents(documents, folder or documents.parent, rules))
        click.echo(write_document_scores(scores, errors=errors))
        return
    pairs = _label(gold, rules) if gold else ()
    if form == "json":
        click.echo(
            json.dumps(_as_plain(pairs, plans, rules, errors=errors), ensure_ascii=False, indent=2)
        )
        return
    if form == "md":
        click.echo(_summarise(pairs, rules))
        return
    _print(pairs, plans, rules, errors=errors)


def _label(gold: tuple[Path, ...], rules: Rules) -> tuple[Pair, ...]:
    from auditor.evaluation.gold import read_gold
    from auditor.evaluation.scoring import label_gold

    return label_gold(tuple(one for path in gold for one in read_gold(path)), rules)


def _summarise(pairs: tuple[Pair, ...], rules: Rules) -> str:
    from auditor.evaluation.scoring import score_pairs
    from auditor.evaluation.tables import write_summary

    if not pairs:
        raise UsageError("no statements to summarise", remedy="Name a gold set (GOLD.jsonl).")
    return write_summary(score_pairs(pairs, rules.criterion_ids))


def _print(pairs: tuple[Pair, ...], plans: Path | None, rules: Rules, *, errors: bool) -> None:
    from auditor.evaluation.plans import score_plans
    from auditor.evaluation.scoring import score_pairs
    from auditor.evaluation.tables import write_misses, write_plans, write_scores

    parts = []
    if pairs:
        parts.append(write_scores(score_pairs(pairs, rules.criterion_ids)))
    if pairs and errors:
        parts.append(write_misses(pairs))
    if plans is not None:
        parts.append(write_plans(tuple(score_plans(plans, rules)), errors=errors))
    click.echo("\n\n".join(parts))


def _as_plain(
    pairs: tuple[Pair, ...], plans: Path | None, rules: Rules, *, errors: bool
) -> dict[str, Any]:
    from auditor.evaluation.plans import score_plans
    from auditor.evaluation.scoring import score_pairs
    from auditor.evaluation.tables import misses_as_plain, plans_as_plain, scores_as_plain

    plain: dict[str, Any] = {}
    if pairs:
        plain.update(scores_as_plain(score_pairs(pairs, rules.criterion_ids)))
    if pairs and errors:
        plain["misses"] = misses_as_plain(pairs)
    if plans is not None:
        plain["plans"] = plans_as_plain(tuple(score_plans(plans, rules)))
    return plain
