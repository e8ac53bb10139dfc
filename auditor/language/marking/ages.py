"""Age expressions as half-open intervals of months, read by the forms of a language.

Intervals are read as printed: "under two" and "0-2" are [0, 24), "aged two and
under" is [0, 36), "conception to two" starts at -9, and a floor such as "from age 5"
has no end. Numbers that are not ages (scores, waits, sums, clauses, gestations) are
left alone. The forms are rows of classes of words, in `ages.toml`: each word is
written as one character that stands for its classes, and each form as a regular
expression over such characters, so that reading costs what the text is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.language.marking.age_forms import AgeForm, AgeSpan, CueFinder
from auditor.language.marking.age_tokens import AgeTokenizer, AgeTokens
from auditor.language.text.spelling import Spelling
from auditor.rules.grammar import AgeGrammar, Production
from auditor.rules.writing import AS_IT_STANDS

_NAME_OF_GROUP = re.compile(r"\?P<\w+>")


class AgeReader:
    """Reads ages by the grammar of one language; made once, used for every text."""

    def __init__(self, grammar: AgeGrammar, spelling: Spelling | None = None) -> None:
        """Compile the classes, forms and cues of a grammar, as its language spells them."""
        spelling = spelling or Spelling(AS_IT_STANDS)
        self._tokenizer = AgeTokenizer(grammar, spelling)
        signs = self._tokenizer.signs
        self._cues = {cue.id: CueFinder(cue, spelling.read(cue.words)) for cue in grammar.cue}
        forms = [AgeForm(production, signs) for production in grammar.production]
        self._by_sign = {
            sign: [form for form in forms if sign in form.openers] for sign in signs.values()
        }
        opening = "".join(sign for sign, begun in self._by_sign.items() if begun)
        every = "|".join(_NAME_OF_GROUP.sub("?:", form.pattern.pattern) for form in forms)
        self._any = re.compile(f"(?=[{opening}])(?:{every})")
        """Where any form may fit."""

    def find(self, words: Sequence[str]) -> tuple[AgeSpan, ...]:
        """Return the ages among lower-case words (as a `WordSplitter` gives them), in order."""
        if not self._tokenizer.may_have_ages(words):
            return ()
        return tuple(self._read(words, self._tokenizer.read(words)))

    def _read(self, words: Sequence[str], tokens: AgeTokens) -> Iterator[AgeSpan]:
        text, at = tokens.signs, 0
        while found := self._any.search(text, at):
            at = found.start()
            age = self._read_at(words, tokens, at)
            at += 1
            if age is not None:
                yield age
                while at < len(tokens) and tokens.starts[at] < age.end:
                    at += 1

    def _read_at(self, words: Sequence[str], tokens: AgeTokens, at: int) -> AgeSpan | None:
        """Read the age that begins at a token by the first form that fits; None without one."""
        for form in self._by_sign[tokens.signs[at]]:
            match = form.pattern.match(tokens.signs, at)
            age = form.read(match, tokens) if match else None
            if age is not None and self._is_told(form.production, words, age):
                return age
        return None

    def _is_told(self, production: Production, words: Sequence[str], age: AgeSpan) -> bool:
        """True if a cue that a form asks for stands near, and none that unmakes it."""
        if any(self._stands(id, words, age) for id in production.never):
            return False
        return not production.only or any(self._stands(id, words, age) for id in production.only)

    def _stands(self, id: str, words: Sequence[str], age: AgeSpan) -> bool:
        return self._cues[id].stands_by(words, age.start, age.end)
