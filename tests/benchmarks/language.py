"""How fast text is judged: against the plain way of matching the same phrases, and by size.

    python -m tests.benchmarks.language

The yardstick is a blank spaCy pipeline with one Matcher that holds a few hundred of
the same phrases as token patterns, which is how such a tool is usually begun. Both
run in this process, in turn, so that a slow machine slows both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.matcher import Matcher

from auditor.language.stage import stage_of
from auditor.language.statements import judge
from auditor.records import Passage
from auditor.rules import Rules
from auditor.rules.lexicon import GAP, Lexicon, expand
from tests.benchmarks.reading import own_cost

PLANS = Path(__file__).parents[1] / "gold" / "plans"
ROUNDS, PATTERNS = 5, 400


def read_sentences(rules: Rules) -> list[str]:
    """The sentences of the eight invented plans: dense text, nearly all of it about services."""
    split = stage_of(rules, "en").splitter.split
    found: list[str] = []
    for path in sorted(PLANS.glob("*.md")):
        for paragraph in path.read_text("utf-8").split("\n\n"):
            found += [paragraph[start:end] for start, end in split(paragraph)]
    return found


def plain_pipeline(lexicon: Lexicon) -> tuple[Language, Matcher]:
    """A blank pipeline and a Matcher with the first few hundred phrases."""
    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab)
    phrases = [
        form
        for group in lexicon.groups
        for p in group.phrases
        if GAP not in p
        for form in expand(p)
    ]
    for number, phrase in enumerate(phrases[:: max(1, len(phrases) // PATTERNS)]):
        matcher.add(str(number), [[{"LOWER": word} for word in phrase.lower().split()]])
    return nlp, matcher


def judge_each(sentences: Sequence[str], rules: Rules) -> None:
    """Judge every sentence."""
    for sentence in sentences:
        judge(Passage(sentence), rules)


def with_more_terms(rules: Rules, times: int) -> Rules:
    """The same rules with invented words added until there are so many times the terms."""
    english = rules.language("en")
    *groups, last = english.lexicon.groups
    count = english.lexicon.searched.terms * (times - 1)
    made = tuple(f"quark{number} blorp" for number in range(count))
    lexicon = Lexicon((*groups, replace(last, phrases=(*last.phrases, *made))))
    more = replace(english, lexicon=lexicon, sha256=f"benchmark-{times}")
    return replace(rules, languages={"en": more})


def main() -> None:
    """Print words a second, the ratio to the yardstick, and how cost grows."""
    rules = Rules.read()
    sentences = read_sentences(rules)
    words = sum(len(sentence.split()) for sentence in sentences)
    nlp, matcher = plain_pipeline(rules.language("en").lexicon)
    judge_each(sentences[:50], rules)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(own_cost(lambda: judge_each(sentences, rules)))
        theirs.append(own_cost(lambda: [matcher(nlp(sentence)) for sentence in sentences]))
    best, yard = min(ours), min(theirs)
    print(
        f"{words} words: judged at {words / best:,.0f} words a second; "
        f"plain matching {words / yard:,.0f}; ratio {yard / best:.2f}"
    )
    double = min(own_cost(lambda: judge_each(sentences * 2, rules)) for _ in range(3))
    print(f"twice the text costs {double / best:.2f} times as much")
    for times in (1, 2, 4):
        more = with_more_terms(rules, times)
        judge_each(sentences[:50], more)
        cost = min(own_cost(lambda more=more: judge_each(sentences, more)) for _ in range(3))
        print(f"{times}x the terms: {cost / best:.2f} times the cost")


if __name__ == "__main__":
    main()
