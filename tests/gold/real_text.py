#!/usr/bin/env python3
"""Find the statements of the real-text set again, in documents you have fetched.

The real-text set labels statements from public documents that are not ours to
copy.  ``real-locators.jsonl`` therefore holds, for each statement, where it
stands (repository, commit, path, page), its labels, and a fingerprint, but not
its words.  Given a folder with the documents, this script finds each statement
by its fingerprint and writes the full records::

    git clone https://github.com/OWNER/NAME documents/OWNER/NAME   # each one
    python3 tests/gold/real_text.py documents -o real.jsonl
    auditor evaluate real.jsonl

``--list`` prints the repositories, commits and paths that are needed.  A
document is looked for under ``FOLDER/OWNER/NAME/PATH``, ``FOLDER/OWNER+NAME/PATH``
and ``FOLDER/PATH``.

The fingerprint
---------------
A statement is put into a normal form: each character in Unicode NFKC and case
folded, and of the result only letters and digits.  White space, hyphens, line
breaks, soft hyphens, quotation marks, bullets and cell borders fall away, so
that one reader of PDFs and another usually agree.  The fingerprint is the
SHA-256 of that form; ``chars`` is its length and ``words`` the number of words
printed.  To find it, every run of ``chars`` letters and digits that begins at
the start of a word is hashed until one agrees, on the page named first and then
on the pages around it.

Nothing but the standard library and pypdfium2 (for PDFs) is used.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCATORS = HERE / "real-locators.jsonl"

OPENING = "(“‘\"'£$["
CLOSING = ".,;:!?)]”’\"'%"
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def normal_form(text: str) -> tuple[str, list[int]]:
    r"""Return the letters and digits of a text, and where each of them stood.

    >>> normal_form("Under-\n2s")
    ('under2s', [0, 1, 2, 3, 4, 7, 8])
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character).casefold():
            if letter.isalnum():
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the normal form of a text, in hexadecimal."""
    return digest(normal_form(text)[0])


def digest(form: str) -> str:
    """Return the SHA-256 of a string that is already in normal form."""
    return hashlib.sha256(form.encode("utf-8")).hexdigest()


def word_starts(form: str, places: list[int]) -> Iterator[int]:
    """Yield the positions in a normal form at which a printed word begins."""
    for position in range(len(form)):
        if position == 0 or places[position] > places[position - 1] + 1:
            yield position


def find(text: str, sha256: str, chars: int) -> tuple[int, int] | None:
    """Return start and end, in the text, of the run with this fingerprint.

    Runs that begin with a word are tried first; since words are sometimes
    printed without a space between them, all others are tried after that.
    """
    form, places = normal_form(text)
    last = len(form) - chars
    if chars < 1 or last < 0:
        return None
    starts = [start for start in word_starts(form, places) if start <= last]
    others = sorted(set(range(last + 1)).difference(starts))
    for start in starts + others:
        if digest(form[start : start + chars]) == sha256:
            return places[start], places[start + chars - 1] + 1
    return None


def printed(text: str, start: int, end: int, *, bare: bool = False) -> str:
    r"""Return a run of text as a reader would copy it out.

    Punctuation that belongs to the run is taken in, unless it is to be bare, as
    headings are; marks of an extraction or of Markdown are left out; white
    space is folded.

    >>> printed("x (a\xad **b**\n c). y", 3, 15)
    '(a b c).'
    """
    while not bare and end < len(text) and text[end] in CLOSING:
        end += 1
    while not bare and start > 0 and text[start - 1] in OPENING:
        start -= 1
    run = re.sub("[\ufffe\u00ad\u0002]", "", text[start:end])
    run = re.sub(r"\*\*|={4,}|-{6,}", "", run)
    run = " ".join(run.split())
    for opening, closing in PAIRS:
        if run.startswith(opening) and closing not in run:
            run = run[1:]
        if run.endswith(closing) and opening not in run:
            run = run[:-1]
    return run.strip()


def in_cells(text: str, cells: list[int]) -> str:
    """Put the borders of a table row back: `` | `` between its cells.

    ``cells`` gives the number of letters and digits in each cell.
    """
    _, places = normal_form(text)
    parts = []
    done = start = 0
    for size in cells[:-1]:
        done += size
        end = places[done] if done < len(places) else len(text)
        parts.append(text[start:end])
        start = end
    parts.append(text[start:])
    return " | ".join(" ".join(part.split()) for part in parts)


def read_pages(path: Path) -> list[str]:
    """Return the text of a document page by page.

    A file that is no PDF is one page, without the front matter some begin with.
    """
    if path.suffix.lower() != ".pdf":
        text = path.read_text(encoding="utf-8", errors="replace")
        return [re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)]
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def locate(folder: Path, repo: str, path: str) -> Path | None:
    """Return the file of a document in the folder, or None."""
    for base in (folder / repo, folder / repo.replace("/", "+"), folder):
        if (base / path).is_file():
            return base / path
    return None


def search(pages: list[str], page: int | None, mark: dict, *, bare: bool = False) -> str | None:
    """Return the printed run that bears a fingerprint, from the page nearest to one."""
    named = (page or 1) - 1
    for index in sorted(range(len(pages)), key=lambda i: abs(i - named)):
        hit = find(pages[index], mark["sha256"], mark["chars"])
        if hit:
            return printed(pages[index], *hit, bare=bare)
    return None


def record(locator: dict, pages: list[str]) -> dict | None:
    """Return the full record for a locator, or None where it is not found."""
    page = locator["page"]
    text = search(pages, page, locator)
    if text is None:
        return None
    if locator.get("cells"):
        text = in_cells(text, locator["cells"])
    heading = None
    if locator.get("heading"):
        heading = search(pages, page, locator["heading"], bare=True)
    full = {"id": locator["id"], "text": text, "heading": heading}
    for key in ("place", "lang", "reach", "topic", "strength", "criteria"):
        full[key] = locator[key]
    full["note"] = ""
    for key in ("repo", "path", "commit", "page"):
        full[key] = locator[key]
    return full


def main(arguments: list[str] | None = None) -> int:
    """Read the locators, find the statements, and write the records found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="folder with the documents")
    parser.add_argument("-o", "--output", type=Path, help="file to write; default: standard output")
    parser.add_argument("--half", choices=("seen", "unseen"), help="only this half of the set")
    parser.add_argument("--locators", type=Path, default=LOCATORS, help="another file of locators")
    parser.add_argument("--list", action="store_true", help="list the documents needed, and stop")
    options = parser.parse_args(arguments)

    lines = options.locators.read_text(encoding="utf-8").splitlines()
    locators = [json.loads(line) for line in lines if line.strip()]
    if options.half:
        locators = [item for item in locators if item["half"] == options.half]

    if options.list:
        for repo, commit, path in sorted({(i["repo"], i["commit"], i["path"]) for i in locators}):
            print(repo, commit, path, sep="\t")
        return 0
    if options.folder is None:
        parser.error("name the folder with the documents, or use --list")

    documents: dict[tuple[str, str], list[str] | None] = {}
    found: list[dict] = []
    missing: list[str] = []
    for item in locators:
        key = (item["repo"], item["path"])
        if key not in documents:
            path = locate(options.folder, *key)
            documents[key] = read_pages(path) if path else None
        pages = documents[key]
        full = record(item, pages) if pages else None
        if full:
            found.append(full)
        else:
            reason = "not found in" if pages else "no document"
            missing.append(f"{item['id']}: {reason} {item['path']}")

    text = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in found)
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    for line in missing:
        print(line, file=sys.stderr)
    print(f"{len(found)} of {len(locators)} statements found", file=sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
