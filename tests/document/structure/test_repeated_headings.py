"""Contents lists without page numbers are told by the headings that they say again."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.reading import read_document
from auditor.records import Reading

HEADINGS = ("1. Babies and their parents", "2. Schools", "Annex A: Newborns")
BODY = "\n\n".join(f"## {heading}\n\nWords of this part." for heading in HEADINGS)
LISTED = "\n".join(f"- {heading}" for heading in HEADINGS)

CASES = [
    ("as they stand", f"## Contents\n\n{LISTED}\n\n{BODY}", 3),
    ("in Welsh", f"## Cynnwys\n\n{LISTED}\n\n{BODY}", 3),
    (
        "with numbers of their own",
        f"## Contents\n\n- Babies and their parents\n- Schools\n- Annex A: Newborns\n\n{BODY}",
        3,
    ),
    ("other lines stay", f"## Contents\n\n{LISTED}\n- Babies come first.\n\n{BODY}", 3),
    ("too few to be a list", f"## Contents\n\n- 2. Schools\n- Babies come first.\n\n{BODY}", 0),
    ("under another heading", f"## Priorities\n\n{LISTED}\n\n{BODY}", 0),
    ("headings that came before", f"{BODY}\n\n## Index\n\n{LISTED}", 0),
]


@pytest.mark.parametrize(("text", "aside"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_lines_that_say_later_headings_again_are_set_aside(
    text: str, aside: int, tmp_path: Path
) -> None:
    """Only under a heading for contents, and only those; nothing else is lost."""
    file = tmp_path / "plan.md"
    file.write_text(f"# A plan\n\n{text}\n", "utf-8")
    document = read_document(file, Reading(ocr="off"))
    listed = [block for block in document.blocks if block.place == "toc"]
    assert len(listed) == aside
    assert all(block.why == "line of a contents list" for block in listed)
