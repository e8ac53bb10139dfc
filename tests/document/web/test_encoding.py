"""Letters are told from bytes as browsers tell them."""

from __future__ import annotations

import pytest

from auditor.document.web.encoding import declared_encoding, decode_page, decode_text

TEXT = "Babies’ needs – £4m for “cafés”: we won’t wait."
WELSH = "Mae’r tŷ a’r dŵr yn bwysig i fabanod."
FILLER = "The council met four times last year to agree how the money is shared between towns. "


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_text_of_any_usual_encoding(encoding: str) -> None:
    """Marks, zeros between letters and the odd letters of wrong readings tell the encoding."""
    assert decode_text((FILLER + TEXT).encode(encoding)).lstrip("\ufeff") == FILLER + TEXT


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It costs £4m to see every baby in the café.", "cp850"),
        ("It costs €4m to see every baby in the café.", "iso8859_15"),
    ],
)
def test_text_of_old_machines(text: str, encoding: str) -> None:
    """Letters of DOS and old Unix are told by what Windows would make of them."""
    assert decode_text((FILLER + text).encode(encoding)) == FILLER + text


def test_text_in_utf8_with_a_foreign_byte() -> None:
    """A single byte of another encoding does not make the rest foreign."""
    data = (TEXT * 5).encode() + "café".encode("cp1252")
    assert decode_text(data) == TEXT * 5 + "café"


PAGES: dict[str, tuple[bytes, str]] = {
    "no declaration, UTF-8": (f"<p>{TEXT}".encode(), TEXT),
    "no declaration, old": (f"<p>{TEXT}".encode("cp1252"), TEXT),
    "latin-1 is Windows": (f'<meta charset="iso-8859-1"><p>{TEXT}'.encode("cp1252"), TEXT),
    "declared, and wrong": (f'<meta charset="iso-8859-1"><p>{TEXT}'.encode(), TEXT),
    "http-equiv": (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>дети'.encode(
            "cp1251"
        ),
        "дети",
    ),
    "first line of XML": (
        b'<?xml version="1.0" encoding="iso-8859-14"?><p>'
        + WELSH.replace("’", "'").encode("iso8859_14"),
        WELSH.replace("’", "'"),
    ),
    "a script's charset is none of the page's": (
        f'<script charset="utf-16" src=x></script><p>{TEXT}'.encode("cp1252"),
        TEXT,
    ),
    "a comment declares nothing": (
        f'<!-- <meta charset="koi8-r"> --><p>{TEXT}'.encode("cp1252"),
        TEXT,
    ),
    "utf-16 with a mark": (f"<p>{TEXT}".encode("utf-16"), TEXT),
    "utf-16 declared in single bytes": (f'<meta charset="utf-16"><p>{TEXT}'.encode("cp1252"), TEXT),
    "nonsense declared": (f'<meta charset="nonsense"><p>{TEXT}'.encode("cp1252"), TEXT),
}


@pytest.mark.parametrize(("data", "text"), PAGES.values(), ids=PAGES)
def test_pages(data: bytes, text: str) -> None:
    """A page reads as its bytes allow, whatever it declares."""
    assert decode_page(data).endswith(text)


def test_a_declaration_far_down_is_found_in_linear_time() -> None:
    """Megabytes of attributes and unclosed tags cost no time."""
    assert declared_encoding(b"<meta " * 200_000) is None
    assert declared_encoding(b"<!--" * 200_000) is None


def test_a_page_that_is_not_in_the_utf8_that_it_declares() -> None:
    """It is read as the old encoding that reads best."""
    page = f'<meta charset="utf-8"><p>{TEXT}</p>'
    assert decode_page(page.encode("cp1252")) == page


@pytest.mark.parametrize("encoding", ["shift_jis", "euc-jp", "big5", "gb18030"])
def test_eastern_pages_are_read_as_they_declare(encoding: str) -> None:
    """Their bytes look like those of UTF-8 now and then."""
    page = f'<meta charset="{encoding}"><p>赤之心大切</p>'
    assert decode_page(page.encode(encoding)) == page


def test_japanese_in_bytes_of_ascii() -> None:
    """A page that declares such an encoding is read by it, though its bytes are UTF-8 too."""
    page = "<meta charset=iso-2022-jp><p>赤ちゃんを訪ねます。</p>"
    assert decode_page(page.encode("iso2022_jp")) == page
