"""Scores as plain tables for a terminal, and as plain data for a program."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from typing import Any

from auditor.evaluation.agreement import Estimate
from auditor.evaluation.gold import Pair
from auditor.evaluation.plans import PlanScore
from auditor.evaluation.scoring import Agreement, LabelScore, Scores

_LABEL_HEAD = ("", "gold", "said", "both", "precision", "recall", "F1")


def write_estimate(estimate: Estimate) -> str:
    """Write an estimate with its interval.

    >>> write_estimate(Estimate(0.9, 0.85, 0.94))
    '0.900 (0.850-0.940)'
    """
    if estimate.value is None:
        return "-"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.3f}"
    return f"{estimate.value:.3f} ({estimate.low:.3f}-{estimate.high:.3f})"


def write_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Set rows in columns: the first to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[index]) for row in cells) for index in range(len(head))]
    lines = (
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )
    return "\n".join(lines)


def write_scores(scores: Scores) -> str:
    """Write all tables of labels held against gold."""
    parts = [
        f"{scores.statements} statements; 95 % intervals in brackets",
        write_table(("reach", *_LABEL_HEAD[1:]), map(_label_row, scores.reaches)),
        write_table(("agreement", "statements", "measure", "value"), _agreement_rows(scores)),
        write_table(
            ("criteria", *_LABEL_HEAD[1:]),
            map(_label_row, (*scores.criteria, scores.criteria_micro)),
        ),
        write_table(
            ("explicit, by", "", "statements", "gold", "precision", "recall", "reach macro-F1"),
            _group_rows(scores),
        ),
        write_table(
            ("confidence", "statements", "mean", "reach right"),
            (
                (
                    f"{one.low:.2f}-{one.high:.2f}",
                    one.statements,
                    f"{one.confidence:.3f}",
                    write_estimate(one.right),
                )
                for one in scores.reliability
            ),
        ),
    ]
    return "\n\n".join(parts)


def write_summary(scores: Scores) -> str:
    """Write the main measures as a Markdown table, for a page such as the README."""
    explicit, excluded = (
        next(one for one in scores.reaches if one.label == label)
        for label in ("explicit", "excluded")
    )
    reach, topic, strength = (
        dict(one.measures) for one in (scores.reach, scores.topic, scores.strength)
    )
    everything, both = scores.statements, scores.strength.statements
    rows = (
        ("explicit: precision", explicit.precision, f"{explicit.said} called explicit"),
        ("explicit: recall", explicit.recall, f"{explicit.gold} that are"),
        ("excluded: F1", excluded.f1, f"{excluded.gold} that are"),
        ("reach: macro-F1", reach["macro-F1"], f"{everything} statements"),
        ("topic: accuracy", topic["accuracy"], f"{both} explicit in both"),
        (
            "strength: quadratic weighted kappa",
            strength["quadratic weighted kappa"],
            f"{both} explicit in both",
        ),
        ("criteria: micro-F1", scores.criteria_micro.f1, f"{everything} statements"),
    )
    lines = (f"| {name} | {write_estimate(value)} | {on} |" for name, value, on in rows)
    return "\n".join(
        ("| measure | value (95 % interval) | counted on |", "| --- | --- | --- |", *lines)
    )


def _label_row(one: LabelScore) -> tuple[object, ...]:
    estimates = map(write_estimate, (one.precision, one.recall, one.f1))
    return (one.label, one.gold, one.said, one.both, *estimates)


def _agreement_rows(scores: Scores) -> Iterable[tuple[object, ...]]:
    kinds = (("reach", scores.reach), ("topic", scores.topic), ("strength", scores.strength))
    for kind, agreement in kinds:
        for name, estimate in agreement.measures:
            yield kind, agreement.statements, name, write_estimate(estimate)


def _group_rows(scores: Scores) -> Iterable[tuple[object, ...]]:
    for one in scores.groups:
        macro = dict(one.reach.measures)["macro-F1"]
        yield (
            one.kind,
            one.name,
            one.statements,
            one.explicit.gold,
            write_estimate(one.explicit.precision),
            write_estimate(one.explicit.recall),
            write_estimate(macro),
        )


def write_misses(pairs: Sequence[Pair]) -> str:
    """List every statement on which a label differs, with the rules that decided."""
    blocks = [_write_miss(pair) for pair in pairs if _differences(pair)]
    return "\n".join((f"{len(blocks)} statements with a label that differs", *blocks))


def _differences(pair: Pair) -> dict[str, tuple[object, object]]:
    """Compare what is to be compared: topic and strength only where both say explicit."""
    gold, said = pair.gold, pair.said
    kinds = ["reach", "criteria"]
    if gold.reach == "explicit" == said.reach:
        kinds += ["topic", "strength"]
    return {
        kind: (_flat(getattr(gold, kind)), _flat(getattr(said, kind)))
        for kind in kinds
        if _flat(getattr(gold, kind)) != _flat(getattr(said, kind))
    }


def _flat(value: Any) -> object:
    return " ".join(sorted(value)) or "none" if isinstance(value, tuple) else value


def _write_miss(pair: Pair) -> str:
    lines = [f"\n{pair.gold.id} [{pair.gold.place}] {pair.gold.text}"]
    if pair.gold.heading:
        lines.append(f"  under: {pair.gold.heading}")
    lines += [
        f"  {kind}: gold {gold}, said {said}" for kind, (gold, said) in _differences(pair).items()
    ]
    because = "; ".join(f"{one.rule} ({one.text})" for one in pair.said.because)
    lines.append(f"  because: {because or 'no rule'} [confidence {pair.said.confidence:.2f}]")
    if pair.gold.note:
        lines.append(f"  note: {pair.gold.note}")
    return "\n".join(lines)


def write_plans(scores: Sequence[PlanScore], *, errors: bool = False) -> str:
    """Write how whole plans were judged, and with `errors` what differs in each."""
    rows = [
        (
            one.document,
            one.answer.verdict,
            one.verdict,
            "yes" if one.is_right else "NO",
            f"{one.level_error:.2f}",
            f"{one.explicit} of {one.answer.explicit}",
            f"{len(one.answer.quotes) - len(one.quotes_missed)} of {len(one.answer.quotes)}",
        )
        for one in scores
    ]
    head = ("plan", "gold", "said", "right", "level error", "explicit", "key quotes")
    right = sum(one.is_right for one in scores)
    mean = sum(one.level_error for one in scores) / max(len(scores), 1)
    summary = f"{right} of {len(scores)} verdicts right; mean absolute error of levels {mean:.3f}"
    parts = [write_table(head, rows), summary]
    if errors:
        parts += [text for one in scores if (text := _write_plan_errors(one))]
    return "\n\n".join(parts)


def _write_plan_errors(one: PlanScore) -> str:
    lines = [one.error] if one.error else []
    lines += [
        f"  level {id}: gold {level}, said {one.levels.get(id)}"
        for id, level in one.answer.levels.items()
        if level != (one.levels.get(id) or 0)
    ]
    lines += [f"  quote not shown: {text}" for text in one.quotes_missed]
    lines += [f"  not called explicit: {text}" for text in one.missed]
    lines += [f"  called explicit, not in gold: {text}" for text in one.extra]
    return "\n".join((one.document, *lines)) if lines else ""


def scores_as_plain(scores: Scores) -> dict[str, Any]:
    """Give scores as plain data."""
    return {
        "statements": scores.statements,
        "reach": {one.label: _as_plain(one) for one in scores.reaches},
        "agreement": {
            "reach": _as_plain(scores.reach),
            "topic": _as_plain(scores.topic),
            "strength": _as_plain(scores.strength),
        },
        "criteria": {one.label: _as_plain(one) for one in scores.criteria},
        "criteria_micro": _as_plain(scores.criteria_micro),
        "groups": [_as_plain(one) for one in scores.groups],
        "reliability": [_as_plain(one) for one in scores.reliability],
    }


def _as_plain(value: Any) -> Any:
    """Give a score as plain data by its fields; labels are known by where they stand."""
    if isinstance(value, Estimate):
        return value.as_plain()
    if isinstance(value, Agreement):
        measures = {re.sub("[ -]", "_", name): one.as_plain() for name, one in value.measures}
        return {"statements": value.statements, **measures}
    if dataclasses.is_dataclass(value):
        names = (field.name for field in dataclasses.fields(value) if field.name != "label")
        return {name: _as_plain(getattr(value, name)) for name in names}
    return round(value, 4) if isinstance(value, float) else value


def misses_as_plain(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """Give every statement on which a label differs, as plain data."""
    return [
        {
            "id": pair.gold.id,
            "text": pair.gold.text,
            "heading": pair.gold.heading,
            "place": pair.gold.place,
            "note": pair.gold.note,
            "differs": {
                kind: {"gold": gold, "said": said} for kind, (gold, said) in differences.items()
            },
            "because": [dataclasses.asdict(one) for one in pair.said.because],
            "confidence": round(pair.said.confidence, 4),
        }
        for pair in pairs
        if (differences := _differences(pair))
    ]


def plans_as_plain(scores: Sequence[PlanScore]) -> dict[str, Any]:
    """Give the scores of whole plans as plain data."""
    return {
        "documents": len(scores),
        "verdicts_right": sum(one.is_right for one in scores),
        "level_error": round(sum(one.level_error for one in scores) / max(len(scores), 1), 4),
        "plans": [
            {
                "document": one.document,
                "right": one.is_right,
                "verdict": {"gold": one.answer.verdict, "said": one.verdict},
                "level_error": round(one.level_error, 4),
                "levels": {
                    id: {"gold": level, "said": one.levels.get(id)}
                    for id, level in one.answer.levels.items()
                },
                "explicit": {"gold": one.answer.explicit, "said": one.explicit},
                "quotes_missed": list(one.quotes_missed),
                "missed": list(one.missed),
                "extra": list(one.extra),
                "error": one.error,
            }
            for one in scores
        ],
    }
