"""The forms of age expressions, compiled: rows of classes as patterns over signs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.language.marking.age_tokens import AgeToken
from auditor.records import AgeKind
from auditor.rules.grammar import ANY, LENGTH, LENGTH_UNIT, Cue, Production

_REPEAT = 8
"""How often "*" may repeat."""
_YEAR = 12.0
_CONCEPTION = -9.0


@dataclass(frozen=True, slots=True)
class AgeSpan:
    """An age expression: words from start to end and months from low to high, both half-open."""

    start: int
    end: int
    low: float
    high: float | None
    """None for a floor with no end."""
    kind: AgeKind
    form: str = ""
    """The id of the production that read it."""
    sure: bool = True
    """False where the words are an age only sometimes."""


class AgeForm:
    """A production, compiled for the signs of a tokenizer."""

    def __init__(self, production: Production, signs: Mapping[frozenset[str], str]) -> None:
        """Compile the pattern of a production."""
        self.production = production
        self._names: dict[str, str] = {}
        parts = [self._compile(item, signs) for item in production.pattern.split()]
        stops = [f"(?!{_one_of(name, signs)})" for name in production.unfollowed.split()]
        self.pattern = re.compile("".join((*parts, *stops)))
        self.openers = _first_signs(production.pattern.split(), signs)

    def _compile(self, item: str, signs: Mapping[frozenset[str], str]) -> str:
        if item in ("|", ")", ")?"):
            return item
        if item == "(":
            return "(?:"
        if item == ")*":
            return f"){{0,{_REPEAT}}}"
        name, _, capture = item.rstrip("?*").partition("=")
        one = _one_of(name, signs)
        if capture:
            group = f"{capture}__{len(self._names)}"
            self._names[group] = capture
            one = f"(?P<{group}>{one})"
        lazy = "?" if name == ANY else ""
        return one + {"?": "?", "*": f"{{0,{_REPEAT}}}{lazy}"}.get(item[-1], "")

    def read(self, match: re.Match[str], tokens: Sequence[AgeToken]) -> AgeSpan | None:
        """Return the age that a match stands for; None where its bounds make none."""
        captured = {
            name: tokens[match.start(group)]
            for group, name in self._names.items()
            if match[group] is not None
        }
        low = _bound(self.production.low, captured)
        high = _bound(self.production.high, captured)
        is_open = self.production.high == "open"
        top = low if is_open else high
        if low is None or top is None or top > self.production.most or (not is_open and low >= top):
            return None
        start, end = tokens[match.start()].start, tokens[match.end() - 1].end
        told = self.production
        return AgeSpan(start, end, low, None if is_open else high, told.kind, told.id, told.sure)


def _bound(written: str, captured: Mapping[str, AgeToken]) -> float | None:
    """Work out a bound in months: "0", "low", "high+1", "days n"; None where not captured."""
    if written == "open":
        return None
    if written.lstrip("-").isdigit():
        return float(written)
    name, more = written.removesuffix("+1"), written.endswith("+1")
    token = captured.get(name) or (captured.get("low") if name == "high" else None)
    unit = captured.get(f"{name}_unit") or captured.get("high_unit")
    months = unit.values.get("unit", _YEAR) if unit else _YEAR
    if token is None:
        return months if unit and f"{name}_unit" in captured else None
    return _worth(token, months, more)


def _worth(token: AgeToken, months: float, more: bool) -> float:
    values = token.values
    if "days" in values:
        return round(values["days"] / 365 * _YEAR + _CONCEPTION, 2)
    for name in ("boundary", "end"):
        if name in values:
            return values[name]
    if LENGTH in values:
        return round((values[LENGTH] + more) * values[LENGTH_UNIT], 2)
    count = values.get("number", values.get("plural", values.get("ordinal", 0.0)))
    return round((count + more) * months, 2)


def _one_of(name: str, signs: Mapping[frozenset[str], str]) -> str:
    return "[" + "".join(sign for classes, sign in signs.items() if name in classes) + "]"


def _first_signs(items: Sequence[str], signs: Mapping[frozenset[str], str]) -> frozenset[str]:
    """Return the signs with which a row of classes may begin."""
    names: set[str] = set()
    depth, is_open = 0, True
    for position, item in enumerate(items):
        if item == "(":
            depth += 1
        elif item.startswith(")"):
            depth -= 1
            is_open = is_open or item != ")"
            if depth == 0 and not is_open:
                break
        elif item == "|":
            is_open = True
        elif is_open or items[position - 1] in ("(", "|"):
            names.add(item.rstrip("?*").partition("=")[0])
            is_open = item[-1] in "?*"
            if depth == 0 and not is_open:
                break
    return frozenset(sign for classes, sign in signs.items() if classes & names)


class CueFinder:
    """Looks for the words of a cue beside a span of words."""

    def __init__(self, cue: Cue, words: Sequence[str] | None = None) -> None:
        """Keep the words of a cue, as its language spells them, and how far it reaches."""
        self._words = frozenset(cue.words if words is None else words)
        self._before, self._after = cue.before, cue.after

    def stands_by(self, words: Sequence[str], start: int, end: int) -> bool:
        """True if one of the words stands near; the end of a text counts as the word ""."""
        if not self._words.isdisjoint(words[max(0, start - self._before) : start]):
            return True
        after = words[end : end + self._after]
        return not self._words.isdisjoint(after) or (
            self._after > 0 and not after and "" in self._words
        )
