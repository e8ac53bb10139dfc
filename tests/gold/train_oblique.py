"""Train the second signal: does a statement speak of babies, by its other words?

A logistic regression, its columns scaled by the log odds of each word (as Wang and
Manning did in 2012 for short texts), on the words and pairs of words of the project's own labelled
statements, with every word that the word lists know as a name of babies, or of
any other group, taken out. So it knows only the company that babies keep (comfort,
cry, womb, cot) and can point at a statement that names them by no listed word.

    python tests/gold/train_oblique.py lexicons/oblique.npz GOLD.jsonl...

Nothing of the unseen halves goes in.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from auditor.language.marking import mark
from auditor.language.oblique import read_features
from auditor.rules import Rules

STEPS, RATE, PENALTY, LEAST = 300, 0.5, 0.001, 2


def main(out: Path, *gold: Path) -> None:
    """Train on the gold files and write words and weights, rounded."""
    rules = Rules.read()
    records = [json.loads(line) for path in gold for line in path.read_text("utf-8").splitlines()]
    records = [r for r in records if r["place"] not in ("toc", "reference", "running")]
    features = [read_features(mark(r["text"], rules.lexicon)) for r in records]
    wanted = np.array([r["reach"] == "explicit" and r["topic"] == "mental" for r in records], float)
    counts = Counter(word for found in features for word in found)
    words = sorted(word for word, count in counts.items() if count >= LEAST)
    column = {word: index for index, word in enumerate(words)}
    table = np.zeros((len(records), len(words)))
    for row, found in enumerate(features):
        for word in found:
            if word in column:
                table[row, column[word]] = 1.0
    weights, bias = fit(table, wanted)
    np.savez_compressed(
        out, words=np.array(words), weights=weights.round(4), bias=np.array([round(bias, 4)])
    )
    print(f"{len(records)} statements, {len(words)} words, {out.stat().st_size} bytes")


def fit(table: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, float]:
    """Fit by gradient descent from nought, so that it can be repeated; weights of plain columns."""
    odds = _log_odds(table, wanted)
    scaled = table * odds
    weights, bias = np.zeros(table.shape[1]), 0.0
    for _ in range(STEPS):
        error = 1 / (1 + np.exp(-(scaled @ weights + bias))) - wanted
        weights -= RATE * (scaled.T @ error / len(wanted) + PENALTY * weights)
        bias -= RATE * float(error.mean())
    return (weights * odds).astype(np.float32), bias


def _log_odds(table: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    inside, outside = 1 + table[wanted == 1].sum(0), 1 + table[wanted == 0].sum(0)
    return np.log((inside / inside.sum()) / (outside / outside.sum()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
