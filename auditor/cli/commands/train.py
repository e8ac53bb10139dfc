"""`auditor train`: learn the judge's weights from labelled statements."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import click

from auditor.cli.options import path_option, quiet_option
from auditor.cli.outputs import check_writable

JUDGED_BY = (
    "Language models, working by the labelling guide, labelled all statements that the weights "
    "were learnt and measured on; no person has confirmed them."
)


@click.command("train")
@click.argument(
    "labelled",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar="LABELLED.jsonl...",
)
@click.option(
    "--output",
    "-o",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write judge.npz and judge.toml into this folder.",
)
@path_option(
    "--lexicons", "DIR", "Mark the statements by this folder of rules instead of the one shipped."
)
@click.option(
    "--judged-by",
    default=JUDGED_BY,
    metavar="TEXT",
    help="Who labelled the statements, in words; stands in every report.",
)
@click.option(
    "--double",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="LABELLED.jsonl",
    help="Learn from this file too, each of its statements counting twice.",
)
@click.option(
    "--beside",
    is_flag=True,
    help="Learn what marks weigh in other languages than English, beside the judge's weights.",
)
@quiet_option
def command(
    labelled: tuple[Path, ...],
    folder: Path,
    lexicons: Path | None,
    judged_by: str,
    double: tuple[Path, ...],
    beside: bool,
    quiet: bool,
) -> None:
    """Learn the judge's weights from LABELLED statements in the gold format.

    Needs the extra `train` (scikit-learn). Statements of one pair or document stay in one of
    five folds; what is measured in folds stands on the card. The same statements give the
    same weights. With --beside, judge.npz stays as it is and marks.npz is written.
    """
    if beside:
        _learn_beside(labelled, folder, lexicons, quiet)
        return
    from auditor.evaluation.card import make_card, write_card
    from auditor.evaluation.folds import COUNT
    from auditor.evaluation.gold import read_gold
    from auditor.evaluation.training import learn_for
    from auditor.report.files import write_whole
    from auditor.rules import Rules
    from auditor.rules.weights import write_weights

    rules = Rules.read(lexicons, weighed=False)
    gold = [one for path in labelled for one in read_gold(path)]
    gold += [replace(one, weight=2.0) for path in double for one in read_gold(path)]
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("judge.npz", "judge.toml"):
        check_writable(folder / name)
    learnt = learn_for(rules, "en", gold)
    content = write_weights(learnt.weights, rules.language("en").inventory)
    card = make_card(
        learnt.in_folds,
        rules.criterion_ids,
        weights=hashlib.sha256(content).hexdigest(),
        judged_by=judged_by,
        folds=COUNT,
    )
    write_whole(folder / "judge.npz", content)
    write_whole(folder / "judge.toml", write_card(card).encode())
    if not quiet:
        for one in card.figure:
            if one.set == "all":
                click.echo(f"{one.measure}: {one.value:.3f} ({one.low:.3f} to {one.high:.3f})")
        click.echo(f"{len(gold)} statements; weights and card in {folder}")


def _learn_beside(
    labelled: tuple[Path, ...], folder: Path, lexicons: Path | None, quiet: bool
) -> None:
    """Write marks.npz, and say how well each language did in folds."""
    from auditor.evaluation.beside import learn_beside
    from auditor.evaluation.gold import read_gold
    from auditor.evaluation.scoring import score_pairs
    from auditor.report.files import write_whole
    from auditor.rules import WORDS_OF, Rules
    from auditor.rules.weights import BESIDE_FILE, write_weights

    rules = Rules.read(lexicons)
    gold = [one for path in labelled for one in read_gold(path)]
    folder.mkdir(parents=True, exist_ok=True)
    check_writable(folder / BESIDE_FILE)
    learnt = learn_beside(gold, rules)
    inventory = rules.language(WORDS_OF).inventory
    write_whole(folder / BESIDE_FILE, write_weights(learnt.weights, inventory))
    if quiet:
        return
    for code in sorted({pair.gold.passage.language for pair in learnt.in_folds}):
        pairs = [pair for pair in learnt.in_folds if pair.gold.passage.language == code]
        scores = score_pairs(pairs, rules.criterion_ids)
        found = {one.label: one.f1.value or 0.0 for one in scores.reaches}
        click.echo(
            f"{code}: {len(pairs)} statements, explicit F1 {found['explicit']:.3f}, "
            f"excluded F1 {found['excluded']:.3f}, "
            f"macro-F1 {dict(scores.reach.measures)['macro-F1'].value:.3f}"
        )
    click.echo(f"weights in {folder / BESIDE_FILE}")
