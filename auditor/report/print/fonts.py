"""Characters that no font of the PDF has: found before it is set, and replaced with a note."""

from __future__ import annotations

import importlib.resources
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from auditor.report.views.plain import with_texts
from auditor.rules.resources import templates_folder

REPLACEMENT = "□"
MOST_NAMED = 40
"""More kinds of replaced characters than this are counted, not named."""
MOST_PROBED = 600
"""More kinds of unusual characters than this are not tried one by one."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A character that the fonts do not have, and how often it stood there."""

    character: str
    times: int

    @property
    def code(self) -> str:
        """Write the code point as people look it up."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Return the name of the character by the Unicode standard; "" where it has none."""
        return unicodedata.name(self.character, "")


def clean(data: Any, lacks: Callable[[str], str]) -> tuple[Any, tuple[Replaced, ...]]:
    r"""Replace, all through plain data, the characters that the fonts lack.

    `lacks` is given unusual characters and returns those that cannot be shown.

    >>> clean({"text": "All \u4e2d"}, lambda them: "\u4e2d")
    ({'text': 'All □'}, (Replaced(character='中', times=1),))
    """
    counts: Counter[str] = Counter()
    with_texts(data, lambda text: counts.update(text) or text)
    unusual = "".join(sorted(one for one in counts if not _is_usual(one)))
    missing = lacks(unusual)
    table = {ord(one): REPLACEMENT for one in missing}
    replaced = tuple(Replaced(one, counts[one]) for one in missing)
    return with_texts(data, lambda text: text.translate(table)) if table else data, replaced


def _is_usual(character: str) -> bool:
    """True if every font has it: Latin letters, signs and common punctuation."""
    latin = "\xa1" <= character <= "\u017f" and character != "\xad"
    return latin or " " <= character <= "~" or character in "–—‘’“”•…›\n"


def find_lacking(unusual: str, shows: Callable[[str], bool]) -> str:
    """Find the characters that cannot be shown, asking for whole lots at once.

    `shows` says whether every character of a text can be shown. A lot that cannot is
    halved until single characters are left, so a few strays cost a few questions.

    >>> find_lacking("abcdefgh", lambda some: not set(some) & set("cg"))
    'cg'
    """
    if not unusual or shows(unusual):
        return ""
    if len(unusual) == 1:
        return unusual
    middle = len(unusual) // 2
    return find_lacking(unusual[:middle], shows) + find_lacking(unusual[middle:], shows)


def typeset(template: str, inputs: dict[str, str], **how: Any) -> bytes:
    """Set a template of typst with no fonts but its own, so that it looks alike on every machine."""
    import typst

    with importlib.resources.as_file(templates_folder()) as folder:
        made: bytes = typst.compile(
            folder / template, root=folder, sys_inputs=inputs, ignore_system_fonts=True, **how
        )
    return made


@lru_cache(maxsize=64)
def lacking(unusual: str) -> str:
    """Find the characters that no font built into typst has."""
    listed = unusual[:MOST_PROBED]
    return find_lacking(listed, _shows) + unusual[MOST_PROBED:]


def _shows(text: str) -> bool:
    """True if typst, held to PDF/UA, can set every character of a text."""
    import typst

    apart = "\n\n".join(text)
    source = b'#set document(title: "t")\n#set text(lang: "en")\n#sys.inputs.text'
    try:
        typst.compile(
            source,
            sys_inputs={"text": apart},
            pdf_standards=["a-3a", "ua-1"],
            ignore_system_fonts=True,
        )
    except typst.TypstError:
        return False
    return True
