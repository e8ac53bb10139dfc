"""What a reader of a file keeps apart from its text: hidden and deleted words, parts unread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from auditor.document.flow.wording import clean
from auditor.records import UnreadPart

MOST_ENTRIES = 200
"""Entries that an account holds: a reader looks at no more."""
LONGEST = 160
"""Characters of a quotation."""


@dataclass(slots=True)
class Account:
    """Text that is no part of what a reader sees, and parts that could not be read."""

    hidden: list[str] = field(default_factory=list)
    unread: list[UnreadPart] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def hide(self, kind: str, text: str | Iterable[str]) -> None:
        """Note text that is left out: "hidden text", "deleted text"."""
        words = clean(text if isinstance(text, str) else "".join(text))
        entry = f"{kind}: {words[:LONGEST]}"
        if words and len(self.hidden) < MOST_ENTRIES and entry not in self._seen:
            self._seen.add(entry)
            self.hidden.append(entry)

    def miss(self, what: str, why: str, area: float = 0.0) -> None:
        """Note a part whose words could not be read, and how many pages it takes.

        Where there are too many to be listed, the last of them takes the room of the rest.
        """
        if len(self.unread) < MOST_ENTRIES:
            self.unread.append(UnreadPart(None, clean(what)[:LONGEST], why, area))
        else:
            self.unread[-1] = replace(self.unread[-1], area=self.unread[-1].area + area)
