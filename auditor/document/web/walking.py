"""The way through a page: each element says where a block begins and ends, and of which kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.wording import ending
from auditor.document.web.elements import (
    BLOCKS,
    EMBEDS,
    HEADINGS,
    KEEPS_LINES,
    SECTIONS,
    SKIPPED,
    drawn_texts,
    drawn_words,
    is_block_by_name,
    is_consent,
    is_contents,
    is_large_picture,
    is_link_back,
    is_note,
    is_note_link,
    is_page_number,
    is_raised_mark,
    landmark_of,
    note_id,
    unread_picture,
)
from auditor.document.web.lines import Line, block_drafts
from auditor.document.web.tables import TableReader
from auditor.document.web.visibility import Visibility
from auditor.document.web.word_pages import is_bullet_of_word, word_place
from auditor.records import Place


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds of the text at a point of the page."""

    place: Place = "body"
    rank: int = 0
    why: str = ""
    is_note: bool = False
    note: str = ""
    """The id of the note that the text belongs to."""
    is_inserted: bool = False
    is_unseen: bool = False
    is_double: bool = False
    """Whether it is hidden from screen readers, which may have the same words elsewhere."""
    keeps_lines: bool = False
    in_section: bool = False


@dataclass(slots=True)
class Walker:
    """Gathers the blocks of a page."""

    visibility: Visibility
    account: Account
    read_inner: Callable[[str], list[PlainDraft]]
    """Reads a page that is written out within the page."""
    drafts: list[PlainDraft] = field(default_factory=list)
    doubles: set[int] = field(default_factory=set)
    """Which drafts may stand elsewhere as well."""
    line: Line = field(default_factory=Line)
    settings: list[Setting] = field(default_factory=lambda: [Setting()])
    has_landmarks: bool = True
    """Whether what is marked as navigation, head and foot of the page is set aside."""

    @property
    def setting(self) -> Setting:
        """What holds at this point."""
        return self.settings[-1]

    def table_reader(self) -> TableReader:
        """Return what reads a table that stands at this point."""
        return TableReader(self.visibility.why_left_out, self._read_within)

    def _read_within(self, element: Any) -> list[PlainDraft]:
        """Read what stands within a table, as it is set at this point."""
        inner = Walker(self.visibility, self.account, self.read_inner)
        inner.settings, inner.has_landmarks = [self.setting], self.has_landmarks
        inner.walk(element)
        return inner.drafts

    def walk(self, root: Any) -> None:
        """Go through an element; depth costs no stack, whatever a page nests."""
        open_elements = [(root, iter(root), self._open(root))]
        while open_elements:
            element, children, is_block = open_elements[-1]
            child = next(children, None)
            if child is None:
                open_elements.pop()
                self._close(is_block)
                if open_elements:
                    self.say(element.tail)
            elif isinstance(child.tag, str) and self._enters(child):
                open_elements.append((child, iter(child), self._open(child)))
            else:
                self.say(child.tail)
        self.flush()

    def say(self, text: str | None) -> None:
        """Take in text at this point."""
        if text and self.setting.is_unseen:
            self.account.hide("hidden element", text)
        elif text:
            inserted, keeps_lines = self.setting.is_inserted, self.setting.keeps_lines
            self.line.say(text, inserted, keeps_lines=keeps_lines)

    def flush(self) -> None:
        """End the block that is being gathered."""
        if not self.line.pieces and not self.line.calls:
            return
        setting, line = self.setting, self.line
        self.line = Line()
        before = len(self.drafts)
        for draft in block_drafts(line, setting.place):
            draft.rank, draft.why = setting.rank, setting.why
            draft.note = line.note or setting.note
            draft.is_note = setting.is_note or bool(draft.note)
            self.drafts.append(draft)
        self.drafts += [PlainDraft("body", [""], is_note=True, note=id) for id in line.calls]
        if setting.is_double:
            self.doubles.update(range(before, len(self.drafts)))

    def _enters(self, element: Any) -> bool:
        """True if the walk goes on within an element; else it is done with it."""
        tag = element.tag
        if tag in SKIPPED and element.get("shadowrootmode") is None:
            return False
        why = self.visibility.why_left_out(element)
        if why:
            self.account.hide(why, element.itertext())
            if tag in BLOCKS:
                self.flush()
            return False
        special = _SPECIAL.get(tag)
        return special is None or special(self, element)

    def _open(self, element: Any) -> bool:
        """Begin an element; return whether it is a block."""
        is_block = is_block_by_name(element) or self.visibility.styled.is_block(element)
        if is_block:
            self.flush()
        self.settings.append(self._setting_in(element))
        self.say(element.text)
        return is_block

    def _close(self, is_block: bool) -> None:
        if is_block:
            self.flush()
        self.settings.pop()

    def _setting_in(self, element: Any) -> Setting:
        """Return what holds within an element."""
        tag, setting = element.tag, self.setting
        unseen = self.visibility.is_unseen((element,), around=setting.is_unseen)
        if unseen != setting.is_unseen:
            setting = replace(setting, is_unseen=unseen)
        if tag == "ins":
            return replace(setting, is_inserted=True)
        if element.get("aria-hidden") == "true" and not setting.is_double:
            setting = replace(setting, is_double=True)
        if tag not in BLOCKS:
            return setting
        if tag in SECTIONS:
            setting = replace(setting, in_section=True)
        if setting.place == "body" or setting.place == "list":
            setting = self._placed(element, setting)
        if tag in KEEPS_LINES:
            setting = replace(setting, keeps_lines=True)
        return setting

    def _placed(self, element: Any, setting: Setting) -> Setting:
        """Return the setting with the place that a block has."""
        tag = element.tag
        if tag in HEADINGS:
            return replace(setting, place="heading", rank=HEADINGS[tag])
        why = "notice about cookies" if is_consent(element) else ""
        if self.has_landmarks:
            why = landmark_of(element, is_within_section=setting.in_section) or why
        if why:
            return replace(setting, place="running", why=why)
        if is_contents(element):
            return replace(setting, place="toc", why="contents list of the web page")
        place, rank, why = word_place(element)
        if place is not None:
            return replace(setting, place=place, rank=rank, why=why)
        if is_note(element):
            id = note_id(element.get("id") or "") or setting.note
            return replace(setting, is_note=True, note=id, place="body")
        is_item = tag == "li" and not setting.is_note
        return replace(setting, place="list") if is_item else setting

    def _break(self, element: Any) -> bool:
        self.line.end()
        return False

    def _rule(self, element: Any) -> bool:
        self.flush()
        return False

    def _link(self, element: Any) -> bool:
        """Leave out the mark of a note; where it is called, the note is to follow."""
        if not is_note_link(element):
            return True
        if is_link_back(element):
            name = element.get("id") or element.get("name") or ""
            self.line.note = self.line.note or note_id(name)
        else:
            self.line.calls.append(note_id(element.get("href") or ""))
        return False

    def _raised(self, element: Any) -> bool:
        """Leave out raised marks, but meet the links in them."""
        if not is_raised_mark(element, ending(self.line.pieces)):
            return True
        for link in element.iter("a"):
            self._link(link)
        return False

    def _span(self, element: Any) -> bool:
        if is_bullet_of_word(element):
            self.line.is_item = True
            return False
        return not is_page_number(element)

    def _button(self, element: Any) -> bool:
        """Read a button that is the heading of what it opens; others are no text."""
        return self.setting.place == "heading" or element.get("aria-expanded") is not None

    def _table(self, element: Any) -> bool:
        reader = self.table_reader()
        if self.setting.place in ("running", "toc") or reader.is_frame(element):
            return True
        self.flush()
        self.drafts += reader.read(element)
        return False

    def _drawing(self, element: Any) -> bool:
        """Read the words of a drawing, each where it is set."""
        self.flush()
        for parts in drawn_texts(element):
            each = parts[0]
            unseen = self.visibility.is_unseen(parts, around=self.setting.is_unseen)
            self.settings.append(replace(self.setting, is_unseen=unseen))
            if any(map(self.visibility.why_left_out, parts)):
                self.account.hide("hidden element", each.itertext())
            elif each.tag == "text":
                self.say(drawn_words(each))
                self.flush()
            else:
                self.drafts += self._read_within(each)
            self.settings.pop()
        return False

    def _embedded(self, element: Any) -> bool:
        if inner := element.get("srcdoc"):
            self.flush()
            self.drafts += self.read_inner(inner)
            return False
        sides = (element.get("width") or "", element.get("height") or "")
        source = element.get("src") or element.get("data") or ""
        if not set(sides) & {"0", "1"}:
            self.account.miss(f"embedded page {source}", "it is a page of its own")
        return str(element.tag) == "object"

    def _picture(self, element: Any) -> bool:
        if is_large_picture(element):
            what, area = unread_picture(element)
            self.account.miss(what, "it is a picture in a file of its own", area)
        return False

    def _field(self, element: Any) -> bool:
        kind = (element.get("type") or "text").lower()
        if kind in ("text", "email", "tel", "number", "date"):
            self.say(f" {element.get('value') or ''} ")
        return False


_SPECIAL = {
    "br": Walker._break,
    "hr": Walker._rule,
    "a": Walker._link,
    "sup": Walker._raised,
    "span": Walker._span,
    "button": Walker._button,
    "table": Walker._table,
    "svg": Walker._drawing,
    "img": Walker._picture,
    "input": Walker._field,
    **dict.fromkeys(EMBEDS, Walker._embedded),
}
"""Elements that are more than a border or a wrapper; each returns whether to go on within."""
