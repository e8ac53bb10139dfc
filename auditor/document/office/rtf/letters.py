"""Letters of rich text that are written as bytes: which encoding is theirs."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""The encodings of the character sets that fonts name."""


@dataclass(slots=True)
class Letters:
    """Bytes that await their encoding, as some letters take two, and the encodings of the fonts."""

    encoding: str = "cp1252"
    """Of fonts that name none."""
    by_font: dict[int, str] = field(default_factory=dict)
    held: bytearray = field(default_factory=bytearray)

    def decoded(self, font: int) -> str:
        """Give up what is held, as a font writes it."""
        text = self.held.decode(self.by_font.get(font, self.encoding), "replace")
        self.held.clear()
        return text

    def set_charset(self, font: int, number: int) -> None:
        """Set the encoding of a font; 0 is that of the file."""
        if number:
            self.by_font[font] = CODE_PAGES.get(number, self.encoding)

    def set_encoding(self, name: str) -> None:
        """Set the encoding of the file, if there is one of that name."""
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self.encoding = name
