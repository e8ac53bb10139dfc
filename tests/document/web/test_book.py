"""Books, and pages saved as one file."""

from __future__ import annotations

import pytest

from auditor.errors import EncryptedDocumentError
from tests.document.office.files import zipped
from tests.document.office.outlines import SEEN, UNSEEN, outline, read

OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    "<dc:title>A plan</dc:title></metadata><manifest>"
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="b" href="text/b%20.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="c" href="x.css" media-type="text/css"/></manifest>'
    '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>'
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/b.opf"/></rootfiles></container>'
)


def epub(**others: str) -> bytes:
    """Write a book of two pages."""
    link = '<link rel="stylesheet" href="../x.css"/>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/b.opf": OPF,
            "OEBPS/nav.xhtml": "<nav>Babies</nav>",
            "OEBPS/x.css": ".h{display:none}",
            "OEBPS/text/a.xhtml": f"<html><head>{link}</head><body><h1>Babies</h1>"
            f"<p class='h'>{UNSEEN}</p></body></html>",
            "OEBPS/text/b .xhtml": f"<html><body><p>{SEEN}</p></body></html>",
            **{name.replace("__", "/"): text for name, text in others.items()},
        }
    )


def test_a_book_reads_in_its_order() -> None:
    """Pages follow the spine, hidden text is left out by the book's style sheet."""
    document = read(epub(), "plan.epub")
    assert outline(document) == [("heading", "Babies"), ("body", SEEN)]
    assert document.title == "A plan" and UNSEEN in document.hidden[0][1]


def test_a_contents_page_of_an_old_book_is_left_out() -> None:
    """Books of the second kind name it in their guide."""
    guide = '<guide><reference type="toc" href="text/a.xhtml"/></guide></package>'
    found = outline(read(epub(**{"OEBPS/b.opf": OPF.replace("</package>", guide)}), "plan.epub"))
    assert found == [("body", SEEN)]


def test_notes_of_a_book_stand_where_they_are_called() -> None:
    """What a book says of its elements tells marks and notes from other links and asides."""
    page = (
        '<html><body><p>We will see<a epub:type="noteref" href="#n1">1</a> every baby under two.</p>'
        f'<p>One.</p><aside epub:type="footnote" id="n1"><p>{UNSEEN}</p></aside></body></html>'
    )
    found = outline(read(epub(**{"OEBPS/text/b .xhtml": page}), "plan.epub"))
    assert found == [("heading", "Babies"), ("body", SEEN), ("body", UNSEEN), ("body", "One.")]


@pytest.mark.parametrize(
    ("method", "is_locked"),
    [
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", True),
        ("http://www.idpf.org/2008/embedding", False),
    ],
)
def test_a_locked_book_says_so(method: str, is_locked: bool) -> None:
    """A book whose text is locked is refused; one whose fonts are, is read."""
    lock = f'<encryption xmlns="e"><EncryptionMethod Algorithm="{method}"/></encryption>'
    data = epub(**{"META-INF__encryption.xml": lock})
    if is_locked:
        with pytest.raises(EncryptedDocumentError):
            read(data, "plan.epub")
    else:
        assert outline(read(data, "plan.epub"))


SAVED = (
    "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?Plan?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="xx"\r\n\r\n--xx\r\n'
    "Content-Type: {}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<html><body><p>We will see every=\r\n baby under two=E2=80=94now.</p><p class=3Dx>no</p></body></html>"
    "\r\n--xx\r\nContent-Type: text/css\r\nContent-Location: cid:css-1@mhtml.blink\r\n\r\n"
    ".x {{ display: none }}\r\n--xx--\r\n"
)


@pytest.mark.parametrize("name", ["plan.mhtml", "plan.mht", "export.doc"])
@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=utf-8"])
def test_a_page_saved_as_one_file(name: str, kind: str) -> None:
    """Chromium's and Confluence's single files hold a page among what belongs to it."""
    document = read(SAVED.format(kind).encode(), name)
    assert outline(document) == [("body", "We will see every baby under two—now.")]
