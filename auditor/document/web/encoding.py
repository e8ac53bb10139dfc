"""Which letters the bytes of a page or text stand for, decided as browsers decide it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import webencodings

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
META = re.compile(rb"<meta\b[^>]{0,400}", re.IGNORECASE)
CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
DECLARED = re.compile(rb"^\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
PRESCANNED = 4096
"""Bytes in which a page must state its encoding; browsers look at 1,024, some pages come late."""
MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
LEGACY = ("cp1252", "mac_roman", "cp850", "iso8859_15", "iso8859_14")
"""Encodings of old files of Western Europe, the likeliest first; the last is that of Welsh."""
EASTERN = ("cp932", "euc_jp", "gb18030", "gbk", "big5hkscs", "cp949", "iso2022_jp")
"""Encodings of several bytes to a letter, which text of another encoding seldom fits."""
SHIFT = b"\x1b$"
"""What begins Japanese letters in an encoding that has no bytes but those of ASCII."""
ODD = re.compile(
    r"[\x80-\x9f\ufffd]|[\u2500-\u259f]|(?<=[a-z])[\u00c0-\u00de](?=[a-z])|(?<=[a-z])[^\w\s'’–—-](?=[a-z])|"
    r"(?<=\s)[\u00c0-\u00df](?=\s)|\u00ca|[¬¤¦µ‰‡∫Ω∂∑∏]|(?<=[a-z])[\u00c0-\u00de]\b|"
    r"(?<=[a-z])[‚„ŠŽŸƒˆ]|œ(?=\d)|(?<=\d)[\u00c0-\u00d6\u00d8-\u00de](?=\d)"
)
"""Signs that letters were taken for others."""
SAMPLE = 65_536


def decode_text(data: bytes) -> str:
    """Decode a text file: by its mark, as UTF-8, else as the old encoding that reads best."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _unmarked_wide(data):
        return data.decode(wide, "replace")
    return _utf8(data) or _decode(data, _best_legacy(data))


def decode_page(data: bytes) -> str:
    """Decode a web page: by its mark, as UTF-8 where it is that, else as it declares.

    Pages in UTF-8 that declare another encoding are common, and no page in another
    encoding is valid UTF-8 but by a rare chance. One that declares UTF-8 and is none at all
    is read as the old encoding that reads best.
    """
    if data.startswith(tuple(mark for mark, _ in MARKS)) or _unmarked_wide(data):
        return decode_text(data)
    declared = declared_encoding(data)
    text = _strictly(data, "utf-8")
    if declared in EASTERN and (text is None or SHIFT in data):
        text = _strictly(data, declared)
    text = _utf8(data) if text is None else text
    if text is not None:
        return text
    return _decode(data, declared if declared not in (None, "utf-8") else _best_legacy(data))


def declared_encoding(data: bytes) -> str | None:
    """Find the encoding that a page states in a `meta` or in its first line."""
    for label in _labels(data[:PRESCANNED]):
        encoding = webencodings.lookup(label.decode("ascii"))
        if encoding is not None:
            wide = encoding.name.startswith("utf-16")
            return (
                "cp1252" if wide or encoding.name == "x-user-defined" else encoding.codec_info.name
            )
    return None


def _labels(opening: bytes) -> Iterator[bytes]:
    if found := DECLARED.match(opening):
        yield found[1]
    for meta in META.findall(COMMENT.sub(b"", opening)):
        if found := CHARSET.search(meta):
            yield found[1]


def _strictly(data: bytes, encoding: str) -> str | None:
    """Decode what makes sense in an encoding from the first byte to the last; else None."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf8(data: bytes) -> str | None:
    """Decode UTF-8; a text of it with single foreign bytes too."""
    text = _strictly(data, "utf-8")
    if text is not None:
        return text
    several = sum(len(found) for found in MULTIBYTE.findall(data))
    foreign = sum(map(len, re.findall(rb"[\x80-\xff]+", data)))
    if several > 0.8 * foreign:
        return data.decode("utf-8", "cp1252-instead")
    return None


def _unmarked_wide(data: bytes) -> str | None:
    """Return the encoding of text in which every other byte is 0, without a mark."""
    opening = data[:PRESCANNED]
    half = len(opening) // 2
    if half < 8:
        return None
    even, odd = opening[0::2].count(0), opening[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _best_legacy(data: bytes) -> str:
    """Return the old encoding in which a text shows the fewest odd letters."""
    sample = data[:SAMPLE]
    return min(LEGACY, key=lambda name: len(ODD.findall(_decode(sample, name))))


def _decode(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "cp1252-instead" if encoding == "cp1252" else "replace")


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Take bytes that make no sense for Western European ones; browsers keep the last five."""
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    letters = ((byte, bytes((byte,)).decode("cp1252", "ignore")) for byte in wrong)
    return "".join(letter or chr(byte) for byte, letter in letters), error.end


codecs.register_error("cp1252-instead", _as_cp1252)
