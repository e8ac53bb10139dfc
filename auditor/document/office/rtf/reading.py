r"""Rich text (.rtf): what its control words say, from group to group.

Libraries for rich text give one string, in which hidden, deleted and struck words
stand like any other and notes in the midst of a sentence; so its words are read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from auditor.document.flow.drafts import PlainText
from auditor.document.flow.wording import clean
from auditor.document.office.rtf.colours import COLOUR_WORDS, Colours
from auditor.document.office.rtf.letters import Letters
from auditor.document.office.rtf.pictures import SIZES, Pictures
from auditor.document.office.rtf.state import PURPOSES, SHOWN_IF_STARRED, Paragraph, State
from auditor.document.office.rtf.stories import Stories
from auditor.document.office.rtf.tokens import LETTERS, SYMBOLS, Token, find_tokens
from auditor.document.structure.list_items import is_bullet

CONTENTS_FIELD = re.compile(r"^\s*TOC\b")
NO_STYLE = -1
"""The number of a style that is of letters or tables and not of paragraphs."""
COMMENT = "comment of a reviewer"
MOST_GROUPS = 5_000
"""Groups within groups."""

Number = int | None


def read_rtf(data: bytes) -> PlainText:
    """Read the paragraphs, rows, notes and boxes of rich text."""
    reader = _Reader()
    for token in find_tokens(data.decode("latin-1")):
        reader.meet(token)
    reader.flush()
    drafts = reader.stories.finish()
    account = reader.stories.account
    title = clean("".join(reader.title))
    return PlainText(drafts, title, tuple(account.hidden), tuple(account.unread))


class _Reader:
    """Goes through the tokens and keeps what holds at each point."""

    def __init__(self) -> None:
        self.stories = Stories()
        self.states = [State()]
        self.colours = Colours()
        self.letters = Letters()
        self.pictures = Pictures()
        self.title: list[str] = []
        self.instruction = ""
        self.entry: list[str] = []
        """The text of an entry of the table of styles."""
        self.entry_number = 0
        self.to_skip = 0
        self.high = 0
        """The first half of a letter that two numbers make."""
        self.is_starred = self.opens = False
        """Whether a group has just been opened, and marked for those alone that know it."""

    @property
    def state(self) -> State:
        """What holds at this point."""
        return self.states[-1]

    def meet(self, token: Token) -> None:
        """Take in a token."""
        if token.kind in ("byte", "text"):
            self._take(token.text)
            self.opens = self.is_starred = False
            return
        self.flush()
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.kind == "symbol":
            self._symbol(token.text)
        else:
            self._word(token.text, token.number)

    def flush(self) -> None:
        """Decode what bytes were met, by the encoding of their font."""
        if self.letters.held:
            self._say(self.letters.decoded(self.state.font))

    def _take(self, text: str) -> None:
        taken = min(self.to_skip, len(text))
        self.to_skip -= taken
        self.letters.held += text[taken:].encode("latin-1")

    def _say(self, text: str) -> None:
        purpose = self.state.purpose
        if purpose == "text":
            self.stories.say(text, self.state)
        elif purpose == "styles":
            self._say_entry(text)
        elif purpose == "colours":
            self.colours.end_entries(text.count(";"))
        elif purpose == "title":
            self.title.append(text)
        elif purpose == "instruction":
            self.instruction += text
        elif purpose == "bullet":
            paragraph = self.stories.paragraph
            paragraph.is_item = paragraph.is_item or is_bullet(text.strip()[:1])

    def _say_entry(self, text: str) -> None:
        """Take in the name of a style, up to its semicolon."""
        self.entry.append(text)
        if ";" in text:
            name = "".join(self.entry).partition(";")[0].strip()
            self.stories.styles.setdefault(self.entry_number, name)
            self.entry = []

    def _open(self) -> None:
        if len(self.states) > MOST_GROUPS:
            raise RecursionError
        self.states.append(replace(self.state))
        self.opens, self.is_starred = True, False
        self.to_skip = 0
        if self.state.purpose in ("styles", "fonts"):
            self.entry, self.entry_number = [], 0

    def _close(self) -> None:
        self.to_skip = 0
        self.opens = self.is_starred = False
        ended = self.state.purpose
        if len(self.states) > 1:
            self.states.pop()
        if ended == "picture" != self.state.purpose:
            self.pictures.end(self.stories.account)
        while len(self.stories.open) > 1 and self.stories.story.depth > len(self.states):
            self.stories.end()

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.is_starred = True
            return
        self.opens = self.is_starred = False
        if symbol in "\r\n":
            self.end_paragraph()
        else:
            self._say(SYMBOLS.get(symbol, symbol))

    def _word(self, word: str, number: Number) -> None:
        """Take in a control word: what its group is for, a letter, what holds from here."""
        opens, starred = self.opens, self.is_starred
        self.opens = self.is_starred = False
        if word in COLOUR_WORDS and self.state.purpose != "skip":
            self.colours.meet(word, number or 0, self.state, self.stories)
        elif word in SIZES and self.state.purpose == "picture":
            self.pictures.sizes[word] = number or 0
        if (opens or starred) and self._begins(word, starred):
            return
        if word in LETTERS:
            self._say(LETTERS[word])
        elif (handle := _WORDS.get(word)) is not None:
            handle(self, number)

    def _begins(self, word: str, starred: bool) -> bool:
        """Set what a group is for; return whether the word has done its work by that."""
        if self.state.purpose == "skip":
            return True
        purpose = PURPOSES.get(word)
        if word in ("upr", "ud") and self.state.purpose not in ("text", "plainer"):
            return True
        if purpose is None:
            if starred and self.state.purpose == "styles":
                self.entry_number = NO_STYLE
            elif starred and word not in SHOWN_IF_STARRED and self.state.purpose == "text":
                self.state.purpose = "skip"
            return starred
        if purpose in ("note", "running", "box", "comment"):
            why = COMMENT if purpose == "comment" else self.state.left_out_as
            self.state.purpose, self.state.is_raised = "text", False
            self.stories.begin(purpose, len(self.states), why)
            return True
        if purpose == "instruction":
            self.instruction = ""
        self.state.purpose = purpose
        return True

    def end_paragraph(self) -> None:
        """End the paragraph, unless its end is deleted or hidden: it goes on in the next."""
        if self.state.purpose == "text" and not self.state.is_joined:
            self.stories.end_paragraph(in_contents=self.state.in_contents)

    def plain_paragraph(self) -> None:
        """Take back what was said of paragraphs."""
        started = bool(self.stories.story.pieces)
        self.stories.paragraph = Paragraph(is_item=self.stories.paragraph.is_item and started)

    def plain_letters(self) -> None:
        """Take back what was said of letters."""
        state = self.state
        state.is_hidden = state.is_struck = state.is_deleted = False
        state.is_inserted = state.is_raised = state.is_white = state.is_shaded = False

    def say_code(self, number: Number) -> None:
        """Say a letter by its number; a substitute for old programs follows."""
        code = (number or 0) & 0xFFFF
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            high, self.high = self.high, 0
            self._say(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else "")
        else:
            self._say(chr(code))
        self.to_skip = self.state.unicode_skip

    def begin_result(self) -> None:
        """Begin what a field shows."""
        if CONTENTS_FIELD.match(self.instruction):
            self.state.in_contents = True
        self.instruction = ""

    def set_style(self, number: Number) -> None:
        """Set the style of the paragraph, or name one in the table of styles."""
        if self.state.purpose == "styles":
            self.entry_number = number or 0
        else:
            self.stories.paragraph.style = number or 0

    def set_font(self, number: Number) -> None:
        """Set the font, or name one in the table of fonts."""
        if self.state.purpose == "fonts":
            self.entry_number = number or 0
        else:
            self.state.font = number or 0


Handle = Callable[[_Reader, Number], None]


def _is_on(number: Number) -> bool:
    """True if a word switches something on: with 0 it is off."""
    return number != 0


def _set(name: str, value: Callable[[Number], object] = _is_on) -> Handle:
    """Return what a word does that sets something of the state, the paragraph or the story."""
    holder, _, field = name.rpartition(".")
    find = attrgetter(holder)

    def note(reader: _Reader, number: Number) -> None:
        setattr(find(reader), field, value(number))

    return note


_WORDS: dict[str, Handle] = {
    "par": lambda reader, _: reader.end_paragraph(),
    "sect": lambda reader, _: reader.end_paragraph(),
    "cell": lambda reader, _: reader.stories.end_cell(),
    "nestcell": lambda reader, _: reader.stories.end_cell(),
    "row": lambda reader, _: reader.stories.end_row(),
    "nestrow": lambda reader, _: reader.stories.end_row(),
    "trowd": lambda reader, _: reader.stories.begin_row(),
    "cellx": lambda reader, _: reader.stories.end_form(),
    "trhdr": _set("stories.story.is_head", lambda _: True),
    "clvmrg": _set("stories.story.goes_on", lambda _: True),
    "intbl": _set("stories.paragraph.in_table"),
    "itap": _set("stories.paragraph.in_table"),
    "ls": _set("stories.paragraph.is_item", bool),
    "outlinelevel": _set("stories.paragraph.level", lambda number: number),
    "pard": lambda reader, _: reader.plain_paragraph(),
    "plain": lambda reader, _: reader.plain_letters(),
    "u": _Reader.say_code,
    "uc": _set("state.unicode_skip", lambda number: max(0, number or 0)),
    "s": _Reader.set_style,
    "f": _Reader.set_font,
    "fcharset": lambda reader, number: reader.letters.set_charset(reader.entry_number, number or 0),
    "ansicpg": lambda reader, number: reader.letters.set_encoding(f"cp{number}"),
    "mac": lambda reader, _: reader.letters.set_encoding("mac_roman"),
    "pc": lambda reader, _: reader.letters.set_encoding("cp437"),
    "fldrslt": lambda reader, _: reader.begin_result(),
    "v": _set("state.is_hidden"),
    "strike": _set("state.is_struck"),
    "striked": _set("state.is_struck"),
    "deleted": _set("state.is_deleted"),
    "revised": _set("state.is_inserted"),
    "super": _set("state.is_raised"),
    "nosupersub": _set("state.is_raised", lambda _: False),
}
"""What is done at each control word."""
