"""A corpus for batches: samples with differing text, and documents that do harm."""

from __future__ import annotations

import random
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def write_variant(sample: Path, target: Path, words: str) -> None:
    """Copy a PDF with one more line of text at the foot of its first page."""
    import pikepdf

    with pikepdf.open(sample) as document:
        page = document.pages[0]
        if "/Resources" not in page.obj:
            page.obj.Resources = pikepdf.Dictionary()
        fonts = page.obj.Resources.get("/Font", pikepdf.Dictionary())
        fonts["/FVariant"] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.obj.Resources.Font = fonts
        line = f"\nq BT /FVariant 9 Tf 1 0 0 1 60 40 Tm ({words}) Tj ET Q\n".encode("ascii")
        page.contents_add(document.make_stream(line))
        document.save(target, deterministic_id=True)


def write_corpus(
    folder: Path, good: int, *, broken: int = 0, hanging: int = 0, crashing: int = 0
) -> None:
    """Write so many documents, the harmful ones scattered among the good ones."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = ["good"] * good + ["broken"] * broken + ["HANG"] * hanging + ["CRASH"] * crashing
    random.Random(6).shuffle(kinds)
    samples = [path for path in sorted(SAMPLES.glob("*.pdf")) if "scan" not in path.name]
    for number, kind in enumerate(kinds):
        target = folder / f"{number:04}-{kind.lower()}.pdf"
        if kind == "broken":
            target.write_bytes(b"%PDF-1.7\n" + bytes([number % 256]) * (200 + number))
            continue
        sample = samples[number % len(samples)]
        write_variant(sample, target, f"We will visit all {number + 1000} babies by 2027.")
        if kind != "good":
            with target.open("ab") as file:
                file.write(f"\n%{kind}\n".encode())


def write_long(target: Path, pages: int) -> None:
    """Join samples until a document has as many pages as asked."""
    import pikepdf

    samples = [path for path in sorted(SAMPLES.glob("*.pdf")) if "scan" not in path.name]
    document = pikepdf.Pdf.new()
    while len(document.pages) < pages:
        for sample in samples:
            with pikepdf.open(sample) as part:
                document.pages.extend(part.pages)
    del document.pages[pages:]
    document.save(target, deterministic_id=True)
