"""Files made to harm: one error each, or what can be read of them, in a short time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from auditor.errors import DocumentError
from tests.document.office.files import NAMESPACES, docx, odf, odt, para, row, run, table, zipped
from tests.document.office.outlines import read

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "baby ">'
    + "".join(
        f'<!ENTITY {b} "{("&" + a + ";") * 10}">'
        for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
DEEP = "<w:sdt><w:sdtContent>" * 3000 + para("x") + "</w:sdtContent></w:sdt>" * 3000


def main_part(head: str, text: str) -> bytes:
    """Write a Word file whose body has a document type."""
    body = f"{head}<w:document {NAMESPACES}><w:body>{para(run(text))}</w:body></w:document>"
    return zipped({"_rels/.rels": "<x/>", "word/document.xml": body})


HARMFUL: dict[str, tuple[Callable[[], bytes], str]] = {
    "entities that grow": (lambda: main_part(BOMB, "&j;"), "a.docx"),
    "an entity of another file": (lambda: main_part(OUTSIDE, "We &e;"), "a.docx"),
    "entities in OpenDocument": (
        lambda: odt("<text:p>x</text:p>", raw={"meta.xml": BOMB + "<x>&j;</x>"}),
        "a.odt",
    ),
    "nesting without end": (lambda: docx(DEEP), "a.docx"),
    "tables in tables": (lambda: b"<table><tr><td>x<td>y<tr><td>z<td>" * 5000, "a.html"),
    "groups in groups": (lambda: b"{\\rtf1 " + b"{" * 200_000, "a.rtf"),
    "no body": (lambda: zipped({"word/x.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "a.docx"),
    "a body that is no XML": (
        lambda: zipped({"_rels/.rels": "<x/>", "word/document.xml": "babies"}),
        "a.docx",
    ),
    "a chart that holds itself": (
        lambda: odf(
            "text", '<text:p><draw:frame><draw:object xlink:href="./."/></draw:frame></text:p>'
        ),
        "a.odt",
    ),
    "a book that names no pages": (
        lambda: zipped({"META-INF/container.xml": "<x/>", "mimetype": "application/epub+zip"}),
        "a.epub",
    ),
}


@pytest.mark.parametrize(("make", "name"), HARMFUL.values(), ids=HARMFUL)
def test_a_harmful_file_does_no_harm(make: Callable[[], bytes], name: str) -> None:
    """It is read without what it reaches for, or it is one clear error; it costs no time."""
    data = make()
    start = time.process_time()
    try:
        text = read(data, name).text
    except (DocumentError, RecursionError):
        text = ""
    assert time.process_time() - start < 10
    assert "root:" not in text and len(text) < 200_000


def html_attribute(size: int) -> bytes:
    """Write a page with endless attributes."""
    return b'<p title="' + b"x " * size + b'" class="' + b"c " * size + b'">We will.</p>'


def html_rules(size: int) -> bytes:
    """Write a page with as many rules as elements."""
    rules = b"".join(b".c%d div p{display:none}" % (nth % 50) for nth in range(size))
    return b"<style>" + rules + b"</style>" + b"<div class=c1><p>x</p></div>" * size


def notes(size: int) -> bytes:
    """Write a paragraph with very many notes."""
    calls = "".join(
        f'{run("One.")}<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(size)
    )
    each = "".join(f'<w:footnote w:id="{n}">{para("Two.")}</w:footnote>' for n in range(size))
    return docx(
        para(calls),
        {"footnotes.xml": ("footnotes", f"<w:footnotes {NAMESPACES}>{each}</w:footnotes>")},
    )


GROWING: dict[str, tuple[Callable[[int], bytes], str, int]] = {
    "attributes": (html_attribute, "a.html", 400_000),
    "rules": (html_rules, "a.html", 800),
    "cells of a page": (lambda n: b"<table><tr>" + b"<td>baby" * n, "a.html", 20_000),
    "line breaks": (lambda n: b"<p>" + b"We will<br>" * n, "a.html", 20_000),
    "deep elements": (lambda n: b"<div>" * n + b"<p>x", "a.html", 20_000),
    "cells of Word": (
        lambda n: docx(table(row(*["baby"] * n), row(*["two."] * n))),
        "a.docx",
        8_000,
    ),
    "notes": (notes, "a.docx", 4_000),
    "rows of Markdown": (
        lambda n: b"| A | B |\n|---|---|\n" + b"| x<br>y | **z** |\n" * n,
        "a.md",
        4_000,
    ),
    "notes of Markdown": (
        lambda n: b"".join(b"One[^%d].\n\n[^%d]: Two.\n\n" % (k, k) for k in range(n)),
        "a.md",
        2_000,
    ),
    "brackets of Markdown": (lambda n: b"[" * n + b"*a **b " * n, "a.md", 8_000),
    "blanks and dots": (
        lambda n: b"Name " + b"." * n + b"\n" + b" " * n + b"x\n" + b"1 " * n,
        "a.txt",
        200_000,
    ),
    "columns": (
        lambda n: (
            b"Every visitor will be    The council met four\ntrained to notice in    year to agree\n"
            * n
        ),
        "a.txt",
        4_000,
    ),
    "groups of rich text": (
        lambda n: b"{\\rtf1 " + b"{\\b x} y {\\footnote z}\\par " * n,
        "a.rtf",
        8_000,
    ),
}


@pytest.mark.parametrize(("make", "name", "size"), GROWING.values(), ids=GROWING)
def test_cost_grows_with_size(make: Callable[[int], bytes], name: str, size: int) -> None:
    """Four times the size takes well below the sixteen times that the square of it would."""
    times = []
    for data in (make(size // 4), make(size)):
        times.append(min(_seconds(data, name) for _ in range(2)))
    assert times[1] < 9 * times[0] + 1.0, times
    assert times[1] < 20


def _seconds(data: bytes, name: str) -> float:
    start = time.process_time()
    read(data, name)
    return time.process_time() - start
