"""What reports call things: the rubric's names, and the words that all formats share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.report.story.quotes import Quote, Where, page_words, where_words
from auditor.report.story.reasons import rule_name, tell_reasons
from auditor.rules.rubric import CannotTell, Label, Rubric, StrengthLabel, VerdictRule
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.reading_words import reading_words
from auditor.rules.translating.shared_texts import ENGLISH, Texts, language_tag, shared_words

SURE = 0.99
"""Above this confidence a report says "over 99 %": nothing measured is certain."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that reports give to labels, by kind and id, and shared words."""

    reach: Mapping[str, Label]
    topic: Mapping[str, Label]
    strength: Mapping[int, StrengthLabel]
    place: Mapping[str, Label]
    verdict: Mapping[str, VerdictRule | CannotTell]
    words: Texts
    language: str = ENGLISH
    """The language of the report."""

    @property
    def tag(self) -> str:
        """The language of the report, as pages and files name it."""
        return language_tag(self.language)

    @property
    def heading(self) -> Mapping[str, str]:
        """The headings of a report."""
        return self.words["heading"]

    @property
    def sentence(self) -> Mapping[str, str]:
        """The sentences that all formats share."""
        return self.words["sentence"]

    @property
    def group(self) -> Mapping[str, str]:
        """Groups of people in few words."""
        return self.words["group"]

    def say(self, sentence: str, **values: int | str) -> str:
        """Fill in one of the shared sentences."""
        return self.tell("sentence", sentence, **values)

    def tell(self, table: str, key: str, **values: int | str) -> str:
        """Fill in any of the texts of reports, by its table and key."""
        return fill(self.words[table][key], values)

    def level_name(self, level: int | None, *, counter: bool = False, unsure: bool = False) -> str:
        """Return the name of a level; level 0 is silence or exclusion, and a reader must see which."""
        words = self.words["level"]
        if level is None:
            return words["off"]
        if level:
            return self.strength[level].name
        return words["excludes" if counter else "unsure" if unsure else "silent"]

    def level_short(self, level: int | None, *, counter: bool = False, unsure: bool = False) -> str:
        """Write a level with its name, as in a table."""
        return self._level("short", level, counter, unsure)

    def level_long(self, level: int | None, *, counter: bool = False, unsure: bool = False) -> str:
        """Write a level with its name, as beside a question."""
        return self._level("long", level, counter, unsure)

    def _level(self, form: str, level: int | None, counter: bool, unsure: bool) -> str:
        name = self.level_name(level, counter=counter, unsure=unsure)
        if level is None:
            return name.capitalize() if form == "long" else name
        return fill(self.words["level"][form], {"level": level, "name": name})

    def labels(self, quote: Quote) -> str:
        """Write the labels of a statement: whom it addresses, about what, how far it goes."""
        said = [self.reach[quote.reach].name if quote.reach in self.reach else quote.reach]
        if quote.topic and quote.reach == "explicit":
            said.append(self.topic[quote.topic].name.lower())
        if quote.strength:
            said.append(self.strength_words(quote.strength))
        if quote.is_inserted:
            said.append(self.sentence["inserted"])
        return ", ".join(said)

    def sure(self, quote: Quote) -> str:
        """Write how sure a label is."""
        form, share = ("over", SURE) if quote.confidence > SURE else ("sure", quote.confidence)
        return self.tell("where", form, percent=round(100 * share))

    def strength_words(self, strength: int) -> str:
        """Write how far a statement goes."""
        name = self.strength[strength].name
        return self.tell("where", "strength", strength=strength, name=name)

    def page(self, number: int | None, label: str | None = None) -> str:
        """Write a page, with what it calls itself."""
        return page_words(number, label, self.language)

    def where(self, where: Where, *, with_file: bool = True) -> str:
        """Write where a statement stands, with its file where there are several."""
        return where_words(where, self.language, with_file=with_file)

    def unread(self, said: str) -> str:
        """Write why something was not read, in the language of the report."""
        return reading_words(said, self.language)

    def reasons(self, quote: Quote) -> str:
        """Write why a statement is labelled as it is."""
        return tell_reasons(quote.reasons, self.language)

    def rule(self, id: str) -> str:
        """Return the name of a rule in plain words."""
        return rule_name(id, self.language)

    def aside(self, why: str) -> str:
        """Write why words that seem to name babies were not counted."""
        return aside_words(why, self.language)


def aside_words(why: str, language: str = ENGLISH) -> str:
    """Write why words that seem to name babies were not counted."""
    known = shared_words(language)["aside"]
    return known.get(why) or known.get(why.rpartition(".")[2], why)


def names(rubric: Rubric) -> Names:
    """Gather the names that reports give to things."""
    verdicts: tuple[VerdictRule | CannotTell, ...] = (*rubric.verdict, rubric.cannot_tell)
    return Names(
        reach={one.id: one for one in rubric.reach},
        topic={one.id: one for one in rubric.topic},
        strength={one.id: one for one in rubric.strength},
        place={one.id: one for one in rubric.place},
        verdict={one.id: one for one in verdicts},
        words=shared_words(rubric.report_language),
        language=rubric.report_language,
    )
