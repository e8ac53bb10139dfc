"""
Make the sample strategies: compile each source, then scan or turn the pages that ask for it.

    pip install typst==0.15.2 pikepdf pypdfium2 Pillow font-lato font-roboto \
        font-source-sans-pro font-source-serif-pro font-hanken-grotesk
    python samples/make_samples.py            # all of them
    python samples/make_samples.py 03 12      # those whose names begin so

The same sources and versions give the same bytes: dates are fixed in the sources,
nothing is random, and only fonts that come from PyPI or inside typst are used.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pypdfium2
import typst
from PIL import Image, ImageFilter

HERE = Path(__file__).resolve().parent
FONT_PACKAGES = (
    "font_lato",
    "font_roboto",
    "font_source_sans_pro",
    "font_source_serif_pro",
    "font_hanken_grotesk",
)
DOTS_PER_INCH = 110
JPEG_QUALITY = 38
PAPER_WHITE = 247
SOFT_HYPHEN, HARD_HYPHEN = b"<FEFF00AD>", b"<FEFF002D>"
# In UTF-16, as a PDF writes them: soft hyphen as hyphen; ff, fi, fl, ffi as one character.
OLD_CHARACTERS = (
    (b"00AD", b"002D"),
    (b"00660066", b"FB00"),
    (b"00660069", b"FB01"),
    (b"0066006C", b"FB02"),
    (b"006600660069", b"FB03"),
)
ALL_PAGES = 0
SKEWS = (0.35, -0.25, 0.15, -0.4)  # degrees; a scanner's feed is never quite straight


def main(prefixes: list[str]) -> None:
    """Make every sample whose name begins with one of the prefixes, or all."""
    with tempfile.TemporaryDirectory() as folder:
        fonts = gather_fonts(Path(folder))
        for source in find_sources(prefixes):
            pdf = make_sample(source, fonts)
            (HERE / f"{source.stem}.pdf").write_bytes(pdf)
            print(f"{source.stem}.pdf  {len(pdf) // 1024} kB", file=sys.stderr)


def find_sources(prefixes: list[str]) -> list[Path]:
    """Find the sources to compile, in the order of their names."""
    sources = sorted((HERE / "source").glob("[0-9]*.typ"))
    return [s for s in sources if not prefixes or s.stem.startswith(tuple(prefixes))]


def gather_fonts(folder: Path) -> Path:
    """Copy one file of each face into the folder, so that no two can be mistaken for each other."""
    for package in FONT_PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise SystemExit(f"{package} is missing: pip install {package.replace('_', '-')}")
        faces = sorted((Path(spec.origin).parent / "files").glob("*.[ot]tf"))
        for face in {f.stem: f for f in faces}.values():
            shutil.copy(face, folder / face.name)
    return folder


def make_sample(source: Path, fonts: Path) -> bytes:
    """Compile one source and treat the pages that it marks."""
    pdf = typst.compile(
        str(source),
        root=str(source.parent),
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_tags=False,
    )
    turned = find_marked_pages(source, "<turned>", fonts)
    scanned = find_marked_pages(source, "<scanned>", fonts)
    pdf = treat_pages(pdf, turned=turned, scanned=scanned) if turned or scanned else pdf
    return age_text(pdf) if find_marked_pages(source, "<old-text>", fonts) else pdf


def find_marked_pages(source: Path, mark: str, fonts: Path) -> list[int]:
    """Find the pages, counted from one, that the source marked."""
    found = typst.query(
        str(source),
        mark,
        field="value",
        root=str(source.parent),
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
    )
    return sorted(set(json.loads(found)))


def age_text(pdf: bytes) -> bytes:
    """Let the text say what older typesetters wrote: hard hyphens, ligatures as one character."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                thing.ToUnicode.write(age_map(thing.ToUnicode.read_bytes()))
        for page in document.pages:
            page.contents_coalesce()
            page.Contents.write(page.Contents.read_bytes().replace(SOFT_HYPHEN, HARD_HYPHEN))
        return save(document)


def age_map(cmap: bytes) -> bytes:
    """Rewrite the table that says which characters a glyph stands for."""
    for new, old in OLD_CHARACTERS:
        cmap = cmap.replace(b"> <" + new + b">", b"> <" + old + b">")
    return cmap


def save(document: pikepdf.Pdf) -> bytes:
    """Write a document so that the same content gives the same bytes."""
    out = io.BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def treat_pages(pdf: bytes, *, turned: list[int], scanned: list[int]) -> bytes:
    """Turn some pages by their /Rotate entry and replace others by a picture of themselves."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for number in turned:
            document.pages[number - 1].rotate(90, relative=False)
        for number in range(1, len(document.pages) + 1) if ALL_PAGES in scanned else scanned:
            scan_page(document, number, scan_image(pdf, number))
        document.remove_unreferenced_resources()
        return save(document)


def scan_image(pdf: bytes, number: int) -> tuple[bytes, int, int]:
    """Render a page as an office scanner would: grey, a little soft, a little askew."""
    page = pypdfium2.PdfDocument(pdf)[number - 1]
    sharp = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().convert("L")
    skewed = sharp.rotate(
        SKEWS[number % len(SKEWS)], resample=Image.Resampling.BICUBIC, fillcolor=255
    )
    grey = skewed.filter(ImageFilter.GaussianBlur(0.45)).point(
        lambda v: 22 + v * (PAPER_WHITE - 22) // 255
    )
    out = io.BytesIO()
    grey.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return out.getvalue(), *grey.size


def scan_page(document: pikepdf.Pdf, number: int, image: tuple[bytes, int, int]) -> None:
    """Put a picture in the place of all that stood on a page."""
    data, width, height = image
    page = document.pages[number - 1]
    _, _, right, top = (float(v) for v in page.mediabox)
    picture = document.make_stream(
        data,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
    page.Contents = document.make_stream(f"q {right:.2f} 0 0 {top:.2f} 0 0 cm /Scan Do Q".encode())
    for entry in ("/Annots", "/Group", "/StructParents"):
        if entry in page:
            del page[entry]


if __name__ == "__main__":
    main(sys.argv[1:])
