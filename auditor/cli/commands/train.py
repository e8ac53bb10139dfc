"""`auditor train`: learn the judge's weights from labelled statements."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import flag, path_option, quiet_option, value_option
from auditor.cli.outputs import check_writable
from auditor.report.files import write_whole
from auditor.rules import WORDS_OF, Rules
from auditor.rules.weights import BESIDE_FILE, write_weights

if TYPE_CHECKING:
    from auditor.evaluation.gold import GoldStatement, Pair

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
@path_option(
    "--output -o folder",
    "DIR",
    "Write judge.npz and judge.toml into this folder.",
    folder=True,
    required=True,
)
@path_option(
    "--lexicons", "DIR", "Mark the statements by this folder of rules instead of the one shipped."
)
@value_option(
    "--judged-by",
    "TEXT",
    "Who labelled the statements, in words; stands in every report.",
    default=JUDGED_BY,
    show_default=False,
)
@path_option(
    "--double",
    "LABELLED.jsonl",
    "Learn from this file too, each of its statements counting twice.",
    multiple=True,
)
@flag(
    "--beside",
    "Learn what marks weigh in languages other than English, beside the judge's weights.",
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
    from auditor.evaluation.gold import read_gold

    gold = [one for path in labelled for one in read_gold(path)]
    folder.mkdir(parents=True, exist_ok=True)
    if beside:
        lines = _learn_beside(gold, folder, lexicons)
    else:
        gold += [replace(one, weight=2.0) for path in double for one in read_gold(path)]
        lines = _learn_judge(gold, folder, lexicons, judged_by)
    if not quiet:
        click.echo("\n".join(lines))


def _learn_judge(
    gold: Sequence[GoldStatement], folder: Path, lexicons: Path | None, judged_by: str
) -> list[str]:
    """Write judge.npz with its card, and say how well it did in folds."""
    from auditor.evaluation.card import make_card, write_card
    from auditor.evaluation.folds import COUNT
    from auditor.evaluation.training import learn_for

    rules = Rules.read(lexicons, weighed=False)
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
    told = [
        f"{one.measure}: {one.value:.3f} ({one.low:.3f} to {one.high:.3f})"
        for one in card.figure
        if one.set == "all"
    ]
    return [*told, f"{len(gold)} statements; weights and card in {folder}"]


def _learn_beside(gold: Sequence[GoldStatement], folder: Path, lexicons: Path | None) -> list[str]:
    """Write marks.npz, and say how well each language did in folds."""
    from auditor.evaluation.beside import learn_beside

    rules = Rules.read(lexicons)
    check_writable(folder / BESIDE_FILE)
    learnt = learn_beside(gold, rules)
    inventory = rules.language(WORDS_OF).inventory
    write_whole(folder / BESIDE_FILE, write_weights(learnt.weights, inventory))
    codes = sorted({pair.gold.passage.language for pair in learnt.in_folds})
    told = [_tell_language(code, learnt.in_folds, rules.criterion_ids) for code in codes]
    return [*told, f"weights in {folder / BESIDE_FILE}"]


def _tell_language(code: str, in_folds: Sequence[Pair], criteria: Sequence[str]) -> str:
    from auditor.evaluation.scoring import score_pairs

    pairs = [pair for pair in in_folds if pair.gold.passage.language == code]
    scores = score_pairs(pairs, criteria)
    found = {one.label: one.f1.value or 0.0 for one in scores.reaches}
    return (
        f"{code}: {len(pairs)} statements, explicit F1 {found['explicit']:.3f}, "
        f"excluded F1 {found['excluded']:.3f}, "
        f"macro-F1 {dict(scores.reach.measures)['macro-F1'].value:.3f}"
    )
