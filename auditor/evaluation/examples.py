"""The examples beside every word list, run: what must be found, ignored, and is proved by neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable

from auditor.errors import DataError
from auditor.language.marking.annotator import Annotator
from auditor.language.marking.phrases import Parts, write_out
from auditor.rules import Language
from auditor.rules.lexicon import Group

_BRACKETED = re.compile(r"\[([^\]]*)\]")


class ExampleCheck:
    """Runs the examples of one language's word lists."""

    def __init__(self, language: Language, folder: Traversable) -> None:
        """`folder` is where the lists were read from, so that errors name the example's line."""
        self._language = language
        self._folder = folder

    @cached_property
    def _annotator(self) -> Annotator:
        return Annotator(self._language)

    def faults(self) -> Iterator[DataError]:
        """Give one error for each example that fails and each phrase that none proves."""
        for group in self._language.lexicon.groups:
            if not group.phrases:
                yield _no_phrases(group, self._language.code)
            for sentence in group.finds:
                if fault := self._check_finds(group, sentence):
                    yield self._at(fault, group, sentence)
            for sentence in group.ignores:
                if fault := self._check_ignores(group, sentence):
                    yield self._at(fault, group, sentence)
            for key, phrases, examples in (
                ("finds", group.phrases, group.finds),
                ("ignores", group.asides, group.ignores),
            ):
                for phrase in self._unproved(phrases, examples):
                    yield self._at(_no_proof(group, key, phrase), group, phrase)

    def find_words(self, group: Group, sentence: str) -> list[str]:
        """Return the words of a sentence that belong to a group."""
        text = self._annotator.annotate(self._annotator.split(sentence))
        return [text.because(group.id, span).text for span in text.spans([group.id])]

    def _check_finds(self, group: Group, example: str) -> DataError | None:
        """Return what is wrong where other words are found than those in brackets."""
        wanted = _BRACKETED.findall(example)
        if not wanted:
            return DataError(
                f"no words in brackets: “{example}”",
                remedy="Put [brackets] around the words to be found, or move it to `ignores`.",
            )
        found = self.find_words(group, _BRACKETED.sub(r"\1", example))
        if found == wanted:
            return None
        return DataError(
            f"“{group.id}” finds {_listed(found)} instead of {_listed(wanted)} in “{example}”",
            remedy="Correct the phrases or asides of the group, or the brackets.",
        )

    def _check_ignores(self, group: Group, example: str) -> DataError | None:
        """Return what is wrong where words are found."""
        found = self.find_words(group, example)
        if not found:
            return None
        return DataError(
            f"“{group.id}” finds {_listed(found)} in “{example}”, which must be ignored",
            remedy="Add a longer phrase to `asides`, or take a phrase away.",
        )

    def _unproved(self, phrases: tuple[str, ...], examples: tuple[str, ...]) -> Iterator[str]:
        """Give the phrases of which no form stands in an example."""
        spelling = self._annotator.spelling
        split = [self._annotator.split(_BRACKETED.sub(r"\1", one)) for one in examples]
        texts = [
            [
                {word, head, *spelling.endings(word)}
                for word, head in zip(one.words, one.headwords or one.words, strict=True)
            ]
            for one in split
        ]
        for phrase in phrases:
            forms = list(write_out(phrase.lower(), self._language.writing, spelling))
            if not any(_stands(form, text) for form in forms for text in texts):
                yield phrase

    def _at(self, fault: DataError, group: Group, words: str) -> DataError:
        """Return the line of an example or phrase; the line of its group where it cannot be told."""
        name, _, line = group.place.partition(":")
        first = int(line.split(":")[0])
        lines = self._folder.joinpath(*name.split("/")).read_text("utf-8").splitlines()
        for wanted, before in ((f'"{words}"', 2), (words, 1)):
            for number, text in enumerate(lines[first - 1 :], first):
                if wanted in text:
                    place = f"{name}:{number}:{text.index(wanted) + before}"
                    return DataError(fault.message, place=place, remedy=fault.remedy)
        return DataError(fault.message, place=group.place, remedy=fault.remedy)


def _stands(form: Parts, text: Sequence[set[str]]) -> bool:
    """True if the parts of a phrase stand in a text, one after the other."""
    at = 0
    for part in form:
        last = len(text) - len(part)
        found = next((n for n in range(at, last + 1) if _stands_at(part, text, n)), None)
        if found is None:
            return False
        at = found + len(part)
    return True


def _stands_at(part: Sequence[str], text: Sequence[set[str]], at: int) -> bool:
    return all(word in text[at + n] for n, word in enumerate(part))


def _no_phrases(group: Group, code: str) -> DataError:
    return DataError(
        f"the group “{group.id}” is empty in the language “{code}”",
        place=group.place,
        remedy="Give it phrases, each proved by an example: the judge relies on every group.",
    )


def _no_proof(group: Group, key: str, phrase: str) -> DataError:
    return DataError(
        f"no example proves “{phrase}” of “{group.id}”",
        remedy=f"Add a sentence with it to `{key}`, or take the phrase out.",
    )


def _listed(words: list[str]) -> str:
    return ", ".join(f"[{word}]" for word in words) or "nothing"
