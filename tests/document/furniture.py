"""Hold what is set aside as furniture against labels made by hand on real pages.

    python tests/document/furniture.py FOLDER

FOLDER holds the documents that `furniture-labels.jsonl` names by the SHA-256 of
their bytes. Each label is one printed line: its page, its box, a hash of its words
and what it is (running, toc, reference or body). No text is kept.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.document.reading import read_document
from auditor.records import SILENT_PLACES, Document, Reading

LABELS = Path(__file__).parent / "furniture-labels.jsonl"


@dataclass(frozen=True)
class Label:
    """One printed line and what it is."""

    sha256: str
    page: int
    box: tuple[float, float, float, float]
    words: str
    place: str


def read_labels(path: Path = LABELS) -> list[Label]:
    """Read the labels."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Label(r["sha256"], r["page"], tuple(r["box"]), r["words"], r["place"]) for r in rows]


def place_read(document: Document, label: Label) -> str | None:
    """Name the place that most words inside a label's box were given."""
    votes: dict[str, int] = {}
    words = document.words
    for block in document.blocks:
        for at in words.between(block.start, block.end):
            if words.pages[at] != label.page:
                continue
            x0, top, x1, bottom = words.boxes[4 * at : 4 * at + 4]
            x, y = (x0 + x1) / 2, (top + bottom) / 2
            if label.box[0] <= x <= label.box[2] and label.box[1] <= y <= label.box[3]:
                votes[block.place] = votes.get(block.place, 0) + 1
    return max(votes, key=lambda place: votes[place]) if votes else None


def compare(folder: Path) -> Iterator[tuple[Label, str | None]]:
    """Read the labelled documents of a folder; give each label with what was read."""
    by_hash = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.glob("*.pdf")}
    labels: dict[str, list[Label]] = {}
    for label in read_labels():
        labels.setdefault(label.sha256, []).append(label)
    for sha256, of_document in labels.items():
        if sha256 in by_hash:
            document = read_document(by_hash[sha256], Reading(ocr="off"))
            for label in of_document:
                yield label, place_read(document, label)


def main() -> None:
    """Print precision and recall, and every line in which they differ."""
    right = wrong = missed = 0
    documents = set()
    for label, found in compare(Path(sys.argv[1])):
        documents.add(label.sha256)
        true, read = label.place in SILENT_PLACES, found in SILENT_PLACES
        right += true and read
        wrong += read and not true
        missed += true and not read
        if true != read:
            print(
                f"{label.sha256[:8]} page {label.page} {label.box}: {label.place}, read as {found}"
            )
    print(f"{len(documents)} documents, {right + missed} lines of furniture")
    print(
        f"precision {right / (right + wrong or 1):.3f}, recall {right / (right + missed or 1):.3f}"
    )


if __name__ == "__main__":
    main()
