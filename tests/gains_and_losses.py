"""Every statement whose labels changed between a git revision and the working tree.

    python tests/gains_and_losses.py main

Audits the samples and the gold plans, and labels the gold statements, by the code, word
lists and rubric of the revision and of the working tree, and lists what was gained, lost
and changed. Where gold says what is right, each change is marked: better or worse. The list
goes into the commit message of a change to words or rules.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
KINDS = ("reach", "topic", "strength", "criteria")
Labels = dict[str, dict[str, Any]]
"""Labels of each statement, by "source: text"."""


def list_labels(root: Path) -> Labels:
    """Label everything with the code, word lists and rubric that stand in a folder."""
    from auditor.pipeline import audit_document
    from auditor.rules import Rules

    rules = Rules.read(root / "lexicons", root / "lexicons" / "rubric.toml")
    labels: Labels = {}
    for path in [*sorted((ROOT / "samples").glob("*.pdf")), *sorted(GOLD.glob("pdf/*.pdf"))]:
        for one in audit_document(path, rules).statements:
            labels[f"{path.name}: {one.text}"] = _plain(one)
    for path in sorted(GOLD.glob("*.jsonl")):
        labels.update(_label_gold(path, rules))
    return labels


def _label_gold(path: Path, rules: Any) -> Labels:
    from auditor.language.statements import judge
    from auditor.records import Passage

    labels: Labels = {}
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if not record.get("text"):
            continue
        passage = Passage(record["text"], record.get("place") or "body", record.get("heading"))
        labels[f"{path.stem} {record['id']}: {record['text']}"] = _plain(judge(passage, rules))
    return labels


def _plain(judged: Any) -> dict[str, Any]:
    return {
        kind: list(value) if isinstance(value := getattr(judged, kind), tuple) else value
        for kind in KINDS
    }


def read_gold() -> Labels:
    """Read what gold says of each labelled statement."""
    labels: Labels = {}
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if record.get("text"):
                labels[f"{path.stem} {record['id']}: {record['text']}"] = record
    return labels


@contextlib.contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """Check a revision out into a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        add = ["git", "-C", str(ROOT), "worktree", "add", "--detach", str(tree), revision]
        subprocess.run(add, check=True, capture_output=True)
        try:
            yield tree
        finally:
            remove = ["git", "-C", str(ROOT), "worktree", "remove", "--force", str(tree)]
            subprocess.run(remove, check=True, capture_output=True)


def labels_of(root: Path) -> Labels:
    """Label everything in a process of its own, with the code in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(root)}
    made = subprocess.run(
        [sys.executable, str(Path(__file__)), "--labels-of", str(root)],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=root,
    )
    labels: Labels = json.loads(made.stdout)
    return labels


def compare(before: Labels, after: Labels, gold: Labels) -> tuple[list[str], Counter[str]]:
    """List what differs, gains and losses of explicit statements first."""
    lines: list[tuple[int, str]] = []
    counts: Counter[str] = Counter()
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = before.get(key), after.get(key)
        if old == new or _is_noise(old, new):
            continue
        kind = _kind(old, new)
        judged = _judge(old, new, gold.get(key))
        counts.update([kind] + ([judged] if judged else []))
        mark = f" [{judged}]" if judged else ""
        said = f"{kind}{mark}: {key}\n    {_differences(old, new)}"
        lines.append((("gained", "lost", "changed", "new", "gone").index(kind), said))
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])], counts


def _is_noise(old: dict[str, Any] | None, new: dict[str, Any] | None) -> bool:
    """Say whether a statement that addresses nobody came or went: the text was cut otherwise."""
    return (old is None or new is None) and (old or new or {}).get("reach") == "none"


def _kind(old: dict[str, Any] | None, new: dict[str, Any] | None) -> str:
    was = old is not None and old["reach"] == "explicit"
    now = new is not None and new["reach"] == "explicit"
    if was != now:
        return "gained" if now else "lost"
    return "new" if old is None else "gone" if new is None else "changed"


def _judge(
    old: dict[str, Any] | None, new: dict[str, Any] | None, gold: dict[str, Any] | None
) -> str:
    """Say whether a change came nearer to gold; "" where gold says nothing."""
    if gold is None or old is None or new is None:
        return ""
    right = [sum(labels[kind] == gold[kind] for kind in KINDS) for labels in (old, new)]
    return "better" if right[1] > right[0] else "worse" if right[1] < right[0] else "no better"


def _differences(old: dict[str, Any] | None, new: dict[str, Any] | None) -> str:
    if old is None or new is None:
        labels = old or new or {}
        return ", ".join(f"{kind} {labels[kind]}" for kind in KINDS)
    return ", ".join(
        f"{kind} {old[kind]} -> {new[kind]}" for kind in KINDS if old[kind] != new[kind]
    )


def main() -> None:
    """List the changes, or (for itself, in another process) the labels of one folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("revision", nargs="?", default="HEAD")
    parser.add_argument("--labels-of", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.labels_of:
        json.dump(list_labels(options.labels_of), sys.stdout)
        return
    with checked_out(options.revision) as tree:
        before = labels_of(tree)
    lines, counts = compare(before, labels_of(ROOT), read_gold())
    print("\n".join(lines))
    print(", ".join(f"{count} {kind}" for kind, count in counts.items()) or "no label changed")


if __name__ == "__main__":
    main()
